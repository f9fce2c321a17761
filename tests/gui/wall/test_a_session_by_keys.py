"""Two hours on each canvas by keys alone: what the wall shows at each step is as it was drawn on a sheet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from canvasapp.app.presenting import Presenting
from canvasapp.domain.logbook import lines_of
from canvasapp.domain.records import Seen
from canvasapp.domain.session import Event, PlanStep, Wall
from canvasapp.panels.votes import VotesPanel
from canvasapp.templates import load_templates
from tests.gui.wall.conftest import LAPTOP, PROJECTOR, InTheRoom, TwoScreens
from tests.gui.wall.contact_sheet import differing, thumbnail
from tests.gui.windows.conftest import Program

Key = Qt.Key
NINE = datetime(2024, 5, 6, 9, 0, tzinfo=UTC)
SHEETS = Path(__file__).parent / "sheets"
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Facilitator(InTheRoom):
    """Somebody at the laptop with a clock that only goes on when told to."""

    def __init__(self, start: Callable[[], Program], template: str) -> None:
        self.start, self.now, self.template = start, NINE, template
        self.screens = TwoScreens()
        self.shown: list[QImage] = []
        self.program = start()
        self.program.window.begin_on(template)
        self.sit_down()

    def sit_down(self) -> None:
        page = self.program.page
        self.presenting.screens = self.screens
        self.conduct.clock = lambda: self.now
        self.program.settings.reduced_motion = True
        page.follow(self.program.settings)
        self.program.settle()
        page.view.setFocus()
        self.program.key(Key.Key_F5)

    @property
    def presenting(self) -> Presenting:
        return self.program.page.ways.presenting

    @property
    def step(self) -> PlanStep:
        step = self.conduct.step_now
        assert step is not None
        return step

    def press(
        self, key: Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(self.with_keyboard, key, modifier)
        self.program.settle()

    @property
    def with_keyboard(self) -> QWidget:
        return self.program.window.focusWidget() or self.cockpit

    def wait(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)
        self.conduct.tick()

    def look(self) -> None:
        wall = self.presenting.wall
        assert wall is not None
        self.shown.append(thumbnail(wall.grab().toImage()))

    def work(self) -> None:
        """What is done in a step, by what it shows."""
        if self.step.hides:
            self.write(f"Said in {self.step.id}")
        elif self.step.wall is Wall.COMPARE:
            self.press(Key.Key_R)
        elif self.step.id.endswith("/vote"):
            self.vote()
        elif self.step.wall is Wall.RESULTS:
            self.count()

    def write(self, text: str) -> None:
        self.press(Key.Key_N, SHIFT)
        QTest.keyClicks(self.with_keyboard, text)
        self.press(Key.Key_Return)
        self.press(Key.Key_Escape)
        notes = self.conduct.board.notes_in(self.step.block, self.step.lens)
        assert [(note.text, note.seen) for note in notes] == [(text, Seen.HIDDEN)]

    def vote(self) -> None:
        """Five dots of the room are on one note, and four on the next."""
        self.press(Key.Key_F8)
        self.press_what_is_called("New vote")
        QTest.keyClicks(self.with_keyboard, "Riskiest")
        self.press_what_is_called("Start the vote")
        for dots in (Key.Key_5, Key.Key_4):
            self.press(Key.Key_Tab)
            self.press(dots)
        assert [each.count for each in self.conduct.board.dots.values()] == [5, 4]
        self.press(Key.Key_F5, SHIFT)
        assert self.cockpit.isVisible()

    def count(self) -> None:
        self.press(Key.Key_F8)
        self.press_what_is_called("Close the vote")
        self.press_what_is_called("Show the counts")
        self.press(Key.Key_PageUp)  # a remote's keys count here too
        self.press(Key.Key_PageDown)
        self.press(Key.Key_F5, SHIFT)

    def press_what_is_called(self, name: str) -> None:
        """Goes there pane by pane and stop by stop, as one does without a mouse."""
        panel = self.program.panel("votes", VotesPanel)
        for _ in range(4):
            if not panel.isAncestorOf(self.with_keyboard):
                self.press(Key.Key_F6)
        for _ in range(20):
            if self.with_keyboard.accessibleName() == name:
                break
            self.press(Key.Key_Tab)
        assert self.with_keyboard.accessibleName() == name
        self.press(Key.Key_Return)

    def lose_the_screen_for_a_while(self) -> None:
        wall = self.presenting.wall
        assert wall is not None
        self.screens.become(LAPTOP)
        assert not wall.isVisible()
        self.press(Key.Key_PageDown)
        self.press(Key.Key_PageUp)
        self.screens.become(LAPTOP, PROJECTOR)
        assert wall.isVisible()

    def start_again(self) -> None:
        path, left = self.program.page.opened.path, self.conduct.left
        self.program = self.start()
        self.program.window.open_path(path)
        self.conduct.clock = lambda: self.now
        strip = self.program.page.ways.session.strip
        assert strip.isVisible()
        self.sit_down()
        assert self.conduct.left == left


@pytest.mark.parametrize("template", list(load_templates()))
def test_what_the_wall_shows_at_every_step_of_two_hours(
    start: Callable[[], Program], template: str
) -> None:
    room = Facilitator(start, template)
    steps = room.conduct.steps
    for number, step in enumerate(steps):
        room.press(Key.Key_PageDown)
        assert room.step == step
        room.work()
        room.wait(step.seconds / 2)
        if number == len(steps) // 3:
            room.lose_the_screen_for_a_while()
        if number == len(steps) // 2:
            room.start_again()
        room.look()
        room.wait(step.seconds / 2)
        assert room.conduct.left == 0
    assert room.now == NINE + timedelta(minutes=120)
    room.press(Key.Key_PageDown)
    assert room.step == steps[-1]  # the last one stays until the session is ended
    log = lines_of(room.conduct.workshop, room.conduct.workshop.session.id)  # type: ignore[union-attr]
    assert [e.about for e in log if e.event is Event.STEP_BEGUN][-1] == steps[-1].id
    assert differing(room.shown, SHEETS / f"{template}.png") == []
    room.presenting.end()
    QApplication.processEvents()
