"""A float that opens at a control, or over the page, and goes when one looks elsewhere. It holds up nothing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPointerEvent
from PySide6.QtWidgets import QApplication, QWidget

from canvasapp.controls.layouts import column
from canvasapp.controls.look import Look
from canvasapp.controls.painting import CARD_RADIUS, FLOAT_DEPTH
from canvasapp.controls.surface import Float, Scroll
from canvasapp.controls.way_back import WayBack

PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.TabletPress)
"""With a mouse, a finger or a pen."""
GAP = 12
MARGIN = 8


class Popover(Float):
    """Lies over the page `over`: under `anchor`, right edges in line, or else in the middle.

    Esc and a press elsewhere close it; the anchor's own press is left to who opened it.
    """

    def __init__(self, look: Look, anchor: QWidget | None, over: QWidget) -> None:
        super().__init__(look, over, CARD_RADIUS)
        self._over = over
        self.hide()
        self._anchor = anchor
        self._scroll: Scroll | None = None
        self._frame = column(margins=(0, 0, 0, FLOAT_DEPTH))
        self.setLayout(self._frame)
        self._back: WayBack | None = None

    def hold(self, content: QWidget) -> None:
        """Shows `content`, instead of what was shown; it scrolls where the page is too low for it."""
        if self._scroll is not None:
            self._frame.removeWidget(self._scroll)
            self._scroll.deleteLater()
        self._scroll = Scroll(content)
        self._frame.addWidget(self._scroll)

    def toggle(self) -> None:
        if self.isVisible():
            self.close_up()
        else:
            self.open()

    def open(self) -> None:
        self._back = WayBack()
        self.fit()
        self.raise_()
        self.show()
        self._focus_first()
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]  # there is one

    def fit(self) -> None:
        """As large as its content asks and the page allows, in its place."""
        self.setMaximumSize(self._over.size() - QSize(2 * MARGIN, 2 * MARGIN - FLOAT_DEPTH))
        if self._scroll is not None:
            self._scroll.updateGeometry()
        self.adjustSize()
        self.move(self.place(self._over))

    def close_up(self) -> None:
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        if self._back is not None:
            self._back.go()  # before Qt looks for another
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Sees every event while open: a press outside closes, and what was pressed still gets it."""
        if event.type() in PRESSES and isinstance(event, QPointerEvent):
            pressed = event.points()[0].globalPosition().toPoint()
            if not any(_covers(each, pressed) for each in (self, self._anchor)):
                self.close_up()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_up()
        elif self._scroll is None or not self._scroll.scroll_by(Qt.Key(event.key())):
            super().keyPressEvent(event)

    def place(self, page: QWidget) -> QPoint:
        """Where it opens on the page."""
        if self._anchor is None:
            return QPoint((page.width() - self.width()) // 2, (page.height() - self.height()) // 2)
        corner = self._anchor.mapTo(page, QPoint(self._anchor.width(), self._anchor.height()))
        x = min(corner.x(), page.width() - MARGIN) - self.width()
        y = min(corner.y() + GAP, page.height() - MARGIN - self.height() + FLOAT_DEPTH)
        return QPoint(max(MARGIN, x), max(MARGIN, y))

    def _focus_first(self) -> None:
        by_hand = self._anchor is not None and self._anchor.underMouse()
        reason = Qt.FocusReason.OtherFocusReason if by_hand else Qt.FocusReason.ShortcutFocusReason
        for child in self.findChildren(QWidget):
            if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isVisibleTo(self):
                child.setFocus(reason)
                return
        self.setFocus(reason)


def _covers(widget: QWidget | None, at: QPoint) -> bool:
    """Whether a place on the screen lies on it."""
    return widget is not None and widget.rect().contains(widget.mapFromGlobal(at))
