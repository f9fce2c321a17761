"""The page one arrives at: the workshops opened lately, and the canvases to begin one on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from canvasapp.app.canvas_cards import CanvasCards
from canvasapp.app.notice import Notice
from canvasapp.app.recent_list import OUT, RecentList
from canvasapp.app.recents import Recent
from canvasapp.controls.buttons import Button, IconButton, Weight
from canvasapp.controls.letters import BODY, PAGE_TITLE, SECTION, SMALL
from canvasapp.controls.look import Look, ink, ink2
from canvasapp.controls.menus import Menu
from canvasapp.controls.surface import Scroll, Surface
from canvasapp.controls.words import Words
from canvasapp.domain.template import Template

WIDTH = 1160
SIDE = 20
"""The least room beside the rows' ground, in px: with OUT it is the page's margin."""

TOP = 48
NOTHING_YET = "Nothing yet. Begin on a canvas below, or look around in the worked example."
EXAMPLE = "Home Care Together is a worked example. Change anything; you can always get it back."


class Home(Surface):
    """Tells what was chosen; opening and making workshops is the window's."""

    file_asked = Signal()
    opened = Signal(str)
    template_chosen = Signal(str)
    example_asked = Signal()
    shown_in_folder = Signal(str)
    removed = Signal(str)

    def __init__(self, look: Look, templates: Mapping[str, Template], more: Menu) -> None:
        super().__init__(look)
        self._templates = templates
        self.notice = Notice(look)
        self.recents = RecentList(look)
        self.cards = CanvasCards(look, templates.values())
        self._nothing = self._nothing_yet()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(Scroll(self._page(more)), 1)
        self.recents.opened.connect(self.opened)
        self.recents.shown_in_folder.connect(self.shown_in_folder)
        self.recents.removed.connect(self.removed)
        self.cards.chosen.connect(self.template_chosen)

    def show_recents(self, recents: tuple[Recent, ...], now: datetime) -> None:
        self.recents.show_recents(recents, self._templates, now)
        self.recents.setVisible(bool(recents))
        self._nothing.setVisible(not recents)

    def _page(self, more: Menu) -> QWidget:
        page, content = QWidget(), QWidget()
        content.setMaximumWidth(WIDTH + 2 * OUT)
        middle = QHBoxLayout(page)
        middle.setContentsMargins(SIDE, 0, SIDE, 0)
        middle.addStretch(0)
        middle.addWidget(content, 1)
        middle.addStretch(0)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, TOP, 0, 40)
        column.setSpacing(0)
        column.addLayout(self._title_row(more))
        column.addSpacing(28)
        column.addLayout(self._heading("Recent", "Kept on this computer"))
        column.addSpacing(12)
        column.addWidget(self.recents)
        column.addWidget(self._nothing)
        column.addSpacing(48)
        column.addLayout(
            self._heading("Start from a canvas", "Each block asks for our view and for the customer’s")
        )
        column.addSpacing(12)
        column.addLayout(_indented(self.cards))
        column.addSpacing(28)
        column.addLayout(self._foot())
        column.addStretch(1)
        return page

    def _title_row(self, more: Menu) -> QBoxLayout:
        settings = IconButton(self.look, "settings", "Appearance and keys")
        settings.clicked.connect(lambda: more.popup(settings.mapToGlobal(settings.rect().bottomLeft())))
        open_file = Button(self.look, "Open a file", icon="folder-open")
        open_file.clicked.connect(self.file_asked)
        new = Button(self.look, "New workshop", Weight.PRIMARY, icon="plus")
        menu = self._canvas_menu()
        new.clicked.connect(lambda: menu.popup(new.mapToGlobal(new.rect().bottomLeft())))
        return _indented(
            Words(self.look, "Workshops", PAGE_TITLE, ink), None, settings, open_file, new
        )

    def _heading(self, title: str, remark: str) -> QBoxLayout:
        return _indented(
            Words(self.look, title, SECTION, ink), None, Words(self.look, remark, BODY, ink2)
        )

    def _foot(self) -> QBoxLayout:
        example = Button(self.look, EXAMPLE, Weight.LINK, icon="book-open")
        example.clicked.connect(self.example_asked)
        return _indented(example, None, Words(self.look, "Works without a network", SMALL, ink2))

    def _nothing_yet(self) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(OUT, 8, OUT, 8)
        row.setSpacing(16)
        row.addWidget(Words(self.look, NOTHING_YET, BODY, ink2), 0, Qt.AlignmentFlag.AlignVCenter)
        button = Button(self.look, "Open the worked example", icon="book-open")
        button.clicked.connect(self.example_asked)
        row.addWidget(button)
        row.addStretch(1)
        return box

    def _canvas_menu(self) -> Menu:
        menu = Menu(self.look, "New workshop", self)
        for template in self._templates.values():
            menu.addAction(template.name, lambda id_=template.id: self.template_chosen.emit(id_))
        return menu


def _indented(*widgets: QWidget | None) -> QBoxLayout:
    """The widgets in a row as wide as the column; None stretches."""
    row = QHBoxLayout()
    row.setContentsMargins(OUT, 0, OUT, 0)
    row.setSpacing(8)
    for widget in widgets:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget)
    return row
