"""What follows from an edit, so that notes, their twins, entries and references stay one thing.

The journal lets every new edit pass through here before it performs it: what follows is part of the edit, and of its
undo. Notes of one content say the same everywhere; an entry and the dots of votes go with the last note they belong to;
codes differ; no value refers to what is not there any more. What is written in a silent step is hidden.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import count

from canvasapp.domain.board import Board, Workshop
from canvasapp.domain.change import Change, Edit
from canvasapp.domain.entries import code_order, entries
from canvasapp.domain.records import TWINNED, Entry, Note, NoteKind, Party, Seen, is_id
from canvasapp.domain.register import redirected, words_in
from canvasapp.edits.laying import grown

Rule = Callable[[Workshop, Workshop, Edit], Iterable[Change]]
"""What follows from an edit, given the workshop before and after it."""


def with_consequences(workshop: Workshop, edit: Edit) -> Edit:
    """The edit and all that follows from it. Raises StaleEditError when it was planned from another state."""
    if not _is_silent(workshop) and not any(map(_has_consequences, edit.changes)):
        return edit
    after = workshop.after(edit)
    for rule in RULES:
        more = tuple(rule(workshop, after, edit))
        if more:
            after = after.after(Edit(edit.label, more))
            edit = replace(edit, changes=edit.changes + more)
    return edit


def next_code(letters: str, taken: Iterable[str]) -> str:
    """The code after the highest one with these letters: numbers that were given up do not come back."""
    return f"{letters}{_highest(letters, taken) + 1}"


def _highest(letters: str, taken: Iterable[str]) -> int:
    numbers = (number for start, number in map(code_order, taken) if start == letters)
    return max(numbers, default=0)


def _has_consequences(change: Change) -> bool:
    match change.record:
        case Note(shared=shared):
            return change.after is None or shared is not None
        case Party():
            return change.after is None
        case Entry():
            return True
    return False


def _twins(_before: Workshop, after: Workshop, edit: Edit) -> Iterator[Change]:
    """The twins of notes that say something else now say the same."""
    leading: dict[str | None, Note] = {}
    for change in edit.changes:
        match change:
            case Change(before=Note() as before, after=Note(shared=str()) as note):
                if _said(before) != _said(note):
                    leading[note.shared] = note
    if not leading:
        return
    for board in after.boards.values():
        for note in board.notes.values():
            lead = leading.get(note.shared)
            if lead is not None and _said(lead) != _said(note):
                yield Change(note, _alike(board, note, lead))


def _said(note: Note) -> tuple[object, ...]:
    return tuple(getattr(note, name) for name in TWINNED)


def _alike(board: Board, note: Note, lead: Note) -> Note:
    """The note with what the other one says; it grows with it where the same text needs the room."""
    if lead.kind is NoteKind.NOTE and lead.text != note.text and lead.w <= note.w:
        note = grown(board, note, note.w, max(note.h, lead.h))
    return replace(note, **{name: getattr(lead, name) for name in TWINNED})


def _entries_alone(_before: Workshop, after: Workshop, edit: Edit) -> Iterator[Change]:
    """The entries whose last note has gone go with it."""
    gone = _contents_gone(after, edit)
    if gone:
        yield from (Change(each, None) for each in entries(after) if each.note in gone)


def _contents_gone(after: Workshop, edit: Edit) -> set[str]:
    removed = {
        change.before.content
        for change in edit.changes
        if isinstance(change.before, Note) and change.after is None
    }
    if not removed:
        return removed
    shown = (note.content for board in after.boards.values() for note in board.notes.values())
    return removed - set(shown)


def _dots_alone(_before: Workshop, after: Workshop, edit: Edit) -> Iterator[Change]:
    """So do the dots they were given."""
    gone = _contents_gone(after, edit)
    for board in after.boards.values() if gone else ():
        yield from (Change(dots, None) for dots in board.dots.values() if dots.note in gone)


def _hidden(before: Workshop, _after: Workshop, edit: Edit) -> Iterator[Change]:
    """New notes of the session's board are hidden while it hides them, unless they show what is seen elsewhere."""
    session = before.session
    if session is None or not _is_silent(before):
        return
    for change in edit.changes:
        match change:
            case Change(before=None, after=Note(seen=Seen.SHOWN, shared=None, board=board) as note):
                if board == session.board and board in before.boards:
                    yield Change(note, replace(note, seen=Seen.HIDDEN))


def _is_silent(workshop: Workshop) -> bool:
    return workshop.session is not None and workshop.session.hides


def _codes(before: Workshop, after: Workshop, _edit: Edit) -> Iterator[Change]:
    """New entries whose code is taken get the next one."""
    known = {entry.id for entry in entries(before)}
    taken = Counter(entry.code for entry in entries(after))
    counters: dict[str, Iterator[int]] = {}
    for entry in [each for each in entries(after) if each.id not in known]:
        if taken[entry.code] > 1:
            taken[entry.code] -= 1
            letters = code_order(entry.code)[0]
            if letters not in counters:
                counters[letters] = count(_highest(letters, taken) + 1)
            yield Change(entry, replace(entry, code=f"{letters}{next(counters[letters])}"))


def _references(before: Workshop, after: Workshop, edit: Edit) -> Iterator[Change]:
    """Values let go of what is gone; what is new here lets go of what was never here."""
    known = {entry.id for entry in entries(before)}
    there = {entry.id for entry in entries(after)}
    parties = before.parties.keys() - after.parties.keys()
    lost = dict.fromkeys({*_contents_gone(after, edit), *(known - there), *parties})
    strangers = _strangers(after, there - known)
    for entry in entries(after) if lost or strangers else ():
        ways = {**lost, **strangers} if entry.id not in known else lost
        values = redirected(entry.values, ways)
        if values != entry.values:
            yield Change(entry, replace(entry, values=values))


def _strangers(after: Workshop, new: set[str]) -> Mapping[str, None]:
    """The ids in the values of new entries that nothing has here: they were copied from another workshop."""
    used = {w for each in entries(after) if each.id in new for w in words_in(each.values)}
    ids = {word for word in used if is_id(word)}
    if not ids:
        return {}
    notes = (note.content for board in after.boards.values() for note in board.notes.values())
    return dict.fromkeys(ids - {*after.parties, *notes, *(each.id for each in entries(after))})


RULES: tuple[Rule, ...] = (_hidden, _twins, _entries_alone, _dots_alone, _codes, _references)
"""In this order: each sees what the ones before have added."""
