"""One note becomes several and several become one, and no line is lost."""

from __future__ import annotations

import pytest

from canvasapp.domain.board import Board
from canvasapp.domain.change import Edit
from canvasapp.domain.records import Link, LinkKind, Note, NoteKind
from canvasapp.edits.splitting import merge_notes, split_note
from tests.unit.small_canvas import OUR, board, link, note, workshop


def after(start: Board, edit: Edit) -> Board:
    state = workshop(*start.attachments.values(), *start.notes.values(), *start.links.values())
    return state.after(edit).boards["b1"]


def as_high(note: Note, text: str) -> float:
    """No text needs more than its note has."""
    return note.h


def test_each_line_becomes_a_note_in_the_same_lane() -> None:
    long = note("n", text="- Bread\n\n• Milk\n  Honey ", party="telecom", question="what", z="a3")
    split = after(board(long), split_note(board(long), "n"))
    assert split.note("n").text == "Bread"
    assert [each.text for each in split.pile()] == ["Bread", "Milk", "Honey"]
    assert {(n.block, n.perspective, n.party, n.question) for n in split.notes.values()} == {
        ("tall", OUR, "telecom", "what")
    }
    rects = [each.rect for each in split.notes.values()]
    assert not any(one.meets(other) for one in rects for other in rects if one is not other)


def test_off_the_blocks_the_lines_go_below_each_other() -> None:
    start = board(note("n", 300, 260, text="a\nb\nc", block=None, perspective=None))
    split = after(start, split_note(start, "n"))
    assert [(each.x, each.y) for each in split.pile()] == [(300, 260), (300, 305), (300, 350)]


@pytest.mark.parametrize(
    "one", [note("n", text="one line\n \n"), note("n", text="a\nb", kind=NoteKind.HEADING)]
)
def test_what_has_one_line_or_is_no_note_is_not_split(one: Note) -> None:
    assert not split_note(board(one), "n")


def test_merged_notes_are_one_note_with_all_texts_in_reading_order() -> None:
    start = board(
        note("c", 10, 150), note("a", 10, 70), note("b", 90, 72, text="b\nb"), note("d", text=" ")
    )
    merged = after(
        start, merge_notes(start, "cba", lambda note, text: 22.0 * (text.count("\n") + 1))
    )
    assert set(merged.notes) == {"a", "d"}
    assert (merged.note("a").text, merged.note("a").h) == ("a\nb\nb\nc", 88)


def test_links_of_merged_notes_lead_to_what_they_became() -> None:
    start = board(
        note("a", 10, 70),
        note("b", 90, 70),
        note("c", 10, 150),
        link("ab", "a", "b"),
        link("ac", "a", "c"),
        link("bc", "b", "c"),
        Link("cb", "b1", "c", "b", LinkKind.SUPPORTS),
    )
    merged = after(start, merge_notes(start, "ab", as_high))
    assert {(each.source, each.target, each.kind) for each in merged.links.values()} == {
        ("a", "c", LinkKind.LEADS_TO),
        ("c", "a", LinkKind.SUPPORTS),
    }


@pytest.mark.parametrize("ids", ["a", "", "ah"])
def test_a_single_note_is_not_merged(ids: str) -> None:
    assert not merge_notes(board(note("a"), note("h", kind=NoteKind.HEADING)), ids, as_high)
