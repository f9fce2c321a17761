"""What a tool holds over the board during a gesture: notes that are moved, changed or about to be made, and areas."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from canvasapp.domain.geometry import Point, Rect
from canvasapp.domain.records import Note
from canvasapp.domain.template import Place
from canvasapp.view.lift import MARGIN, Lift
from canvasapp.view.overlay import Overlay
from canvasapp.view.scene import Scene
from canvasapp.view.selection import Selection
from canvasapp.view.viewpoint import Viewpoint

SHADOW = 8
"""How far below itself a note in the hand casts its shadow, in logical pixels."""


class Hand(QObject):
    """Shows it over one board in a window; the board knows nothing of it. Rectangles are in mm on the sheet.

    `touched` tells what must be drawn anew, None for all; `soiled` where the board itself looks different.
    """

    soiled = Signal(list)
    touched = Signal(object)

    def __init__(
        self, scene: Scene, viewpoint: Viewpoint, selection: Selection, overlay: Overlay
    ) -> None:
        super().__init__()
        self._scene, self._viewpoint = scene, viewpoint
        self._selection, self._overlay = selection, overlay

    @contextmanager
    def lifted(self, ids: Sequence[str], *, copies: bool) -> Iterator[Callable[[Point], None]]:
        """Takes notes, or copies of them, into the hand; gives back how to move them from where they were."""
        shadow = round(SHADOW * self._viewpoint.camera.ratio)
        notes = [self._scene.board.note(each) for each in ids]
        lift = Lift(notes, self._scene, shadow, framed=True, tied=not copies)
        with self._holding(lift, () if copies else ids):

            def shift(way: Point) -> None:
                self.touch(lift.area)
                lift.shift = way
                self.touch(lift.area)

            yield shift

    @contextmanager
    def resized(self, note: Note) -> Iterator[Callable[[Rect], None]]:
        """Takes a note of the board into the hand; gives back how to show it at another size."""
        lift = Lift([note], self._scene, framed=True, tied=True)
        with self._holding(lift, [note.id]):
            yield lambda rect: self._reshape(lift, note.id, rect)

    @contextmanager
    def sketching(self, made: Callable[[Rect], Note]) -> Iterator[Callable[[Rect], None]]:
        """Shows the note that `made` would make of a rectangle; gives back how to say which.

        In another lane it may be another party's.
        """
        lift = Lift([], self._scene, framed=True)
        note: Note | None = None
        lane: Place | None = None
        with self._holding(lift, ()):

            def show(rect: Rect) -> None:
                nonlocal note, lane
                before, here = note, self._scene.board.template.place_at(rect.centre)
                if note is None or here != lane:
                    note = replace(made(rect), id=note.id) if note else made(rect)
                    lane = here
                note = _at(note, rect)
                self._exchange(lift, before, note)

            yield show

    @contextmanager
    def marking(self) -> Iterator[Callable[[Rect, Sequence[str]], None]]:
        """Shows the area that is marked and what would be selected with it."""

        def show(rect: Rect, ids: Sequence[str]) -> None:
            self._overlay.marquee, self._overlay.selected = rect, ids
            self.touched.emit(None)

        try:
            yield show
        finally:
            self._overlay.marquee, self._overlay.selected = None, self._selection.ids
            self.touched.emit(None)

    def put_down(self, ids: Sequence[str]) -> None:
        """Notes are back on the board: drawn over it until it shows them itself."""
        self.soiled.emit(self._scene.lift(()))
        notes = [self._scene.board.notes[each] for each in ids if each in self._scene.board.notes]
        self._overlay.resting = Lift(notes, self._scene, tied=True) if notes else None
        if self._overlay.resting:
            self.touch(self._overlay.resting.area)

    def touch(self, area: Rect) -> None:
        """What lies there must be drawn anew."""
        self.touched.emit(area.inset(-self._viewpoint.camera.mm(MARGIN)))

    def _reshape(self, lift: Lift, note_id: str, rect: Rect) -> None:
        before = lift.note(note_id)
        assert before is not None  # it was taken into the hand
        self._exchange(lift, before, _at(before, rect))

    def _exchange(self, lift: Lift, before: Note | None, after: Note) -> None:
        self.touch(lift.area)
        lift.exchange(before, after)
        self.touch(lift.area)

    @contextmanager
    def _holding(self, lift: Lift, hidden: Sequence[str]) -> Iterator[None]:
        """Draws `lift` over the board, where `hidden` are not drawn meanwhile."""
        self.soiled.emit(self._scene.lift(hidden, with_links=True))
        self._overlay.hand = lift
        self.touch(lift.area)
        try:
            yield
        finally:
            self._overlay.hand = None
            self.touch(lift.area)
            self.put_down(hidden)


def _at(note: Note, rect: Rect) -> Note:
    return replace(note, x=rect.x, y=rect.y, w=rect.w, h=rect.h)
