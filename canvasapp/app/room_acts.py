"""What one does while the room works: hides and reveals notes, finishes blocks, parks, decides, marks gaps."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from canvasapp.app.commands import Deeds
from canvasapp.app.decide_popover import DecidePopover
from canvasapp.domain.board import Board
from canvasapp.domain.change import Edit
from canvasapp.domain.records import Note, NoteKind, Seen
from canvasapp.domain.template import Block
from canvasapp.edits.catching import mark_gap, park_notes
from canvasapp.edits.privacy import hidden_notes, hide_notes, make_private, reveal, show_notes
from canvasapp.edits.sealing import seal_block, unseal_block
from canvasapp.panels.surroundings import Surroundings

SELECT = "Select notes first"
SELECT_TWO = "Select two notes first"
NOTHING_HIDDEN = "Nothing waits to be revealed"
_PAIR = 2


class RoomActs:
    """Each is one edit of the board in the window, of the notes selected then or of the block somebody works in."""

    def __init__(self, around: Surroundings, page: QWidget) -> None:
        self._around, self._page = around, page
        self._decide: DecidePopover | None = None

    @property
    def deeds(self) -> Deeds:
        return {
            "hide": partial(self._of_notes, self._hide_or_show),
            "private": partial(self._of_notes, self._make_private_or_not),
            "reveal-block": lambda: self._reveal(self.block.id),
            "reveal-board": lambda: self._reveal(None),
            "finish-block": self._finish_or_open,
            "park": partial(self._of_notes, self._park),
            "decide": self.decide,
            "mark-gap": partial(self._of_notes, self._mark_gap),
        }

    @property
    def blocked(self) -> dict[str, str]:
        """Why some of them can not be done now, by their ids."""
        selected, board = self._around.view.selected_ids, self._board
        why = {} if selected else dict.fromkeys(("hide", "private", "park"), SELECT)
        if len(selected) != _PAIR:
            why["mark-gap"] = SELECT_TWO
        if not hidden_notes(board):
            why["reveal-board"] = NOTHING_HIDDEN
        if not hidden_notes(board, self.block.id):
            why["reveal-block"] = NOTHING_HIDDEN
        return why

    @property
    def block(self) -> Block:
        """That of the first selected note, else the one somebody works in, else the first."""
        view, template = self._around.view, self._board.template
        chosen = [self._board.note(each).block for each in view.selected_ids[:1]]
        wanted = next(filter(None, chosen), None) or view.current_block
        blocks = template.blocks_in_order()
        return next((each for each in blocks if each.id == wanted), blocks[0])

    def decide(self) -> None:
        """Asks for a decision."""
        if self._decide is None:
            self._decide = DecidePopover(self._around, self._page)
        self._decide.toggle()

    @property
    def _board(self) -> Board:
        return self._around.view.board

    def _notes(self) -> list[Note]:
        return [self._board.note(each) for each in self._around.view.selected_ids]

    def _of_notes(self, plan: Callable[[list[Note]], tuple[Edit, str]]) -> None:
        self._around.view.finish_editing()
        notes = self._notes()
        if not notes:
            self._around.guide.tell(SELECT)
            return
        self._perform(*plan(notes))

    def _perform(self, edit: Edit, said: str) -> None:
        """What is refused has its own words."""
        before = self._around.journal.seq
        self._around.guide.perform(edit)
        if said and self._around.journal.seq != before:
            self._around.guide.tell(said)

    def _hide_or_show(self, notes: list[Note]) -> tuple[Edit, str]:
        ids = [note.id for note in notes]
        if any(note.seen is Seen.SHOWN for note in notes):
            return hide_notes(self._board, ids), "Hidden until it is revealed"
        return show_notes(self._board, ids), "Shown to everybody"

    def _make_private_or_not(self, notes: list[Note]) -> tuple[Edit, str]:
        ids = [note.id for note in notes]
        if all(note.seen is Seen.PRIVATE for note in notes):
            return show_notes(self._board, ids), "Shown to everybody"
        return make_private(self._board, ids), "Private: on no wall, paper or file for others"

    def _reveal(self, block: str | None) -> None:
        count = len(hidden_notes(self._board, block))
        if not count:
            self._around.guide.tell(NOTHING_HIDDEN)
            return
        said = "1 note is revealed" if count == 1 else f"{count} notes are revealed"
        self._perform(reveal(self._board, block), said)

    def _finish_or_open(self) -> None:
        self._around.view.finish_editing()
        board, block = self._board, self.block
        if block.id in board.sealed_blocks:
            self._perform(unseal_block(board, block.id), f"{block.title} is open again")
        else:
            said = f"{block.title} is finished: its notes stay as they are"
            self._perform(seal_block(board, block.id), said)

    def _park(self, notes: list[Note]) -> tuple[Edit, str]:
        edit = park_notes(self._board, [note.id for note in notes])
        return edit, "Parked beside the sheet" if edit else ""

    def _mark_gap(self, notes: list[Note]) -> tuple[Edit, str]:
        pair = [note for note in notes if note.kind is NoteKind.NOTE]
        if len(pair) != _PAIR:
            self._around.guide.tell(SELECT_TWO)
            return Edit("Mark gap", ()), ""
        one, other = (note.id for note in pair)
        return mark_gap(self._board, one, other), "Marked as a gap"
