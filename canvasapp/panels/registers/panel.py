"""The register page: which kinds of entries there are, and all entries of one kind in a table."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from canvasapp.controls.layouts import column
from canvasapp.controls.surface import Surface
from canvasapp.controls.value_fields import Stock
from canvasapp.controls.value_fields.keeper import Keeper
from canvasapp.domain.board import Board
from canvasapp.domain.entries import entries, entry_by_id, value_of
from canvasapp.domain.records import new_id
from canvasapp.domain.register import Field, Register, Value
from canvasapp.edits.entries import remove_entries
from canvasapp.panels.registers.adding import added_row, can_add
from canvasapp.panels.registers.editing import CellEditor
from canvasapp.panels.registers.head import NO_BLOCK, NoRows, RegisterHead
from canvasapp.panels.registers.kinds import KindList, sections_of
from canvasapp.panels.registers.model import RegisterModel
from canvasapp.panels.registers.rows import Line, as_tsv, table_of
from canvasapp.panels.registers.view import RegisterTable
from canvasapp.panels.surroundings import Surroundings

Flag = QItemSelectionModel.SelectionFlag
LEFT = 240


class RegistersPanel(QWidget):
    """Stands in the place of the board; Esc leads back to it."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around, self._journal = around, around.journal
        self._stock = Stock(around.journal.workshop, around.registers)
        self._keeper = Keeper(around.journal, around.view.bench.perform)
        self._kind = ""
        self.model = RegisterModel(self)
        self.table = RegisterTable(around.look, self.model)
        self.editor = CellEditor(around.look, self.table, around.guide.tell)
        self.kinds = KindList(around.look)
        self.head, self.empty = RegisterHead(around.look), NoRows(around.look)
        self.setLayout(self._page())
        self._connect()

    def show_board(self, board: Board) -> None:
        workshop = self._journal.workshop
        counts = Counter(entry.register for entry in entries(workshop))
        sections = sections_of(board, self._around.registers, counts)
        offered = [register for section in sections for register, _ in section.kinds]
        if self._kind not in {register.id for register in offered}:
            self._kind = next((e.id for e in offered if counts[e.id]), offered[0].id)
        self.kinds.show_sections(sections, self._kind)
        self._stock = Stock(workshop, self._around.registers)
        self._show_table(board, self._around.registers[self._kind])

    def speak_of(self, about: str) -> None:
        """The register, or the entry, with this id."""
        entry = entry_by_id(self._journal.workshop, about)
        register = entry.register if entry else about
        if register in self._around.registers:
            self._kind = register
            self.show_board(self._around.view.board)
            self._go_to(self.model.row_of(about) if entry else 0, 0)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def add(self) -> None:
        """A new row, whose first field is written at once."""
        board, register = self._around.view.board, self._register
        if not can_add(board, register):
            self._around.guide.tell(NO_BLOCK)
            return
        entry_id = new_id()
        self._around.guide.perform(added_row(self._journal.workshop, board, register, entry_id))
        self.head.filter.clear()
        self.show_board(self._around.view.board)
        self._go_to(self.model.row_of(entry_id), 1)
        self.edit(self.table.currentIndex())

    def remove(self) -> None:
        """The selected rows go; notes that they belong to stay."""
        ids = [line.row.entry.id for line in self._selected()]
        self._around.guide.perform(remove_entries(self._journal.workshop, ids))
        self.show_board(self._around.view.board)

    def copy(self) -> None:
        """The selected rows, or all that are shown, to be pasted into a spreadsheet."""
        table = self.model.table
        if table is not None:
            chosen = self._selected() if len(self._selected()) > 1 else self.model.lines
            QGuiApplication.clipboard().setText(as_tsv(table.headings, chosen))
            count = "1 row" if len(chosen) == 1 else f"{len(chosen)} rows"
            self._around.guide.tell(f"Copied {count}")

    def enter(self, index: QModelIndex) -> None:
        """Goes to the note from the code, and to the board from its name; elsewhere the cell is written."""
        line, table = self.model.lines[index.row()], self.model.table
        if table is not None and table.field_at(index.column()) is not None:
            self.edit(index)
        elif line.row.note is not None:
            self._around.guide.show_note(line.row.note.id)
        else:
            self._around.guide.show_panel("entry", line.row.entry.id)

    def edit(self, index: QModelIndex) -> None:
        table = self.model.table
        field = table.field_at(index.column()) if table and index.isValid() else None
        if field is None:
            return
        found, register = self.model.lines[index.row()].row, self._register
        self.table.scrollTo(index)
        rect = self.table.visualRect(index)
        rect.translate(self.table.viewport().pos())
        value = value_of(register, found.entry, found.note, field.id)

        def give(given: Value | None, again: bool) -> str:  # noqa: FBT001  # as editors give it
            return self._give(register, found.entry.id, field, given, again=again)

        self.editor.begin(field, value, rect, self._stock, give)

    def clear(self) -> None:
        """Empties the cell."""
        table, index = self.model.table, self.table.currentIndex()
        field = table.field_at(index.column()) if table and index.isValid() else None
        if field is not None:
            entry = self.model.lines[index.row()].row.entry
            self._around.guide.tell(self._give(self._register, entry.id, field, None, again=False))

    @property
    def _register(self) -> Register:
        return self._around.registers[self._kind]

    def _give(
        self, register: Register, entry_id: str, field: Field, given: Value | None, *, again: bool
    ) -> str:
        sentence = self._keeper.keep(register, entry_id, field.id, given, again)
        self.show_board(self._around.view.board)
        return sentence

    def _show_table(self, board: Board, register: Register) -> None:
        is_other = self.model.table is None or self.model.table.register is not register
        index = self.table.currentIndex()
        held = self.model.lines[index.row()].row.entry.id if index.isValid() else ""
        table = table_of(self._journal.workshop, register, self._stock)
        self.model.show_table(table)
        if is_other:
            self.table.give_widths(table.fields, register.main)
            self.head.filter.clear()
        self._go_to(max(self.model.row_of(held), 0), max(index.column(), 0))
        addable = can_add(board, register)
        self.head.show_register(register, len(table.lines), addable=addable)
        self.empty.show_register(register, addable=addable)
        self.table.setVisible(bool(table.lines))
        self.empty.setVisible(not table.lines)

    def _choose(self, register_id: str) -> None:
        self.editor.end()
        self._kind = register_id
        self.show_board(self._around.view.board)

    def _page(self) -> QBoxLayout:
        """The head over the kinds at the left and the table."""
        look = self._around.look
        side, ground = Surface(look, Qt.Edge.RightEdge), Surface(look)
        side.setFixedWidth(LEFT)
        side.setLayout(column(self.kinds, margins=(0, 0, 1, 0)))
        rows = column()
        rows.addWidget(self.empty, 1)
        rows.addWidget(self.table, 1)
        ground.setLayout(rows)
        body = QHBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(side)
        body.addWidget(ground, 1)
        page = column(self.head)
        page.addLayout(body, 1)
        return page

    def _connect(self) -> None:
        head, table = self.head, self.table
        self.kinds.chosen.connect(self._choose)
        head.filter.textChanged.connect(self._filter)
        head.filter.left.connect(table.setFocus)
        head.add.clicked.connect(self.add)
        self.empty.add.clicked.connect(self.add)
        head.remove.clicked.connect(self.remove)
        head.copy.clicked.connect(self.copy)
        head.left.connect(self._around.guide.leave_panel)
        table.entered.connect(self.enter)
        table.verticalScrollBar().valueChanged.connect(lambda _: self.editor.end())
        table.horizontalScrollBar().valueChanged.connect(lambda _: self.editor.end())
        table.keys = {
            "F2": lambda: self.edit(table.currentIndex()),
            "Ins": self.add,
            "Del": self.clear,
            "Ctrl+Del": self.remove,
            "Ctrl+C": self.copy,
            "Alt+S": lambda: table.sort_by(table.currentIndex().column()),
            "/": head.filter.setFocus,
        }

    def _filter(self, text: str) -> None:
        self.editor.end()
        self.model.want(text)
        self._go_to(0, 0)

    def _go_to(self, at: int, place: int) -> None:
        index = self.model.index(at, place)
        if index.isValid():
            self.table.selectionModel().setCurrentIndex(index, Flag.ClearAndSelect | Flag.Rows)
            self.table.scrollTo(index)

    def _selected(self) -> list[Line]:
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [self.model.lines[each] for each in rows]
