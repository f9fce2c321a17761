"""Reads the worked example: who takes part, and what each of its boards holds besides the canvas's own examples."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from canvasapp.domain.records import LinkKind, NoteStatus, PartyKind
from canvasapp.domain.register import Register, Scope
from canvasapp.domain.template import Block, ExampleNote, Perspective, Place, Template
from canvasapp.templates.blocks import LONGEST_TEXT, NOTE, read_note
from canvasapp.templates.example_about import (
    ExampleSession,
    ExampleVote,
    read_hidden,
    read_session,
    read_statuses,
    read_votes,
)
from canvasapp.templates.example_entries import (
    ENTRY,
    OF_ENTRY,
    ExampleEntry,
    Names,
    read_codes,
    read_entry,
)
from canvasapp.templates.reader import FORMAT, Fields, Reader, read_file, refuse_twins
from canvasapp.templates.registers import load_registers

MOST_PARTIES = 50
MOST_ENTRIES = 500

_OF_BOARD = ("empty", "notes", "shared", "links", "statuses", "entries", "set_aside")
_TOP = ("format", "id", "title", "parties", "boards")


@dataclass(frozen=True, slots=True)
class ExampleParty:
    """An organisation or role of the example; notes name it by `id`."""

    id: str
    name: str
    initials: str
    slot: int
    kind: PartyKind | None = None


@dataclass(frozen=True, slots=True)
class ExampleLink:
    """A link between two notes, which are named by their texts."""

    source: str
    target: str
    kind: LinkKind


@dataclass(frozen=True, slots=True)
class ExampleTwin:
    """A note of another board, named by its text, that a board shows at the end of a lane as well."""

    text: str
    place: Place
    question: str | None


@dataclass(frozen=True, slots=True)
class ExampleAside:
    """A question that is not to be answered, and why."""

    block: str
    question: str
    reason: str


@dataclass(frozen=True, slots=True)
class ExampleBoard:
    """One filled-in canvas: its notes by the lane they lie in, in reading order; `statuses` by the notes’ texts."""

    template: str
    profile: str
    notes: Mapping[Place, tuple[ExampleNote, ...]]
    twins: tuple[ExampleTwin, ...]
    links: tuple[ExampleLink, ...]
    statuses: Mapping[str, NoteStatus]
    entries: tuple[ExampleEntry, ...]
    asides: tuple[ExampleAside, ...]
    hidden: frozenset[str]
    votes: tuple[ExampleVote, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A worked case on one or several canvases; `entries` are those of no board, `session` one that is over."""

    id: str
    title: str
    parties: tuple[ExampleParty, ...]
    boards: tuple[ExampleBoard, ...]
    entries: tuple[ExampleEntry, ...]
    session: ExampleSession | None


def load_example(
    path: Path,
    templates: Mapping[str, Template],
    registers: Mapping[str, Register] | None = None,
) -> Example:
    """The example of a data file, which speaks of these canvases and registers (None: those of the program).

    Raises TemplateError.
    """
    given = read_file(path).fields(_TOP, ("entries", "session"))
    given["format"].whole(1, FORMAT)
    parties = _parties(given["parties"])
    opened = [
        board.fields(("template", "profile"), (*_OF_BOARD, "hidden", "votes"))
        for board in given["boards"].items(60, least=1)
    ]
    refuse_twins((board["template"], board["template"].identifier()) for board in opened)
    filled = [_Filled.of(board, templates, {party.id for party in parties}) for board in opened]
    names = Names(
        parties={party.id for party in parties},
        registers=read_codes(
            (each for fields in (given, *opened) for each in _entries(fields)),
            load_registers() if registers is None else registers,
        ),
        texts=[text for board in filled for text in board.texts],
    )
    past = given.get("session")
    return Example(
        id=given["id"].identifier(),
        title=given["title"].text(120),
        parties=parties,
        boards=tuple(board.read(names) for board in filled),
        entries=tuple(read_entry(each, names, (Scope.WORKSHOP,), {}) for each in _entries(given)),
        session=read_session(past, [b.template.id for b in filled]) if past else None,
    )


def _parties(reader: Reader) -> tuple[ExampleParty, ...]:
    entries = [
        each.fields(("id", "name", "initials", "slot"), ("kind",))
        for each in reader.items(MOST_PARTIES)
    ]
    refuse_twins((entry["id"], entry["id"].identifier()) for entry in entries)
    return tuple(
        ExampleParty(
            id=entry["id"].identifier(),
            name=entry["name"].text(60),
            initials=entry["initials"].text(3),
            slot=entry["slot"].whole(1, MOST_PARTIES),
            kind=kind.choice(PartyKind) if (kind := entry.get("kind")) else None,
        )
        for entry in entries
    )


def _entries(given: Fields) -> list[Fields]:
    return [each.fields(ENTRY, OF_ENTRY) for each in given.items_of("entries", MOST_ENTRIES)]


@dataclass(frozen=True, slots=True)
class _Filled:
    """A board of the file whose notes are read; what names things of the whole file is not yet."""

    given: Fields
    template: Template
    notes: Mapping[Place, tuple[ExampleNote, ...]]

    @classmethod
    def of(cls, given: Fields, templates: Mapping[str, Template], parties: set[str]) -> _Filled:
        template = templates.get(given["template"].identifier())
        if template is None:
            fault = "is no canvas of this installation"
            given["template"].refuse(fault, "Write the id of a canvas")
        notes = _examples_of(template)
        for lane in given.items_of("empty", len(notes)):
            notes[_place(lane.fields(("block", "perspective")), template)] = ()
        for each in given.items_of("notes", 500):
            place, note = _note(each.fields(("block", *NOTE)), template)
            notes[place] = (*notes[place], note)
        _refuse_strangers(given["template"], notes, parties)
        return cls(given, template, notes)

    @property
    def texts(self) -> list[str]:
        return [note.text for lane in self.notes.values() for note in lane]

    def read(self, names: Names) -> ExampleBoard:
        given, texts = self.given, self.texts
        return ExampleBoard(
            template=self.template.id,
            profile=given["profile"].text(120),
            notes=self.notes,
            twins=tuple(
                _twin(each.fields(("text", "block", "perspective", "question")), self, names)
                for each in given.items_of("shared", 100)
            ),
            links=tuple(
                _link(each.fields(("source", "target", "kind")), texts)
                for each in given.items_of("links", 500)
            ),
            statuses=read_statuses(given, texts),
            entries=tuple(
                read_entry(each, names, (Scope.BLOCK, Scope.CANVAS), self._kinds())
                for each in _entries(given)
            ),
            asides=tuple(
                _aside(each.fields(("block", "question", "reason")), self.template)
                for each in given.items_of("set_aside", 500)
            ),
            hidden=read_hidden(given, texts),
            votes=read_votes(given, texts),
        )

    def _kinds(self) -> dict[str, tuple[str, ...]]:
        """The registers that each note may be an entry of; none of notes that say the same as another."""
        texts = self.texts
        return {
            note.text: self.template.block(place.block).registers
            for place, lane in self.notes.items()
            for note in lane
            if texts.count(note.text) == 1
        }


def _examples_of(template: Template) -> dict[Place, tuple[ExampleNote, ...]]:
    """The canvas's own example notes by lane."""
    return {
        Place(block.id, perspective): tuple(
            note for note in block.examples if note.perspective is perspective
        )
        for block in template.blocks_in_order()
        for perspective in Perspective
    }


def _place(given: Fields, template: Template) -> Place:
    return Place(_block(given, template).id, given["perspective"].choice(Perspective))


def _block(given: Fields, template: Template) -> Block:
    block = next((each for each in template.blocks if each.id == given["block"].value), None)
    if block is None:
        fault = f"is no block of {template.id}"
        given["block"].refuse(fault, "Write the id of one of its blocks")
    return block


def _note(given: Fields, template: Template) -> tuple[Place, ExampleNote]:
    block = _block(given, template)
    note = read_note(given, block.questions)
    return Place(block.id, note.perspective), note


def _refuse_strangers(
    reader: Reader, notes: Mapping[Place, tuple[ExampleNote, ...]], parties: set[str]
) -> None:
    for place, lane in notes.items():
        for note in lane:
            if note.party not in parties:
                reader.refuse(
                    f"has a note in {place.block} by {note.party!r}, which is no party",
                    "Add the party, or name another in the note",
                )


def _link(given: Fields, texts: list[str]) -> ExampleLink:
    for end in ("source", "target"):
        if texts.count(given[end].text(LONGEST_TEXT)) != 1:
            given[end].refuse("is not the text of one note of the board", "Copy that text here")
    source, target = given["source"].text(LONGEST_TEXT), given["target"].text(LONGEST_TEXT)
    if source == target:
        given["target"].refuse("is the note that the link starts from", "Name another note")
    return ExampleLink(source, target, given["kind"].choice(LinkKind))


def _twin(given: Fields, board: _Filled, names: Names) -> ExampleTwin:
    text = given["text"].text(LONGEST_TEXT)
    if names.texts.count(text) != 1 or text in board.texts:
        given["text"].refuse("is not the text of one note of another board", "Copy that text here")
    place = _place(given, board.template)
    question = given["question"].value
    if question is not None:
        _asked(given["question"], board.template.block(place.block), place.perspective)
    return ExampleTwin(text, place, given["question"].identifier() if question else None)


def _aside(given: Fields, template: Template) -> ExampleAside:
    block = _block(given, template)
    _asked(given["question"], block, *Perspective)
    return ExampleAside(block.id, given["question"].identifier(), given["reason"].text(300))


def _asked(question: Reader, block: Block, *perspectives: Perspective) -> None:
    found = block.question(question.identifier())
    if found is None or found.perspective not in perspectives:
        question.refuse(f"is no question asked in {block.id} there", "Name one of its questions")
