"""Which key does what on the board while no text is edited."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from canvasapp.domain.records import LinkKind
from canvasapp.domain.template import Perspective
from canvasapp.edits.arrange import Axis, Edge
from canvasapp.edits.notes import Stack
from canvasapp.view.arranging import Arranging
from canvasapp.view.commands import Commands
from canvasapp.view.navigation import Navigation
from canvasapp.view.text_editor import is_typed
from canvasapp.view.tools import TOOLS

Key = Qt.Key
Action = Callable[[], object]
Keys = dict[tuple[Qt.KeyboardModifier, Key], Action]
Letters = dict[str, Action]

NUDGE = 1.0
FAR_NUDGE = 10.0
"""How far an arrow key moves notes, in mm."""
ZOOM_STEP = 1.25

_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier

_ARROWS = {Key.Key_Left: (-1, 0), Key.Key_Right: (1, 0), Key.Key_Up: (0, -1), Key.Key_Down: (0, 1)}


class Board(Protocol):
    """What the keys need of the window of the board besides commands and camera."""

    def set_tool(self, tool_id: str) -> None: ...
    def keep_tool(self) -> None: ...
    def edit_selected(self, typed: str = "") -> None: ...
    def escape(self) -> None: ...


class Keyboard:
    """The keys of one board. Single letters and digits can be switched off (WCAG 2.1.4)."""

    def __init__(self, board: Board, commands: Commands, navigation: Navigation) -> None:
        self.single_keys = True
        self._commands = commands
        self._linking = commands.linking
        self._edit_selected = board.edit_selected
        self._always = _keys(board, commands, navigation)
        self._selected = _keys_for_selected(board, commands)
        self._letters = _letters(board)
        self._link_keys: Keys = {
            (_NONE, Key.Key_Delete): commands.delete,
            (_NONE, Key.Key_Backspace): commands.delete,
        }
        self._letters_for_link = {
            str(place): partial(self._linking.say, kind)
            for place, kind in enumerate(LinkKind, start=1)
        }
        self._letters_for_selected = _letters_for_selected(commands)

    def action(self, event: QKeyEvent) -> Action | None:
        """What the key does now."""
        pressed = (event.modifiers() & ~_KEYPAD, Key(event.key()))
        typed = event.text() if is_typed(event) else ""
        letter = typed if self.single_keys else ""
        if self._commands.ids:
            return (
                self._selected.get(pressed)
                or self._always.get(pressed)
                or self._letters_for_selected.get(letter)
                or self._letters.get(letter)
                or (partial(self._edit_selected, typed) if typed else None)
            )
        if self._linking.selected:
            return (
                self._link_keys.get(pressed)
                or self._always.get(pressed)
                or self._letters_for_link.get(letter)
                or self._letters.get(letter)
            )
        return self._always.get(pressed) or self._letters.get(letter)


def _keys(board: Board, commands: Commands, navigation: Navigation) -> Keys:
    nearer = partial(navigation.zoom_by, ZOOM_STEP)
    farther = partial(navigation.zoom_by, 1 / ZOOM_STEP)
    fit_selected = commands.fit_selected
    return {
        (_CONTROL, Key.Key_A): commands.select_all,
        (_CONTROL, Key.Key_V): commands.paste,
        (_CONTROL | _SHIFT, Key.Key_V): commands.paste_as_one,
        (_NONE, Key.Key_Tab): partial(commands.walk, 1),
        (_SHIFT, Key.Key_Backtab): partial(commands.walk, -1),
        (_NONE, Key.Key_PageUp): partial(navigation.step, -1),
        (_NONE, Key.Key_PageDown): partial(navigation.step, 1),
        (_NONE, Key.Key_Escape): board.escape,
        (_CONTROL, Key.Key_Plus): nearer,
        (_CONTROL | _SHIFT, Key.Key_Plus): nearer,
        (_CONTROL, Key.Key_Equal): nearer,
        (_CONTROL, Key.Key_Minus): farther,
        (_CONTROL, Key.Key_0): partial(navigation.zoom_to, 1.0),
        (_SHIFT, Key.Key_1): navigation.fit,
        (_SHIFT, Key.Key_Exclam): navigation.fit,
        (_ALT, Key.Key_1): navigation.fit,
        (_SHIFT, Key.Key_2): fit_selected,
        (_SHIFT, Key.Key_At): fit_selected,
        (_SHIFT, Key.Key_QuoteDbl): fit_selected,
        (_ALT, Key.Key_2): fit_selected,
    }


def _keys_for_selected(board: Board, commands: Commands) -> Keys:
    keys: Keys = {
        (_NONE, Key.Key_Delete): commands.delete,
        (_NONE, Key.Key_Backspace): commands.delete,
        (_CONTROL, Key.Key_C): commands.copy,
        (_CONTROL, Key.Key_X): commands.cut,
        (_CONTROL, Key.Key_D): commands.duplicate,
        (_NONE, Key.Key_Return): board.edit_selected,
        (_NONE, Key.Key_Enter): board.edit_selected,
        (_NONE, Key.Key_F2): board.edit_selected,
        (_CONTROL, Key.Key_BracketRight): partial(commands.restack, Stack.FORWARD),
        (_CONTROL, Key.Key_BracketLeft): partial(commands.restack, Stack.BACKWARD),
    }
    keys.update(_keys_to_arrange(commands.arranging))
    for key, (across, down) in _ARROWS.items():
        keys[_NONE, key] = partial(commands.nudge, across * NUDGE, down * NUDGE)
        keys[_CONTROL, key] = partial(commands.go, across, down)
        keys[_SHIFT, key] = partial(commands.nudge, across * FAR_NUDGE, down * FAR_NUDGE)
    return keys


def _keys_to_arrange(arranging: Arranging) -> Keys:
    edges = {
        Key.Key_A: Edge.LEFT,
        Key.Key_D: Edge.RIGHT,
        Key.Key_W: Edge.TOP,
        Key.Key_S: Edge.BOTTOM,
        Key.Key_H: Edge.CENTRE_H,
        Key.Key_V: Edge.CENTRE_V,
    }
    aligning: Keys = {(_ALT, key): partial(arranging.align, edge) for key, edge in edges.items()}
    return {
        **aligning,
        (_ALT | _SHIFT, Key.Key_H): partial(arranging.distribute, Axis.ACROSS),
        (_ALT | _SHIFT, Key.Key_V): partial(arranging.distribute, Axis.DOWN),
        (_CONTROL, Key.Key_G): arranging.group,
        (_CONTROL | _SHIFT, Key.Key_G): arranging.ungroup,
        (_CONTROL | _SHIFT, Key.Key_L): arranging.lock_or_unlock,
        (_CONTROL | _ALT, Key.Key_C): arranging.copy_style,
        (_CONTROL | _ALT, Key.Key_V): arranging.paste_style,
    }


def _letters(board: Board) -> Letters:
    chosen = {chr(tool.key).lower(): partial(board.set_tool, tool.id) for tool in TOOLS}
    return {**chosen, "s": chosen["n"], "q": board.keep_tool}


def _letters_for_selected(commands: Commands) -> Letters:
    slots = {str(slot): partial(commands.give_to, slot or None) for slot in range(9)}
    return {
        **slots,
        "o": partial(commands.see_as, Perspective.OUR),
        "c": partial(commands.see_as, Perspective.CUSTOMER),
        "]": partial(commands.restack, Stack.FRONT),
        "[": partial(commands.restack, Stack.BACK),
    }
