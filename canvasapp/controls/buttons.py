"""Buttons: with words for what matters, with an icon alone where room is short."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from canvasapp.controls.control import Control
from canvasapp.controls.icons import IN_BAR, IN_BUTTON, IN_TEXT, draw_icon
from canvasapp.controls.letters import BODY, LABEL, SMALL, Letters
from canvasapp.controls.look import Look
from canvasapp.controls.painting import CHOSEN_EDGE, CONTROL_RADIUS, faded, hairline, rounded
from canvasapp.controls.words import Paragraph
from canvasapp.picture.shapes import Colour
from canvasapp.picture.theme import Theme, mix

HEIGHT = 32
ICON_GAP = 8
TOOL = 36
NARROWEST = 64


class Weight(Enum):
    """How much a button asks to be pressed. One PRIMARY on a page; LINK is a line of text."""

    PRIMARY = auto()
    PLAIN = auto()
    QUIET = auto()
    DASHED = auto()
    LINK = auto()


@dataclass(frozen=True, slots=True)
class _Cut:
    """How a button is cut: its letters, the room beside them and the icon's size, in px."""

    letters: Letters
    padding: int
    icon_size: int


_USUAL = _Cut(LABEL, padding=12, icon_size=IN_BUTTON)
_CUTS = {
    Weight.DASHED: _Cut(BODY, padding=10, icon_size=IN_TEXT),
    Weight.LINK: _Cut(SMALL, padding=0, icon_size=IN_TEXT),
}


class Button(Control):
    """A button with words, an icon before them and, for a way onwards, one behind."""

    def __init__(
        self,
        look: Look,
        label: str,
        weight: Weight = Weight.PLAIN,
        *,
        icon: str = "",
        after: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, label, parent)
        self._weight, self._icon, self._after = weight, icon, after
        self._cut = _CUTS.get(weight, _USUAL)
        self._words, self._widest, self._is_short = label, 0, False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.say(label)

    def say(self, label: str) -> None:
        self.setText(label.replace("&", "&&"))
        self.setAccessibleName(label)
        self._words = "" if self._is_short else label
        self.updateGeometry()
        self.update()

    def show_icon(self, icon: str) -> None:
        """Another icon before its words."""
        self._icon = icon
        self.update()

    def show_words(self, *, shown: bool) -> None:
        """Its icon alone stands for it where there is no room for words."""
        self._is_short = not shown
        self.say(self.accessibleName())

    def give_way(self, widest: int) -> None:
        """From now on no wider than so many px, and narrower where room is short; its words are cut then."""
        self._widest = widest
        self.setMinimumWidth(NARROWEST)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def cut_words(self) -> str:
        return self._words if self._label().is_cut else ""

    def sizeHint(self) -> QSize:
        label = Paragraph(self._words, self.look, self._cut.letters)
        width = math.ceil(label.width) + self._beside_label()
        return QSize(min(width, self._widest or width), HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            cut = self._cut
            fill, stroke, colour = self._colours()
            dashed, theme = self._weight is Weight.DASHED, self.look.theme
            edge = CHOSEN_EDGE if self.isChecked() and theme.plain_paper else 1.0
            whole = QRectF(self.rect())
            rounded(painter, whole, CONTROL_RADIUS, fill, stroke, width=edge, dashed=dashed)
            label = self._label()
            spare = (self.width() - label.width - self._beside_label()) / 2
            padding = cut.padding if self._words else (HEIGHT - cut.icon_size) // 2
            x = padding + (0 if self._weight in _CUTS else spare)  # text begins where others do
            icon_y = (self.height() - cut.icon_size) / 2
            if self._icon:
                draw_icon(painter, self._icon, x, icon_y, cut.icon_size, colour)
                x += cut.icon_size + ICON_GAP
            y = (self.height() - cut.letters.line) / 2
            label.draw(painter, x, y, colour)
            if self._weight is Weight.LINK and self.isEnabled() and self.underMouse():
                under = QPointF(x, y + cut.letters.line)
                hairline(painter, under, under + QPointF(label.width, 0), colour)
            if self._after:
                x += label.width + ICON_GAP
                draw_icon(painter, self._after, x, icon_y, cut.icon_size, colour)

    def _label(self) -> Paragraph:
        """The words as there is room for them."""
        room = max(self.width() - self._beside_label(), 1)
        return Paragraph(self._words, self.look, self._cut.letters, room, 1)

    def _beside_label(self) -> int:
        """How much of the width is not for the words."""
        if not self._words:
            return HEIGHT
        icons = bool(self._icon) + bool(self._after)
        return icons * (self._cut.icon_size + ICON_GAP) + 2 * self._cut.padding

    def _colours(self) -> tuple[Colour | None, Colour | None, Colour]:
        """Fill, stroke, and the colour of words and icon."""
        theme = self.look.theme
        if not self.isEnabled():
            return None, theme.line if self._weight is Weight.PLAIN else None, theme.field
        match self._weight:
            case _ if self.isChecked():
                return theme.accent_soft, theme.accent, theme.accent
            case Weight.PRIMARY:
                return self._dark_ground(theme), None, theme.on_ink
            case Weight.PLAIN:
                return self.ground() or theme.raised, theme.line2, theme.ink
            case Weight.DASHED | Weight.QUIET as weight:
                dashed = weight is Weight.DASHED
                edge, ink = (theme.line2, theme.ink2) if dashed else (None, theme.ink)
                return self.ground(), edge, ink
            case Weight.LINK:
                return None, None, theme.ink if self.underMouse() else theme.ink2

    def _dark_ground(self, theme: Theme) -> Colour:
        share = 0.76 if self.isDown() else 0.88 if self.underMouse() else 1.0
        return mix(theme.ink, theme.panel, share)


class IconButton(Control):
    """An icon to press. Checked, it is the tool or state in use."""

    def __init__(
        self,
        look: Look,
        icon: str,
        name: str,
        *,
        keys: str = "",
        side: int = HEIGHT,
        icon_size: int = IN_BAR,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, name, parent)
        self._icon, self._icon_size = icon, icon_size
        self.setFixedSize(side, side)
        self.explain(name, keys)

    def show_icon(self, icon: str, name: str) -> None:
        """Another icon, for what it does now."""
        self._icon = icon
        self.setAccessibleName(name)
        self.explain(name, self.keys.toString())
        self.update()

    def nextCheckState(self) -> None:
        """Only its owner says whether it is in use."""

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            self.paint_ground(painter)
            colour = self._colour(self.look.theme)
            inset = (self.width() - self._icon_size) / 2
            draw_icon(painter, self._icon, inset, inset, self._icon_size, colour)

    def _colour(self, theme: Theme) -> Colour:
        if self.isChecked():
            return theme.accent
        return theme.ink2 if self.isEnabled() else faded(theme)
