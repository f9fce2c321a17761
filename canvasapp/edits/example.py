"""Makes the worked example's boards: the same records each time, so that what is exported is the same as well."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import blake2s

from canvasapp.domain.board import Board, Workshop
from canvasapp.domain.errors import ExpectedError
from canvasapp.domain.geometry import Rect
from canvasapp.domain.order import keys_between
from canvasapp.domain.records import (
    BoardHead,
    Link,
    Note,
    Party,
    Record,
    WorkshopHead,
    new_id,
)
from canvasapp.domain.template import ExampleNote, Place, Template
from canvasapp.edits.placing import free_places
from canvasapp.resources import resource
from canvasapp.templates.example import Example, ExampleBoard, load_example


class NoExampleError(ExpectedError):
    """The worked example has no board on the canvas that was asked for."""


def example_workshop(
    templates: Mapping[str, Template], only: str | None = None, workshop_id: str | None = None
) -> Workshop:
    """The worked example "Home Care Together" with all its boards, or only the one on the canvas `only`.

    Each call makes a workshop of its own, unless `workshop_id` says which; its records are always the same.
    Raises NoExampleError, and TemplateError when the example's file is broken.
    """
    example = load_example(resource("examples", "home-care-together.json"), templates)
    head = WorkshopHead(workshop_id or new_id(), example.title)
    return Workshop.of(head, templates, example_records(example, templates, only))


def example_records(
    example: Example, templates: Mapping[str, Template], only: str | None = None
) -> list[Record]:
    """The parties and boards of an example, or only its board on the canvas `only`. Raises NoExampleError."""
    boards = [board for board in example.boards if only in (None, board.template)]
    if not boards:
        known = ", ".join(board.template for board in example.boards)
        raise NoExampleError(
            f"There is no worked example on the canvas {only!r}. Choose from {known}."
        )
    parties = {
        each.id: Party(_id(example, "party", each.id), each.name, each.initials, each.slot)
        for each in example.parties
    }
    records: list[Record] = [*parties.values()]
    for board, position in zip(boards, keys_between(None, None, len(boards)), strict=True):
        template = templates[board.template]
        head = BoardHead(
            id=_id(example, "board", board.template),
            template=template.id,
            template_version=template.version,
            title=template.short_name,
            profile=board.profile,
            position=position,
        )
        notes = list(_notes(example, board, Board(head, template, {}), parties))
        records += [head, *notes, *_links(example, board, notes)]
    return records


def _notes(
    example: Example, filled: ExampleBoard, board: Board, parties: Mapping[str, Party]
) -> Iterator[Note]:
    """The notes of a board that has none yet, lowest first; `parties` is by the ids of the example's file."""
    placed = list(_placed(filled, board))
    piled = keys_between(None, None, len(placed))
    for at, ((place, note, rect), z) in enumerate(zip(placed, piled, strict=True)):
        yield Note(
            id=_id(example, filled.template, "note", str(at)),
            board=board.id,
            block=place.block,
            perspective=place.perspective,
            question=note.question,
            text=note.text,
            party=parties[note.party].id,
            x=rect.x,
            y=rect.y,
            w=rect.w,
            h=rect.h,
            z=z,
        )


def _placed(filled: ExampleBoard, board: Board) -> Iterator[tuple[Place, ExampleNote, Rect]]:
    for place, notes in filled.notes.items():
        rects = free_places(board, place.block, place.perspective, len(notes))
        for note, rect in zip(notes, rects, strict=True):
            yield place, note, rect


def _links(example: Example, filled: ExampleBoard, notes: list[Note]) -> Iterator[Link]:
    ids = {note.text: note.id for note in notes}
    for at, link in enumerate(filled.links):
        link_id = _id(example, filled.template, "link", str(at))
        board = notes[0].board
        yield Link(link_id, board, ids[link.source], ids[link.target], link.kind)


def _id(example: Example, *names: str) -> str:
    """A record's id that is always the same: 80 bits, as those of `new_id`."""
    return blake2s("/".join([example.id, *names]).encode(), digest_size=10).hexdigest()
