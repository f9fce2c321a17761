"""Where the two views of a board part: blocks seen from one side, notes that disagree, questions that are open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from string import ascii_uppercase

from canvasapp.domain.answers import Tally, block_tally, open_questions, tally
from canvasapp.domain.board import Board
from canvasapp.domain.reading import reading_order
from canvasapp.domain.records import Link, LinkKind, Note
from canvasapp.domain.template import Block, Perspective, Question


@dataclass(frozen=True, slots=True)
class LaneFigures:
    """One view of a block: how many notes, and how many of its questions are answered."""

    perspective: Perspective
    notes: int
    tally: Tally


@dataclass(frozen=True, slots=True)
class OneSided:
    """A block with notes from one point of view only, and the view that is `missing`."""

    block: Block
    missing: Perspective


@dataclass(frozen=True, slots=True)
class Pair:
    """Two notes of which one contradicts the other; ours stands first. Letters go on from Z with AA."""

    letter: str
    link: str
    first: Note
    second: Note


@dataclass(frozen=True, slots=True)
class Gaps:
    """All that a reader of the two views should look at, in facilitation order."""

    tallies: Mapping[Perspective, Tally]
    one_sided: tuple[OneSided, ...]
    pairs: tuple[Pair, ...]
    open: tuple[tuple[Block, Question], ...]


def gaps_of(board: Board) -> Gaps:
    return Gaps(
        tallies={each: tally(board, each) for each in Perspective},
        one_sided=tuple(one_sided(board)),
        pairs=pairs_of(board),
        open=tuple(open_questions(board)),
    )


def lane_figures(board: Board, block: Block, perspective: Perspective) -> LaneFigures:
    notes = board.lanes.get((block.id, perspective), ())
    return LaneFigures(perspective, len(notes), block_tally(board, block, perspective))


def missing_view(board: Board, block: Block) -> Perspective | None:
    """The point of view from which a block has no note while it has some from the other."""
    empty = [each for each in Perspective if not board.lanes.get((block.id, each))]
    return empty[0] if len(empty) == 1 else None


def one_sided(board: Board) -> list[OneSided]:
    """The blocks that are seen from one side only, in facilitation order."""
    found = ((block, missing_view(board, block)) for block in board.template.blocks_in_order())
    return [OneSided(block, missing) for block, missing in found if missing is not None]


def pairs_of(board: Board) -> tuple[Pair, ...]:
    """The notes that contradict each other, in the order in which the first ones are read."""
    links = [x for x in board.links.values() if x.kind is LinkKind.CONTRADICTS]
    ends = [(_ours_first(board, link), link) for link in links]
    order = {block.id: block.order for block in board.template.blocks}
    read = {note.id: at for at, note in enumerate(reading_order(first for (first, _), _ in ends))}

    def place(pair: tuple[tuple[Note, Note], Link]) -> tuple[int, int, str]:
        (first, _), link = pair
        return order.get(first.block or "", len(order) + 1), read[first.id], link.id

    return tuple(
        Pair(letter_at(at), link.id, first, second)
        for at, ((first, second), link) in enumerate(sorted(ends, key=place))
    )


def letters_of(pairs: tuple[Pair, ...]) -> dict[str, tuple[str, ...]]:
    """The letters of each note that stands in a pair, by its id."""
    letters: dict[str, tuple[str, ...]] = {}
    for pair in pairs:
        for note in (pair.first, pair.second):
            letters[note.id] = (*letters.get(note.id, ()), pair.letter)
    return letters


def letter_at(place: int) -> str:
    """A, B, ... Z, AA, AB, ... for 0, 1, ..."""
    before, last = divmod(place, len(ascii_uppercase))
    return (letter_at(before - 1) if before else "") + ascii_uppercase[last]


def _ours_first(board: Board, link: Link) -> tuple[Note, Note]:
    source, target = board.notes[link.source], board.notes[link.target]
    swapped = source.perspective is not Perspective.OUR and target.perspective is Perspective.OUR
    return (target, source) if swapped else (source, target)
