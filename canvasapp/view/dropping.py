"""What is dragged onto the board from other programs: where it would go is shown, and then it goes there."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, QMimeData, QObject, QPointF
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QPainter
from PySide6.QtWidgets import QWidget

from canvasapp.domain.geometry import Point, Rect
from canvasapp.domain.records import Note
from canvasapp.edits.placing import place_about
from canvasapp.view.bringing import takes_image
from canvasapp.view.camera import Camera
from canvasapp.view.commands import Commands
from canvasapp.view.files import images_in
from canvasapp.view.local_files import workshop_in
from canvasapp.view.note_frames import paint_frames, pixels
from canvasapp.view.stage import Stage
from canvasapp.view.viewpoint import Viewpoint

Perform = Callable[[Callable[[], object]], bool]
"""Does what was asked, or tells why not."""

_WATCHED = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.DragLeave, QEvent.Type.Drop)


class Dropping(QObject):
    """Watches one widget, and is a layer over its board. Workshops are left to the window to be opened."""

    def __init__(
        self,
        view: QWidget,
        stage: Stage,
        commands: Commands,
        viewpoint: Viewpoint,
        perform: Perform,
    ) -> None:
        super().__init__(view)
        self._stage, self._commands = stage, commands
        self._viewpoint, self._perform = viewpoint, perform
        self._shown: Rect | None = None
        view.setAcceptDrops(True)
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in _WATCHED:
            return False
        if event.type() == QEvent.Type.DragLeave:
            self._show(None)
        elif event.type() == QEvent.Type.Drop:
            self._drop(cast("QDropEvent", event))
        else:
            self._drag(cast("QDragMoveEvent", event))
        return True

    def paint(self, painter: QPainter, camera: Camera) -> None:
        """Paints a frame where it would go, in device pixels of the view."""
        if self._shown is not None:
            theme = self._stage.theme
            paint_frames(painter, [pixels(self._shown, camera)], theme, camera)

    def _drag(self, event: QDragMoveEvent) -> None:
        mime = event.mimeData()
        takes = mime.hasUrls() or mime.hasText() or mime.hasHtml() or images_in(mime)
        if not takes or workshop_in(mime) is not None:
            event.ignore()
            return
        at = self._place(event.position())
        note = self._meant(at, mime)
        self._show(note.rect if note else place_about(self._stage.board, at))
        event.acceptProposedAction()

    def _drop(self, event: QDropEvent) -> None:
        self._show(None)
        mime, at = event.mimeData(), self._place(event.position())
        event.acceptProposedAction()
        note = self._meant(at, mime)
        if note is not None:
            self._stage.bringing.bring_over(images_in(mime), at, note)
        else:
            self._perform(lambda: self._commands.take(mime, at))

    def _meant(self, at: Point, mime: QMimeData) -> Note | None:
        """The note that an image is dropped on; several go beside one another on the board."""
        note = self._stage.top_note(at)
        if note is None or not takes_image(note) or len(images_in(mime)) != 1:
            return None
        return note

    def _place(self, at: QPointF) -> Point:
        return self._viewpoint.camera.to_sheet(at.x(), at.y())

    def _show(self, rect: Rect | None) -> None:
        if rect != self._shown:
            self._shown = rect
            self._stage.hand.touched.emit(None)
