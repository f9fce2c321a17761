"""The wedge of a block widens upwards through both lanes and stays inside of each."""

import pytest

from canvasapp.domain.board import Board
from canvasapp.domain.template import Decoration
from canvasapp.edits.example import example_workshop
from canvasapp.picture.board_picture import board_picture
from canvasapp.picture.options import PictureOptions
from canvasapp.picture.shapes import Kind, Part, Path
from canvasapp.picture.theme import CONTRAST, DARK, LIGHT, Theme
from canvasapp.templates import load_templates

pytestmark = pytest.mark.usefixtures("qapp")

TEMPLATES = load_templates()


def lanes_with_wedges(canvas: str, theme: Theme = LIGHT) -> list[tuple[Part, Path]]:
    board = stack(canvas)
    parts = board_picture(board, PictureOptions(theme=theme)).parts
    lanes = [part for part in parts if part.kind is Kind.LANE]
    return [(lane, s) for lane in lanes for s in lane.shapes if isinstance(s, Path)]


def stack(canvas: str) -> Board:
    return example_workshop(TEMPLATES, canvas).boards_in_order()[0]


def ends(wedge: Path) -> list[tuple[float, float]]:
    """Its four corners, from the top left clockwise."""
    return [(step[1], step[2]) for step in wedge.segments if step[0] in ("M", "L")]


def test_every_factor_of_the_value_stack_has_one_in_both_lanes():
    blocks = TEMPLATES["value-stack"].blocks
    decorated = {block.id for block in blocks if block.decoration is Decoration.WEDGE}
    drawn = [lane.id.partition("/")[0] for lane, _ in lanes_with_wedges("value-stack")]
    assert sorted(drawn) == sorted([*decorated, *decorated])
    assert len(decorated) == 4


def test_other_canvases_have_none():
    assert lanes_with_wedges("service-logic-bmc") == []


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST], ids=lambda theme: theme.name)
def test_it_stays_in_its_lane_and_narrows_downwards(theme: Theme):
    for lane, wedge in lanes_with_wedges("value-stack", theme):
        (left, top), (right, _), (low_right, foot), (low_left, _) = ends(wedge)
        assert lane.rect.x < left < low_left < low_right < right < lane.rect.right
        assert (top, foot) == (lane.rect.y, lane.rect.bottom)


def test_it_runs_straight_through_both_lanes():
    upper, lower = (ends(wedge) for _, wedge in lanes_with_wedges("value-stack")[:2])
    slopes = [(c[1][0] - c[2][0]) / (c[2][1] - c[1][1]) for c in (upper, lower)]
    assert slopes[0] == pytest.approx(slopes[1])
