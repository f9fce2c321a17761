"""The minimap: when it is there, what it shows, and how it moves the camera."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from canvasapp.edits.notes import remove_notes
from canvasapp.view.minimap import LONGEST, PADDING, Minimap
from tests.gui.windows.conftest import Program

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def minimap(example: Program) -> Minimap:
    example.page.view.reduce_motion(True)
    example.page.view.setFocus()
    example.key(Key.Key_M)
    return example.page.frame.minimap


def place(minimap: Minimap, program: Program, x: float, y: float) -> QPoint:
    """Where in the minimap a place on the sheet (mm) is."""
    sheet = program.page.board.template.sheet.rect
    scale = LONGEST / max(sheet.w, sheet.h)
    return QPoint(round(PADDING + x * scale), round(PADDING + y * scale))


def test_m_shows_it_and_hides_it_again(example: Program, minimap: Minimap) -> None:
    assert minimap.isVisible()
    example.key(Key.Key_M)
    assert not minimap.isVisible()


def test_m_is_a_single_key_even_with_a_note_selected(example: Program, minimap: Minimap) -> None:
    example.page.view.do("select-all")
    example.key(Key.Key_M)
    assert not minimap.isVisible()
    assert example.page.view.bench.editing.editor is None


def test_it_is_there_again_the_next_time(start: Callable[[], Program]) -> None:
    first = start()
    first.window.open_example()
    first.page.view.setFocus()
    first.key(Key.Key_M)
    second = start()
    second.window.open_example()
    assert second.page.frame.minimap.isVisible()


def test_a_press_shows_that_place_and_a_drag_goes_on(example: Program, minimap: Minimap) -> None:
    view = example.page.view
    view.zoom_to(3.0)
    QTest.mousePress(minimap, LEFT, pos=place(minimap, example, 300, 250))
    centre = view.bench.viewpoint.camera.seen.centre
    assert (centre.x, centre.y) == pytest.approx((300, 250), abs=6)
    QTest.mouseMove(minimap, place(minimap, example, 500, 400))
    centre = view.bench.viewpoint.camera.seen.centre
    assert (centre.x, centre.y) == pytest.approx((500, 400), abs=12)
    QTest.mouseRelease(minimap, LEFT, pos=place(minimap, example, 500, 400))
    view.do("go-back")
    assert view.bench.viewpoint.camera.seen.centre.x != pytest.approx(500, abs=12)


def test_it_shows_notes_in_their_colours_and_follows_edits(
    example: Program, minimap: Minimap
) -> None:
    page = example.page
    note = next(each for each in page.board.notes.values() if each.text.startswith("48-hour"))
    party = page.board.parties[note.party or ""]
    at = place(minimap, example, note.rect.centre.x, note.rect.centre.y)
    paper = QColor(example.window.look.theme.party(party.slot).paper)

    def shown() -> QColor:
        return minimap.grab().toImage().pixelColor(at)

    page.view.do("fit")
    example.settle()
    example.qtbot.waitUntil(lambda: shown() == paper)
    page.journal.commit(remove_notes(page.board, [note.id]))
    example.qtbot.waitUntil(lambda: shown() != paper)
