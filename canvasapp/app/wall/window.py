"""The wall's window: fills a screen, says which keys were pressed on it, and shows nothing but the wall."""

from __future__ import annotations

import time
from enum import StrEnum

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent, QResizeEvent

from canvasapp.app.wall.pane import WallPane
from canvasapp.app.wall.slim_bar import SlimBar
from canvasapp.controls.look import Look
from canvasapp.domain.board import Board
from canvasapp.painting.images import Images
from canvasapp.view.tiles import Clock

BAR_STAYS_MS = 2500


class WallKey(StrEnum):
    """What is asked for by a key on the wall or on a presenter's remote."""

    NEXT = "next"
    BEFORE = "before"
    FREEZE = "freeze"
    BLANK = "blank"
    ASIDE = "aside"
    END = "end"


KEYS = {
    Qt.Key.Key_PageDown: WallKey.NEXT,
    Qt.Key.Key_Right: WallKey.NEXT,
    Qt.Key.Key_PageUp: WallKey.BEFORE,
    Qt.Key.Key_Left: WallKey.BEFORE,
    Qt.Key.Key_F: WallKey.FREEZE,
    Qt.Key.Key_B: WallKey.BLANK,
    Qt.Key.Key_Period: WallKey.BLANK,
    Qt.Key.Key_Escape: WallKey.ASIDE,
    Qt.Key.Key_F5: WallKey.END,
}


class WallWindow(WallPane):
    """`alone` on the only screen a slim bar tells how to go on and to end; it hides when nothing moves."""

    asked = Signal(str)
    """A `WallKey`."""

    def __init__(
        self, look: Look, board: Board, images: Images, clock: Clock = time.monotonic
    ) -> None:
        super().__init__(board, images, clock=clock)
        self.setWindowFlags(Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle("Wall")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.bar = SlimBar(look, self)
        self.bar.asked.connect(self.asked)
        self.bar.hide()
        self._rest = QTimer(self, interval=BAR_STAYS_MS, singleShot=True)
        self._rest.timeout.connect(self._hide_bar)
        self.alone = False

    @property
    def alone(self) -> bool:
        return self._alone

    @alone.setter
    def alone(self, alone: bool) -> None:
        """Whether there is no other screen for the editor. Beside the editor the wall never takes its keyboard."""
        self._alone = alone
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, on=not alone)
        self.setWindowFlag(Qt.WindowType.WindowDoesNotAcceptFocus, on=not alone)
        self._hide_bar()

    def show_bar(self) -> None:
        if self._alone:
            self.unsetCursor()
            self._place_bar()
            self.bar.show()
            self._rest.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = KEYS.get(Qt.Key(event.key()))
        if key is not None and not event.isAutoRepeat():
            self.asked.emit(key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.show_bar()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_bar()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self.show_bar()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The desktop asks it to close: presenting ends, and its owner hides it."""
        event.ignore()
        self.asked.emit(WallKey.END)

    def _place_bar(self) -> None:
        self.bar.adjustSize()
        self.bar.move((self.width() - self.bar.width()) // 2, 0)

    def _hide_bar(self) -> None:
        """Nothing but the wall is seen, not even the pointer."""
        self.bar.hide()
        self.setCursor(Qt.CursorShape.BlankCursor)
