"""The sheet as it will come out, with its cuts, and what on it is too small to read."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QLabel

from canvasapp.controls.control import ENTER
from canvasapp.controls.focus_ring import BY_KEYBOARD
from canvasapp.controls.letters import BODY, STRONG
from canvasapp.controls.look import Look
from canvasapp.controls.painting import CONTROL_RADIUS, rounded
from canvasapp.controls.words import Paragraph
from canvasapp.domain.geometry import Point, Rect
from canvasapp.export.tiling import Tile, Tiling
from canvasapp.panels.paper.views import View
from canvasapp.picture.shapes import Colour
from canvasapp.picture.theme import LIGHT, Theme

MARGIN, LABELS = 28, 28
"""Around the sheet, and for the letters and numbers of its columns and rows, in px."""
SMALL, LEAST = 320, 34
"""On less than so many px the sheet has no more than LEAST around it, which is what its cuts need."""
CUT = (4.0, 3.0)
OVER = 10.0
"""How far a cut goes on beyond the sheet, in px."""
STEPS = {
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_PageDown: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
}
ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Preview(QLabel):
    """Shows an image of a view, an older one until the next is made. Arrows go from sheet to sheet, Enter opens one.

    A label, so that readers call it a graphic while it shows one, and read its sentence where there is none.

    `opened` has the name of a sheet, "" to see all of them again; `stepped` asks for the view after or before;
    `resized` tells that there is another room.
    """

    opened = Signal(str)
    stepped = Signal(int)
    resized = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._view: View | None = None
        self._said, self._at = "", (0, 0)
        self._ringed = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(160, 120)
        self.setAccessibleName("Preview")

    @property
    def room(self) -> QSize:
        """What there is for the sheet itself, in px."""
        is_small = min(self.width(), self.height()) < SMALL
        around = 2 * (LEAST if is_small else MARGIN + LABELS)
        return QSize(max(self.width() - around, 32), max(self.height() - around, 32))

    @property
    def view(self) -> View | None:
        return self._view

    def show_view(self, view: View, image: QImage) -> None:
        self._view, self._said = view, ""
        self.setPixmap(QPixmap.fromImage(image))
        if (tile := view.tile) is not None:
            self._at = tile.column, tile.row
        self._tell()
        self.update()

    def say(self, sentence: str) -> None:
        """In the place of a sheet that there is not."""
        self._view, self._said = None, sentence
        self.clear()
        self.setAccessibleDescription(sentence)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(480, 360)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._ringed = event.reason() in BY_KEYBOARD
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._ringed = False
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in ARROWS and self._step(*ARROWS[key]):
            self._ringed = True
            self.update()
        elif key in ENTER and self._cut is not None:
            self.opened.emit("" if self._is_one_sheet else self._name())
        elif key in STEPS:
            self.stepped.emit(STEPS[key])
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._is_one_sheet:
            self.opened.emit("")
        elif (tile := self._tile_at(event.position())) is not None:
            self._at = tile.column, tile.row
            self.opened.emit(tile.name)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(theme.desk))
            if self._view is None:
                self._paint_words(painter)
                return
            sheet = self._sheet(self._view)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(sheet.toRect(), self.pixmap())
            rounded(painter, sheet.adjusted(-1, -1, 1, 1), 0, None, theme.line2)
            self._paint_small(painter, self._view, sheet)
            if self._view.cut is not None:
                self._paint_cuts(painter, self._view.cut, sheet)
            if self._ringed and self._cut is None:
                inner = QRectF(self.rect()).adjusted(2, 2, -2, -2)
                rounded(painter, inner, CONTROL_RADIUS, None, theme.accent, width=2)

    @property
    def _cut(self) -> Tiling | None:
        """How the poster is cut of which all or one sheet is shown."""
        if self._view is None:
            return None
        poster = self._view.poster
        return poster.cut if self._is_one_sheet and poster is not None else self._view.cut

    @property
    def _is_one_sheet(self) -> bool:
        return self._view is not None and self._view.tile is not None

    def _sheet(self, view: View) -> QRectF:
        """Where the page lies, in px: in the middle, on whole pixels."""
        room, page = self.room, view.page
        scale = min(room.width() / page.width, room.height() / page.height)
        width, height = round(page.width * scale), round(page.height * scale)
        return QRectF((self.width() - width) // 2, (self.height() - height) // 2, width, height)

    def _paint_words(self, painter: QPainter) -> None:
        room = max(min(self.width() - 2 * MARGIN, 420), 1)
        words = Paragraph(self._said, self._look, BODY, room)
        x, y = (self.width() - words.width) / 2, (self.height() - words.height) / 2
        words.draw(painter, x, y, self._look.theme.ink2)

    def _paint_small(self, painter: QPainter, view: View, sheet: QRectF) -> None:
        for place, _ in view.lit:
            rect = _on_screen(place, view, sheet).adjusted(-1.5, -1.5, 1.5, 1.5)
            rounded(painter, rect, 2, None, on_paper(self._look.theme).gap, width=1.5)

    def _paint_cuts(self, painter: QPainter, cut: Tiling, sheet: QRectF) -> None:
        """Where a cut edge comes to lie: at the left and at the top of every sheet but the first ones."""
        theme, scale = self._look.theme, sheet.width() / cut.poster_width
        xs = [*(each.region.x for each in cut.tiles if each.row == 0), cut.poster_width]
        ys = [*(each.region.y for each in cut.tiles if each.column == 0), cut.poster_height]
        self._paint_left_out(painter, cut, sheet)
        lines = list(_cut_lines(sheet, xs, ys, scale))
        for colour, seen in ((theme.accent, QRectF(self.rect())), (on_paper(theme).accent, sheet)):
            painter.setClipRect(seen)
            painter.setPen(_dashed(colour))
            painter.drawLines(lines)
        painter.setClipping(False)
        self._paint_names(painter, cut, sheet, xs, ys)
        if self._ringed:
            region = next(e.region for e in cut.tiles if (e.column, e.row) == self._at)
            place = QRectF(region.x, region.y, region.w, region.h)
            rect = _scaled(place, scale).translated(sheet.topLeft())
            rounded(painter, rect, 2, None, on_paper(theme).accent, width=2)

    def _paint_left_out(self, painter: QPainter, cut: Tiling, sheet: QRectF) -> None:
        """Places that have no sheet lie in shade."""
        poster = self._view.poster if self._view is not None else None
        scale = sheet.width() / cut.poster_width
        shade = QColor(self._look.theme.desk)
        shade.setAlphaF(0.8)
        for tile in cut.tiles:
            if poster is not None and poster.sheet(tile.name) is None:
                place = QRectF(tile.region.x, tile.region.y, tile.region.w, tile.region.h)
                painter.fillRect(_scaled(place, scale).translated(sheet.topLeft()), shade)

    def _paint_names(
        self, painter: QPainter, cut: Tiling, sheet: QRectF, xs: list[float], ys: list[float]
    ) -> None:
        theme, scale = self._look.theme, sheet.width() / cut.poster_width
        for tile in cut.tiles[: cut.columns]:
            words = Paragraph(tile.name[:-1], self._look, STRONG)
            middle = sheet.x() + (xs[tile.column] + xs[tile.column + 1]) / 2 * scale
            y = sheet.y() - OVER - STRONG.line - 2
            words.draw(painter, middle - words.width / 2, y, theme.accent)
        for row in range(cut.rows):
            words = Paragraph(str(row + 1), self._look, STRONG)
            middle = sheet.y() + (ys[row] + ys[row + 1]) / 2 * scale
            x = sheet.x() - OVER - 6 - words.width
            words.draw(painter, x, middle - STRONG.line / 2, theme.accent)

    def _tile_at(self, at: QPointF) -> Tile | None:
        if self._view is None or self._view.cut is None:
            return None
        cut, sheet = self._view.cut, self._sheet(self._view)
        scale = sheet.width() / cut.poster_width
        place = Point((at.x() - sheet.x()) / scale, (at.y() - sheet.y()) / scale)
        return next((each for each in reversed(cut.tiles) if each.region.contains(place)), None)

    def _step(self, across: int, down: int) -> bool:
        """To the sheet beside; whether there are several."""
        cut = self._cut
        if cut is None:
            return False
        column = min(max(self._at[0] + across, 0), cut.columns - 1)
        row = min(max(self._at[1] + down, 0), cut.rows - 1)
        self._at = column, row
        if self._is_one_sheet:
            self.opened.emit(self._name())
        self._tell()
        return True

    def _name(self) -> str:
        cut = self._cut
        assert cut is not None  # asked before
        return next(each.name for each in cut.tiles if (each.column, each.row) == self._at)

    def _tell(self) -> None:
        """What a screen reader says of it."""
        cut = self._cut
        if cut is not None:
            self._at = min(self._at[0], cut.columns - 1), min(self._at[1], cut.rows - 1)
        said = f"{self._view.title}, {self._view.detail}" if self._view else ""
        at = f", sheet {self._name()}" if cut is not None and not self._is_one_sheet else ""
        self.setAccessibleDescription(said + at)


def on_paper(theme: Theme) -> Theme:
    """The colours of what is painted over a sheet, which is white whatever the window wears."""
    return theme if theme.plain_paper else LIGHT


def _cut_lines(sheet: QRectF, xs: list[float], ys: list[float], scale: float) -> Iterator[QLineF]:
    """From edge to edge and a little beyond."""
    for x in xs[1:-1]:
        at = round(sheet.x() + x * scale) + 0.5
        yield QLineF(at, sheet.y() - OVER, at, sheet.bottom() + OVER)
    for y in ys[1:-1]:
        at = round(sheet.y() + y * scale) + 0.5
        yield QLineF(sheet.x() - OVER, at, sheet.right() + OVER, at)


def _dashed(colour: Colour) -> QPen:
    pen = QPen(QColor(colour), 1)
    pen.setDashPattern(list(CUT))
    return pen


def _scaled(rect: QRectF, scale: float) -> QRectF:
    return QRectF(rect.x() * scale, rect.y() * scale, rect.width() * scale, rect.height() * scale)


def _on_screen(place: Rect, view: View, sheet: QRectF) -> QRectF:
    scale = sheet.width() / view.page.width
    rect = QRectF(place.x, place.y, place.w, place.h)
    return _scaled(rect, scale).translated(sheet.topLeft())
