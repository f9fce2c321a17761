"""A line under the head when a canvas has just been saved: what can be done with it now."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from canvasapp.controls.buttons import Button, IconButton
from canvasapp.controls.icons import IN_BUTTON
from canvasapp.controls.layouts import row
from canvasapp.controls.letters import BODY
from canvasapp.controls.look import Look, ink
from canvasapp.controls.surface import Surface
from canvasapp.controls.words import Words

HEIGHT = 44


class SavedLine(Surface):
    """Hidden while there is nothing to offer."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, Qt.Edge.BottomEdge)
        self._sentence = Words(look, "", BODY, ink, most=1)
        self.act = Button(look, "")
        self.act.clicked.connect(self._do)
        self._deed: Callable[[], object] = self.hide
        close = IconButton(look, "x", "Close this message", icon_size=IN_BUTTON)
        close.clicked.connect(self.hide)
        layout = row(self._sentence, 12, self.act, 4, close, margins=(16, 0, 8, 1))
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self.setFixedHeight(HEIGHT)
        self.hide()

    @property
    def text(self) -> str:
        """What it says; nothing while it is hidden."""
        return "" if self.isHidden() else self._sentence.text()

    def offer(self, sentence: str, label: str, deed: Callable[[], object]) -> None:
        self._sentence.say(sentence)
        self._sentence.setAccessibleName(sentence)
        self.act.say(label)
        self._deed = deed
        self.show()

    def _do(self) -> None:
        self.hide()
        self._deed()
