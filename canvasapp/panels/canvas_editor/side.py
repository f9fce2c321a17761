"""Beside the sheet: the form of the canvas or of the chosen block, and below it what is at fault."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from canvasapp.controls.layouts import column, holding
from canvasapp.controls.surface import Scroll, Surface
from canvasapp.controls.value_fields.written import Writing, WrittenInput
from canvasapp.panels.canvas_editor.block_form import BlockForm
from canvasapp.panels.canvas_editor.canvas_form import CanvasForm
from canvasapp.panels.canvas_editor.faults import FaultList
from canvasapp.panels.canvas_editor.fields import CanvasField, KindStock, Perform
from canvasapp.panels.surroundings import Surroundings
from canvasapp.templates.drafting import Content, Review

QUESTION = re.compile(r"questions\[(\d+)\]")
"""A fault's key: the place of a question among all of its block."""
WIDTH = 340
MARGIN = 16


class EditorSide(Surface):
    """One form at a time."""

    def __init__(self, around: Surroundings, perform: Perform) -> None:
        super().__init__(around.look, Qt.Edge.LeftEdge)

        def stock() -> KindStock:
            return KindStock(around.journal.workshop, around.registers)

        self.canvas = CanvasForm(around.look, stock, perform)
        self.block = BlockForm(around.look, stock, perform)
        self.block.hide()
        self.faults = FaultList(around.look)
        margins = (MARGIN, MARGIN, MARGIN, MARGIN)
        forms = column(self.canvas, self.block, None, margins=margins)
        self._scroll = Scroll(holding(forms))
        layout = column(margins=(1, 0, 0, 0))
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self.faults)
        self.setLayout(layout)
        self.setFixedWidth(WIDTH)

    def show_draft(self, content: Content, review: Review, chosen: str) -> None:
        if chosen:
            if chosen != self.block.block_id:
                self._scroll.verticalScrollBar().setValue(0)
            self.block.show_content(content, chosen)
        else:
            self.canvas.show_content(content)
        self.block.setVisible(bool(chosen))
        self.canvas.setVisible(not chosen)
        self.faults.show_faults(review.faults)

    def write(self, key: str) -> bool:
        """Gives the keyboard to the field of this key in the form that is shown; whether there is one."""
        if found := QUESTION.match(key):
            return self.block.write_question(int(found[1]))
        for form in (self.block, self.canvas):
            name = key.rpartition(".")[2] if key.startswith("sheet.") else key
            if form.isVisibleTo(self) and name in form.fields:
                self._begin(form.fields[name])
                return True
        return False

    def _begin(self, field: CanvasField) -> None:
        """With all of its text selected, as it is mostly written anew."""
        field.input.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if isinstance(field.input, WrittenInput):
            field.input.writing.selectAll()
        self._scroll.ensureWidgetVisible(field)

    @property
    def is_written_in(self) -> bool:
        """Whether somebody is about to type in one of the fields."""
        focused = QApplication.focusWidget()
        return isinstance(focused, Writing) and self.isAncestorOf(focused)
