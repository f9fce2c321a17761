"""The questions of a lane: written in place, put in order, told whose words they are."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from canvasapp.controls.buttons import Button, IconButton, Weight
from canvasapp.controls.layouts import column, row
from canvasapp.controls.letters import SMALL_LABEL
from canvasapp.controls.look import Look, ink2
from canvasapp.controls.menus import Menu, place_under
from canvasapp.controls.value_fields.written import WrittenInput
from canvasapp.controls.words import Words
from canvasapp.domain.register import Value
from canvasapp.domain.template import Origin, Perspective
from canvasapp.edits.canvas_drafts import (
    add_question,
    move_question,
    remove_question,
    set_origin,
    set_question,
)
from canvasapp.panels.canvas_editor.fields import LIVE, Perform, text, text_field
from canvasapp.picture.block_picture import LABELS
from canvasapp.templates.drafting import Content

ORIGINS = {
    Origin.VERBATIM: "Word for word from the source",
    Origin.FRAGMENT: "A part of the source’s sentence",
    Origin.ADAPTED: "The source’s, in other words",
    Origin.DERIVED: "Our own words",
}
GAP = 6
ASKS = {Perspective.OUR: "Asked in our view", Perspective.CUSTOMER: "Asked in the customer’s view"}


class QuestionRow(QWidget):
    """One question: its words, and a menu with all else."""

    def __init__(
        self, look: Look, name: str, block_id: str, question_id: str, perform: Perform
    ) -> None:
        super().__init__()
        self._look, self._perform = look, perform
        self._at, self._origin = (block_id, question_id), ""
        self.input = WrittenInput(look, text_field("question", name))
        self.input.keep_within(LIVE)
        self.input.given.connect(self._write)
        self.more = IconButton(look, "ellipsis", f"More about {name[0].lower()}{name[1:]}")
        self.more.clicked.connect(self._open_menu)
        layout = row(gap=4)
        layout.addWidget(self.input, 1)
        layout.addWidget(self.more)
        self.setLayout(layout)

    def show_question(self, question: dict[str, Any]) -> None:
        self._origin = question["origin"]
        self.input.show_value(question["text"] or None)
        self.input.show_missing(missing=not question["text"])
        self.input.describe(ORIGINS[Origin(self._origin)])

    def menu(self) -> Menu:
        """What can be done to it."""
        menu = Menu(self._look, parent=self, marked=True)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Earlier", partial(self.move_by, -1))
        menu.addAction("Later", partial(self.move_by, 1))
        menu.addSeparator()
        for origin, words in ORIGINS.items():
            entry = menu.addAction(words)
            entry.setCheckable(True)
            entry.setChecked(origin == self._origin)
            change = partial(_with_origin, self._at, origin)
            entry.triggered.connect(lambda _=False, change=change: self._perform(change, False))
        menu.addSeparator()
        menu.addAction("Remove the question", self.remove)
        return menu

    def move_by(self, step: int) -> None:
        self._perform(lambda content: move_question(content, *self._at, step), False)

    def remove(self) -> None:
        self._perform(lambda content: remove_question(content, *self._at), False)

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.popup(place_under(self.more, menu))

    def _write(self, given: Value | None) -> None:
        words = text(given)
        self._perform(lambda content: set_question(content, *self._at, words), self.input.again)
        self.input.accept()


class QuestionList(QWidget):
    """Those of one lane, and a button for one more."""

    def __init__(self, look: Look, perspective: Perspective, perform: Perform) -> None:
        super().__init__()
        self._look, self._perspective, self._perform = look, perspective, perform
        self.rows: dict[tuple[str, str], QuestionRow] = {}
        self._block = ""
        self._list = column(gap=GAP)
        self.add = Button(look, "Add a question", Weight.DASHED, icon="plus")
        self.add.setAccessibleName(f"Add a question, {LABELS[perspective].lower()}")
        self.add.clicked.connect(self._ask)
        head = Words(look, ASKS[perspective], SMALL_LABEL, ink2, most=1)
        self.setLayout(column(head, self._list, self.add, gap=GAP))

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        rows = [stop for row in self.rows.values() for stop in (row.input.writing, row.more)]
        return [*rows, self.add]

    def show_questions(self, block_id: str, asked: Sequence[dict[str, Any]]) -> None:
        self._block = block_id
        wanted = [(block_id, question["id"]) for question in asked]
        if wanted != list(self.rows):
            self._set_rows(wanted)
        for key, question in zip(wanted, asked, strict=True):
            self.rows[key].show_question(question)

    def _set_rows(self, wanted: list[tuple[str, str]]) -> None:
        """Rows in this order; those that stay keep what is being typed in them."""
        for key in [each for each in self.rows if each not in wanted]:
            gone = self.rows.pop(key)
            gone.hide()
            gone.deleteLater()
        rows = {}
        for place, key in enumerate(wanted, 1):
            name = f"Question {place}, {LABELS[self._perspective].lower()}"
            row = self.rows.get(key) or QuestionRow(self._look, name, *key, self._perform)
            self._list.removeWidget(row)
            self._list.addWidget(row)
            rows[key] = row
        self.rows = rows

    def _ask(self) -> None:
        """One more, whose words are asked for."""
        self._perform(lambda c: add_question(c, self._block, self._perspective, ""), False)
        *_, last = self.rows.values()
        last.input.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _with_origin(at: tuple[str, str], origin: Origin, content: Content) -> Content:
    return set_origin(content, *at, origin)
