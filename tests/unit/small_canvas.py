"""A canvas of two blocks on a sheet of 600 x 400 mm, and workshops on it, small enough to reckon with by hand."""

from __future__ import annotations

from collections.abc import Iterable

from canvasapp.domain.board import Board, Workshop
from canvasapp.domain.geometry import Rect
from canvasapp.domain.records import BoardHead, Link, LinkKind, Note, Party, Record, WorkshopHead
from canvasapp.domain.template import (
    Block,
    Lane,
    Origin,
    Perspective,
    Question,
    Sheet,
    Split,
    Template,
    TypeScale,
)

OUR, CUSTOMER = Perspective.OUR, Perspective.CUSTOMER
TELECOM = Party("telecom", "Telecom", "Te", 1)
RETAILER = Party("retailer", "Retailer", "Rt", 2)

LANES = {
    ("tall", OUR): Rect(0, 60, 200, 170),
    ("tall", CUSTOMER): Rect(0, 230, 200, 170),
    ("broad", OUR): Rect(200, 60, 200, 180),
    ("broad", CUSTOMER): Rect(400, 60, 200, 180),
}
"""The lanes; titles of blocks lie above them from y = 40, and off the blocks is all below 240 right of 200."""


def small_template(template_id: str = "small", name: str = "Small") -> Template:
    scale = TypeScale(110, 40, 34, 34, 20, 16, 18, 20, 16)
    return Template(
        id=template_id,
        key="SM",
        version=3,
        name=f"{name} Canvas",
        short_name=name,
        tagline="",
        summary="",
        when_to_use="",
        attribution="",
        source="",
        licence_caution="",
        sheet=Sheet(600, 400, 0, 3, scale),
        header=Rect(0, 0, 600, 40),
        footer=Rect(200, 240, 400, 160),
        blocks=(
            _block("tall", 1, Rect(0, 40, 200, 360), Split.ROWS),
            _block("broad", 2, Rect(200, 40, 400, 200), Split.COLUMNS),
        ),
        registers=(),
        participants="",
        agenda=(),
        checks=(),
    )


def _block(block_id: str, number: int, rect: Rect, split: Split) -> Block:
    lanes = tuple(Lane(side, lane) for (owner, side), lane in LANES.items() if owner == block_id)
    return Block(
        id=block_id,
        number=number,
        order=number,
        title=block_id.title(),
        purpose="",
        rect=rect,
        split=split,
        lanes=lanes,
        sublanes=(),
        questions=(
            Question("what", OUR, "What do we sell?", Origin.VERBATIM),
            Question("why", CUSTOMER, "Why does the customer buy?", Origin.VERBATIM),
        ),
        examples=(),
        registers=(),
        feeds=(),
        minutes=10,
    )


def note(note_id: str = "n", x: float = 10, y: float = 70, **fields: object) -> Note:
    """A note of 60 x 40 mm, in our view of the tall block unless told otherwise."""
    values: dict[str, object] = {
        "id": note_id,
        "board": "b1",
        "block": "tall",
        "perspective": OUR,
        "question": None,
        "text": note_id,
        "party": None,
        "x": x,
        "y": y,
        "w": 60.0,
        "h": 40.0,
        "z": "a0",
    }
    return Note(**{**values, **fields})  # type: ignore[arg-type]  # a test names the fields it needs


def link(link_id: str, source: str, target: str, board: str = "b1") -> Link:
    return Link(link_id, board, source, target, LinkKind.LEADS_TO)


def workshop(*records: Record, boards: Iterable[str] = ("b1",)) -> Workshop:
    """A workshop of these boards, in this order, with two parties, and `records` on the boards."""
    templates = {each.id: each for each in (small_template(), small_template("other", "Other"))}
    heads = [
        BoardHead(board_id, "small", 3, f"Board {board_id}", "", f"a{place}")
        for place, board_id in enumerate(boards)
    ]
    start = [TELECOM, RETAILER, *heads, *records]
    return Workshop.of(WorkshopHead("w", "Workshop"), templates, start)


def board(*records: Record) -> Board:
    return workshop(*records).boards["b1"]
