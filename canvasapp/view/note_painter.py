"""Paints notes at any scale: sprites with letters over them, bars for letters from afar, shapes when they are near."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from canvasapp.domain.geometry import Point, Rect
from canvasapp.domain.records import Note, NoteKind, Party
from canvasapp.painting.made import Made
from canvasapp.painting.qt_painter import PicturePainter
from canvasapp.picture.note_picture import (
    NO_MARKS,
    RADIUS,
    TEXT_SIZES,
    TOP,
    NoteMarks,
    afar_part,
    fit_text,
    note_part,
    text_box,
)
from canvasapp.picture.shapes import Kind, Part, Text
from canvasapp.picture.theme import NOTE_INK, Theme
from canvasapp.picture.words import words
from canvasapp.view.looks import NO_BARS, LookTable, bars_text
from canvasapp.view.note_index import NoteIndex, Rows
from canvasapp.view.sprites import Pixels, Sprites
from canvasapp.view.uppermost import Edges, alike_runs, crowded, separate_runs, uppermost

Step = Callable[[QPainter], None]
"""A short piece of painting, in device pixels from the sheet's top left corner."""

READABLE = 3.4
"""Letters of fewer device pixels are painted as bars."""
LARGEST_SPRITE = 256 * 256
KEPT_SCALES = 8
NOTES_A_STEP = 4
SHADOWS = ((0.02, 1.0), (0.04, 0.5))
"""Opacity of a raised note's shadows, and how far down they lie in lengths of the whole shadow."""


@dataclass(frozen=True, slots=True)
class Strip:
    """A part of the sheet in device pixels from its corner, at `scale` device pixels a millimetre."""

    left: int
    top: int
    width: int
    height: int
    scale: float

    @property
    def area(self) -> Rect:
        """The same part in mm."""
        left, top = self.left / self.scale, self.top / self.scale
        return Rect(left, top, self.width / self.scale, self.height / self.scale)


@dataclass(frozen=True, slots=True)
class NoteStyle:
    """How notes are painted. Raised ones cast a shadow so many device pixels down and are a little larger."""

    theme: Theme
    pictures: PicturePainter
    shadow: int = 0
    readable: float = READABLE

    @property
    def swell(self) -> float:
        return 1.02 if self.shadow else 1.0


class NotePainter:
    """Paints the notes of one index, and keeps what Qt needs for them from one painting to the next."""

    def __init__(
        self,
        index: NoteIndex,
        parties: Mapping[str, Party],
        marks: Mapping[str, NoteMarks],
        style: NoteStyle,
    ) -> None:
        self._index, self._parties, self._marks = index, parties, marks
        self._style = style
        self._near = LookTable()
        self._far = LookTable(TEXT_SIZES[0])
        self._near_sprites = Made(partial(self._sprites, self._near), KEPT_SCALES)
        self._far_sprites = Made(partial(self._sprites, self._far), KEPT_SCALES)

    def mark(self, marks: Mapping[str, NoteMarks]) -> None:
        """The marks of those notes that have any."""
        self._marks = marks

    def forget(self, row: int) -> None:
        """The note in this row looks different now."""
        self._near.forget(row)
        self._far.forget(row)

    def steps(self, rows: Rows, strip: Strip) -> Iterator[Step]:
        """Paints what of the notes in `rows`, lowest first, shows in the strip."""
        edges, written = self._edges(rows, strip), np.ones(len(rows), dtype=bool)
        plain = self._index.plain[rows]
        if crowded(edges, strip.width, strip.height):
            corner, rim = RADIUS * 0.3 * strip.scale + 1, TOP * strip.scale
            seen, written = uppermost(edges, plain, strip.width, strip.height, corner, rim)
            rows, edges, plain = rows[seen], edges[seen], plain[seen]
        if TEXT_SIZES[0] * strip.scale < self._style.readable:
            for start, end in alike_runs(plain):
                paint = self._paint_far if plain[start] else self._paint_wholly
                yield partial(paint, rows=rows[start:end], scale=strip.scale)
            return
        for start, end in separate_runs(edges):
            for first in range(start, end, NOTES_A_STEP):
                some = slice(first, min(first + NOTES_A_STEP, end))
                yield partial(
                    self._paint_near, rows=rows[some], written=written[some], scale=strip.scale
                )

    def paint(self, painter: QPainter, rows: Rows, strip: Strip) -> None:
        for step in self.steps(rows, strip):
            step(painter)

    def prepare(self, note: Note, scale: float) -> None:
        """Keeps what painting the note's letters at this scale needs."""
        if (
            TEXT_SIZES[0] * scale >= READABLE
            and note.text
            and note.kind is NoteKind.NOTE
            and not note.image
        ):
            self._style.pictures.prepare(self._text(note, 0.0, 0.0))

    def overhang(self, scale: float) -> float:
        """How far notes may be drawn beyond their rectangles, in mm."""
        style = self._style
        return (1 + style.shadow) / scale + (5.0 if style.shadow else 0.0)

    def _edges(self, rows: Rows, strip: Strip) -> Edges:
        edges = self._index.edges[:, rows].T
        corner = (strip.left, strip.top, strip.left, strip.top)
        return np.ascontiguousarray(edges * strip.scale - corner)

    def _paint_far(self, painter: QPainter, rows: Rows, scale: float) -> None:
        looks = self._far.of(rows, self._index.notes, self._marks)
        left, top = self._corners(rows, scale)
        self._far_sprites[scale].stamp(painter, looks, left, top)

    def _paint_wholly(self, painter: QPainter, rows: Rows, scale: float) -> None:
        """Paints headings and what has an image: no two of them look alike."""
        left, top = self._corners(rows, scale)
        for row, x, y in zip(rows, left, top, strict=True):
            if note := self._index.notes[row]:
                self._paint_whole(painter, note, x, y, scale * self._style.swell)

    def _paint_near(
        self, painter: QPainter, rows: Rows, written: npt.NDArray[np.bool_], scale: float
    ) -> None:
        """Paints sprites, and the letters of those `written`: of the others, others cover all but the rim."""
        left, top = self._corners(rows, scale)
        notes = [note for row in rows if (note := self._index.notes[row])]
        small = np.array([note.w * note.h * scale * scale <= LARGEST_SPRITE for note in notes])
        small &= self._index.plain[rows]
        looks = self._near.of(rows, self._index.notes, self._marks)
        self._near_sprites[scale].stamp(painter, looks[small], left[small], top[small])
        swollen = scale * self._style.swell
        texts = []
        for note, x, y, stamped, letters in zip(notes, left, top, small, written, strict=True):
            if not stamped:
                self._paint_whole(painter, note, x, y, swollen)
            elif note.text and letters:
                texts.append(self._text(note, x / swollen, y / swollen))
        if texts:
            part = Part(Kind.NOTE, "", "", notes[0].rect, tuple(texts))
            self._paint_part(painter, part, (swollen, swollen))

    def _paint_whole(self, painter: QPainter, note: Note, x: float, y: float, scale: float) -> None:
        painter.save()
        painter.translate(x, y)
        if note.kind is not NoteKind.HEADING:
            self._paint_shadow(painter, note.w * scale, note.h * scale, RADIUS * scale)
        part = self._part(replace(note, x=0.0, y=0.0), self._marks.get(note.id, NO_MARKS))
        self._paint_part(painter, part, (scale, scale))
        painter.restore()

    def _paint_part(self, painter: QPainter, part: Part, scale: tuple[float, float]) -> None:
        painter.save()
        painter.scale(*scale)
        self._style.pictures.paint_part(painter, part)
        painter.restore()

    def _paint_shadow(self, painter: QPainter, width: float, height: float, radius: float) -> None:
        shadow = self._style.shadow
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for opacity, down in SHADOWS if shadow else ():
            painter.setBrush(QColor.fromRgbF(0, 0, 0, opacity))
            painter.drawRoundedRect(QRectF(0, down * shadow, width, height), radius, radius)

    def _corners(self, rows: Rows, scale: float) -> tuple[Pixels, Pixels]:
        """The device pixels at which the notes begin: whole ones, so that alike notes look alike."""
        left, top, right, bottom = (each[rows] for each in self._index.edges)
        grown = (self._style.swell - 1) / 2  # raised notes grow about their middles
        return (
            np.round((left - (right - left) * grown) * scale),
            np.round((top - (bottom - top) * grown) * scale),
        )

    def _text(self, note: Note, x: float, y: float) -> Text:
        box = text_box(note)
        at = Point(x + box.x - note.x, y + box.y - note.y)
        return words(at, fit_text(note.text, note.w, note.h), NOTE_INK)

    def _part(self, note: Note, marks: NoteMarks) -> Part:
        party = self._parties.get(note.party) if note.party else None
        return note_part(note, party, self._style.theme, marks)

    def _afar(self, note: Note, marks: NoteMarks) -> Part:
        party = self._parties.get(note.party) if note.party else None
        return afar_part(note, party, self._style.theme, marks)

    def _sprites(self, table: LookTable, scale: float) -> Sprites:
        swollen, shadow = scale * self._style.swell, self._style.shadow

        def size_of(look: int) -> tuple[int, int]:
            note, _, _ = table.example(look)
            return max(round(note.w * swollen), 1), max(round(note.h * swollen), 1) + shadow

        def paint(painter: QPainter, look: int, size: tuple[int, int]) -> None:
            note, marks, bars = table.example(look)
            width, height = size[0], size[1] - shadow
            self._paint_shadow(painter, width, height, RADIUS * swollen)
            part = self._afar(note, marks) if table is self._far else self._part(note, marks)
            if bars != NO_BARS:
                text = bars_text(note, bars, TEXT_SIZES[0])
                part = replace(part, shapes=(*part.shapes, text))
            self._paint_part(painter, part, (width / note.w, height / note.h))

        return Sprites(size_of, paint)
