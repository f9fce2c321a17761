"""The outline's tree: Qt's own, so that keys and screen readers find what they know, in the window's look."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
)

from canvasapp.controls.look import Look
from canvasapp.panels.outline.keys import OutlineKeys
from canvasapp.panels.outline.model import OutlineModel
from canvasapp.panels.outline.rows import GAP, HEIGHT, RING_ROOM, STEP, RowPainter

MOST_SHOWN = 300
"""On boards with more notes than this the lanes are closed at first."""


class _Heights(QStyledItemDelegate):
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, HEIGHT)


class OutlineTree(QTreeView):
    """`keys` say what a key does besides walking, `entered` that a row was double-clicked."""

    entered = Signal(QModelIndex)
    menu_asked = Signal(QPoint)
    """Where on the screen."""

    def __init__(self, look: Look, model: OutlineModel) -> None:
        super().__init__()
        self.rows = RowPainter(look, model)
        self.keys: OutlineKeys | None = None
        self._model = model
        self.setModel(model)
        self.setItemDelegate(_Heights(self))
        self.setAccessibleName("Outline of the board")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(STEP)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.doubleClicked.connect(self.entered)
        model.modelReset.connect(self.open_first)
        self.open_first()

    def open_first(self) -> None:
        """What is open before anybody has opened or closed anything."""
        few = len(self._model.board.notes) <= MOST_SHOWN
        self.expandToDepth(1 if few else 0)

    def drawRow(
        self,
        painter: QPainter,
        options: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = self._model.index(index.row(), 0, index.parent())
        words = QRectF(self.visualRect(row)).adjusted(0, 0, -2 * GAP, 0)
        ground = QRectF(self._across(row)).adjusted(0, 1, -GAP, -1)
        hovered = ground.contains(self.viewport().mapFromGlobal(self.cursor().pos()))
        chosen = self.selectionModel().isSelected(row)
        focused = self.hasFocus() and row == self.currentIndex()
        inner = ground.adjusted(RING_ROOM, RING_ROOM, -RING_ROOM, -RING_ROOM)
        self.rows.ground(painter, inner if focused else ground, chosen=chosen, hovered=hovered)
        if self._model.rowCount(row):
            self.rows.arrow(painter, words, is_open=self.isExpanded(row))
        self.rows.words(painter, words.adjusted(GAP / 2, 0, 0, 0), row)
        if focused:
            self.rows.ring(painter, ground)

    def _across(self, index: QModelIndex) -> QRect:
        rect = self.visualRect(index)
        return QRect(0, rect.y(), self.viewport().width(), rect.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        deed = self.keys.deed(event) if self.keys else None
        if deed is None:
            super().keyPressEvent(event)
        else:
            deed()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_asked.emit(event.globalPos())
