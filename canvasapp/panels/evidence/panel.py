"""The panel itself: follows what is selected, leads from line to line, and adds what is known and decided."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from canvasapp.controls.buttons import Button, IconButton
from canvasapp.controls.icons import IN_BUTTON
from canvasapp.controls.layouts import column, holding, row
from canvasapp.controls.letters import BODY, PANEL_TITLE
from canvasapp.controls.look import ink, ink2
from canvasapp.controls.menus import Menu
from canvasapp.controls.rows import step_through
from canvasapp.controls.surface import Rule, Scroll
from canvasapp.controls.value_fields import Stock
from canvasapp.controls.words import Words
from canvasapp.domain.board import Board
from canvasapp.domain.entries import entry_by_id
from canvasapp.domain.errors import ExpectedError
from canvasapp.domain.records import Attachment
from canvasapp.domain.trace import DECISION, EVIDENCE
from canvasapp.edits.evidence import detach
from canvasapp.edits.evidence_files import add_about, attach_file, file_of
from canvasapp.panels.evidence.files import Filing
from canvasapp.panels.evidence.form import NewEntryForm
from canvasapp.panels.evidence.list import EvidenceList
from canvasapp.panels.evidence.listed import Line, Lister
from canvasapp.panels.evidence.subject import OVERVIEW, Subject, subject_of
from canvasapp.panels.surroundings import Surroundings

ENTRY = "entry"
PADDING = 16
FORMS = {EVIDENCE: "Add evidence", DECISION: "Decide"}


class EvidencePanel(QWidget):
    """Shows the thread of what is selected or was asked for, else an overview."""

    def __init__(self, around: Surroundings, today: Callable[[], date] = date.today) -> None:
        super().__init__()
        self._around, self._journal, self._today = around, around.journal, today
        self._spoken = ""
        self._subject: Subject = OVERVIEW
        self._file: Attachment | None = None
        self._is_coming, self._adds_soon = False, False
        errands = around.view.bench.stage.errands
        self.filing = Filing(around.journal, errands, around.guide.tell)
        self.form: NewEntryForm | None = None
        self._kind = Words(around.look, "", BODY, ink2, most=1)
        self._title = Words(around.look, "", PANEL_TITLE, ink, most=3)
        self.listed = EvidenceList(around.look)
        self._acts = holding(self._made_acts())
        self._room = column()
        layout = column(self._head(), Rule(around.look))
        layout.addWidget(Scroll(self.listed), 1)
        layout.addLayout(self._room)
        layout.addWidget(self._acts)
        self.setLayout(layout)
        self._listen()

    def speak_of(self, about: str) -> None:
        """The thread of a note or an entry, by its id."""
        self._spoken = about
        self.show_board(self._around.view.board)

    def show_board(self, board: Board) -> None:
        workshop = self._journal.workshop
        lister = Lister(workshop, self._around.registers)
        selected = self._around.view.selected_ids
        self._subject = subject_of(workshop, lister, self._spoken, selected)
        self._kind.say(self._subject.kind)
        self._title.say(self._subject.title)
        self._all.setVisible(self._subject is not OVERVIEW)
        if self._subject is OVERVIEW:
            self.listed.show_overview(lister)
        else:
            self.listed.show_sections(self._subject.sections)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not step_through(self.listed.rows, event):
            super().keyPressEvent(event)

    def menu(self, line: Line) -> Menu:
        """What can be done with an entry that is listed."""
        menu = Menu(self._around.look, parent=self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Show", lambda: self._go(line))
        if line.register == EVIDENCE:
            menu.addAction("Attach a photo or file", lambda: self._attach_to(line.entry))
        if self._subject.things and line.register in FORMS:
            menu.addAction("Not about this", lambda: self._let_go(line))
        return menu

    def begin(self, register_id: str) -> None:
        """Opens the form for a new entry about what is shown."""
        self._leave_form()
        start = (("date", self._today().isoformat()),)
        register = self._around.registers[register_id]
        stock = partial(Stock, self._journal.workshop, self._around.registers)
        form = NewEntryForm(self._around.look, register, FORMS[register_id], stock, start)
        form.take_files(taken=register_id == EVIDENCE)
        form.added.connect(self._add)
        form.left.connect(self._leave_form)
        form.file_asked.connect(self._attach)
        self.form = form
        self._room_of_form = Scroll(form)
        self._room.addWidget(self._room_of_form)
        self._acts.hide()
        self._share_height()
        form.begin()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._share_height()

    def _share_height(self) -> None:
        """The form takes what it needs of the panel, and leaves some of the thread in sight."""
        if self.form is not None:
            most = max(self.height() * 3 // 4, 1)
            height = min(self.form.sizeHint().height(), most)
            self._room_of_form.setFixedHeight(height)

    def _listen(self) -> None:
        shown, around = self.listed, self._around
        shown.chosen.connect(self._go)
        shown.file_opened.connect(lambda entry_id: self.filing.open(self._file_of(entry_id)))
        shown.menu_asked.connect(lambda line, at: self.menu(line).popup(at))
        shown.all_asked.connect(partial(around.guide.show_panel, "registers"))
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._follow)
        around.view.selection_changed.connect(self._soon.start)

    def _head(self) -> QWidget:
        look = self._around.look
        self._all = IconButton(
            look, "arrow-left", "All evidence and decisions", icon_size=IN_BUTTON
        )
        self._all.clicked.connect(self._show_overview)
        close = IconButton(look, "x", "Close the evidence", keys="Esc", icon_size=IN_BUTTON)
        close.clicked.connect(self._around.guide.leave_panel)
        bar = row(self._kind, None, self._all, close)
        words = column(self._title, margins=(0, 0, 4, 0))
        return holding(column(bar, words, margins=(PADDING, 12, 12, 12)))

    def _made_acts(self) -> QBoxLayout:
        add = Button(self._around.look, FORMS[EVIDENCE], icon="plus")
        decide = Button(self._around.look, FORMS[DECISION], icon="check")
        add.clicked.connect(lambda: self.begin(EVIDENCE))
        decide.clicked.connect(lambda: self.begin(DECISION))
        return column(
            Rule(self._around.look),
            row(add, decide, None, gap=8, margins=(PADDING, 11, PADDING, 12)),
        )

    def _follow(self) -> None:
        self._spoken = ""
        if self.isVisible():
            self.show_board(self._around.view.board)

    def _show_overview(self) -> None:
        self._spoken = ""
        self._around.view.select([])
        self.show_board(self._around.view.board)

    def _go(self, line: Line) -> None:
        guide = self._around.guide
        if line.entry:
            guide.show_panel(ENTRY, line.entry)
            return
        guide.show_note(line.note)
        if line.block:
            guide.leave_panel()
            self._around.view.zoom_to_block(line.block)

    def _add(self) -> None:
        form = self.form
        if form is None:
            return
        self._adds_soon = self._is_coming
        if self._is_coming:
            return  # until the file is there, which is a part of it
        try:
            edit = add_about(
                self._journal.workshop, form.register, form.values, self._subject.things, self._file
            )
        except ExpectedError as refusal:
            form.refuse(str(refusal))
            return
        self._around.guide.perform(edit)
        self._leave_form()

    def _leave_form(self) -> None:
        self._file, self._is_coming = None, False
        if self.form is not None:
            self.form = None
            self._room_of_form.hide()
            self._room_of_form.deleteLater()
            self._acts.show()
            self._acts.setFocus()

    def _file_of(self, entry_id: str) -> Attachment | None:
        entry = entry_by_id(self._journal.workshop, entry_id)
        return file_of(self._journal.workshop, entry) if entry else None

    def _attach(self) -> None:
        form = self.form
        name = self.filing.fetch(lambda file: self._take_file(form, file))
        if form is not None and name:
            self._is_coming = True
            form.show_file(name, is_coming=True)
            self._share_height()

    def _take_file(self, form: NewEntryForm | None, file: Attachment | None) -> None:
        """For the form it was asked in; when that was left meanwhile, the file stays behind."""
        if form is None or form is not self.form:
            return
        self._is_coming = False
        self._file = file or self._file
        form.show_file(self._file.name if self._file else "")
        self._share_height()
        if self._adds_soon and file is not None:
            self._add()

    def _attach_to(self, entry_id: str) -> None:
        def attach(file: Attachment | None) -> None:
            if file is not None:
                self._around.guide.perform(attach_file(self._journal.workshop, entry_id, file))

        self.filing.fetch(attach)

    def _let_go(self, line: Line) -> None:
        """The evidence or decision is about something else."""
        entry = entry_by_id(self._journal.workshop, line.entry)
        if entry is not None:
            register = self._around.registers[entry.register]
            edit = detach(self._journal.workshop, register, entry.id, self._subject.things)
            self._around.guide.perform(edit)
