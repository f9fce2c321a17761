"""Quick entry: line after line becomes a note in the block, view and party that were set, until they are changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from canvasapp.domain.template import Block, Perspective
from canvasapp.edits.notes import add_notes
from canvasapp.edits.placing import places_for
from canvasapp.picture.note_picture import grown_height
from canvasapp.view.navigation import Navigation
from canvasapp.view.stage import Stage


@dataclass(frozen=True, slots=True)
class Target:
    """Where notes go and whose they are. A party that was not `chosen` follows the perspective."""

    block: str
    perspective: Perspective
    party: str | None
    chosen: bool = False


class QuickEntry:
    """Of the board in one window. `told` is called when the target has changed."""

    def __init__(self, stage: Stage, navigation: Navigation, told: Callable[[], object]) -> None:
        self._stage, self._navigation, self._told = stage, navigation, told
        self._target: Target | None = None

    @property
    def target(self) -> Target:
        """As it was set; what is not on the board any more gives way to the likeliest."""
        board, kept = self._stage.board, self._target
        if kept is None or all(block.id != kept.block for block in board.template.blocks):
            perspective = kept.perspective if kept else Perspective.OUR
            kept = Target(self.blocks[0].id, perspective, None)
        if not kept.chosen or (kept.party is not None and kept.party not in board.parties):
            party = self._stage.parties.of(board, kept.perspective)
            kept = replace(kept, party=party, chosen=False)
        self._target = kept
        return kept

    @property
    def blocks(self) -> Sequence[Block]:
        """Those of the canvas, in facilitation order."""
        return self._stage.board.template.blocks_in_order()

    def begin(self) -> None:
        """Notes go where the selected note lies, or to the block that somebody works in."""
        notes = [self._stage.board.note(each) for each in self._stage.selection.ids[-1:]]
        for note in notes:
            if note.perspective is not None:
                self._target = replace(self.target, perspective=note.perspective)
        lying = next((note.block for note in notes if note.block), None)
        self.go_to(lying or self._navigation.block or self.target.block)

    def go_to(self, block_id: str) -> None:
        self._set(replace(self.target, block=block_id))
        self._navigation.enter(self.target.block)

    def step(self, by: int) -> None:
        """The next block (1) or the one before (-1), round and round."""
        ids = [block.id for block in self.blocks]
        self.go_to(ids[(ids.index(self.target.block) + by) % len(ids)])

    def see_as(self, perspective: Perspective) -> None:
        self._set(replace(self.target, perspective=perspective))

    def give_to(self, party: str | None) -> None:
        """None is nobody."""
        self._set(replace(self.target, party=party, chosen=True))

    def add(self, texts: Sequence[str]) -> None:
        """A note of each text in free room, all of them one edit; the last one is brought into the window."""
        board, target = self._stage.board, self.target
        rects = places_for(board, target.block, target.perspective, texts, grown_height)
        placed = zip(rects, texts, strict=True)
        self._stage.add(add_notes(board, placed, party=target.party))
        self._navigation.reveal(rects[-1:])

    def _set(self, target: Target) -> None:
        self._target = target
        self._told()
