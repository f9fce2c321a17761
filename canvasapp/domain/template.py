"""A canvas's fixed layout: sheet, blocks, lanes and the questions asked in them. Never edited on a board."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from canvasapp.domain.geometry import Point, Rect


class Perspective(StrEnum):
    """Whose eyes a block is seen with."""

    OUR = "our"
    CUSTOMER = "customer"


class Origin(StrEnum):
    """Where a question's words come from: `verbatim` ones are printed word for word, fragments too."""

    VERBATIM = "verbatim"
    FRAGMENT = "verbatim-fragment"
    ADAPTED = "adapted"
    DERIVED = "derived"


class Split(StrEnum):
    """How a block is cut into lanes: `rows` puts our view on top, `columns` on the left."""

    ROWS = "rows"
    COLUMNS = "columns"


class Decoration(StrEnum):
    """What is drawn behind a block's notes: a wedge widens upwards."""

    WEDGE = "wedge"


SMALLEST_NOTE = 50.0
"""The least width and height a note is placed with, in mm; every lane has room for one."""

LANE_LABEL = 16.0
LANE_SIDE = 7.0
LANE_FOOT = 5.0


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a block; its id is unique within the block and stays when the wording changes."""

    id: str
    perspective: Perspective
    text: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Lane:
    """The part of a block that belongs to one perspective, in mm on the sheet."""

    perspective: Perspective
    rect: Rect

    @property
    def room(self) -> Rect:
        """Where notes are placed: the lane below its label and between its margins."""
        x, y, w, h = self.rect.x, self.rect.y, self.rect.w, self.rect.h
        return Rect(x + LANE_SIDE, y + LANE_LABEL, w - 2 * LANE_SIDE, h - LANE_LABEL - LANE_FOOT)


@dataclass(frozen=True, slots=True)
class Sublane:
    """A named kind of note inside a block, such as a kind of benefit."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class ExampleNote:
    """A note that shows how the block may be filled; `party` is an id of the worked example."""

    perspective: Perspective
    party: str
    text: str
    question: str | None


@dataclass(frozen=True, slots=True)
class Block:
    """One area of a canvas. `rect` (mm) is its tile; drawn, it is inset by half the sheet's gutter.

    `number` is printed on it, `order` (from 1) is its place in the facilitation; `feeds` names the artefacts it serves.
    """

    id: str
    number: int
    order: int
    title: str
    purpose: str
    rect: Rect
    split: Split
    lanes: tuple[Lane, ...]
    sublanes: tuple[Sublane, ...]
    questions: tuple[Question, ...]
    examples: tuple[ExampleNote, ...]
    registers: tuple[str, ...]
    feeds: tuple[str, ...]
    minutes: int
    decoration: Decoration | None = None

    def lane(self, perspective: Perspective) -> Lane:
        return next(lane for lane in self.lanes if lane.perspective is perspective)

    def questions_of(self, perspective: Perspective) -> tuple[Question, ...]:
        return tuple(q for q in self.questions if q.perspective is perspective)

    def question(self, question_id: str) -> Question | None:
        return next((q for q in self.questions if q.id == question_id), None)


@dataclass(frozen=True, slots=True)
class AgendaStep:
    """One step of the facilitation plan, in minutes from its start."""

    start: int
    minutes: int
    title: str
    blocks: tuple[str, ...]
    facilitator: str
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TypeScale:
    """Letter sizes in pt on the sheet."""

    canvas_title: float
    subtitle: float
    block_title: float
    block_number: float
    purpose: float
    questions: float
    note_min: float
    note_default: float
    footer: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """The paper a template is drawn for, in mm."""

    width: float
    height: float
    margin: float
    gutter: float
    type_scale: TypeScale

    @property
    def rect(self) -> Rect:
        return Rect(0, 0, self.width, self.height)

    @property
    def frame(self) -> Rect:
        """The sheet without its margins: what percentages in a template file speak of."""
        return self.rect.inset(self.margin)


@dataclass(frozen=True, slots=True)
class Place:
    """Where on a canvas something lies."""

    block: str
    perspective: Perspective


@dataclass(frozen=True, slots=True)
class Template:
    """A canvas: everything that all its boards share.

    `provenance` tells what of the layout, order and names is the source's and what is derived; `order` is the canvas's
    place among the canvases, None after all that have one.
    """

    id: str
    key: str
    version: int
    name: str
    short_name: str
    tagline: str
    summary: str
    when_to_use: str
    attribution: str
    source: str
    licence_caution: str
    sheet: Sheet
    header: Rect
    footer: Rect
    blocks: tuple[Block, ...]
    registers: tuple[str, ...]
    participants: str
    agenda: tuple[AgendaStep, ...]
    checks: tuple[str, ...]
    afterwards: str = ""
    provenance: str = ""
    language: str = "en"
    order: int | None = None

    def block(self, block_id: str) -> Block:
        """Raises KeyError when the template has no such block."""
        for block in self.blocks:
            if block.id == block_id:
                return block
        raise KeyError(block_id)

    def blocks_in_order(self) -> list[Block]:
        """The blocks as the facilitation goes through them."""
        return sorted(self.blocks, key=lambda block: block.order)

    def questions(self) -> Iterator[tuple[Block, Question]]:
        """Every question in facilitation order."""
        for block in self.blocks_in_order():
            for question in block.questions:
                yield block, question

    def place_at(self, at: Point) -> Place | None:
        """The block and perspective at `at`; on a block's title the nearest lane counts; None outside the blocks."""
        for block in self.blocks:
            if block.rect.contains(at):
                nearest = min(block.lanes, key=lambda lane: lane.rect.distance_to(at))
                return Place(block.id, nearest.perspective)
        return None


@dataclass(frozen=True, slots=True)
class CanvasFile:
    """A canvas as it stands in a data file: the whole text, and what it says. Two are equal when their texts are."""

    text: str = field(repr=False)
    template: Template = field(compare=False)
