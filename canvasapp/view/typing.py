"""Typing on the board: which note is in the editor, where it stands meanwhile, and what pasted images become."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from canvasapp.domain.geometry import Point
from canvasapp.domain.records import Note
from canvasapp.view.editing import Editing
from canvasapp.view.frames import Frames
from canvasapp.view.incoming import Incoming
from canvasapp.view.navigation import Navigation
from canvasapp.view.scene import Scene
from canvasapp.view.stage import Stage
from canvasapp.view.text_input import TextInput


class Typing(QObject):
    """Ties the editor of one board in a window to what stands around it. `began` tells that a note is in it."""

    began = Signal()

    def __init__(
        self,
        stage: Stage,
        scene: Scene,
        frames: Frames,
        navigation: Navigation,
        editing: Editing,
        text: TextInput,
    ) -> None:
        super().__init__(stage)
        self._stage, self._scene, self._frames = stage, scene, frames
        self._navigation, self._editing = navigation, editing
        stage.text_wanted.connect(self._begin)
        text.touched.connect(stage.hand.touch)
        text.left_for.connect(stage.go_on_beside)
        text.images_pasted.connect(self._bring)
        editing.ended.connect(self._end)

    def _begin(self, note: Note, at: Point | None) -> None:
        editor = self._editing.begin(note, QGuiApplication.clipboard())
        if at is not None:
            editor.point(at, selecting=False)
        known = [note.id] if note.id in self._scene.board.notes else []
        self._stage.selection.set(known)
        self._frames.soil(self._scene.lift(known))
        self._navigation.make_readable(editor.note.rect, editor.lines.shown.size)
        self.began.emit()

    def _bring(self, images: Sequence[Incoming]) -> None:
        """One image onto the note; where there is no note before its first word, the images take its place."""
        editor = self._editing.editor
        if editor is None:
            return
        self._editing.keep()
        at, note = editor.rect.centre, self._stage.board.notes.get(editor.original.id)
        if note is None:
            self._editing.finish()
        self._stage.bringing.bring_over(images, at, note)

    def _end(self, note_id: str) -> None:
        self._stage.hand.put_down([note_id])
        if note_id in self._stage.board.notes:
            self._stage.selection.set([note_id])
        self._frames.touch(None)
