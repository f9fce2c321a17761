"""Changes of a text with plain marks: whatever is replaced or made bold, its marks stay in pairs."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from canvasapp.domain.board import Board
from canvasapp.domain.change import Edit
from canvasapp.domain.markup import BOLD, Markup, Span, label_of, read
from canvasapp.domain.records import Note, NoteKind
from canvasapp.edits.laying import grown
from canvasapp.edits.plan import changed, free
from canvasapp.edits.wording import clean_text


def replaced(text: str, start: int, end: int, by: str) -> tuple[str, int]:
    """`text` with `by` between two positions, as bold as the first letter that it replaces; and where `by` ends."""
    markup = read(text)
    start -= start - 1 in markup.marks  # a mark is not cut in two
    end += end - 1 in markup.marks
    if start < end:
        start = min(markup.position(markup.place(start), onward=True), end)
    if not by:
        start -= len(BOLD) * (start - len(BOLD) in markup.marks)
        end += len(BOLD) * (end in markup.marks)
    kept = BOLD * (sum(start <= mark < end for mark in markup.marks) % 2)
    before, after = text[:start], kept + text[end:]
    if "\n" in by and is_inside_bold(text, start):
        before, by, after = _parted(before, by, after)
    return before + by + after, len(before + by)


def is_inside_bold(text: str, position: int) -> bool:
    """Whether what is written at `position` is bold."""
    return bisect_left(read(text).marks, position) % 2 == 1


def is_bold(text: str, start: int, end: int) -> bool:
    """Whether all that can be bold between two positions is."""
    markup = read(text)
    wanted = _joined([*markup.bold, (markup.place(start), markup.place(end))])
    return list(_tidied(markup.bare, wanted)) == list(_tidied(markup.bare, markup.bold))


def with_bold(text: str, start: int, end: int, *, bold: bool) -> str:
    """`text` with the words between two positions bold, or not; blanks and labels of list items stay as they are."""
    markup = read(text)
    first, last = markup.place(start), markup.place(end)
    spans = [*_without(markup.bold, first, last), *([(first, last)] if bold else ())]
    return _marked(markup, _joined(spans))


def turn_bold(board: Board, ids: Iterable[str], height_for: Callable[[Note, str], float]) -> Edit:
    """The notes in bold letters, or, when all of them are bold, in plain ones; they grow to the height (mm) they need.

    Headings are bold as they are. Raises TextTooLongError.
    """
    notes = [note for note in free(board, ids) if note.kind is NoteKind.NOTE and note.text]
    bold = not all(is_bold(note.text, 0, len(note.text)) for note in notes)

    def turned(note: Note) -> Note:
        text = clean_text(with_bold(note.text, 0, len(note.text), bold=bold))
        if text == note.text:
            return note
        height = max(note.h, height_for(note, text))
        return replace(grown(board, note, note.w, height), text=text)

    label = "Make {} bold" if bold else "Make {} plain"
    return changed(label, ((note, turned(note)) for note in notes))


def _parted(before: str, by: str, after: str) -> tuple[str, str, str]:
    """The same, bold to the end of each line and again from the next one's beginning: marks pair on one line."""
    first, *middle, last = by.split("\n")
    if first or not before.endswith(BOLD):
        first += BOLD
    else:
        before = before[: -len(BOLD)]
    label = label_of(last, 0)
    cut = label[1] if label else 0
    if last[cut:] or not after.startswith(BOLD):
        last = last[:cut] + BOLD + last[cut:]
    else:
        after = after[len(BOLD) :]
    lines = (f"{BOLD}{line}{BOLD}" if line.strip() else line for line in middle)
    return before, "\n".join((first, *lines, last)), after


def _marked(markup: Markup, spans: Iterable[Span]) -> str:
    pieces, done = [], 0
    for start, end in _tidied(markup.bare, spans):
        pieces += [markup.bare[done:start], BOLD, markup.bare[start:end], BOLD]
        done = end
    return "".join((*pieces, markup.bare[done:]))


def _tidied(bare: str, spans: Iterable[Span]) -> Iterator[Span]:
    """The spans line by line, without labels and blanks at their ends."""
    for start, end in spans:
        at = start
        for line in bare[start:end].split("\n"):
            label = label_of(bare, at)
            first, last = max(at, label[1]) if label else at, at + len(line)
            yield from _edged(bare, first, last)
            at = last + 1


def _edged(bare: str, start: int, end: int) -> Iterator[Span]:
    """The span without blanks at its ends. No mark would be one beside asterisks, or around others that are no pair."""
    while start < end and (bare[start].isspace() or _beside_star(bare, start)):
        start += 1
    while start < end and (bare[end - 1].isspace() or _beside_star(bare, end)):
        end -= 1
    if start < end and BOLD not in bare[start:end]:
        yield start, end


def _beside_star(bare: str, place: int) -> bool:
    return "*" in bare[max(place - 1, 0) : place + 1]


def _without(spans: Iterable[Span], start: int, end: int) -> Iterator[Span]:
    for first, last in spans:
        if first < min(last, start):
            yield first, min(last, start)
        if max(first, end) < last:
            yield max(first, end), last


def _joined(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that meet as one."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
