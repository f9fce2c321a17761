"""What the chosen block says and asks: title, number, purpose, lanes, questions, kinds of entries."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QWidget

from canvasapp.controls.buttons import Button, Weight
from canvasapp.controls.layouts import column, holding
from canvasapp.controls.layouts import row as in_row
from canvasapp.controls.letters import PANEL_TITLE, SMALL_LABEL
from canvasapp.controls.look import Look, ink, ink2
from canvasapp.controls.menus import Menu, opens_menu
from canvasapp.controls.segment import Segment
from canvasapp.controls.value_fields import Stock
from canvasapp.controls.words import Words
from canvasapp.domain.register import Field, FieldType, Value
from canvasapp.domain.template import Perspective, Split
from canvasapp.edits.canvas_drafts import (
    UnfitNumberError,
    block_of,
    set_block_text,
    set_lanes,
    set_number,
    set_registers,
)
from canvasapp.panels.canvas_editor.fields import CanvasField, Perform, text, text_field
from canvasapp.panels.canvas_editor.questions import QuestionList
from canvasapp.templates.drafting import Content

TITLE = text_field("title", "Title")
PURPOSE = text_field("purpose", "Purpose", "What belongs here")
NUMBER = Field("number", "Number", FieldType.INT, help="The block that has it takes this one’s")
KINDS = Field("registers", "Notes here may become", FieldType.LINKS)
LANES = ((str(Split.ROWS), "One over the other"), (str(Split.COLUMNS), "Side by side"))
GAP = 12
NUMBER_WIDTH = 92


class BlockForm(QWidget):
    """Shown for one block after the other; `block_id` is the one that is shown."""

    removed = Signal()
    split_asked = Signal(object)

    def __init__(self, look: Look, stock: Callable[[], Stock], perform: Perform) -> None:
        super().__init__()
        self._look, self._perform = look, perform
        self.block_id = ""
        self._last = (
            Button(look, "Split", after="chevron-down"),
            Button(look, "Delete the block", Weight.QUIET, icon="trash-2"),
        )
        self._asked: tuple[str, ...] = ()
        self._heading = Words(look, "", PANEL_TITLE, ink, most=2)
        make = CanvasField
        self.title = make(look, TITLE, stock, perform, self._writes("title"))
        self.purpose = make(look, PURPOSE, stock, perform, self._writes("purpose"))
        self.number = make(look, NUMBER, stock, perform, self._renumber)
        self.kinds = make(look, KINDS, stock, perform, self._offer)
        self.lanes = Segment(look, "The two lanes", LANES, LANES[0][0])
        self.lanes.chosen.connect(self._cut)
        self.questions = {each: QuestionList(look, each, perform) for each in Perspective}
        self.number.setFixedWidth(NUMBER_WIDTH)
        names = in_row(gap=GAP)
        names.addWidget(self.number)
        names.addWidget(self.title, 1)
        label = Words(look, "The two lanes", SMALL_LABEL, ink2, most=1)
        lanes = holding(column(label, 4, self.lanes))
        asked = self.questions.values()
        self.setLayout(
            column(
                self._heading, names, self.purpose, lanes, *asked, self.kinds, self._acts(), gap=GAP
            )
        )

    @property
    def fields(self) -> dict[str, CanvasField]:
        return {each.field.id: each for each in (self.title, self.purpose, self.number, self.kinds)}

    def show_content(self, content: Content, block_id: str) -> None:
        self.block_id = block_id
        block = block_of(content, block_id)
        self._asked = tuple(each["id"] for each in block["questions"])
        self._heading.say(f"{block['number']} {block['title']}".strip())
        self.title.show_value(block["title"] or None, missing=not block["title"])
        self.purpose.show_value(block["purpose"] or None, missing=not block["purpose"])
        self.number.show_value(float(block["number"]), missing=False)
        self.kinds.show_value(tuple(block["registers"]) or None, missing=False)
        self.lanes.show_chosen(block["split"])
        for perspective, listed in self.questions.items():
            asked = [each for each in block["questions"] if each["perspective"] == perspective]
            listed.show_questions(block_id, asked)
        self._order_stops()

    def write_question(self, place: int) -> bool:
        """Gives the keyboard to the question at a place among all of the block's; whether there is one."""
        key = self.block_id, self._asked[place]
        rows = [each.rows[key] for each in self.questions.values() if key in each.rows]
        for row in rows:
            row.input.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return bool(rows)

    def _order_stops(self) -> None:
        """Tab goes on from top to bottom: Qt puts questions that came later behind all else."""
        lanes = self.lanes.findChildren(QAbstractButton)
        asked = [stop for listed in self.questions.values() for stop in listed.stops]
        for stop, following in pairwise([*lanes, *asked, self.kinds.input, *self._last]):
            QWidget.setTabOrder(stop, following)

    def _acts(self) -> QWidget:
        halve, remove = self._last
        menu = Menu(self._look, parent=self)
        menu.addAction("Side by side", lambda: self.split_asked.emit(Split.COLUMNS))
        menu.addAction("One over the other", lambda: self.split_asked.emit(Split.ROWS))
        opens_menu(halve, menu)
        remove.clicked.connect(self.removed)
        return holding(in_row(halve, None, remove, gap=8))

    def _writes(self, key: str) -> Callable[[Content, Value | None], Content]:
        return lambda content, given: set_block_text(content, self.block_id, key, text(given))

    def _renumber(self, content: Content, given: Value | None) -> Content:
        if not text(given).strip().isdecimal():
            raise UnfitNumberError("Write a whole number from 1 to 999.")
        return set_number(content, self.block_id, int(text(given)))

    def _offer(self, content: Content, given: Value | None) -> Content:
        kinds = given if isinstance(given, tuple) else ()
        return set_registers(content, self.block_id, kinds)

    def _cut(self, split: str) -> None:
        self._perform(lambda content: set_lanes(content, self.block_id, Split(split)), False)
