"""Headings: placed by a click or drawn, typed in place, as large on the board as on paper."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from canvasapp.domain.geometry import Rect
from canvasapp.domain.records import Note, NoteKind
from canvasapp.domain.template import Perspective
from canvasapp.edits.notes import HEADING, MIN_HEADING, add_heading
from canvasapp.picture.heading_picture import heading_layout
from canvasapp.picture.theme import DARK, LIGHT, Theme
from canvasapp.text.layout import LEADING
from canvasapp.view.board_view import BoardView
from tests.gui.conftest import Desk, Hand

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
FREE = (430.0, 400.0)
"""A place in a lane where nothing lies."""


@pytest.fixture
def heading(desk: Desk) -> Note:
    desk.journal.commit(add_heading(desk.board, Rect(430, 380, *HEADING), "First steps"))
    return desk.note("First steps")


def headings(desk: Desk) -> list[Note]:
    return [note for note in desk.board.notes.values() if note.kind is NoteKind.HEADING]


def test_a_click_begins_a_heading_of_the_usual_size(hand: Hand, desk: Desk) -> None:
    hand.key(Key.Key_T).click(*FREE).type("First steps").escape()
    (made,) = headings(desk)
    assert made.text == "First steps"
    assert (made.w, made.h) == pytest.approx(HEADING)
    assert (made.x, made.rect.centre.y) == pytest.approx(FREE, abs=1)
    assert desk.journal.undo_label == "Add heading"


def test_a_drag_draws_how_large_the_letters_are(hand: Hand, desk: Desk) -> None:
    hand.key(Key.Key_T).press(430, 380).move(600, 400).release(800, 420)
    hand.type("Big").escape()
    (made,) = headings(desk)
    assert (made.w, made.h) == pytest.approx((370, 40), abs=1)
    size = heading_layout("Big", made.w, made.h).size
    assert size == pytest.approx(made.h / LEADING)


def test_a_tiny_drag_draws_the_smallest_heading(hand: Hand, desk: Desk) -> None:
    hand.key(Key.Key_T).press(430, 380).move_by_pixels(5, 0).release()
    hand.type("Tiny").escape()
    (made,) = headings(desk)
    assert (made.w, made.h) == pytest.approx(MIN_HEADING)


def test_escape_while_drawing_makes_nothing(hand: Hand, desk: Desk) -> None:
    before = desk.board
    hand.key(Key.Key_T).press(430, 380).move(700, 420).escape().release(700, 420)
    assert desk.board == before


def test_a_heading_without_words_is_none(hand: Hand, desk: Desk) -> None:
    hand.key(Key.Key_T).click(*FREE).type("  ").escape()
    assert headings(desk) == []


def test_letters_keep_their_size_while_words_are_added(
    hand: Hand, desk: Desk, heading: Note
) -> None:
    size = heading_layout(heading.text, heading.w, heading.h).size
    hand.double_click(440, 388).key(Key.Key_End).type(" that go on for more than a line").escape()
    (longer,) = headings(desk)
    layout = heading_layout(longer.text, longer.w, longer.h)
    assert layout.size == pytest.approx(size)
    assert len(layout.lines) > 1
    assert longer.h == pytest.approx(layout.height)


def test_a_heading_whose_words_are_all_erased_is_gone_until_undo(
    hand: Hand, desk: Desk, heading: Note
) -> None:
    hand.double_click(440, 388).key(Key.Key_A, CONTROL).key(Key.Key_Delete).escape()
    assert headings(desk) == []
    desk.journal.undo()
    assert headings(desk) == [heading]


def test_pulling_its_edge_makes_the_letters_larger(hand: Hand, desk: Desk, heading: Note) -> None:
    hand.click(440, 388).holding(CONTROL)
    hand.press(500, heading.rect.bottom + 1).move(500, 410).release(500, heading.rect.bottom + 18)
    (larger,) = headings(desk)
    assert larger.h == pytest.approx(heading.h + 17, abs=1)
    before, after = (heading_layout(n.text, n.w, n.h).size for n in (heading, larger))
    assert after / before == pytest.approx(larger.h / heading.h)


def test_the_other_view_is_its_lane_and_a_party_is_nothing_to_it(
    hand: Hand, desk: Desk, heading: Note
) -> None:
    hand.click(440, 388).type("1")
    assert headings(desk) == [heading]
    hand.type("c")
    (moved,) = headings(desk)
    assert (moved.block, moved.perspective) == (heading.block, Perspective.CUSTOMER)


def test_it_is_copied_and_pasted_as_a_heading(hand: Hand, desk: Desk, heading: Note) -> None:
    hand.click(440, 388).key(Key.Key_C, CONTROL).move(700, 560).key(Key.Key_V, CONTROL)
    assert [note.text for note in headings(desk)] == ["First steps", "First steps"]
    assert len({(note.w, note.h) for note in headings(desk)}) == 1


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_it_is_written_in_the_sheet_s_ink_typed_or_not(
    view: BoardView, heading: Note, theme: Theme, qtbot: QtBot
) -> None:
    view.set_theme(theme)
    view.zoom_to(4.0)
    view.select([heading.id])
    qtbot.waitUntil(lambda: view.bench.frames.whole)
    ink = QColor(theme.ink)
    assert _has(_shown(view, heading), ink)
    view.edit_selected()
    assert _has(_shown(view, heading), ink)


def test_a_heading_over_crowded_notes_hides_none_of_them(view: BoardView, heading: Note) -> None:
    rows = view.bench.scene.index.plain
    row = view.bench.scene.index.row(heading.id)
    assert row is not None
    assert not rows[row]
    assert rows.sum() == len(rows) - 1


def _shown(view: BoardView, note: Note) -> QImage:
    """What the window shows of a note."""
    camera = view.bench.viewpoint.camera
    left, top = camera.to_view(note.rect.centre)
    width, height = round(note.w / camera.mm(1)), round(note.h / camera.mm(1))
    whole = view.grab().toImage()
    return whole.copy(round(left - width / 2), round(top - height / 2), width, height)


def _has(image: QImage, colour: QColor) -> bool:
    return any(
        image.pixelColor(x, y) == colour
        for x in range(image.width())
        for y in range(0, image.height(), 2)
    )
