"""What lies over the board while it asks for more: the bar of quick entry, and how to paste a table."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from canvasapp.picture.theme import Theme
from canvasapp.view.navigation import Navigation
from canvasapp.view.quick_bar import QuickBar
from canvasapp.view.stage import Stage
from canvasapp.view.table_pasting import TablePasting
from canvasapp.view.viewpoint import Viewpoint


class Asking:
    """Over `view`. `perform` does something, or tells why not and is False."""

    def __init__(
        self,
        view: QWidget,
        stage: Stage,
        navigation: Navigation,
        viewpoint: Viewpoint,
        theme: Theme,
        perform: Callable[[Callable[[], object]], bool],
    ) -> None:
        self.quick = QuickBar(view, stage, navigation, theme, perform)
        self.tables = TablePasting(view, stage, viewpoint, theme, perform)
        self.offer = self.tables.offer

    def wear(self, theme: Theme) -> None:
        self.quick.wear(theme)
        self.tables.choice.wear(theme)
