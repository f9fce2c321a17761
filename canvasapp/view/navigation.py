"""Where somebody works on the board: the current block, and the ways from block to block."""

from __future__ import annotations

from collections.abc import Callable, Container
from functools import reduce

from PySide6.QtCore import QObject, Signal

from canvasapp.domain.geometry import Rect
from canvasapp.domain.template import Block
from canvasapp.picture.note_picture import TEXT_SIZES
from canvasapp.view.camera import PER_MM, Camera
from canvasapp.view.scene import Scene
from canvasapp.view.trail import Place, Trail
from canvasapp.view.viewpoint import Viewpoint

READABLE = 9.0
"""Letters being typed have so many logical pixels at least; smaller ones are hard to read."""
LEGIBLE = READABLE / (TEXT_SIZES[-1] * PER_MM)
"""The zoom from which every note can be read."""
CLEAR = 72
"""What at the edges of the window may lie under a float, in logical pixels."""


class Navigation(QObject):
    """Moves the camera to blocks and notes, and remembers the way back.

    `board_wanted` names the board on which the place lies that one goes back or forward to.
    """

    block_changed = Signal(str)
    board_wanted = Signal(str)

    def __init__(self, scene: Scene, viewpoint: Viewpoint) -> None:
        super().__init__()
        self.block: str | None = None
        self._scene = scene
        self._viewpoint = viewpoint
        self._trail = Trail()
        self._visited: str | None = None
        self._returning = False
        self._left: dict[str, Place] = {}

    def enter(self, block_id: str | None) -> None:
        """Makes a block the current one; the camera stays."""
        if block_id != self.block:
            self.block = block_id
            self.block_changed.emit(block_id or "")

    def go_to(self, block_id: str) -> None:
        """Shows a block as large as the window allows."""
        self._show_block(block_id)

    def visit(self, block_id: str) -> None:
        """Goes to a block, or from there back to what was shown before."""
        if self._visited == block_id:
            self.go_back({self._scene.board.id})
            return
        if self._show_block(block_id):
            self._visited = block_id

    def step(self, by: int) -> None:
        """The next block (1) or the one before (-1) in facilitation order, round and round."""
        blocks: list[Block] = self._scene.board.template.blocks_in_order()
        ids = [block.id for block in blocks]
        at = ids.index(self.block) + by if self.block in ids else min(by, 0)
        self.go_to(ids[at % len(ids)])

    def go_back(self, boards: Container[str]) -> None:
        """To where one was before, on any of these boards."""
        self._return_to(self._trail.back(self._here, boards))

    def go_forward(self, boards: Container[str]) -> None:
        """To where one came back from."""
        self._return_to(self._trail.forward(self._here, boards))

    def leave(self) -> None:
        """One goes elsewhere: back leads here."""
        self._trail.leave(self._here)
        self._visited = None

    def fit(self) -> None:
        """Shows the whole sheet."""
        self._go(self._viewpoint.fit)

    @property
    def reduced_motion(self) -> bool:
        return self._viewpoint.reduced_motion

    @property
    def camera(self) -> Camera:
        return self._viewpoint.camera

    def show_whole(self) -> Camera | None:
        """The whole sheet at once; gives back what was seen before unless that was it."""
        before = None if self._viewpoint.shows_whole else self._viewpoint.goal
        self._viewpoint.show(self._scene.sheet)
        return before

    def come_back(self, camera: Camera) -> None:
        """What was seen before, unless one has gone elsewhere since."""
        if self._viewpoint.shows_whole:
            self._viewpoint.return_to(camera)

    def fit_rects(self, rects: list[Rect]) -> None:
        """Shows all of these as large as the window allows."""
        if rects:
            self._go(lambda: self._viewpoint.fit_rect(_around(rects)))

    def show(self, rect: Rect) -> None:
        """Shows this much as large as the window allows, on a way that is not remembered."""
        self._viewpoint.fit_rect(rect)

    @property
    def seen(self) -> Rect:
        """What the window shows (mm), or will when the camera has come to rest."""
        return self._viewpoint.goal.seen

    @property
    def seen_ids(self) -> set[str]:
        """The notes that are whole in the window, or will be."""
        return self._scene.index.ids_inside(self.seen)

    def can_read(self, rect: Rect) -> bool:
        """Whether a note with its text at the floor is in the window, clear of what floats there, and near enough."""
        camera = self._viewpoint.goal
        free = camera.seen.inset(camera.mm(CLEAR))
        return camera.zoom >= LEGIBLE and free.encloses(rect)

    def read(self, rect: Rect) -> None:
        """Shows a note in the middle, near enough to be read."""
        if not self.can_read(rect):
            self._viewpoint.show_at(max(self._viewpoint.goal.zoom, LEGIBLE), rect)

    def zoom_by(self, factor: float) -> None:
        """Zooms about the middle of the window."""
        self._viewpoint.zoom_to(self._viewpoint.goal.zoom * factor)

    def zoom_to(self, zoom: float) -> None:
        """Zooms about the middle of the window; 1 is 100 %."""
        self._go(lambda: self._viewpoint.zoom_to(zoom))

    def reveal(self, rects: list[Rect]) -> None:
        """Brings notes into the window, by the shortest way."""
        if rects:
            self._viewpoint.reveal(_around(rects))

    def make_readable(self, rect: Rect, letters: float) -> None:
        """Comes just near enough to a note to read letters of that size (mm); the note stays where it is."""
        self._viewpoint.magnify(READABLE / (letters * PER_MM), rect)

    def leave_board(self) -> None:
        """Another board is about to be shown; this one will be found as it is left."""
        here = self._here
        self._left[here.board] = here
        if not self._returning:
            self.leave()

    def come_to_board(self) -> None:
        """The scene shows another board: as it was left, or whole."""
        self._viewpoint.show(self._scene.sheet)
        place = self._left.get(self._scene.board.id)
        if place is not None:
            self._look_at(place)
        self.enter(None)

    @property
    def _here(self) -> Place:
        viewpoint = self._viewpoint
        return Place(self._scene.board.id, viewpoint.goal, self.block, viewpoint.shows_whole)

    def _show_block(self, block_id: str) -> bool:
        """Whether it has not been shown just so."""
        rect = self._scene.board.template.block(block_id).rect
        gone = self._go(lambda: self._viewpoint.fit_rect(rect))
        self.enter(block_id)
        return gone

    def _go(self, move: Callable[[], object]) -> bool:
        """A way that can be gone back, unless it leads to where one is."""
        here, self._visited = self._here, None
        move()
        gone = self._viewpoint.goal != here.camera
        if gone:
            self._trail.leave(here)
        return gone

    def _return_to(self, place: Place | None) -> None:
        if place is None:
            return
        self._visited = None
        if place.board != self._scene.board.id:
            self._come_back_to(place.board)
            self._look_at(place)
        elif place.whole:
            self._viewpoint.fit()
        else:
            self._viewpoint.fly_back(place.camera)
        self.enter(place.block)

    def _look_at(self, place: Place) -> None:
        """At once, on the board that is shown whole."""
        if not place.whole:
            self._viewpoint.return_to(place.camera)

    def _come_back_to(self, board_id: str) -> None:
        self._returning = True
        try:
            self.board_wanted.emit(board_id)
        finally:
            self._returning = False


def _around(rects: list[Rect]) -> Rect:
    return reduce(Rect.united, rects)
