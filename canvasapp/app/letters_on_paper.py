"""How large the letters of each note are on paper, measured a few notes at a time so that nothing waits."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

from canvasapp.checks import Poster
from canvasapp.domain.board import Board
from canvasapp.domain.records import Note
from canvasapp.picture.note_picture import written
from canvasapp.picture.theme import LIGHT
from canvasapp.text.layout import PT


class LettersOnPaper:
    """Keeps what it has measured: after an edit only what has changed is measured again."""

    def __init__(self, clock: Callable[[], float] = time.perf_counter) -> None:
        self._clock = clock
        self._sizes: dict[str, tuple[Note, float | None]] = {}

    def poster(self, board: Board, seconds: float) -> Poster | None:
        """The sheet of `board` as it would be printed in its own size; None when the time was over before."""
        end, sizes = self._clock() + seconds, {}
        for note in board.notes.values():
            known = self._sizes.get(note.id)
            if known is None or known[0] is not note:
                if self._clock() >= end:
                    return None
                known = self._sizes[note.id] = note, _size(note)
            sizes[note.id] = known[1]
        self._forget_all_but(board.notes)
        letters = {note_id: size for note_id, size in sizes.items() if size is not None}
        return Poster(board.template.attribution, letters)

    def _forget_all_but(self, notes: Mapping[str, Note]) -> None:
        if len(self._sizes) > 2 * len(notes):
            self._sizes = {each: kept for each, kept in self._sizes.items() if each in notes}


def _size(note: Note) -> float | None:
    """In pt; None of a note that says nothing."""
    texts = written(note, LIGHT)
    return texts[0].size / PT if texts else None
