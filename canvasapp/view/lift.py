"""Notes drawn over the finished tiles: in the hand while they are moved, or until the tiles under them are ready."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from canvasapp.domain.geometry import Point, Rect
from canvasapp.domain.records import Note
from canvasapp.view.camera import Camera
from canvasapp.view.note_index import NoteIndex
from canvasapp.view.note_painter import Strip
from canvasapp.view.scene import Scene


class Lift:
    """Notes pushed by `shift` mm; raised ones have a shadow of so many device pixels and are a little larger."""

    def __init__(self, notes: list[Note], scene: Scene, shadow: int = 0) -> None:
        self.shift = Point(0.0, 0.0)
        self.index = NoteIndex(notes)
        self.painter = scene.painter_for(self.index, shadow)
        self._bounds = notes[0].rect if notes else Rect(0, 0, 0, 0)
        for note in notes:
            self._bounds = self._bounds.united(note.rect)

    @property
    def area(self) -> Rect:
        """What the notes cover now, in mm."""
        return self._bounds.moved(self.shift.x, self.shift.y)

    def note(self, note_id: str) -> Note | None:
        row = self.index.row(note_id)
        return None if row is None else self.index.notes[row]

    def exchange(self, before: Note | None, after: Note) -> None:
        """The only note here is another one now."""
        self.painter.forget(self.index.exchange(before, after))
        self._bounds = after.rect

    def paint(self, painter: QPainter, camera: Camera, region: QRect) -> None:
        """Paints what lies in a region of the view, in device pixels."""
        left, top = camera.origin
        left += round(self.shift.x * camera.scale)
        top += round(self.shift.y * camera.scale)
        strip = Strip(
            region.x() - left, region.y() - top, region.width(), region.height(), camera.scale
        )
        painter.save()
        painter.translate(left, top)
        rows = self.index.meeting(strip.area.inset(-self.painter.overhang(camera.scale)))
        self.painter.paint(painter, rows, strip)
        painter.restore()
