"""All keys on one sheet over the board; Esc or a press elsewhere puts it away."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QBoxLayout, QWidget

from canvasapp.app.actions import Action, Group
from canvasapp.controls.layouts import column, holding, row
from canvasapp.controls.letters import BODY, KEYS, PANEL_TITLE, SMALL_LABEL
from canvasapp.controls.look import Look, ink, ink2
from canvasapp.controls.painting import FLOAT_DEPTH
from canvasapp.controls.popover import Popover
from canvasapp.controls.words import Words

GAP = 40
PADDING = 32


COLUMNS = ((Group.EDIT, Group.TOOLS), (Group.NOTES,), (Group.MOVING, Group.WINDOW))


class KeySheet(Popover):
    """The actions under their headings, in columns; written when it is opened."""

    def __init__(self, look: Look, over: QWidget, actions: Iterable[Action]) -> None:
        super().__init__(look, over, over)
        self._actions = [action for action in actions if action.keys]
        self._single_keys = True
        self._sheet = QWidget()
        self._frame = column(margins=(PADDING, PADDING, PADDING, PADDING + FLOAT_DEPTH))
        self.setLayout(self._frame)
        self.setAccessibleName("Keys")

    def show_single_keys(self, *, shown: bool) -> None:
        """Whether letters, digits and signs by themselves are among the keys."""
        self._single_keys = shown

    def open(self) -> None:
        self._frame.removeWidget(self._sheet)
        self._sheet.deleteLater()
        self._sheet = self._written()
        self._frame.addWidget(self._sheet)
        super().open()

    def place(self, page: QWidget) -> QPoint:
        """In the middle."""
        return QPoint((page.width() - self.width()) // 2, (page.height() - self.height()) // 2)

    def _written(self) -> QWidget:
        listed = [each for each in self._actions if self._single_keys or not each.by_single_keys]
        sheets = [
            column(*(self._group(group, listed) for group in groups), None, gap=24)
            for groups in COLUMNS
        ]
        title = Words(self.look, "Keys", PANEL_TITLE, ink)
        return holding(column(title, 20, row(*sheets, gap=GAP)))

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
