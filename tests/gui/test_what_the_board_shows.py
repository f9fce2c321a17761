"""The pixels of the board: what tiles show is what the picture says, before and after every change."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest
import shiboken6
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from canvasapp.domain.geometry import Point, Rect
from canvasapp.edits.notes import move_notes, remove_notes, set_party, set_text
from canvasapp.painting import PicturePainter
from canvasapp.picture.board_picture import board_picture
from canvasapp.picture.theme import DARK, LIGHT
from canvasapp.view.board_view import BoardView
from tests.gui.conftest import Desk, Hand

Pixels = npt.NDArray[np.int16]


def shown(view: BoardView, qtbot: QtBot) -> Pixels:
    """The board when everything is finished."""
    qtbot.waitUntil(lambda: view.bench.frames.settled and not view.bench.viewpoint.zooming)
    return pixels(view.grab().toImage())


def pixels(image: QImage) -> Pixels:
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    raw = np.frombuffer(image.constBits(), dtype=np.uint8)
    return raw.reshape(image.height(), image.width(), 4)[:, :, :3].astype(np.int16)


def painted(view: BoardView) -> Pixels:
    """The same part of the board, painted at once from the picture."""
    camera, scene = view.bench.viewpoint.camera, view.bench.scene
    image = QImage(camera.width, camera.height, QImage.Format.Format_RGB32)
    image.fill(QColor(scene.options.theme.desk))
    painter = QPainter(image)
    painter.translate(*camera.origin)
    painter.scale(camera.scale, camera.scale)
    PicturePainter(bars_below=3.4).paint(painter, board_picture(view.board, scene.options).parts)
    painter.end()
    return pixels(image)


def difference(first: Pixels, other: Pixels) -> float:
    """How much two images differ in blocks of 8 by 8 pixels at most, as a share of black against white."""
    rows, columns = (side // 8 * 8 for side in first.shape[:2])
    apart = (first - other)[:rows, :columns].mean(axis=2)
    blocks = apart.reshape(rows // 8, 8, columns // 8, 8).mean(axis=(1, 3))
    return float(np.abs(blocks).max()) / 255


def colour_at(view: BoardView, at: Point) -> str:
    place = QPointF(*view.bench.viewpoint.camera.to_view(at)) * view.devicePixelRatioF()
    return view.grab().toImage().pixelColor(place.toPoint()).name()


@pytest.mark.parametrize("zoom", [0.3, 1.0, 1.6, 4.0])
def test_the_board_looks_like_its_picture_at_every_zoom(
    view: BoardView, qtbot: QtBot, zoom: float
) -> None:
    view.bench.viewpoint.show_at(zoom, view.board.template.block("value-proposition").rect)
    assert difference(shown(view, qtbot), painted(view)) < 0.15


def test_nothing_of_the_first_frame_is_missing(view: BoardView) -> None:
    view.repaint()
    assert view.bench.frames.surface.unfinished == 0.0


def test_an_edit_shows_at_once(view: BoardView, desk: Desk, qtbot: QtBot) -> None:
    shown(view, qtbot)
    note = desk.note("48-hour")
    desk.journal.commit(set_party(desk.board, [note.id], None))
    view.repaint()
    assert colour_at(view, note.rect.centre) == LIGHT.party(None).paper


def test_after_many_edits_the_board_still_looks_like_its_picture(
    view: BoardView, desk: Desk, qtbot: QtBot
) -> None:
    shown(view, qtbot)
    notes = [desk.note(text) for text in ("48-hour", "Unique", "Told once")]
    for way in ((13.3, 71.7), (-40.1, 22.9), (5.0, -60.0)):
        desk.journal.commit(move_notes(desk.board, [note.id for note in notes], *way))
        view.repaint()
    desk.journal.commit(set_text(desk.board, notes[0].id, "Another text altogether"))
    desk.journal.commit(remove_notes(desk.board, [notes[1].id]))
    assert difference(shown(view, qtbot), painted(view)) < 0.15


def test_overlapping_notes_lie_as_in_the_pile(view: BoardView, desk: Desk, qtbot: QtBot) -> None:
    low, high = desk.note("Set-up on moving day"), desk.note("Unique")
    desk.journal.commit(move_notes(desk.board, [high.id], low.x - high.x + 40, 20))
    shown(view, qtbot)
    party = desk.board.parties[high.party or ""]
    overlap = Point(low.x + 60, low.y + 66)
    assert desk.board.note(high.id).rect.contains(overlap)
    assert low.rect.contains(overlap)
    assert colour_at(view, overlap) == LIGHT.party(party.slot).paper


def test_another_theme_repaints_everything(view: BoardView, qtbot: QtBot) -> None:
    shown(view, qtbot)
    view.set_theme(DARK)
    assert difference(shown(view, qtbot), painted(view)) < 0.15
    assert colour_at(view, Point(-20, -20)) == DARK.desk


def test_a_ring_in_the_accent_marks_the_current_block(view: BoardView, qtbot: QtBot) -> None:
    rect = view.board.template.block("value-proposition").rect.inset(
        view.board.template.sheet.gutter / 2
    )
    edge = Point(rect.x, rect.centre.y)
    before = colour_at(view, edge)
    view.bench.navigation.enter("value-proposition")
    qtbot.waitUntil(lambda: view.bench.frames.settled)
    assert colour_at(view, edge) != before
    assert colour_at(view, edge) == LIGHT.accent


def test_a_lifted_note_leaves_its_place_empty(
    hand: Hand, view: BoardView, desk: Desk, qtbot: QtBot
) -> None:
    note = desk.note("48-hour")
    before = colour_at(view, note.rect.centre)
    hand.press(500, 210).move(500, 500)
    qtbot.waitUntil(lambda: view.bench.frames.settled)
    assert colour_at(view, note.rect.centre) != before
    hand.escape()
    qtbot.waitUntil(lambda: view.bench.frames.settled)
    assert colour_at(view, note.rect.centre) == before


def test_the_text_does_not_jump_when_editing_begins(
    view: BoardView, desk: Desk, qtbot: QtBot
) -> None:
    note = desk.note("48-hour")
    view.zoom_to(1.5)
    before = shown(view, qtbot)
    view.select([note.id])
    view.edit_selected()
    during = shown(view, qtbot)
    inside = note.rect.inset(6)
    assert np.abs(cut(view, before, inside) - cut(view, during, inside)).mean() < 2


def cut(view: BoardView, image: Pixels, rect: Rect) -> Pixels:
    left, top = view.bench.viewpoint.camera.to_view(Point(rect.x, rect.y))
    right, bottom = view.bench.viewpoint.camera.to_view(Point(rect.right, rect.bottom))
    return image[round(top) : round(bottom), round(left) : round(right)]


def test_a_fault_while_painting_is_told_and_the_next_frame_is_whole(
    view: BoardView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patched, qtbot.captureExceptions() as caught:
        patched.setattr(view.bench.overlay, "paint", fail)
        view.update()
        QApplication.processEvents()  # PySide 6.11 does not survive a fault under `repaint`
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]
    view.repaint()
    assert colour_at(view, Point(-20, -20)) == LIGHT.desk


def test_a_board_that_is_gone_neither_flies_on_nor_hears_of_edits(desk: Desk, qtbot: QtBot) -> None:
    window = QWidget()
    view = BoardView(desk.journal, desk.board_id, LIGHT, window)
    view.zoom_to(4.0)
    shiboken6.delete(window)
    qtbot.wait(50)
    note = desk.note("48-hour")
    desk.journal.commit(move_notes(desk.board, [note.id], 1.0, 0.0))
    assert desk.board.note(note.id).x == note.x + 1.0


def test_keys_are_typed_while_the_board_has_the_focus(view: BoardView) -> None:
    assert view.focusPolicy() is Qt.FocusPolicy.StrongFocus
    assert view.accessibleName() == f"Board {view.board.head.title}"
