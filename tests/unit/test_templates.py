"""The five canvases: what each holds, that it tiles its sheet, and that a sixth needs a data file only."""

from __future__ import annotations

import itertools
import json
from pathlib import Path

import pytest

from canvasapp.domain.board import Workshop
from canvasapp.domain.geometry import Point
from canvasapp.domain.records import BoardHead, Note, WorkshopHead
from canvasapp.domain.template import (
    Decoration,
    Origin,
    Perspective,
    Place,
    Split,
    Template,
)
from canvasapp.resources import resource
from canvasapp.templates import load_template, load_templates
from tests.unit.canvas_file import places, put, small_file, written

TEMPLATES = load_templates()
QUESTIONS = {
    "service-logic-bmc": 39,
    "joint-service-proposition": 58,
    "value-co-creation": 37,
    "value-stack": 42,
    "service-ecosystem": 75,
}
EXAMPLES = {
    "service-logic-bmc": 23,
    "joint-service-proposition": 27,
    "value-co-creation": 18,
    "value-stack": 18,
    "service-ecosystem": 26,
}
WORD_FOR_WORD = [
    "What kind of partnerships does the customer have and how should they be taken into account?",
    "Why does the customer buy?",
    "What are the elements of the customer needing?",
    "How does the value emerge in customer's practices (also from mental and emotional experiences)?",
    "For which benefits is the customer willing to pay for and how?",
    "What other customer's material and immaterial resources and tools are required?",
    "What are the inherent costs in our business models?",
    "Does it do what I need it to?",
    "How hard is it for me to do?",
]
OUR, CUSTOMER = Perspective.OUR, Perspective.CUSTOMER


@pytest.fixture(params=TEMPLATES.values(), ids=list(TEMPLATES))
def template(request: pytest.FixtureRequest) -> Template:
    canvas: Template = request.param
    return canvas


def test_the_five_canvases_come_in_their_order() -> None:
    assert list(TEMPLATES) == list(QUESTIONS)
    assert [template.short_name for template in TEMPLATES.values()] == [
        "Service Logic",
        "Joint Service Proposition",
        "Value Co-Creation",
        "Value Stack",
        "Service Ecosystem",
    ]


def test_every_question_is_there(template: Template) -> None:
    assert len(list(template.questions())) == QUESTIONS[template.id]


def test_all_canvases_ask_251_questions() -> None:
    assert sum(len(list(template.questions())) for template in TEMPLATES.values()) == 251


@pytest.mark.parametrize("sentence", WORD_FOR_WORD)
def test_what_is_quoted_is_quoted_word_for_word(sentence: str) -> None:
    asked = {
        question.text: question.origin
        for each in TEMPLATES.values()
        for _, question in each.questions()
    }
    assert asked[sentence] in {Origin.VERBATIM, Origin.FRAGMENT}


def test_the_service_logic_canvas_is_quoted_throughout_and_no_other_is() -> None:
    quoted = {
        name: sum(question.origin is not Origin.DERIVED for _, question in template.questions())
        for name, template in TEMPLATES.items()
    }
    assert {name: count for name, count in quoted.items() if count} == {
        "service-logic-bmc": 39,
        "value-stack": 2,
    }


def test_every_lane_asks_something(template: Template) -> None:
    assert all(block.questions_of(each) for block in template.blocks for each in Perspective)


def test_questions_are_numbered_within_their_perspective(template: Template) -> None:
    for block, perspective in itertools.product(template.blocks, Perspective):
        ids = [question.id for question in block.questions_of(perspective)]
        assert ids == [f"{perspective}-{number}" for number in range(1, len(ids) + 1)]


def test_the_sheet_is_a0_landscape(template: Template) -> None:
    sheet = template.sheet
    assert (sheet.width, sheet.height, sheet.margin, sheet.gutter) == (1189, 841, 15, 3)


def test_blocks_header_and_footer_tile_the_frame(template: Template) -> None:
    frame = template.sheet.frame
    tiles = [template.header, template.footer, *(block.rect for block in template.blocks)]
    assert all(frame.inset(-1e-6).encloses(tile) for tile in tiles)
    pairs = itertools.combinations([tile.inset(1e-6) for tile in tiles], 2)
    assert not any(one.meets(other) for one, other in pairs)
    assert sum(tile.w * tile.h for tile in tiles) == pytest.approx(frame.w * frame.h)


def test_lanes_tile_their_block_below_a_strip_of_4_percent_of_the_frame(template: Template) -> None:
    strip = template.sheet.frame.h * 0.04
    for block in template.blocks:
        ours, theirs = block.lane(OUR).rect, block.lane(CUSTOMER).rect
        assert ours.y == pytest.approx(block.rect.y + strip)
        assert (ours.w, ours.h) == pytest.approx((theirs.w, theirs.h))
        assert theirs.right == pytest.approx(block.rect.right)
        assert theirs.bottom == pytest.approx(block.rect.bottom)
        if block.split is Split.ROWS:
            assert (theirs.x, theirs.y) == pytest.approx((ours.x, ours.bottom))
        else:
            assert (theirs.x, theirs.y) == pytest.approx((ours.right, ours.y))


def test_the_middle_of_every_lane_is_found_there(template: Template) -> None:
    for block in template.blocks:
        for lane in block.lanes:
            assert template.place_at(lane.rect.centre) == Place(block.id, lane.perspective)


def test_nothing_lies_in_header_and_footer(template: Template) -> None:
    assert template.place_at(template.header.centre) is None
    assert template.place_at(template.footer.centre) is None


def test_on_a_title_the_nearest_lane_counts() -> None:
    canvas = TEMPLATES["service-logic-bmc"]
    rows, columns = canvas.block("customers-world").rect, canvas.block("cost-structure").rect
    assert canvas.place_at(Point(rows.centre.x, rows.y + 1)) == Place("customers-world", OUR)
    assert canvas.place_at(Point(columns.right - 9, columns.y + 1)) == Place(
        "cost-structure", CUSTOMER
    )


def test_a_block_that_is_not_there_is_asked_for_in_vain(template: Template) -> None:
    with pytest.raises(KeyError):
        template.block("elsewhere")


def test_the_plan_takes_120_minutes_without_gaps(template: Template) -> None:
    ends = [step.start + step.minutes for step in template.agenda]
    assert [step.start for step in template.agenda] == [0, *ends[:-1]]
    assert ends[-1] == 120


def test_the_plan_goes_through_every_block_in_order(template: Template) -> None:
    visited = [block for step in template.agenda for block in step.blocks]
    assert visited == [block.id for block in template.blocks_in_order()]
    assert [block.order for block in template.blocks_in_order()] == list(
        range(1, len(template.blocks) + 1)
    )


def test_a_block_is_given_the_minutes_of_its_step() -> None:
    canvas = TEMPLATES["service-logic-bmc"]
    assert canvas.block("customers-world").minutes == 15
    assert canvas.block("cost-structure").minutes == 7


def test_engines_come_third_in_the_room_though_they_are_number_eight() -> None:
    engines = TEMPLATES["service-ecosystem"].block("value-engines")
    assert (engines.number, engines.order) == (8, 3)


def test_every_example_note_answers_a_question_of_its_lane(template: Template) -> None:
    notes = [(block, note) for block in template.blocks for note in block.examples]
    assert len(notes) == EXAMPLES[template.id]
    for block, note in notes:
        question = block.question(note.question or "")
        assert question is not None
        assert question.perspective is note.perspective


def test_the_four_factors_carry_a_wedge() -> None:
    wedges = [
        block.id
        for template in TEMPLATES.values()
        for block in template.blocks
        if block.decoration is Decoration.WEDGE
    ]
    assert wedges == ["know-me-factor", "business-acumen", "level-of-trust", "co-creation-factor"]


def test_every_canvas_says_whose_it_is(template: Template) -> None:
    assert template.attribution.startswith(template.name.removesuffix(" Canvas"))
    assert template.source
    assert template.licence_caution


# --- a sixth canvas ---------------------------------------------------------------------------------------------------


def test_a_sixth_canvas_needs_a_data_file_only(tmp_path: Path) -> None:
    for path in resource("templates").glob("*.json"):
        written(tmp_path, path.read_bytes(), path.name)
    written(tmp_path, small_file())
    templates = load_templates(tmp_path)
    assert list(templates) == [*QUESTIONS, "sixth"]
    at = templates["sixth"].block("right").lane(CUSTOMER).rect.centre
    place = templates["sixth"].place_at(at)
    assert place == Place("right", CUSTOMER)
    note = Note(
        "n", "b", place.block, place.perspective, None, "Here", None, at.x, at.y, 50, 50, "a0"
    )
    head = BoardHead("b", "sixth", 1, "A board", "", "a0")
    workshop = Workshop.of(WorkshopHead("w", "A workshop"), templates, [head, note])
    assert workshop.boards["b"].notes_in("right", CUSTOMER) == [note]


def test_canvases_without_a_place_of_their_own_follow_by_name(tmp_path: Path) -> None:
    for name, order in [("Zebra", None), ("Adder", None), ("Yak", 2), ("Bee", 7)]:
        content = {**small_file(name.lower()), "name": name}
        if order is not None:
            content["order"] = order
        written(tmp_path, content, f"{name}.json")
    assert list(load_templates(tmp_path)) == ["yak", "bee", "adder", "zebra"]


def test_rectangles_and_lanes_are_reckoned_from_the_frame(tmp_path: Path) -> None:
    template = load_template(written(tmp_path, small_file()))
    right = template.block("right")
    assert (right.rect.x, right.rect.y) == pytest.approx((10 + 392, 10 + 68))
    assert (right.rect.w, right.rect.h) == pytest.approx((588, 578))
    theirs = right.lane(CUSTOMER).rect
    assert (theirs.x, theirs.y) == pytest.approx((402 + 294, 78 + 34))
    assert (theirs.w, theirs.h) == pytest.approx((294, 544))


def test_what_may_be_left_out_is_empty(tmp_path: Path) -> None:
    content = small_file()
    for block in content["blocks"]:
        del block["sublanes"], block["examples"]
    template = load_template(written(tmp_path, content))
    assert [(block.sublanes, block.examples) for block in template.blocks] == [((), ())] * 2
    assert (template.provenance, template.afterwards, template.order) == ("", "", None)
    assert template.block("left").decoration is None


def test_a_block_named_in_two_steps_has_the_minutes_of_both(tmp_path: Path) -> None:
    content = small_file()
    put(content, ["agenda", 0, "blocks"], ["right"])
    template = load_template(written(tmp_path, content))
    assert [block.id for block in template.blocks_in_order()] == ["right", "left"]
    assert template.block("right").minutes == 60


def test_the_format_is_described_key_by_key() -> None:
    page = resource().parent.joinpath("docs", "template-format.md").read_text("utf-8")
    keys = {
        key
        for path in [*resource("templates").glob("*.json"), *resource("examples").glob("*.json")]
        for place in places(json.loads(path.read_bytes()))
        for key in place[: place.index("values") + 1 if "values" in place else None]
        if isinstance(key, str)
    }
    assert {key for key in keys if f"`{key}`" not in page} == set()
