"""What keys and menus do to arrange the selected notes: groups, locks, lines, gaps and looks."""

from __future__ import annotations

from collections.abc import Callable

from canvasapp.domain.geometry import Point
from canvasapp.domain.voting import shown_round
from canvasapp.edits.arrange import (
    Axis,
    CopiedStyle,
    Edge,
    align,
    distribute,
    match_size,
    paste_style,
    stack,
    style_of,
)
from canvasapp.edits.groups import group_notes, lock_notes, ungroup_notes, unlock_notes
from canvasapp.edits.marking import turn_bold
from canvasapp.edits.splitting import merge_notes, split_note
from canvasapp.edits.tidy import SortBy, sort_notes, tidy, tidy_notes
from canvasapp.edits.voting import VoteError, sort_by_votes
from canvasapp.picture.note_picture import height_for
from canvasapp.view.stage import Stage


class Arranging:
    """Each is one edit, of the notes selected when it is called. `where` is the place that is meant without any."""

    def __init__(self, stage: Stage, where: Callable[[], Point]) -> None:
        self._stage, self._where = stage, where
        self._style: CopiedStyle | None = None

    def group(self) -> None:
        self._stage.commit(group_notes(self._stage.board, self._ids))

    def ungroup(self) -> None:
        self._stage.commit(ungroup_notes(self._stage.board, self._ids))

    def lock_or_unlock(self) -> None:
        """Locks the notes, or unlocks them when all of them are locked."""
        board = self._stage.board
        all_locked = all(board.note(each).locked for each in self._ids)
        self._stage.commit((unlock_notes if all_locked else lock_notes)(board, self._ids))

    def align(self, edge: Edge) -> None:
        self._stage.commit(align(self._stage.board, self._ids, edge))

    def distribute(self, axis: Axis) -> None:
        self._stage.commit(distribute(self._stage.board, self._ids, axis))

    def tidy(self) -> None:
        """The selected notes in rows; of one alone all of its lane, without any the lane that is meant."""
        board, ids = self._stage.board, self._ids
        if len(ids) > 1:
            self._stage.commit(tidy_notes(board, ids))
            return
        note = board.note(ids[0]) if ids else None
        place = board.template.place_at(note.rect.centre if note else self._where())
        if place is not None:
            self._stage.commit(tidy(board, place.block, place.perspective))

    def sort(self, by: SortBy) -> None:
        self._stage.commit(sort_notes(self._stage.board, self._ids, by))

    def sort_by_votes(self) -> None:
        """Most dots first, of the latest vote whose counts are shown. Raises VoteError when there is none."""
        board = self._stage.board
        if (vote := shown_round(board)) is None:
            raise VoteError("No counts are shown yet: show those of a vote first.")
        self._stage.commit(sort_by_votes(board, self._ids, vote.id))

    def stack(self) -> None:
        self._stage.commit(stack(self._stage.board, self._ids))

    def match_size(self) -> None:
        self._stage.commit(match_size(self._stage.board, self._ids))

    def split(self) -> None:
        """A note for each line of the note that was selected first."""
        self._stage.add(split_note(self._stage.board, self._ids[0]))

    def merge(self) -> None:
        self._stage.add(merge_notes(self._stage.board, self._ids, height_for))

    def turn_bold(self) -> None:
        """Bold letters, or plain ones when all of them are bold."""
        self._stage.commit(turn_bold(self._stage.board, self._ids, height_for))

    def copy_style(self) -> None:
        """Keeps the look of the note that was selected first."""
        for note_id in self._ids[:1]:
            self._style = style_of(self._stage.board.note(note_id))

    def paste_style(self) -> None:
        if self._style is not None:
            self._stage.commit(paste_style(self._stage.board, self._ids, self._style))

    @property
    def _ids(self) -> tuple[str, ...]:
        return self._stage.selection.ids
