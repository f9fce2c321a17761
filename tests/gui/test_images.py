"""Images on the board: chosen, dropped and pasted from outside, shown, described and copied."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QImageIOHandler,
    QImageWriter,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from canvasapp.domain.geometry import Point
from canvasapp.domain.records import Note, NoteKind
from canvasapp.edits.example import example_workshop
from canvasapp.edits.images import LONGEST
from canvasapp.painting.image_files import written
from canvasapp.picture.theme import LIGHT
from canvasapp.store import create_workshop, open_workshop
from canvasapp.templates.loader import load_templates
from canvasapp.view import bringing
from canvasapp.view.board_view import BoardView
from canvasapp.view.incoming import MOST_BYTES
from tests.export.images import JPEG, PNG_HALF_CLEAR, flat
from tests.gui.conftest import Desk, Hand

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
COPY, LEFT = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
FREE = (700.0, 560.0)
RED = QColor(200, 30, 60)


class Outside:
    """Other programs and the disk."""

    def __init__(self, view: BoardView, folder: Path) -> None:
        self.view, self.folder = view, folder
        self.told: list[str] = []
        view.message.connect(self.told.append)

    def file(self, name: str, content: bytes) -> Path:
        path = self.folder / name
        path.write_bytes(content)
        return path

    def photo(self, name: str = "tea.png", width: int = 400, height: int = 200) -> Path:
        path = self.folder / name
        assert flat(width, height).save(str(path))
        return path

    def drag(self, mime: QMimeData, x: float, y: float) -> bool:
        """Drags it there; whether it is welcome."""
        enter = QDragEnterEvent(
            self._pixel(x, y).toPoint(), COPY, mime, LEFT, Qt.KeyboardModifier.NoModifier
        )
        enter.setAccepted(False)
        QApplication.sendEvent(self.view, enter)
        return enter.isAccepted()

    def drop(self, mime: QMimeData, x: float, y: float) -> bool:
        """Drags it there and lets go."""
        welcome = self.drag(mime, x, y)
        if welcome:
            event = QDropEvent(self._pixel(x, y), COPY, mime, LEFT, Qt.KeyboardModifier.NoModifier)
            QApplication.sendEvent(self.view, event)
        return welcome

    def _pixel(self, x: float, y: float) -> QPointF:
        return QPointF(*self.view.bench.viewpoint.camera.to_view(Point(x, y)))

    def wait(self) -> None:
        """Until all that is on its way has come."""
        self.view.bench.stage.errands.finish()


def files(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def pixels(image: QImage) -> QMimeData:
    mime = QMimeData()
    mime.setImageData(image)
    return mime


@pytest.fixture
def outside(view: BoardView, tmp_path: Path) -> Outside:
    return Outside(view, tmp_path)


def images(desk: Desk) -> list[Note]:
    return [note for note in desk.board.notes.values() if note.kind is NoteKind.IMAGE]


def test_the_tool_puts_a_chosen_file_where_was_clicked(
    hand: Hand, desk: Desk, view: BoardView, outside: Outside, qtbot: QtBot
) -> None:
    view.bench.stage.bringing.ask_files = lambda: [outside.photo()]
    hand.key(Key.Key_I).click(*FREE)
    qtbot.waitUntil(lambda: bool(images(desk)))
    (image,) = images(desk)
    assert (image.rect.centre.x, image.rect.centre.y) == pytest.approx(FREE, abs=1)
    assert image.w / image.h == pytest.approx(2)
    assert (image.text, view.selected_ids) == ("tea.png", (image.id,))
    assert outside.told[-1] == "Added image"


def test_a_drag_with_the_tool_draws_its_size(
    hand: Hand, desk: Desk, view: BoardView, outside: Outside, qtbot: QtBot
) -> None:
    view.bench.stage.bringing.ask_files = lambda: [outside.photo()]
    hand.key(Key.Key_I).press(600, 500).move(700, 600).release(720, 620)
    qtbot.waitUntil(lambda: bool(images(desk)))
    (image,) = images(desk)
    assert (image.w, image.h) == pytest.approx((120, 60), abs=1.5)


def test_a_dialog_left_without_a_choice_changes_nothing(
    hand: Hand, desk: Desk, view: BoardView, qtbot: QtBot
) -> None:
    asked: list[bool] = []

    def ask() -> list[Path]:
        asked.append(True)
        return []

    view.bench.stage.bringing.ask_files, before = ask, desk.board
    hand.key(Key.Key_I).click(*FREE)
    qtbot.waitUntil(lambda: bool(asked))
    assert desk.board is before


def test_several_files_are_dropped_side_by_side_and_undone_at_once(
    desk: Desk, outside: Outside
) -> None:
    before = desk.board
    paths = [outside.photo(f"{name}.png", 30 + name, 20) for name in range(3)]
    assert outside.drop(files(*paths), *FREE)
    outside.wait()
    found = images(desk)
    assert len(found) == 3
    assert not any(a.rect.meets(b.rect) for a in found for b in found if a is not b)
    desk.journal.undo()
    assert desk.board.notes == before.notes


def test_the_same_photo_twice_is_kept_once(desk: Desk, outside: Outside) -> None:
    first = outside.photo()
    again = outside.file("copy.png", first.read_bytes())
    for path in (first, again):
        outside.drop(files(path), *FREE)
        outside.wait()
    assert len(images(desk)) == 2
    assert len(desk.board.attachments) == 1


def test_an_image_dropped_on_a_note_comes_to_lie_on_it(desk: Desk, outside: Outside) -> None:
    note = desk.note("48-hour")
    outside.drop(files(outside.photo()), note.rect.centre.x, note.rect.centre.y)
    outside.wait()
    pictured = desk.board.note(note.id)
    assert pictured.image in desk.board.attachments
    assert pictured.text == note.text
    assert images(desk) == []


@pytest.mark.parametrize("content", [JPEG, PNG_HALF_CLEAR], ids=["JPEG", "PNG"])
def test_image_data_is_pasted_under_the_pointer(
    hand: Hand, desk: Desk, outside: Outside, content: bytes
) -> None:
    QGuiApplication.clipboard().setMimeData(pixels(QImage.fromData(content)))
    hand.move(*FREE).key(Key.Key_V, CONTROL)
    outside.wait()
    (image,) = images(desk)
    assert (image.rect.centre.x, image.rect.centre.y) == pytest.approx(FREE, abs=1)


@pytest.mark.parametrize("text", ["Two kettles", ""])
def test_an_image_pasted_while_typing_comes_onto_the_note_or_takes_the_place_of_an_empty_one(
    hand: Hand, desk: Desk, view: BoardView, outside: Outside, text: str
) -> None:
    hand.double_click(*FREE).type(text)
    QGuiApplication.clipboard().setMimeData(pixels(flat(400, 200)))
    hand.key(Key.Key_V, CONTROL)
    outside.wait()
    if text:
        hand.type("!").escape()
        (note,) = desk.notes("Two kettles!")
        assert note.image in desk.board.attachments
        assert images(desk) == []
    else:
        (image,) = images(desk)
        assert image.rect.contains(Point(*FREE))
        assert view.bench.editing.editor is None
    assert outside.told[0] == "Adding Pasted image"


def test_files_copied_in_a_file_manager_are_pasted(
    hand: Hand, desk: Desk, outside: Outside
) -> None:
    QGuiApplication.clipboard().setMimeData(files(outside.photo("a.png"), outside.photo("b.bmp")))
    hand.move(*FREE).key(Key.Key_V, CONTROL)
    outside.wait()
    assert sorted(note.text for note in images(desk)) == ["a.png", "b.bmp"]


def test_text_that_comes_with_an_image_of_itself_becomes_notes(
    hand: Hand, desk: Desk, outside: Outside
) -> None:
    mime = pixels(flat(30, 30))
    mime.setText("Bread\nSalt")
    QGuiApplication.clipboard().setMimeData(mime)
    hand.move(*FREE).key(Key.Key_V, CONTROL)
    outside.wait()
    assert desk.note("Bread")
    assert images(desk) == []


def png_head(width: int, height: int) -> bytes:
    """A PNG file that says it is so large, and holds next to nothing."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


REFUSED = {
    "bomb.png": (png_head(60_000, 60_000), "60,000 × 60,000 pixels"),
    "text.png": (b"Dear Anna, this is a letter.", "can not be read"),
    "cut.png": (PNG_HALF_CLEAR[:60], "can not be read"),
    "torn.jpg": (written(QImage(8, 8, QImage.Format.Format_RGB32), "JPG")[:-2], "end of this file"),
    "empty.jpg": (b"", "can not be read"),
    "drawing.svg": (b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', "SVG"),
    "huge.jpg": (bytes(MOST_BYTES + 1), "at most 50"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_can_not_be_an_image_is_refused_in_a_sentence(
    desk: Desk, outside: Outside, name: str
) -> None:
    content, reason = REFUSED[name]
    before = desk.board
    outside.drop(files(outside.file(name, content)), *FREE)
    outside.wait()
    assert desk.board is before
    assert name in outside.told[-1]
    assert reason in outside.told[-1]


def test_of_several_the_good_ones_come_and_the_others_are_told(
    desk: Desk, outside: Outside
) -> None:
    bad = [outside.file(f"{n}.png", b"no") for n in range(2)]
    outside.drop(files(outside.photo(), *bad), *FREE)
    outside.wait()
    assert len(images(desk)) == 1
    assert outside.told[-1].startswith("0.png: ")
    assert outside.told[-1].endswith("One more was refused.")


def test_a_folder_is_no_image(desk: Desk, outside: Outside) -> None:
    outside.drop(files(outside.folder), *FREE)
    outside.wait()
    assert "no file with an image" in outside.told[-1]


def test_a_photo_is_kept_the_way_up_it_was_taken(desk: Desk, outside: Outside) -> None:
    path = outside.folder / "upright.jpg"
    writer = QImageWriter(str(path))
    writer.setTransformation(QImageIOHandler.Transformation.TransformationRotate90)
    assert writer.write(flat(400, 200))
    outside.drop(files(path), *FREE)
    outside.wait()
    (image,) = images(desk)
    assert image.h / image.w == pytest.approx(2)
    content = desk.journal.content(str(image.image))
    assert QImage.fromData(content).size().toTuple() == (200, 400)


def test_it_keeps_its_proportions_when_it_is_resized(
    hand: Hand, desk: Desk, outside: Outside
) -> None:
    outside.drop(files(outside.photo()), *FREE)
    outside.wait()
    (image,) = images(desk)
    corner = (image.rect.right + 2, image.rect.bottom + 2)
    hand.holding(CONTROL).press(*corner).move(corner[0] + 30, corner[1]).release()
    (larger,) = images(desk)
    assert larger.w == pytest.approx(image.w + 30, abs=3)
    assert larger.w / larger.h == pytest.approx(image.w / image.h)
    assert (larger.x, larger.y) == pytest.approx((image.x, image.y))


def test_the_window_shows_it_and_meanwhile_a_frame(
    desk: Desk, view: BoardView, outside: Outside, qtbot: QtBot
) -> None:
    outside.drop(files(outside.photo()), *FREE)
    outside.wait()
    (image,) = images(desk)
    x, y = view.bench.viewpoint.camera.to_view(image.rect.centre)
    spot = (round(x), round(y + 8))
    assert view.grab().toImage().pixelColor(*spot) != RED
    qtbot.waitUntil(lambda: view.grab().toImage().pixelColor(*spot) == RED)


def test_enter_asks_for_a_description(
    hand: Hand, desk: Desk, view: BoardView, outside: Outside, qtbot: QtBot
) -> None:
    outside.drop(files(outside.photo()), *FREE)
    outside.wait()
    hand.key(Key.Key_Return)
    field = view.bench.asking.describer.field
    assert (field.isVisible(), field.text()) == (True, "tea.png")
    qtbot.keyClicks(field, "A pot of tea")
    qtbot.keyClick(field, Key.Key_Return)
    (image,) = images(desk)
    assert image.text == "A pot of tea"
    assert not field.isVisible()
    assert "A pot of tea" in view.accessibleDescription()


@pytest.fixture
def elsewhere(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[], tuple[Desk, BoardView]]]:
    """Another workshop in another window."""
    path = tmp_path / "other.workshop"
    create_workshop(path, example_workshop(load_templates(), "service-logic-bmc"))
    with open_workshop(path, tmp_path / "other working") as store:

        def open_it() -> tuple[Desk, BoardView]:
            desk = Desk(store)
            view = BoardView(desk.journal, desk.board_id, LIGHT)
            qtbot.addWidget(view)
            return desk, view

        yield open_it


def test_a_copied_image_brings_its_content_to_another_workshop(
    hand: Hand,
    desk: Desk,
    outside: Outside,
    elsewhere: Callable[[], tuple[Desk, BoardView]],
) -> None:
    outside.drop(files(outside.photo()), *FREE)
    outside.wait()
    hand.key(Key.Key_C, CONTROL)
    other, view = elsewhere()
    view.do("paste")
    view.bench.stage.errands.finish()
    (copy,) = images(other)
    (image,) = images(desk)
    assert (copy.w, copy.h, copy.text) == (image.w, image.h, image.text)
    assert other.journal.content(str(copy.image)) == desk.journal.content(str(image.image))
    assert QGuiApplication.clipboard().mimeData().hasFormat("image/png")


def test_an_image_too_large_to_come_along_is_named_and_its_note_comes(
    hand: Hand,
    desk: Desk,
    outside: Outside,
    elsewhere: Callable[[], tuple[Desk, BoardView]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    note = desk.note("48-hour")
    outside.drop(files(outside.photo()), note.rect.centre.x, note.rect.centre.y)
    outside.wait()
    monkeypatch.setattr(bringing, "MOST_CARRIED", 10)
    hand.key(Key.Key_C, CONTROL)
    other, view = elsewhere()
    told: list[str] = []
    view.message.connect(told.append)
    view.do("paste")
    view.bench.stage.errands.finish()
    assert sorted(each.image is None for each in other.notes("48-hour")) == [True, True]
    assert told[-1].startswith("tea.png: This image did not come along")


@pytest.mark.parametrize("junk", [b"{}", b"[[1]]\nx", b"\xff", b'[["a","b","c"]]\n'])
def test_junk_that_calls_itself_our_images_is_passed_over(
    hand: Hand, desk: Desk, outside: Outside, junk: bytes
) -> None:
    outside.drop(files(outside.photo()), *FREE)
    outside.wait()
    hand.key(Key.Key_C, CONTROL)
    copied = QGuiApplication.clipboard().mimeData()
    mime = QMimeData()
    mime.setData("application/x-canvasapp-images", junk)
    ours = "application/x-canvasapp-notes+json"
    mime.setData(ours, copied.data(ours))
    QGuiApplication.clipboard().setMimeData(mime)
    hand.key(Key.Key_V, CONTROL)
    assert len(images(desk)) == 2


def test_a_copy_in_the_same_workshop_needs_nothing_but_the_record(
    hand: Hand, desk: Desk, outside: Outside
) -> None:
    outside.drop(files(outside.photo()), *FREE)
    outside.wait()
    hand.key(Key.Key_D, CONTROL)
    assert len(images(desk)) == 2
    assert len(desk.board.attachments) == 1


@pytest.mark.parametrize(
    ("name", "content", "texts"),
    [
        ("list.txt", "Bread\nSalt\n".encode("utf-8-sig"), ["Bread", "Salt"]),
        ("list.md", b"- [ ] Bread\n- [x] Salt\n* Oil\n", ["Bread", "Salt", "Oil"]),
        ("one column.csv", b'"Bread, rye"\nOil\n', ["Bread, rye", "Oil"]),
    ],
)
def test_a_dropped_text_file_becomes_notes(
    desk: Desk, outside: Outside, name: str, content: bytes, texts: list[str]
) -> None:
    outside.drop(files(outside.file(name, content)), *FREE)
    assert [desk.note(text).text for text in texts] == texts


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("table.csv", b'"Bread, rye",Salt\nOil,\n'),
        ("tabelle.csv", b"Bread, rye;Salt\nOil;\n"),
        ("table.tsv", b"Bread, rye\tSalt\nOil\t\n"),
    ],
)
def test_a_dropped_table_asks_what_it_shall_become(
    desk: Desk, view: BoardView, outside: Outside, name: str, content: bytes
) -> None:
    outside.drop(files(outside.file(name, content)), *FREE)
    choice = view.bench.asking.tables.choice
    assert choice.isVisible()
    QTest.keyClick(choice, Key.Key_2)
    bread, salt, oil = (desk.note(text) for text in ("Bread, rye", "Salt", "Oil"))
    assert bread.y == salt.y < oil.y
    assert bread.x == oil.x < salt.x


@pytest.mark.parametrize("content", [b"\xff\xfe\x00binary", bytes(1_000_001)])
def test_a_text_file_that_is_none_is_refused(desk: Desk, outside: Outside, content: bytes) -> None:
    before = desk.board
    outside.drop(files(outside.file("list.txt", content)), *FREE)
    assert desk.board is before
    assert "list.txt" in outside.told[-1]


def test_dropped_text_becomes_notes(desk: Desk, outside: Outside) -> None:
    mime = QMimeData()
    mime.setText("Bread\nSalt")
    outside.drop(mime, *FREE)
    assert (desk.note("Bread").text, desk.note("Salt").text) == ("Bread", "Salt")


def test_what_is_neither_is_not_welcome(outside: Outside) -> None:
    mime = QMimeData()
    mime.setData("application/x-colour", b"red")
    assert not outside.drop(mime, *FREE)


def test_a_dragged_file_shows_where_it_would_go(
    desk: Desk, view: BoardView, outside: Outside
) -> None:
    note = desk.note("48-hour")
    before, mime = view.grab().toImage(), files(outside.photo())
    assert outside.drag(mime, note.rect.centre.x, note.rect.centre.y)
    assert view.grab().toImage() != before


def test_an_image_that_is_on_its_way_when_the_board_is_left_comes_to_its_own_board(
    desk: Desk, view: BoardView, outside: Outside
) -> None:
    outside.drop(files(outside.photo()), *FREE)
    other = (
        next(each for each in desk.journal.workshop.boards if each != desk.board_id)
        if len(desk.journal.workshop.boards) > 1
        else desk.board_id
    )
    view.show_board(other)
    outside.wait()
    (image,) = images(desk)
    assert image.board == desk.board_id
    assert image.w <= LONGEST
