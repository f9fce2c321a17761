"""What is looked for between notes, entries, evidence and decisions: links, contradictions, proof."""

from __future__ import annotations

from collections.abc import Iterator

from canvasapp.checks.finding import Spot
from canvasapp.checks.given import Given
from canvasapp.checks.predicates_entries import on_row
from canvasapp.checks.rows import Row
from canvasapp.checks.sight import Sight
from canvasapp.checks.wording import quoted
from canvasapp.domain.records import LinkKind, Note, NoteStatus


def note_unlinked(sight: Sight, given: Given) -> Iterator[Spot]:
    """A note of `blocks` (of `perspective` alone if given) is tied to nothing in the blocks `to`.

    It is tied by a link, by a field of its entry that is one of `fields`, or when an entry names it or its entry in one
    of `named_by`. Silent while the blocks `to` have no notes.
    """
    ends = _ends(sight, given)
    named, linked = _named_by(sight, given), _linked(sight, ends)
    side = given.perspective_or_none("perspective")
    filled = {
        row.note
        for register, field in given.paths("fields")
        for row in sight.rows(register)
        if row.get(field)
    }
    for note in (note for block in given.texts("blocks") for note in sight.notes(block, side)):
        tied = note.id in linked or note.id in filled or sight.names(note) & named
        if ends and not tied:
            yield Spot(note.block, (note,), words={"text": quoted(note.text)})


def entry_unlinked(sight: Sight, given: Given) -> Iterator[Spot]:
    """An entry that `where` means is tied to nothing in the blocks `to`: as `note_unlinked`.

    Silent while the blocks `to` have no notes, unless there are `fields` that could tie it.
    """
    ends = _ends(sight, given)
    named, linked = _named_by(sight, given), _linked(sight, ends)
    fields = given.texts("fields")
    for row in sight.rows(given.text("register"), given.where()):
        tied = row.note in linked or row.names & named or any(row.get(f) for f in fields)
        if (ends or fields) and not tied:
            yield on_row(sight, row)


def unproven(sight: Sight, given: Given) -> Iterator[Spot]:
    """No entry speaks of this one in its field `evidence`, and none of `fields` is filled."""
    proven = _mentioned(sight, given.path("evidence"))
    for row in sight.rows(given.text("register"), given.where()):
        if not row.names & proven and not any(row.get(field) for field in given.texts("fields")):
            yield on_row(sight, row)


def contradiction_open(sight: Sight, given: Given) -> Iterator[Spot]:
    """Two notes are linked as contradicting and no entry speaks of either in its field `decision`. Says `a`, `b`."""
    links = [link for link in sight.links if link.kind is LinkKind.CONTRADICTS]
    if not links:
        return
    decided = _mentioned(sight, given.path("decision"))
    notes = {note.id: note for note in sight.all_notes()}
    for link in links:
        if not {link.source, link.target} <= notes.keys():
            continue
        pair = (notes[link.source], notes[link.target])
        if not any(sight.names(note) & decided for note in pair):
            a, b = (quoted(note.text) for note in pair)
            yield Spot(pair[0].block, pair, words={"a": a, "b": b})


def evidence_against(sight: Sight, given: Given) -> Iterator[Spot]:
    """The latest evidence on a note contradicts it, and its status is one of `statuses`.

    `evidence` is the field that says what evidence is about; `against` is the value of `verdict` that contradicts.
    """
    _, verdict = given.path("verdict")
    for note, evidence in _evidence_on(sight, given):
        if evidence:
            latest = max(evidence, key=lambda row: row.text(given.path("date")[1]))
            if latest.text(verdict) == given.text("against"):
                words = {"text": quoted(note.text)}
                yield Spot(note.block, (note,), words=words)


def status_unproven(sight: Sight, given: Given) -> Iterator[Spot]:
    """The status of a note is one of `statuses` and no evidence is about it."""
    for note, evidence in _evidence_on(sight, given):
        if not evidence:
            yield Spot(note.block, (note,), words={"text": quoted(note.text)})


def perceived_otherwise(sight: Sight, given: Given) -> Iterator[Spot]:
    """The lane of `perspective` alone is empty in `block`, or `where` means an entry that nobody decided on."""
    block, side = given.text("block"), given.perspective("perspective")
    if sight.notes(block) and not sight.notes(block, side):
        yield Spot(block)
    decided = _mentioned(sight, given.path("decision"))
    for row in sight.rows(given.text("register"), given.where()):
        if not row.names & decided:
            yield on_row(sight, row)


def _ends(sight: Sight, given: Given) -> set[str]:
    return {note.id for block in given.texts("to") for note in sight.notes(block)}


def _linked(sight: Sight, ends: set[str]) -> set[str]:
    """The notes with a link, in either direction, to one of `ends`."""
    links = list(sight.links)
    return {link.source for link in links if link.target in ends} | {
        link.target for link in links if link.source in ends
    }


def _named_by(sight: Sight, given: Given) -> set[str]:
    return {name for path in given.paths("named_by") for name in _mentioned(sight, path)}


def _mentioned(sight: Sight, path: tuple[str, str]) -> set[str]:
    """Of what entries of a register speak in a field: ids of entries, and of what notes say."""
    register, field = path
    return {name for row in sight.rows(register) for name in row.items(field)}


def _evidence_on(sight: Sight, given: Given) -> Iterator[tuple[Note, list[Row]]]:
    """The notes whose status is one of `statuses`, each with the evidence about it or its entry."""
    register, about = given.path("evidence")
    statuses = {NoteStatus(status) for status in given.texts("statuses")}
    notes = [note for note in sight.all_notes() if note.status in statuses]
    for note in notes:
        names = sight.names(note)
        yield note, [row for row in sight.rows(register) if names & {*row.items(about)}]
