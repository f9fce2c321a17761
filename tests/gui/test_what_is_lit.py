"""What was found stands out at every zoom: its pixels are as they were, all others are nearer to the desk."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from canvasapp.domain.finding import Found, Searched, find
from canvasapp.domain.geometry import Point
from canvasapp.domain.records import Note
from canvasapp.edits.notes import Stack, move_notes, restack
from canvasapp.picture.theme import LIGHT
from canvasapp.view.board_view import BoardView
from tests.gui.conftest import Desk


def seek(view: BoardView, query: str) -> list[Found]:
    return find(Searched().entries(view.board), query)


def pixels(view: BoardView, qtbot: QtBot) -> QImage:
    """The board when there is nothing left to paint."""
    qtbot.waitUntil(lambda: view.bench.frames.settled and view.bench.frames.whole)
    while view.bench.frames.surface.veil.behind:
        view.repaint()
    QApplication.processEvents()
    return view.grab().toImage()


def colour(view: BoardView, image: QImage, at: Point) -> QColor:
    x, y = view.bench.viewpoint.camera.to_view(at)
    return image.pixelColor(QPoint(round(x), round(y)))


def paper(note: Note) -> Point:
    """Where the note shows its paper."""
    return Point(note.rect.right - 12, note.rect.bottom - 25)


def way(one: QColor, other: QColor) -> int:
    pairs = zip(one.getRgb(), other.getRgb(), strict=True)  # type: ignore[call-overload]
    return sum(abs(a - b) for a, b in pairs)


@pytest.mark.parametrize("zoom", [0.05, 0.2, 1.0, 3.0])
def test_only_what_is_lit_stays_as_it_is(
    desk: Desk, view: BoardView, qtbot: QtBot, zoom: float
) -> None:
    lit, dim = desk.note("48-hour"), desk.note("Unique:")
    view.bench.viewpoint.show_at(zoom, lit.rect.united(dim.rect))
    plain = pixels(view, qtbot)
    view.spotlight.light(seek(view, "48-hour repair with"))
    shown = pixels(view, qtbot)
    assert colour(view, shown, paper(lit)) == colour(view, plain, paper(lit))
    before, after = (colour(view, image, paper(dim)) for image in (plain, shown))
    desk_colour = QColor(LIGHT.desk)
    assert way(after, desk_colour) < way(before, desk_colour) / 2


def test_put_out_all_is_as_it_was(view: BoardView, qtbot: QtBot) -> None:
    plain = pixels(view, qtbot)
    view.spotlight.light(seek(view, "repair"))
    assert pixels(view, qtbot) != plain
    view.spotlight.put_out()
    assert pixels(view, qtbot) == plain


@pytest.mark.parametrize("zoom", [0.3, 2.0])
def test_a_note_that_lies_on_a_lit_one_is_dimmed(
    desk: Desk, view: BoardView, qtbot: QtBot, zoom: float
) -> None:
    lit, over = desk.note("48-hour"), desk.note("Unique:")
    way_there = Point(lit.x + 30 - over.x, lit.y + 20 - over.y)
    desk.journal.commit(move_notes(desk.board, [over.id], way_there.x, way_there.y))
    desk.journal.commit(restack(desk.board, [over.id], Stack.FRONT))
    view.bench.viewpoint.show_at(zoom, lit.rect)
    shared = Point(lit.rect.right - 6, lit.rect.bottom - 12)
    plain = pixels(view, qtbot)
    view.spotlight.light(seek(view, "48-hour repair with"))
    shown = pixels(view, qtbot)
    corner = Point(lit.x + 8, lit.rect.bottom - 25)
    assert colour(view, shown, corner) == colour(view, plain, corner)
    assert colour(view, shown, shared) != colour(view, plain, shared)


def test_what_is_lit_stays_lit_where_it_is_moved_to(
    desk: Desk, view: BoardView, qtbot: QtBot
) -> None:
    lit = desk.note("48-hour")
    view.spotlight.light(seek(view, "48-hour repair with"))
    desk.journal.commit(move_notes(desk.board, [lit.id], 0.0, 120.0))
    moved = desk.board.note(lit.id)
    view.bench.viewpoint.show_at(1.0, lit.rect.united(moved.rect))
    shown = pixels(view, qtbot)
    assert colour(view, shown, paper(moved)) == QColor(LIGHT.party(3).paper)
    assert colour(view, shown, paper(lit)) != QColor(LIGHT.party(3).paper)
