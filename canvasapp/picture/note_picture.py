"""How a note looks: paper, an image, text, the party's chip and the marks in its corners."""

from __future__ import annotations

from dataclasses import replace

from canvasapp.domain.geometry import Point, Rect
from canvasapp.domain.markup import plain_text
from canvasapp.domain.records import Note, NoteKind, Party, Seen
from canvasapp.picture.heading_picture import (
    heading_height,
    heading_layout,
    heading_part,
    heading_text,
)
from canvasapp.picture.image_picture import RADIUS as RADIUS
from canvasapp.picture.image_picture import image_on_paper, image_part
from canvasapp.picture.note_badges import badges
from canvasapp.picture.note_marks import NO_MARKS as NO_MARKS
from canvasapp.picture.note_marks import SIZE, lock
from canvasapp.picture.note_marks import NoteMarks as NoteMarks
from canvasapp.picture.party_marks import chip_stripes, paper_marks, ticks
from canvasapp.picture.shapes import Box, Kind, Line, Part, Shape, Text
from canvasapp.picture.theme import NOTE_INK, PartyColours, Theme, channels, mix
from canvasapp.picture.twin_sign import twin_sign
from canvasapp.picture.words import one_line, words
from canvasapp.text.fonts import Style
from canvasapp.text.layout import PT, Layout, fit, lay_out, surely_fits, text_height

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
CHIP_LETTERS = 12 * PT
_PARTY_NAME = 16 * PT
_LEAST_NAME = 12.0

_DARKER, _OWN = 0.82, 0.35
"""How light a note is that not everybody sees, and how much of its own colour is left in the grey."""
_UNSEEN_EDGE, _UNSEEN_DASH = 0.9, (3.6, 2.6)

_PICTURED = 0.6
_UNDER_IMAGE = 3.0


def text_box(note: Note) -> Rect:
    """Where the text of a note goes, in mm on the sheet: a heading has all of it, an image none to be read."""
    match note.kind:
        case NoteKind.NOTE:
            return _text_box(note.w, note.h, pictured=note.image is not None).moved(note.x, note.y)
        case NoteKind.HEADING | NoteKind.IMAGE:
            return note.rect


def fit_text(text: str, w: float, h: float, *, pictured: bool = False) -> Layout:
    """The text of a note `w` by `h` mm, at the largest letter size that fits, else at the floor."""
    box = _text_box(w, h, pictured=pictured)
    return fit(text, box.w, box.h, TEXT_SIZES)


def grown_height(text: str, w: float, h: float, *, pictured: bool = False) -> float:
    """The height in mm that a note needs for its text at the floor size: `h` when that is enough."""
    box = _text_box(w, h, pictured=pictured)
    if surely_fits(text, box.w, box.h, TEXT_SIZES[-1]):
        return h
    needed = text_height(text, box.w, TEXT_SIZES[-1])
    if pictured:
        needed = (needed + _UNDER_IMAGE) / (1 - _PICTURED)
    return max(h, TOP + needed + FOOT)


def height_for(note: Note, text: str) -> float:
    """The height in mm that a note needs when it says `text`; a heading keeps the letter size that it has."""
    match note.kind:
        case NoteKind.NOTE:
            return grown_height(text, note.w, note.h, pictured=note.image is not None)
        case NoteKind.HEADING:
            size = heading_layout(note.text, note.w, note.h).size
            return heading_height(text, note.w, size)
        case NoteKind.IMAGE:
            return note.h


def written(note: Note, theme: Theme) -> tuple[Text, ...]:
    """The text of a note as it is drawn: none for an empty one, and for an image."""
    if not note.text or note.kind is NoteKind.IMAGE:
        return ()
    if note.kind is NoteKind.HEADING:
        return (heading_text(note, theme),)
    box = text_box(note)
    layout = fit_text(note.text, note.w, note.h, pictured=note.image is not None)
    return (words(Point(box.x, box.y), layout, NOTE_INK),)


def note_part(note: Note, party: Party | None, theme: Theme, marks: NoteMarks = NO_MARKS) -> Part:
    """The note as it lies on the sheet. Cheap after the first time: its text is laid out once."""
    match note.kind:
        case NoteKind.HEADING:
            return heading_part(note, theme, marks)
        case NoteKind.IMAGE:
            return image_part(note, theme, marks)
    colours = theme.party(party.slot if party else None)
    shapes = (
        *paper_shapes(note, colours, written_on=bool(note.text), seen=marks.seen),
        *written(note, theme),
        *_foot(note, party, colours, marks),
    )
    return Part(Kind.NOTE, note.id, plain_text(note.text), note.rect, shapes)


def paper_part(note: Note, party: Party | None, theme: Theme, marks: NoteMarks = NO_MARKS) -> Part:
    """The same without the text but with room for it: what lies under a text while it is typed."""
    if note.kind is not NoteKind.NOTE:
        return note_part(replace(note, text=""), party, theme, marks)
    colours = theme.party(party.slot if party else None)
    paper = paper_shapes(note, colours, written_on=True, seen=marks.seen)
    shapes = (*paper, *_foot(note, party, colours, marks))
    return Part(Kind.NOTE, note.id, plain_text(note.text), note.rect, shapes)


def afar_part(note: Note, party: Party | None, theme: Theme, marks: NoteMarks = NO_MARKS) -> Part:
    """A note where no letter of it can be read: without its text, and its party is told by ticks."""
    colours = theme.party(party.slot if party else None)
    left = Point(note.x + SIDE, note.rect.bottom - 4.2 - CHIP[1])
    room = max(note.w - 2 * SIDE, 1.0)
    told = ticks(left, room, party.slot, colours.hatch, CHIP[1]) if party else ()
    paper = paper_shapes(note, colours, written_on=True, seen=marks.seen)
    shapes = (*paper, *told, *_foot(note, None, colours, marks))
    return Part(Kind.NOTE, note.id, plain_text(note.text), note.rect, shapes)


def chip_shapes(at: Point, initials: str, colours: PartyColours) -> tuple[Shape, ...]:
    """A party's chip with its letters, top left at `at`."""
    width, height = CHIP
    letters = lay_out(initials, width, CHIP_LETTERS, Style.TITLE)
    corner = Point(at.x + (width - letters.used_width) / 2, at.y + (height - letters.height) / 2)
    chip = Rect(at.x, at.y, width, height)
    return (
        Box(chip, radius=0.28 * height, fill=colours.chip),
        *chip_stripes(chip, colours),
        words(corner, letters, colours.chip_ink),
    )


def _text_box(w: float, h: float, *, pictured: bool = False) -> Rect:
    whole = Rect(SIDE, TOP, max(w - 2 * SIDE, 1.0), max(h - TOP - FOOT, 1.0))
    if not pictured:
        return whole
    top = whole.h * _PICTURED + _UNDER_IMAGE
    return Rect(SIDE, TOP + top, whole.w, max(whole.h - top, 1.0))


def _image_box(note: Note, *, written_on: bool) -> Rect:
    """The upper part of what is otherwise the text's; all of it where there is no text."""
    box = _text_box(note.w, note.h).moved(note.x, note.y)
    return Rect(box.x, box.y, box.w, box.h * _PICTURED) if written_on else box


def _foot(
    note: Note, party: Party | None, colours: PartyColours, marks: NoteMarks
) -> tuple[Shape, ...]:
    """Whose the note is, and the marks in its corners."""
    rect = note.rect
    right = Point(rect.right - SIDE, rect.bottom - 4.0)
    told, width = badges(right, marks)
    return (
        *(signature_shapes(rect, party, colours, max(width, SIZE + 2.0)) if party else ()),
        *told,
        *(lock(Point(rect.right - 0.6, rect.y + 0.6), colours.paper) if marks.locked else ()),
        *(twin_sign(Point(rect.x + 0.8, rect.y + 0.8), colours.paper) if note.shared else ()),
    )


def paper_shapes(
    note: Note, colours: PartyColours, *, written_on: bool, seen: Seen = Seen.SHOWN
) -> tuple[Shape, ...]:
    """The paper of a note with its party's marks and its image; greyed and dashed when not everybody sees it."""
    rect, box = note.rect, _image_box(note, written_on=written_on)
    bottom = rect.bottom - _FOLD / 2
    fold = Line(
        (Point(rect.x + RADIUS, bottom), Point(rect.right - RADIUS, bottom)), colours.fold, _FOLD
    )
    return (
        _paper(rect, colours, seen),
        *((fold,) if seen is Seen.SHOWN else ()),
        *paper_marks(rect.inset(EDGE), colours),
        *((image_on_paper(box, note.image, colours.paper),) if note.image else ()),
    )


def _paper(rect: Rect, colours: PartyColours, seen: Seen) -> Box:
    if seen is Seen.SHOWN:
        return Box(rect.inset(EDGE / 2), RADIUS, colours.paper, colours.edge, EDGE)
    level = round(_DARKER * max(channels(colours.paper)))
    fill = mix(colours.paper, f"#{level:02x}{level:02x}{level:02x}", _OWN)
    inner = rect.inset(_UNSEEN_EDGE / 2)
    return Box(inner, RADIUS, fill, NOTE_INK, _UNSEEN_EDGE, dash=_UNSEEN_DASH)


def signature_shapes(
    rect: Rect, party: Party, colours: PartyColours, taken: float
) -> tuple[Shape, ...]:
    """The chip and as much of the name as there is room for beside what is `taken`, in mm."""
    at = Point(rect.x + SIDE, rect.bottom - 4.2 - CHIP[1])
    room = rect.w - 2 * SIDE - CHIP[0] - 3.0 - taken
    if room < _LEAST_NAME:
        return chip_shapes(at, party.initials, colours)
    name = one_line(party.name, room, _PARTY_NAME, Style.PLAIN)
    corner = Point(at.x + CHIP[0] + 3.0, at.y + (CHIP[1] - name.height) / 2)
    return (*chip_shapes(at, party.initials, colours), words(corner, name, NOTE_INK))
