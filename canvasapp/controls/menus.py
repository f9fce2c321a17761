"""Menus in the window's look: a rounded sheet with a hairline, a check before what is so, an arrow where more opens."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import (
    QAction,
    QIcon,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPixmap,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from canvasapp.controls.icons import IN_TEXT, draw_icon
from canvasapp.controls.letters import BODY
from canvasapp.controls.look import Look
from canvasapp.controls.painting import CHIP_HEIGHT, CHIP_WIDTH, FLOAT_RADIUS, chip
from canvasapp.controls.words import Paragraph

UNFRAMED = Qt.WindowType.FramelessWindowHint | Qt.WindowType.NoDropShadowWindowHint
MARKED = "marked"
"""The property that gives entries room for a check before their words: the style sheet asks for it."""

EDGE = 12
GAP = 4
WIDEST = 320
"""Names longer than so many px are cut."""


class Menu(QMenu):
    """A menu; `marked` when entries have a check.

    Its corners are cut by a mask: a translucent window would need a compositor.
    """

    def __init__(
        self, look: Look, title: str = "", parent: QWidget | None = None, *, marked: bool = False
    ) -> None:
        super().__init__(title, parent)
        self._look = look
        self.setProperty(MARKED, marked)
        self.setToolTipsVisible(True)  # they say why an entry can not be chosen
        self.setWindowFlags(self.windowFlags() | UNFRAMED)

    def add_name(self, name: str) -> QAction:
        """An entry for what somebody has named: cut where the name is long, and told whole in its tip."""
        shown = Paragraph(name, self._look, BODY, WIDEST, 1)
        entry = self.addAction(shown.text.replace("&", "&&"))  # one would underline the next letter
        entry.setToolTip(name if shown.is_cut else "")
        return entry

    def submenu(self, title: str, *, marked: bool = False) -> Menu:
        menu = Menu(self._look, title, self, marked=marked)
        self.addMenu(menu)
        return menu

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()), FLOAT_RADIUS, FLOAT_RADIUS)
        self.setMask(QRegion(outline.toFillPolygon().toPolygon()))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self) as painter:
            for action in self.actions():
                if action.isChecked():
                    self._draw(painter, action, "check", EDGE)
                if action.menu() is not None:
                    self._draw(painter, action, "chevron-right", self.width() - EDGE - IN_TEXT)

    def _draw(self, painter: QPainter, action: QAction, name: str, x: float) -> None:
        middle = QRectF(self.actionGeometry(action)).center().y()
        draw_icon(painter, name, x, middle - IN_TEXT / 2, IN_TEXT, self._look.theme.ink2)


def opens_menu(button: QAbstractButton, menu: QMenu) -> None:
    """The button drops the menu."""
    button.clicked.connect(lambda: menu.popup(place_under(button, menu)))


def place_under(button: QAbstractButton, menu: QMenu) -> QPoint:
    """Where on the screen: left edges in line, or right edges where the button is at the right of the window."""
    window = button.window()
    is_right = button.mapTo(window, button.rect().center()).x() > window.width() / 2
    x = button.width() - menu.sizeHint().width() if is_right else 0
    return button.mapToGlobal(QPoint(x, button.height() + GAP))


def chip_icon(look: Look, initials: str, slot: int | None, ratio: float) -> QIcon:
    """A party's chip for a menu entry, for a screen with `ratio` device pixels a logical one."""
    pixmap = QPixmap(round(CHIP_WIDTH * ratio), round(CHIP_HEIGHT * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        chip(painter, QRectF(0, 0, CHIP_WIDTH, CHIP_HEIGHT), initials, slot, look)
    return QIcon(pixmap)
