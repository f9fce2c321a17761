"""Which block of a board feeds which of another: where the same concept lives, in the order of the boards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from canvasapp.domain.board import Board, Workshop
from canvasapp.domain.template import Block, Template
from canvasapp.templates.concepts import Concept, kindred_blocks


@dataclass(frozen=True, slots=True)
class BoardBlock:
    """A block of a board, by their ids."""

    board: str
    block: str


@dataclass(frozen=True, slots=True)
class Kin:
    """A block with the names that one knows it by, its `notes`, and how many of them another block `shares`."""

    there: BoardBlock
    title: str
    board_title: str
    notes: int
    shares: int


@dataclass(frozen=True, slots=True)
class Flows:
    """What comes from boards that stand before a block's own, and what goes to those behind it."""

    fed_by: tuple[Kin, ...]
    feeds: tuple[Kin, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One block in which a concept lives; `there` is None where the workshop has no board of its canvas.

    `board_title` is said where there are several boards of it. One that `waits` is empty while others of the concept
    are not.
    """

    title: str
    board_title: str
    notes: int
    there: BoardBlock | None
    waits: bool = False


@dataclass(frozen=True, slots=True)
class MapRow:
    """A concept with its blocks on each canvas."""

    title: str
    cells: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class ConceptMap:
    """The names of the canvases, each with whether the workshop has a board of it, and the concepts."""

    columns: tuple[tuple[str, bool], ...]
    rows: tuple[MapRow, ...]

    @property
    def waiting(self) -> int:
        """How many blocks are empty while others of their concept are not."""
        cells = (cell for row in self.rows for column in row.cells for cell in column)
        return len({cell.there for cell in cells if cell.waits})


def flows_of(workshop: Workshop, concepts: Iterable[Concept], of: BoardBlock) -> Flows:
    """Each other board's blocks in the order of the facilitation. A block that no concept names has none."""
    concepts, boards = tuple(concepts), workshop.boards_in_order()
    place = [board.id for board in boards].index(of.board)
    here = boards[place]
    contents = {note.content for note in here.notes_in(of.block)}

    def kin(others: Sequence[Board]) -> tuple[Kin, ...]:
        return tuple(
            kin_of(other, block, contents)
            for other in others
            for block in _kindred(concepts, here, of.block, other)
        )

    return Flows(kin(boards[:place]), kin(boards[place + 1 :]))


def kin_of(board: Board, block: Block, contents: Iterable[str] = ()) -> Kin:
    """A block as one of kin to another, whose notes have these `contents`."""
    found = {note.content for note in board.notes_in(block.id)}
    shares = len(found & set(contents))
    there = BoardBlock(board.id, block.id)
    return Kin(there, block.title, board.head.title, len(found), shares)


def concept_map(workshop: Workshop, concepts: Iterable[Concept]) -> ConceptMap:
    """The canvases of the workshop's boards in their order, then those of which it has none."""
    concepts = tuple(concepts)
    boards: dict[str, list[Board]] = {}
    for board in workshop.boards_in_order():
        boards.setdefault(board.template.id, []).append(board)
    templates = {**{each: of[0].template for each, of in boards.items()}, **workshop.templates}
    named = {canvas for concept in concepts for canvas in concept.blocks}
    shown = [each for each in templates if each in named]
    rows = (
        [_cells(templates[e], boards.get(e, []), c.blocks.get(e, ())) for e in shown]
        for c in concepts
    )
    return ConceptMap(
        tuple((templates[each].short_name, each in boards) for each in shown),
        tuple(_row(c.title, cells) for c, cells in zip(concepts, rows, strict=True)),
    )


def _cells(template: Template, boards: list[Board], ids: Iterable[str]) -> tuple[Cell, ...]:
    if not boards:
        blocks = (each for each in template.blocks_in_order() if each.id in ids)
        return tuple(Cell(block.title, "", 0, None) for block in blocks)
    return tuple(
        Cell(
            block.title,
            board.head.title if len(boards) > 1 else "",
            len(board.notes_in(block.id)),
            BoardBlock(board.id, block.id),
        )
        for board in boards
        for block in board.template.blocks_in_order()
        if block.id in ids
    )


def _row(title: str, cells: list[tuple[Cell, ...]]) -> MapRow:
    filled = any(cell.notes for column in cells for cell in column)
    return MapRow(
        title,
        tuple(
            tuple(replace(c, waits=filled and not c.notes and c.there is not None) for c in column)
            for column in cells
        ),
    )


def _kindred(
    concepts: tuple[Concept, ...], here: Board, block: str, other: Board
) -> Iterator[Block]:
    """On a board of the same canvas the same block stands for it."""
    same = other.template.id == here.template.id
    ids = (block,) if same else kindred_blocks(concepts, here.template.id, block, other.template.id)
    return (each for each in other.template.blocks_in_order() if each.id in ids)
