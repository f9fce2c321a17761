"""How sessions are facilitated is a data file: whole for every canvas, and refused in a sentence when it is not."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvasapp.domain.session import PlanStep, Wall
from canvasapp.domain.template import Perspective, Template
from canvasapp.edits.agendas import add_plan
from canvasapp.edits.checklists import tick, untick
from canvasapp.edits.notes import add_note
from canvasapp.facilitation.asking import visible_questions
from canvasapp.facilitation.expanding import divided, expanded, steps_of
from canvasapp.resources import resource
from canvasapp.templates import TemplateError, load_templates
from canvasapp.templates.facilitation import load_facilitation
from tests.unit.small_canvas import CUSTOMER, LANES, OUR, board, workshop

TEMPLATES = load_templates()
FACILITATION = load_facilitation()


@pytest.fixture(params=TEMPLATES.values(), ids=list(TEMPLATES))
def template(request: pytest.FixtureRequest) -> Template:
    found: Template = request.param
    return found


def test_the_plan_of_every_canvas_takes_two_hours(template: Template) -> None:
    steps = expanded(template, FACILITATION)
    assert sum(step.seconds for step in steps) == 2 * 60 * 60
    assert len({step.id for step in steps}) == len(steps)


def test_each_part_of_the_agenda_takes_the_time_it_is_given(template: Template) -> None:
    steps = expanded(template, FACILITATION)
    for part in template.agenda:
        assert sum(s.seconds for s in steps if s.part == part.title) == part.minutes * 60


def test_every_block_is_seen_from_each_side_in_silence(template: Template) -> None:
    steps = expanded(template, FACILITATION)
    for block in template.blocks:
        silent = [s.lens for s in steps if s.block == block.id and s.hides]
        assert sorted(str(lens) for lens in silent) == ["customer", "our"]


def test_every_plan_has_a_break_and_results(template: Template) -> None:
    shown = {step.wall for step in expanded(template, FACILITATION)}
    assert {Wall.WHOLE, Wall.BLOCK, Wall.COMPARE, Wall.BREAK, Wall.RESULTS} <= shown


def test_every_tool_that_an_agenda_needs_is_known(template: Template) -> None:
    assert {need for part in template.agenda for need in part.needs} <= FACILITATION.tools.keys()


def test_the_customer_has_the_first_word_where_the_plan_says_so() -> None:
    steps = expanded(TEMPLATES["joint-service-proposition"], FACILITATION)
    silent = {
        b: [s.lens for s in steps if s.block == b and s.hides]
        for b in ("end-to-end-journey", "target-customer")
    }
    assert silent == {"end-to-end-journey": [CUSTOMER, OUR], "target-customer": [OUR, CUSTOMER]}


@given(st.integers(60, 7200), st.lists(st.integers(1, 100), min_size=1, max_size=5))
def test_time_is_divided_without_loss(seconds: int, shares: list[int]) -> None:
    lengths = divided(seconds, shares)
    assert min(lengths) >= 1
    whole = sum(shares)
    for share, length in zip(shares, lengths, strict=True):
        assert abs(length - seconds * share / whole) <= 16
    if min(shares) * seconds / whole > 15:
        assert sum(lengths) == seconds


def test_a_plan_of_ones_own_takes_the_place_of_the_canvas_plan() -> None:
    start = workshop()
    own = (PlanStep("s", "Talk", 60),)
    after = start.after(add_plan(start.boards["b1"], "", own, plan_id="p")).boards["b1"]
    assert steps_of(after, "p", FACILITATION) == own
    assert steps_of(after, "gone", FACILITATION) == expanded(after.template, FACILITATION)


# --- questions ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asks", "lens", "shown"),
    [
        ("nothing", None, []),
        ("first", None, ["what", "why"]),
        ("all", Perspective.CUSTOMER, ["why"]),
        ("open", None, ["why"]),
        ("open", Perspective.OUR, []),
    ],
)
def test_a_step_shows_the_questions_it_asks(
    asks: str, lens: Perspective | None, shown: list[str]
) -> None:
    start = workshop()
    answer = add_note(start.boards["b1"], LANES["tall", OUR], question="what")
    answered = start.after(answer).boards["b1"]
    step = PlanStep("s", "", 1, block="tall", lens=lens, asks=asks)  # type: ignore[arg-type]  # a StrEnum's value
    assert [question.id for question in visible_questions(answered, step)] == shown


def test_a_step_without_a_block_asks_nothing() -> None:
    assert visible_questions(board(), PlanStep("s", "", 1, asks="all")) == ()  # type: ignore[arg-type]


# --- checklists -----------------------------------------------------------------------------------------------------


def test_there_are_checklists_for_two_weeks_and_for_four() -> None:
    sprint, pilot = FACILITATION.checklists
    assert (len(sprint.items), len(pilot.items)) == (5, 5)


def test_an_item_is_ticked_once_and_unticked() -> None:
    start, now = workshop(), datetime(2024, 5, 6, 9, tzinfo=UTC)
    item = FACILITATION.checklists[0].items[0].id
    ticked = start.after(tick(start, item, now))
    assert list(ticked.ticks) == [item]
    assert not tick(ticked, item, now)
    assert ticked.after(untick(ticked, item)).ticks == {}
    assert not untick(start, item)


# --- refusals -------------------------------------------------------------------------------------------------------

Spoil = Callable[[dict[str, Any]], object]
SPOILT: dict[str, tuple[Spoil, str]] = {
    "shares that are too few": (
        lambda d: d["cycles"][0]["steps"][0].update(share=5),
        r"cycles\[0\]\.steps takes 95 per cent",
    ),
    "an unknown wall": (
        lambda d: d["cycles"][0]["steps"][0].update(wall="film"),
        r"wall is 'film'",
    ),
    "an unknown tool": (
        lambda d: d["cycles"][0]["steps"][0].update(needs=["magic"]),
        r"needs\[0\] is 'magic', which is no tool",
    ),
    "a cycle for nothing": (lambda d: d["cycles"][1].update({"for": "magic"}), "is no tool"),
    "no cycle for blocks": (lambda d: d["cycles"].pop(0), "has no cycle for 'block'"),
    "hides that is no choice": (
        lambda d: d["cycles"][0]["steps"][0].update(hides=1),
        "neither true nor false",
    ),
    "an item twice": (
        lambda d: d["checklists"][1]["items"][0].update(id="sprint-1"),
        "stands before already",
    ),
    "a tool without words": (lambda d: d["tools"].update(timer=""), "has no words"),
}


@pytest.mark.parametrize(("spoil", "said"), SPOILT.values(), ids=SPOILT.keys())
def test_a_broken_file_is_refused_with_its_place(tmp_path: Path, spoil: Spoil, said: str) -> None:
    content = json.loads(resource("facilitation.json").read_text("utf-8"))
    spoil(content)
    file = tmp_path / "facilitation.json"
    file.write_text(json.dumps(content), "utf-8")
    with pytest.raises(TemplateError, match=said):
        load_facilitation(file)
