"""Shows which control has the keyboard: a ring around it, only for those who came by keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from canvasapp.controls.look import Look
from canvasapp.controls.painting import rounded

WIDTH = 2
GAP = 2
BY_KEYBOARD = frozenset(
    {
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
    }
)


class FocusRing(QWidget):
    """A ring 2 px outside of `control`, which it follows; what scrolls the control scrolls and cuts the ring too."""

    def __init__(self, control: QWidget, radius: float, look: Look) -> None:
        ground = _ground_of(control)
        super().__init__(ground)
        self._ground = ground
        self._control, self._radius, self._look = control, radius, look
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        moved: QWidget | None = control
        while moved is not None and moved is not ground:  # what it lies in may be moved with it
            moved.installEventFilter(self)
            moved = moved.parentWidget()
        self._follow()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self._follow()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            colour = self._look.theme.accent
            radius = self._radius + WIDTH + GAP
            rounded(painter, QRectF(self.rect()), radius, None, colour, width=WIDTH)

    def _follow(self) -> None:
        out = WIDTH + GAP
        corner = self._control.mapTo(self._ground, QPoint(0, 0))
        rect = QRect(corner, self._control.size())
        self.setGeometry(rect.adjusted(-out, -out, out, out))
        self.raise_()


def _ground_of(control: QWidget) -> QWidget:
    """What the control scrolls with, or its window."""
    ground = control
    while (parent := ground.parentWidget()) is not None:
        ground = parent
        viewport = ground.parentWidget()
        if viewport is not None and isinstance(viewport.parentWidget(), QAbstractScrollArea):
            break
    return ground
