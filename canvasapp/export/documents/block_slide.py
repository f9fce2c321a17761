"""A block as a slide to be read from afar: both views side by side, in letters as large as fit."""

from __future__ import annotations

from dataclasses import replace

from canvasapp.domain.answers import asides_of
from canvasapp.domain.board import Board
from canvasapp.domain.geometry import Rect
from canvasapp.domain.template import Block, Perspective
from canvasapp.export.documents.canvas_chapters import side_of
from canvasapp.export.documents.record import Line, Tone, in_one_line
from canvasapp.export.documents.slides import Slides, Words
from canvasapp.picture.block_picture import LABELS
from canvasapp.picture.theme import LIGHT
from canvasapp.text.fonts import Style
from canvasapp.text.layout import text_height

SHARES = (0.06, 0.052, 0.045, 0.038, 0.032, 0.027, 0.022, 0.018, 0.014, 0.011, 0.008)
"""The letter sizes that are tried until both sides fit, as shares of the slide's height."""

_MARGIN, _TITLE, _LABEL = 0.05, 0.055, 0.032
_QUESTION = 0.7
_SLACK = 1.15
"""How much longer the text may become in another program's letters."""


def add_block_slide(slides: Slides, board: Board, block: Block) -> None:
    """The notes under the questions they answer; questions without an answer are not for an audience."""
    width, height = slides.size
    margin = _MARGIN * height
    name = f"{block.number}  {block.title}  ·  {in_one_line(board.head.title)}"
    title = Words(name, _TITLE * height, LIGHT.ink, bold=True)
    head = Rect(margin, 0.6 * margin, width - 2 * margin, 0.1 * height)
    page = slides.add(title, head, board.template.language)
    sides = {each: _lines(board, block, each) for each in Perspective}
    column = (width - 3 * margin) / 2
    room = Rect(margin, 0.16 * height, column, 0.79 * height)
    size = _fitting(list(sides.values()), room, height)
    for at, (perspective, lines) in enumerate(sides.items()):
        view, label = LIGHT.view(perspective), LABELS[perspective]
        words = [Words(label, _LABEL * height, view.ink, bold=True), *_said(lines, size)]
        place = room.moved(at * (column + margin), 0.0)
        page.box(label, place, view.tint, None, words, margin / 3)


def _lines(board: Board, block: Block, perspective: Perspective) -> list[Line]:
    cells = side_of(board, block, perspective, asides_of(board))
    answered = (cell for cell in cells if any(line.tone is Tone.ITEM for line in cell))
    return [line for cell in answered for line in cell]


def _said(lines: list[Line], size: float) -> list[Words]:
    return [
        Words(f"• {line.text}", size, LIGHT.ink, before=0.15 * size)
        if line.tone is Tone.ITEM
        else Words(line.text, _QUESTION * size, LIGHT.ink3, before=0.6 * size)
        for line in lines
    ]


def _fitting(sides: list[list[Line]], room: Rect, height: float) -> float:
    """The largest letters, in mm, in which the longer side fits."""
    inner = replace(room, w=0.94 * room.w, h=0.9 * room.h)
    sizes = [share * height for share in SHARES]
    fits = (size for size in sizes if all(_height(x, size, inner.w) <= inner.h for x in sides))
    return next(fits, sizes[-1])


def _height(lines: list[Line], size: float, width: float) -> float:
    said = _said(lines, size)
    heights = (text_height(each.text, width, each.size, Style.PLAIN) for each in said)
    return _SLACK * sum(heights) + sum(each.before for each in said)
