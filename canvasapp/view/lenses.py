"""How a window goes from one lens to another, and gives way to who writes or selects."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from canvasapp.domain.board import Board
from canvasapp.view.camera import Camera
from canvasapp.view.fading import Fading
from canvasapp.view.frames import Frames
from canvasapp.view.lens import READING, Lens, through
from canvasapp.view.navigation import Navigation
from canvasapp.view.scene import EVERYWHERE, Scene
from canvasapp.view.stage import Stage


class Lenses(QObject):
    """Serves one board in a window. What is selected is seen: else the lens gives way to both views."""

    changed = Signal(str)

    def __init__(
        self,
        stage: Stage,
        scene: Scene,
        navigation: Navigation,
        frames: Frames,
        finish: Callable[[], object],
    ) -> None:
        super().__init__(frames)
        self.lens = Lens.BOTH
        self.fading = Fading(frames)
        self._selection, self._scene, self._navigation = stage.selection, scene, navigation
        self._frames, self._finish = frames, finish
        self._left: tuple[str, Camera] | None = None
        self.fading.touched.connect(lambda: frames.touch(None))
        stage.writing.connect(self.leave_reading)
        stage.selection.wanted.connect(self._show_wanted)

    def show(self, lens: Lens) -> None:
        """Another lens, for all boards of the window."""
        if lens is self.lens:
            return
        self._finish()
        before, self.lens = self.lens, lens
        if not self._navigation.reduced_motion and before is not Lens.MIRROR:
            self.fading.begin(self._navigation.camera)
        self._scene.show(self._scene.board, through(lens, self._scene.options))
        self._frames.soil([EVERYWHERE])
        self._drop_unseen()
        self._move(before)
        self.changed.emit(lens.value)

    def leave_reading(self) -> None:
        """Shows both views again where the lens is one for reading."""
        if self.lens in READING:
            self.show(Lens.BOTH)

    def keep_seen(self, board: Board) -> None:
        """The board has changed: what is gone is not selected any more, what is selected is seen."""
        self._selection.keep(board.notes, board.links)
        self._show_wanted(self._selection.ids)
        self._drop_unseen()

    def _show_wanted(self, ids: tuple[str, ...]) -> None:
        if any(map(self._hides, ids)):
            self.show(Lens.BOTH)

    def _hides(self, note_id: str) -> bool:
        return self.lens is Lens.MIRROR or self._scene.hides(note_id)

    def _drop_unseen(self) -> None:
        selection = self._selection
        if selection.link is not None and selection.link not in self._scene.links:
            selection.clear()
        if any(map(self._hides, selection.ids)):
            selection.set([each for each in selection.ids if not self._hides(each)])

    def _move(self, before: Lens) -> None:
        """Gaps are looked at on the whole board, and left to where one was."""
        board_id, left = self._scene.board.id, self._left
        if self.lens is Lens.GAPS:
            camera = self._navigation.show_whole()
            self._left = (board_id, camera) if camera else None
        elif before is Lens.GAPS and left is not None and left[0] == board_id:
            self._navigation.come_back(left[1])
