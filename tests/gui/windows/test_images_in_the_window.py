"""Images in the whole program: on their way when it is closed, in exports, and beside other files that are dropped."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from canvasapp.domain.records import NoteKind
from canvasapp.export.file_order import BoardFile
from canvasapp.store import read_workshop
from canvasapp.templates import load_templates
from canvasapp.view.incoming import from_file
from tests.export.images import JPEG
from tests.gui.windows.conftest import Program


def drop(program: Program, path: Path) -> None:
    mime, view = QMimeData(), program.page.view
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    at = QPointF(view.width() - 40, view.height() - 80)
    rest = (
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    for event in (QDragEnterEvent(at.toPoint(), *rest), QDropEvent(at, *rest)):
        QApplication.sendEvent(view, event)


def photo(folder: Path) -> Path:
    path = folder / "tea.jpg"
    path.write_bytes(JPEG)
    return path


def test_an_image_on_its_way_is_in_the_file_when_the_window_closes(
    example: Program, tmp_path: Path
) -> None:
    path = example.page.opened.path
    drop(example, photo(tmp_path))
    example.window.close()
    (board, *_) = read_workshop(path, load_templates(), tmp_path / "data").boards_in_order()
    assert [n.text for n in board.notes.values() if n.kind is NoteKind.IMAGE] == ["tea.jpg"]


def test_an_export_holds_the_images(example: Program, tmp_path: Path) -> None:
    drop(example, photo(tmp_path))
    example.page.view.bench.stage.errands.finish()
    path = example.answers.export = tmp_path / "board.pdf"
    example.page.guide.export(BoardFile((example.page.board.id,)))
    example.page.exporting.wait(30)
    assert JPEG in path.read_bytes()


def test_an_export_that_outlives_its_page_holds_them_too(example: Program, tmp_path: Path) -> None:
    drop(example, photo(tmp_path))
    example.page.view.bench.stage.errands.finish()
    path = example.answers.export = tmp_path / "board.pdf"
    page = example.page
    page.guide.export(BoardFile((page.board.id,)))
    example.window.show_home()
    page.exporting.wait(30)
    assert JPEG in path.read_bytes()


def test_a_note_gives_its_image_back(example: Program, tmp_path: Path) -> None:
    view = example.page.view
    note = next(iter(example.page.board.notes.values()))
    view.bench.stage.bringing.bring_over([from_file(photo(tmp_path))], note.rect.centre, note)
    view.bench.stage.errands.finish()
    assert example.page.board.note(note.id).image is not None
    example.choose(example.page.context_menu(), "Remove image")
    assert example.page.board.note(note.id).image is None
