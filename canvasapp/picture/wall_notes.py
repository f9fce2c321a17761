"""How a note looks on the wall: as on the sheet, its text cut to the lines there are, with no letter too small."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from canvasapp.domain.geometry import Point, Rect
from canvasapp.domain.markup import plain_text
from canvasapp.domain.records import Note, NoteKind, Party
from canvasapp.picture.note_picture import (
    FOOT,
    SIDE,
    TEXT_SIZES,
    TOP,
    note_part,
    paper_shapes,
    signature_shapes,
)
from canvasapp.picture.shapes import Kind, Part, Shape, Text
from canvasapp.picture.theme import NOTE_INK, Theme
from canvasapp.picture.wall_scale import WallScale
from canvasapp.picture.words import words
from canvasapp.text.fonts import Style
from canvasapp.text.layout import LEADING, Layout, lay_out, text_height

LOWEST = 4.6
"""What stays free under the text of a note that is not signed, in mm."""
_PICTURED = 0.6
_ELLIPSIS = "…"


def note_height(lines: int, *, signed: bool) -> float:
    """How high a note with so many lines is, in mm; a signed one tells at its foot whose it is."""
    return TOP + lines * LEADING * TEXT_SIZES[0] + (FOOT if signed else LOWEST)


@lru_cache(maxsize=4_096)
def wall_note_part(
    note: Note, party: Party | None, scale: WallScale, theme: Theme, *, signed: bool
) -> Part:
    """The note at its place on the wall. The same part as before where nothing of it has changed."""
    if note.kind is NoteKind.IMAGE:
        return note_part(note, None, theme)
    colours = theme.party(party.slot if party else None)
    is_heading = note.kind is NoteKind.HEADING
    paper = () if is_heading else paper_shapes(note, colours, written_on=bool(note.text))
    signature: tuple[Shape, ...] = ()
    if signed and party and not is_heading:
        signature = _readable(signature_shapes(note.rect, party, colours, 0.0), scale)
    ink, style = (theme.ink, Style.NOTE_BOLD) if is_heading else (NOTE_INK, Style.NOTE)
    shapes = (*paper, *_written(note, scale, style, ink, signed=signed), *signature)
    kind = Kind.HEADING if is_heading else Kind.NOTE
    return Part(kind, note.id, plain_text(note.text), note.rect, shapes)


@lru_cache(maxsize=4_096)
def cut_to(text: str, width: float, lines: int, size: float, style: Style = Style.NOTE) -> Layout:
    """`text` in letters of `size` mm on at most so many lines, the last one with an ellipsis where it was cut."""
    layout = lay_out(text, width, size, style)
    if len(layout.lines) <= lines:
        return layout
    shown = plain_text(text) if style.marked else text
    kept = shown[: layout.lines[lines].start].rstrip()
    while kept and len(lay_out(kept + _ELLIPSIS, width, size, style).lines) > lines:
        kept = kept[:-1].rstrip()
    return lay_out(kept + _ELLIPSIS, width, size, style)


def _written(
    note: Note, scale: WallScale, style: Style, ink: str, *, signed: bool
) -> tuple[Text, ...]:
    room = _room(note, signed=signed)
    if not note.text or room.h < LEADING * TEXT_SIZES[0]:
        return ()
    size = next(
        (s for s in TEXT_SIZES if scale.reads(s) and text_height(note.text, room.w, s) <= room.h),
        TEXT_SIZES[0],
    )
    lines = max(int((room.h + 0.01) / (LEADING * size)), 1)
    return (words(Point(room.x, room.y), cut_to(note.text, room.w, lines, size, style), ink),)


def _room(note: Note, *, signed: bool) -> Rect:
    """Where the text goes, in mm on the wall: under the image if there is one."""
    high = note.h - TOP - (FOOT if signed else LOWEST)
    top = note.y + TOP
    if note.image is not None:
        image = (note.h - TOP - FOOT) * _PICTURED + LOWEST
        top, high = top + image, high - image
    return Rect(note.x + SIDE, top, max(note.w - 2 * SIDE, 1.0), high)


def _readable(shapes: tuple[Shape, ...], scale: WallScale) -> tuple[Shape, ...]:
    """A signature without its name, or nothing of it, where letters would be too small."""
    chip = [each for each in shapes if isinstance(each, Text)][:1]
    if not all(scale.reads(each.size) for each in chip):
        return ()
    return tuple(x for x in shapes if not isinstance(x, Text) or scale.reads(x.size))


def placed(note: Note, rect: Rect) -> Note:
    """The note as it lies on the wall."""
    return replace(note, x=rect.x, y=rect.y, w=rect.w, h=rect.h)
