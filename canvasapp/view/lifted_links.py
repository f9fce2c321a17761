"""Links whose notes are in the hand: drawn anew wherever the notes go."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtGui import QPainter

from canvasapp.domain.geometry import Rect
from canvasapp.domain.records import Link
from canvasapp.picture.link_picture import Curve, link_colour, link_curve, link_shapes
from canvasapp.picture.shapes import Kind, Part
from canvasapp.view.camera import Camera
from canvasapp.view.scene import Scene

RectOf = Callable[[str], Rect]
"""Where a note is now, by its id."""


class LiftedLinks:
    """The links at these notes."""

    def __init__(self, scene: Scene, note_ids: Iterable[str], rect_of: RectOf) -> None:
        self._scene, self._rect_of = scene, rect_of
        self._links = [scene.board.links[each] for each in scene.links.ids_at(note_ids)]

    @property
    def areas(self) -> list[Rect]:
        """What the links cover now, in mm."""
        return [curve.rect for _, curve in self._curves()]

    def paint(self, painter: QPainter, camera: Camera) -> None:
        """Paints them in device pixels of the view."""
        theme = self._scene.options.theme
        for link, curve in self._curves():
            shapes = link_shapes(curve, link.kind, link_colour(link.kind, theme), theme.sheet)
            part = Part(Kind.LINK, link.id, "", curve.rect, shapes)
            paint_on_sheet(painter, camera, self._scene, part)

    def _curves(self) -> Iterator[tuple[Link, Curve]]:
        for link in self._links:
            yield link, link_curve(self._rect_of(link.source), self._rect_of(link.target))


def paint_on_sheet(painter: QPainter, camera: Camera, scene: Scene, part: Part) -> None:
    """Paints a part of a picture over the view."""
    painter.save()
    painter.translate(*camera.origin)
    painter.scale(camera.scale, camera.scale)
    scene.pictures.paint_part(painter, part)
    painter.restore()
