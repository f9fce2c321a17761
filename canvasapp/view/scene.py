"""What the window shows of a board: sheet, links and notes, what an edit changes of them, which notes are lifted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter

from canvasapp.domain.board import Board
from canvasapp.domain.change import Change, Edit
from canvasapp.domain.geometry import Point, Rect
from canvasapp.domain.records import BoardHead, Note, Party, WorkshopHead
from canvasapp.painting.images import Images
from canvasapp.painting.qt_painter import PicturePainter
from canvasapp.picture.board_picture import sheet_parts
from canvasapp.picture.marking import marks_of
from canvasapp.picture.note_picture import NO_MARKS, NoteMarks
from canvasapp.picture.options import PictureOptions
from canvasapp.picture.shapes import Kind, Part
from canvasapp.view.link_index import LinkIndex
from canvasapp.view.note_index import NoteIndex, Rows
from canvasapp.view.note_painter import READABLE, NotePainter, NoteStyle, Step, Strip

PARTS_A_STEP = 6
SIGNS_FROM = 0.4
"""Device pixels a millimetre from which the heads and signs of links are more than a dot."""
EVERYWHERE = Rect(-1e9, -1e9, 2e9, 2e9)


class Scene:
    """One board as `options` shows it. Rectangles are in mm on the sheet.

    Letters of fewer device pixels than `readable` are painted as bars.
    """

    def __init__(
        self,
        board: Board,
        options: PictureOptions,
        images: Images | None = None,
        readable: float = READABLE,
    ) -> None:
        self.pictures, self._readable = PicturePainter(images, bars_below=readable), readable
        self._lifted: frozenset[str] = frozenset()
        self._lifted_links: frozenset[str] = frozenset()
        self._hidden: Rows = np.empty(0, dtype=np.intp)
        self.show(board, options)

    @property
    def sheet(self) -> Rect:
        return self.board.template.sheet.rect

    def show(self, board: Board, options: PictureOptions) -> None:
        """Shows another board, or the same one in another look."""
        self.board, self.options = board, options
        notes = board.notes.values()
        self.index = NoteIndex(notes if options.shows_all else filter(options.shows_note, notes))
        shows = None if options.shows_all else options.shows_note
        self.links = LinkIndex(board, options.theme, shows)
        self._marks, self._parts = self._marks_of(board), sheet_parts(board, options)
        self._painter = self.painter_for(self.index)
        self.lift(self._lifted, with_links=bool(self._lifted_links))

    def hides(self, note_id: str) -> bool:
        """Whether a note of the board is not drawn as it lies there, and is out of reach."""
        note = self.board.notes.get(note_id)
        return note is not None and not self.options.shows_note(note)

    def painter_for(self, index: NoteIndex, shadow: int = 0) -> NotePainter:
        """Paints notes as this scene shows them; raised ones cast a shadow so many device pixels down."""
        style = NoteStyle(self.options.theme, self.pictures, shadow, self._readable)
        return NotePainter(index, self.board.parties, self._marks, style)

    def update(self, board: Board, edit: Edit) -> list[Rect]:
        """Shows `board`, which `edit` has made of the one shown; gives back where it looks different."""
        if any(isinstance(each.record, Party | BoardHead | WorkshopHead) for each in edit.changes):
            self.show(board, self.options)
            return [EVERYWHERE]
        changed = [rect for change in edit.changes for rect in self._exchange(change)]
        changed.extend(self.links.update(board, edit))
        changed.extend(self._remark(board))
        parts = sheet_parts(board, self.options)
        changed.extend(part.rect for part in {*parts} ^ {*self._parts})
        self.board, self._parts = board, parts
        self.lift(self._lifted, with_links=bool(self._lifted_links))
        return changed

    def lift(self, ids: Iterable[str], *, with_links: bool = False) -> list[Rect]:
        """Takes notes off the sheet, and their links if wanted, and puts back those lifted before.

        Gives back where that shows.
        """
        before, self._lifted = self._lifted, frozenset(ids)
        rows = [row for each in self._lifted if (row := self.index.row(each)) is not None]
        self._hidden = np.array(rows, dtype=np.intp)
        loose, tied = self._lifted_links, self._lifted if with_links else ()
        self._lifted_links = frozenset(self.links.ids_at(tied))
        notes = self.board.notes
        rects = [notes[each].rect for each in before ^ self._lifted if each in notes]
        return rects + self.links.areas(loose ^ self._lifted_links)

    def marks(self, note_id: str) -> NoteMarks:
        """What the note's corner tells."""
        return self._marks.get(note_id, NO_MARKS)

    def open_question_at(self, at: Point) -> Part | None:
        """The question drawn as a dashed note there, because nothing answers it."""
        for part in self._parts:
            if part.kind is Kind.QUESTION and part.rect.contains(at):
                return part
        return None

    def areas_with(self, image: str) -> list[Rect]:
        """Where an image is shown."""
        return [note.rect for note in self.board.notes.values() if note.image == image]

    def steps(self, strip: Strip) -> Iterator[Step]:
        """Paints the desk, the sheet and the notes in the strip."""
        desk = QColor(self.options.theme.desk)
        yield lambda painter: painter.fillRect(
            strip.left, strip.top, strip.width, strip.height, desk
        )
        area = strip.area
        parts = [part for part in self._parts if part.rect.meets(area)]
        for first in range(0, len(parts), PARTS_A_STEP):
            some = parts[first : first + PARTS_A_STEP]
            yield partial(self._paint_parts, parts=some, scale=strip.scale)
        yield partial(self._paint_edge, scale=strip.scale)
        yield from self._link_steps(strip)
        rows = self.index.meeting(area.inset(-1 / strip.scale))  # notes begin on whole pixels
        if len(self._hidden):
            rows = rows[~np.isin(rows, self._hidden)]
        yield from self._painter.steps(rows, strip)

    def prepare(self, ids: Iterable[str], area: Rect, scale: float) -> Iterator[None]:
        """Makes ready, note by note, to paint those in `area` (mm) anew."""
        for note in filter(None, map(self.board.notes.get, ids)):
            if note.rect.meets(area):
                self._painter.prepare(note, scale)
                yield

    def _link_steps(self, strip: Strip) -> Iterator[Step]:
        """Paints the links; from afar their lines alone."""
        shown = [
            each for each in self.links.meeting(strip.area) if each.id not in self._lifted_links
        ]
        if strip.scale < SIGNS_FROM:
            shown = [replace(part, shapes=part.shapes[:1]) for part in shown]
        for first in range(0, len(shown), PARTS_A_STEP):
            some = shown[first : first + PARTS_A_STEP]
            yield partial(self._paint_parts, parts=some, scale=strip.scale)

    def _exchange(self, change: Change) -> Iterator[Rect]:
        """Takes over a changed note; where it was and where it is."""
        before, after = change.before, change.after
        one = before or after
        if not isinstance(one, Note) or one.board != self.board.id:
            return
        assert before is None or isinstance(before, Note)
        assert after is None or isinstance(after, Note)  # a Change holds one kind of record
        shown, showing = self._shown(before), self._shown(after)
        if shown or showing:
            self._painter.forget(self.index.exchange(shown, showing))
        yield from (note.rect for note in (before, after) if note)

    def _shown(self, note: Note | None) -> Note | None:
        return note if note and self.options.shows_note(note) else None

    def _marks_of(self, board: Board) -> dict[str, NoteMarks]:
        options = self.options
        return marks_of(
            board, badges=options.badges, registers=options.registers, votes=options.votes
        )

    def _remark(self, board: Board) -> Iterator[Rect]:
        """Takes over the marks of the notes; where they changed."""
        before, self._marks = self._marks, self._marks_of(board)
        self._painter.mark(self._marks)
        now = self._marks
        for note_id in [e for e in before.keys() | now.keys() if before.get(e) != now.get(e)]:
            row = self.index.row(note_id)
            if row is not None:
                self._painter.forget(row)
                yield board.notes[note_id].rect

    def _paint_edge(self, painter: QPainter, scale: float) -> None:
        """A line of one device pixel around the sheet."""
        sheet = self.sheet
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(QColor(self.options.theme.line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(-1, -1, round(sheet.w * scale) + 1, round(sheet.h * scale) + 1)

    def _paint_parts(self, painter: QPainter, parts: list[Part], scale: float) -> None:
        painter.save()
        painter.scale(scale, scale)
        self.pictures.paint(painter, parts)
        painter.restore()
