"""All keys on one sheet over the board; Esc or a press elsewhere puts it away."""

from __future__ import annotations

from collections.abc import Iterable

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


Columns = tuple[tuple[Group, ...], ...]
LISTS = (Group.OUTLINE, Group.REGISTERS, Group.PANELS, Group.CANVAS)
COLUMNS: tuple[Columns, ...] = (
    (
        (Group.EDIT, Group.TOOLS),
        (Group.NOTES,),
        (Group.MOVING, Group.VIEWS),
        (Group.WINDOW,),
        LISTS,
    ),
    ((Group.EDIT, Group.TOOLS, Group.VIEWS), (Group.NOTES,), (Group.MOVING, Group.WINDOW), LISTS),
    ((Group.EDIT, Group.TOOLS, Group.WINDOW, *LISTS), (Group.NOTES, Group.MOVING, Group.VIEWS)),
    ((*Group,),),
)
"""The first that the page is wide enough for is taken."""


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
        sheets = (self._written(columns) for columns in COLUMNS)
        room = self._page.width() - 2 * MARGIN
        fitting = (sheet for sheet in sheets if sheet.sizeHint().width() <= room)
        self.hold(next(fitting, None) or self._written(COLUMNS[-1]))
        super().open()

    def _written(self, columns: Columns) -> QWidget:
        listed = [each for each in self._actions if self._single_keys or not each.by_single_keys]
        sheets = [
            column(*(self._group(group, listed) for group in groups), None, gap=24)
            for groups in columns
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
