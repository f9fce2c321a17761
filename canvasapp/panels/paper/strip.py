"""What a file holds, side by side and small: one of them is looked at."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from canvasapp.controls.control import Control
from canvasapp.controls.layouts import empty
from canvasapp.controls.letters import BODY, SMALL, STRONG
from canvasapp.controls.look import Look
from canvasapp.controls.painting import FLOAT_RADIUS, hairline, rounded
from canvasapp.controls.surface import Surface
from canvasapp.controls.words import Paragraph
from canvasapp.export.tiling import Tiling
from canvasapp.panels.paper.preview import on_paper
from canvasapp.panels.paper.shot import THUMB_HEIGHT
from canvasapp.panels.paper.views import View
from canvasapp.picture.theme import mix

HEIGHT = 160
WIDTH = 126
TOP, GAP = 12, 8
CUT = 0.55
"""How strong the cuts are: there are many on little room."""
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Thumb(Control):
    """A view, small, with its name and what paper it is."""

    radius = FLOAT_RADIUS

    def __init__(self, look: Look, view: View, image: QImage) -> None:
        super().__init__(look, f"{view.title}, {view.detail}")
        self.key = view.key
        self._title, self._detail, self._image = view.title, view.detail, image
        self._cut = view.cut
        self.setCheckable(True)
        self.setFixedSize(WIDTH, HEIGHT - 2 * TOP)

    def nextCheckState(self) -> None:
        """Only the strip says which is looked at."""

    def cut_words(self) -> str:
        lines = self._paragraphs()
        return self.accessibleName() if any(each.is_cut for each in lines) else ""

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.look.theme
        with QPainter(self) as painter:
            self.paint_ground(painter)
            size = self._image.deviceIndependentSize()
            x = (self.width() - size.width()) / 2
            y = GAP + (THUMB_HEIGHT - size.height()) / 2
            painter.drawImage(QRectF(x, y, size.width(), size.height()), self._image)
            if self._cut is not None:
                self._paint_cuts(painter, self._cut, QRectF(QPointF(x, y), size))
            edge = QRectF(x - 1, y - 1, size.width() + 2, size.height() + 2)
            rounded(painter, edge, 0, None, theme.line2)
            top: float = GAP + THUMB_HEIGHT + GAP
            for words, tone in zip(self._paragraphs(), (theme.ink, theme.ink2), strict=True):
                words.draw(painter, (self.width() - words.width) / 2, top, tone)
                top += BODY.line

    def _paint_cuts(self, painter: QPainter, cut: Tiling, sheet: QRectF) -> None:
        theme, scale = on_paper(self.look.theme), sheet.width() / cut.poster_width
        colour = mix(theme.accent, theme.raised, CUT)
        for tile in cut.tiles:
            if tile.row == 0 and tile.column:
                start = QPointF(round(sheet.x() + tile.region.x * scale), sheet.y())
                hairline(painter, start, start + QPointF(0, sheet.height()), colour)
            if tile.column == 0 and tile.row:
                start = QPointF(sheet.x(), round(sheet.y() + tile.region.y * scale))
                hairline(painter, start, start + QPointF(sheet.width(), 0), colour)

    def _paragraphs(self) -> tuple[Paragraph, Paragraph]:
        room = self.width() - GAP
        title = Paragraph(self._title, self.look, STRONG if self.isChecked() else BODY, room, 1)
        return title, Paragraph(self._detail, self.look, SMALL, room, 1)


class Strip(Surface):
    """Tab enters at the one that is looked at; arrows go on from it. It scrolls where there are many."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look, Qt.Edge.TopEdge)
        self.thumbs: list[Thumb] = []
        self.setFixedHeight(HEIGHT)
        self.setAccessibleName("What the file holds")
        self._content = QWidget()
        self._row = QHBoxLayout(self._content)
        self._row.setContentsMargins(TOP, TOP, TOP, TOP)
        self._row.setSpacing(GAP)
        self._scroll = _Sideways(self)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.viewport().setAutoFillBackground(False)
        self._scroll.setWidget(self._content)
        self._content.setAutoFillBackground(False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 1, 0, 0)
        layout.addWidget(self._scroll)

    def show_views(self, views: Sequence[View], images: Sequence[QImage]) -> None:
        had = any(thumb.hasFocus() for thumb in self.thumbs)
        empty(self._row)
        self.thumbs = [Thumb(self.look, *each) for each in zip(views, images, strict=True)]
        self._row.addStretch(1)
        for thumb in self.thumbs:
            self._row.addWidget(thumb)
            thumb.clicked.connect(partial(self._choose, thumb.key))
        self._row.addStretch(1)
        if had and self.thumbs:
            self.thumbs[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def mark(self, key: str) -> None:
        """Shows which is looked at: a single sheet counts for all sheets of its poster."""
        number = key.partition("/")[0]
        wanted = key if any(each.key == key for each in self.thumbs) else f"{number}/sheets"
        for thumb in self.thumbs:
            thumb.setChecked(thumb.key == wanted)
            policy = Qt.FocusPolicy.TabFocus if thumb.isChecked() else Qt.FocusPolicy.NoFocus
            thumb.setFocusPolicy(policy)

    def step(self, by: int) -> None:
        """Looks at the one after or before; the ends are ends."""
        here = next((n for n, each in enumerate(self.thumbs) if each.isChecked()), None)
        if here is not None and 0 <= here + by < len(self.thumbs):
            self._choose(self.thumbs[here + by].key)
            self._scroll.ensureWidgetVisible(self.thumbs[here + by])

    def minimumSizeHint(self) -> QSize:
        return QSize(160, HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(Qt.Key(event.key()))
        here = next((n for n, each in enumerate(self.thumbs) if each.hasFocus()), None)
        if step is None or here is None:
            super().keyPressEvent(event)
            return
        thumb = self.thumbs[(here + step) % len(self.thumbs)]
        self._choose(thumb.key)
        thumb.setFocus(Qt.FocusReason.TabFocusReason)
        self._scroll.ensureWidgetVisible(thumb)

    def _choose(self, key: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  # as Qt tells
        self.mark(key)
        self.chosen.emit(key)


class _Sideways(QScrollArea):
    """Arrows are for those who go from thumb to thumb."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
