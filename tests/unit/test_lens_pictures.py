"""How a board looks through the lenses: bare lanes, gaps, a block side by side, the page of gaps."""

from __future__ import annotations

from dataclasses import replace

import pytest

from canvasapp.domain.records import Link, LinkKind, SetAside
from canvasapp.picture.board_picture import board_picture
from canvasapp.picture.gap_page import gap_page
from canvasapp.picture.mirror_picture import mirror_picture, mirrored
from canvasapp.picture.options import PictureOptions
from canvasapp.picture.shapes import Box, Kind, Part, Picture
from canvasapp.picture.theme import LIGHT, THEMES, Theme
from tests.unit.small_canvas import CUSTOMER, OUR, TELECOM, board, note, small_template

pytestmark = pytest.mark.usefixtures("qapp")

TALL, _ = small_template().blocks_in_order()
OURS = note("ours", question="what", party=TELECOM.id)
THEIRS = note("theirs", y=300, perspective=CUSTOMER)
DISAGREE = Link("x", "b1", "ours", "theirs", LinkKind.CONTRADICTS)
GAPS = PictureOptions(gaps=True)


def part(picture: Picture, kind: Kind, part_id: str) -> Part:
    (found,) = (each for each in picture.parts if each.kind is kind and each.id == part_id)
    return found


def said(picture: Picture) -> list[str]:
    return [text.string for _, text in picture.texts()]


def fills(lane: Part) -> list[Box]:
    return [shape for shape in lane.shapes if isinstance(shape, Box) and shape.fill]


def test_through_our_lens_the_customer_s_lane_is_bare_and_its_notes_and_links_are_not_drawn() -> (
    None
):
    options = PictureOptions(perspective=OUR, bare_lanes=True, open_questions=True)
    picture = board_picture(board(OURS, THEIRS, DISAGREE), options)
    assert [each.id for each in picture.parts if each.kind in (Kind.NOTE, Kind.LINK)] == ["ours"]
    assert fills(part(picture, Kind.LANE, "tall/customer")) == []
    assert fills(part(picture, Kind.LANE, "tall/our"))
    assert "tall/why" not in [each.id for each in picture.parts]


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_the_tint_of_a_lane_rises_with_what_is_answered(theme: Theme) -> None:
    options = replace(GAPS, theme=theme)
    all_of_it = part(board_picture(board(OURS, THEIRS), options), Kind.LANE, "tall/our")
    nothing = part(board_picture(board(note(), THEIRS), options), Kind.LANE, "tall/our")
    tint = theme.view(OUR).tint
    tallest = max(box.rect.h for box in fills(all_of_it) if box.fill == tint)
    assert tallest == pytest.approx(all_of_it.rect.h, abs=1.0)
    others = [box for box in fills(nothing) if box.fill == tint and box.rect.w > 100]
    assert theme.plain_paper or others == []


def test_a_lane_without_notes_says_so_and_its_block_stands_out() -> None:
    picture = board_picture(board(OURS), GAPS)
    assert "Nothing yet" in [
        shape.string
        for shape in part(picture, Kind.LANE, "tall/customer").shapes
        if hasattr(shape, "string")
    ]
    frame = part(picture, Kind.BLOCK, "tall").shapes[0]
    assert isinstance(frame, Box)
    assert frame.stroke == LIGHT.gap


def test_notes_are_chips_and_those_that_disagree_are_lettered() -> None:
    picture = board_picture(board(OURS, THEIRS, DISAGREE), GAPS)
    assert Kind.NOTE not in {each.kind for each in picture.parts}
    assert said(picture).count("A") == 2
    paper = LIGHT.party(TELECOM.slot).paper
    assert [box for box in fills(part(picture, Kind.LANE, "tall/our")) if box.fill == paper]


@pytest.mark.parametrize("count", [1, 40, 400])
def test_chips_never_leave_their_lane(count: int) -> None:
    notes = [note(f"n{number}", y=60 + number % 90) for number in range(count)]
    lane = part(board_picture(board(*notes, THEIRS), GAPS), Kind.LANE, "tall/our")
    assert all(lane.rect.encloses(box.rect) for box in fills(lane))


def test_side_by_side_the_lanes_begin_at_one_height_and_keep_their_scale() -> None:
    block = mirrored(board(OURS, THEIRS), TALL).template.blocks[0]
    ours, theirs = block.lane(OUR).rect, block.lane(CUSTOMER).rect
    assert (ours.y, ours.right) == (theirs.y, theirs.x)
    assert (ours.w, theirs.w) == (TALL.lane(OUR).rect.w, TALL.lane(CUSTOMER).rect.w)


def test_side_by_side_notes_lie_in_their_lanes_as_they_did() -> None:
    side_by_side = mirrored(board(OURS, THEIRS, note("far", block="broad", x=210)), TALL)
    lane, moved = side_by_side.template.blocks[0].lane(CUSTOMER).rect, side_by_side.note("theirs")
    was = TALL.lane(CUSTOMER).rect
    assert (moved.x - lane.x, moved.y - lane.y) == (THEIRS.x - was.x, THEIRS.y - was.y)
    assert (moved.w, moved.h) == (THEIRS.w, THEIRS.h)
    assert set(side_by_side.notes) == {"ours", "theirs"}


def test_side_by_side_everything_has_room_however_deep_the_notes_lie() -> None:
    deep = note("deep", y=900)
    picture = mirror_picture(mirrored(board(deep, THEIRS), TALL), PictureOptions())
    assert picture.height > part(picture, Kind.NOTE, "deep").rect.bottom


def test_a_question_set_aside_is_not_drawn_as_an_open_one() -> None:
    options = PictureOptions(open_questions=True)
    aside = SetAside("s", "b1", "tall", "why", "Asked elsewhere")
    before = {each.id for each in board_picture(board(OURS), options).parts}
    after = {each.id for each in board_picture(board(OURS, aside), options).parts}
    assert before - after == {"tall/why"}


def test_the_page_of_gaps_is_upright_and_holds_board_and_list() -> None:
    picture = gap_page(board(OURS, THEIRS, DISAGREE), PictureOptions())
    assert picture.height == pytest.approx(picture.width * 2**0.5)
    texts = said(picture)
    assert texts.count("A") == 3
    assert "Open questions" in texts
    assert texts.count("Why does the customer buy?") == 2
    assert all(each.rect.bottom <= picture.height for each in picture.parts)


def test_a_list_too_long_for_the_page_says_how_much_is_missing() -> None:
    pairs = [
        record
        for number in range(600)
        for record in (
            note(
                f"n{number}", text="We promise to be there within the hour, every day of the year"
            ),
            Link(f"x{number}", "b1", f"n{number}", "theirs", LinkKind.CONTRADICTS),
        )
    ]
    picture = gap_page(board(THEIRS, *pairs), PictureOptions())
    assert any(text.startswith("and ") and text.endswith(" more") for text in said(picture))
