"""The list of the parties, and what is done with them there."""

from __future__ import annotations

from collections import Counter
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from canvasapp.controls.buttons import IconButton
from canvasapp.controls.fields import NameField
from canvasapp.controls.icons import IN_TEXT
from canvasapp.controls.layouts import column, holding, panel_head
from canvasapp.controls.menus import Menu
from canvasapp.controls.rows import step_through
from canvasapp.controls.surface import Scroll
from canvasapp.domain.board import Board
from canvasapp.domain.change import Edit
from canvasapp.domain.records import Party
from canvasapp.edits.notes import set_party
from canvasapp.edits.parties import add_party, move_party, rename_party
from canvasapp.panels.parties.looked_at import LookedAt
from canvasapp.panels.parties.menu import PartyActs, fill_party_menu
from canvasapp.panels.parties.rows import HEIGHT, PartyRow
from canvasapp.panels.surroundings import Surroundings

MARGIN = 8
ADD = 24
LEAST_ROWS = 4
MOST_HEIGHT = round(9.5 * HEIGHT)
"""The blocks over the parties need their room; half a row tells that there are more."""


class PartiesPanel(QWidget):
    """Pressing a party gives it the selected notes; with nothing selected it selects the party's own."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        look, journal, view = around.look, around.journal, around.view
        self._look, self._journal, self._view = look, journal, view
        self._guide = around.guide
        self.looked_at = LookedAt(look, view)
        self.looked_at.changed.connect(self._mark_looked_at)
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
        self.looked_at.follow(board)
        self._mark_looked_at()

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
        acts = PartyActs(
            rename=row.edit,
            select=partial(self._select_notes, row.party),
            look_at=partial(self.looked_at.turn, row.party.id),
            show_all=self.looked_at.show_all,
            perform=self._perform,
        )
        looked_at = self.looked_at.is_looked_at(row.party.id)
        workshop = self._journal.workshop
        fill_party_menu(self._look, menu, workshop, row.party, acts, looked_at=looked_at)
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
            row.clicked.connect(lambda _=False, party=row.party: self._take(party))
            row.edit_asked.connect(lambda row=row: self._edit(row))
            row.renamed.connect(lambda name, party=row.party: self._rename(party, name))
            row.eye_pressed.connect(partial(self.looked_at.turn, row.party.id))
            row.move_asked.connect(partial(self._move, row.party))
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
        if not self._gave:  # else the first of the two clicks gave it the selected notes
            row.edit()

    def _add(self, name: str) -> None:
        self._journal.commit(add_party(self._journal.workshop, name))

    def _rename(self, party: Party, name: str) -> None:
        self._journal.commit(rename_party(self._journal.workshop, party.id, name))

    def _move(self, party: Party, step: int) -> None:
        self._perform(move_party(self._journal.workshop, party.id, step))

    def _perform(self, edit: Edit, sentence: str = "") -> None:
        self._guide.perform(edit)
        if sentence:
            self._guide.tell(sentence)

    def _mark_looked_at(self) -> None:
        for row in self._rows:
            row.show_looked_at(self.looked_at.is_looked_at(row.party.id))
