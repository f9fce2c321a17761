"""Which notes are selected, or which link."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtCore import QObject, Signal


class Selection(QObject):
    """The ids of the selected notes, in the order in which they were chosen; or the id of one link."""

    changed = Signal()
    wanted = Signal(tuple)
    """Ids that are about to be selected: what is selected must be seen."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: tuple[str, ...] = ()
        self.link: str | None = None

    def __contains__(self, note_id: str) -> bool:
        return note_id in self.ids

    def set(self, ids: Iterable[str]) -> None:
        wanted = tuple(dict.fromkeys(ids))
        self.wanted.emit(wanted)
        if wanted != self.ids or self.link is not None:
            self.ids, self.link = wanted, None
            self.changed.emit()

    def set_link(self, link_id: str) -> None:
        """Selects a link, and no note."""
        if link_id != self.link:
            self.ids, self.link = (), link_id
            self.changed.emit()

    def clear(self) -> None:
        self.set(())

    def toggle(self, ids: Collection[str]) -> None:
        """Adds notes that belong together, or takes them out when they are selected."""
        if all(each in self.ids for each in ids):
            self.set(each for each in self.ids if each not in ids)
        else:
            self.set((*self.ids, *ids))

    def keep(self, notes: Collection[str], links: Collection[str]) -> None:
        """Forgets what is not among these any more."""
        if self.link is None or self.link not in links:
            self.set(each for each in self.ids if each in notes)
