"""How an image looks, on the board or on a note, and what stands in its place when it can not be shown."""

from __future__ import annotations

from collections.abc import Iterator

from canvasapp.domain.geometry import Point, Rect
from canvasapp.domain.records import Note
from canvasapp.picture.note_marks import NoteMarks, lock, unseen_frame
from canvasapp.picture.shapes import Box, Colour, Image, Kind, Line, Part, Text
from canvasapp.picture.theme import NOTE_INK, Theme, mix
from canvasapp.picture.words import one_line, words
from canvasapp.text.fonts import Style
from canvasapp.text.layout import PT

RADIUS = 1.6
_EDGE = 0.35
_ICON = 12.0
_NAME = 16 * PT
_LONGEST_NAME = 80
_SIDE = 4.0

Instead = tuple[Box | Line | Text, ...]


def image_part(note: Note, theme: Theme, marks: NoteMarks) -> Part:
    """An image that lies on the board by itself; where it can not be shown, its text stands in a frame."""
    instead = (
        Box(note.rect.inset(_EDGE / 2), RADIUS, theme.raised, theme.line2, _EDGE),
        *_sign(note.rect, theme.ink3, note.text),
    )
    shapes = (
        *((Image(note.rect, note.image, instead),) if note.image else instead),
        *(lock(Point(note.rect.right - 1.0, note.y + 1.0), theme.raised) if marks.locked else ()),
        *unseen_frame(note.rect, marks.seen, theme),
    )
    return Part(Kind.IMAGE, note.id, note.text, note.rect, shapes)


def image_on_paper(rect: Rect, digest: str, paper: Colour) -> Image:
    """An image on a note."""
    ink = mix(NOTE_INK, paper, 0.55)
    frame = Box(rect.inset(_EDGE / 2), RADIUS, stroke=ink, width=_EDGE, dash=(2.6, 2.0))
    return Image(rect, digest, (frame, *_sign(rect, ink, "")))


def _sign(rect: Rect, ink: Colour, name: str) -> Iterator[Box | Line | Text]:
    """Lucide's "image" in the middle of `rect`, and the name under it, as far as there is room."""
    name = name.split("\n", maxsplit=1)[0][:_LONGEST_NAME]
    size = min(_ICON, rect.w / 2, rect.h / 2)
    line = one_line(name, max(rect.w - 2 * _SIDE, 1.0), _NAME, Style.PLAIN)
    named = bool(name) and rect.h >= size + 3 * line.height
    top = rect.centre.y - (size + (line.height if named else 0.0)) / 2
    yield from _icon(Point(rect.centre.x - size / 2, top), size / 24, ink)
    if named:
        yield words(Point(rect.centre.x - line.used_width / 2, top + size), line, ink)


def _icon(at: Point, grid: float, ink: Colour) -> Iterator[Box | Line]:
    width = 1.5 * grid
    frame, sun = Rect(3, 3, 18, 18), Rect(7, 7, 4, 4)
    for rect, radius in ((frame, 2.0), (sun, 2.0)):
        place = Rect(at.x + rect.x * grid, at.y + rect.y * grid, rect.w * grid, rect.h * grid)
        yield Box(place, radius * grid, stroke=ink, width=width)
    hill = ((6, 21), (16, 11.5), (21, 16))
    yield Line(tuple(Point(at.x + x * grid, at.y + y * grid) for x, y in hill), ink, width)
