"""Named ways to use the pointer, one of them in the hand, and one gesture at a time."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt

from canvasapp.view.pointer import Pointer
from canvasapp.view.stage import Stage

Gesture = Generator[None, Pointer, None]
"""One use of a tool, from the press to the release: each pointer event is sent in; closing it undoes the gesture."""


@dataclass(frozen=True, slots=True)
class Tool:
    """A way to use the pointer. `key` chooses it; a tool that `scrolls` moves the view when dragged to its edge.

    One that is not `in_bar` is chosen by its key alone. `cursor` says what a press would do there; without
    `cursor_in_use` it stays during a gesture.
    """

    id: str
    name: str
    key: Qt.Key
    begin: Callable[[Stage, Pointer], Gesture]
    cursor: Callable[[Stage, Pointer], Qt.CursorShape]
    cursor_in_use: Qt.CursorShape | None = None
    scrolls: bool = True
    in_bar: bool = True


class Toolbox:
    """Holds the tool in use and the gesture under way."""

    def __init__(self, tools: Iterable[Tool], stage: Stage) -> None:
        self._tools = {tool.id: tool for tool in tools}
        self._stage = stage
        self.tool = next(iter(self._tools.values()))
        self.used = self.tool
        self._gesture: Gesture | None = None
        self._press: Pointer | None = None
        self._dragging = False
        self._turn = 0

    @property
    def busy(self) -> bool:
        return self._gesture is not None

    @property
    def scrolls(self) -> bool:
        """Whether something is being dragged that may go on past the edge of the view."""
        return self._dragging and self.used.scrolls

    @property
    def is_beyond(self) -> bool:
        """Whether what is dragged would be taken by something beside the board."""
        return self._stage.beyond.taker is not None

    def choose(self, tool_id: str) -> None:
        self.cancel()
        self.tool = self._tools[tool_id]

    def press(self, pointer: Pointer, tool_id: str | None = None) -> None:
        """Begins a gesture of the tool in use, or of another one for this once."""
        self.cancel()
        self.used = self._tools[tool_id] if tool_id else self.tool
        self._press = pointer
        self._gesture = self.used.begin(self._stage, pointer)
        self._advance(None)

    def move(self, pointer: Pointer) -> None:
        if self._press and pointer.has_left(self._press):
            self._dragging = True
        self._advance(pointer)

    def release(self, pointer: Pointer) -> None:
        try:
            self._advance(pointer)
        finally:
            self.cancel()

    def cancel(self) -> None:
        """Ends the gesture under way as if it had not been begun."""
        self._turn += 1
        gesture, self._gesture = self._gesture, None
        self._press, self._dragging = None, False
        if gesture is not None:
            gesture.close()

    def _advance(self, pointer: Pointer | None) -> None:
        # A gesture may choose another tool, which cancels: it is out of reach meanwhile, or it would close itself.
        gesture, self._gesture, turn = self._gesture, None, self._turn
        if gesture is None:
            return
        try:
            gesture.send(pointer)  # type: ignore[arg-type]  # None starts a generator
        except StopIteration:
            self._dragging = False
            return
        if turn == self._turn:
            self._gesture = gesture
        else:
            gesture.close()
