"""A canvas as a slide: blocks, lanes and notes as rectangles with text where they lie on the sheet."""

from __future__ import annotations

from pptx.enum.text import MSO_ANCHOR
from pptx.shapes.base import BaseShape

from canvasapp.domain.board import Board
from canvasapp.domain.geometry import Rect
from canvasapp.domain.records import LinkKind, Note, NoteKind
from canvasapp.domain.template import Block
from canvasapp.export.documents.slides import Page, Slides, Words
from canvasapp.export.documents.sources import image_png
from canvasapp.export.exporter import Check
from canvasapp.painting import ImageSource
from canvasapp.picture.block_picture import LABELS, LANE_PADDING, lane_rect
from canvasapp.picture.note_picture import SIDE, TOP, text_box, written
from canvasapp.picture.theme import LIGHT, NOTE_INK
from canvasapp.text.layout import PT

_LABEL, _SIGNATURE = 16 * PT, 14 * PT
_TITLE_ROOM = 0.55
"""Which part of the header the title takes."""


def add_canvas_slide(slides: Slides, board: Board, images: ImageSource, check: Check) -> None:
    template = board.template
    header, scale = template.header, template.sheet.type_scale
    title = Words(board.head.title or template.name, scale.canvas_title * PT, LIGHT.ink, bold=True)
    upper = Rect(header.x, header.y, header.w, header.h * _TITLE_ROOM)
    page = slides.add(title, upper, template.language)
    lower = Rect(header.x, upper.bottom, header.w, header.h - upper.h)
    tagline = Words(f"{template.name}: {template.tagline}", scale.subtitle * PT, LIGHT.ink2)
    page.box("Tagline", lower, words=(tagline,))
    for block in template.blocks_in_order():
        _add_block(page, board, block)
    shapes = {}
    for note in board.pile():
        check()
        shapes[note.id] = _add_note(page, board, note, images, check)
    for link in board.links.values():
        ink = LIGHT.gap if link.kind is LinkKind.CONTRADICTS else LIGHT.ink2
        if link.source in shapes and link.target in shapes:
            page.connector(shapes[link.source], shapes[link.target], ink, link.kind)
    source = Words(template.attribution, scale.footer * PT, LIGHT.ink3)
    page.box("Source", template.footer, words=(source,))


def _add_block(page: Page, board: Board, block: Block) -> None:
    sheet = board.template.sheet
    rect = block.rect.inset(sheet.gutter / 2)
    name = f"{block.number}  {block.title}"
    title = Words(name, 0.8 * sheet.type_scale.block_title * PT, LIGHT.ink, bold=True)
    page.box(name, rect, LIGHT.raised, LIGHT.line2, (title,), LANE_PADDING / 2)
    for lane in block.lanes:
        view, label = LIGHT.view(lane.perspective), LABELS[lane.perspective]
        said = Words(label, _LABEL, view.ink, bold=True)
        where = lane_rect(block, lane, sheet)
        page.box(f"{name}, {label}", where, view.tint, None, (said,), LANE_PADDING / 2)


def _add_note(page: Page, board: Board, note: Note, images: ImageSource, check: Check) -> BaseShape:
    """The shape that links are held by."""
    if note.kind is NoteKind.IMAGE and note.image:
        png = image_png(note.image, note.rect, images, check)
        return page.picture(png, "Image", note.text, note.rect)
    drawn = written(note, LIGHT)
    size = drawn[0].size if drawn else _SIGNATURE
    party = board.parties.get(note.party) if note.party else None
    name = f"{note.kind.capitalize()} of {party.name}" if party else note.kind.capitalize()
    if note.kind is not NoteKind.NOTE:
        return page.box(name, note.rect, words=(Words(note.text, size, LIGHT.ink, bold=True),))
    colours = LIGHT.party(party.slot if party else None)
    said = [Words(note.text, size, NOTE_INK)]
    said += [Words(party.name, _SIGNATURE, NOTE_INK)] if party else []
    shape = page.box(name, note.rect, colours.paper, colours.edge, said, SIDE)
    if note.image:
        shape.text_frame.vertical_anchor = MSO_ANCHOR.BOTTOM
        box = text_box(note)
        room = Rect(box.x, note.y + TOP, box.w, box.y - note.y - TOP)
        page.picture(image_png(note.image, room, images, check), "Image", note.text, room)
    return shape
