"""The steps of typing in one note: what undo goes back to, a word or a deletion at a time."""

from __future__ import annotations

from canvasapp.view.draft import Draft


class TypingHistory:
    """Holds the text as it is now, as it was, and as it was before undo."""

    def __init__(self, draft: Draft) -> None:
        self.now = draft
        self._past: list[Draft] = []
        self._future: list[Draft] = []
        self._running: str | None = None

    def move(self, draft: Draft) -> None:
        """Another caret or selection; the next change begins a new step."""
        self.now = draft
        self._running = None

    def change(self, draft: Draft, run: str | None = None) -> None:
        """Another text. Changes of one `run`, such as letters typed in a row, are one step."""
        if draft.text == self.now.text:
            self.move(draft)
            return
        if run is None or run != self._running:
            self._past.append(self.now)
        self._future.clear()
        self.now, self._running = draft, run

    def undo(self) -> None:
        if self._past:
            self._future.append(self.now)
            self.move(self._past.pop())

    def redo(self) -> None:
        if self._future:
            self._past.append(self.now)
            self.move(self._future.pop())
