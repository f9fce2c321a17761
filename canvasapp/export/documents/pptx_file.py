"""Writes the canvases as slides (ECMA-376): each as shapes, then its blocks one by one in large letters."""

from __future__ import annotations

from io import BytesIO
from typing import BinaryIO

import pptx
from pptx.presentation import Presentation
from pptx.util import Mm

from canvasapp.domain.board import Board, Workshop
from canvasapp.export.documents.archive import moment, packed
from canvasapp.export.documents.block_slide import add_block_slide
from canvasapp.export.documents.canvas_slide import add_canvas_slide
from canvasapp.export.documents.document import DocumentOptions
from canvasapp.export.documents.record import in_one_line
from canvasapp.export.documents.slides import Slides
from canvasapp.export.exporter import Check, ExportError

LONGEST = 1_422.0
"""The longest side of a slide that PowerPoint takes, in mm."""


def write_pptx(
    workshop: Workshop, stream: BinaryIO, options: DocumentOptions, check: Check
) -> None:
    """Slides as large as the largest sheet: what lies on a canvas lies at the same millimetres on its slide."""
    boards = workshop.boards_in_order()
    if not boards:
        raise ExportError("There is no canvas to make slides of: add one first.")
    presentation = pptx.Presentation()
    _properties(presentation, workshop, options)
    slides = Slides(presentation, _sized(presentation, boards))
    for board in boards:
        check()
        add_canvas_slide(slides, board, options.images, check)
        for block in board.template.blocks_in_order():
            check()
            add_block_slide(slides, board, block)
    archive = BytesIO()
    presentation.save(archive)
    check()
    packed(archive, stream)


def _sized(presentation: Presentation, boards: list[Board]) -> float:
    """Give the slides their size; the scale at which sheets are drawn, 1 unless one is too large for any slide."""
    width = max(board.template.sheet.width for board in boards)
    height = max(board.template.sheet.height for board in boards)
    scale = min(1.0, LONGEST / max(width, height))
    presentation.slide_width, presentation.slide_height = Mm(width * scale), Mm(height * scale)
    return scale


def _properties(presentation: Presentation, workshop: Workshop, options: DocumentOptions) -> None:
    told = presentation.core_properties
    told.title, told.author = in_one_line(workshop.head.title), options.author
    told.last_modified_by, told.revision = options.author, 1
    told.created = told.modified = moment(options.day)
