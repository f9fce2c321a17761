"""Links are drawn from note to note, chosen, changed and taken away by hand."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from canvasapp.domain.geometry import Point
from canvasapp.domain.records import Link, LinkKind, Note
from canvasapp.edits.boards import new_board
from canvasapp.edits.links import add_link
from canvasapp.edits.notes import drop_notes
from canvasapp.picture.link_picture import link_curve
from canvasapp.picture.theme import DARK, LIGHT
from canvasapp.view.board_view import BoardView
from tests.gui.conftest import Desk, Hand

Key = Qt.Key
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
EMPTY = (610.0, 320.0)


class Pair:
    """Two notes without a link, and the link that is drawn between them."""

    def __init__(self, desk: Desk, hand: Hand) -> None:
        self.desk, self.hand = desk, hand
        self.source, self.target = desk.note("48-hour"), desk.note("Reminder")

    def drawn(self) -> Link:
        """Drags from the one to the other with the link tool."""
        self.hand.key(Key.Key_L).press(*middle(self.source)).move(660, 320)
        self.hand.move(*middle(self.target)).release()
        return self.link

    @property
    def links(self) -> list[Link]:
        ends = (self.source.id, self.target.id)
        return [
            link for link in self.desk.board.links.values() if (link.source, link.target) == ends
        ]

    @property
    def link(self) -> Link:
        (found,) = self.links
        return found

    @property
    def place(self) -> tuple[float, float]:
        """A place on the link's line."""
        notes = self.desk.board.notes
        curve = link_curve(notes[self.source.id].rect, notes[self.target.id].rect)
        at = curve.at(0.4)
        return at.x, at.y


@pytest.fixture
def pair(desk: Desk, hand: Hand) -> Pair:
    return Pair(desk, hand)


def middle(note: Note) -> tuple[float, float]:
    return note.rect.centre.x, note.rect.centre.y


def test_a_drag_from_note_to_note_makes_a_link_that_leads_there(
    pair: Pair, view: BoardView
) -> None:
    link = pair.drawn()
    assert link.kind is LinkKind.LEADS_TO
    assert view.bench.selection.link == link.id
    assert view.bench.toolbox.tool.id == "select"
    pair.desk.journal.undo()
    assert pair.links == []
    assert view.bench.selection.link is None


@pytest.mark.parametrize("at_target", [True, False])
def test_an_end_of_the_selected_link_is_pulled_to_another_note(
    pair: Pair, desk: Desk, view: BoardView, *, at_target: bool
) -> None:
    link, other = pair.drawn(), desk.note("Unique")
    curve = view.bench.scene.links.curve(link.id)
    end = curve.end if at_target else curve.start
    pair.hand.press(end.x, end.y).move(*EMPTY).move(*middle(other)).release()
    led = desk.board.links[link.id]
    wanted = (link.source, other.id) if at_target else (other.id, link.target)
    assert (led.source, led.target, led.kind) == (*wanted, link.kind)
    assert view.bench.selection.link == link.id
    desk.journal.undo()
    assert pair.link == link


@pytest.mark.parametrize("where", ["empty", "the other note", "itself", "escape"])
def test_an_end_that_is_let_go_on_no_other_note_stays_where_it_was(
    pair: Pair, desk: Desk, view: BoardView, where: str
) -> None:
    link = pair.drawn()
    end, before = view.bench.scene.links.curve(link.id).end, desk.board
    places = {"the other note": middle(pair.source), "itself": middle(pair.target)}
    pair.hand.press(end.x, end.y).move(*EMPTY).move(*places.get(where, EMPTY))
    if where == "escape":
        pair.hand.move(*middle(desk.note("Unique"))).escape()
    pair.hand.release()
    assert desk.board is before


def test_the_tool_stays_in_the_hand_when_it_is_kept(pair: Pair, view: BoardView) -> None:
    pair.hand.key(Key.Key_L).type("q").press(*middle(pair.source)).release(*middle(pair.target))
    assert pair.link
    assert view.bench.toolbox.tool.id == "link"


@pytest.mark.parametrize("end", [EMPTY, "itself"])
def test_a_drag_that_ends_on_no_other_note_makes_nothing(
    pair: Pair, desk: Desk, end: tuple[float, float] | str
) -> None:
    before = desk.board
    at = middle(pair.source) if isinstance(end, str) else end
    pair.hand.key(Key.Key_L).press(*middle(pair.source)).move(700, 300).move(*at).release()
    pair.hand.press(*EMPTY).move(*middle(pair.target)).release()
    assert desk.board is before


def test_escape_cancels_a_link_and_a_lost_focus_too(
    pair: Pair, desk: Desk, view: BoardView
) -> None:
    before = desk.board
    pair.hand.key(Key.Key_L).press(*middle(pair.source)).move(*middle(pair.target))
    pair.hand.escape().release()
    pair.hand.press(*middle(pair.source)).move(*middle(pair.target))
    view.clearFocus()
    pair.hand.release()
    assert desk.board is before


def test_drawing_the_same_link_again_selects_the_one_there_is(pair: Pair, view: BoardView) -> None:
    link = pair.drawn()
    pair.hand.escape()
    assert pair.drawn() == link
    assert view.bench.selection.link == link.id


def test_a_click_near_the_line_selects_the_link_and_one_farther_away_does_not(
    pair: Pair, view: BoardView
) -> None:
    link = pair.drawn()
    view.select([pair.source.id])
    pair.hand.press(*pair.place).release()
    assert (view.bench.selection.link, view.selected_ids) == (link.id, ())
    pair.hand.click(*middle(pair.source))
    assert (view.bench.selection.link, view.selected_ids) == (None, (pair.source.id,))


def test_the_line_is_met_three_pixels_beside_it_and_not_ten(pair: Pair, view: BoardView) -> None:
    pair.drawn()
    stage, links = view.bench.stage, view.bench.scene.links
    curve = links.curve(pair.link.id)
    way = curve.at(0.41) - curve.at(0.39)
    length = (way.x**2 + way.y**2) ** 0.5
    mm = view.bench.viewpoint.camera.mm(1)

    def beside(pixels: float) -> Link | None:
        off = pixels * mm / length
        at = curve.at(0.4) + Point(-way.y * off, way.x * off)
        return stage.linking.at(at, 3 * mm)

    assert beside(2.5) == pair.link
    assert beside(10) is None


@pytest.mark.parametrize("key", [Key.Key_Delete, Key.Key_Backspace])
def test_delete_takes_the_selected_link_and_no_note(pair: Pair, desk: Desk, key: Key) -> None:
    notes = desk.board.notes
    pair.drawn()
    pair.hand.key(key)
    assert pair.links == []
    assert desk.board.notes == notes
    desk.journal.undo()
    assert pair.link


def test_a_double_click_on_a_link_begins_no_note(pair: Pair, view: BoardView) -> None:
    pair.drawn()
    pair.hand.double_click(*pair.place)
    assert view.bench.editing.editor is None
    assert view.bench.selection.link == pair.link.id


@pytest.mark.parametrize(("digit", "kind"), [*zip("1234", LinkKind, strict=True)])
def test_a_digit_says_what_the_selected_link_means(pair: Pair, digit: str, kind: LinkKind) -> None:
    pair.drawn()
    pair.hand.type("2").type(digit)
    assert pair.link.kind is kind


def test_the_chooser_stands_at_the_link_and_changes_its_kind(
    pair: Pair, view: BoardView, desk: Desk
) -> None:
    chooser = view.bench.asking.chooser
    pair.drawn()
    assert chooser.isVisible()
    assert view.rect().contains(chooser.geometry())
    width = chooser.kinds.width()
    contradicts = chooser.kinds.childAt(width * 5 // 8, 16)
    assert contradicts is not None
    QTest.mouseClick(contradicts, LEFT)
    assert pair.link.kind is LinkKind.CONTRADICTS
    assert view.hasFocus()
    desk.journal.undo()
    assert chooser.kinds.value == LinkKind.LEADS_TO.value
    QTest.mouseClick(chooser.remove, LEFT)
    assert pair.links == []
    assert not chooser.isVisible()


def test_the_chooser_goes_with_the_selection_and_stays_at_its_link(
    pair: Pair, view: BoardView
) -> None:
    chooser = view.bench.asking.chooser
    pair.drawn()
    before = chooser.pos()
    view.bench.viewpoint.pan(40, 30)
    assert chooser.pos() - before == QPoint(40, 30)
    pair.hand.escape()
    assert not chooser.isVisible()


@pytest.mark.parametrize("length", [30, 80, 140])
def test_the_chooser_lies_on_no_end_of_a_steep_link(
    pair: Pair, view: BoardView, desk: Desk, length: int
) -> None:
    """A link straight up, so many pixels long."""
    source = pair.source
    mm = view.bench.viewpoint.camera.mm(length)
    desk.journal.commit(
        drop_notes(desk.board, [pair.target.id], *way_above(source, pair.target, mm))
    )
    desk.journal.commit(add_link(desk.board, source.id, pair.target.id, LinkKind.LEADS_TO))
    view.bench.selection.set_link(pair.link.id)
    chooser, camera = view.bench.asking.chooser, view.bench.viewpoint.camera
    for end in view.bench.stage.linking.ends_of_selected():
        assert not chooser.geometry().contains(QPointF(*camera.to_view(end)).toPoint())


def way_above(source: Note, target: Note, gap: float) -> tuple[float, float]:
    """How far (mm) `target` must go to lie `gap` above `source`."""
    return source.x - target.x, source.y - gap - target.rect.bottom


def test_a_right_click_on_a_link_shows_its_chooser_in_place_of_the_boards_menu(
    pair: Pair, view: BoardView, qtbot: QtBot
) -> None:
    pair.drawn()
    pair.hand.escape()
    with qtbot.assertNotEmitted(view.context_menu_requested):
        pair.hand.press(*pair.place, RIGHT).release()
    assert view.bench.asking.chooser.isVisible()


def test_a_dragged_note_takes_its_links_along(pair: Pair, view: BoardView) -> None:
    pair.drawn()
    pair.hand.escape().press(*middle(pair.source)).move(*EMPTY)
    hand = view.bench.overlay.hand
    assert hand is not None
    moved = pair.source.rect.moved(
        EMPTY[0] - middle(pair.source)[0], EMPTY[1] - middle(pair.source)[1]
    )
    wanted = link_curve(moved, pair.target.rect).rect
    covered = hand.area.inset(-2)
    assert covered.encloses(wanted)
    pair.hand.release()
    rect = pair.desk.board.note(pair.source.id).rect
    assert view.bench.scene.links.curve(pair.link.id) == link_curve(rect, pair.target.rect)


def test_links_are_painted_in_their_colour_and_follow_theme_and_edits(
    pair: Pair, view: BoardView, qtbot: QtBot
) -> None:
    def colours() -> set[str]:
        qtbot.waitUntil(lambda: view.bench.frames.settled)
        image = view.grab().toImage()
        x, y = view.bench.viewpoint.camera.to_view(Point(*pair.place))
        around = [(x + dx, y + dy) for dx in range(-2, 3) for dy in range(-2, 3)]
        return {image.pixelColor(round(a), round(b)).name() for a, b in around}

    view.bench.viewpoint.show_at(4.0, pair.source.rect.united(pair.target.rect))
    pair.drawn()
    pair.hand.escape()
    assert LIGHT.ink3 in colours()
    view.set_theme(DARK)
    assert DARK.ink3 in colours()
    pair.desk.journal.undo()
    assert DARK.ink3 not in colours()


def test_a_link_goes_with_its_note(pair: Pair, view: BoardView) -> None:
    pair.drawn()
    pair.hand.click(*middle(pair.target)).key(Key.Key_Delete)
    assert pair.links == []
    assert view.bench.scene.links.ids_at([pair.source.id]) == [
        link.id
        for link in pair.desk.board.links.values()
        if pair.source.id in (link.source, link.target)
    ]


def test_another_board_has_its_own_links(pair: Pair, view: BoardView) -> None:
    link = pair.drawn()
    workshop = pair.desk.journal.workshop
    pair.desk.journal.commit(new_board(workshop, "value-stack", board_id="other"))
    view.show_board("other")
    assert view.bench.scene.links.ids_at([link.source]) == []
    assert view.bench.selection.link is None
    assert not view.bench.asking.chooser.isVisible()
