"""The registers that a file will hold, each with how many rows it has."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from canvasapp.controls.layouts import column, holding, row
from canvasapp.controls.letters import BODY, COUNT
from canvasapp.controls.look import Look
from canvasapp.controls.painting import CARD_RADIUS, hairline, rounded
from canvasapp.controls.surface import Scroll, Surface
from canvasapp.controls.words import Paragraph
from canvasapp.picture.theme import Theme

LINE, PADDING, MARGIN = 36, 16, 28
WIDEST = 560


class RegisterRows(QWidget):
    """A card with a line for each register."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._rows: tuple[tuple[str, int], ...] = ()
        self.setMaximumWidth(WIDEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("What the file holds")

    def show_rows(self, rows: Sequence[tuple[str, int]]) -> None:
        """Titles with numbers of rows."""
        self._rows = tuple(rows)
        self.setFixedHeight(max(len(rows), 1) * LINE + PADDING)
        said = "; ".join(f"{title}, {_counted(count)}" for title, count in rows)
        self.setAccessibleDescription(said or "Nothing yet")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(WIDEST, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, rect = self._look.theme, QRectF(self.rect())
        with QPainter(self) as painter:
            rounded(painter, rect, CARD_RADIUS, theme.raised, theme.line)
            top: float = PADDING / 2
            if not self._rows:
                none = Paragraph("No register has an entry yet.", self._look, BODY)
                none.draw(painter, PADDING, top + (LINE - BODY.line) / 2, theme.ink2)
            for place, row in enumerate(self._rows):
                if place:
                    start = rect.topLeft()
                    start.setX(PADDING)
                    start.setY(top)
                    end = rect.topRight()
                    end.setX(rect.width() - PADDING)
                    end.setY(top)
                    hairline(painter, start, end, theme.line)
                self._paint_row(painter, row, top)
                top += LINE

    def _paint_row(self, painter: QPainter, row: tuple[str, int], top: float) -> None:
        title, count = row
        theme = self._look.theme
        figure = Paragraph(_counted(count), self._look, COUNT)
        y = top + (LINE - BODY.line) / 2
        figure.draw(painter, self.width() - PADDING - figure.width, y + 2, theme.ink2)
        room = max(self.width() - 3 * PADDING - figure.width, 1)
        Paragraph(title, self._look, BODY, room, 1).draw(painter, PADDING, y, theme.ink)


class RegisterList(Surface):
    """The card on the desk."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, tone=_desk)
        self.rows = RegisterRows(look)
        margins = (MARGIN, MARGIN, MARGIN, MARGIN)
        middle = row(None)
        middle.addWidget(self.rows, 20)  # as wide as it may be, and in the middle
        middle.addStretch(1)
        layout = column(Scroll(holding(column(middle, None, margins=margins))))
        self.setLayout(layout)


def _desk(theme: Theme) -> str:
    return theme.desk


def _counted(count: int) -> str:
    return "1 row" if count == 1 else f"{count} rows"
