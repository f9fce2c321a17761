"""The fields of a form in which one chooses how a file shall be: each shows and changes a part of one value."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QBoxLayout, QWidget

from canvasapp.controls.check_box import CheckBox
from canvasapp.controls.drop_down import DropDown
from canvasapp.controls.layouts import column, holding, row
from canvasapp.controls.letters import SMALL_LABEL
from canvasapp.controls.look import Look, ink2
from canvasapp.controls.segment import Option, Segment
from canvasapp.controls.words import Words

V = TypeVar("V")
Applies = Callable[[V], bool]
GAP, SECTION = 6, 16


class Form(Generic[V]):
    """Shows `value`; `changed` is called with another one when a person has chosen something.

    Every field is given how it reads its part of the value and how it changes it. A field that does not apply to the
    value of the moment is hidden.
    """

    def __init__(self, look: Look, value: V, changed: Callable[[V], None]) -> None:
        self.look, self.value = look, value
        self._changed = changed
        self._shows: list[Callable[[V], None]] = []

    def show(self, value: V) -> None:
        self.value = value
        for each in self._shows:
            each(value)

    def change(self, value: V) -> None:
        """As if a person had chosen so."""
        if value != self.value:
            self.show(value)
            self._changed(value)

    def segment(
        self,
        name: str,
        options: Sequence[Option],
        read: Callable[[V], str],
        change: Callable[[V, str], V],
    ) -> Segment:
        made = Segment(self.look, name, options, read(self.value))
        made.chosen.connect(lambda chosen: self.change(change(self.value, chosen)))
        self._shows.append(lambda value: made.show_chosen(read(value)))
        return made

    def drop_down(
        self,
        name: str,
        options: Sequence[Option],
        read: Callable[[V], str],
        change: Callable[[V, str], V],
    ) -> DropDown:
        made = DropDown(self.look, name, options, read(self.value))
        made.chosen.connect(lambda chosen: self.change(change(self.value, chosen)))
        self._shows.append(lambda value: made.offer(options, read(value)))
        return made

    def check(
        self, label: str, read: Callable[[V], bool], change: Callable[[V, bool], V]
    ) -> CheckBox:
        made = CheckBox(self.look, label, checked=read(self.value))
        made.clicked.connect(lambda is_so: self.change(change(self.value, is_so)))
        self._shows.append(lambda value: made.setChecked(read(value)))
        return made

    def shown_if(self, widget: QWidget, applies: Callable[[V], bool]) -> QWidget:
        """The widget, hidden where it does not apply."""
        if not applies(self.value):
            widget.hide()  # to show it here would make a window of it: it lies in nothing yet
        self._shows.append(lambda value: widget.setVisible(applies(value)))
        return widget

    def on_show(self, show: Callable[[V], None]) -> None:
        """Calls that too with every value."""
        self._shows.append(show)


def labelled(look: Look, label: str, *fields: QWidget) -> QWidget:
    """Fields side by side under what they are called."""
    beside: QBoxLayout = row(gap=8)
    for each in fields:
        beside.addWidget(each, 1)
    return holding(column(Words(look, label, SMALL_LABEL, ink2), GAP, beside))
