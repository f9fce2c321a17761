"""When steps were and will be: what runs over shifts what follows, and nothing overlaps."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvasapp.domain.board import Workshop
from canvasapp.domain.change import Edit
from canvasapp.domain.logbook import lines_of
from canvasapp.domain.session import PlanStep, Session
from canvasapp.edits import sessions
from canvasapp.facilitation.schedule import (
    Schedule,
    Turn,
    behind_words,
    clock_words,
    ends_words,
    planned,
    schedule,
)
from tests.unit.small_canvas import workshop

NINE = datetime(2024, 5, 6, 9, 0, tzinfo=UTC)
THREE = tuple(PlanStep(name, name.upper(), 600) for name in "abc")

plans = st.lists(st.tuples(st.integers(1, 900), st.booleans()), min_size=1, max_size=8).map(
    lambda given: tuple(PlanStep(str(at), "", n, skipped=s) for at, (n, s) in enumerate(given))
)
turns = st.lists(
    st.tuples(
        st.integers(0, 1200),
        st.sampled_from(["next", "previous", "pause", "resume", "more", "less"]),
    ),
    max_size=15,
)


class Course:
    """A session that takes its course on the rules alone."""

    def __init__(self, steps: tuple[PlanStep, ...]) -> None:
        self.steps = steps
        self.now = NINE
        self.workshop: Workshop = workshop()
        self.do(sessions.begin_session(self.workshop, "b1", steps, NINE, 1))

    def do(self, edit: Edit) -> None:
        self.workshop = self.workshop.after(edit)

    def wait(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)

    def turn(self, what: str) -> None:
        now = self.now
        match what:
            case "next":
                self.do(sessions.next_step(self.workshop, self.steps, now, 1))
            case "previous":
                self.do(sessions.previous_step(self.workshop, self.steps, now, 1))
            case "pause":
                self.do(sessions.pause(self.workshop, now))
            case "resume":
                self.do(sessions.resume(self.workshop, now))
            case _:
                minute = 60 if what == "more" else -60
                self.do(sessions.add_time(self.workshop, minute, now))

    @property
    def session(self) -> Session:
        assert self.workshop.session is not None
        return self.workshop.session

    @property
    def timed(self) -> Schedule:
        log = lines_of(self.workshop, self.session.id)
        return schedule(self.steps, self.session, log, self.now)


@given(plans, turns)
def test_whatever_happens_the_steps_ahead_follow_one_after_the_other(
    steps: tuple[PlanStep, ...], happening: list[tuple[int, str]]
) -> None:
    if all(step.skipped for step in steps):
        return
    course = Course(steps)
    for seconds, what in happening:
        course.wait(seconds)
        course.turn(what)
    timed = course.timed
    (present,) = [each for each in timed.steps if each.turn is Turn.NOW]
    at = present.end
    assert present.start <= course.now <= at
    for each in timed.steps[timed.steps.index(present) + 1 :]:
        if each.turn is Turn.AHEAD:
            assert each.start == at
            assert timedelta(0) <= each.end - each.start <= timedelta(seconds=each.step.seconds)
            at = each.end
    assert timed.ends == at
    for each in timed.steps:
        assert each.start <= each.end
        assert (each.turn is Turn.DONE) <= (each.end <= course.now)


@given(plans)
def test_at_its_beginning_a_session_is_as_it_was_planned(steps: tuple[PlanStep, ...]) -> None:
    if all(step.skipped for step in steps):
        return
    timed, wanted = Course(steps).timed, planned(steps, NINE)
    assert (timed.ends, timed.behind) == (wanted.ends, timedelta(0))
    shown = [(e.start, e.end) for e in timed.steps if e.turn in (Turn.NOW, Turn.AHEAD)]
    assert shown == [(e.start, e.end) for e in wanted.steps if e.turn is Turn.AHEAD]


def test_a_step_that_runs_over_shifts_all_that_follow() -> None:
    course = Course(THREE)
    course.wait(600)
    assert behind_words(course.timed) == "On time"
    course.wait(60)
    timed = course.timed
    assert timed.steps[1].start == course.now
    assert timed.ends == NINE + timedelta(minutes=31)
    assert behind_words(timed) == "1 minute behind plan"
    assert ends_words(timed, UTC) == "Ends 09:31"


def test_a_step_that_ends_early_brings_the_others_forward() -> None:
    course = Course(THREE)
    course.wait(420)
    course.turn("next")
    timed = course.timed
    assert behind_words(timed) == "3 minutes ahead of plan"
    assert [each.turn for each in timed.steps] == [Turn.DONE, Turn.NOW, Turn.AHEAD]
    assert timed.steps[0].end == course.now


def test_a_minute_more_is_a_minute_later() -> None:
    course = Course(THREE)
    course.turn("more")
    assert course.timed.behind == timedelta(minutes=1)


def test_a_paused_timer_shifts_the_end_as_time_goes_by() -> None:
    course = Course(THREE)
    course.turn("pause")
    course.wait(300)
    assert behind_words(course.timed) == "5 minutes behind plan"


def test_a_step_that_was_passed_over_takes_no_time() -> None:
    course = Course(THREE)
    course.do(sessions.go_to(course.workshop, THREE, "c", NINE, 1))
    timed = course.timed
    assert [each.turn for each in timed.steps] == [Turn.DONE, Turn.PASSED, Turn.NOW]
    assert timed.ends == NINE + timedelta(minutes=10)


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(0, "0:00"), (0.2, "0:01"), (59.5, "1:00"), (299, "4:59"), (3723, "1:02:03")],
)
def test_a_timer_shows_0_at_its_end_only(seconds: float, shown: str) -> None:
    assert clock_words(seconds) == shown
