"""How one picture on the wall becomes the next: the old one fades, growing past the block one goes into."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPixmap

SECONDS = 0.6


@dataclass(frozen=True, slots=True)
class Crossing:
    """From `old`, in device pixels, since `began` (seconds of a monotonic clock).

    `into` is the part of the old picture that the new one shows large, `out_of` the part of the new one that was
    shown large; None for both fades alone.
    """

    old: QPixmap
    began: float
    into: QRectF | None = None
    out_of: QRectF | None = None

    def over(self, now: float) -> bool:
        return now >= self.began + SECONDS

    def paint(self, painter: QPainter, now: float) -> None:
        """Paints what is left of the old picture over the new one: fast first, then slower (cubic)."""
        left = (1 - min(max(now - self.began, 0.0) / SECONDS, 1.0)) ** 3
        painter.setOpacity(left)
        place = self.place(1 - left)
        if place == QRectF(self.old.rect()):
            painter.drawPixmap(0, 0, self.old)
        else:
            painter.drawPixmap(place, self.old, QRectF(self.old.rect()))
        painter.setOpacity(1.0)

    def place(self, done: float) -> QRectF:
        """Where the old picture lies when this share of the move is done."""
        whole = QRectF(self.old.rect())
        if self.out_of is not None:
            return _between(whole, _in_shape(self.out_of, whole), done)
        if self.into is None:
            return whole
        seen = _between(whole, _in_shape(self.into, whole), done)
        grown = whole.width() / seen.width()
        return QRectF(
            -seen.x() * grown, -seen.y() * grown, whole.width() * grown, whole.height() * grown
        )


def _between(start: QRectF, end: QRectF, share: float) -> QRectF:
    return QRectF(
        start.x() + (end.x() - start.x()) * share,
        start.y() + (end.y() - start.y()) * share,
        start.width() + (end.width() - start.width()) * share,
        start.height() + (end.height() - start.height()) * share,
    )


def _in_shape(part: QRectF, whole: QRectF) -> QRectF:
    """The smallest rectangle of the whole's proportions around the part, with the same middle."""
    grown = max(part.width() / whole.width(), part.height() / whole.height())
    shaped = QRectF(0.0, 0.0, whole.width() * grown, whole.height() * grown)
    shaped.moveCenter(part.center())
    return shaped
