"""How a note looks: paper, text, the party's chip and the marks in its corner."""

from __future__ import annotations

from dataclasses import dataclass

from canvasapp.domain.geometry import Point, Rect
from canvasapp.domain.records import Note, Party
from canvasapp.picture.shapes import Box, Colour, Kind, Line, Part, Shape, Text
from canvasapp.picture.theme import NOTE_INK, NOTE_MARK, PartyColours, Theme
from canvasapp.picture.words import one_line, words
from canvasapp.text.fonts import Style
from canvasapp.text.layout import PT, Layout, fit, lay_out, text_height

RADIUS = 1.6
SIDE = 5.5
"""From the note's edge to its text, left and right, in mm."""
TOP = 4.5
FOOT = 15.0
"""The strip at the bottom for the party and the marks, in mm."""

TEXT_SIZES = tuple(pt * PT for pt in (24, 23, 22, 21, 20, 19, 18))
"""Letter sizes a note's text may have, in mm: the first is what it starts with, the last the floor on A0."""

EDGE = 0.35
CHIP = (9.4, 6.6)
"""Width and height of a party's chip, in mm."""

_FOLD = 0.7
_HATCH = 10.0
_CHIP_LETTERS = 12 * PT
_PARTY_NAME = 16 * PT
_MARK = 7.0

# Lucide's "arrow-left-right" on its 24 unit grid.
_CONTRADICTS = (
    ((8, 3), (4, 7), (8, 11)),
    ((4, 7), (20, 7)),
    ((16, 21), (20, 17), (16, 13)),
    ((20, 17), (4, 17)),
)


@dataclass(frozen=True, slots=True)
class NoteMarks:
    """What the lower right corner of a note tells about it."""

    contradicted: bool = False


NO_MARKS = NoteMarks()


def text_box(note: Note) -> Rect:
    """Where the text of a note goes, in mm on the sheet."""
    return _text_box(note.w, note.h).moved(note.x, note.y)


def fit_text(text: str, w: float, h: float) -> Layout:
    """The text of a note `w` by `h` mm, at the largest letter size that fits, else at the floor."""
    box = _text_box(w, h)
    return fit(text, box.w, box.h, TEXT_SIZES)


def grown_height(text: str, w: float, h: float) -> float:
    """The height in mm that a note needs for its text at the floor size: `h` when that is enough."""
    box = _text_box(w, h)
    needed = text_height(text, box.w, TEXT_SIZES[-1])
    return h + max(0.0, needed - box.h)


def note_part(note: Note, party: Party | None, theme: Theme, marks: NoteMarks = NO_MARKS) -> Part:
    """The note as it lies on the sheet. Cheap after the first time: its text is laid out once."""
    colours = theme.party(party.slot if party else None)
    shapes = (
        *_paper(note.rect, colours),
        *_writing(note),
        *(_signature(note.rect, party, colours) if party else ()),
        *(_contradiction(note.rect) if marks.contradicted else ()),
    )
    return Part(Kind.NOTE, note.id, note.text, note.rect, shapes)


def chip_shapes(at: Point, initials: str, colours: PartyColours) -> tuple[Shape, ...]:
    """A party's chip with its letters, top left at `at`."""
    width, height = CHIP
    letters = lay_out(initials, width, _CHIP_LETTERS, Style.TITLE)
    corner = Point(at.x + (width - letters.used_width) / 2, at.y + (height - letters.height) / 2)
    return (
        Box(Rect(at.x, at.y, width, height), radius=0.28 * height, fill=colours.chip),
        words(corner, letters, colours.chip_ink),
    )


def _text_box(w: float, h: float) -> Rect:
    return Rect(SIDE, TOP, max(w - 2 * SIDE, 1.0), max(h - TOP - FOOT, 1.0))


def _paper(rect: Rect, colours: PartyColours) -> tuple[Shape, ...]:
    bottom = rect.bottom - _FOLD / 2
    inner = Rect(rect.x, rect.y, rect.w, rect.h).inset(EDGE / 2)
    paper = Box(inner, RADIUS, fill=colours.paper, stroke=colours.edge, width=EDGE)
    fold = Line(
        (Point(rect.x + RADIUS, bottom), Point(rect.right - RADIUS, bottom)), colours.fold, _FOLD
    )
    return (paper, fold, *(_hatching(rect, colours.hatch) if colours.hatched else ()))


def _hatching(rect: Rect, colour: Colour) -> tuple[Shape, ...]:
    """Five lines that cut the upper right corner."""
    right, top = rect.right - EDGE, rect.y + EDGE
    return tuple(
        Line((Point(right - reach, top), Point(right, top + reach)), colour, 0.35)
        for reach in (_HATCH * step / 5 for step in range(1, 6))
    )


def _writing(note: Note) -> tuple[Text, ...]:
    if not note.text:
        return ()
    corner = Point(note.x + SIDE, note.y + TOP)
    return (words(corner, fit_text(note.text, note.w, note.h), NOTE_INK),)


def _signature(rect: Rect, party: Party, colours: PartyColours) -> tuple[Shape, ...]:
    at = Point(rect.x + SIDE, rect.bottom - 4.2 - CHIP[1])
    room = max(rect.w - 2 * SIDE - CHIP[0] - 3.0 - _MARK - 2.0, 1.0)
    name = one_line(party.name, room, _PARTY_NAME, Style.PLAIN)
    corner = Point(at.x + CHIP[0] + 3.0, at.y + (CHIP[1] - name.height) / 2)
    return (*chip_shapes(at, party.initials, colours), words(corner, name, NOTE_INK))


def _contradiction(rect: Rect) -> tuple[Shape, ...]:
    left, top = rect.right - SIDE - _MARK, rect.bottom - 4.0 - _MARK
    grid = _MARK / 24
    return tuple(
        Line(tuple(Point(left + x * grid, top + y * grid) for x, y in stroke), NOTE_MARK, 0.75)
        for stroke in _CONTRADICTS
    )
