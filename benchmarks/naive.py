# ruff: noqa: N802  # what overrides Qt keeps Qt's name
"""The naive way to show a board: a QGraphicsView with a rectangle and a text item for each note."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsRectItem,
    QGraphicsScene,
    QGraphicsTextItem,
    QGraphicsView,
    QWidget,
)

from benchmarks.boards import middle_note
from canvasapp.domain.board import Board
from canvasapp.domain.records import Note
from canvasapp.picture.theme import LIGHT
from canvasapp.view.camera import PER_MM

LETTERS = 8.0


class NaiveBoard(QGraphicsView):
    """A board with nothing but what Qt offers."""

    def __init__(self, board: Board) -> None:
        super().__init__()
        self.frames = 0
        self._scene = QGraphicsScene()
        self._last: QPointF | None = None
        self.setScene(self._scene)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        sheet = board.template.sheet.rect
        self._scene.setSceneRect(QRectF(0, 0, sheet.w, sheet.h))
        for block in board.template.blocks:
            rect = block.rect
            self._scene.addRect(rect.x, rect.y, rect.w, rect.h, QPen(QColor(LIGHT.line2)))
        middle = middle_note(board).rect.centre
        self._middle = middle.x, middle.y
        self._texts: list[QGraphicsTextItem] = []
        self._notes = [self._add(note, board) for note in board.pile()]

    @property
    def canvas(self) -> QWidget:
        return self.viewport()

    @property
    def painted(self) -> int:
        return self.frames

    def zoom(self, zoom: float) -> None:
        self.resetTransform()
        self.scale(zoom * PER_MM, zoom * PER_MM)
        self.centerOn(*self._middle)

    def fit(self) -> float:
        self.fitInView(self._scene.sceneRect(), Qt.AspectRatioMode.KeepAspectRatio)
        return self.transform().m11() / PER_MM

    def settled(self) -> bool:
        return True

    def placeholder(self) -> float:
        return 0.0

    def select(self, count: int) -> QPointF:
        self._scene.clearSelection()
        shown = self._shown()[:count]
        for note in shown:
            note.setSelected(True)
        return QPointF(self.mapFromScene(shown[0].sceneBoundingRect().center()))

    def type_into_note(self) -> None:
        self._scene.clearSelection()
        text = self._texts[self._notes.index(self._shown()[0])]
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextEditorInteraction)
        self.setFocus()
        text.setFocus()

    def insert(self, text: str) -> None:
        item = self._scene.focusItem()
        assert isinstance(item, QGraphicsTextItem)
        cursor = item.textCursor()
        cursor.insertText(text)
        cursor.movePosition(QTextCursor.MoveOperation.Start)
        item.setTextCursor(cursor)

    def stop_typing(self) -> None:
        self.clearFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.frames += 1

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.MiddleButton:
            self._last = event.position()
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._last is None:
            super().mouseMoveEvent(event)
            return
        way, self._last = event.position() - self._last, event.position()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() - round(way.x()))
        down.setValue(down.value() - round(way.y()))
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._last = None
        super().mouseReleaseEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        factor = 1.2 ** (event.angleDelta().y() / 120)
        self.scale(factor, factor)

    def _shown(self) -> list[QGraphicsRectItem]:
        visible = set(self.items(self.viewport().rect().adjusted(60, 60, -60, -60)))
        return [note for note in self._notes if note in visible]

    def _add(self, note: Note, board: Board) -> QGraphicsRectItem:
        item = QGraphicsRectItem(0, 0, note.w, note.h)
        item.setPos(note.x, note.y)
        slot = board.parties[note.party].slot if note.party else None
        item.setBrush(QBrush(QColor(LIGHT.party(slot).paper)))
        item.setPen(QPen(QColor(LIGHT.party(slot).edge)))
        item.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsMovable)
        item.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsSelectable)
        text = QGraphicsTextItem(note.text, item)
        font = QFont()
        font.setPixelSize(round(LETTERS))
        text.setFont(font)
        text.setTextWidth(note.w)
        self._scene.addItem(item)
        self._texts.append(text)
        return item
