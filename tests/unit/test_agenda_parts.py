"""The parts of an agenda: steps of one name are listed, renamed, timed, skipped and moved together."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from canvasapp.domain.board import Workshop
from canvasapp.domain.change import Edit
from canvasapp.domain.logbook import lines_of
from canvasapp.domain.plan_parts import minutes_of, name_of, runs_of
from canvasapp.domain.session import PlanStep
from canvasapp.edits import agenda_parts
from canvasapp.edits.agendas import UnfitPlanError, add_plan
from canvasapp.edits.sessions import begin_session, next_step, use_plan
from canvasapp.edits.workshops import new_workshop
from canvasapp.facilitation.expanding import expanded
from canvasapp.facilitation.parts import parts_of
from canvasapp.facilitation.schedule import Turn, planned, schedule
from canvasapp.templates import load_templates
from canvasapp.templates.facilitation import load_facilitation

TEMPLATES = load_templates()
FACILITATION = load_facilitation()
NINE = datetime(2024, 5, 6, 9, 0, tzinfo=UTC)
ID = "service-logic-bmc"
PLAN = "own"
STEPS = expanded(TEMPLATES[ID], FACILITATION)


@pytest.fixture
def workshop() -> Workshop:
    bare = new_workshop(TEMPLATES, ID, "Session")
    return bare.after(add_plan(only(bare), "Ours", STEPS, PLAN))


def only(workshop: Workshop):
    return next(iter(workshop.boards.values()))


def parts_after(workshop: Workshop, edit: Edit) -> list[tuple[str, int]]:
    steps = only(workshop.after(edit)).plans[PLAN].steps
    return [(name_of(run), minutes_of(run)) for run in runs_of(steps)]


USUAL = [(part.title, part.minutes) for part in TEMPLATES[ID].agenda]


def test_the_parts_of_a_canvas_s_plan_are_those_of_its_agenda() -> None:
    for template in TEMPLATES.values():
        runs = runs_of(expanded(template, FACILITATION))
        wanted = [(part.title, part.minutes) for part in template.agenda]
        assert [(name_of(run), minutes_of(run)) for run in runs] == wanted


def test_steps_without_a_part_stand_by_themselves() -> None:
    one, two = PlanStep("a", "Same", 60), PlanStep("b", "Same", 60)
    assert runs_of([one, two]) == [(one,), (two,)]


def test_a_part_is_renamed_moved_and_deleted_with_all_its_steps(workshop: Workshop) -> None:
    board = only(workshop)
    title, minutes = USUAL[1]
    renamed = parts_after(workshop, agenda_parts.rename_part(board, PLAN, 1, " The world "))
    assert renamed == [USUAL[0], ("The world", minutes), *USUAL[2:]]
    moved = parts_after(workshop, agenda_parts.move_part(board, PLAN, 1, 3))
    assert moved == [USUAL[0], USUAL[2], USUAL[3], (title, minutes), *USUAL[4:]]
    deleted = parts_after(workshop, agenda_parts.remove_part(board, PLAN, 1))
    assert deleted == [USUAL[0], *USUAL[2:]]
    added = parts_after(workshop, agenda_parts.add_part(board, PLAN, "Lunch", 30, 2))
    assert added == [*USUAL[:2], ("Lunch", 30), *USUAL[2:]]


@pytest.mark.parametrize("minutes", [1, 7, 15, 90])
def test_another_length_is_shared_out_as_before(workshop: Workshop, minutes: int) -> None:
    after = workshop.after(agenda_parts.set_minutes(only(workshop), PLAN, 1, minutes))
    before, run = runs_of(STEPS)[1], runs_of(only(after).plans[PLAN].steps)[1]
    assert sum(each.seconds for each in run) == minutes * 60
    whole = sum(each.seconds for each in before)
    for old, new in zip(before, run, strict=True):
        assert abs(new.seconds - old.seconds * minutes * 60 / whole) <= 1


def test_what_would_leave_no_step_is_refused(workshop: Workshop) -> None:
    bare = workshop.after(add_plan(only(workshop), "One", STEPS[:1], "one"))
    for act in (agenda_parts.remove_part, lambda *x: agenda_parts.skip_part(*x, skipped=True)):
        with pytest.raises(UnfitPlanError):
            act(only(bare), "one", 0)


def test_what_there_is_not_is_left_alone(workshop: Workshop) -> None:
    board = only(workshop)
    assert not agenda_parts.rename_part(board, PLAN, 1, " ")
    assert not agenda_parts.rename_part(board, PLAN, 99, "Name")
    assert not agenda_parts.move_part(board, "no such plan", 0, 1)


def test_a_part_says_where_it_stands(workshop: Workshop) -> None:
    board = only(workshop)
    skipped = workshop.after(agenda_parts.skip_part(board, PLAN, 2, skipped=True))
    steps = only(skipped).plans[PLAN].steps
    assert [each.turn for each in parts_of(planned(steps, NINE))].count(Turn.SKIPPED) == 1
    begun = skipped.after(begin_session(skipped, board.id, steps, NINE, 1, PLAN))
    there = begun.after(next_step(begun, steps, NINE, 1))
    assert there.session is not None
    log = lines_of(there, there.session.id)
    parts = parts_of(schedule(steps, there.session, log, NINE))
    turns = [Turn.DONE, Turn.NOW, Turn.SKIPPED, Turn.AHEAD]
    assert [each.turn for each in parts[:4]] == turns
    assert parts[3].entry == parts[3].steps[0].step.id


def test_a_session_goes_on_by_another_plan_from_where_it_is(workshop: Workshop) -> None:
    begun = workshop.after(begin_session(workshop, only(workshop).id, STEPS, NINE, 1))
    before = begun.session
    after = begun.after(use_plan(begun, PLAN)).session
    assert before is not None
    assert after == replace(before, plan=PLAN)
