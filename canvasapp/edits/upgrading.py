"""The plan that brings a board to another version of its canvas: nothing that was written is lost.

Blocks and questions are told by their ids. A note keeps its block and its place in the lane, wherever that is now. What
lost its block comes to lie beside the sheet, block by block under a heading that says where it was; so do notes off the
blocks where a block is now. An answer to a question that is not asked any more keeps its text. Locked notes go along.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from canvasapp.domain.board import Board, Workshop
from canvasapp.domain.change import Change, Edit
from canvasapp.domain.errors import ExpectedError
from canvasapp.domain.geometry import Rect
from canvasapp.domain.records import Note, canvas_key
from canvasapp.domain.template import Block, Place, Template
from canvasapp.edits.laying import clipped, place_of
from canvasapp.edits.parking import parked_beside


class UnknownVersionError(ExpectedError):
    """There is no such version of the board's canvas."""


@dataclass(frozen=True, slots=True)
class Upgrade:
    """What bringing a board to another version does.

    So many notes keep their blocks, are parked beside the sheet, and lose the question they answered; so many questions
    that were set aside are not asked any more.
    """

    edit: Edit
    kept: int
    parked: int
    unasked: int
    forgotten: int


def upgrade_board(workshop: Workshop, board_id: str, version: int | None = None) -> Upgrade:
    """The board on this version of its canvas (None: the newest), which may also be an older one.

    Raises UnknownVersionError, and KeyError when there is no such board.
    """
    board = workshop.boards[board_id]
    new = _version(workshop, board, version)
    if board.head.template_version == new.version:
        return Upgrade(Edit(_label(new, 0), ()), len(board.notes), 0, 0, 0)
    pairs = [(note, _carried(note, board.template, new)) for note in board.notes.values()]
    carried = {before.id: after for before, after in pairs if after is not None}
    stranded = [before for before, after in pairs if after is None]
    parking = parked_beside(board, stranded, new.sheet.width, carried.values())
    after = {**carried, **{note.id: note for note in parking.notes}}
    forgotten = [e for e in board.set_aside.values() if not _asks(new, e.block, e.question)]
    changes = (
        Change(board.head, replace(board.head, template_version=new.version)),
        *(Change(n, after[n.id]) for n in board.notes.values() if after[n.id] != n),
        *(Change(None, heading) for heading in parking.headings),
        *(Change(each, None) for each in forgotten),
    )
    return Upgrade(
        Edit(_label(new, len(stranded)), changes),
        kept=sum(note.block is not None for note in carried.values()),
        parked=len(stranded),
        unasked=sum(bool(n.question) and not after[n.id].question for n in board.notes.values()),
        forgotten=len(forgotten),
    )


def newest_version(workshop: Workshop, board: Board) -> int:
    """Of the board's canvas."""
    own = (each.template for each in workshop.canvases.values())
    versions = [each.version for each in own if each.id == board.head.template]
    return max(versions, default=board.template.version)


def _version(workshop: Workshop, board: Board, version: int | None) -> Template:
    wanted = newest_version(workshop, board) if version is None else version
    own = workshop.canvases.get(canvas_key(board.head.template, wanted))
    template = own.template if own else board.template
    if template.version != wanted:
        raise UnknownVersionError(
            f"The workshop has no version {wanted} of the canvas {template.name}."
        )
    return template


def _label(new: Template, parked: int) -> str:
    label = f"Bring board to version {new.version} of its canvas"
    notes = "1 note" if parked == 1 else f"{parked} notes"
    return f"{label}: {notes} parked" if parked else label


def _carried(note: Note, old: Template, new: Template) -> Note | None:
    """The note where its lane is now; None when it has lost its block, or lies where one has come."""
    place = place_of(note)
    if place is None:
        return note if new.place_at(note.rect.centre) is None else None
    source, target = _block(old, place.block), _block(new, place.block)
    if source is None or target is None:
        return None
    lane = target.lane(place.perspective).rect
    rect = _moved(note.rect, source.lane(place.perspective).rect, lane)
    if new.place_at(rect.centre) != place:
        rect = _inside(rect, lane)
    question = note.question if _asks(new, place.block, note.question, place) else None
    return replace(note, x=rect.x, y=rect.y, question=question)


def _moved(rect: Rect, old: Rect, new: Rect) -> Rect:
    """The rectangle in its own size, its centre where it was in proportion to the lane."""
    if old == new:
        return rect
    across = (rect.centre.x - old.x) / old.w
    down = (rect.centre.y - old.y) / old.h
    x, y = new.x + across * new.w - rect.w / 2, new.y + down * new.h - rect.h / 2
    return _inside(Rect(x, y, rect.w, rect.h), new)


def _inside(rect: Rect, area: Rect) -> Rect:
    x = clipped(rect.x, rect.w, area.x, area.right)
    y = clipped(rect.y, rect.h, area.y, area.bottom)
    return Rect(x, y, rect.w, rect.h)


def _asks(
    template: Template, block_id: str, question_id: str | None, at: Place | None = None
) -> bool:
    """Whether the canvas asks the question in this block, and if a place is given, in its lane."""
    block = _block(template, block_id)
    question = block.question(question_id) if block and question_id else None
    return question is not None and (at is None or question.perspective is at.perspective)


def _block(template: Template, block_id: str) -> Block | None:
    return next((block for block in template.blocks if block.id == block_id), None)
