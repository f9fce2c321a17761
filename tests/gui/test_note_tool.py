"""The note tool places a note or draws its size."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt

from canvasapp.domain.geometry import Point
from canvasapp.domain.template import Perspective
from canvasapp.edits.placing import WIDE
from canvasapp.view.board_view import BoardView
from canvasapp.view.pointer import Phase
from tests.gui.conftest import Desk, Hand

EMPTY = (-60.0, -60.0)


def test_a_click_places_a_wide_note_and_types_into_it(
    hand: Hand, desk: Desk, view: BoardView
) -> None:
    hand.type("n").click(600, 300).type("Local bread").escape()
    note = desk.note("Local bread")
    assert (note.w, note.h) == WIDE
    assert (note.rect.centre.x, note.rect.centre.y) == pytest.approx((600, 300), abs=1)
    assert view.bench.toolbox.tool.id == "select"


def test_a_click_near_a_border_places_the_note_inside_the_lane_as_near_as_can_be(
    hand: Hand, desk: Desk
) -> None:
    block = desk.board.template.block("value-proposition")
    lane = block.lane(Perspective.CUSTOMER)
    hand.type("n").click(lane.rect.right - 2, lane.rect.bottom - 2).type("Corner").escape()
    note = desk.note("Corner")
    assert (note.block, note.perspective) == (block.id, Perspective.CUSTOMER)
    assert (note.rect.right, note.rect.bottom) == pytest.approx((lane.room.right, lane.room.bottom))


def test_a_click_on_an_open_question_begins_its_answer(hand: Hand, desk: Desk) -> None:
    hand.type("n").click(890, 160).type("With a reminder").escape()
    assert desk.note("With a reminder").question is not None


def test_a_drag_draws_the_size(hand: Hand, desk: Desk) -> None:
    hand.type("n").press(700, 560).move(600, 500).release(540, 460).type("Drawn").escape()
    note = desk.note("Drawn")
    assert (note.x, note.y, note.w, note.h) == pytest.approx((540, 460, 160, 100), abs=1)


def test_a_pulled_note_is_shown_as_it_will_be_where_it_is_let_go(
    hand: Hand, desk: Desk, view: BoardView
) -> None:
    """Its place, and the colour of the party that would have it."""

    def pulled(phase: Phase, x: float, y: float) -> str:
        at = QPointF(*view.bench.viewpoint.camera.to_view(Point(x, y)))
        view.bench.inputs.carry(phase, at)
        return view.grab().toImage().pixelColor(at.toPoint()).name()

    block = desk.board.template.block("value-proposition")
    lanes = [block.lane(each).rect for each in Perspective]
    seen = {pulled(Phase.PRESS, *EMPTY)}
    seen |= {pulled(Phase.MOVE, each.centre.x, each.bottom - 40) for each in lanes}
    assert len(seen) == len(lanes) + 1
    pulled(Phase.MOVE, 890, 160)
    shown = view.bench.overlay.hand
    assert shown is not None
    pulled(Phase.RELEASE, 890, 160)
    hand.type("Answer").escape()
    assert desk.note("Answer").rect == shown.area


def test_q_keeps_the_tool_after_use(hand: Hand, desk: Desk, view: BoardView) -> None:
    hand.type("nq").click(600, 300).type("One").click(600, 420).type("Two").escape()
    assert desk.note("One").rect.centre.y < desk.note("Two").rect.centre.y
    assert view.bench.toolbox.tool.id == "note"


def test_escape_while_drawing_makes_nothing(hand: Hand, desk: Desk, view: BoardView) -> None:
    before = desk.board
    hand.type("n").press(600, 300).move(680, 380).escape().release(680, 380)
    assert desk.board is before
    assert view.bench.editing.editor is None


def test_the_tool_is_shown_by_its_cursor(hand: Hand, view: BoardView) -> None:
    def shape() -> Qt.CursorShape:
        return view.cursor().shape()

    hand.type("n").move(600, 300)
    assert shape() is Qt.CursorShape.CrossCursor
    hand.type("h").move(610, 300)
    assert shape() is Qt.CursorShape.OpenHandCursor
    hand.press(610, 300)
    assert shape() is Qt.CursorShape.ClosedHandCursor
    hand.release().type("v").move(600, 300)
    assert shape() is Qt.CursorShape.ArrowCursor
    hand.double_click(560, 560)
    assert shape() is Qt.CursorShape.IBeamCursor
