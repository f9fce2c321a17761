"""Links as tools see them: the one under the pointer, the one that is being drawn, the one that is selected."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtGui import QPainter

from canvasapp.domain.geometry import Point, Rect
from canvasapp.domain.records import Link, LinkKind, Note
from canvasapp.edits.journal import Journal
from canvasapp.edits.links import add_link, remove_links, set_link_kind
from canvasapp.picture.link_picture import WIDTH, Curve, link_curve, link_shapes
from canvasapp.picture.shapes import Kind, Part
from canvasapp.view.camera import Camera
from canvasapp.view.lifted_links import paint_on_sheet
from canvasapp.view.note_frames import paint_frames, pixels
from canvasapp.view.scene import Scene
from canvasapp.view.selection import Selection

SELECTED_WIDTH = 2 * WIDTH

Touch = Callable[[Rect | None], None]
"""What lies there, or everything, must be drawn anew."""


class Linking:
    """The links of the board in the window, and a layer that shows what is done to them."""

    def __init__(self, journal: Journal, scene: Scene, selection: Selection, touch: Touch) -> None:
        self._journal, self._scene, self._selection, self._touch = journal, scene, selection, touch
        self._sketch: tuple[Note, Rect, bool] | None = None

    @property
    def selected(self) -> Link | None:
        return self._scene.board.links.get(self._selection.link or "")

    def at(self, place: Point, margin: float) -> Link | None:
        """The link there, or at most `margin` mm beside."""
        return self._scene.links.at(place, margin)

    @contextmanager
    def drawing(self, source: Note) -> Iterator[Callable[[Point, Note | None], None]]:
        """Shows a link that is being drawn from a note; gives back how to say where it ends."""

        def show(at: Point, target: Note | None) -> None:
            rect = target.rect if target else Rect(at.x, at.y, 0.0, 0.0)
            self._sketch = source, rect, target is not None
            self._touch(None)

        try:
            yield show
        finally:
            self._sketch = None
            self._touch(None)

    def join(self, source: Note, target: Note) -> None:
        """Makes a link that leads from note to note, unless there is one, and selects it."""
        self._journal.commit(add_link(self._scene.board, source.id, target.id, LinkKind.LEADS_TO))
        for link in self._scene.board.links.values():
            if (link.source, link.target) == (source.id, target.id):
                self._selection.set_link(link.id)

    def say(self, kind: LinkKind) -> None:
        """What the selected link says from now on."""
        if self.selected:
            self._journal.commit(set_link_kind(self._scene.board, self.selected.id, kind))

    def remove(self) -> None:
        """Takes the selected link away."""
        if self.selected:
            self._journal.commit(remove_links(self._scene.board, [self.selected.id]))

    def middle_of_selected(self) -> Point | None:
        """Where the selected link has its sign."""
        return self._scene.links.curve(self.selected.id).at(0.5) if self.selected else None

    def paint(self, painter: QPainter, camera: Camera) -> None:
        """Paints the link that is drawn and the one that is selected, in device pixels of the view."""
        if self.selected:
            curve = self._scene.links.curve(self.selected.id)
            self._paint(painter, camera, curve, self.selected.kind)
        if self._sketch:
            source, end, on_note = self._sketch
            ends = [source.rect, end] if on_note else [source.rect]
            rects = [pixels(rect, camera) for rect in ends]
            paint_frames(painter, rects, self._scene.options.theme, camera)
            self._paint(painter, camera, link_curve(source.rect, end), LinkKind.LEADS_TO)

    def _paint(self, painter: QPainter, camera: Camera, curve: Curve, kind: LinkKind) -> None:
        theme = self._scene.options.theme
        shapes = link_shapes(curve, kind, theme.accent, theme.raised, SELECTED_WIDTH)
        paint_on_sheet(painter, camera, self._scene, Part(Kind.LINK, "", "", curve.rect, shapes))
