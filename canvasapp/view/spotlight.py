"""What was found on the board, or chosen by its party: lit while all else is dimmed; what was found is gone to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce

from canvasapp.domain.board import Board
from canvasapp.domain.finding import Found, Kind
from canvasapp.domain.geometry import Rect
from canvasapp.view.frames import Frames
from canvasapp.view.navigation import Navigation
from canvasapp.view.selection import Selection


class Spotlight:
    """Serves one window of a board."""

    def __init__(self, frames: Frames, selection: Selection, navigation: Navigation) -> None:
        self._frames, self._veil = frames, frames.surface.veil
        self._selection, self._navigation = selection, navigation
        self._chosen: frozenset[str] | None = None
        self._is_finding = False

    def light(self, found: Iterable[Found]) -> None:
        """Dims everything else."""
        found, self._is_finding = [*found], True
        ids = (note_id for each in found for note_id in each.notes)
        self._veil.light(ids, (area for each in found for area in each.areas))
        self._frames.touch(None)

    def put_out(self) -> None:
        """Nothing was found any more: only what is not chosen stays dimmed."""
        self._is_finding = False
        if self._chosen is not None:
            self._veil.light(self._chosen, ())
            self._frames.touch(None)
        elif self._veil.is_on:
            self._veil.lift()
            self._frames.touch(None)

    def choose_only(self, notes: Iterable[str] | None) -> None:
        """Dims everything but these, whenever nothing else is sought; None dims nothing."""
        chosen = None if notes is None else frozenset(notes)
        if chosen == self._chosen:
            return
        self._chosen = chosen
        if not self._is_finding:
            self.put_out()

    def choose(self, board: Board, found: Found) -> None:
        """Selects what was found; the camera moves only when it is out of the window."""
        self._enter(board, found)
        self._navigation.reveal(_rects(board, found))

    def go_to(self, board: Board, found: Found) -> None:
        """Selects what was found and comes near enough to read it."""
        self._enter(board, found)
        rects = _rects(board, found)
        if found.kind is Kind.BLOCK and found.block is not None:
            self._navigation.show(board.template.block(found.block).rect)
        elif found.kind is Kind.NOTE and rects:
            self._navigation.read(rects[0])
        elif rects:
            self._navigation.show(reduce(Rect.united, rects))

    def can_be_read(self, board: Board, found: Found) -> bool:
        """Whether going there would change nothing."""
        rects = _rects(board, found)
        return found.kind is Kind.NOTE and all(self._navigation.can_read(each) for each in rects)

    def first_seen(self, found: Sequence[Found]) -> int | None:
        """The place of the first of these that is in the window, near or far."""
        seen = self._navigation.seen
        notes = self._navigation.seen_ids
        for place, each in enumerate(found):
            if not notes.isdisjoint(each.notes) or any(map(seen.encloses, each.areas)):
                return place
        return None

    def leave(self) -> None:
        """One is about to go elsewhere: back leads here."""
        self._navigation.leave()

    def _enter(self, board: Board, found: Found) -> None:
        self._selection.set(each for each in found.notes if each in board.notes)
        if found.block is not None:
            self._navigation.enter(found.block)


def _rects(board: Board, found: Found) -> list[Rect]:
    notes = (board.notes[each] for each in found.notes if each in board.notes)
    return [*found.areas, *(note.rect for note in notes)]
