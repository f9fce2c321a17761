"""How a heading looks: bold letters without paper, as large as the heading is high."""

from __future__ import annotations

from functools import lru_cache
from itertools import count

from canvasapp.domain.geometry import Point
from canvasapp.domain.markup import plain_text
from canvasapp.domain.records import Note
from canvasapp.picture.note_marks import NoteMarks, lock, unseen_frame
from canvasapp.picture.shapes import Kind, Part, Text
from canvasapp.picture.theme import Theme
from canvasapp.picture.words import words
from canvasapp.text.fonts import Style
from canvasapp.text.layout import LEADING, PT, Layout, lay_out, text_height

SMALLEST = 18 * PT
"""The smallest letter size of a heading, in mm."""

_SLACK = 1e-6


@lru_cache(maxsize=4_096)
def heading_layout(text: str, w: float, h: float) -> Layout:
    """The text in the fewest lines that fill `h` mm: its letters are as large as that allows, or else the smallest."""
    if text_height(text, w, SMALLEST, Style.NOTE_BOLD) > h + _SLACK:
        return lay_out(text, w, SMALLEST, Style.NOTE_BOLD)
    sizes = (max(SMALLEST, h / LEADING / lines) for lines in count(1))
    fits = (s for s in sizes if text_height(text, w, s, Style.NOTE_BOLD) <= h + _SLACK)
    return lay_out(text, w, next(fits), Style.NOTE_BOLD)


def heading_height(text: str, w: float, size: float) -> float:
    """The height in mm at which a heading `w` mm wide has letters of `size` mm."""
    return text_height(text, w, size, Style.NOTE_BOLD)


def heading_text(note: Note, theme: Theme) -> Text:
    layout = heading_layout(note.text, note.w, note.h)
    return words(Point(note.x, note.y), layout, theme.ink)


def heading_part(note: Note, theme: Theme, marks: NoteMarks) -> Part:
    shapes = (
        *((heading_text(note, theme),) if note.text else ()),
        *(lock(Point(note.rect.right, note.y), theme.sheet) if marks.locked else ()),
        *unseen_frame(note.rect, marks.seen, theme),
    )
    return Part(Kind.HEADING, note.id, plain_text(note.text), note.rect, shapes)
