"""What the canvas as a whole says: its names, what it is for, whose it is, and its sheet."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from canvasapp.controls.layouts import column, row
from canvasapp.controls.letters import BODY, SECTION
from canvasapp.controls.look import Look, ink, ink2
from canvasapp.controls.value_fields import Stock
from canvasapp.controls.words import Words
from canvasapp.domain.register import Field, FieldType, Value
from canvasapp.edits.canvas_drafts import UnfitNumberError, set_sheet_side, set_text
from canvasapp.panels.canvas_editor.fields import CanvasField, Perform, text, text_field
from canvasapp.templates.drafting import Content

TEXTS = (
    text_field("name", "Name", "Printed at the top of the sheet"),
    text_field("short_name", "Short name", "What new boards are called"),
    text_field("tagline", "Tagline", "Printed under the name"),
    text_field("summary", "In one sentence"),
    text_field("when_to_use", "When to use it"),
    text_field("attribution", "Line on the paper", "Printed at the foot of every poster"),
    text_field("source", "Whose it is"),
)
SIDES = (
    Field("width", "Sheet width in mm", FieldType.NUMBER),
    Field("height", "Sheet height in mm", FieldType.NUMBER),
)
HINT = (
    "Draw a block on bare ground. Choose one to move it, pull its edges or write what it asks;"
    " hold Alt to place it off the grid."
)
GAP = 12


class CanvasForm(QWidget):
    """Shown while no block is chosen."""

    def __init__(self, look: Look, stock: Callable[[], Stock], perform: Perform) -> None:
        super().__init__()
        texts = {e.id: CanvasField(look, e, stock, perform, partial(_write, e.id)) for e in TEXTS}
        sides = {e.id: CanvasField(look, e, stock, perform, partial(_size, e.id)) for e in SIDES}
        self.fields = {**texts, **sides}
        across = row(gap=GAP)
        for each in sides.values():
            across.addWidget(each, 1)
        title, hint = Words(look, "The canvas", SECTION, ink), Words(look, HINT, BODY, ink2)
        self.setLayout(column(title, hint, *texts.values(), across, gap=GAP))

    def show_content(self, content: Content) -> None:
        for field in TEXTS:
            value = content[field.id]
            self.fields[field.id].show_value(value or None, missing=not value)
        for field in SIDES:
            self.fields[field.id].show_value(float(content["sheet"][field.id]), missing=False)


def _write(key: str, content: Content, given: Value | None) -> Content:
    return set_text(content, key, text(given))


def _size(side: str, content: Content, given: Value | None) -> Content:
    try:
        length = float(text(given).replace(",", "."))
    except ValueError:
        raise UnfitNumberError("Write a length in mm, such as 1189.") from None
    return set_sheet_side(content, side, length)
