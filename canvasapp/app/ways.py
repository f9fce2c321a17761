"""How one finds and goes on a page, and shows it: the bar to find in, palette, minimap, back, forward, presenting."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from canvasapp.app.cockpit.on_page import SessionOnPage
from canvasapp.app.commands import Commands, Deeds
from canvasapp.app.desk import OpenWorkshop
from canvasapp.app.finding import Finding
from canvasapp.app.offers import (
    Offer,
    actions_of,
    entries_of,
    parties_of,
    places_of,
    workshops_of,
)
from canvasapp.app.page_frame import PageFrame
from canvasapp.app.palette import Palette
from canvasapp.app.presenting import Presenting
from canvasapp.app.room_acts import RoomActs
from canvasapp.app.settings import Settings
from canvasapp.panels.surroundings import Surroundings

MOST_USED = 12


class Ways(QObject):
    """Wires the parts of the frame; what is to be remembered goes to the settings it was told to follow."""

    workshop_asked = Signal(str)

    def __init__(
        self,
        page: QWidget,
        around: Surroundings,
        frame: PageFrame,
        opened: OpenWorkshop,
        show_board: Callable[[str], object],
    ) -> None:
        super().__init__(page)
        journal, look, self.around = opened.journal, around.look, around
        self._frame, self._opened, self._show_board = frame, opened, show_board
        self._settings: Settings | None = None
        self._commands: Commands | None = None
        self.palette = Palette(look, page, self._offers, lambda: self._used)
        self.palette.chosen.connect(self._remember)
        self.finding = Finding(frame.find, frame.view, journal, show_board)
        frame.find.sought.connect(frame.area.arrange)
        self.room_acts = RoomActs(around, page)
        self.presenting = Presenting(page, around, around.guide.tell)
        self.session = SessionOnPage(around, frame, self.presenting)
        frame.top.present.clicked.connect(self.presenting.toggle)

    @property
    def deeds(self) -> Deeds:
        view = self._frame.view
        return {
            "find": self.finding.open,
            "find-next": partial(self.finding.step, 1),
            "find-before": partial(self.finding.step, -1),
            "go-back": partial(view.do, "go-back"),
            "go-forward": partial(view.do, "go-forward"),
            "palette": self.palette.toggle,
            "minimap": self.toggle_minimap,
            "present": self.presenting.toggle,
            "cockpit": self.session.turn_to_cockpit,
            "wall-freeze": self.presenting.toggle_frozen,
            "wall-blank": self.presenting.toggle_blank,
            "concept-map": partial(self.around.guide.show_panel, "overview", "concepts"),
            "bring-over": partial(self.around.guide.show_panel, "overview", "bring"),
            **self._frame.lens.deeds,
            **self.room_acts.deeds,
        }

    def follow(self, settings: Settings) -> None:
        self._settings = settings
        self._frame.minimap.setVisible(settings.minimap)
        self._frame.lens.follow(settings)
        self.presenting.follow(settings)
        self.session.follow(settings)

    def offer(self, commands: Commands) -> None:
        """These can be chosen from the palette."""
        self._commands = commands

    def refresh(self) -> None:
        """The board has changed, or is another one."""
        self.finding.refresh()
        self._frame.minimap.follow()
        self.session.refresh()
        session = self._opened.journal.workshop.session
        self._frame.status.show_hiding(hides=session is not None and session.hides)

    def toggle_minimap(self) -> None:
        """Shows it or hides it, this time and from now on."""
        shown = self._frame.minimap.isHidden()
        self._frame.minimap.setVisible(shown)
        if self._settings is not None:
            self._settings.minimap = shown

    @property
    def _used(self) -> tuple[str, ...]:
        return self._settings.used if self._settings is not None else ()

    def _remember(self, offer_id: str) -> None:
        """Only what has the same name everywhere: ids of boards and paths may hold blanks, and go."""
        if self._settings is not None and "/" not in offer_id:
            others = (each for each in self._used if each != offer_id)
            self._settings.used = (offer_id, *others)[:MOST_USED]

    @property
    def _blocked(self) -> dict[str, str]:
        journal = self._opened.journal
        undo = {} if journal.undo_label else {"undo": "Nothing to undo"}
        redo = {} if journal.redo_label else {"redo": "Nothing to redo"}
        return {**undo, **redo, **self.room_acts.blocked}

    def _offers(self) -> list[Offer]:
        view, workshop = self._frame.view, self._opened.journal.workshop
        recents = self._settings.recents if self._settings is not None else ()
        assert self._commands is not None  # the page gives them before anything can be pressed
        return [
            *actions_of(self._commands, view, self._blocked),
            *entries_of(self.around),
            *places_of(workshop, view, self._show_board),
            *parties_of(workshop, view),
            *workshops_of(recents, self._opened.path, self.workshop_asked.emit),
        ]
