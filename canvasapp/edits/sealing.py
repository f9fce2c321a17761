"""Plans for finished blocks, and the one place that keeps their notes as they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from canvasapp.domain.board import Board, Workshop
from canvasapp.domain.change import Change, Edit
from canvasapp.domain.errors import ExpectedError
from canvasapp.domain.records import BoardHead, Note, new_id
from canvasapp.domain.session import SealedBlock


class SealedBlockError(ExpectedError):
    """A note of a finished block would change, come or go."""


def seal_block(board: Board, block: str) -> Edit:
    """The block as finished: its notes stay as they are. Raises KeyError when the canvas has no such block."""
    found = board.template.block(block)
    new = () if block in board.sealed_blocks else (SealedBlock(new_id(), board.id, block),)
    return Edit(f"Finish {found.title}", tuple(Change(None, each) for each in new))


def unseal_block(board: Board, block: str) -> Edit:
    """The block open again."""
    seals = [each for each in board.sealed.values() if each.block == block]
    return Edit("Open block again", tuple(Change(each, None) for each in seals))


def refuse_sealed(workshop: Workshop, edit: Edit) -> None:
    """Refuses an edit that changes notes of a finished block. Raises SealedBlockError.

    Who sees a note and what is said about it may change; so may all when the same edit opens the block, takes the board
    away or brings it to another version of its canvas.
    """
    if not any(board.sealed for board in workshop.boards.values()):
        return
    opened = {(e.board, e.block) for e in _before(edit) if isinstance(e, SealedBlock)}
    exempt = {change.record.id for change in edit.changes if isinstance(change.record, BoardHead)}
    for note in _touched(edit):
        board = workshop.boards.get(note.board)
        if board is None or note.block is None or board.id in exempt:
            continue
        if (board.id, note.block) not in opened:
            refuse_block(board, note.block)


def refuse_block(board: Board, block_id: str | None) -> None:
    """Raises SealedBlockError when this block is finished."""
    if block_id is not None and block_id in board.sealed_blocks:
        block = board.template.block(block_id)
        raise SealedBlockError(
            f"{block.number} {block.title} on {board.head.title} is finished:"
            " open it again to change its notes."
        )


def _before(edit: Edit) -> Iterator[object]:
    return (change.before for change in edit.changes)


def _touched(edit: Edit) -> Iterator[Note]:
    """The notes as they are before and after, where more of them changes than may."""
    for change in edit.changes:
        match change:
            case Change(before=Note() as before, after=Note() as after):
                if after != _with_what_is_free(after, before):
                    yield from (before, after)
            case (
                Change(before=Note() as only, after=None)
                | Change(before=None, after=Note() as only)
            ):
                yield only


def _with_what_is_free(after: Note, before: Note) -> Note:
    """What the note would be if only that had changed which may."""
    return replace(
        before, seen=after.seen, status=after.status, tags=after.tags, shared=after.shared
    )
