"""Notes drawn over the finished tiles: in the hand while they are moved, or until the tiles under them are ready."""

from __future__ import annotations

from dataclasses import replace
from functools import reduce

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPixmap

from canvasapp.domain.geometry import Point, Rect
from canvasapp.domain.records import Note
from canvasapp.view.camera import Camera
from canvasapp.view.lifted_links import LiftedLinks
from canvasapp.view.note_frames import paint_frames, pixels
from canvasapp.view.note_index import NoteIndex
from canvasapp.view.note_painter import Strip
from canvasapp.view.scene import Scene

MARGIN = 16
"""How far beyond its note anything here is drawn, in logical pixels."""
LARGEST = 2.0
"""A picture of the notes is kept up to so many times the size of the view; larger ones are drawn anew each time."""
NOWHERE = Rect(0.0, 0.0, 0.0, 0.0)


class Lift:
    """Notes pushed by `shift` mm; raised ones have a shadow of so many device pixels and are a little larger.

    `tied` notes take their links along.
    """

    def __init__(
        self,
        notes: list[Note],
        scene: Scene,
        shadow: int = 0,
        *,
        framed: bool = False,
        tied: bool = False,
    ) -> None:
        self.shift = Point(0.0, 0.0)
        self._index = NoteIndex(notes)
        self._painter = scene.painter_for(self._index, shadow)
        self._theme = scene.options.theme
        self._framed = framed
        self._bounds = reduce(Rect.united, (note.rect for note in notes)) if notes else NOWHERE
        ids = [note.id for note in notes] if tied else ()
        self._links = LiftedLinks(scene, ids, self._rect_of)
        self._board = scene.board
        self._picture: QPixmap | None = None
        self._picture_scale = 0.0

    @property
    def area(self) -> Rect:
        """What the notes and their links cover now, in mm."""
        bounds = self._bounds.moved(self.shift.x, self.shift.y)
        return reduce(Rect.united, self._links.areas, bounds)

    def note(self, note_id: str) -> Note | None:
        row = self._index.row(note_id)
        return None if row is None else self._index.notes[row]

    def exchange(self, before: Note | None, after: Note) -> None:
        """The only note here is another one now."""
        self._painter.forget(self._index.exchange(before, after))
        self._bounds = after.rect
        self._picture = None

    def paint(self, painter: QPainter, camera: Camera, region: QRect) -> None:
        """Paints what lies in a region of the view, in device pixels."""
        self._links.paint(painter, camera)
        moved = _moved(camera, self.shift)
        box = pixels(self._bounds, moved).toRect()
        margin = round(MARGIN * camera.ratio)
        box.adjust(-margin, -margin, margin, margin)
        if box.width() * box.height() > LARGEST * camera.width * camera.height:
            self._paint(painter, moved, region)
            return
        if self._picture is None or self._picture_scale != camera.scale:
            self._picture = QPixmap(box.size())
            self._picture.fill(Qt.GlobalColor.transparent)
            with QPainter(self._picture) as own:
                own.translate(-box.topLeft())
                self._paint(own, moved, box)
            self._picture_scale = camera.scale
        painter.drawPixmap(box.topLeft(), self._picture)

    def _rect_of(self, note_id: str) -> Rect:
        """Where a note is now: one of these, or one that stays on the board."""
        note = self.note(note_id)
        return (
            note.rect.moved(self.shift.x, self.shift.y) if note else self._board.note(note_id).rect
        )

    def _paint(self, painter: QPainter, camera: Camera, region: QRect) -> None:
        left, top = camera.origin
        strip = Strip(
            region.x() - left, region.y() - top, region.width(), region.height(), camera.scale
        )
        rows = self._index.meeting(strip.area.inset(-self._painter.overhang(camera.scale)))
        painter.save()
        painter.translate(left, top)
        self._painter.paint(painter, rows, strip)
        painter.restore()
        if self._framed:
            notes = (self._index.notes[row] for row in rows)
            rects = [pixels(note.rect, camera) for note in notes if note]
            paint_frames(painter, rects, self._theme, camera)


def _moved(camera: Camera, shift: Point) -> Camera:
    """The camera in which things appear where `shift` has moved them."""
    left, top = camera.origin
    return replace(
        camera,
        left=left + round(shift.x * camera.scale),
        top=top + round(shift.y * camera.scale),
    )
