"""The page one arrives at: the workshops opened lately, and the canvases to begin one on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from canvasapp.app.canvas_cards import CanvasCards
from canvasapp.app.notice import Notice
from canvasapp.app.recent_list import OUT, RecentList
from canvasapp.app.recents import Recent
from canvasapp.controls.buttons import Button, IconButton, Weight
from canvasapp.controls.layouts import Item, column, holding, row
from canvasapp.controls.letters import BODY, PAGE_TITLE, SECTION, SMALL
from canvasapp.controls.look import Look, ink, ink2
from canvasapp.controls.menus import Menu, opens_menu
from canvasapp.controls.surface import Scroll, Surface
from canvasapp.controls.words import Words
from canvasapp.domain.template import Template

WIDTH = 1160
SIDE = 20
"""The least room beside the rows' ground, in px: with OUT it is the page's margin."""

TOP = 48
NOTHING_YET = "Nothing yet. Begin on a canvas below, or look around in the worked example."
ASKED_TWICE = "Each block asks for our view and for the customer’s"
EXAMPLE = "Home Care Together is a worked example. Change anything; you can always get it back."


class Home(Surface):
    """Tells what was chosen; opening and making workshops is the window's."""

    file_asked = Signal()
    opened = Signal(str)
    template_chosen = Signal(str)
    example_asked = Signal()
    shown_in_folder = Signal(str)
    removed = Signal(str)

    def __init__(self, look: Look, templates: Mapping[str, Template], settings: Menu) -> None:
        super().__init__(look)
        self._templates, self._settings = templates, settings
        self.notice = Notice(look)
        self.recents = RecentList(look)
        self.cards = CanvasCards(look, templates.values())
        self.canvas_menu = self._canvases()
        self._nothing = self._nothing_yet()
        layout = column(self.notice)
        layout.addWidget(Scroll(self._page()), 1)
        self.setLayout(layout)
        self.recents.opened.connect(self.opened)
        self.recents.shown_in_folder.connect(self.shown_in_folder)
        self.recents.removed.connect(self.removed)
        self.cards.chosen.connect(self.template_chosen)

    def show_recents(self, recents: tuple[Recent, ...], now: datetime) -> None:
        self.recents.show_recents(recents, self._templates, now)
        self.recents.setVisible(bool(recents))
        self._nothing.setVisible(not recents)

    def _page(self) -> QWidget:
        """All of it in a column in the middle."""
        content = holding(
            column(
                self._title_row(),
                32,
                self._heading("Recent", "Kept on this computer"),
                12,
                self.recents,
                self._nothing,
                40,
                self._heading("Start from a canvas", ASKED_TWICE),
                12,
                _indented(self.cards),
                28,
                self._foot(),
                None,
                margins=(0, TOP, 0, 40),
            )
        )
        content.setMaximumWidth(WIDTH + 2 * OUT)
        middle = row(None, margins=(SIDE, 0, SIDE, 0))
        middle.addWidget(content, 1)
        middle.addStretch(0)
        middle.setStretch(0, 0)
        return holding(middle)

    def _title_row(self) -> QBoxLayout:
        settings = IconButton(self.look, "settings", "Settings")
        opens_menu(settings, self._settings)
        open_file = Button(self.look, "Open a file", icon="folder-open")
        open_file.clicked.connect(self.file_asked)
        new = Button(self.look, "New workshop", Weight.PRIMARY, icon="plus")
        opens_menu(new, self.canvas_menu)
        title = Words(self.look, "Workshops", PAGE_TITLE, ink)
        return _indented(title, None, settings, open_file, new)

    def _heading(self, title: str, remark: str) -> QBoxLayout:
        name = Words(self.look, title, SECTION, ink)
        return _indented(name, None, Words(self.look, remark, BODY, ink2))

    def _foot(self) -> QBoxLayout:
        example = Button(self.look, EXAMPLE, Weight.LINK, icon="book-open")
        example.clicked.connect(self.example_asked)
        return _indented(example, None, Words(self.look, "Works without a network", SMALL, ink2))

    def _nothing_yet(self) -> QWidget:
        button = Button(self.look, "Open the worked example", icon="book-open")
        button.clicked.connect(self.example_asked)
        sentence = Words(self.look, NOTHING_YET, BODY, ink2)
        return holding(row(sentence, button, None, gap=16, margins=(OUT, 8, OUT, 8)))

    def _canvases(self) -> Menu:
        menu = Menu(self.look, "New workshop", self)
        for template in self._templates.values():
            menu.addAction(template.name, partial(self.template_chosen.emit, template.id))
        return menu


def _indented(*items: Item) -> QBoxLayout:
    """In a row as wide as the column, the ground of the rows left out."""
    return row(*items, gap=8, margins=(OUT, 0, OUT, 0))
