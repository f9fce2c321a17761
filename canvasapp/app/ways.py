"""How one finds and goes on a page: the bar to find in, the minimap, back and forward."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from canvasapp.app.commands import Deeds
from canvasapp.app.finding import Finding
from canvasapp.app.page_frame import PageFrame
from canvasapp.app.settings import Settings
from canvasapp.edits.journal import Journal


class Ways:
    """Wires the parts of the frame; what is to be remembered goes to the settings it was told to follow."""

    def __init__(
        self, frame: PageFrame, journal: Journal, show_board: Callable[[str], object]
    ) -> None:
        self._frame = frame
        self._settings: Settings | None = None
        self.finding = Finding(frame.find, frame.view, journal, show_board)
        frame.find.sought.connect(frame.area.arrange)

    @property
    def deeds(self) -> Deeds:
        view = self._frame.view
        return {
            "find": self.finding.open,
            "find-next": partial(self.finding.step, 1),
            "find-before": partial(self.finding.step, -1),
            "go-back": partial(view.do, "go-back"),
            "go-forward": partial(view.do, "go-forward"),
            "minimap": self.toggle_minimap,
        }

    def follow(self, settings: Settings) -> None:
        self._settings = settings
        self._frame.minimap.setVisible(settings.minimap)

    def refresh(self) -> None:
        """The board has changed, or is another one."""
        self.finding.refresh()
        self._frame.minimap.follow()

    def toggle_minimap(self) -> None:
        """Shows it or hides it, this time and from now on."""
        shown = self._frame.minimap.isHidden()
        self._frame.minimap.setVisible(shown)
        if self._settings is not None:
            self._settings.minimap = shown
