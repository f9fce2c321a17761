"""An assumption as a small note: its code, its words where there is room, and what its test lacks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from canvasapp.controls.control import Control
from canvasapp.controls.focus_ring import BY_KEYBOARD
from canvasapp.controls.letters import NOTE, SMALL_LABEL
from canvasapp.controls.look import Look
from canvasapp.controls.painting import edge_width, rounded
from canvasapp.controls.words import Paragraph
from canvasapp.panels.matrix.grid import SIZES, Size
from canvasapp.picture.theme import NOTE_INK, NOTE_MARK

RADIUS = 4
PADDING, HEAD = 6, 16
RING, RING_GROUND = 2.0, 1.5

Step = tuple[int, int]
"""How much more important, and how much more evidence."""

STEPS: Mapping[Qt.Key, Step] = {
    Qt.Key.Key_Up: (1, 0),
    Qt.Key.Key_Down: (-1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}


@dataclass(frozen=True, slots=True)
class Said:
    """What is shown of an assumption. `slot` is its owner's; `lacking` are names of fields."""

    code: str
    words: str
    weight: str
    slot: int | None
    lacking: tuple[str, ...]


class AssumptionCard(Control):
    """Pressed it is chosen, dragged or with the arrows it goes to another cell."""

    radius = RADIUS
    chosen = Signal()
    stepped = Signal(int, int)
    dragged = Signal(QPoint)
    dropped = Signal(QPoint)
    """Where its middle is on the matrix."""
    drag_ended = Signal()

    def __init__(self, look: Look, said: Said, parent: QWidget) -> None:
        super().__init__(look, "", parent)
        self._size: Size = SIZES[0]
        self._fitted: tuple[int, Paragraph] | None = None
        self._pressed: QPoint | None = None
        self._lifted = False
        self.setCheckable(True)
        self.clicked.connect(self.chosen)
        self._said = said
        self.show_said(said)

    def show_said(self, said: Said) -> None:
        self._said = said
        self._fitted = None
        self.setAccessibleName(f"{said.code}: {said.words}")
        lacking = f". Missing: {', '.join(said.lacking)}" if said.lacking else ""
        self.setAccessibleDescription(said.weight + lacking)
        self.explain(self.accessibleDescription())
        self.update()

    def show_size(self, size: Size) -> None:
        self._size, self._fitted = size, None
        self.update()

    def nextCheckState(self) -> None:
        """Only the matrix says which one is chosen."""

    def cut_words(self) -> str:
        return self._said.words

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in STEPS:
            self.stepped.emit(*STEPS[key])
        elif key == Qt.Key.Key_Escape and self._lifted:
            self._end_drag()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in BY_KEYBOARD:
            self.chosen.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            super().mouseMoveEvent(event)
            return
        way = event.position().toPoint() - self._pressed
        if self._lifted or way.manhattanLength() >= QApplication.startDragDistance():
            self._lifted = True
            self.raise_()
            self.move(self.pos() + way)
            self.dragged.emit(self.geometry().center())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._lifted:
            self._pressed = None
            super().mouseReleaseEvent(event)
            return
        at = self.geometry().center()
        self.setDown(False)
        self._end_drag()
        self.dropped.emit(at)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            self._paint_paper(painter)
            code = Paragraph(self._said.code, self.look, SMALL_LABEL)
            if not self._size.lines:
                x = (self.width() - code.width) / 2
                ink = NOTE_MARK if self._said.lacking else NOTE_INK
                code.draw(painter, x, (self.height() - HEAD) / 2, ink)
                return
            code.draw(painter, PADDING, 4, NOTE_INK)
            self._paint_lacking(painter, code.width)
            self._words(self.width()).draw(painter, PADDING, 4 + HEAD, NOTE_INK)

    def _paint_paper(self, painter: QPainter) -> None:
        theme = self.look.theme
        colours = theme.party(self._said.slot)
        rect = QRectF(self.rect())
        if self.isChecked():
            rounded(painter, rect, RADIUS, theme.raised, theme.accent, width=RING)
            inset = RING + RING_GROUND
            rect = rect.adjusted(inset, inset, -inset, -inset)
            rounded(painter, rect, RADIUS - 2, colours.paper)
            return
        hovered = self.underMouse()
        edge = colours.fold if hovered else colours.edge
        width = edge_width(theme, hovered=hovered)
        rounded(painter, rect, RADIUS, colours.paper, edge, width=width)
        if self._said.lacking and not self._size.lines:
            rounded(painter, rect, RADIUS, None, NOTE_MARK, dashed=True)

    def _paint_lacking(self, painter: QPainter, beside: float) -> None:
        """What is missing, in words where they fit, else how much."""
        lacking = self._said.lacking
        if not lacking:
            return
        room = self.width() - 2 * PADDING - beside - PADDING
        words = Paragraph(f"No {', '.join(lacking)}", self.look, SMALL_LABEL)
        if words.width > room:
            words = Paragraph(f"{len(lacking)} missing", self.look, SMALL_LABEL, max(room, 1), 1)
        words.draw(painter, self.width() - PADDING - words.width, 4, NOTE_MARK)

    def _words(self, width: int) -> Paragraph:
        if self._fitted is None or self._fitted[0] != width:
            room = max(width - 2 * PADDING, 1)
            said = Paragraph(self._said.words, self.look, NOTE, room, self._size.lines)
            self._fitted = width, said
        return self._fitted[1]

    def _end_drag(self) -> None:
        self._pressed, self._lifted = None, False
        self.drag_ended.emit()
