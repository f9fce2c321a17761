"""The dates of a board beside its thresholds: framing, sprint and pilot."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt

from canvasapp.controls.layouts import column, holding
from canvasapp.controls.letters import SECTION
from canvasapp.controls.look import Look, ink
from canvasapp.controls.surface import Scroll, Surface
from canvasapp.controls.value_fields import Stock, ValueField
from canvasapp.controls.words import Words
from canvasapp.domain.records import Entry
from canvasapp.domain.register import Register, Value

TIMELINE = "timeline"
WIDTH = 320
MARGIN = 16

Keep = Callable[[str, Value | None, bool], str]


class BoardDates(Surface):
    """All fields of the timeline; there may be no entry for it yet."""

    def __init__(
        self, look: Look, register: Register, stock: Callable[[], Stock], keep: Keep
    ) -> None:
        super().__init__(look, Qt.Edge.LeftEdge)
        self.fields = {
            each.id: ValueField(look, each, stock, partial(keep, each.id))
            for each in register.fields
        }
        head = Words(look, "Dates", SECTION, ink)
        margins = (MARGIN, MARGIN, MARGIN, MARGIN)
        content = column(head, *self.fields.values(), None, gap=14, margins=margins)
        self.setFixedWidth(WIDTH)
        self.setLayout(column(Scroll(holding(content)), margins=(1, 0, 0, 0)))

    def show_entry(self, entry: Entry | None) -> None:
        for field_id, field in self.fields.items():
            field.show_value(entry.get(field_id) if entry else None, missing=False)
