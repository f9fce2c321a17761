"""What lies over the finished tiles: notes in the hand, selection, handles, marquee, the current block's ring."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from canvasapp.domain.geometry import Rect
from canvasapp.picture.block_picture import BLOCK_RADIUS
from canvasapp.picture.note_picture import RADIUS
from canvasapp.view.camera import Camera
from canvasapp.view.editing import Editing
from canvasapp.view.handles import CORNERS, RIM, SIZE
from canvasapp.view.lift import Lift
from canvasapp.view.scene import Scene

REACH = 16
"""How far beyond its note anything here is drawn, in logical pixels."""
FRAME = 2.0
GAP = 1.5
MARQUEE_OPACITY = 0.10
WHOLE_FRAMES = 200
"""More frames than these are drawn as plain rectangles."""


class Overlay:
    """Drawn anew with each frame, in device pixels. `hand` is what is moved, `resting` what has just been put down."""

    def __init__(self, scene: Scene, editing: Editing) -> None:
        self._scene = scene
        self._editing = editing
        self.block: str | None = None
        self.selected: Iterable[str] = ()
        self.marquee: Rect | None = None
        self.hand: Lift | None = None
        self.resting: Lift | None = None

    def paint(self, painter: QPainter, camera: Camera, region: QRect) -> None:
        self._paint_ring(painter, camera)
        for lift in (self.resting, self.hand):
            if lift is not None:
                lift.paint(painter, camera, region)
        self._paint_frames(painter, camera)
        self._paint_marquee(painter, camera)

    def _paint_ring(self, painter: QPainter, camera: Camera) -> None:
        template = self._scene.board.template
        block = next((each for each in template.blocks if each.id == self.block), None)
        if block is None:
            return
        rect = pixels(block.rect.inset(template.sheet.gutter / 2), camera)
        radius = BLOCK_RADIUS * camera.scale
        _prepare(painter, self._accent, FRAME * camera.ratio)
        painter.drawRoundedRect(rect, radius, radius)

    def _paint_frames(self, painter: QPainter, camera: Camera) -> None:
        editor = self._editing.editor
        rects = [pixels(editor.note.rect, camera)] if editor else self._selected_rects(camera)
        if not rects:
            return
        ratio = camera.ratio
        radius = RADIUS * camera.scale if len(rects) <= WHOLE_FRAMES else 0.0
        theme = self._scene.options.theme
        for colour, width, out in (
            (QColor(theme.raised), GAP * ratio, GAP / 2 * ratio),
            (self._accent, FRAME * ratio, (GAP + FRAME / 2) * ratio),
        ):
            _prepare(painter, colour, width, smooth=radius > 0)
            frames = [rect.adjusted(-out, -out, out, out) for rect in rects]
            if radius:
                for frame in frames:
                    painter.drawRoundedRect(frame, radius + out, radius + out)
            else:
                painter.drawRects(frames)
        if len(rects) == 1 and editor is None:
            self._paint_handles(painter, rects[0], ratio)

    def _selected_rects(self, camera: Camera) -> list[QRectF]:
        """The selected notes in view, where they are drawn now."""
        seen = camera.seen.inset(-camera.mm(REACH))
        rects = (self._rect(note_id) for note_id in self.selected)
        return [pixels(rect, camera) for rect in rects if rect and rect.meets(seen)]

    def _rect(self, note_id: str) -> Rect | None:
        held = self.hand.note(note_id) if self.hand else None
        if held is not None and self.hand is not None:
            return held.rect.moved(self.hand.shift.x, self.hand.shift.y)
        note = self._scene.board.notes.get(note_id)
        return note.rect if note else None

    def _paint_handles(self, painter: QPainter, rect: QRectF, ratio: float) -> None:
        _prepare(painter, self._accent, 1.5 * ratio)
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
        _prepare(painter, self._accent, camera.ratio, smooth=False)
        painter.drawRect(rect)

    @property
    def _accent(self) -> QColor:
        return QColor(self._scene.options.theme.accent)


def pixels(rect: Rect, camera: Camera) -> QRectF:
    """Where in the view, in whole device pixels, the tiles show what lies at `rect` (mm)."""
    left, top = camera.origin
    scale = camera.scale
    return QRectF(
        left + round(rect.x * scale),
        top + round(rect.y * scale),
        round(rect.w * scale),
        round(rect.h * scale),
    )


def _prepare(painter: QPainter, colour: QColor, width: float, *, smooth: bool = True) -> None:
    pen = QPen(colour, width)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, smooth)
