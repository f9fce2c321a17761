"""How notes change places in the pile, and that no more notes are touched than must be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvasapp.domain.board import Board
from canvasapp.domain.change import Edit
from canvasapp.edits.notes import Stack, drop_notes, restack
from tests.unit.small_canvas import board, note, workshop

APART = 100
"""mm between notes that do not overlap."""


def pile_of(names: str, apart: str = "") -> Board:
    """Notes from the lowest to the topmost, all at one place; those in `apart` lie elsewhere, one by one."""
    return board(
        *(
            note(
                name, x=10 + APART * (1 + apart.index(name) if name in apart else 0), z=f"a{place}"
            )
            for place, name in enumerate(names)
        )
    )


def order_after(start: Board, edit: Edit) -> str:
    notes = dict(start.notes) | {change.record.id: change.after for change in edit.changes}
    return "".join(sorted(notes, key=lambda name: notes[name].z))  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("stack", "chosen", "order"),
    [
        (Stack.FRONT, "a", "bcdea"),
        (Stack.FRONT, "ca", "bdeac"),
        (Stack.BACK, "e", "eabcd"),
        (Stack.BACK, "eb", "beacd"),
        (Stack.FORWARD, "b", "acbde"),
        (Stack.FORWARD, "ab", "cabde"),
        (Stack.BACKWARD, "d", "abdce"),
        (Stack.BACKWARD, "ae", "abced"),
    ],
)
def test_notes_go_where_they_are_sent_in_the_order_they_had(
    stack: Stack, chosen: str, order: str
) -> None:
    start = pile_of("abcde")
    assert order_after(start, restack(start, chosen, stack)) == order


@pytest.mark.parametrize(
    ("stack", "chosen"),
    [(Stack.FRONT, "de"), (Stack.BACK, "ab"), (Stack.FORWARD, "e"), (Stack.BACKWARD, "a")],
)
def test_notes_that_are_there_already_are_left_alone(stack: Stack, chosen: str) -> None:
    assert not restack(pile_of("abcde"), chosen, stack)


def test_a_step_forward_is_past_the_next_note_that_overlaps() -> None:
    start = pile_of("abcde", apart="bc")
    assert order_after(start, restack(start, "a", Stack.FORWARD)) == "bcdae"


def test_a_step_backward_is_past_the_next_note_that_overlaps() -> None:
    start = pile_of("abcde", apart="cd")
    assert order_after(start, restack(start, "e", Stack.BACKWARD)) == "aebcd"


def test_a_note_that_overlaps_nothing_has_no_step_to_go() -> None:
    start = pile_of("abc", apart="b")
    assert not restack(start, "b", Stack.FORWARD)
    assert not restack(start, "b", Stack.BACKWARD)


def test_the_edit_is_named_for_what_was_asked() -> None:
    start = pile_of("abc")
    assert restack(start, "a", Stack.FRONT).label == "Bring note to front"
    assert restack(start, "bc", Stack.BACK).label == "Send 2 notes to back"


def test_notes_that_share_a_key_can_be_passed() -> None:
    start = board(note("a", z="a0"), note("b", z="a1"), note("c", z="a1"), note("d", z="a1"))
    assert order_after(start, restack(start, "a", Stack.FORWARD))[-1] == "a"
    assert order_after(start, restack(start, "bd", Stack.FRONT)) == "acbd"


piles = st.lists(st.integers(0, 4), min_size=1, max_size=9)
"""For each note, from the lowest to the topmost, the one of five places it lies at."""


@given(piles, st.data(), st.sampled_from(Stack))
def test_any_restacking_keeps_the_order_of_the_chosen_and_of_the_others(
    places: list[int], data: st.DataObject, stack: Stack
) -> None:
    ids = [f"n{number}" for number in range(len(places))]
    chosen = data.draw(st.sets(st.sampled_from(ids)))
    notes = [
        note(each, x=10 + APART * place, z=f"a{number}")
        for number, (each, place) in enumerate(zip(ids, places, strict=True))
    ]
    before = workshop(*notes)
    edit = restack(before.boards["b1"], chosen, stack)
    pile = [each.id for each in before.after(edit).boards["b1"].pile()]
    assert {change.record.id for change in edit.changes} <= chosen
    assert [each for each in pile if each in chosen] == [each for each in ids if each in chosen]
    assert [each for each in pile if each not in chosen] == [
        each for each in ids if each not in chosen
    ]


@given(piles, st.data())
def test_bringing_to_front_changes_only_notes_that_had_another_one_over_them(
    places: list[int], data: st.DataObject
) -> None:
    ids = [f"n{number}" for number in range(len(places))]
    chosen = data.draw(st.sets(st.sampled_from(ids)))
    others = [place for place, each in enumerate(ids) if each not in chosen]
    covered = {each for place, each in enumerate(ids) if others and place < max(others)}
    start = board(*(note(each, z=f"a{number}") for number, each in enumerate(ids)))
    edit = restack(start, chosen, Stack.FRONT)
    assert {change.record.id for change in edit.changes} == covered & chosen


def test_notes_dropped_under_others_come_on_top_in_the_order_they_had() -> None:
    start = pile_of("abcde", apart="cab")
    edit = drop_notes(start, ["b", "a"], -APART, 0)
    assert order_after(start, edit) == "cdeab"
    assert [change.record.id for change in edit.changes] == ["b", "a"]


def test_notes_dropped_where_nothing_lies_over_them_keep_their_places_in_the_pile() -> None:
    start = pile_of("abc", apart="ab")
    for chosen, dx in (("a", 5 * APART), ("c", APART), ("ab", 1.0)):
        edit = drop_notes(start, chosen, dx, 0)
        assert order_after(start, edit) == "abc"
        assert edit.label.startswith("Move")


def test_nothing_dropped_is_no_edit() -> None:
    assert not drop_notes(pile_of("ab"), [], 5, 5)
    assert not drop_notes(pile_of("ab"), ["gone"], 5, 5)
