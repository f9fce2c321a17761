"""Slides: each canvas as native shapes at its millimetres, then its blocks one by one."""

from io import BytesIO
from typing import Any

import pptx
import pytest
from pptx.util import Mm

from canvasapp.domain.board import Workshop
from canvasapp.domain.geometry import Rect
from canvasapp.domain.markup import plain_text
from canvasapp.domain.records import NoteKind, WorkshopHead
from canvasapp.domain.template import Perspective
from canvasapp.export.documents.canvas_chapters import NO_ANSWER
from canvasapp.export.documents.document import DocumentOptions
from canvasapp.export.documents.pptx_file import write_pptx
from canvasapp.export.documents.record import writable
from canvasapp.export.exporter import ExportError, go_on
from canvasapp.picture.block_picture import LABELS
from canvasapp.templates import load_templates
from tests.export.documents.workshops import BLOCK, CANVAS, LEFTWARDS, workshop, written

pytestmark = pytest.mark.usefixtures("qapp")

NEAR = 0.01
"""Millimetres."""


@pytest.fixture(scope="module")
def slides() -> Any:
    return pptx.Presentation(BytesIO(written("slides")))


def rect_of(shape: Any) -> Rect:
    return Rect(*(side / Mm(1) for side in (shape.left, shape.top, shape.width, shape.height)))


def is_at(shape: Any, rect: Rect) -> bool:
    found = rect_of(shape)
    sides = ((found.x, rect.x), (found.y, rect.y), (found.w, rect.w), (found.h, rect.h))
    return all(abs(one - other) < NEAR for one, other in sides)


def said_by(shape: Any) -> str:
    return "\n".join(each.text for each in shape.text_frame.paragraphs)


def test_there_is_a_slide_for_the_canvas_and_one_for_each_block(slides: Any) -> None:
    titles = [each.shapes.title.text for each in slides.slides]
    blocks = load_templates()[CANVAS].blocks_in_order()
    assert titles == [
        "Our canvas",
        *(f"{each.number}  {each.title}  ·  Our canvas" for each in blocks),
    ]


def test_a_slide_is_as_large_as_the_sheet(slides: Any) -> None:
    sheet = load_templates()[CANVAS].sheet
    assert slides.slide_width / Mm(1) == pytest.approx(sheet.width, abs=NEAR)
    assert slides.slide_height / Mm(1) == pytest.approx(sheet.height, abs=NEAR)


def test_each_note_is_a_shape_at_its_place_with_its_words(slides: Any) -> None:
    shapes = list(slides.slides[0].shapes)
    for note in workshop().boards["board"].notes.values():
        there = [shape for shape in shapes if is_at(shape, note.rect)]
        told = "\n".join(said_by(shape) for shape in there if shape.has_text_frame)
        if note.kind is NoteKind.NOTE:
            assert writable(plain_text(note.text)) in told
            assert "Retailer & sons" in told


def test_blocks_are_shapes_that_enclose_their_lanes(slides: Any) -> None:
    block = load_templates()[CANVAS].block(BLOCK)
    named = {shape.name: rect_of(shape) for shape in slides.slides[0].shapes}
    frame = named[f"{block.number}  {block.title}"]
    for label in LABELS.values():
        lane = named[f"{block.number}  {block.title}, {label}"]
        assert frame.inset(-NEAR).encloses(lane)


def test_an_arrow_holds_on_to_both_notes(slides: Any) -> None:
    shapes = slides.slides[0].shapes
    (arrow,) = (each for each in shapes if each.name == "contradicts")
    held = [each.attrib["id"] for each in arrow._element.iter() if each.tag.endswith("Cxn")]
    by_id = {str(shape.shape_id): shape for shape in shapes}
    assert [said_by(by_id[each]).split("\n")[0] for each in held] == [
        "A fault is fixed within 48 hours",
        "Nobody has ever come in time",
    ]


def test_a_block_slide_has_both_views_side_by_side_without_open_questions(slides: Any) -> None:
    blocks = [each.id for each in load_templates()[CANVAS].blocks_in_order()]
    slide = slides.slides[1 + blocks.index(BLOCK)]
    ours, theirs = (
        next(shape for shape in slide.shapes if shape.name == LABELS[each]) for each in Perspective
    )
    assert ours.left + ours.width < theirs.left
    assert (ours.top, ours.height) == (theirs.top, theirs.height)
    assert "G1  A fault is fixed within 48 hours" in said_by(ours)
    assert "M1  Nobody has ever come in time" in said_by(theirs)
    assert NO_ANSWER not in said_by(ours) + said_by(theirs)


def test_what_runs_to_the_left_does_so_on_slides(slides: Any) -> None:
    runs = [
        paragraph
        for shape in slides.slides[0].shapes
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
        if LEFTWARDS in paragraph.text
    ]
    assert [each._p.pPr.get("rtl") for each in runs] == ["1"]


def test_an_image_is_a_picture_with_words_for_those_who_can_not_see_it(slides: Any) -> None:
    (photo,) = (each for each in slides.slides[0].shapes if each.name == "Image")
    assert photo._element.nvPicPr.cNvPr.get("descr") == "A van"
    assert photo.image.content_type == "image/png"


def test_without_a_canvas_there_are_no_slides() -> None:
    bare = Workshop(WorkshopHead("w", "Bare"), load_templates())
    with pytest.raises(ExportError, match="no canvas"):
        write_pptx(bare, BytesIO(), DocumentOptions(), go_on)
