"""Where the characters of a note's text are: carets, selections and lines, as the paper breaks them."""

from __future__ import annotations

from canvasapp.domain.geometry import Point, Rect
from canvasapp.domain.records import Note, NoteKind
from canvasapp.picture.heading_picture import heading_layout
from canvasapp.picture.note_picture import fit_text, text_box
from canvasapp.picture.shapes import Text
from canvasapp.picture.theme import NOTE_INK
from canvasapp.picture.words import words
from canvasapp.text.fonts import Style
from canvasapp.text.layout import Layout, Paragraphs


class TextLines:
    """The text of a note in its box. Places are in mm on the sheet.

    Positions count characters of a whole text, of which that of the note is the part that begins at `first`.
    """

    def __init__(self, note: Note, first: int = 0) -> None:
        self._first = first
        layout, style = _laid_out(note)
        self._box = text_box(note)
        self._corner = Point(self._box.x, self._box.y)
        self._paragraphs = Paragraphs(note.text, self._box.w, layout.size, style)
        self.shown: Text = words(self._corner, layout, NOTE_INK)

    def caret(self, position: int) -> Rect:
        """The line before the character at `position`; it has no width."""
        return self._paragraphs.caret(self._inside(position)).moved(self._box.x, self._box.y)

    def position_at(self, at: Point) -> int:
        return self._first + self._paragraphs.position_at(at - self._corner)

    def covered(self, start: int, end: int) -> list[Rect]:
        """What a selection of these characters covers, a rectangle a line."""
        start, end = self._inside(start), self._inside(end)
        rects = self._paragraphs.selection(start, end) if start < end else []
        return [rect.moved(self._box.x, self._box.y) for rect in rects]

    def line_end(self, position: int, *, forward: bool) -> int:
        """Where the line with the caret ends or begins."""
        caret, box = self.caret(position), self._box
        edges = (box.x - box.w, box.right + box.w)
        ends = [self.position_at(Point(x, caret.centre.y)) for x in edges]
        if not forward:
            return min(ends)  # at the right where the text runs to the left
        goal = max(ends)
        return (
            goal - 1 if self.caret(goal).y > caret.y else goal
        )  # before the space that broke the line

    def line_over(self, position: int, x: float, *, down: bool) -> int | None:
        """The place nearest to `x` (mm) on the line above or below; None when there is no such line."""
        caret = self.caret(position)
        y = caret.centre.y + (caret.h if down else -caret.h)
        if y < self._box.y or y > self._box.y + self._paragraphs.height:
            return None
        goal = self.position_at(Point(x, y))
        return goal - 1 if self.caret(goal).y > y else goal

    def _inside(self, position: int) -> int:
        """The position in the note's own text that is nearest."""
        return min(max(position - self._first, 0), len(self._paragraphs.text))


def _laid_out(note: Note) -> tuple[Layout, Style]:
    """The note's text as its picture shows it."""
    if note.kind is NoteKind.HEADING:
        return heading_layout(note.text, note.w, note.h), Style.NOTE_BOLD
    pictured = note.image is not None
    return fit_text(note.text, note.w, note.h, pictured=pictured), Style.NOTE
