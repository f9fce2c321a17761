"""Notes without their letters, painted once and stamped many at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

import numpy as np
import numpy.typing as npt
import shiboken6
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

Looks = npt.NDArray[np.intp]
Pixels = npt.NDArray[np.float64]
Size = tuple[int, int]

PaintLook = Callable[[QPainter, int, Size], None]
"""Paints a look into a rectangle at (0, 0) of so many device pixels."""

_PAGE = 512
_PAGES = 16
_LOOKS = 256
FIELDS = 10
"""Of Qt's PixmapFragment: x, y, sourceLeft, sourceTop, width, height, scaleX, scaleY, rotation, opacity."""


class Sprites:
    """The looks of notes at one scale, on a few pages of pixels.

    `size_of` gives a look's size in device pixels, whatever it casts below itself included.
    """

    def __init__(self, size_of: Callable[[int], Size], paint: PaintLook) -> None:
        self._size_of = size_of
        self._paint = paint
        self._pages: list[QPixmap] = []
        self._cells = np.full((_LOOKS, 5), -1, dtype=np.float64)  # page, left, top, width, height
        self._next = (0, 0)
        self._row_height = 0

    def stamp(self, painter: QPainter, looks: Looks, left: Pixels, top: Pixels) -> None:
        """Draws each look with its top left corner there (whole device pixels), one over the other in this order."""
        if not len(looks):
            return
        self._make(np.flatnonzero(np.bincount(looks)))
        cells = self._cells[looks]
        fragments = np.zeros((len(looks), FIELDS))
        fragments[:, 0] = left + cells[:, 3] / 2
        fragments[:, 1] = top + cells[:, 4] / 2
        fragments[:, 2:6] = cells[:, 1:5]
        fragments[:, 6:8] = 1.0
        fragments[:, 9] = 1.0
        turns = np.flatnonzero(np.diff(cells[:, 0])) + 1
        for start, end in zip([0, *turns], [*turns, len(looks)], strict=True):
            draw_fragments(painter, fragments[start:end], self._pages[int(cells[start, 0])])

    def _make(self, looks: Looks) -> None:
        if looks[-1] >= len(self._cells):
            grown = int(looks[-1]) + 1 - len(self._cells) + _LOOKS
            self._cells = np.pad(self._cells, ((0, grown), (0, 0)), constant_values=-1)
        missing = looks[self._cells[looks, 0] < 0]
        if not len(missing):
            return
        if len(self._pages) > _PAGES:
            self._forget()
            missing = looks
        for look in missing:
            self._add(int(look))

    def _forget(self) -> None:
        self._pages.clear()
        self._cells[:] = -1
        self._next, self._row_height = (0, 0), 0

    def _add(self, look: int) -> None:
        size = self._size_of(look)
        page, left, top = self._room(*size)
        self._cells[look] = (page, left, top, *size)
        with QPainter(self._pages[page]) as painter:
            painter.setClipRect(QRectF(left, top, *size))
            painter.translate(left, top)
            self._paint(painter, look, size)

    def _room(self, width: int, height: int) -> tuple[int, int, int]:
        """A free place, filled row by row; one pixel stays free between sprites."""
        left, top = self._next
        if left + width > _PAGE:
            left, top = 0, top + self._row_height + 1
            self._row_height = 0
        if not self._pages or top + height > _PAGE:
            self._pages.append(_page(max(width, _PAGE), max(height, _PAGE)))
            left, top = 0, 0
            self._row_height = 0
        self._next = (left + width + 1, top)
        self._row_height = max(self._row_height, height)
        return len(self._pages) - 1, left, top


def _page(width: int, height: int) -> QPixmap:
    page = QPixmap(width, height)
    page.fill(Qt.GlobalColor.transparent)
    return page


def draw_fragments(painter: QPainter, fragments: Pixels, page: QPixmap) -> None:
    """Draws pieces of a page, one over the other: rows of numbers as in Qt's PixmapFragment.

    Columns: middle x and y, source left and top, width, height, two scales, rotation, opacity.
    """
    # The binding takes one fragment and a count: Qt reads the others behind it, which are the rows of our array.
    first = shiboken6.wrapInstance(fragments.ctypes.data, QPainter.PixmapFragment)
    painter.drawPixmapFragments(cast("QPainter.PixmapFragment", first), len(fragments), page)
