"""A session on the page of its workshop: the cockpit takes the board's place, a strip tells of it elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QObject

from canvasapp.app.cockpit.conduct import Conduct
from canvasapp.app.cockpit.room import Cockpit
from canvasapp.app.cockpit.strip import SessionStrip
from canvasapp.app.page_frame import PageFrame
from canvasapp.app.presenting import Presenting
from canvasapp.app.settings import Settings
from canvasapp.panels.surroundings import Surroundings
from canvasapp.templates.facilitation import load_facilitation

ID = "cockpit"


class SessionOnPage(QObject):
    """Wires the conduct of sessions to the parts of the frame; the cockpit is made when it is first shown."""

    def __init__(self, around: Surroundings, frame: PageFrame, presenting: Presenting) -> None:
        super().__init__(presenting)
        self._around, self._frame, self._presenting = around, frame, presenting
        self._settings: Settings | None = None
        self._was_on = False
        self.conduct = Conduct(around, presenting, load_facilitation())
        self.cockpit: Cockpit | None = None
        self.strip = SessionStrip(around.look, self.conduct)
        self.strip.cockpit.clicked.connect(self.show_cockpit)
        frame.show_below_top(self.strip)
        frame.rooms.offer(ID, self._make)
        frame.rooms.turned.connect(self.refresh)
        presenting.changed.connect(self._follow_presenting)
        self.conduct.changed.connect(self.refresh)
        self.strip.refresh()
        self.refresh()

    def show_cockpit(self) -> None:
        self._around.guide.show_panel(ID)

    def turn_to_cockpit(self) -> None:
        """Shows it, or the board again."""
        if self._frame.rooms.shown == ID:
            self._around.guide.leave_panel()
        else:
            self.show_cockpit()

    def follow(self, settings: Settings) -> None:
        """Does as is set now."""
        self._settings = settings
        if self.cockpit is not None:
            self.cockpit.follow(settings)

    def refresh(self) -> None:
        """The cockpit has its own head; while it is away the strip tells of a session that runs."""
        in_cockpit = self._frame.rooms.shown == ID
        self._frame.top.setVisible(not in_cockpit)
        self.strip.setVisible(self.conduct.session is not None and not in_cockpit)
        if in_cockpit and self.cockpit is not None:
            self._frame.status.show_count(self.cockpit.standing)

    def _follow_presenting(self) -> None:
        """It begins with the cockpit and ends with the board."""
        on, shown = self._presenting.is_on, self._frame.rooms.shown == ID
        self._frame.top.show_presenting(on=on)
        if on and not self._was_on and not shown:
            self.show_cockpit()
        elif self._was_on and not on and shown:
            self._around.guide.leave_panel()
        self._was_on = on

    def _make(self) -> Cockpit:
        made = self.cockpit = Cockpit(self._around.look, self.conduct)
        made.told.connect(self._frame.status.show_count)
        made.head.edit.clicked.connect(self._around.guide.leave_panel)
        made.head.end.clicked.connect(self._presenting.end)
        if self._settings is not None:
            made.follow(self._settings)
        return made
