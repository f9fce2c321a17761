"""The parties at the table: whose notes have which colour, and how many they have on the board."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from canvasapp.controls.buttons import IconButton
from canvasapp.controls.control import Control
from canvasapp.controls.fields import NameField
from canvasapp.controls.icons import IN_TEXT
from canvasapp.controls.layouts import column, holding, panel_head
from canvasapp.controls.letters import BODY, COUNT
from canvasapp.controls.look import Look
from canvasapp.controls.menus import Menu
from canvasapp.controls.painting import CHIP_HEIGHT, CHIP_WIDTH, chip, rounded
from canvasapp.controls.rows import step_through
from canvasapp.controls.surface import Scroll
from canvasapp.controls.words import Paragraph
from canvasapp.domain.board import Board
from canvasapp.domain.records import Party
from canvasapp.edits.notes import set_party
from canvasapp.edits.parties import add_party, remove_party, rename_party
from canvasapp.panels.surroundings import Surroundings

MARGIN = 8
HEIGHT = 28
PADDING = 8
NAME_X = PADDING + CHIP_WIDTH + 8
FIELD_X = NAME_X - 8
ADD = 24
LEAST_ROWS = 4
MOST_HEIGHT = round(9.5 * HEIGHT)
"""The blocks over the parties need their room; half a row tells that there are more."""


class PartyRow(Control):
    """One party. Pressed it asks for what the panel says; its name can be changed in place."""

    renamed = Signal(str)
    edit_asked = Signal()

    def __init__(self, look: Look, party: Party) -> None:
        super().__init__(look, party.name)
        self.party, self._count = party, 0
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.field = NameField(look, f"Name of {party.name}", parent=self)
        self.field.hide()
        self.field.kept.connect(self.renamed)

    def show_count(self, count: int) -> None:
        self._count = count
        self.setAccessibleDescription("1 note" if count == 1 else f"{count} notes")
        self.update()

    def edit(self) -> None:
        """Opens the name for change."""
        self.field.begin(self.party.name)

    def cut_words(self) -> str:
        return self.party.name if self._name().is_cut else ""

    def sizeHint(self) -> QSize:
        return QSize(208, HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2:
            self.edit()
            return
        super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.edit_asked.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.field.setGeometry(QRect(FIELD_X, 0, self.width() - FIELD_X, HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            theme = self.look.theme
            rounded(painter, QRectF(self.rect()), self.radius, self.ground())
            box = QRectF(PADDING, (HEIGHT - CHIP_HEIGHT) / 2, CHIP_WIDTH, CHIP_HEIGHT)
            chip(painter, box, self.party.initials, self.party.slot, self.look)
            count = self._figure()
            count_x = self.width() - PADDING - count.width
            count.draw(painter, count_x, (HEIGHT - COUNT.line) / 2, theme.ink2)
            self._name().draw(painter, NAME_X, (HEIGHT - BODY.line) / 2, theme.ink)

    def _figure(self) -> Paragraph:
        return Paragraph(str(self._count), self.look, COUNT)

    def _name(self) -> Paragraph:
        room = self.width() - PADDING - self._figure().width - NAME_X - PADDING
        return Paragraph(self.party.name, self.look, BODY, max(room, 1), 1)


class PartiesPanel(QWidget):
    """Pressing a party gives it the selected notes; with nothing selected it selects the party's own."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        look, journal, view = around.look, around.journal, around.view
        self._look, self._journal, self._view = look, journal, view
        self._parties: tuple[Party, ...] = ()
        self._rows: list[PartyRow] = []
        self._gave = False
        add = IconButton(look, "plus", "Add a party", side=ADD, icon_size=IN_TEXT)
        add.clicked.connect(self.begin_party)
        self.field = NameField(look, "Name of the new party")
        self.field.setFixedHeight(HEIGHT)
        self.field.setPlaceholderText("Name, then Enter")
        self.field.hide()
        self.field.kept.connect(self._add)
        self._list = column(self.field)
        self._inset = holding(column(self._list, margins=(MARGIN, 0, MARGIN, 16)))
        self._scroll = Scroll(self._inset)
        self.field.kept.connect(self._fit)
        self.field.left.connect(self._fit)
        self.setLayout(column(panel_head(look, "Parties", add), self._scroll))

    def show_board(self, board: Board) -> None:
        parties = tuple(self._journal.workshop.parties_in_order())
        if parties != self._parties:
            self._parties = parties
            self._list_parties()
        counts = Counter(note.party for note in board.notes.values())
        for row in self._rows:
            row.show_count(counts[row.party.id])

    def begin_party(self) -> None:
        """Offers a field for the name of a new party."""
        self.field.begin("")
        self._fit()
        QTimer.singleShot(0, lambda: self._scroll.ensureWidgetVisible(self.field))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not step_through(self._rows, event):
            super().keyPressEvent(event)

    def menu_for(self, row: PartyRow) -> Menu:
        menu = Menu(self._look, parent=self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Rename", row.edit)
        menu.addAction("Select its notes", lambda: self._select_notes(row.party))
        menu.addSeparator()
        menu.addAction("Remove", lambda: self._remove(row.party))
        return menu

    def _list_parties(self) -> None:
        held = next((row.party.id for row in self._rows if row.hasFocus()), None)
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [PartyRow(self._look, party) for party in self._parties]
        for place, row in enumerate(self._rows):
            self._list.insertWidget(place, row)
            row.show()  # now: the height of the list counts what is shown
            row.explain("Give it the selected notes, or select its own. Double-click renames")
            row.clicked.connect(lambda _=False, party=row.party: self._take(party))
            row.edit_asked.connect(lambda row=row: self._edit(row))
            row.renamed.connect(lambda name, party=row.party: self._rename(party, name))
            row.menu_asked.connect(lambda at, row=row: self.menu_for(row).popup(at))
            if row.party.id == held:
                row.setFocus(Qt.FocusReason.TabFocusReason)
        self._fit()

    def _fit(self) -> None:
        """As high as the list is, or with many parties as high as there is room, and it scrolls."""
        height = self._inset.minimumSizeHint().height()
        self._scroll.setMaximumHeight(min(height, MOST_HEIGHT))
        self._scroll.setMinimumHeight(min(height, LEAST_ROWS * HEIGHT))
        self.updateGeometry()

    def _take(self, party: Party) -> None:
        selected = self._view.selected_ids
        self._gave = bool(selected)
        if selected:
            self._journal.commit(set_party(self._view.board, selected, party.id))
        else:
            self._select_notes(party)

    def _select_notes(self, party: Party) -> None:
        notes = self._view.board.notes.values()
        self._view.select(note.id for note in notes if note.party == party.id)

    def _edit(self, row: PartyRow) -> None:
        if (
            not self._gave
        ):  # else the first of the two clicks gave it the selected notes, which was the wish
            row.edit()

    def _add(self, name: str) -> None:
        self._journal.commit(add_party(self._journal.workshop, name))

    def _rename(self, party: Party, name: str) -> None:
        self._journal.commit(rename_party(self._journal.workshop, party.id, name))

    def _remove(self, party: Party) -> None:
        self._journal.commit(remove_party(self._journal.workshop, party.id))
