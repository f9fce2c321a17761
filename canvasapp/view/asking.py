"""What floats over the board and asks: quick entry, how to paste a table, what a link or an image says."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from canvasapp.domain.records import LinkKind
from canvasapp.picture.theme import Theme
from canvasapp.view.image_describer import ImageDescriber
from canvasapp.view.link_chooser import LinkChooser
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
        self.chooser = LinkChooser(view, stage.linking, theme)
        self.describer = ImageDescriber(view, stage, theme, perform)
        self._viewpoint, self._linking, self._perform = viewpoint, stage.linking, perform
        self._connect(stage)

    def wear(self, theme: Theme) -> None:
        self.quick.wear(theme)
        self.tables.choice.wear(theme)
        self.chooser.wear(theme)
        self.describer.wear(theme)

    def follow(self) -> None:
        """What is selected or seen has changed: the chooser stays at the selected link."""
        self.chooser.follow(self._viewpoint.camera)

    def refresh(self) -> None:
        """The board has changed, or is another one."""
        self.quick.refresh()
        self.follow()

    def _connect(self, stage: Stage) -> None:
        self._viewpoint.changed.connect(self.follow)
        stage.description_wanted.connect(
            lambda note: self.describer.open(note, self._viewpoint.camera)
        )
        self.chooser.kinds.chosen.connect(self._say)
        self.chooser.remove.clicked.connect(lambda: self._perform(self._linking.remove))

    def _say(self, kind: str) -> None:
        self._perform(lambda: self._linking.say(LinkKind(kind)))
