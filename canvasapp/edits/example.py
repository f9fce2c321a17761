"""Makes the worked example's boards: the same records each time, so that what is exported is the same as well."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from canvasapp.domain.board import Board, Workshop
from canvasapp.domain.errors import ExpectedError
from canvasapp.domain.geometry import Rect
from canvasapp.domain.order import keys_between
from canvasapp.domain.records import (
    BoardHead,
    Entry,
    Link,
    Note,
    Party,
    Record,
    Seen,
    SetAside,
    WorkshopHead,
    new_id,
)
from canvasapp.domain.register import redirected
from canvasapp.domain.template import ExampleNote, Place, Template
from canvasapp.edits.example_session import id_of, session_records, votes_of
from canvasapp.edits.placing import places_side_by_side
from canvasapp.resources import resource
from canvasapp.templates.example import Example, ExampleBoard, load_example
from canvasapp.templates.example_entries import ExampleEntry


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
        each.id: Party(
            id_of(example, "party", each.id), each.name, each.initials, each.slot, each.kind
        )
        for each in example.parties
    }
    making = _Making(example, parties)
    records: list[Record] = [*parties.values()]
    for board, position in zip(boards, keys_between(None, None, len(boards)), strict=True):
        template = templates[board.template]
        head = BoardHead(
            id=id_of(example, "board", board.template),
            template=template.id,
            template_version=template.version,
            title=template.short_name,
            profile=board.profile,
            position=position,
        )
        records += [head, *making.on_board(board, Board(head, template, {}))]
    return [*records, *making.entries(records), *session_records(example, records)]


@dataclass(frozen=True, slots=True)
class _Told:
    """A note of the file: the board and lane it stands in, and the id that its record gets."""

    board: ExampleBoard
    place: Place
    note: ExampleNote
    id: str


class _Making:
    """An example on its way to be records."""

    def __init__(self, example: Example, parties: Mapping[str, Party]) -> None:
        self._example = example
        self._parties = parties
        self._told = {each.note.text: each for each in _all_told(example)}
        self._shared = {twin.text for board in example.boards for twin in board.twins}

    def on_board(self, filled: ExampleBoard, board: Board) -> Iterator[Record]:
        """What lies on a board that has nothing yet, but for its entries."""
        notes = list(self._notes(filled, board))
        yield from notes
        ids = {note.text: note.id for note in notes}
        for at, link in enumerate(filled.links):
            link_id = id_of(self._example, filled.template, "link", str(at))
            yield Link(link_id, board.id, ids[link.source], ids[link.target], link.kind)
        yield from votes_of(self._example, filled, board, {n.text: n.content for n in notes})
        for at, aside in enumerate(filled.asides):
            aside_id = id_of(self._example, filled.template, "aside", str(at))
            yield SetAside(aside_id, board.id, aside.block, aside.question, aside.reason)

    def entries(self, records: Iterable[Record]) -> Iterator[Entry]:
        """The entries of what is among the records: their references to anything else are left out."""
        made = list(records)
        homes = {each.template: each.id for each in made if isinstance(each, BoardHead)}
        contents = {each.content for each in made if isinstance(each, Note)}
        kept = [
            (entry, homes.get(home or ""))
            for home, entry in self._all_entries()
            if (self._told[entry.note].id in contents if entry.note else home in (None, *homes))
        ]
        ways: dict[str, str | None] = {name: party.id for name, party in self._parties.items()}
        ways |= {t: each.id if each.id in contents else None for t, each in self._told.items()}
        ways |= {entry.code: None for _, entry in self._all_entries()}
        ways |= {entry.code: self._entry_id(entry) for entry, _ in kept}
        for entry, board in kept:
            references = redirected(entry.references, ways)
            if references or not entry.references or board or entry.note:
                yield Entry(
                    id=self._entry_id(entry),
                    board=None if entry.note in self._shared else board,
                    register=entry.register.id,
                    note=self._told[entry.note].id if entry.note else None,
                    code=entry.code,
                    values=tuple(sorted((*entry.values, *references))),
                )

    def _all_entries(self) -> Iterator[tuple[str | None, ExampleEntry]]:
        """Each with the canvas whose board it stands on, if any."""
        yield from ((None, entry) for entry in self._example.entries)
        for board in self._example.boards:
            yield from ((board.template, entry) for entry in board.entries)

    def _entry_id(self, entry: ExampleEntry) -> str:
        return id_of(self._example, "entry", entry.code)

    def _notes(self, filled: ExampleBoard, board: Board) -> Iterator[Note]:
        """The notes of a board, lowest first."""
        placed = list(self._placed(filled, board))
        piled = keys_between(None, None, len(placed))
        for (told, place, question, rect), z in zip(placed, piled, strict=True):
            twin = id_of(self._example, filled.template, "twin", told.id)
            yield Note(
                id=told.id if told.board is filled else twin,
                board=board.id,
                block=place.block,
                perspective=place.perspective,
                question=question,
                text=told.note.text,
                party=self._parties[told.note.party].id,
                x=rect.x,
                y=rect.y,
                w=rect.w,
                h=rect.h,
                z=z,
                status=told.board.statuses.get(told.note.text),
                seen=Seen.HIDDEN if told.note.text in told.board.hidden else Seen.SHOWN,
                shared=told.id if told.note.text in self._shared else None,
            )

    def _placed(
        self, filled: ExampleBoard, board: Board
    ) -> Iterator[tuple[_Told, Place, str | None, Rect]]:
        """The notes lane by lane, each with where it lies and which question it answers there."""
        own = [told for told in _all_told(self._example) if told.board is filled]
        for place in filled.notes:
            notes = [(told, told.note.question) for told in own if told.place == place]
            notes += [(self._told[t.text], t.question) for t in filled.twins if t.place == place]
            rects = places_side_by_side(board, place, len(notes))
            for (told, question), rect in zip(notes, rects, strict=True):
                yield told, place, question, rect


def _all_told(example: Example) -> Iterator[_Told]:
    for board in example.boards:
        for place, notes in board.notes.items():
            for at, note in enumerate(notes):
                names = (board.template, "note", place.block, place.perspective, str(at))
                yield _Told(board, place, note, id_of(example, *names))
