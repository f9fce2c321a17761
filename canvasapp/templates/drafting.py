"""Looks at a canvas in the making: how it would look, and all that keeps it from being one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from canvasapp.domain.geometry import Rect
from canvasapp.domain.template import Block, Origin, Perspective, Question, Split, Template
from canvasapp.resources import resource
from canvasapp.templates.agenda import read_free_agenda
from canvasapp.templates.blocks import MOST_BLOCKS, MOST_IN_BLOCK, open_blocks
from canvasapp.templates.layout import Layout, read_layout, read_rect
from canvasapp.templates.loader import open_canvas, read_template
from canvasapp.templates.reader import Reader, TemplateError, read_data

Content = Mapping[str, Any]
"""What the data file of a canvas holds (docs/template-format.md), fit to be one or not."""

NO_BLOCK = "There is no block yet: draw one on the sheet."
OUTSIDE = "Move or shrink it"

_DRAFT = Path("the draft")
_BLOCK = re.compile(r"blocks\[(\d+)\]\.?(.*)")
_OTHER = re.compile(r"blocks\[(\d+)\](?:\.rect)?")
_QUESTION = re.compile(r"questions\[(\d+)\]\.?")
_TEXTS = (
    "name",
    "short_name",
    "tagline",
    "summary",
    "when_to_use",
    "attribution",
    "source",
)
"""Of the whole canvas, as they are written in its editor."""
_WORDS = {
    "short_name": "short name",
    "when_to_use": "line when to use it",
    "attribution": "line on the paper",
    "source": "line whose it is",
    "rect": "",
}
"""What people call a key; the others are called as they are."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What keeps a draft from being a canvas: in which block (None: none of them), at which key, and in a sentence."""

    block: str | None
    key: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Review:
    """A draft as far as it can be drawn, and its faults: the first of each block, and those of the whole."""

    template: Template
    faults: tuple[Fault, ...]


def blank_content() -> dict[str, Any]:
    """The canvas that one begins with nothing: a sheet and no blocks."""
    return {**_whole_blank(), "blocks": []}


def installed_text(canvas_id: str) -> str:
    """The file of a canvas that comes with the program."""
    return resource("templates", f"{canvas_id}.json").read_text("utf-8")


def text_of(content: Content) -> str:
    """The file of a canvas."""
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def content_of(text: str) -> dict[str, Any]:
    """What the file of a canvas holds that was read before."""
    found: dict[str, Any] = json.loads(text)
    return found


def read_draft(data: bytes) -> dict[str, Any]:
    """A draft that was kept: whatever it lacks, its values are of the right kinds. Raises TemplateError."""
    top = read_data(data, _DRAFT)
    given = open_canvas(top)
    given["id"].identifier()
    read_layout(given["sheet"])
    blocks = open_blocks(given["blocks"]) if given["blocks"].items(MOST_BLOCKS) else []
    read_free_agenda(given["agenda"], tuple(block["id"].identifier() for block in blocks))
    for block in blocks:
        read_rect(block["rect"])
        block["split"].choice(Split)
        block["registers"].identifiers(MOST_IN_BLOCK)
        questions = [_open_question(each) for each in block["questions"].items(MOST_IN_BLOCK)]
        _refuse_wordless(block["title"], block["purpose"], *questions)
    _refuse_wordless(*(given[key] for key in _TEXTS))
    assert isinstance(top.value, dict)  # open_canvas refuses all else
    return top.value


def _open_question(reader: Reader) -> Reader:
    """The words of a question, all else of which is as it has to be."""
    given = reader.fields(("id", "perspective", "origin", "text"))
    given["id"].identifier()
    given["perspective"].choice(Perspective)
    given["origin"].choice(Origin)
    return given["text"]


def _refuse_wordless(*texts: Reader) -> None:
    """Refuses what is no text; none of them needs to hold words yet."""
    for each in texts:
        if not isinstance(each.value, str):
            each.refuse("is no text", "Write words between quotation marks")


def review(content: Content) -> Review:
    """What the reader of canvases says of it, one fault after the other, each put aside to find the next."""
    left, faults = dict(content), list[Fault]()
    known = {None, *(block["id"] for block in content["blocks"])}
    while (error := _refusal(left)) is not None:
        fault = _fault(error, left)
        faults += [fault] if fault.block in known else []
        before, left = left, _without(left, error.place)
        if left == before:
            break
    return Review(_sketch(content, left), tuple(faults))


def _refusal(content: Content) -> TemplateError | None:
    try:
        read_template(open_canvas(Reader(_DRAFT, "", content)), own=True)
    except TemplateError as error:
        return error
    return None


def _without(content: dict[str, Any], place: str) -> dict[str, Any]:
    """The draft without the block that is at fault, or with a blank canvas's value in the place of a bad one.

    The last block has a stand-in, so that the lack of any is not a fault of its own.
    """
    if found := _BLOCK.fullmatch(place):
        gone = int(found[1])
        blocks = [each for at, each in enumerate(content["blocks"]) if at != gone]
        return {**content, "blocks": blocks or _whole_blank()["blocks"], "agenda": []}
    key = re.split(r"[.\[]", place)[0]
    blank = blank_content()
    return {**content, key: blank[key]} if key in blank else content


def _fault(error: TemplateError, content: Content) -> Fault:
    if error.place == "blocks" and not content["blocks"]:
        return Fault(None, "blocks", NO_BLOCK)

    def named(match: re.Match[str]) -> str:
        return _name(content["blocks"][int(match[1])])

    fault = _OTHER.sub(named, error.fault)
    found = _BLOCK.fullmatch(error.place)
    if found is None:
        what = _WORDS.get(error.place, error.place.rpartition(".")[2].replace("_", " "))
        return Fault(None, error.place, f"The {what} {fault}. {error.remedy}.")
    block, key = content["blocks"][int(found[1])], found[2]
    remedy = OUTSIDE if "outside" in fault else error.remedy
    what = _called(key)
    about = f"{_name(block)}: {what}" if what else _name(block)
    return Fault(block["id"], key, f"{about} {fault}. {remedy}.")


def _name(block: Content) -> str:
    title = str(block["title"]).strip()
    return f"{block['number']} {title}" if title else f"Block {block['number']}"


def _called(key: str) -> str:
    if found := _QUESTION.match(key):
        return f"question {int(found[1]) + 1}"
    word = _WORDS.get(key, key)
    return f"the {word}" if word else ""


def _sketch(content: Content, fit: Content) -> Template:
    """How the draft looks: the whole as far as it is `fit`, and all of its blocks."""
    blank = _whole_blank()
    frame = {key: blank[key] for key in ("sheet", "blocks", "agenda")}
    whole = read_template(open_canvas(Reader(_DRAFT, "", {**fit, **frame})), own=True)
    sheet = Reader(_DRAFT, "sheet", fit["sheet"])
    layout = read_layout(sheet)
    return replace(
        whole,
        sheet=layout.sheet,
        header=layout.header,
        footer=layout.footer,
        blocks=tuple(_blocks(content, layout)),
    )


def _blocks(content: Content, layout: Layout) -> Iterator[Block]:
    ordered = sorted(content["blocks"], key=lambda each: (each["number"], each["id"]))
    for order, block in enumerate(ordered, 1):
        percent = Rect(*(float(block["rect"][side]) for side in "xywh"))
        split = Split(block["split"])
        yield Block(
            id=block["id"],
            number=block["number"],
            order=order,
            title=block["title"],
            purpose=block["purpose"],
            rect=layout.placed(percent),
            split=split,
            lanes=layout.lanes(percent, split),
            sublanes=(),
            questions=tuple(_questions(block)),
            examples=(),
            registers=tuple(block["registers"]),
            feeds=(),
            minutes=0,
        )


def _questions(block: Content) -> Iterator[Question]:
    for each in block["questions"]:
        seen = Perspective(each["perspective"])
        if each["text"].strip():
            yield Question(each["id"], seen, each["text"], Origin(each["origin"]))


def _whole_blank() -> dict[str, Any]:
    return content_of(resource("new-canvas.json").read_text("utf-8"))
