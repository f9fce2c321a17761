"""Where somebody works on the board: the current block, and the ways from block to block."""

from __future__ import annotations

from functools import reduce

from PySide6.QtCore import QObject, Signal

from canvasapp.domain.geometry import Rect
from canvasapp.domain.template import Block
from canvasapp.view.camera import PER_MM, Camera
from canvasapp.view.scene import Scene
from canvasapp.view.viewpoint import Viewpoint

READABLE = 9.0
"""Letters being typed have so many logical pixels at least; smaller ones are hard to read."""


class Navigation(QObject):
    """Moves the camera to blocks and notes, and remembers the way back."""

    block_changed = Signal(str)

    def __init__(self, scene: Scene, viewpoint: Viewpoint) -> None:
        super().__init__()
        self.block: str | None = None
        self._scene = scene
        self._viewpoint = viewpoint
        self._back: tuple[str, Camera] | None = None
        self._cameras: dict[str, Camera] = {}

    def enter(self, block_id: str | None) -> None:
        """Makes a block the current one; the camera stays."""
        if block_id != self.block:
            self.block = block_id
            self.block_changed.emit(block_id or "")

    def go_to(self, block_id: str) -> None:
        """Shows a block as large as the window allows."""
        self._viewpoint.fit_rect(self._scene.board.template.block(block_id).rect)
        self.enter(block_id)

    def visit(self, block_id: str) -> None:
        """Goes to a block, or from there back to what was shown before."""
        if self._back and self._back[0] == block_id:
            self._viewpoint.fly(self._back[1])
            self._back = None
        else:
            self._back = block_id, self._viewpoint.camera
            self.go_to(block_id)

    def step(self, by: int) -> None:
        """The next block (1) or the one before (-1) in facilitation order, round and round."""
        blocks: list[Block] = self._scene.board.template.blocks_in_order()
        ids = [block.id for block in blocks]
        at = ids.index(self.block) + by if self.block in ids else min(by, 0)
        self.go_to(ids[at % len(ids)])

    def fit(self) -> None:
        """Shows the whole sheet."""
        self._viewpoint.fit()

    def fit_rects(self, rects: list[Rect]) -> None:
        """Shows all of these as large as the window allows."""
        if rects:
            self._viewpoint.fit_rect(_around(rects))

    def zoom_by(self, factor: float) -> None:
        """Zooms about the middle of the window."""
        self._viewpoint.zoom_to(self._viewpoint.goal.zoom * factor)

    def zoom_to(self, zoom: float) -> None:
        """Zooms about the middle of the window; 1 is 100 %."""
        self._viewpoint.zoom_to(zoom)

    def reveal(self, rects: list[Rect]) -> None:
        """Brings notes into the window, by the shortest way."""
        if rects:
            self._viewpoint.reveal(_around(rects))

    def make_readable(self, rect: Rect, letters: float) -> None:
        """Comes just near enough to a note to read letters of that size (mm); the note stays where it is."""
        self._viewpoint.magnify(READABLE / (letters * PER_MM), rect)

    def leave_board(self) -> None:
        """Another board is about to be shown; this one will be found as it is left."""
        self._cameras[self._scene.board.id] = self._viewpoint.camera
        self._back = None

    def come_to_board(self) -> None:
        """The scene shows another board: as it was left, or whole."""
        self._viewpoint.show(self._scene.sheet)
        camera = self._cameras.get(self._scene.board.id)
        if camera is not None:
            self._viewpoint.return_to(camera)
        self.enter(None)


def _around(rects: list[Rect]) -> Rect:
    return reduce(Rect.united, rects)
