"""A register's table as Qt's views ask for it: sorted and filtered as the user wants it."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from canvasapp.panels.registers.rows import Cell, Line, Table, filtered, sorted_lines

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
MISSING = "missing"


class RegisterModel(QAbstractTableModel):
    """Shows one table at a time; selection stays with its entry when the rows change."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.table: Table | None = None
        self.lines: list[Line] = []
        self.column, self.descending, self.wanted = 0, False, ""

    def show_table(self, table: Table) -> None:
        is_other = self.table is None or self.table.register is not table.register
        self.beginResetModel()
        if is_other:
            self.column, self.descending, self.wanted = 0, False, ""
        self.table = table
        self._arrange()
        self.endResetModel()

    def want(self, text: str) -> None:
        """Only the rows that fit the text."""
        self.beginResetModel()
        self.wanted = text
        self._arrange()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.beginResetModel()
        self.column, self.descending = column, order is Qt.SortOrder.DescendingOrder
        self._arrange()
        self.endResetModel()

    def row_of(self, entry_id: str) -> int:
        """-1 when it is not shown."""
        places = (at for at, line in enumerate(self.lines) if line.row.entry.id == entry_id)
        return next(places, -1)

    def cell(self, index: Index) -> Cell:
        return self.lines[index.row()].cells[index.column()]

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() or self.table is None else len(self.table.headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        cell = self.cell(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell.text
            case Qt.ItemDataRole.AccessibleTextRole:
                said = MISSING if cell.missing else cell.text
                return f"{self._heading(index.column())}: {said}"
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        wanted = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        if role not in wanted or orientation is Qt.Orientation.Vertical:
            return None
        return self._heading(section)

    def _heading(self, column: int) -> str:
        return self.table.headings[column] if self.table else ""

    def _arrange(self) -> None:
        assert self.table is not None  # somebody looks at it
        fitting = filtered(self.table.lines, self.wanted)
        self.lines = sorted_lines(fitting, self.column, descending=self.descending)
