"""The fields of an entry below each other; optional ones that are empty are folded."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from canvasapp.controls.control import Control
from canvasapp.controls.icons import IN_TEXT, draw_icon
from canvasapp.controls.layouts import column
from canvasapp.controls.letters import BODY
from canvasapp.controls.look import Look
from canvasapp.controls.painting import rounded
from canvasapp.controls.value_fields import Stock, ValueField
from canvasapp.controls.value_fields.value_field import is_narrow
from canvasapp.controls.words import Paragraph
from canvasapp.domain.entries import missing, value_of
from canvasapp.domain.records import Entry, Note
from canvasapp.domain.register import Field, Register
from canvasapp.panels.entry.head import MARGIN, Give

GAP, ACROSS = 16, 12
FOLD = 32
FOLD_ICON = 22


class Fold(Control):
    """Names what is folded; pressed it opens."""

    def __init__(self, look: Look, fields: Iterable[Field]) -> None:
        names = [field.label for field in fields]
        self._names = ", ".join((names[0], *(_small(name) for name in names[1:])))
        super().__init__(look, f"More fields: {self._names}")
        self.setFixedHeight(FOLD)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def cut_words(self) -> str:
        return self._names if self._words().is_cut else ""

    def sizeHint(self) -> QSize:
        return QSize(120, FOLD)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            theme = self.look.theme
            rounded(painter, QRectF(self.rect()), self.radius, self.ground())
            y = (FOLD - IN_TEXT) / 2
            draw_icon(painter, "chevron-right", 0, y, IN_TEXT, theme.ink2)
            self._words().draw(painter, FOLD_ICON, (FOLD - BODY.line) / 2, theme.ink2)

    def _words(self) -> Paragraph:
        room = max(self.width() - FOLD_ICON, 1)
        return Paragraph(self._names, self.look, BODY, room, 1)


class Form(QWidget):
    """All fields of a register but the main one, which stands above it."""

    def __init__(
        self,
        look: Look,
        register: Register,
        entry: Entry,
        stock: Callable[[], Stock],
        give: Give,
    ) -> None:
        super().__init__()
        self.register, self.entry_id = register, entry.id
        self._look, self._stock, self._give = look, stock, give
        self.fields: dict[str, ValueField] = {}
        others = [field for field in register.fields if field.id != register.main]
        shown = [each for each in others if each.required or entry.get(each.id) is not None]
        folded = [each for each in others if each not in shown]
        self._below = column(gap=GAP)
        layout = column(*self._rows(shown), gap=GAP, margins=(MARGIN, MARGIN, MARGIN, MARGIN))
        layout.addLayout(self._below)
        layout.addStretch(1)
        self.setLayout(layout)
        self.fold: Fold | None = Fold(look, folded) if folded else None
        if self.fold is not None:
            self.fold.clicked.connect(lambda: self._open(folded))
            self._below.addWidget(self.fold)

    def show_entry(self, entry: Entry, note: Note | None) -> None:
        empty = missing(self.register, entry, note)
        for field_id, shown in self.fields.items():
            value = value_of(self.register, entry, note, field_id)
            shown.show_value(value, missing=shown.field in empty)
        self._shown = entry, note

    def _open(self, folded: list[Field]) -> None:
        """Shows what was folded, and gives the first of it the keyboard."""
        if self.fold is not None:
            self.fold.hide()
            self.fold.deleteLater()
            self.fold = None
        for each in self._rows(folded):
            self._below.addLayout(each)
        self.show_entry(*self._shown)
        self.fields[folded[0].id].input.setFocus(Qt.FocusReason.TabFocusReason)

    def _rows(self, fields: list[Field]) -> list[QHBoxLayout]:
        """The fields in their order, two narrow ones side by side."""
        rows: list[QHBoxLayout] = []
        waits = False
        for field in fields:
            narrow = is_narrow(field)
            if not (narrow and waits):
                rows.append(QHBoxLayout())
                rows[-1].setSpacing(ACROSS)
            rows[-1].addWidget(self._field(field), 1, Qt.AlignmentFlag.AlignTop)
            waits = narrow and not waits
        return rows

    def _field(self, field: Field) -> ValueField:
        shown = ValueField(
            self._look, field, self._stock, lambda given, again: self._give(field, given, again)
        )
        self.fields[field.id] = shown
        return shown


def _small(name: str) -> str:
    """A name within a sentence; what begins with two capitals is no usual word."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]
