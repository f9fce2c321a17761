"""Links as tools see them: the one under the pointer, the one that is being drawn, the one that is selected."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtGui import QPainter

from canvasapp.domain.geometry import Point, Rect
from canvasapp.domain.records import Link, LinkKind, Note
from canvasapp.edits.journal import Journal
from canvasapp.edits.links import add_link, lead_link, remove_links, set_link_kind
from canvasapp.picture.link_picture import WIDTH, Curve, link_curve, link_shapes
from canvasapp.picture.shapes import Kind, Part
from canvasapp.view.camera import Camera
from canvasapp.view.lifted_links import paint_on_sheet
from canvasapp.view.link_ends import LinkEnd, end_at, paint_ends
from canvasapp.view.note_frames import paint_frames, pixels
from canvasapp.view.pointer import Pointer
from canvasapp.view.scene import Scene
from canvasapp.view.selection import Selection

SELECTED_WIDTH = 2 * WIDTH

Touch = Callable[[Rect | None], None]
"""What lies there, or everything, must be drawn anew."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """A link that is not yet made, and the notes that it would join, in mm."""

    curve: Curve
    kind: LinkKind
    framed: tuple[Rect, ...]


class Linking:
    """The links of the board in the window, and a layer that shows what is done to them."""

    def __init__(self, journal: Journal, scene: Scene, selection: Selection, touch: Touch) -> None:
        self._journal, self._scene, self._selection, self._touch = journal, scene, selection, touch
        self._sketch: Sketch | None = None

    @property
    def selected(self) -> Link | None:
        return self._scene.board.links.get(self._selection.link or "")

    def at(self, place: Point, margin: float) -> Link | None:
        """The link there, or at most `margin` mm beside."""
        return self._scene.links.at(place, margin)

    def end_at(self, pointer: Pointer, camera: Camera) -> LinkEnd | None:
        """The end of the selected link under the pointer."""
        if not self.selected:
            return None
        return end_at(camera, self._scene.links.curve(self.selected.id), pointer.x, pointer.y)

    @contextmanager
    def pulling(
        self, stays: Note, end: LinkEnd, kind: LinkKind
    ) -> Iterator[Callable[[Point, Note | None], None]]:
        """Shows a link of which one end is pulled and the other stays; gives back how to say where that one is."""

        def show(at: Point, found: Note | None) -> None:
            pulled = found.rect if found else Rect(at.x, at.y, 0.0, 0.0)
            ends = (pulled, stays.rect) if end is LinkEnd.SOURCE else (stays.rect, pulled)
            framed = (stays.rect, pulled) if found else (stays.rect,)
            self._sketch = Sketch(link_curve(*ends), kind, framed)
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

    def lead(self, end: LinkEnd, note: Note) -> None:
        """One end of the selected link is at `note` from now on."""
        if self.selected:
            ends = {end.value: note.id}
            self._journal.commit(lead_link(self._scene.board, self.selected.id, **ends))

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

    def ends_of_selected(self) -> tuple[Point, ...]:
        """Where the selected link is grasped."""
        if not self.selected:
            return ()
        curve = self._scene.links.curve(self.selected.id)
        return tuple(end.place(curve) for end in LinkEnd)

    def paint(self, painter: QPainter, camera: Camera) -> None:
        """Paints the link that is drawn and the one that is selected, in device pixels of the view."""
        sketch, theme = self._sketch, self._scene.options.theme
        if sketch:
            rects = [pixels(rect, camera) for rect in sketch.framed]
            paint_frames(painter, rects, theme, camera)
            self._paint(painter, camera, sketch.curve, sketch.kind)
        elif self.selected:
            curve = self._scene.links.curve(self.selected.id)
            self._paint(painter, camera, curve, self.selected.kind)
            paint_ends(painter, camera, curve, theme)

    def _paint(self, painter: QPainter, camera: Camera, curve: Curve, kind: LinkKind) -> None:
        theme = self._scene.options.theme
        shapes = link_shapes(curve, kind, theme.accent, theme.raised, SELECTED_WIDTH)
        paint_on_sheet(painter, camera, self._scene, Part(Kind.LINK, "", "", curve.rect, shapes))
