"""What becomes of entries and dots when notes are made one: the kept note has one entry, and all leads there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from canvasapp.domain.board import Board
from canvasapp.domain.change import Change
from canvasapp.domain.records import Entry, Note
from canvasapp.domain.register import Values, redirected
from canvasapp.domain.session import Dots


def merged_entries(board: Board, kept: Note, gone: Sequence[Note]) -> Iterator[Change]:
    """The changes of entries when the notes `gone` are made one with `kept`.

    It keeps its entry, or takes over the first of theirs; entries of the same register fill what is empty in it. What
    is shown elsewhere too stays as it is there.
    """
    leaving = [note for note in gone if note.shared is None]
    own = board.entry_of.get(kept.content)
    theirs = [board.entry_of[note.content] for note in leaving if note.content in board.entry_of]
    lead, rest = (own, theirs) if own or not theirs else (theirs[0], theirs[1:])
    led = _Ways.of(kept, leaving, lead, rest)
    if lead is not None:
        values = redirected(led.by(_filled(lead, rest)), {lead.id: None})
        yield from _put(lead, replace(lead, note=kept.content, values=values), board, kept)
    yield from (Change(entry, None) for entry in rest)
    settled = {entry.id for entry in (lead, *rest) if entry is not None}
    for entry in (*board.entries.values(), *board.in_common.values()):
        values = led.by(entry.values)
        if entry.id not in settled and values != entry.values:
            yield Change(entry, replace(entry, values=values))


def merged_dots(board: Board, kept: Note, gone: Sequence[Note]) -> Iterator[Change]:
    """The changes of votes when the notes `gone` are made one with `kept`: it has the dots of them all."""
    leaving = {note.content for note in gone if note.shared is None}
    alike: dict[tuple[str, str | None], list[Dots]] = {}
    for each in board.dots.values():
        if each.note == kept.content or each.note in leaving:
            alike.setdefault((each.round, each.party), []).append(each)
    for several in alike.values():
        lead, *others = sorted(several, key=lambda each: each.note != kept.content)
        together = replace(lead, note=kept.content, count=sum(each.count for each in several))
        if together != lead:
            yield Change(lead, together)
        yield from (Change(each, None) for each in others)


@dataclass(frozen=True, slots=True)
class _Ways:
    """Where references lead: a list takes any thing, a single reference only an entry of its register."""

    single: Mapping[str, str | None]
    listed: Mapping[str, str | None]

    @classmethod
    def of(
        cls, kept: Note, leaving: Iterable[Note], lead: Entry | None, rest: Iterable[Entry]
    ) -> _Ways:
        contents: dict[str, str | None] = {note.content: kept.content for note in leaving}
        alike = {e.id: lead.id for e in rest if lead and e.register == lead.register}
        gone = [entry.id for entry in rest]
        single = {**contents, **dict.fromkeys(gone), **alike}
        return cls(single, {**contents, **dict.fromkeys(gone, kept.content), **alike})

    def by(self, values: Values) -> Values:
        """The values with their references led where they belong now."""
        lists = redirected(tuple(v for v in values if isinstance(v[1], tuple)), self.listed)
        others = redirected(tuple(v for v in values if not isinstance(v[1], tuple)), self.single)
        return tuple(sorted((*lists, *others)))


def _filled(lead: Entry, others: Iterable[Entry]) -> Values:
    """The values of `lead`, and those of the others of its register in fields where it has none."""
    values = dict(lead.values)
    for entry in others:
        if entry.register == lead.register:
            values = {**dict(entry.values), **values}
    return tuple(sorted(values.items()))


def _put(before: Entry, after: Entry, board: Board, kept: Note) -> Iterator[Change]:
    """The entry changed; with a note that is shown elsewhere too it lies on no board."""
    lying = None if kept.shared else board.id
    if before.board != lying:
        yield Change(before, None)
        yield Change(None, replace(after, board=lying))
    elif after != before:
        yield Change(before, after)
