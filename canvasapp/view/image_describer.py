"""A field at an image for its description: what those are told who can not see it. It holds up nothing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from canvasapp.controls.fields import NameField
from canvasapp.controls.layouts import row
from canvasapp.controls.look import Look
from canvasapp.controls.painting import FLOAT_DEPTH
from canvasapp.controls.surface import Float
from canvasapp.domain.geometry import Point
from canvasapp.domain.records import Note
from canvasapp.edits.notes import set_text
from canvasapp.picture.theme import Theme
from canvasapp.view.camera import Camera
from canvasapp.view.stage import Stage

BELOW = 12
MARGIN = 8
PADDING = 4
WIDTH = 320
"""Of the field, in px."""


class ImageDescriber(Float):
    """Lies over `view` while the description of an image is written. Enter keeps it, Esc does not."""

    def __init__(
        self,
        view: QWidget,
        stage: Stage,
        theme: Theme,
        perform: Callable[[Callable[[], object]], bool],
    ) -> None:
        super().__init__(Look(theme), view)
        self._view, self._stage, self._perform = view, stage, perform
        self._note_id = ""
        self.field = NameField(self.look, "Description of the image")
        self.field.setPlaceholderText("What does it show?")
        self.field.setFixedWidth(WIDTH)
        self.field.kept.connect(self._keep)
        self.field.left.connect(self.hide)
        margins = (PADDING, PADDING, PADDING, PADDING + FLOAT_DEPTH)
        self.setLayout(row(self.field, margins=margins))
        self.hide()

    def wear(self, theme: Theme) -> None:
        self.look.theme = theme
        self.update()

    def open(self, note: Note, camera: Camera) -> None:
        """Under the image, or over it where there is no room."""
        self._note_id = note.id
        self.adjustSize()
        x, y = camera.to_view(Point(note.rect.centre.x, note.rect.bottom))
        left, top = x - self.width() / 2, y + BELOW
        lowest = self._view.height() - self.height() - MARGIN
        furthest = self._view.width() - self.width() - MARGIN
        self.move(round(max(min(left, furthest), MARGIN)), round(max(min(top, lowest), MARGIN)))
        self.show()
        self.raise_()
        self.field.begin(note.text)

    def _keep(self, text: str) -> None:
        self._perform(lambda: self._stage.commit(set_text(self._stage.board, self._note_id, text)))
