"""Reads the worked example: who takes part, and what each of its boards holds besides the canvas's own examples."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from canvasapp.domain.records import LinkKind
from canvasapp.domain.template import Block, ExampleNote, Perspective, Place, Template
from canvasapp.templates.blocks import LONGEST_TEXT, NOTE, read_note
from canvasapp.templates.reader import FORMAT, Fields, Reader, read_file, refuse_twins

MOST_PARTIES = 50


@dataclass(frozen=True, slots=True)
class ExampleParty:
    """An organisation or role of the example; notes name it by `id`."""

    id: str
    name: str
    initials: str
    slot: int


@dataclass(frozen=True, slots=True)
class ExampleLink:
    """A link between two notes, which are named by their texts."""

    source: str
    target: str
    kind: LinkKind


@dataclass(frozen=True, slots=True)
class ExampleBoard:
    """One filled-in canvas: its notes by the lane they lie in, in reading order."""

    template: str
    profile: str
    notes: Mapping[Place, tuple[ExampleNote, ...]]
    links: tuple[ExampleLink, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A worked case on one or several canvases."""

    id: str
    title: str
    parties: tuple[ExampleParty, ...]
    boards: tuple[ExampleBoard, ...]


def load_example(path: Path, templates: Mapping[str, Template]) -> Example:
    """The example of a data file, which speaks of these canvases. Raises TemplateError."""
    given = read_file(path).fields(("format", "id", "title", "parties", "boards"))
    given["format"].whole(1, FORMAT)
    parties = _parties(given["parties"])
    known = {party.id for party in parties}
    boards = given["boards"].items(60, least=1)
    opened = [
        board.fields(("template", "profile"), ("empty", "notes", "links")) for board in boards
    ]
    refuse_twins((board["template"], board["template"].identifier()) for board in opened)
    return Example(
        id=given["id"].identifier(),
        title=given["title"].text(120),
        parties=parties,
        boards=tuple(_board(board, templates, known) for board in opened),
    )


def _parties(reader: Reader) -> tuple[ExampleParty, ...]:
    entries = [
        each.fields(("id", "name", "initials", "slot")) for each in reader.items(MOST_PARTIES)
    ]
    refuse_twins((entry["id"], entry["id"].identifier()) for entry in entries)
    return tuple(
        ExampleParty(
            id=entry["id"].identifier(),
            name=entry["name"].text(60),
            initials=entry["initials"].text(3),
            slot=entry["slot"].whole(1, MOST_PARTIES),
        )
        for entry in entries
    )


def _board(given: Fields, templates: Mapping[str, Template], parties: set[str]) -> ExampleBoard:
    template = templates.get(given["template"].identifier())
    if template is None:
        given["template"].refuse("is no canvas of this installation", "Write the id of a canvas")
    notes = _examples_of(template)
    for lane in given.items_of("empty", len(notes)):
        notes[_place(lane.fields(("block", "perspective")), template)] = ()
    for each in given.items_of("notes", 500):
        place, note = _note(each.fields(("block", *NOTE)), template)
        notes[place] = (*notes[place], note)
    _refuse_strangers(given["template"], notes, parties)
    texts = [note.text for lane in notes.values() for note in lane]
    return ExampleBoard(
        template=template.id,
        profile=given["profile"].text(120),
        notes=notes,
        links=tuple(
            _link(each.fields(("source", "target", "kind")), texts)
            for each in given.items_of("links", 500)
        ),
    )


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
