"""A link runs from edge to edge of its notes and says what it says without its colour."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvasapp.domain.geometry import Rect
from canvasapp.domain.records import Link, LinkKind
from canvasapp.domain.template import Perspective
from canvasapp.picture.board_picture import board_picture, link_parts, note_parts
from canvasapp.picture.link_picture import link_colour, link_curve, link_part
from canvasapp.picture.options import PictureOptions
from canvasapp.picture.shapes import Box, Kind, Line, Part, Path
from canvasapp.picture.theme import LIGHT, THEMES, Theme, contrast_ratio
from tests.unit.small_canvas import CUSTOMER, board, link, note

pytestmark = pytest.mark.usefixtures("qapp")

VISIBLE = 3.0
sizes = st.floats(24, 200)
places = st.floats(-500, 1500)
rects = st.builds(Rect, places, places, sizes, sizes)
START = board(note("a", 10, 70), note("b", 210, 70, perspective=CUSTOMER), link("ab", "a", "b"))


def shown(kind: LinkKind, theme: Theme = LIGHT) -> Part:
    one = Link("l", "b1", "a", "b", kind)
    return link_part(one, START.note("a"), START.note("b"), theme)


def test_a_link_to_the_right_leaves_at_the_right_edge_and_comes_in_at_the_left_one() -> None:
    curve = link_curve(Rect(0, 0, 60, 40), Rect(200, 10, 60, 40))
    assert (curve.start.x, curve.start.y) == (60, 20)
    assert (curve.end.x, curve.end.y) == (200, 30)


def test_a_link_upwards_leaves_at_the_top_and_comes_in_from_below() -> None:
    curve = link_curve(Rect(0, 200, 60, 40), Rect(10, 0, 60, 40))
    assert (curve.start.x, curve.start.y) == (30, 200)
    assert (curve.end.x, curve.end.y) == (40, 40)


@given(source=rects, target=rects)
def test_the_curve_lies_in_its_rectangle_wherever_the_notes_lie(source: Rect, target: Rect) -> None:
    curve = link_curve(source, target)
    for step in range(101):
        assert curve.rect.contains(curve.at(step / 100))


def test_each_kind_can_be_told_by_its_shapes_alone() -> None:
    outlines = set()
    for kind in LinkKind:
        middle = START.note("a").rect.centre
        part = shown(kind)
        heads = sum(isinstance(shape, Path) and shape.fill is not None for shape in part.shapes)
        strokes = [
            tuple((p.x - middle.x, p.y - middle.y) for p in shape.points)
            for shape in part.shapes
            if isinstance(shape, Line)
        ]
        outlines.add((heads, tuple(strokes)))
    assert len(outlines) == len(LinkKind)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("kind", LinkKind)
def test_links_can_be_seen_on_sheet_and_lanes(kind: LinkKind, theme: Theme) -> None:
    grounds = (theme.sheet, *(theme.view(each).tint for each in Perspective))
    assert min(contrast_ratio(link_colour(kind, theme), each) for each in grounds) >= VISIBLE


def test_everything_drawn_lies_in_the_parts_rectangle() -> None:
    part = shown(LinkKind.CONTRADICTS)
    boxes = [shape.rect for shape in part.shapes if isinstance(shape, Box)]
    assert boxes
    assert all(part.rect.encloses(box) for box in boxes)


def test_a_reader_is_told_both_notes_and_what_joins_them() -> None:
    assert shown(LinkKind.SUPPORTS).label == "a – supports – b"


def test_a_boards_picture_shows_its_links_under_its_notes() -> None:
    kinds = [part.kind for part in board_picture(START, PictureOptions()).parts]
    assert kinds[-3:] == [Kind.LINK, Kind.NOTE, Kind.NOTE]


def test_a_link_is_shown_when_both_its_notes_are() -> None:
    ours = PictureOptions(perspective=Perspective.OUR)
    assert [part.id for part in note_parts(START, ours)] == ["a"]
    assert not list(link_parts(START, ours))
    assert [part.id for part in link_parts(START, PictureOptions())] == ["ab"]
    blank = board_picture(START, PictureOptions(blank=True))
    assert not [part for part in blank.parts if part.kind is Kind.LINK]
