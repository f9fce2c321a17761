"""The recent workshops as rows: press one to open it, its menu for the rest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from canvasapp.app.recents import Recent, day_of
from canvasapp.controls.buttons import IconButton
from canvasapp.controls.canvas_drawing import draw_canvas
from canvasapp.controls.control import Control
from canvasapp.controls.icons import IN_TEXT, draw_icon
from canvasapp.controls.letters import BODY, SECTION
from canvasapp.controls.look import Look
from canvasapp.controls.menus import Menu, place_under
from canvasapp.controls.painting import CARD_RADIUS, hairline, rounded
from canvasapp.controls.rows import step_through
from canvasapp.controls.words import Paragraph
from canvasapp.domain.template import Template

OUT = 12
"""How far the ground of a row reaches out of the column, in px."""

HEIGHT = 72
DRAWING = QRectF(OUT + 4, 16, 64, 40)
WORDS_X = OUT + 88
TITLE_Y, ABOUT_Y = 15, 37
STATE_SHARE = 0.605
MENU_RIGHT = OUT + 2
DATE_RIGHT = OUT + 48
NARROW = 760
"""Under this width, in px, a row leaves out where it is saved."""

GONE = "Not there any more"


class RecentRow(Control):
    """One workshop."""

    radius = CARD_RADIUS
    pointed_at = Signal()
    """Or no longer."""

    more_pressed = Signal()

    def __init__(
        self, look: Look, recent: Recent, template: Template | None, now: datetime
    ) -> None:
        super().__init__(look, f"Open {recent.title}, {recent.about}")
        self.recent, self._template = recent, template
        self._there = recent.is_there
        self._day = day_of(recent.changed, now)
        self.explain(recent.path)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.more = IconButton(look, "ellipsis", f"More for {recent.title}", parent=self)
        self.more.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the menu key opens the same menu
        self.more.explain("Show in folder, remove from list")
        self.more.hide()
        self.more.clicked.connect(self.more_pressed)

    def sizeHint(self) -> QSize:
        return QSize(480, HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        side = self.more.width()
        self.more.move(self.width() - MENU_RIGHT - side, (HEIGHT - side) // 2)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.more.show()
        self.pointed_at.emit()

    def leaveEvent(self, event: QEvent) -> None:
        self.more.hide()
        self.pointed_at.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            rounded(painter, QRectF(self.rect()), CARD_RADIUS, self.ground())
            if self._template:
                draw_canvas(painter, self._template, DRAWING, self.look)
            self._draw_words(painter)
            if self.width() >= NARROW:
                self._draw_state(painter)
            day = Paragraph(self._day, self.look, BODY)
            x = self.width() - DATE_RIGHT - day.width
            day.draw(painter, x, (HEIGHT - BODY.line) / 2, self.look.theme.ink2)

    def _draw_words(self, painter: QPainter) -> None:
        theme = self.look.theme
        wide = self.width() >= NARROW
        room = (
            (self.width() * STATE_SHARE if wide else self.width() - DATE_RIGHT - 96) - WORDS_X - 16
        )
        title = Paragraph(self.recent.title, self.look, SECTION, room, 1)
        title.draw(painter, WORDS_X, TITLE_Y, theme.ink)
        about = Paragraph(self.recent.about, self.look, BODY, room, 1)
        about.draw(painter, WORDS_X, ABOUT_Y, theme.ink2)

    def _draw_state(self, painter: QPainter) -> None:
        theme = self.look.theme
        x = round(self.width() * STATE_SHARE)
        sign = "check" if self.recent.whole else "minus"
        name, words = (sign, self.recent.state) if self._there else ("triangle-alert", GONE)
        draw_icon(painter, name, x, (HEIGHT - IN_TEXT) / 2, IN_TEXT, theme.ink2)
        x += IN_TEXT + 8
        room = self.width() - DATE_RIGHT - 112 - x
        state = Paragraph(words, self.look, BODY, room, 1)
        state.draw(painter, x, (HEIGHT - BODY.line) / 2, theme.ink2)


class RecentList(QWidget):
    """The rows, with hairlines between those that nothing points at. Arrows go from row to row."""

    opened = Signal(str)
    shown_in_folder = Signal(str)
    removed = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._rows: list[RecentRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_recents(
        self, recents: Iterable[Recent], templates: Mapping[str, Template], now: datetime
    ) -> None:
        for row in self._rows:
            row.setParent(None)
            row.deleteLater()
        self._rows = [
            RecentRow(self._look, each, templates.get(each.template), now) for each in recents
        ]
        for row in self._rows:
            self._column.addWidget(row)
            path = row.recent.path
            row.clicked.connect(lambda _=False, path=path: self.opened.emit(path))
            row.pointed_at.connect(self.update)
            row.menu_asked.connect(lambda at, path=path: self.menu_for(path).popup(at))
            row.more_pressed.connect(lambda row=row: self._drop_menu(row))

    def menu_for(self, path: str) -> Menu:
        menu = Menu(self._look, parent=self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Open", lambda: self.opened.emit(path))
        menu.addAction("Show in folder", lambda: self.shown_in_folder.emit(path))
        menu.addSeparator()
        menu.addAction("Remove from this list", lambda: self.removed.emit(path))
        return menu

    def _drop_menu(self, row: RecentRow) -> None:
        menu = self.menu_for(row.recent.path)
        menu.popup(place_under(row.more, menu))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not step_through(self._rows, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            for upper, lower in zip(self._rows, self._rows[1:], strict=False):
                if upper.underMouse() or lower.underMouse():
                    continue
                y = float(lower.y())
                left, right = QPointF(OUT, y), QPointF(self.width() - OUT, y)
                hairline(painter, left, right, self._look.theme.line)
