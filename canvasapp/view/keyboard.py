"""Which key does what on the board while no text is edited."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from canvasapp.domain.records import LinkKind
from canvasapp.view.commands import Commands
from canvasapp.view.deeds import SLOTS, WAYS, BoardDeeds, Deed
from canvasapp.view.text_keys import is_typed
from canvasapp.view.tools import TOOLS

K = TypeVar("K")
Key = Qt.Key
Keys = dict[tuple[Qt.KeyboardModifier, Key], str]
"""Which action a key is for."""

_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier

ALWAYS: Keys = {
    (_CONTROL, Key.Key_A): "select-all",
    (_CONTROL | _SHIFT, Key.Key_C): "copy-picture",
    (_CONTROL, Key.Key_V): "paste",
    (_CONTROL | _SHIFT, Key.Key_T): "tidy",
    (_CONTROL | _SHIFT, Key.Key_V): "paste-as-one",
    (_NONE, Key.Key_Tab): "walk",
    (_SHIFT, Key.Key_Backtab): "walk-back",
    (_NONE, Key.Key_PageUp): "block-before",
    (_NONE, Key.Key_PageDown): "next-block",
    (_NONE, Key.Key_Escape): "leave",
    (_CONTROL, Key.Key_Plus): "zoom-in",
    (_CONTROL | _SHIFT, Key.Key_Plus): "zoom-in",
    (_CONTROL, Key.Key_Equal): "zoom-in",
    (_CONTROL, Key.Key_Minus): "zoom-out",
    (_CONTROL, Key.Key_0): "zoom-whole",
    (_SHIFT, Key.Key_1): "fit",
    (_SHIFT, Key.Key_Exclam): "fit",
    (_ALT, Key.Key_1): "fit",
    (_SHIFT, Key.Key_2): "fit-selected",
    (_SHIFT, Key.Key_At): "fit-selected",
    (_SHIFT, Key.Key_QuoteDbl): "fit-selected",
    (_ALT, Key.Key_2): "fit-selected",
}
_ARROWS = {
    "left": Key.Key_Left,
    "right": Key.Key_Right,
    "up": Key.Key_Up,
    "down": Key.Key_Down,
}
FOR_SELECTED: Keys = {
    (_NONE, Key.Key_Delete): "delete",
    (_NONE, Key.Key_Backspace): "delete",
    (_CONTROL, Key.Key_C): "copy",
    (_CONTROL, Key.Key_X): "cut",
    (_CONTROL, Key.Key_D): "duplicate",
    (_NONE, Key.Key_Return): "type",
    (_NONE, Key.Key_Enter): "type",
    (_NONE, Key.Key_F2): "type",
    (_CONTROL, Key.Key_BracketRight): "forward",
    (_CONTROL, Key.Key_BracketLeft): "backward",
    (_ALT, Key.Key_A): "align-left",
    (_ALT, Key.Key_D): "align-right",
    (_ALT, Key.Key_W): "align-top",
    (_ALT, Key.Key_S): "align-bottom",
    (_ALT, Key.Key_H): "centre-across",
    (_ALT, Key.Key_V): "centre-down",
    (_ALT | _SHIFT, Key.Key_H): "distribute-across",
    (_ALT | _SHIFT, Key.Key_V): "distribute-down",
    (_CONTROL, Key.Key_B): "bold",
    (_CONTROL, Key.Key_G): "group",
    (_CONTROL | _SHIFT, Key.Key_G): "ungroup",
    (_CONTROL | _SHIFT, Key.Key_L): "lock",
    (_CONTROL | _ALT, Key.Key_C): "copy-style",
    (_CONTROL | _ALT, Key.Key_V): "paste-style",
    **{(_NONE, _ARROWS[way]): f"nudge-{way}" for way in WAYS},
    **{(_SHIFT, _ARROWS[way]): f"nudge-far-{way}" for way in WAYS},
    **{(_CONTROL, _ARROWS[way]): f"neighbour-{way}" for way in WAYS},
}
VOTING: Keys = {
    (_NONE, Key.Key_Return): "walk",
    (_NONE, Key.Key_Enter): "walk",
    (_SHIFT, Key.Key_Return): "walk-back",
}
"""While votes are entered: from note to note."""
FOR_LINK: Keys = {
    (_NONE, Key.Key_Delete): "delete",
    (_NONE, Key.Key_Backspace): "delete",
}
LETTERS = {
    **{chr(tool.key).lower(): tool.id for tool in TOOLS},
    "s": "note",
    "N": "quick-entry",
    "q": "keep-tool",
    "m": "minimap",
}
LETTERS_FOR_SELECTED = {
    **{str(slot): f"party-{slot}" for slot in SLOTS},
    "o": "see-as-ours",
    "c": "see-as-customers",
    "]": "front",
    "[": "back",
}


class Keyboard:
    """The keys of one board. Single letters and digits can be switched off (WCAG 2.1.4)."""

    def __init__(
        self, deeds: BoardDeeds, commands: Commands, edit_selected: Callable[[str], object]
    ) -> None:
        self.single_keys = True
        self._deeds, self._commands = deeds, commands
        self._linking = commands.linking
        self._edit_selected = edit_selected
        self._letters_for_link = {
            str(place): partial(self._linking.say, kind)
            for place, kind in enumerate(LinkKind, start=1)
        }

    def action(self, event: QKeyEvent) -> Deed | None:
        """What the key does now."""
        pressed = (event.modifiers() & ~_KEYPAD, Key(event.key()))
        typed = event.text() if is_typed(event) else ""
        letter = _cased(typed, event) if self.single_keys else ""
        if self._commands.ids:
            return (
                self._commands.ballot.deed(letter)
                or (self._deed(VOTING, pressed) if self._commands.ballot.in_hand else None)
                or self._deed(FOR_SELECTED, pressed)
                or self._deed(ALWAYS, pressed)
                or self._deed(LETTERS_FOR_SELECTED, letter)
                or self._deed(LETTERS, letter)
                or (partial(self._edit_selected, typed) if typed.strip() else None)  # Space pans
            )
        if self._linking.selected:
            return (
                self._deed(FOR_LINK, pressed)
                or self._deed(ALWAYS, pressed)
                or self._letters_for_link.get(letter)
                or self._deed(LETTERS, letter)
            )
        return self._deed(ALWAYS, pressed) or self._deed(LETTERS, letter)

    def _deed(self, keys: Mapping[K, str], pressed: K) -> Deed | None:
        """What the key among these is for."""
        action_id = keys.get(pressed)
        return None if action_id is None else self._deeds.get(action_id, selected=True)


def _cased(letter: str, event: QKeyEvent) -> str:
    """With Shift a capital, also where capitals are locked."""
    shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
    return letter.upper() if shift else letter
