"""The head of the editor: which canvas it is, whether it is saved, and what can be done to the whole of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy

from canvasapp.controls.buttons import Button, IconButton, Weight
from canvasapp.controls.layouts import row
from canvasapp.controls.letters import BODY, PANEL_TITLE
from canvasapp.controls.look import Look, ink, ink2
from canvasapp.controls.menus import Menu, opens_menu
from canvasapp.controls.surface import Surface
from canvasapp.controls.words import Words
from canvasapp.panels.canvas_editor.desk import DraftDesk

HEIGHT = 56
UNDO, REDO = "Undo in the draft", "Redo in the draft"


class EditorHead(Surface):
    """Its buttons are wired by the editor."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, Qt.Edge.BottomEdge)
        self.back = IconButton(look, "arrow-left", "Back to the board", keys="Esc")
        self._title = Words(look, "", PANEL_TITLE, ink, most=1)
        self._state = Words(look, "", BODY, ink2, most=1)
        fixed = QSizePolicy.Policy.Fixed
        self._state.setSizePolicy(fixed, fixed)  # where there is little room the name is cut
        self.undo = IconButton(look, "undo-2", UNDO)
        self.redo = IconButton(look, "redo-2", REDO)
        self.add = Button(look, "Add a block", icon="plus")
        self.menu = Menu(look, parent=self)
        canvas = Button(look, "Canvas", after="chevron-down")
        opens_menu(canvas, self.menu)
        self.save = Button(look, "Save", Weight.PRIMARY)
        names = row(self.back, 4, self._title, 12, self._state, None)
        acts = (self.undo, self.redo, 8, self.add, 8, canvas, 8, self.save)
        layout = row(margins=(8, 0, 16, 1))
        layout.addLayout(names, 1)
        layout.addStretch(0)
        layout.addLayout(row(*acts))
        self.setLayout(layout)
        self.setFixedHeight(HEIGHT)

    def show_desk(self, desk: DraftDesk, version: int) -> None:
        """`version` is the newest in the workshop, 0 when the canvas is new."""
        session = desk.session
        self._title.say(session.content["name"] or "Canvas without a name")
        saved = f"Version {version}" if version else "New canvas"
        state = "not saved yet" if desk.is_unsaved or not version else "saved"
        self._state.say(f"{saved} · {state}")
        self.undo.setEnabled(bool(session.past))
        self.redo.setEnabled(bool(session.future))
        self.save.say(f"Save as version {version + 1}" if version else "Save the canvas")
        self.save.setEnabled(desk.is_fit)
        self.save.explain(_reason(desk), "Ctrl+S")
        self.undo.explain(UNDO if session.past else "Nothing to undo in the draft", "Ctrl+Z")
        self.redo.explain(
            REDO if session.future else "Nothing to redo in the draft", "Ctrl+Shift+Z"
        )


def _reason(desk: DraftDesk) -> str:
    """Why it can not be saved."""
    if desk.review.faults:
        return "Put right first what is listed"
    return "" if desk.is_fit else "Nothing has changed"
