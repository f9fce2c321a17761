"""Which notes are selected."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtCore import QObject, Signal


class Selection(QObject):
    """The ids of the selected notes, in the order in which they were chosen."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.ids: tuple[str, ...] = ()

    def __contains__(self, note_id: str) -> bool:
        return note_id in self.ids

    def set(self, ids: Iterable[str]) -> None:
        wanted = tuple(dict.fromkeys(ids))
        if wanted != self.ids:
            self.ids = wanted
            self.changed.emit()

    def clear(self) -> None:
        self.set(())

    def toggle(self, note_id: str) -> None:
        """Adds the note, or takes it out when it is selected."""
        if note_id in self.ids:
            self.set(each for each in self.ids if each != note_id)
        else:
            self.set((*self.ids, note_id))

    def keep(self, there: Collection[str]) -> None:
        """Forgets the notes that are not `there` any more."""
        self.set(each for each in self.ids if each in there)
