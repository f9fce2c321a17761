"""Shows the entry of the selected note, or offers what the note can become."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from canvasapp.controls.buttons import Button
from canvasapp.controls.layouts import column, empty, holding
from canvasapp.controls.letters import BODY
from canvasapp.controls.look import ink2
from canvasapp.controls.menus import Menu, place_under
from canvasapp.controls.surface import Rule, Scroll
from canvasapp.controls.value_fields import Stock
from canvasapp.controls.value_fields.keeper import Keeper
from canvasapp.controls.words import Words
from canvasapp.domain.board import Board
from canvasapp.domain.entries import entry_by_id, missing, notes_of, offered, value_of
from canvasapp.domain.records import Entry, Note, NoteKind
from canvasapp.domain.register import Field, Register, Value
from canvasapp.edits.entries import make_entry, remove_entries
from canvasapp.panels.entry.form import Form
from canvasapp.panels.entry.head import MARGIN, EntryHead
from canvasapp.panels.surroundings import Surroundings

PANEL = "entry"
NOTHING = "Select one note to see or make its entry."
PLAIN = "This note is not an entry yet."
NO_OFFER = "No register fits here. Put the note into a block that has one."


class EntryPanel(QWidget):
    """Comes when one note with an entry is selected and goes when it is not; asked for, it stays."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around, self._journal = around, around.journal
        self._entry: str | None = None
        self._followed: str | None = None
        self._stock = Stock(around.journal.workshop, around.registers)
        self._keeper = Keeper(around.journal, around.view.bench.perform)
        self.head = EntryHead(around.look)
        self.head.closed.connect(around.guide.leave_panel)
        self.head.more.clicked.connect(self._open_menu)
        self.form: Form | None = None
        self.offers: list[Button] = []
        self._room = column()
        layout = column(self.head, Rule(around.look))
        layout.addLayout(self._room, 1)
        self.setLayout(layout)
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._follow)
        around.view.selection_changed.connect(self._turn)
        self.destroyed.connect(around.journal.subscribe(lambda *_: self._soon.start()))

    def speak_of(self, about: str) -> None:
        """The entry with this id."""
        if entry_by_id(self._journal.workshop, about) is not None:
            self._entry = about
            self.show_board(self._around.view.board)

    def show_board(self, board: Board) -> None:
        """The entry as it is now; when it is gone, what the selected note can become."""
        self._stock = Stock(self._journal.workshop, self._around.registers)
        entry = entry_by_id(self._journal.workshop, self._entry) if self._entry else None
        register = self._around.registers.get(entry.register) if entry else None
        if entry is None or register is None:
            self._offer(board)
        else:
            self._show(entry, register)

    def menu(self, entry: Entry, register: Register) -> Menu:
        """What can be done with the entry as a whole."""
        menu = Menu(self._around.look, parent=self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        guide, note = self._around.guide, self._note_of(entry)
        if note is not None:
            menu.addAction("Show on the board", lambda: guide.show_note(note.id))
        plural = register.plural.replace("&", "&&")
        menu.addAction(f"All {plural}", lambda: guide.show_panel("registers", register.id))
        menu.addSeparator()
        stop = f"Stop being a {register.title}" if note else "Remove"
        menu.addAction(stop.replace("&", "&&"), lambda: self._remove(entry))
        return menu

    def _show(self, entry: Entry, register: Register) -> None:
        note = self._note_of(entry)
        if self.form is None or self.form.entry_id != entry.id or self.form.register != register:
            self._make_form(entry, register)
        main = register.main
        title = value_of(register, entry, note, main) if main else note.text if note else None
        self.head.show_title(title, entry.code, register)
        asked = sum(field.required for field in register.fields)
        self.head.progress.show_missing(missing(register, entry, note), asked)
        assert self.form is not None  # it was just made
        self.form.show_entry(entry, note)

    def _make_form(self, entry: Entry, register: Register) -> None:
        def give(field: Field, given: Value | None, again: bool) -> str:  # noqa: FBT001  # as `Give` says
            return self._keeper.keep(register, entry.id, field.id, given, again)

        self.head.begin(register, give)
        self.form = Form(self._around.look, register, entry, lambda: self._stock, give)
        self._fill(Scroll(self.form))
        self.head.show()

    def _offer(self, board: Board) -> None:
        """What the one selected note can become."""
        self.form, self._entry = None, None
        look, note = self._around.look, self._selected(board)
        fitting = offered(board, note, self._around.registers) if note else []
        sentence = (PLAIN if fitting else NO_OFFER) if note else NOTHING
        self.offers = [self._offer_button(board, note, each) for each in fitting if note]
        buttons = column(*self.offers, gap=8)
        words = Words(look, sentence, BODY, ink2)
        room = column(words, 12, buttons, None, margins=(MARGIN, MARGIN, MARGIN, MARGIN))
        self._fill(holding(room))
        self.head.hide()

    def _offer_button(self, board: Board, note: Note, register: Register) -> Button:
        button = Button(self._around.look, f"Make it: {register.title}", icon="plus")
        workshop = self._journal.workshop
        button.clicked.connect(
            lambda: self._around.guide.perform(make_entry(workshop, board.id, note.id, register))
        )
        return button

    def _fill(self, content: QWidget) -> None:
        empty(self._room)
        self._room.addWidget(content)

    def _turn(self) -> None:
        """Something else is selected: what was asked for before is past."""
        self._entry = None
        self._soon.start()

    def _follow(self) -> None:
        """Another note is selected, or the selected one has become an entry or is none any more."""
        board = self._around.view.board
        note = self._selected(board)
        entry = board.entry_of.get(note.content) if note else None
        now = entry.id if entry and entry.register in self._around.registers else None
        self._entry = self._entry or now
        if now != self._followed:
            self._followed = now
            self._around.guide.follow_panel(PANEL, now or "")
        elif self.isVisible() and (self.form is None or self.form.entry_id != self._entry):
            self.show_board(board)

    def _selected(self, board: Board) -> Note | None:
        """The only selected note."""
        selected = self._around.view.selected_ids
        note = board.notes.get(selected[0]) if len(selected) == 1 else None
        return note if note is not None and note.kind is NoteKind.NOTE else None

    def _note_of(self, entry: Entry) -> Note | None:
        """Where the entry's note is shown: here, or else on the first board that has it."""
        board = self._around.view.board
        notes = notes_of(self._journal.workshop, entry.note) if entry.note else []
        return next((note for note in notes if note.board == board.id), next(iter(notes), None))

    def _open_menu(self) -> None:
        entry = entry_by_id(self._journal.workshop, self._entry or "")
        register = self._around.registers.get(entry.register) if entry else None
        if entry is not None and register is not None:
            menu = self.menu(entry, register)
            menu.popup(place_under(self.head.more, menu))

    def _remove(self, entry: Entry) -> None:
        self._around.guide.perform(remove_entries(self._journal.workshop, [entry.id]))
