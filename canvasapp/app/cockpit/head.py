"""The head of the cockpit: which board is presented, on which screen, and the ways out."""

from __future__ import annotations

from PySide6.QtCore import Qt

from canvasapp.app.presenting import Presenting
from canvasapp.app.settings import Settings
from canvasapp.app.wall.choices import fill_wall
from canvasapp.controls.buttons import Button, IconButton, Weight
from canvasapp.controls.layouts import holding, row
from canvasapp.controls.letters import LABEL, STRONG
from canvasapp.controls.look import Look
from canvasapp.controls.menus import Menu, opens_menu
from canvasapp.controls.surface import Surface
from canvasapp.controls.words import Words

HEIGHT = 48
WORDS_FROM, SIZE_FROM = 900, 1180
"""From so many px on the ways out have words, and the wall's size is told."""


class CockpitHead(Surface):
    """Shows what it is told; its buttons are its owner's."""

    def __init__(self, look: Look, presenting: Presenting) -> None:
        super().__init__(look, Qt.Edge.BottomEdge)
        self._presenting = presenting
        self.setFixedHeight(HEIGHT)
        self._workshop = Words(look, "", STRONG, most=1)
        self._board = Words(look, "", LABEL, most=1)
        self.agenda = IconButton(look, "panel-left", "Agenda or timer")
        self.agenda.setCheckable(True)
        self.on_wall = Button(look, "", Weight.QUIET, icon="monitor", after="chevron-down")
        self.on_wall.explain("Screen, look and size of the wall")
        self.menu = Menu(look, parent=self)
        opens_menu(self.on_wall, self.menu)
        self.edit = Button(look, "Edit the board", Weight.QUIET, icon="square-pen")
        self.edit.explain("The wall stays as it is", "Shift+F5")
        self.end = Button(look, "End presenting")
        self.end.explain("The wall goes; the session goes on until you end it", "F5")
        slash = Words(look, "/", LABEL, lambda theme: theme.field)
        slash.setFixedWidth(slash.sizeHint().width())
        layout = row(gap=8, margins=(12, 0, 12, 1))
        left = row(
            self.agenda, self._workshop, 10, slash, 10, self._board, None, margins=(4, 0, 0, 0)
        )
        layout.addWidget(holding(left), 1)
        layout.addWidget(self.on_wall)
        layout.addWidget(holding(row(None, self.edit, self.end, gap=8)), 1)
        self.setLayout(layout)

    def show_titles(self, workshop: str, board: str) -> None:
        self._workshop.say(workshop)
        self._board.say(board)

    def show_wall(self) -> None:
        """Where the wall is, and how large."""
        wall = self._presenting.wall
        if wall is None:
            self.on_wall.say("Nothing on the wall")
        elif self._presenting.waits:
            self.on_wall.say("F5 shows the wall" if wall.alone else "The wall’s screen is gone")
        else:
            ratio = wall.devicePixelRatioF()
            size = f"{round(wall.width() * ratio)} × {round(wall.height() * ratio)}"
            self.on_wall.say(
                f"On the wall · {size}" if self.width() >= SIZE_FROM else "On the wall"
            )

    def arrange(self, width: int, *, folded: bool) -> None:
        """For a cockpit so many px wide; `folded` where agenda and timer share their room."""
        self.agenda.setVisible(folded)
        for button in (self.edit, self.end):
            button.show_words(shown=width >= WORDS_FROM or button is self.end)
        self.show_wall()

    def follow(self, settings: Settings) -> None:
        self.menu.clear()
        fill_wall(self.menu, settings, lambda: self._presenting.follow(settings))
