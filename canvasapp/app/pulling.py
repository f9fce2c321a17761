"""A note that is pulled off the bar of the tools with the mouse, to be put down on the board."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QMouseEvent

from canvasapp.app.floats import ToolFloat
from canvasapp.view.board_view import BoardView
from canvasapp.view.pointer import Phase

LEFT = Qt.MouseButton.LeftButton


class Pulling(QObject):
    """Watches the button of the note tool. Esc, or letting go on the bar or beside the board, makes nothing."""

    def __init__(self, bar: ToolFloat, view: BoardView) -> None:
        super().__init__(bar)
        self._bar, self._view = bar, view
        self._button = bar.button("note")
        self._pulling = False
        self._button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            return self._move(event)
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            self._let_go(event)
        return False

    def _move(self, event: QMouseEvent) -> bool:
        outside = not self._button.rect().contains(event.position().toPoint())
        if not self._pulling and not (event.buttons() & LEFT and outside):
            return False
        phase = Phase.MOVE if self._pulling else Phase.PRESS
        if not self._pulling:
            self._pulling = True
            self._button.setDown(False)  # letting go presses nothing
            self._view.setFocus()  # for Esc, and for the first word
        self._carry(phase, event.globalPosition())
        return True

    def _let_go(self, event: QMouseEvent) -> None:
        if not self._pulling:
            return
        self._pulling = False
        at = event.globalPosition()
        if self._bar.rect().contains(self._bar.mapFromGlobal(at).toPoint()):
            self._view.bench.pointer.cancel()
        else:
            self._carry(Phase.RELEASE, at)

    def _carry(self, phase: Phase, at: QPointF) -> None:
        self._view.bench.inputs.carry(phase, self._view.mapFromGlobal(at))
