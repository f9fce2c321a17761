"""What lies over the finished tiles: notes in the hand, selection, handles, marquee, the current block's ring."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter

from canvasapp.domain.geometry import Rect
from canvasapp.picture.block_picture import BLOCK_RADIUS
from canvasapp.view.camera import Camera
from canvasapp.view.editing import Editing
from canvasapp.view.handles import CORNERS, RIM, SIZE
from canvasapp.view.lift import MARGIN, Lift
from canvasapp.view.note_frames import FRAME, paint_frames, pixels, use_line
from canvasapp.view.scene import Scene

MARQUEE_OPACITY = 0.10


class Layer(Protocol):
    """Something else that is drawn over the tiles."""

    def paint(self, painter: QPainter, camera: Camera) -> None:
        """Paints in device pixels of the view."""


class Overlay:
    """Drawn anew with each frame, in device pixels. `hand` is what is moved, `resting` what has just been put down."""

    def __init__(self, scene: Scene, editing: Editing) -> None:
        self._scene = scene
        self._editing = editing
        self.block: str | None = None
        self.selected: Sequence[str] = ()
        self.marquee: Rect | None = None
        self.hand: Lift | None = None
        self.resting: Lift | None = None
        self.under_hand: list[Layer] = []
        self.over_all: list[Layer] = []

    def paint(self, painter: QPainter, camera: Camera, region: QRect) -> None:
        self._paint_ring(painter, camera)
        for layer in self.under_hand:
            layer.paint(painter, camera)
        for lift in (self.resting, self.hand):
            if lift is not None:
                lift.paint(painter, camera, region)
        self._paint_frames(painter, camera)
        self._paint_marquee(painter, camera)
        for layer in self.over_all:
            layer.paint(painter, camera)

    def _paint_ring(self, painter: QPainter, camera: Camera) -> None:
        template = self._scene.board.template
        block = next((each for each in template.blocks if each.id == self.block), None)
        if block is None:
            return
        rect = pixels(block.rect.inset(template.sheet.gutter / 2), camera)
        radius = BLOCK_RADIUS * camera.scale
        use_line(painter, self._accent, FRAME * camera.ratio)
        painter.drawRoundedRect(rect, radius, radius)

    def _paint_frames(self, painter: QPainter, camera: Camera) -> None:
        editor = self._editing.editor
        rects = [pixels(editor.note.rect, camera)] if editor else self._selected_rects(camera)
        if not rects:
            return
        paint_frames(painter, rects, self._scene.options.theme, camera)
        if len(rects) == 1 and editor is None and self._has_handles():
            self._paint_handles(painter, rects[0], camera.ratio)

    def _has_handles(self) -> bool:
        notes = self._scene.board.notes
        return len(self.selected) == 1 and not notes[self.selected[0]].locked

    def _selected_rects(self, camera: Camera) -> list[QRectF]:
        """The selected notes in view; those in the hand have their frames there."""
        seen = camera.seen.inset(-camera.mm(MARGIN))
        notes, hand = self._scene.board.notes, self.hand
        return [
            pixels(notes[each].rect, camera)
            for each in self.selected
            if each in notes
            and notes[each].rect.meets(seen)
            and (hand is None or hand.note(each) is None)
        ]

    def _paint_handles(self, painter: QPainter, rect: QRectF, ratio: float) -> None:
        use_line(painter, self._accent, 1.5 * ratio)
        painter.setBrush(QColor(self._scene.options.theme.raised))
        side, out = (SIZE - 1) * ratio, RIM * ratio
        for corner in CORNERS:
            x = rect.center().x() + corner.across * (rect.width() / 2 + out)
            y = rect.center().y() + corner.down * (rect.height() / 2 + out)
            square = QRectF(x - side / 2, y - side / 2, side, side)
            painter.drawRoundedRect(square, 1.5 * ratio, 1.5 * ratio)

    def _paint_marquee(self, painter: QPainter, camera: Camera) -> None:
        if self.marquee is None:
            return
        rect = pixels(self.marquee, camera)
        soft = QColor(self._accent)
        soft.setAlphaF(MARQUEE_OPACITY)
        painter.fillRect(rect, soft)
        use_line(painter, self._accent, camera.ratio, smooth=False)
        painter.drawRect(rect)

    @property
    def _accent(self) -> QColor:
        return QColor(self._scene.options.theme.accent)
