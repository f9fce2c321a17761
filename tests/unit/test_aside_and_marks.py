"""Questions set aside, findings waived, notes marked: what these plans change."""

from __future__ import annotations

import pytest

from canvasapp.domain.records import NoteKind, NoteStatus
from canvasapp.edits import aside, marks
from tests.unit.small_canvas import note, workshop


def test_a_question_is_set_aside_with_a_reason_and_taken_up_again() -> None:
    start = workshop()
    edit = aside.set_question_aside(start.boards["b1"], "tall", "why", " We\nknow ")
    after = start.after(edit)
    (kept,) = after.boards["b1"].set_aside.values()
    assert (kept.block, kept.question, kept.reason) == ("tall", "why", "We know")
    again = aside.set_question_aside(after.boards["b1"], "tall", "why", "Not here")
    (changed,) = after.after(again).boards["b1"].set_aside.values()
    assert (changed.id, changed.reason) == (kept.id, "Not here")
    assert (
        not after.after(aside.take_question_up(after.boards["b1"], "tall", "why"))
        .boards["b1"]
        .set_aside
    )


def test_what_is_not_asked_is_not_set_aside() -> None:
    board = workshop().boards["b1"]
    assert not aside.set_question_aside(board, "tall", "how", "So.")
    assert not aside.set_question_aside(board, "gone", "why", "So.")
    assert not aside.take_question_up(board, "tall", "why")


def test_a_finding_is_ignored_with_a_reason_and_shown_again() -> None:
    start = workshop()
    after = start.after(aside.waive(start.boards["b1"], "too-long", "n1", "A quotation"))
    board = after.boards["b1"]
    (waiver,) = board.waivers.values()
    assert (waiver.check, waiver.about, waiver.reason) == ("too-long", "n1", "A quotation")
    assert not aside.waive(board, "too-long", "n1", "A  quotation")
    (change,) = aside.waive(board, "too-long", "n1", "A poem").changes
    assert change.before == waiver
    assert not aside.unwaive(board, "too-long", "n2")
    assert not after.after(aside.unwaive(board, "too-long", "n1")).boards["b1"].waivers


@pytest.mark.parametrize(
    ("reason", "words"), [(" \n", "Write a reason"), ("x" * 1001, "1,001 char")]
)
def test_a_reason_has_words_but_not_too_many(reason: str, words: str) -> None:
    board = workshop().boards["b1"]
    with pytest.raises(aside.UnfitReasonError, match=words):
        aside.waive(board, "too-long", "n1", reason)
    with pytest.raises(aside.UnfitReasonError, match=words):
        aside.set_question_aside(board, "tall", "why", reason)


def test_a_note_has_a_status_but_headings_and_locked_notes_are_left_alone() -> None:
    start = workshop(note("n1"), note("h1", kind=NoteKind.HEADING), note("k1", locked=True))
    edit = marks.set_status(start.boards["b1"], ["n1", "h1", "k1", "gone"], NoteStatus.EVIDENCED)
    after = start.after(edit).boards["b1"]
    assert [n.status for n in after.notes.values()] == [NoteStatus.EVIDENCED, None, None]
    assert start.after(edit).after(marks.set_status(after, ["n1"], None)).boards["b1"].note(
        "n1"
    ) == note("n1")


def test_tags_are_added_and_taken_away_however_they_are_written() -> None:
    state = workshop(note("n1"), note("n2", tags=("Cold",)))
    for plan, tags in [
        (marks.add_tags, ["  warm ", "Warm", "", "cold"]),
        (marks.remove_tags, ["COLD", "new"]),
    ]:
        state = state.after(plan(state.boards["b1"], ["n1", "n2"], tags))
    assert [n.tags for n in state.boards["b1"].notes.values()] == [("warm",), ("warm",)]
    state = state.after(marks.set_tags(state.boards["b1"], ["n1"], ["a", "b", "A"]))
    assert state.boards["b1"].note("n1").tags == ("a", "b")


def test_a_note_has_no_more_tags_than_it_may() -> None:
    many = marks.clean_tags(str(number) for number in range(marks.MOST_TAGS + 5))
    assert many == tuple(str(number) for number in range(marks.MOST_TAGS))
