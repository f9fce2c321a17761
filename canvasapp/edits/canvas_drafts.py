"""Plans for a canvas in the making: each gives the draft as it is afterwards. Nothing of it is in the workshop yet.

A draft may be unfit to be a canvas at any moment; what it lacks is told by `templates.drafting`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from canvasapp.domain.errors import ExpectedError
from canvasapp.domain.geometry import Rect
from canvasapp.domain.records import new_id
from canvasapp.domain.template import Origin, Perspective, Split
from canvasapp.edits.draft_room import body_of, largest_gap, least_of, percent_of, placed_in
from canvasapp.templates.blocks import MOST_BLOCKS
from canvasapp.templates.drafting import Content
from canvasapp.templates.layout import LONGEST_SIDE
from canvasapp.templates.reader import UNPRINTABLE

NEW_TITLE = "New block"
NEW_PURPOSE = "Say what belongs here."
SHEET_LIMITS = {"width": (100.0, LONGEST_SIDE), "height": (100.0, LONGEST_SIDE)}
"""In mm."""

Part = dict[str, Any]


class NoRoomError(ExpectedError):
    """There is no room for another block on the sheet."""


class UnfitNumberError(ExpectedError):
    """A number that a canvas can not have."""


def copy_of(content: Content, canvas_id: str) -> Content:
    """The canvas as a new one of one's own, which says whose the original is."""
    told = {key: value for key, value in content.items() if key != "order"}
    name, short = f"Our {told['name']}"[:120], f"Our {told['short_name']}"[:40].rstrip()
    return {**told, "id": canvas_id, "version": 1, "name": name, "short_name": short}


def set_text(content: Content, key: str, text: str) -> Content:
    """A text of the canvas, in one line."""
    return {**content, key: one_line(text)}


def set_sheet_side(content: Content, side: str, length: float) -> Content:
    """The `width` or `height` of the sheet in mm; the blocks keep their share of it. Raises UnfitNumberError."""
    least, most = SHEET_LIMITS[side]
    if not least <= length <= most:
        raise UnfitNumberError(f"A sheet is {least:.0f} to {most:.0f} mm long.")
    sheet = {**content["sheet"], side: length}
    sheet["margin"] = min(sheet["margin"], min(sheet["width"], sheet["height"]) / 4)
    return {**content, "sheet": sheet}


def add_block(content: Content, rect: Rect | None = None, block_id: str | None = None) -> Content:
    """A new block at `rect` (mm; None: in the largest gap there is), inside of the frame. Raises NoRoomError."""
    if len(content["blocks"]) >= MOST_BLOCKS:
        raise NoRoomError(f"A canvas has {MOST_BLOCKS} blocks at most.")
    split = Split.ROWS
    if rect is None:
        rect = largest_gap(content)
        if rect is None:
            raise NoRoomError("There is no room for another block: shrink, split or delete one.")
    if not _fits(rect, least_of(content, split)) and _fits(rect, least_of(content, Split.COLUMNS)):
        split = Split.COLUMNS
    block = {
        "id": block_id or f"block-{new_id()}",
        "number": _free_number(content),
        "title": NEW_TITLE,
        "purpose": NEW_PURPOSE,
        "rect": percent_of(content, placed_in(content, rect, split)),
        "split": str(split),
        "questions": [],
        "registers": [],
        "feeds": [],
    }
    return {**content, "blocks": [*content["blocks"], block]}


def place_block(content: Content, block_id: str, rect: Rect) -> Content:
    """The block at `rect` (mm), kept in the frame, and as large as its lanes need."""

    def change(block: Part) -> Part:
        placed = placed_in(content, rect, Split(block["split"]))
        return {**block, "rect": percent_of(content, placed)}

    return _changed(content, block_id, change)


def split_block(
    content: Content, block_id: str, along: Split, other_id: str | None = None
) -> Content:
    """The block cut in two halves, one over the other (ROWS) or side by side; the second is new. Raises NoRoomError."""
    block = block_of(content, block_id)
    x, y, w, h = (block["rect"][side] for side in "xywh")
    if along is Split.ROWS:
        first, second = Rect(x, y, w, h / 2), Rect(x, y + h / 2, w, h / 2)
    else:
        first, second = Rect(x, y, w / 2, h), Rect(x + w / 2, y, w / 2, h)
    frame = body_of(content)
    half = Rect(0, 0, first.w * frame.w / 100, first.h * frame.whole_height / 100)
    wanted = (Split(block["split"]), Split.ROWS, Split.COLUMNS)
    lanes = next((each for each in wanted if _fits(half, least_of(content, each))), None)
    if lanes is None or len(content["blocks"]) >= MOST_BLOCKS:
        raise NoRoomError("The block is too small to be split: each half needs room for its lanes.")
    other = {
        **block,
        "id": other_id or f"block-{new_id()}",
        "number": _free_number(content),
        "title": NEW_TITLE,
        "rect": _percent(second),
        "split": str(lanes),
        "questions": [],
    }
    for key in ("examples", "sublanes", "decoration"):
        other.pop(key, None)

    def halve(each: Part) -> Part:
        return {**each, "rect": _percent(first), "split": str(lanes)}

    halved = _changed(content, block_id, halve)
    return {**halved, "blocks": [*halved["blocks"], other]}


def remove_block(content: Content, block_id: str) -> Content:
    """Without the block; the agenda keeps its steps and does not name it any more."""
    steps = [
        {**step, "blocks": [each for each in step["blocks"] if each != block_id]}
        for step in content["agenda"]
    ]
    blocks = [each for each in content["blocks"] if each["id"] != block_id]
    return {**content, "blocks": blocks, "agenda": steps}


def set_block_text(content: Content, block_id: str, key: str, text: str) -> Content:
    """The title or purpose of a block, in one line."""
    return _changed(content, block_id, lambda block: {**block, key: one_line(text)})


def set_lanes(content: Content, block_id: str, split: Split) -> Content:
    """How the block is cut into its two lanes; it grows, inside of the frame, where they need more room."""
    frame = body_of(content)
    cut = _changed(content, block_id, lambda block: {**block, "split": str(split)})
    return place_block(cut, block_id, frame.placed(block_of(content, block_id)["rect"]))


def set_number(content: Content, block_id: str, number: int) -> Content:
    """The number that is printed on the block; the block that had it takes the other. Raises UnfitNumberError."""
    if not 1 <= number <= 999:  # noqa: PLR2004  # as the format has it
        raise UnfitNumberError("A block's number is from 1 to 999.")
    before = block_of(content, block_id)["number"]
    swapped = {before: number, number: before}

    def renumbered(block: Part) -> Part:
        return {**block, "number": swapped.get(block["number"], block["number"])}

    return {**content, "blocks": [renumbered(each) for each in content["blocks"]]}


def set_registers(content: Content, block_id: str, registers: Sequence[str]) -> Content:
    """The kinds of entries that the block's notes may become."""
    return _changed(content, block_id, lambda block: {**block, "registers": list(registers)})


def add_question(
    content: Content,
    block_id: str,
    perspective: Perspective,
    text: str,
    question_id: str | None = None,
) -> Content:
    """One more question of a lane, in one's own words."""
    question = {
        "id": question_id or f"{perspective}-{new_id()}",
        "perspective": str(perspective),
        "origin": str(Origin.DERIVED),
        "text": one_line(text),
    }
    return _asking(content, block_id, lambda asked: [*asked, question])


def set_question(content: Content, block_id: str, question_id: str, text: str) -> Content:
    """The question in other words, which are not those of its source any more."""
    words = one_line(text)

    def reworded(question: Part) -> Part:
        if question["id"] != question_id or question["text"] == words:
            return question
        origin = question["origin"]
        if origin in (Origin.VERBATIM, Origin.FRAGMENT):
            origin = str(Origin.ADAPTED)
        return {**question, "text": words, "origin": origin}

    return _asking(content, block_id, lambda asked: [reworded(each) for each in asked])


def set_origin(content: Content, block_id: str, question_id: str, origin: Origin) -> Content:
    """Where the words of a question come from."""
    return _asking(
        content,
        block_id,
        lambda asked: [
            {**each, "origin": str(origin)} if each["id"] == question_id else each for each in asked
        ],
    )


def move_question(content: Content, block_id: str, question_id: str, step: int) -> Content:
    """The question one place earlier (-1) or later (1) in its lane; at the end of it nothing changes."""

    def moved(asked: list[Part]) -> list[Part]:
        chosen = next(each for each in asked if each["id"] == question_id)
        lane = [at for at, q in enumerate(asked) if q["perspective"] == chosen["perspective"]]
        place = lane.index(asked.index(chosen)) + step
        if not 0 <= place < len(lane):
            return asked
        here, there, found = asked.index(chosen), lane[place], list(asked)
        found[here], found[there] = found[there], found[here]
        return found

    return _asking(content, block_id, moved)


def remove_question(content: Content, block_id: str, question_id: str) -> Content:
    """Without the question; example notes that answered it answer none."""

    def change(block: Part) -> Part:
        kept = [each for each in block["questions"] if each["id"] != question_id]
        if "examples" not in block:
            return {**block, "questions": kept}
        examples = [
            {**each, "question": None} if each["question"] == question_id else each
            for each in block["examples"]
        ]
        return {**block, "questions": kept, "examples": examples}

    return _changed(content, block_id, change)


def one_line(text: str) -> str:
    """The text as a canvas may hold it: on one line, without what can not be drawn."""
    return " ".join(UNPRINTABLE.sub(" ", text).split())


def block_of(content: Content, block_id: str) -> Mapping[str, Any]:
    """Raises KeyError when the draft has no such block."""
    for block in content["blocks"]:
        if block["id"] == block_id:
            found: Mapping[str, Any] = block
            return found
    raise KeyError(block_id)


def _changed(content: Content, block_id: str, change: Callable[[Part], Part]) -> Content:
    blocks = [change(each) if each["id"] == block_id else each for each in content["blocks"]]
    return {**content, "blocks": blocks}


def _asking(content: Content, block_id: str, change: Callable[[list[Part]], list[Part]]) -> Content:
    def asked(block: Part) -> Part:
        return {**block, "questions": change(block["questions"])}

    return _changed(content, block_id, asked)


def _free_number(content: Content) -> int:
    taken: Collection[int] = {each["number"] for each in content["blocks"]}
    return next(number for number in range(1, 1000) if number not in taken)


def _fits(rect: Rect, least: tuple[float, float]) -> bool:
    return rect.w >= least[0] and rect.h >= least[1]


def _percent(rect: Rect) -> dict[str, float]:
    return {"x": rect.x, "y": rect.y, "w": rect.w, "h": rect.h}
