"""The header of a sheet: words that have no room are cut, and never run over others."""

from dataclasses import replace

import pytest

from canvasapp.domain.geometry import Rect
from canvasapp.domain.records import Party
from canvasapp.domain.template import Perspective
from canvasapp.picture.header_picture import legend_part, title_part
from canvasapp.picture.shapes import Box, Part, Text
from canvasapp.picture.theme import LIGHT
from canvasapp.templates import load_templates

pytestmark = pytest.mark.usefixtures("qapp")

TEMPLATES = load_templates()
TEMPLATE = TEMPLATES["service-logic-bmc"]
BOTH = tuple(Perspective)
PROFILE = "Households of two people who have just moved"


def parties(count: int, name: str = "Organisation") -> tuple[Party, ...]:
    return tuple(Party(f"p{n}", f"{name} {n}", f"O{n}", n) for n in range(1, count + 1))


def extents(part: Part) -> list[Rect]:
    """Where the words of a part are, and its chips and marks."""
    found = []
    for shape in part.shapes:
        match shape:
            case Text(at=at, lines=lines):
                found += [
                    Rect(at.x + each.x, at.y + each.baseline, each.width, 0.1)
                    for each in lines
                    if each.text
                ]
            case Box(rect=rect):
                found.append(rect)
    return found


@pytest.mark.parametrize("subtitle", ["Short", PROFILE, f"{PROFILE} " * 10])
@pytest.mark.parametrize("count", [0, 2, 9, 25, 60])
def test_nothing_runs_over_the_canvas_or_its_edge(subtitle: str, count: int):
    for template in TEMPLATES.values():
        title = extents(title_part(template, LIGHT))
        legend = extents(legend_part(template, LIGHT, subtitle, BOTH, parties(count)))
        header = replace(template.header, w=template.header.w + 0.01)
        assert all(header.encloses(rect) for rect in (*title, *legend))
        assert not any(one.meets(other) for one in title for other in legend)


def test_what_has_room_is_told_whole():
    legend = legend_part(TEMPLATE, LIGHT, PROFILE, BOTH, parties(3))
    words = [shape.string for shape in legend.shapes if isinstance(shape, Text)]
    assert {PROFILE, "Organisation 1", "Organisation 2", "Organisation 3"} <= set(words)


def test_long_names_are_cut_and_their_chips_stay():
    legend = legend_part(TEMPLATE, LIGHT, "", BOTH, parties(9, "An organisation of the region"))
    words = [shape.string for shape in legend.shapes if isinstance(shape, Text)]
    assert len([each for each in words if each.endswith("…")]) == 9
    assert {f"O{number}" for number in range(1, 10)} <= set(words)


def test_twenty_parties_stand_in_two_lines_with_their_names():
    legend = legend_part(TEMPLATE, LIGHT, "", BOTH, parties(20, "Organisation"))
    texts = [shape for shape in legend.shapes if isinstance(shape, Text)]
    names = [each for each in texts if each.string.startswith("Organ")]
    assert len(names) == 20
    assert len({round(each.at.y, 2) for each in names}) == 2


def test_few_parties_stay_in_one_line():
    legend = legend_part(TEMPLATE, LIGHT, "", BOTH, parties(5))
    texts = [shape for shape in legend.shapes if isinstance(shape, Text)]
    assert len({round(each.at.y, 2) for each in texts if each.string.startswith("Organ")}) == 1
