"""Reads the blocks of a canvas: where they lie, their questions, kinds of note and example notes."""

from __future__ import annotations

from canvasapp.domain.geometry import Rect
from canvasapp.domain.template import (
    Block,
    Decoration,
    ExampleNote,
    Origin,
    Perspective,
    Question,
    Split,
    Sublane,
)
from canvasapp.templates.agenda import Turn
from canvasapp.templates.layout import (
    Layout,
    read_rect,
    refuse_gaps,
    refuse_misplaced,
    refuse_narrow_lanes,
)
from canvasapp.templates.reader import Fields, Reader, refuse_twins

MOST_BLOCKS = 60
MOST_IN_BLOCK = 60
"""The most questions, example notes and kinds of note in one block."""
LONGEST_TEXT = 500

_REQUIRED = ("id", "number", "title", "purpose", "rect", "split", "questions", "registers", "feeds")
_OPTIONAL = ("decoration", "sublanes", "examples")


def open_blocks(reader: Reader) -> list[Fields]:
    """The values of each block; ids and numbers are found to differ."""
    blocks = [each.fields(_REQUIRED, _OPTIONAL) for each in reader.items(MOST_BLOCKS, least=1)]
    refuse_twins((block["id"], block["id"].identifier()) for block in blocks)
    refuse_twins((block["number"], block["number"].whole(1, 999)) for block in blocks)
    return blocks


def read_blocks(
    reader: Reader, blocks: list[Fields], layout: Layout, turns: dict[str, Turn], *, gaps: bool
) -> tuple[Block, ...]:
    """The blocks, which tile the body of the frame or may leave `gaps`. `turns` has the turn of each in the agenda."""
    rects = [(block["rect"], read_rect(block["rect"])) for block in blocks]
    refuse_misplaced(rects, layout.body)
    if not gaps:
        refuse_gaps(reader, rects, layout.body)
    return tuple(
        _block(block, percent, layout, turns[block["id"].identifier()])
        for block, (_, percent) in zip(blocks, rects, strict=True)
    )


def _block(given: Fields, percent: Rect, layout: Layout, turn: Turn) -> Block:
    split = given["split"].choice(Split)
    lanes = layout.lanes(percent, split)
    refuse_narrow_lanes(given["rect"], lanes)
    decoration = given.get("decoration")
    questions = _questions(given)
    return Block(
        id=given["id"].identifier(),
        number=given["number"].whole(1, 999),
        order=turn.order,
        title=given["title"].text(120),
        purpose=given["purpose"].text(LONGEST_TEXT),
        rect=layout.placed(percent),
        split=split,
        lanes=lanes,
        sublanes=_sublanes(given),
        questions=questions,
        examples=tuple(
            read_note(each.fields(NOTE), questions)
            for each in given.items_of("examples", MOST_IN_BLOCK)
        ),
        registers=given["registers"].identifiers(40),
        feeds=given["feeds"].identifiers(40),
        minutes=turn.minutes,
        decoration=decoration.choice(Decoration) if decoration else None,
    )


def _questions(given: Fields) -> tuple[Question, ...]:
    entries = [
        each.fields(("id", "perspective", "origin", "text"))
        for each in given["questions"].items(MOST_IN_BLOCK)
    ]
    refuse_twins((entry["id"], entry["id"].identifier()) for entry in entries)
    return tuple(
        Question(
            id=entry["id"].identifier(),
            perspective=entry["perspective"].choice(Perspective),
            text=entry["text"].text(LONGEST_TEXT),
            origin=entry["origin"].choice(Origin),
        )
        for entry in entries
    )


def _sublanes(given: Fields) -> tuple[Sublane, ...]:
    entries = [each.fields(("id", "title")) for each in given.items_of("sublanes", MOST_IN_BLOCK)]
    refuse_twins((entry["id"], entry["id"].identifier()) for entry in entries)
    return tuple(Sublane(entry["id"].identifier(), entry["title"].text(120)) for entry in entries)


NOTE = ("perspective", "party", "question", "text")
"""The keys of an example note."""


def read_note(given: Fields, questions: tuple[Question, ...]) -> ExampleNote:
    """An example note in a block with these questions; its own `question` is one of them or null."""
    perspective = given["perspective"].choice(Perspective)
    question = None
    if given["question"].value is not None:
        question = given["question"].identifier()
        if not any(each.id == question and each.perspective is perspective for each in questions):
            given["question"].refuse(
                f"is {question!r}, which is no question of the block's lane {perspective}",
                "Name one of its questions, or null",
            )
    return ExampleNote(
        perspective=perspective,
        party=given["party"].identifier(),
        text=given["text"].text(LONGEST_TEXT),
        question=question,
    )
