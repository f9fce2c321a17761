"""Inputs that one chooses in: a field that opens a list, and a row of a few choices."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from canvasapp.controls.control import Control
from canvasapp.controls.icons import IN_TEXT, draw_icon
from canvasapp.controls.layouts import column
from canvasapp.controls.letters import BODY, SMALL, STRONG
from canvasapp.controls.look import Look
from canvasapp.controls.painting import edge_width, rounded
from canvasapp.controls.segment import CLEARS, FewChoices
from canvasapp.controls.segment import Option as SegmentOption
from canvasapp.controls.value_fields.inputs import HEIGHT, PADDING, Input, frame
from canvasapp.controls.value_fields.picker import Picker, draw_sign
from canvasapp.controls.value_fields.stock import Option, Stock
from canvasapp.controls.words import Paragraph
from canvasapp.domain.register import Field, FieldType, Value

LINE, DETAIL = 20, 16
INSET = 6
SEVERAL = (FieldType.PARTIES, FieldType.LINKS)


class PickButton(Control):
    """Shows what is chosen, a line each, and opens the list when pressed."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(look, name)
        self.chosen: list[Option] = []
        self.missing = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEIGHT)

    def show_chosen(self, chosen: Sequence[Option]) -> None:
        self.chosen = list(chosen)
        lines = sum(LINE + (DETAIL if each.detail else 0) for each in chosen) or LINE
        self.setFixedHeight(lines + 2 * INSET)
        self.update()

    def cut_words(self) -> str:
        cut = any(self._words(each).is_cut or self._detail(each).is_cut for each in self.chosen)
        return "\n".join(f"{e.words}\n{e.detail}".strip() for e in self.chosen) if cut else ""

    def sizeHint(self) -> QSize:
        return QSize(120, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            theme = self.look.theme
            rect, lit = QRectF(self.rect()), self.underMouse() or self.isDown()
            frame(painter, rect, self.look, focused=False, missing=self.missing, lit=lit)
            if lit and theme.plain_paper:
                width = edge_width(theme, hovered=True)
                rounded(painter, rect, self.radius, None, theme.field, width=width)
            y: float = INSET
            for option in self.chosen:
                y = self._draw(painter, option, y)
            x = self.width() - PADDING - IN_TEXT
            draw_icon(painter, "chevron-down", x, (HEIGHT - IN_TEXT) / 2, IN_TEXT, theme.ink2)

    def _draw(self, painter: QPainter, option: Option, y: float) -> float:
        theme = self.look.theme
        x = PADDING + draw_sign(painter, option, PADDING, y + LINE / 2, self.look)
        self._words(option).draw(painter, x, y, theme.ink)
        if not option.detail:
            return y + LINE
        self._detail(option).draw(painter, x, y + LINE, theme.ink2)
        return y + LINE + DETAIL

    def _words(self, option: Option) -> Paragraph:
        letters = STRONG if option.detail else BODY
        return Paragraph(option.words, self.look, letters, self._room(option), 1)

    def _detail(self, option: Option) -> Paragraph:
        return Paragraph(option.detail, self.look, SMALL, self._room(option), 1)

    def _room(self, option: Option) -> float:
        sign = 27 if option.party else 22 if option.icon else 0
        return max(self.width() - 3 * PADDING - IN_TEXT - sign, 1)


class PickedInput(Input):
    """Given when one is picked, or emptied with Delete; `stock` is asked anew each time the list opens."""

    def __init__(self, look: Look, field: Field, stock: Callable[[], Stock]) -> None:
        super().__init__(look)
        self._field, self._stock = field, stock
        self._keys: tuple[str, ...] = ()
        self._picker: Picker | None = None
        self.button = PickButton(look, field.label)
        self.button.explain(field.help)
        self.button.clicked.connect(self.toggle)
        self.setLayout(column(self.button))
        self.setFocusProxy(self.button)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_value(self, value: Value | None) -> None:
        chosen = self._stock().chosen(self._field, value)
        self._keys = tuple(option.key for option in chosen)
        self.button.show_chosen(chosen)

    def show_missing(self, *, missing: bool) -> None:
        self.button.missing = missing
        super().show_missing(missing=missing)

    def describe(self, description: str) -> None:
        said = ", ".join(option.words for option in self.button.chosen) or "Nothing"
        self.button.setAccessibleDescription(". ".join(filter(None, (said, description))))

    def toggle(self) -> None:
        """Opens the list, or closes it."""
        if self._picker is None:
            self.open()
        else:
            self._picker.close_up()

    def open(self) -> Picker:
        """The list of what can be chosen, over the window."""
        several = self._field.type in SEVERAL
        picker = Picker(
            self.look,
            self.button,
            f"Choose: {self._field.label}",
            self._stock().options(self._field),
            self._keys,
            several=several,
            own=self._field.type is FieldType.OPEN_CHOICE,
        )
        picker.picked.connect(self._toggle if several else self._pick)
        picker.closed.connect(self._forget)
        picker.open()
        self._picker = picker
        return picker

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the button leaves to it: emptying, and opening as lists open."""
        if event.key() in CLEARS and self._keys:
            self.given.emit(None)
        elif event.key() == Qt.Key.Key_Down:
            self.open()
        else:
            super().keyPressEvent(event)

    def _forget(self) -> None:
        self._picker = None

    def _pick(self, key: str) -> None:
        if (key,) != self._keys:
            self.given.emit(key or None)

    def _toggle(self, key: str) -> None:
        kept = [each for each in self._keys if each != key]
        keys = kept if key in self._keys else [*kept, key]
        self._keys = tuple(keys)
        self.given.emit(tuple(keys) or None)


class SegmentInput(Input):
    """A few choices side by side. `values` are what the options stand for, in their order."""

    def __init__(
        self, look: Look, name: str, options: Sequence[SegmentOption], values: Sequence[Value]
    ) -> None:
        super().__init__(look)
        self._values = dict(zip((each for each, _ in options), values, strict=True))
        self.segment = FewChoices(look, name, options)
        self.segment.chosen.connect(lambda key: self.given.emit(self._values.get(key)))
        self.setLayout(column(self.segment))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_value(self, value: Value | None) -> None:
        self.segment.show_chosen(
            next((key for key, each in self._values.items() if each == value), "")
        )

    def show_missing(self, *, missing: bool) -> None:
        self.segment.missing = missing
        super().show_missing(missing=missing)

    def describe(self, description: str) -> None:
        self.segment.describe(description)
