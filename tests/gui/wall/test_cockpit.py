"""The cockpit: what the facilitator sees and does while the wall shows the board."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from canvasapp.app.cockpit.cards import WELCOME
from canvasapp.app.cockpit.conduct import LAST
from canvasapp.app.presenting import Presenting
from canvasapp.domain.records import Seen
from canvasapp.domain.session import Wall
from canvasapp.edits.privacy import hide_notes
from canvasapp.picture.wall_state import WallMode
from tests.gui.wall.conftest import LAPTOP, InTheRoom, TwoScreens
from tests.gui.windows.conftest import Program

Key = Qt.Key
NINE = datetime(2024, 5, 6, 9, 0, tzinfo=UTC)
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


class Laptop(InTheRoom):
    """The example is presented; the clock stands still unless it is told to go on."""

    def __init__(self, program: Program, presenting: Presenting) -> None:
        self.program, self.presenting, self.now = program, presenting, NINE
        self.conduct.clock = lambda: self.now
        program.settle()
        program.page.view.setFocus()
        program.key(Key.Key_F5)

    @property
    def wall(self) -> QWidget:
        assert self.presenting.wall is not None
        return self.presenting.wall

    @property
    def step(self) -> str:
        assert self.conduct.session is not None
        return self.conduct.session.step

    def press(
        self, *keys: Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        for key in keys:
            QTest.keyClick(self.program.window.focusWidget() or self.cockpit, key, modifier)
            self.program.settle()

    def go_to(self, ending: str) -> None:
        """The first step whose id ends so."""
        self.conduct.go_to(next(e.id for e in self.conduct.steps if e.id.endswith(ending)))
        self.program.settle()

    def wait(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)
        self.conduct.tick()

    def seen(self) -> QImage:
        return self.wall.grab().toImage()


@pytest.fixture
def laptop(example: Program, presenting: Presenting) -> Laptop:
    return Laptop(example, presenting)


def test_it_comes_with_the_wall_has_its_own_head_and_goes_with_it(laptop: Laptop) -> None:
    frame = laptop.program.page.frame
    assert (laptop.cockpit.isVisible(), frame.top.isVisible()) == (True, False)
    assert WELCOME in laptop.cockpit.stage.notes.hint.text()
    assert "960 × 540" in laptop.cockpit.head.on_wall.accessibleName()
    laptop.program.press("Edit the board")
    assert (laptop.cockpit.isVisible(), frame.top.isVisible()) == (False, True)
    assert laptop.wall.isVisible()
    laptop.press(Key.Key_F5, modifier=SHIFT)
    laptop.program.press("End presenting")
    assert not laptop.presenting.is_on
    assert frame.top.isVisible()


def test_the_timer_is_paused_given_minutes_and_stops_at_nothing(laptop: Laptop) -> None:
    laptop.press(Key.Key_PageDown)
    figures = laptop.cockpit.timer.figures
    first = laptop.conduct.steps[0].seconds
    assert laptop.conduct.left == first
    laptop.wait(10)
    laptop.press(Key.Key_P)
    laptop.wait(100)
    assert laptop.conduct.left == first - 10
    laptop.press(Key.Key_Plus, Key.Key_Minus, Key.Key_Minus, Key.Key_P)
    assert laptop.conduct.left == first - 70
    laptop.wait(first)
    assert figures.text == laptop.presenting.state.timer == "0:00"
    assert laptop.program.page.frame.status.count == "Step 1 of 14 · 2 minutes behind plan"
    laptop.press(Key.Key_Plus)
    assert figures.text == laptop.presenting.state.timer == "1:00"


def test_the_timer_ticks_by_itself(laptop: Laptop, qtbot) -> None:
    laptop.press(Key.Key_PageDown)
    with qtbot.waitSignal(laptop.conduct.ticked):
        laptop.now += timedelta(seconds=1)
    left = laptop.conduct.steps[0].seconds - 1
    assert laptop.presenting.state.timer == f"{left // 60}:{left % 60:02}"


def test_what_is_entered_in_silence_is_hidden_until_it_is_revealed(laptop: Laptop) -> None:
    laptop.go_to("silent-our")
    before = laptop.seen()
    laptop.press(Key.Key_N, modifier=SHIFT)
    QTest.keyClicks(laptop.program.window.focusWidget(), "Said by the room")
    step = laptop.step
    laptop.press(Key.Key_Return, Key.Key_PageDown, Key.Key_PageUp, Key.Key_Escape)
    assert laptop.step == step
    (row,) = laptop.cockpit.hidden.rows
    assert (row.note.text, row.note.seen) == ("Said by the room", Seen.HIDDEN)
    assert laptop.seen() == before
    row.click()
    laptop.program.settle()
    assert laptop.cockpit.hidden.rows == []
    assert laptop.seen() != before
    notes = laptop.conduct.board.notes_in(laptop.conduct.block)
    laptop.conduct.perform(lambda: hide_notes(laptop.conduct.board, [n.id for n in notes]))
    laptop.press(Key.Key_R)
    assert {n.seen for n in laptop.conduct.board.notes_in(laptop.conduct.block)} == {Seen.SHOWN}


@pytest.mark.parametrize("place", ["1/all", "decide"])
def test_a_private_note_is_for_the_cockpit_alone(laptop: Laptop, place: str) -> None:
    laptop.go_to(place)
    before, notes = laptop.seen(), laptop.cockpit.stage.notes
    notes.field.setFocus()
    QTest.keyClicks(notes.field, "Ask about Saturday")
    laptop.press(Key.Key_Return)
    assert notes.texts == ["Ask about Saturday"]
    assert laptop.seen() == before
    laptop.press(Key.Key_PageDown)
    assert notes.texts == []
    laptop.press(Key.Key_PageUp)
    assert notes.texts == ["Ask about Saturday"]


def test_digits_say_what_the_wall_shows_and_s_lights_the_block(laptop: Laptop) -> None:
    laptop.go_to("compare")
    modes = []
    for key in (Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_4, Key.Key_5, Key.Key_6):
        laptop.press(key)
        modes.append(laptop.presenting.state.mode)
    assert modes == list(WallMode)[:6]
    block = laptop.conduct.block
    laptop.press(Key.Key_S)
    assert (laptop.presenting.state.mode, laptop.presenting.state.lit) == (WallMode.CANVAS, block)
    laptop.press(Key.Key_S)
    assert laptop.presenting.state.lit is None
    laptop.press(Key.Key_S, Key.Key_PageDown)
    assert laptop.presenting.state.lit is None


def test_an_edited_agenda_is_a_plan_of_the_board_s_own(laptop: Laptop) -> None:
    agenda, conduct = laptop.cockpit.side.agenda, laptop.conduct
    laptop.press(Key.Key_PageDown, Key.Key_E)
    titles = [row.part.title for row in agenda.rows]
    agenda.rows[1].setFocus()
    laptop.press(Key.Key_F2)
    QTest.keyClicks(laptop.program.window.focusWidget(), "Our world")
    laptop.press(Key.Key_Return, Key.Key_M)
    QTest.keyClicks(laptop.program.window.focusWidget(), "20")
    laptop.press(Key.Key_Return)
    laptop.press(Key.Key_Down, modifier=ALT)
    assert [(r.part.title, r.part.minutes) for r in agenda.rows][2] == ("Our world", 20)
    assert agenda.rows[2].hasFocus()
    agenda.rows[3].eye.click()
    laptop.press(Key.Key_Delete)
    agenda.add.click()
    laptop.program.settle()
    assert [r.part.title for r in agenda.rows] == [titles[0], titles[2], *titles[3:], "New step"]
    assert conduct.session is not None
    assert conduct.session.plan == conduct.plan == next(iter(conduct.board.plans))
    for _ in range(6):
        laptop.program.page.turn_back(laptop.program.page.journal.undo, "Undone")
    laptop.program.settle()
    assert [r.part.title for r in agenda.rows] == titles
    laptop.program.choose(agenda.planning.menu, "The plan of the canvas")
    assert conduct.plan is None


def test_a_part_is_dragged_to_its_place(laptop: Laptop) -> None:
    agenda = laptop.cockpit.side.agenda
    laptop.press(Key.Key_E)
    titles = [row.part.title for row in agenda.rows]
    row, goal = agenda.rows[0], agenda.rows[2]
    below = row.mapFromGlobal(goal.mapToGlobal(QPoint(30, goal.height() - 2)))
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(row, left, pos=QPoint(30, 10))
    QTest.mouseMove(row, QPoint(30, 30))
    QTest.mouseMove(row, below)
    QTest.mouseRelease(row, left, pos=below)
    laptop.program.settle()
    assert [r.part.title for r in agenda.rows[:3]] == [titles[1], titles[2], titles[0]]


def test_minutes_that_are_none_are_refused_in_a_sentence(laptop: Laptop) -> None:
    laptop.cockpit.side.agenda.planning.set_minutes(0, "soon")
    assert "minutes" in laptop.program.page.frame.status.message


def test_the_lists_for_the_weeks_after_are_ticked(laptop: Laptop) -> None:
    laptop.cockpit.side.show_list("sprint")
    first = laptop.cockpit.side.lists["sprint"].rows[0]
    for done in (True, False):
        first.click()
        laptop.program.settle()
        assert first.done is done
        assert (first.item.id in laptop.conduct.workshop.ticks) is done


def test_the_wall_keeps_the_board_of_the_session_unless_it_follows(laptop: Laptop) -> None:
    page, presenting = laptop.program.page, laptop.presenting
    mine, other = (each.id for each in page.journal.workshop.boards_in_order()[:2])
    laptop.press(Key.Key_PageDown)
    before = laptop.seen()
    page.show_board(other)
    assert (presenting.board.id, laptop.seen()) == (mine, before)
    laptop.conduct.show(Wall.FOLLOW)
    assert presenting.board.id == other
    laptop.conduct.show(Wall.WHOLE)
    assert presenting.board.id == mine


def test_the_last_step_stays_until_the_session_is_ended(laptop: Laptop) -> None:
    laptop.conduct.go_to(laptop.conduct.steps[-1].id)
    laptop.press(Key.Key_PageDown)
    assert laptop.program.page.frame.status.message == LAST
    laptop.cockpit.stage.next.button.click()
    laptop.program.settle()
    assert laptop.conduct.session is None
    assert laptop.presenting.state.timer is None
    assert laptop.presenting.is_on


def test_while_the_board_is_edited_a_strip_says_where_the_session_is(laptop: Laptop) -> None:
    strip = laptop.program.page.ways.session.strip
    laptop.press(Key.Key_PageDown)
    assert not strip.isVisible()
    laptop.press(Key.Key_F5, modifier=SHIFT)
    assert strip.isVisible()
    laptop.wait(60)
    first, second = laptop.conduct.steps[:2]
    time, step, after = strip.texts
    assert (step, after) == (first.title, f"Next: {second.part}: {second.title}")
    assert time == laptop.presenting.state.timer
    strip.after.click()
    assert laptop.step == second.id
    laptop.presenting.end()
    assert strip.isVisible()  # the session goes on
    strip.end.click()
    laptop.program.settle()
    assert not strip.isVisible()


def test_on_one_screen_escape_leads_from_the_wall_to_the_cockpit_and_f5_back(
    example: Program, presenting: Presenting, screens: TwoScreens
) -> None:
    screens.become(LAPTOP)
    laptop = Laptop(example, presenting)
    QTest.keyClick(laptop.wall, Key.Key_PageDown)
    assert laptop.wall.isVisible()
    QTest.keyClick(laptop.wall, Key.Key_Escape)
    example.settle()
    assert (laptop.wall.isVisible(), laptop.cockpit.isVisible()) == (False, True)
    laptop.press(Key.Key_PageDown)
    assert laptop.step == laptop.conduct.steps[1].id
    laptop.press(Key.Key_F5)
    assert laptop.wall.isVisible()
    presenting.end()
    QApplication.processEvents()


def test_a_narrow_cockpit_shows_agenda_and_timer_in_turn(laptop: Laptop) -> None:
    laptop.program.window.resize(960, 640)
    laptop.program.settle()
    sides = (laptop.cockpit.side, laptop.cockpit.right)
    assert [each.isVisible() for each in sides] == [False, True]
    laptop.cockpit.head.agenda.click()
    assert [each.isVisible() for each in sides] == [True, False]
    laptop.program.window.resize(1440, 900)
    laptop.program.settle()
    assert [each.isVisible() for each in sides] == [True, True]
