"""One field of an entry: its name, the input that fits its type, and one line that helps."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from canvasapp.controls.icons import IN_TEXT, draw_icon
from canvasapp.controls.layouts import column
from canvasapp.controls.letters import SMALL, SMALL_LABEL
from canvasapp.controls.look import Look, Tone, ink2
from canvasapp.controls.value_fields.inputs import ShownInput
from canvasapp.controls.value_fields.picked import PickedInput, SegmentInput
from canvasapp.controls.value_fields.stock import Stock, said
from canvasapp.controls.value_fields.written import WrittenInput
from canvasapp.controls.words import Words
from canvasapp.domain.register import Field, FieldType, Value

AnyInput = ShownInput | SegmentInput | PickedInput | WrittenInput
Keep = Callable[[Value | None, bool], str]
"""Keeps what was given; the sentence that says why it can not. The second says that it is still being typed: it takes
the place of what was kept last."""

MOST_STEPS = 10
"""Whole numbers within as many steps are chosen, not typed."""

MOST_SIDE_BY_SIDE = 4
WIDEST_SEGMENT = 338
"""In px: wider ones are a list."""

GAP, LINE_GAP = 4, 4
NARROW = (FieldType.NUMBER, FieldType.DATE, FieldType.PARTY, FieldType.ENTRY)
UNIT = "unit"
PICKED = (
    FieldType.CHOICE,
    FieldType.OPEN_CHOICE,
    FieldType.PARTY,
    FieldType.PARTIES,
    FieldType.ENTRY,
    FieldType.LINKS,
)


class Sign(Enum):
    """What the line under a field is about."""

    HELP = auto()
    MISSING = auto()
    UNFIT = auto()


SIGNS: dict[Sign, tuple[str, Tone]] = {
    Sign.HELP: ("info", ink2),
    Sign.MISSING: ("circle-dashed", lambda theme: theme.gap),
    Sign.UNFIT: ("triangle-alert", lambda theme: theme.warn),
}


class Line(QWidget):
    """A sign and a sentence: that something is missing, or why it does not fit."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._sign = look, Sign.HELP
        self.words = Words(look, "", SMALL, ink2)
        self.setLayout(column(self.words, margins=(IN_TEXT + 6, LINE_GAP, 0, 0)))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.hide()

    def say(self, sentence: str, sign: Sign) -> None:
        """Nothing hides it."""
        self._sign = sign
        self.words.say(sentence)
        self.setVisible(bool(sentence))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        name, tone = SIGNS[self._sign]
        with QPainter(self) as painter:
            draw_icon(painter, name, 0, LINE_GAP + 1, IN_TEXT, tone(self._look.theme))


class ValueField(QWidget):
    """Shows the value of `field`; what a person gives goes to `keep`, what can not be kept stays typed."""

    def __init__(self, look: Look, field: Field, stock: Callable[[], Stock], keep: Keep) -> None:
        super().__init__()
        self.field, self._keep = field, keep
        self._sentence, self._missing, self._meaning = "", False, ""
        self.input = input_for(look, field, stock)
        self.line = Line(look)
        label = Words(look, field.label, SMALL_LABEL, ink2, most=1)
        self.setLayout(column(label, GAP, self.input, self.line))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.input.given.connect(self._take)
        if isinstance(self.input, WrittenInput):
            self.input.writing.begun.connect(self._say)
            self.input.writing.left.connect(self._say)

    def show_value(self, value: Value | None, *, missing: bool) -> None:
        """What the entry holds now, and whether it ought to hold something."""
        self._missing, self._meaning = missing, self.field.name_of(value)
        self.input.show_value(value)
        self.input.show_missing(missing=missing)
        said_besides = ("Missing" if missing else "", self._meaning, self.field.help)
        self.input.describe(". ".join(each for each in said_besides if each))
        self._say()

    def _take(self, given: Value | None) -> None:
        self._sentence = self._keep(given, self.input.again)
        if not self._sentence:
            self.input.accept()
        self._say()

    def _say(self) -> None:
        """One line: why the value does not fit, else what helps where it is wanted, else what the value means."""
        if self._sentence:
            self.line.say(self._sentence, Sign.UNFIT)
        elif self._missing:
            self.line.say(self.field.help, Sign.MISSING)
        else:
            self.line.say(self.field.help if self.input.is_typed_in else self._meaning, Sign.HELP)


def input_for(look: Look, field: Field, stock: Callable[[], Stock]) -> AnyInput:
    """The input for the type of the field."""
    match field.type:
        case FieldType.COMPUTED:
            return ShownInput(look, field)
        case FieldType.BOOL:
            return SegmentInput(look, field.label, (("yes", "Yes"), ("no", "No")), (True, False))
        case FieldType.INT if (steps := steps_of(field)) is not None:
            words = [str(step) for step in steps]
            return SegmentInput(
                look, field.label, list(zip(words, words, strict=True)), list(steps)
            )
        case FieldType.CHOICE if 0 < len(field.choices) <= MOST_SIDE_BY_SIDE:
            options = [(each, said(each)) for each in field.choices]
            segment = SegmentInput(look, field.label, options, field.choices)
            if segment.segment.least <= WIDEST_SEGMENT:
                return segment
    if field.type in PICKED:
        return PickedInput(look, field, stock)
    return WrittenInput(look, field)


def steps_of(field: Field) -> range | None:
    """The numbers of a short scale; None when the field has none."""
    if field.least is None or field.most is None or field.most - field.least >= MOST_STEPS:
        return None
    return range(int(field.least), int(field.most) + 1)


def is_narrow(field: Field) -> bool:
    """Whether two such fields stand side by side."""
    return (
        field.id == UNIT
        or field.type in NARROW
        or (field.type is FieldType.INT and steps_of(field) is None)
    )
