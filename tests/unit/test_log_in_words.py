"""What going back to before an exercise does is said before it is done."""

from __future__ import annotations

from dataclasses import replace

from canvasapp.domain.change import Change, Edit
from canvasapp.domain.logbook import session_ids
from canvasapp.edits.example import example_workshop
from canvasapp.edits.rewinding import Rewind
from canvasapp.panels.log.said import told_lines, what_it_does, what_stays, when
from canvasapp.templates import load_templates
from tests.unit.small_canvas import link, note

ONE, OTHER = note("n1", text="Local bread"), note("n2", z="a1")


def test_what_is_taken_back_is_counted_by_kind() -> None:
    changes = (
        Change(ONE, None),
        Change(OTHER, None),
        Change(link("l1", "n1", "n2"), None),
        Change(None, note("n3", z="a2")),
        Change(note("n4", z="a3"), replace(note("n4", z="a3"), text="before")),
    )
    said = what_it_does(Rewind(Edit("Rewind exercise", changes), ()))
    assert said == "Removes 2 notes and 1 link. Brings back 1 note. Sets back 1 note."


def test_an_exercise_that_left_nothing_says_so() -> None:
    assert "Nothing" in what_it_does(Rewind(Edit("Rewind exercise", ()), ()))


def test_what_stays_is_told_by_its_words_and_many_are_counted() -> None:
    assert what_stays([ONE, link("l1", "n1", "n2")]) == ["Local bread", "1 link"]
    many = [note(f"n{number}", text=f"Note {number}") for number in range(9)]
    said = what_stays(many)
    assert said[0] == "Note 0"
    assert said[-1] == f"and {9 - (len(said) - 1)} more notes"


def test_steps_of_a_session_are_told_with_the_time_they_took() -> None:
    example = example_workshop(load_templates())
    (session,) = session_ids(example)
    told = list(told_lines(example, session))
    assert all(each.took for each in told if each.is_step)
    assert not [each for each in told if each.took and not each.is_step]
    assert " to " in when(example, session)
