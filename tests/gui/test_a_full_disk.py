"""What the hand does while the disk refuses to write: nothing is lost, and the reason is told."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from canvasapp.store.errors import DiskError
from canvasapp.view.board_view import BoardView
from tests.gui.conftest import Desk, Hand

FREE = (560.0, 560.0)
REASON = "The disk is full: make room and try again."


@pytest.fixture
def told(view: BoardView) -> list[str]:
    sentences: list[str] = []
    view.message.connect(sentences.append)
    return sentences


@pytest.fixture
def full_disk(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """The disk refuses until the patch is undone."""

    def refuse(*_: object) -> None:
        raise DiskError(REASON)

    with monkeypatch.context() as patched:
        patched.setattr(desk.journal._store, "write", refuse)
        yield patched


def test_a_drag_is_refused_and_the_note_lies_where_it_was(
    hand: Hand, desk: Desk, full_disk: pytest.MonkeyPatch, told: list[str]
) -> None:
    note = desk.note("48-hour")
    hand.press(500, 210).move(900, 400).release()
    assert told == [REASON]
    assert desk.board.note(note.id) == note
    full_disk.undo()
    hand.press(500, 210).move(900, 400).release()
    assert desk.board.note(note.id) != note


def test_what_was_typed_stays_in_the_editor_until_it_can_be_kept(
    hand: Hand, desk: Desk, view: BoardView, full_disk: pytest.MonkeyPatch, told: list[str]
) -> None:
    hand.double_click(*FREE).type("Local bread").escape()
    assert told == [REASON]
    hand.click(620, 320)
    assert view.bench.editing.editor is not None
    assert view.bench.editing.editor.draft.text == "Local bread"
    full_disk.undo()
    hand.escape()
    assert desk.note("Local bread")


def test_another_board_is_not_shown_before_the_text_is_kept(
    hand: Hand, desk: Desk, view: BoardView, full_disk: pytest.MonkeyPatch, told: list[str]
) -> None:
    hand.double_click(*FREE).type("Local bread")
    assert not view.finish_editing()
    assert told == [REASON]
    full_disk.undo()
    assert view.finish_editing()
    assert desk.note("Local bread")


def test_keys_on_notes_are_refused_in_words(
    hand: Hand,
    desk: Desk,
    view: BoardView,
    full_disk: pytest.MonkeyPatch,
    told: list[str],
) -> None:
    view.select([desk.note("48-hour").id])
    before = desk.board
    hand.key(Qt.Key.Key_Delete).key(Qt.Key.Key_Left).type("2c")
    view.do("cut")
    view.do("duplicate")
    assert told == [REASON] * 6
    assert desk.board is before
    full_disk.undo()
