"""Puts a workshop together from the rows that are left: what the journal tells, then what the tables still hold."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256

from canvasapp.domain.change import StaleEditError
from canvasapp.domain.order import keys_between
from canvasapp.domain.records import (
    Attachment,
    BoardHead,
    Entry,
    Link,
    Note,
    NoteKind,
    OwnCanvas,
    Party,
    Record,
    SetAside,
    Waiver,
    WorkshopHead,
    new_id,
)
from canvasapp.domain.session import Dots, LogLine, Plan, SealedBlock, Session, Tick, VoteRound
from canvasapp.domain.template import Template
from canvasapp.store import oplog, patch, seal
from canvasapp.store.carving import Row, carve
from canvasapp.store.errors import InvalidRecordError
from canvasapp.store.oplog import Op, OpKind
from canvasapp.store.rows import BY_NAME, KINDS, Kind, kind_of

NO_RECORDS = ((seal.NAME,), ("table",), ("index",))
"""What rows begin with that tell of the file itself: its seal and its schema."""

Known = dict[tuple[str, str], patch.Properties]
"""The properties of records by kind and id."""


@dataclass(frozen=True, slots=True)
class Remains:
    """Records that fit each other, contents of attachments by SHA-256, and edits in their order."""

    records: tuple[Record, ...]
    bodies: dict[str, bytes]
    ops: tuple[Op, ...]


def remains_of(content: bytes, templates: Mapping[str, Template]) -> Remains:
    """What is left in the bytes of a damaged workshop file; a lost board is given the canvas its notes fit best."""
    rows: list[Row] = []
    bodies: dict[str, bytes] = {}
    ops: dict[int, Op] = {}
    for number, row in carve(content):
        match row:
            case (str(), bytes() as body):
                bodies[sha256(body).hexdigest()] = body
            case (None, int(lamport), str(actor), str(at), str(kind), str(label), str(text)) if (
                kind in oplog.KINDS
            ):
                ops[number] = Op(number, lamport, actor, at, OpKind(kind), label, text)
            case _:
                rows.append(row)
    in_order = tuple(ops[number] for number in sorted(ops))
    known = _told(in_order)
    kinds = {key: kind for kind, key in known}
    records = (record for row in rows for record in _record(row, kinds))
    known |= {(kind_of(r).name, r.id): patch.properties(r) for r in records}
    valid = list(_valid(known))
    own = {each.template.id: each.template for each in valid if isinstance(each, OwnCanvas)}
    complete = [*valid, *_boards_for(valid, {**templates, **own})]
    return Remains(tuple(_fitting(complete, bodies)), bodies, in_order)


def _record(row: Row, kinds: Mapping[str, str]) -> list[Record]:
    """The record in the row, if it is one; `kinds` tells of which kind the record with an id is."""
    if row[:1] in NO_RECORDS or any(isinstance(value, bytes) for value in row):
        return []
    for kind in _candidates(row, kinds):
        complete = kind.completed(row)
        if complete is not None:
            try:
                return kind.records([complete])
            except InvalidRecordError:
                continue
    return []


def _candidates(row: Row, kinds: Mapping[str, str]) -> list[Kind]:
    """The kinds whose records the row may be, the likeliest first.

    The last kinds are the easiest to tell: an attachment is known by its id, before a party.
    """
    if row and row[0] in kinds:
        return [BY_NAME[kinds[row[0]]]]
    last_first = KINDS[::-1]
    return sorted(last_first, key=lambda kind: len(kind.names) != len(row))


def _told(ops: Iterable[Op]) -> Known:
    """What the journal says, as far as it can be read."""
    known: Known = {}
    for op in ops:
        try:
            entries = patch.entries(op.patch)
        except StaleEditError:
            continue
        for kind, key, _, after in entries:
            if kind not in BY_NAME:
                continue
            if after is None:
                known.pop((kind, key), None)
            else:
                known[kind, key] = {**known.get((kind, key), {}), **after}
    return known


def _valid(known: Known) -> Iterator[Record]:
    for (kind, _), properties in known.items():
        try:
            yield from BY_NAME[kind].records([BY_NAME[kind].row_of(properties)])
        except InvalidRecordError:
            continue  # only a part of it is known


def _boards_for(records: list[Record], templates: Mapping[str, Template]) -> Iterator[BoardHead]:
    """A board for notes whose own is lost: their blocks tell which canvas it was."""
    boards = {each.id: each.position for each in records if isinstance(each, BoardHead)}
    lost: dict[str, list[Note]] = {}
    for each in records:
        if isinstance(each, Note) and each.board not in boards:
            lost.setdefault(each.board, []).append(each)
    positions = keys_between(max(boards.values(), default=None), None, len(lost))
    for (board, notes), position in zip(lost.items(), positions, strict=True):
        template = max(templates.values(), key=partial(_at_home, notes))
        yield BoardHead(board, template.id, template.version, template.name, "", position)


def _at_home(notes: list[Note], template: Template) -> int:
    """How many of the notes lie in blocks that this canvas has."""
    blocks = {block.id for block in template.blocks}
    return sum(note.block in blocks for note in notes)


def _fitting(records: list[Record], bodies: dict[str, bytes]) -> Iterator[Record]:
    """The records without those whose board, notes or content are lost; lost parties and pictures are forgotten."""
    heads = [each for each in records if isinstance(each, WorkshopHead)]
    boards = {each.id: each for each in records if isinstance(each, BoardHead)}
    parties = {each.id: each for each in records if isinstance(each, Party)}
    kept = {each.id: each for each in records if isinstance(each, Attachment) and each.id in bodies}
    notes = {
        each.id: _without_lost(each, parties.keys(), kept.keys())
        for each in records
        if isinstance(each, Note) and each.board in boards
    }
    yield heads[0] if heads else WorkshopHead(new_id(), "")
    yield from (each for each in records if isinstance(each, OwnCanvas))
    yield from boards.values()
    yield from parties.values()
    yield from kept.values()
    yield from notes.values()
    yield from _about_what_is_kept(records, boards.keys(), notes)


def _about_what_is_kept(
    records: list[Record], boards: Collection[str], notes: Mapping[str, Note]
) -> Iterator[Record]:
    """The records without a place of their own whose board, notes or round are there; one session at most."""
    contents = {None, *(note.content for note in notes.values())}
    rounds = {e.id for e in records if isinstance(e, VoteRound) and e.board in boards}
    for each in records:
        match each:
            case Link() if {each.source, each.target} <= notes.keys():
                yield each
            case Entry() if each.note in contents and each.board in {None, *boards}:
                yield each
            case SetAside() | Waiver() | SealedBlock() | Plan() | VoteRound():
                if each.board in boards:
                    yield each
            case Dots() if each.round in rounds and each.note in contents and each.board in boards:
                yield each
            case LogLine() | Tick():
                yield each
    yield from [each for each in records if isinstance(each, Session)][:1]


def _without_lost(note: Note, parties: Collection[str], images: Collection[str]) -> Note:
    """The note without a party or picture that is lost; without its picture an image is a note with its text."""
    if note.party is not None and note.party not in parties:
        note = replace(note, party=None)
    if note.image is not None and note.image not in images:
        note = replace(note, kind=NoteKind.NOTE, image=None)
    return note
