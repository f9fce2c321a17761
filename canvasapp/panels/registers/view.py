"""The table itself: Qt's own, so that keys and screen readers find what they know, in the window's look."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from canvasapp.controls.icons import IN_TEXT, draw_icon
from canvasapp.controls.letters import COUNT, ROW_STRONG, SMALL_LABEL
from canvasapp.controls.look import Look
from canvasapp.controls.painting import CONTROL_RADIUS, hairline, rounded
from canvasapp.controls.value_fields.picker import draw_sign
from canvasapp.controls.words import Paragraph
from canvasapp.domain.register import Field, FieldType
from canvasapp.panels.registers.model import RegisterModel

HEIGHT, HEAD = 36, 32
PADDING = 10
WIDTHS = {FieldType.TEXT: 240, FieldType.LIST: 240, FieldType.LINKS: 240, FieldType.ENTRY: 200}
MAIN, USUAL, CODE, BOARD = 320, 150, 72, 200
RING = 2.0
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Cells(QStyledItemDelegate):
    """Paints a cell; what is missing is dashed."""

    def __init__(self, look: Look, model: RegisterModel, parent: QTableView) -> None:
        super().__init__(parent)
        self._look, self._model, self._view = look, model, parent

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(USUAL, HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme, cell = self._look.theme, self._model.cell(index)
        rect = QRectF(option.rect)
        selected = self._view.selectionModel().isSelected(index)
        painter.fillRect(rect, QColor(theme.accent_soft if selected else theme.panel))
        self._draw_edges(painter, rect, told=selected and theme.plain_paper)
        if cell.missing:
            box = rect.adjusted(3, 4, -3, -4)
            rounded(painter, box, CONTROL_RADIUS, None, theme.gap, dashed=True)
        x = rect.x() + PADDING
        if cell.option is not None:
            x += draw_sign(painter, cell.option, x, rect.center().y(), self._look)
        letters = ROW_STRONG if index.column() == 0 else COUNT
        room = max(rect.right() - x - PADDING, 1)
        words = Paragraph(" ".join(cell.text.split()), self._look, letters, room, 1)
        words.draw(painter, x, rect.center().y() - letters.line / 2, theme.ink)
        if self._view.hasFocus() and index == self._view.currentIndex():
            rounded(painter, rect, CONTROL_RADIUS, None, theme.accent, width=RING)

    def _draw_edges(self, painter: QPainter, rect: QRectF, *, told: bool) -> None:
        """A hairline below; where softness does not show what is selected, lines on both sides."""
        theme, bottom = self._look.theme, rect.bottom() - 1
        if told:
            for y in (rect.y(), bottom - 1):
                painter.fillRect(QRectF(rect.x(), y, rect.width(), 2), QColor(theme.accent))
        else:
            hairline(painter, QPointF(rect.x(), bottom), QPointF(rect.right(), bottom), theme.line)


class Headings(QHeaderView):
    """The names of the columns; an arrow where the rows are sorted by one."""

    def __init__(self, look: Look, model: RegisterModel) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._look, self._model = look, model
        self.setSectionsClickable(True)
        self.setFixedHeight(HEAD)
        self.setMinimumSectionSize(48)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        theme = self._look.theme
        painter.fillRect(rect, QColor(theme.panel))
        bottom = float(rect.bottom())
        hairline(
            painter, QPointF(rect.x(), bottom), QPointF(rect.right() + 1.0, bottom), theme.line2
        )
        name = str(self._model.headerData(section, Qt.Orientation.Horizontal))
        is_sorted = section == self._model.column
        room = rect.width() - 2 * PADDING - (IN_TEXT + 4 if is_sorted else 0)
        words = Paragraph(name, self._look, SMALL_LABEL, max(room, 1), 1)
        y = rect.y() + (HEAD - SMALL_LABEL.line) / 2
        words.draw(painter, rect.x() + PADDING, y, theme.ink if is_sorted else theme.ink2)
        if is_sorted:
            icon = "chevron-down" if self._model.descending else "chevron-up"
            x = rect.x() + PADDING + words.width + 4
            draw_icon(painter, icon, x, rect.y() + (HEAD - IN_TEXT) / 2, IN_TEXT, theme.ink2)


class RegisterTable(QTableView):
    """`keys` has what a key does besides walking; `entered` is a cell that was double-clicked or Enter pressed on."""

    entered = Signal(QModelIndex)

    def __init__(self, look: Look, model: RegisterModel) -> None:
        super().__init__()
        self.keys: dict[str, Callable[[], object]] = {}
        self._model = model
        self.setModel(model)
        self.setItemDelegate(Cells(look, model, self))
        self.setHorizontalHeader(Headings(look, model))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(HEIGHT)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.viewport().setAutoFillBackground(False)
        self.horizontalHeader().sectionClicked.connect(self.sort_by)
        self.doubleClicked.connect(self.entered)

    def sort_by(self, column: int) -> None:
        """By this column; by the same one again the other way round."""
        again = column == self._model.column and not self._model.descending
        order = Qt.SortOrder.DescendingOrder if again else Qt.SortOrder.AscendingOrder
        self._model.sort(column, order)

    def give_widths(self, fields: tuple[Field, ...], main: str | None) -> None:
        """The columns as wide as their types need."""
        self.setColumnWidth(0, CODE)
        for place, field in enumerate(fields, 1):
            width = MAIN if field.id == main else WIDTHS.get(field.type, USUAL)
            self.setColumnWidth(place, width)
        self.setColumnWidth(len(fields) + 1, BOARD)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        deed = self.keys.get(QKeySequence(event.keyCombination()).toString())
        if deed is not None:
            deed()
        elif event.key() in ENTER and self.currentIndex().isValid():
            self.entered.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)
