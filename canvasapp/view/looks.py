"""What notes look like apart from their letters: notes that look alike share one sprite."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from canvasapp.domain.geometry import Point
from canvasapp.domain.records import Note
from canvasapp.picture.note_picture import NO_MARKS, NoteMarks, text_box
from canvasapp.picture.shapes import Text
from canvasapp.picture.theme import NOTE_INK
from canvasapp.text.layout import ASCENT, LEADING
from canvasapp.text.runs import TextLine
from canvasapp.view.note_index import Rows
from canvasapp.view.sprites import Looks

QUARTERS = 4
LETTER = 0.52
"""How wide a letter is on average, in letter sizes."""
FILLED = 0.94
"""How much of a line is filled, on average, before the next word does not fit any more."""

Bars = tuple[int, int]
"""A text too small to be read: so many lines, the last one so many quarters full. (0, 0): drawn as letters."""

Grid = tuple[int, float]
"""How many lines a note has room for, and how many letters a quarter of a line."""

NO_BARS: Bars = (0, 0)
_UNKNOWN = -1


class LookTable:
    """Numbers the looks of notes. `letters` is the letter size in mm of texts told as bars, 0 for no bars."""

    def __init__(self, letters: float = 0.0) -> None:
        self._letters = letters
        self._grids: dict[tuple[float, float], Grid] = {}
        self._numbers: dict[tuple[float, float, str | None, NoteMarks, Bars], int] = {}
        self._examples: list[tuple[Note, NoteMarks, Bars]] = []
        self._alike: dict[tuple[float, float, str | None, NoteMarks | None, int], int] = {}
        self._of_row = np.full(64, _UNKNOWN, dtype=np.intp)

    def of(self, rows: Rows, notes: list[Note | None], marks: Mapping[str, NoteMarks]) -> Looks:
        """The looks of the notes in these rows."""
        if len(self._of_row) < len(notes):
            missing = len(notes) + len(notes) // 8 - len(self._of_row)
            self._of_row = np.pad(self._of_row, (0, missing), constant_values=_UNKNOWN)
        looks = self._of_row[rows]
        unknown = rows[looks == _UNKNOWN]
        if len(unknown):
            here = (note for row in unknown.tolist() if (note := notes[row]))
            self._of_row[unknown] = [self._look(note, marks.get(note.id)) for note in here]
            looks = self._of_row[rows]
        return looks

    def example(self, look: int) -> tuple[Note, NoteMarks, Bars]:
        """A note with this look, at (0, 0) and without text."""
        return self._examples[look]

    def forget(self, row: int) -> None:
        """The note in this row looks different now."""
        if row < len(self._of_row):
            self._of_row[row] = _UNKNOWN

    def _look(self, note: Note, marks: NoteMarks | None) -> int:
        """The number of a note's look. Texts of one paragraph and of one length look alike from afar."""
        if "\n" in note.text:
            return self._number(note, marks or NO_MARKS)
        key = (note.w, note.h, note.party, marks, len(note.text))
        look = self._alike.get(key)
        if look is None:
            look = self._alike[key] = self._number(note, marks or NO_MARKS)
        return look

    def _number(self, note: Note, marks: NoteMarks) -> int:
        bars = self._bars(note) if self._letters and note.text else NO_BARS
        key = (note.w, note.h, note.party, marks, bars)
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = len(self._examples)
            self._examples.append((replace(note, x=0.0, y=0.0, text=""), marks, bars))
        return number

    def _bars(self, note: Note) -> Bars:
        size = (note.w, note.h)
        grid = self._grids.get(size)
        if grid is None:
            grid = self._grids[size] = grid_of(note, self._letters)
        return bars_of(note.text, grid)


def grid_of(note: Note, size: float) -> Grid:
    """The room for letters of `size` mm in a note."""
    box = text_box(note)
    most = max(int(box.h / (size * LEADING)), 1)
    return most, max(box.w * FILLED / (size * LETTER), 1.0) / QUARTERS


def bars_of(text: str, grid: Grid) -> Bars:
    """How a text fills a note, told by its length: laying it out takes too long."""
    most, quarter = grid
    length = 0
    for paragraph in text[: int(quarter * QUARTERS * most) + most].split("\n"):
        length = -(-length // QUARTERS) * QUARTERS + max(int(len(paragraph) / quarter + 0.999), 1)
    lines = -(-length // QUARTERS)
    if lines > most:
        return most, QUARTERS
    return lines, (length - 1) % QUARTERS + 1


def bars_text(note: Note, bars: Bars, size: float) -> Text:
    """Lines as `bars` tells, without glyphs."""
    box = text_box(note)
    count, quarters = bars
    lines = []
    for number in range(count):
        last = number == count - 1
        filled = quarters / QUARTERS if last else 1.0 - 0.08 * (number * 2 % 3)
        baseline = size * (LEADING * number + ASCENT)
        lines.append(TextLine("", 0, baseline, 0.0, box.w * FILLED * filled))
    return Text(Point(box.x, box.y), NOTE_INK, size, "", tuple(lines), ())
