"""Finished blocks keep their notes as they are; hidden notes wait to be revealed, private ones are not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from canvasapp.domain.board import Board
from canvasapp.domain.change import Change, Edit
from canvasapp.domain.geometry import Rect
from canvasapp.domain.records import NoteStatus, Seen
from canvasapp.edits.boards import duplicate_board, remove_board
from canvasapp.edits.groups import lock_notes
from canvasapp.edits.journal import Journal
from canvasapp.edits.marks import set_status
from canvasapp.edits.notes import add_note, duplicate_notes, move_notes, remove_notes, set_text
from canvasapp.edits.privacy import hidden_notes, hide_notes, make_private, reveal, show_notes
from canvasapp.edits.sealing import SealedBlockError, seal_block, unseal_block
from canvasapp.edits.sharing import show_on_board
from canvasapp.edits.splitting import merge_notes, split_note
from canvasapp.store import create_workshop, open_workshop
from tests.unit.small_canvas import OUR, note, workshop

START = workshop(
    note("n1", text="- one\n- two"),
    note("n2", x=220, block="broad"),
    note("n3", x=300, y=70, block="broad", z="a1"),
    boards=("b1", "b2"),
)


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    create_workshop(tmp_path / "a.workshop", START)
    with open_workshop(tmp_path / "a.workshop") as store:
        yield Journal(store, store.load(START.templates))


@pytest.fixture
def sealed(journal: Journal) -> Journal:
    """With the tall block finished."""
    journal.commit(seal_block(board(journal), "tall"))
    return journal


def board(journal: Journal) -> Board:
    return journal.workshop.boards["b1"]


CHANGES: dict[str, Callable[[Board], Edit]] = {
    "move": lambda b: move_notes(b, ["n1"], 5, 0),
    "move out": lambda b: move_notes(b, ["n1"], 300, 0),
    "move in": lambda b: move_notes(b, ["n2"], -200, 0),
    "write": lambda b: set_text(b, "n1", "other"),
    "create": lambda b: add_note(b, Rect(20, 100, 50, 50)),
    "remove": lambda b: remove_notes(b, ["n1"]),
    "lock": lambda b: lock_notes(b, ["n1"]),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_notes_of_a_finished_block_stay_as_they_are(
    sealed: Journal, change: Callable[[Board], Edit]
) -> None:
    before = sealed.workshop
    with pytest.raises(SealedBlockError, match=r"^1 Tall on Board b1 is finished: open it again"):
        sealed.commit(change(board(sealed)))
    assert sealed.workshop is before
    sealed.commit(unseal_block(board(sealed), "tall"))
    sealed.commit(change(board(sealed)))


FREE: dict[str, Callable[[Board], Edit]] = {
    "hide": lambda b: hide_notes(b, ["n1"]),
    "say how far it is": lambda b: set_status(b, ["n1"], NoteStatus.DECIDED),
    "change another block": lambda b: move_notes(b, ["n2"], 5, 5),
    "write on the table": lambda b: add_note(b, Rect(300, 300, 50, 50)),
}


@pytest.mark.parametrize("change", FREE.values(), ids=FREE.keys())
def test_what_is_said_about_them_and_all_else_may_change(
    sealed: Journal, change: Callable[[Board], Edit]
) -> None:
    before = sealed.workshop
    assert sealed.commit(change(board(sealed))) is not before


def test_undo_goes_back_to_before_the_block_was_finished(journal: Journal) -> None:
    journal.commit(set_text(board(journal), "n1", "other"))
    journal.commit(seal_block(board(journal), "tall"))
    journal.undo()
    journal.undo()
    assert board(journal).note("n1").text == "- one\n- two"
    journal.redo()
    journal.redo()
    assert board(journal).sealed_blocks == {"tall"}


def test_a_twin_in_a_finished_block_is_not_changed_from_elsewhere(journal: Journal) -> None:
    shown = show_on_board(journal.workshop, "b1", ["n2"], "b2", "tall", OUR)
    journal.commit(shown)
    journal.commit(seal_block(journal.workshop.boards["b2"], "tall"))
    with pytest.raises(SealedBlockError, match="Tall on Board b2"):
        journal.commit(set_text(board(journal), "n2", "other"))


def test_a_board_with_finished_blocks_can_be_copied_and_removed(sealed: Journal) -> None:
    sealed.commit(duplicate_board(sealed.workshop, "b1", copy_id="copy"))
    assert sealed.workshop.boards["copy"].sealed_blocks == {"tall"}
    sealed.commit(remove_board(sealed.workshop, "b1"))
    assert "b1" not in sealed.workshop.boards


def test_finished_twice_is_finished_once(sealed: Journal) -> None:
    assert not seal_block(board(sealed), "tall")
    assert not unseal_block(board(sealed), "broad")


# --- who sees a note ------------------------------------------------------------------------------------------------


def seen(journal: Journal) -> dict[str, Seen]:
    return {each.id: each.seen for each in board(journal).notes.values()}


def test_all_hidden_notes_of_a_block_are_revealed_in_one_edit(journal: Journal) -> None:
    journal.commit(hide_notes(board(journal), ["n1", "n2", "n3"]))
    journal.commit(reveal(board(journal), "broad"))
    assert seen(journal) == {"n1": Seen.HIDDEN, "n2": Seen.SHOWN, "n3": Seen.SHOWN}
    journal.undo()
    assert len(hidden_notes(board(journal))) == 3
    journal.commit(reveal(board(journal)))
    assert set(seen(journal).values()) == {Seen.SHOWN}


def test_private_notes_are_not_revealed_but_can_be_shown(journal: Journal) -> None:
    journal.commit(make_private(board(journal), ["n1"]))
    assert not reveal(board(journal))
    assert not hide_notes(board(journal), ["n1"])
    journal.commit(show_notes(board(journal), ["n1"]))
    assert seen(journal)["n1"] is Seen.SHOWN


def test_a_locked_note_is_revealed_with_the_others(journal: Journal) -> None:
    journal.commit(hide_notes(board(journal), ["n1"]))
    journal.commit(lock_notes(board(journal), ["n1"]))
    journal.commit(reveal(board(journal)))
    assert seen(journal)["n1"] is Seen.SHOWN


def test_a_note_is_as_private_on_every_board(journal: Journal) -> None:
    journal.commit(show_on_board(journal.workshop, "b1", ["n2"], "b2", "tall", OUR))
    journal.commit(make_private(board(journal), ["n2"]))
    (twin,) = journal.workshop.boards["b2"].notes.values()
    assert twin.seen is Seen.PRIVATE


def test_what_is_made_of_a_private_note_is_private(journal: Journal) -> None:
    journal.commit(make_private(board(journal), ["n1", "n2"]))
    journal.commit(split_note(board(journal), "n1"))
    journal.commit(duplicate_notes(board(journal), ["n2"], 0, 50))
    others = {each for key, each in seen(journal).items() if key != "n3"}
    assert (others, len(seen(journal))) == ({Seen.PRIVATE}, 5)


@pytest.mark.parametrize("other", Seen)
def test_notes_made_one_are_as_hidden_as_the_most_hidden(journal: Journal, other: Seen) -> None:
    before = board(journal).note("n3")
    journal.commit(Edit("See", (Change(before, replace(before, seen=other)),) if other else ()))
    journal.commit(hide_notes(board(journal), ["n2"]))
    journal.commit(merge_notes(board(journal), ["n2", "n3"], lambda *_: 40))
    assert seen(journal)["n2"] is (Seen.PRIVATE if other is Seen.PRIVATE else Seen.HIDDEN)
