"""A picture is read as a text with headings, in the order of the canvas and not of the pile."""

import pytest

from canvasapp.domain.geometry import Rect
from canvasapp.export.reading import Section, as_text
from canvasapp.picture.shapes import Kind, Part
from tests.export.pictures import example, picture

pytestmark = pytest.mark.usefixtures("qapp")


def part(kind: Kind, name: str, x: float, y: float, w: float, h: float) -> Part:
    return Part(kind, name, name, Rect(x, y, w, h), ())


def outline(section: Section) -> list[object]:
    """Names, those of inner sections in lists of their own."""
    heading = section.heading.label if section.heading else None
    return [
        heading,
        *(each.label if isinstance(each, Part) else outline(each) for each in section.content),
    ]


BLOCK = part(Kind.BLOCK, "block", 0, 20, 100, 100)
LANE = part(Kind.LANE, "lane", 0, 40, 100, 80)


def test_notes_are_read_under_the_lane_they_lie_in_row_by_row():
    low = part(Kind.NOTE, "low", 5, 90, 20, 20)
    right = part(Kind.NOTE, "right", 50, 45, 20, 20)
    left = part(Kind.NOTE, "left", 5, 48, 20, 20)
    question = part(Kind.QUESTION, "question", 5, 100, 90, 10)
    title = part(Kind.TITLE, "title", 0, 0, 100, 20)
    sheet = picture(title, BLOCK, LANE, question, low, right, left)
    assert outline(as_text(sheet)) == [
        "title",
        ["block", ["lane", "question", "left", "right", "low"]],
    ]


def test_what_lies_off_the_lanes_is_read_in_its_block_and_off_the_blocks_at_the_end():
    outside = part(Kind.NOTE, "outside", 150, 20, 20, 20)
    beside = part(Kind.NOTE, "beside", 5, 20, 10, 10)
    assert outline(as_text(picture(BLOCK, LANE, outside, beside))) == [
        None,
        ["block", ["lane"], "beside"],
        "outside",
    ]


@pytest.mark.parametrize(
    "canvas", ["service-logic-bmc", "joint-service-proposition", "value-stack"]
)
def test_every_part_of_a_canvas_is_read_once(canvas):
    def names(section: Section):
        if section.heading:
            yield section.heading
        for each in section.content:
            if isinstance(each, Part):
                yield each
            else:
                yield from names(each)

    read = list(names(as_text(example(canvas))))
    assert len(read) == len(set(read))
    assert set(read) == set(example(canvas).parts)
