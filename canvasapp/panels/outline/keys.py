"""Which key does what in the outline; the others walk, as in every tree."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from canvasapp.view.board_view import BoardView
from canvasapp.view.keyboard import FOR_SELECTED, LETTERS_FOR_SELECTED

Key = Qt.Key
Deed = Callable[[], object]

_NONE = Qt.KeyboardModifier.NoModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier

WALKING = {Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down}


class Outline(Protocol):
    """What the keys ask of the panel."""

    def enter_row(self) -> None: ...
    def choose_row(self) -> None: ...
    def write_new(self) -> None: ...
    def remove(self) -> None: ...
    def paste(self) -> None: ...
    def move_row(self, step: int) -> None: ...
    def do(self, action_id: str) -> None: ...


class OutlineKeys:
    """The keys of one outline. While somebody searches by typing, letters belong to what is searched."""

    def __init__(self, outline: Outline, view: BoardView) -> None:
        self._outline, self._view = outline, view
        self._typed = QElapsedTimer()
        self._keys: dict[tuple[Qt.KeyboardModifier, Key], Deed] = {
            (_NONE, Key.Key_Return): outline.enter_row,
            (_NONE, Key.Key_Enter): outline.enter_row,
            (_NONE, Key.Key_F2): outline.enter_row,
            (_NONE, Key.Key_Insert): outline.write_new,
            (_NONE, Key.Key_Space): outline.choose_row,
            (_NONE, Key.Key_Delete): outline.remove,
            (_NONE, Key.Key_Backspace): outline.remove,
            (_NONE, Key.Key_Escape): view.setFocus,
            (_CONTROL, Key.Key_V): outline.paste,
            (_CONTROL, Key.Key_A): partial(outline.do, "select-all"),
            (_ALT, Key.Key_Up): partial(outline.move_row, -1),
            (_ALT, Key.Key_Down): partial(outline.move_row, 1),
        }

    def deed(self, event: QKeyEvent) -> Deed | None:
        """What the key does now; None leaves it to the tree."""
        pressed = (event.modifiers() & ~_KEYPAD, Key(event.key()))
        if pressed in self._keys:
            return self._keys[pressed]
        if pressed in FOR_SELECTED and pressed[1] not in WALKING:
            return self._for_selected(FOR_SELECTED[pressed])
        return self._deed_of_letter(event.text())

    def _deed_of_letter(self, letter: str) -> Deed | None:
        if not letter.isprintable() or not letter:
            return None
        searching = self._typed.isValid() and not self._typed.hasExpired(
            QApplication.keyboardInputInterval()
        )
        if self._view.bench.keyboard.single_keys and not searching:
            if letter == "n":
                return self._outline.write_new
            if letter in LETTERS_FOR_SELECTED:
                return self._for_selected(LETTERS_FOR_SELECTED[letter])
        self._typed.start()
        return None

    def _for_selected(self, action_id: str) -> Deed:
        """Nothing selected: nothing is done, and nobody else takes the key for something."""
        return partial(self._outline.do, action_id)
