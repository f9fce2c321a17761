"""The plan that brings a board to another version of its canvas: nothing that was written is lost.

Blocks and questions are told by their ids. The notes of a lane keep their places in it, wherever it is now; where it
has become too small for that they are put in rows. What lost its block lies beside the sheet afterwards, under a
heading that says where it was; so do notes off the blocks where a block has come. Answers to questions that are not
asked any more keep their text. Locked notes go along, and so do finished blocks: those that are there stay finished.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from canvasapp.domain.board import Board, Workshop
from canvasapp.domain.change import Change, Edit
from canvasapp.domain.errors import ExpectedError
from canvasapp.domain.geometry import Rect
from canvasapp.domain.records import Note, Record, canvas_key
from canvasapp.domain.template import Block, Place, Template
from canvasapp.edits.parking import parked_beside
from canvasapp.edits.tidy import tidy

_SAME = 1e-6
"""What juts out by less, in mm, lies inside."""


class UnknownVersionError(ExpectedError):
    """There is no such version of the board's canvas."""


@dataclass(frozen=True, slots=True)
class Upgrade:
    """What bringing a board to another version does.

    So many notes keep their blocks, are parked beside the sheet, and lose the question they answered; so many questions
    that were set aside are not asked any more. `headings` are the ids of those over the parked notes.
    """

    edit: Edit
    kept: int
    parked: int
    unasked: int
    forgotten: int
    headings: tuple[str, ...] = ()

    @property
    def outcome(self) -> tuple[str, ...]:
        """What becomes of notes and questions, without what does not happen."""
        found = (
            (self.kept, "note", "in their blocks" if self.kept != 1 else "in its block"),
            (self.parked, "note", "beside the sheet"),
            (self.unasked, "answer", "without a question"),
            (self.forgotten, "question", "set aside and not asked any more"),
        )
        return tuple(f"{_counted(count, noun)} {where}" for count, noun, where in found if count)


def upgrade_board(workshop: Workshop, board_id: str, version: int | None = None) -> Upgrade:
    """The board on this version of its canvas (None: the newest), which may also be an older one.

    Raises UnknownVersionError, and KeyError when there is no such board.
    """
    board = workshop.boards[board_id]
    new = _version(workshop, board, version)
    if board.head.template_version == new.version:
        return Upgrade(Edit(_label(new, 0), ()), len(board.notes), 0, 0, 0)
    carried = _carried(board, new)
    stranded = [note for note in board.notes.values() if note.id not in carried]
    parking = parked_beside(board, stranded, new.sheet.width, carried.values())
    after = {**carried, **{note.id: note for note in parking.notes}}
    reopened = [e for e in board.sealed.values() if _block(new, e.block) is None]
    forgotten = [e for e in board.set_aside.values() if not _asks(new, e.block, e.question)]
    gone: list[Record] = [*forgotten, *reopened]
    changes = (
        Change(board.head, replace(board.head, template_version=new.version)),
        *(Change(n, after[n.id]) for n in board.notes.values() if after[n.id] != n),
        *(Change(None, heading) for heading in parking.headings),
        *(Change(each, None) for each in gone),
    )
    return Upgrade(
        Edit(_label(new, len(stranded)), changes),
        kept=sum(note.block is not None for note in carried.values()),
        parked=len(stranded),
        unasked=sum(bool(n.question) and not after[n.id].question for n in board.notes.values()),
        forgotten=len(forgotten),
        headings=tuple(heading.id for heading in parking.headings),
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
    return f"{label}: {_counted(parked, 'note')} parked" if parked else label


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count:,} {noun}s"


def _carried(board: Board, new: Template) -> dict[str, Note]:
    """The notes that keep their blocks, where these are now, and those off the blocks that stay off them."""
    carried: dict[str, Note] = {}
    crowded: list[Place] = []
    for (block, perspective), notes in board.lanes.items():
        if block is None or perspective is None:
            carried |= {n.id: n for n in notes if new.place_at(n.rect.centre) is None}
            continue
        place = Place(block, perspective)
        source, target = _lane(board.template, place), _lane(new, place)
        if source and target:
            moved = [_moved(note, target.x - source.x, target.y - source.y) for note in notes]
            whole = {note.id for note in notes if source.encloses(note.rect)}
            if not all(_fits(note, place, new, whole=note.id in whole) for note in moved):
                crowded.append(place)
            carried |= {note.id: _asked(note, place, new) for note in moved}
    return _in_rows(replace(board, template=new, notes=carried), crowded)


def _moved(note: Note, dx: float, dy: float) -> Note:
    return replace(note, x=note.x + dx, y=note.y + dy)


def _fits(note: Note, place: Place, new: Template, *, whole: bool) -> bool:
    """Whether the note lies in its lane, wholly if it did so before."""
    lane = _lane(new, place)
    inside = lane is not None and lane.inset(-_SAME).encloses(note.rect)
    return new.place_at(note.rect.centre) == place and (inside or not whole)


def _in_rows(board: Board, crowded: list[Place]) -> dict[str, Note]:
    """The notes of the board, in rows where their lane has become too small for the places they had."""
    loose = {each.id: replace(each, locked=False) for each in board.notes.values()}
    notes = dict(board.notes)
    for place in crowded:
        changes = tidy(replace(board, notes=loose), place.block, place.perspective).changes
        laid = [each.after for each in changes if isinstance(each.after, Note)]
        notes |= {each.id: replace(each, locked=board.notes[each.id].locked) for each in laid}
    return notes


def _asked(note: Note, place: Place, new: Template) -> Note:
    """The note without a question that its lane does not ask."""
    if note.question is None or _asks(new, place.block, note.question, place):
        return note
    return replace(note, question=None)


def _lane(template: Template, place: Place) -> Rect | None:
    block = _block(template, place.block)
    return block.lane(place.perspective).rect if block else None


def _asks(template: Template, block_id: str, question_id: str, at: Place | None = None) -> bool:
    """Whether the canvas asks the question in this block, and if a place is given, in its lane."""
    block = _block(template, block_id)
    question = block.question(question_id) if block else None
    return question is not None and (at is None or question.perspective is at.perspective)


def _block(template: Template, block_id: str) -> Block | None:
    return next((block for block in template.blocks if block.id == block_id), None)
