"""A picture that the window has exported is opened again where it is dropped."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from canvasapp.export.carrying import carries as has_board
from canvasapp.export.file_order import BoardFile
from tests.gui.windows.conftest import Program


def drop_on_the_home_page(program: Program, path: Path) -> bool:
    """Whether it is taken."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    at, rest = (
        QPointF(300, 300),
        (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier),
    )
    events = QDragEnterEvent(at.toPoint(), *rest), QDropEvent(at, *rest)
    for event in events:
        QApplication.sendEvent(program.window, event)
    return events[0].isAccepted()


def exported(program: Program, path: Path, *, carries: bool) -> Path:
    program.answers.export = path
    program.page.guide.export(BoardFile((program.page.board.id,), suffix=".svg", carries=carries))
    program.page.exporting.wait(30)
    return path


def test_a_picture_is_dropped_on_the_home_page_and_opened(example: Program, tmp_path: Path) -> None:
    notes = example.page.board.notes
    picture = exported(example, tmp_path / "wall.svg", carries=True)
    bare = exported(example, tmp_path / "bare.svg", carries=False)
    example.window.show_home()
    assert has_board(picture)
    assert not has_board(bare)
    assert not drop_on_the_home_page(example, bare)
    assert drop_on_the_home_page(example, picture)
    example.qtbot.waitUntil(lambda: example.window.page is not None)
    assert example.page.board.notes == notes
    assert example.page.opened.path == example.documents / "wall.workshop"
