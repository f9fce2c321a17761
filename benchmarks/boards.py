"""Seeded boards to measure with: as many notes of 12 words as wanted, the same ones each time."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

from canvasapp.domain.board import Board, Workshop
from canvasapp.domain.geometry import Rect
from canvasapp.domain.order import keys_between
from canvasapp.domain.records import BoardHead, Note, Party, Record, WorkshopHead
from canvasapp.domain.template import Block, Lane, Perspective, Template
from canvasapp.templates.loader import load_templates

TEMPLATE = "service-logic-bmc"
BOARD = "board"
# fmt: off
WORDS = (
    "customer", "service", "visit", "repair", "retailer", "telecom", "home", "promise", "price", "month", "contract",
    "week", "trust", "call", "answer", "team", "value", "partner", "network", "moment", "device", "credit", "plan",
    "first", "best", "two", "own", "with", "for", "and", "the", "when", "after",
)
# fmt: on
WORDS_A_NOTE = 12
NOTE = (104.0, 70.0)
CELL = (112.0, 78.0)
LABEL = 24.0
"""What a lane's label takes from its top, in mm."""
PARTIES = (
    ("Telecom", "Te", 1),
    ("Retailer", "Rt", 2),
    ("Repair network", "Rp", 3),
    ("Letting agency", "La", 4),
    ("Insurer", "In", 6),
    ("Customer", "Cu", 8),
)

Place = tuple[Block, Perspective, Rect]


def seeded_workshop(count: int, *, grown: bool = False, seed: int = 7) -> Workshop:
    """A workshop with one board, BOARD, that has `count` notes in the lanes of the canvas TEMPLATE.

    On a `grown` board the sheet is so large that the notes lie side by side; else it is an A0 sheet on which they
    come to lie in piles.
    """
    template = seeded_template(count, grown=grown)
    chance = random.Random(seed)
    parties = [Party(f"party{slot}", name, short, slot) for name, short, slot in PARTIES]
    head = BoardHead(BOARD, template.id, template.version, template.short_name, "", "a0")
    notes = _notes(template, count, [party.id for party in parties], chance)
    records: list[Record] = [*parties, head, *notes]
    templates = {**load_templates(), template.id: template}
    return Workshop.of(WorkshopHead("workshop", "Seeded"), templates, records)


def seeded_template(count: int, *, grown: bool = False) -> Template:
    """The canvas of such a workshop's board."""
    template = load_templates()[TEMPLATE]
    return _grown(template, count) if grown else template


def middle_note(board: Board) -> Note:
    """The note nearest to the middle of the sheet."""
    middle = board.template.sheet.rect.centre
    return min(board.notes.values(), key=lambda note: note.rect.distance_to(middle))


def _notes(
    template: Template, count: int, parties: list[str], chance: random.Random
) -> Iterator[Note]:
    places = _places(template, count, chance)
    for number, (z, place) in enumerate(zip(keys_between(None, None, count), places, strict=True)):
        block, perspective, rect = place
        yield Note(
            id=f"note{number:06}",
            board=BOARD,
            block=block.id,
            perspective=perspective,
            question=None,
            text=" ".join(chance.choices(WORDS, k=WORDS_A_NOTE)).capitalize(),
            party=chance.choice(parties),
            x=rect.x,
            y=rect.y,
            w=rect.w,
            h=rect.h,
            z=z,
        )


def _places(template: Template, count: int, chance: random.Random) -> list[Place]:
    """The cells of all lanes; when there are not enough, the same again a little beside."""
    cells = [
        (block, lane.perspective, cell)
        for block in template.blocks_in_order()
        for lane in block.lanes
        for cell in _cells(lane)
    ]
    places = cells[:count]
    while len(places) < count:
        block, perspective, cell = chance.choice(cells)
        beside = cell.moved(chance.uniform(-30.0, 30.0), chance.uniform(-20.0, 20.0))
        if template.place_at(beside.centre) == template.place_at(cell.centre):
            places.append((block, perspective, beside))
    return places


def _cells(lane: Lane) -> Iterator[Rect]:
    room = lane.rect
    for row in range(int((room.h - LABEL) // CELL[1])):
        for column in range(int((room.w - 8.0) // CELL[0])):
            yield Rect(room.x + 8.0 + column * CELL[0], room.y + LABEL + row * CELL[1], *NOTE)


def _grown(template: Template, count: int) -> Template:
    """The canvas with sheet and blocks enlarged until it has a cell for each note."""
    larger, growth = template, 1.0
    while sum(1 for block in larger.blocks for lane in block.lanes for _ in _cells(lane)) < count:
        growth *= 1.05
        larger = _scaled(template, growth)
    return larger


def _scaled(template: Template, by: float) -> Template:
    sheet = template.sheet
    blocks = tuple(
        replace(
            block,
            rect=_times(block.rect, by),
            lanes=tuple(replace(lane, rect=_times(lane.rect, by)) for lane in block.lanes),
        )
        for block in template.blocks
    )
    return replace(
        template,
        sheet=replace(sheet, width=sheet.width * by, height=sheet.height * by),
        header=_times(template.header, by),
        footer=_times(template.footer, by),
        blocks=blocks,
    )


def _times(rect: Rect, by: float) -> Rect:
    return Rect(rect.x * by, rect.y * by, rect.w * by, rect.h * by)
