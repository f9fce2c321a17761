"""Plans for whole boards and for the workshop's own title; what is not there is passed over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from canvasapp.domain.board import OF_BOARD, Board, UnknownTemplateError, Workshop
from canvasapp.domain.change import Change, Edit
from canvasapp.domain.errors import ExpectedError
from canvasapp.domain.order import key_between
from canvasapp.domain.records import BoardHead, Entry, Record, new_id
from canvasapp.domain.register import redirected
from canvasapp.edits.wording import clean_title, free_title


class LastBoardError(ExpectedError):
    """The workshop would be left without a board."""


def new_board(
    workshop: Workshop,
    template_id: str,
    title: str | None = None,
    profile: str = "",
    *,
    board_id: str | None = None,
) -> Edit:
    """An empty board after all others, named like its canvas unless `title` says otherwise.

    `profile` is the customer profile it is made for. Raises UnknownTemplateError.
    """
    template = workshop.templates.get(template_id)
    if template is None:
        raise UnknownTemplateError(template_id)
    boards = workshop.boards_in_order()
    wanted = clean_title(title or "") or template.short_name
    head = BoardHead(
        id=board_id or new_id(),
        template=template.id,
        template_version=template.version,
        title=free_title(wanted, _titles(workshop)),
        profile=clean_title(profile),
        position=key_between(boards[-1].head.position if boards else None, None),
    )
    return Edit("New board", (Change(None, head),))


def rename_board(workshop: Workshop, board_id: str, title: str) -> Edit:
    """The board under another title. Without a title nothing happens."""
    board, cleaned = workshop.boards.get(board_id), clean_title(title)
    if board is None or cleaned in ("", board.head.title):
        return Edit("Rename board", ())
    return Edit("Rename board", (Change(board.head, replace(board.head, title=cleaned)),))


def duplicate_board(workshop: Workshop, board_id: str, *, copy_id: str | None = None) -> Edit:
    """A copy of the board and all that lies on it, right after it; its notes are notes of their own."""
    board = workshop.boards.get(board_id)
    if board is None:
        return Edit("Duplicate board", ())
    head = replace(
        board.head,
        id=copy_id or new_id(),
        title=free_title(board.head.title, _titles(workshop)),
        position=_position_after(workshop, board),
    )
    copies = [head, *_copied_content(board, head.id)]
    return Edit("Duplicate board", tuple(Change(None, copy) for copy in copies))


def remove_board(workshop: Workshop, board_id: str) -> Edit:
    """The board and everything on it taken away. Raises LastBoardError."""
    board = workshop.boards.get(board_id)
    if board is None:
        return Edit("Remove board", ())
    if len(workshop.boards) == 1:
        raise LastBoardError(
            "This is the only board of the workshop. Make another one before you remove it."
        )
    lying = (getattr(board, name).values() for name in OF_BOARD.values())
    gone: list[Record] = [*(record for records in lying for record in records), board.head]
    return Edit("Remove board", tuple(Change(record, None) for record in gone))


def rename_workshop(workshop: Workshop, title: str) -> Edit:
    """The workshop under another title. Without a title nothing happens."""
    head, cleaned = workshop.head, clean_title(title)
    if cleaned in ("", head.title):
        return Edit("Rename workshop", ())
    return Edit("Rename workshop", (Change(head, replace(head, title=cleaned)),))


def _titles(workshop: Workshop) -> set[str]:
    return {board.head.title for board in workshop.boards.values()}


def _position_after(workshop: Workshop, board: Board) -> str:
    """A position between the board's and the next higher one."""
    low = board.head.position
    higher = [each.head.position for each in workshop.boards.values() if each.head.position > low]
    return key_between(low, min(higher, default=None))


def _copied_content(board: Board, board_id: str) -> list[Record]:
    """All that lies on the board with new ids, for the board `board_id`, also entries of notes shown elsewhere."""
    ids = {note_id: new_id() for note_id in board.notes}
    notes = [
        replace(note, id=ids[note.id], board=board_id, shared=None) for note in board.notes.values()
    ]
    links = [
        replace(link, id=new_id(), board=board_id, source=ids[link.source], target=ids[link.target])
        for link in board.links.values()
    ]
    aside = [replace(e, id=new_id(), board=board_id) for e in board.set_aside.values()]
    waived = [replace(e, id=new_id(), board=board_id) for e in board.waivers.values()]
    of_sessions = _copied_votes(board, board_id, ids)
    return [*notes, *links, *_copied_entries(board, board_id, ids), *aside, *waived, *of_sessions]


def _copied_votes(board: Board, board_id: str, ids: Mapping[str, str]) -> list[Record]:
    """The plans, finished blocks and votes of the board: what was voted on there are the copies."""
    contents = {note.content: ids[note.id] for note in board.notes.values()}
    rounds = {round_id: new_id() for round_id in board.rounds}
    return [
        *(replace(each, id=new_id(), board=board_id) for each in board.plans.values()),
        *(replace(each, id=new_id(), board=board_id) for each in board.sealed.values()),
        *(replace(vote, id=rounds[vote.id], board=board_id) for vote in board.rounds.values()),
        *(
            replace(d, id=new_id(), board=board_id, round=rounds[d.round], note=contents[d.note])
            for d in board.dots.values()
            if d.note in contents
        ),
    ]


def _copied_entries(board: Board, board_id: str, ids: Mapping[str, str]) -> list[Entry]:
    """The entries of the board and its notes: what they refer to on the board are the copies there."""
    contents = {note.content: ids[note.id] for note in board.notes.values()}
    held = (board.entry_of.get(content) for content in contents)
    entries = {e.id: e for e in (*board.entries.values(), *held) if e is not None}
    copies = {entry_id: new_id() for entry_id in entries}
    return [
        replace(
            entry,
            id=copies[entry.id],
            board=board_id,
            note=contents[entry.note] if entry.note else None,
            values=redirected(entry.values, {**contents, **copies}),
        )
        for entry in entries.values()
    ]
