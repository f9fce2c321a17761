"""All keys on one sheet over the board; Esc or a press elsewhere puts it away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QBoxLayout, QWidget

from canvasapp.app.actions import Action, Group
from canvasapp.controls.layouts import column, holding, row
from canvasapp.controls.letters import BODY, KEYS, PANEL_TITLE, SMALL_LABEL
from canvasapp.controls.look import Look, ink, ink2
from canvasapp.controls.popover import MARGIN, Popover
from canvasapp.controls.words import Words

GAP = 40
PADDING = 32
HEADING = 2
"""So many rows a heading takes, with what is above it."""
MOST_COLUMNS = 5


class KeySheet(Popover):
    """The actions under their headings, in columns; written when it is opened."""

    def __init__(self, look: Look, over: QWidget, actions: Iterable[Action]) -> None:
        super().__init__(look, None, over)
        self._actions = [action for action in actions if action.keys or action.said]
        self._single_keys, self._page = True, over
        self.setAccessibleName("Keys")

    def show_single_keys(self, *, shown: bool) -> None:
        """Whether letters, digits and signs by themselves are among the keys."""
        self._single_keys = shown

    def open(self) -> None:
        room = self._page.width() - 2 * MARGIN
        sheets = (self._written(most) for most in range(MOST_COLUMNS, 0, -1))
        fitting = (sheet for sheet in sheets if sheet.sizeHint().width() <= room)
        self.hold(next(fitting, None) or self._written(1))
        super().open()

    def _written(self, most: int) -> QWidget:
        listed = [each for each in self._actions if self._single_keys or not each.by_single_keys]
        sheets = [
            column(*(self._group(group, listed) for group in groups), None, gap=24)
            for groups in columns_of(Counter(each.group for each in listed), most)
        ]
        title = Words(self.look, "Keys", PANEL_TITLE, ink)
        margins = (PADDING, PADDING, PADDING, PADDING)
        return holding(column(title, 20, row(*sheets, gap=GAP), margins=margins))

    def _group(self, group: Group, actions: list[Action]) -> QBoxLayout:
        rows = [self._row(action) for action in actions if action.group is group]
        return column(Words(self.look, group.value, SMALL_LABEL, ink2), 4, *rows)

    def _row(self, action: Action) -> QBoxLayout:
        label = Words(self.look, action.label, BODY, ink, most=1)
        keys = Words(self.look, action.said or shown(action.keys[0]), KEYS, ink2, most=1)
        line = row(label, None, keys, gap=12)
        line.addStrut(24)
        return line


def shown(keys: str) -> str:
    """The keys as this system writes them."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def columns_of(rows: Mapping[Group, int], most: int) -> list[list[Group]]:
    """The headings that have rows, in their order, in the lowest columns that so many of them can be."""
    heights = {group: rows[group] + HEADING for group in Group if rows[group]}
    tallest = max(heights.values(), default=0)
    while len(columns := _filled(heights, tallest)) > most:
        tallest += 1
    return columns


def _filled(heights: Mapping[Group, int], tallest: int) -> list[list[Group]]:
    """Columns none of which is higher than that."""
    columns: list[list[Group]] = []
    left = 0
    for group, height in heights.items():
        if height > left:
            columns.append([])
            left = tallest
        columns[-1].append(group)
        left -= height
    return columns
