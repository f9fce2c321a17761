"""Notes in line, equally far apart, in one pile, of one size, in rows: what moves and what does not."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvasapp.domain.board import Board
from canvasapp.domain.change import Edit
from canvasapp.domain.geometry import Rect
from canvasapp.domain.reading import reading_order, rows_of
from canvasapp.domain.records import Note, NoteKind
from canvasapp.domain.template import Perspective
from canvasapp.edits.arrange import (
    Axis,
    CopiedStyle,
    Edge,
    align,
    distribute,
    match_size,
    paste_style,
    stack,
    style_of,
)
from canvasapp.edits.placing import GAP_ACROSS, GAP_DOWN
from canvasapp.edits.tidy import SortBy, sort_notes, tidy, tidy_notes
from tests.unit.small_canvas import CUSTOMER, LANES, OUR, board, note, workshop

ROOM = board().template.block("tall").lane(OUR).room
"""186 x 149 mm from (7, 76): notes of 60 x 40 mm lie in it in two columns and three rows."""


def after(start: Board, edit: Edit) -> Board:
    return workshop(*start.notes.values()).after(edit).boards["b1"]


def places(of: Board) -> dict[str, tuple[float, float]]:
    return {each.id: (round(each.x, 3), round(each.y, 3)) for each in of.notes.values()}


def scattered() -> Board:
    return board(
        note("a", 10, 70),
        note("b", 50, 120, w=80.0),
        note("c", 90, 100, h=60.0),
    )


EDGES = {
    Edge.LEFT: lambda rect: rect.x,
    Edge.RIGHT: lambda rect: rect.right,
    Edge.TOP: lambda rect: rect.y,
    Edge.BOTTOM: lambda rect: rect.bottom,
    Edge.CENTRE_H: lambda rect: rect.centre.x,
    Edge.CENTRE_V: lambda rect: rect.centre.y,
}


@pytest.mark.parametrize(
    ("edge", "at"),
    [
        (Edge.LEFT, 10),
        (Edge.RIGHT, 150),
        (Edge.TOP, 70),
        (Edge.BOTTOM, 160),
        (Edge.CENTRE_H, 80),
        (Edge.CENTRE_V, 115),
    ],
)
def test_aligned_notes_share_an_edge_and_keep_the_other_axis(edge: Edge, at: float) -> None:
    start = scattered()
    lined_up = after(start, align(start, "abc", edge))
    assert [EDGES[edge](each.rect) for each in lined_up.notes.values()] == [at] * 3
    across = edge in (Edge.LEFT, Edge.RIGHT, Edge.CENTRE_H)
    for each in start.notes.values():
        moved = lined_up.note(each.id)
        assert (moved.y == each.y) if across else (moved.x == each.x)
        assert (moved.w, moved.h) == (each.w, each.h)


def test_a_note_that_is_aligned_into_another_lane_belongs_there() -> None:
    start = board(note("a", 10, 70), note("b", 10, 300, perspective=CUSTOMER))
    assert after(start, align(start, "ab", Edge.TOP)).note("b").perspective is OUR


def test_a_group_is_aligned_as_a_whole() -> None:
    start = board(note("a", 50, 70, group="g"), note("b", 130, 110, group="g"), note("c", 20, 160))
    lined_up = after(start, align(start, "abc", Edge.LEFT))
    assert places(lined_up) == {"a": (20, 70), "b": (100, 110), "c": (20, 160)}


def test_the_members_of_a_single_group_are_aligned_to_each_other() -> None:
    start = board(note("a", 50, 70, group="g"), note("b", 130, 110, group="g"))
    assert places(after(start, align(start, "ab", Edge.LEFT))) == {"a": (50, 70), "b": (50, 110)}


def test_distributed_notes_have_equal_gaps_between_the_same_ends() -> None:
    start = board(note("a", 10), note("b", 75), note("c", 280, 130, w=100.0), note("d", 95, 90))
    spread = after(start, distribute(start, "abcd", Axis.ACROSS))
    rects = [spread.note(each).rect for each in "abdc"]
    gaps = [right.x - left.right for left, right in pairwise(rects)]
    assert gaps == pytest.approx([30, 30, 30])
    assert (rects[0].x, rects[-1].right) == (10, 380)
    assert [rect.y for rect in rects] == [70, 70, 90, 130]


def test_notes_are_distributed_downwards_too() -> None:
    start = board(note("a", y=70), note("b", y=75), note("c", y=190))
    spread = after(start, distribute(start, "cab", Axis.DOWN))
    assert [spread.note(each).y for each in "abc"] == [70, 130, 190]


def test_two_notes_have_no_gaps_to_be_made_equal() -> None:
    assert not distribute(scattered(), "ab", Axis.ACROSS)


def test_a_stack_lies_where_its_first_note_lay_and_the_last_is_topmost() -> None:
    start = board(
        note("a", 10, 70, z="a5"),
        note("b", 90, 70, z="a4"),
        note("c", 10, 150, z="a3"),
        note("over", z="a9"),
    )
    piled = after(start, stack(start, "cab"))
    assert [each.id for each in piled.pile()] == ["over", "a", "b", "c"]
    assert [(piled.note(each).x, piled.note(each).y) for each in "abc"] == [
        (10 + step * GAP_ACROSS, 70 + step * GAP_DOWN) for step in range(3)
    ]


def test_a_high_stack_stays_in_its_lane() -> None:
    many = [note(f"n{number:02}", 10, 80, z=f"a{number % 10}") for number in range(60)]
    start = board(*many)
    for each in after(start, stack(start, start.notes)).notes.values():
        assert LANES["tall", OUR].encloses(each.rect)


def test_notes_take_the_largest_width_and_height_and_stay_in_their_lane() -> None:
    start = board(
        note("a", 10, 190), note("b", 80, 70, w=90.0), note("c", 120, 80, h=75.0), heading("h")
    )
    alike = after(start, match_size(start, [*"abc", "h"]))
    assert {(alike.note(each).w, alike.note(each).h) for each in "abc"} == {(90, 75)}
    assert {alike.note(each).perspective for each in "abc"} == {OUR}
    assert alike.note("h") == start.note("h")


def heading(note_id: str, x: float = 10, y: float = 70) -> Note:
    return note(note_id, x, y, w=180.0, h=15.0, kind=NoteKind.HEADING)


def test_style_is_party_and_size() -> None:
    start = board(note("a", party="telecom", w=99.0), note("b", 10, 120), heading("h"))
    styled = after(start, paste_style(start, ["b", "h"], style_of(start.note("a"))))
    assert (styled.note("b").party, styled.note("b").w, styled.note("b").h) == ("telecom", 99, 40)
    assert styled.note("h") == start.note("h")


def test_a_party_that_is_unknown_here_is_no_style() -> None:
    start = board(note(party="telecom"))
    styled = after(start, paste_style(start, ["n"], CopiedStyle("stranger", (99, 99))))
    assert (styled.note("n").party, styled.note("n").w) == ("telecom", 99)


# --- rows -----------------------------------------------------------------------------------------------------------


def test_a_lane_is_tidied_from_its_corner_and_keeps_its_rows() -> None:
    start = board(
        note("a", 30, 81),
        note("b", 101, 90),
        note("c", 60, 140),
        note("d", 22, 190),
        note("e", 95, 185),
    )
    left, second = ROOM.x, ROOM.x + 60 + GAP_ACROSS
    tops = [ROOM.y + row * (40 + GAP_DOWN) for row in range(3)]
    assert places(after(start, tidy(start, "tall", OUR))) == {
        "a": (left, tops[0]),
        "b": (second, tops[0]),
        "c": (left, tops[1]),
        "d": (left, tops[2]),
        "e": (second, tops[2]),
    }


def test_rows_that_find_no_room_are_filled_up() -> None:
    start = board(*(note(f"{number}", 30 + number, 70 + 20.5 * number) for number in range(6)))
    tidied = after(start, tidy(start, "tall", OUR))
    assert [[each.id for each in row] for row in rows_of(tidied.notes.values())] == [
        ["0", "1"],
        ["2", "3"],
        ["4", "5"],
    ]


def test_a_long_row_is_broken_where_the_lane_ends() -> None:
    start = board(*(note(f"{number}", 10 + 25 * number, 80) for number in range(5)))
    rows = rows_of(after(start, tidy(start, "tall", OUR)).notes.values())
    assert [[each.id for each in row] for row in rows] == [["0", "1"], ["2", "3"], ["4"]]


def test_a_heading_over_its_notes_stays_over_them() -> None:
    start = board(heading("h", x=12, y=80), note("a", 20, 110), note("b", 100, 108))
    tidied = after(start, tidy(start, "tall", OUR))
    assert [each.id for each in reading_order(tidied.notes.values())] == ["h", "a", "b"]
    assert tidied.note("a").y == tidied.note("h").rect.bottom + GAP_DOWN


def test_rows_go_around_what_is_locked() -> None:
    stone = note("stone", ROOM.x + 70, ROOM.y + 10, locked=True)
    start = board(stone, *(note(f"{number}", 10 + 3 * number, 150) for number in range(4)))
    tidied = after(start, tidy(start, "tall", OUR))
    assert tidied.note("stone") == stone
    rects = [each.rect for each in tidied.notes.values()]
    assert not any(one.meets(other) for one in rects for other in rects if one is not other)


def test_too_many_notes_for_a_lane_lie_over_each_other_inside_it() -> None:
    start = board(*(note(f"{number:02}", 10 + number, 80 + number) for number in range(30)))
    for each in after(start, tidy(start, "tall", OUR)).notes.values():
        assert ROOM.inset(-0.001).encloses(each.rect)


def test_a_note_larger_than_its_lane_still_belongs_to_it() -> None:
    start = board(note("a", -100, 0, w=400.0, h=300.0), note("b", 20, 100))
    tidied = after(start, tidy(start, "tall", OUR))
    assert {(each.block, each.perspective) for each in tidied.notes.values()} == {("tall", OUR)}


def test_chosen_notes_are_tidied_where_they_are_and_the_others_are_left() -> None:
    start = board(note("a", 11, 130), note("b", 83, 128), note("other", 15, 77))
    tidied = after(start, tidy_notes(start, "ab"))
    assert places(tidied) == {"a": (11, 128), "b": (77, 128), "other": (15, 77)}


def test_chosen_notes_of_several_lanes_stay_in_them() -> None:
    start = board(
        note("a", 60, 90),
        note("b", 20, 95),
        note("c", 60, 300, perspective=CUSTOMER),
        note("d", 300, 100, block="broad"),
    )
    edit = tidy_notes(start, "abcd")
    assert {each.record.id for each in edit.changes} == {"a", "b"}


def test_off_the_blocks_notes_are_tidied_without_an_end() -> None:
    off = {"block": None, "perspective": None}
    start = board(
        note("a", 300, 300, **off), note("b", 380, 306, **off), note("c", 460, 300, **off)
    )
    assert places(after(start, tidy_notes(start, "abc"))) == {
        "a": (300, 300),
        "b": (366, 300),
        "c": (432, 300),
    }


def test_notes_are_sorted_by_text_whatever_the_letters_case() -> None:
    texts = ["pears", "Apples", "bananas", "apples and more"]
    start = board(
        *(note(t, 10 + 70 * (n % 2), 80 + 45 * (n // 2), text=t) for n, t in enumerate(texts))
    )
    in_order = reading_order(after(start, sort_notes(start, texts, SortBy.TEXT)).notes.values())
    assert [each.text for each in in_order] == ["Apples", "apples and more", "bananas", "pears"]


def test_notes_are_sorted_by_the_slots_of_their_parties_and_nobodys_come_last() -> None:
    parties = {"0": None, "1": "retailer", "2": "telecom", "3": None, "4": "retailer"}
    start = board(*(note(each, 20 * int(each), 80, party=party) for each, party in parties.items()))
    in_order = reading_order(after(start, sort_notes(start, parties, SortBy.PARTY)).notes.values())
    assert [each.id for each in in_order] == ["2", "1", "4", "0", "3"]


def test_off_the_blocks_sorted_notes_are_about_as_wide_as_they_were() -> None:
    off = {"block": None, "perspective": None}
    start = board(*(note(f"{n}", 300 + 70 * (n % 2), 260 + 45 * (n // 2), **off) for n in range(6)))
    rows = rows_of(after(start, sort_notes(start, start.notes, SortBy.TEXT)).notes.values())
    assert [len(row) for row in rows] == [2, 2, 2]


# --- whatever lies on the board -------------------------------------------------------------------------------------

sizes = st.sampled_from([24.0, 40.0, 60.0, 104.0])
lying = st.lists(st.tuples(st.floats(0, 500), st.floats(50, 380), sizes, sizes), max_size=14)
Lying = tuple[float, float, float, float]


def lay(notes: list[Lying]) -> Board:
    """Notes where they belong."""
    template = board().template
    laid = []
    for number, (x, y, w, h) in enumerate(notes):
        place = template.place_at(Rect(x, y, w, h).centre)
        here = {"block": place.block, "perspective": place.perspective} if place else {}
        off = {"block": None, "perspective": None}
        laid.append(note(f"n{number}", x, y, w=w, h=h, **(here or off)))
    return board(*laid)


@given(lying)
def test_a_tidied_lane_holds_the_same_notes_in_the_same_order(
    notes: list[Lying],
) -> None:
    start = lay(notes)
    for block, perspective in LANES:
        before = start.notes_in(block, perspective)
        tidied = after(start, tidy(start, block, perspective))
        assert {n.id for n in tidied.notes_in(block, perspective)} == {n.id for n in before}
        room = start.template.block(block).lane(perspective).room.inset(-0.001)
        rects = [n.rect for n in tidied.notes_in(block, perspective)]
        apart = not any(a.meets(b) for a in rects for b in rects if a is not b)
        if apart and all(room.encloses(rect) for rect in rects):
            assert [n.id for n in tidied.notes_in(block, perspective)] == [n.id for n in before]
            assert not tidy(tidied, block, perspective)
        if sum(n.w + GAP_ACROSS for n in before) <= room.w and all(n.h <= room.h for n in before):
            assert apart


@given(lying, st.sampled_from(Edge))
def test_what_is_aligned_twice_does_not_move_again(notes: list[Lying], edge: Edge) -> None:
    start = lay(notes)
    once = after(start, align(start, start.notes, edge))
    assert not align(once, once.notes, edge)


@given(lying, st.sampled_from(Perspective))
def test_tidying_chosen_notes_changes_no_block(notes: list[Lying], side: Perspective) -> None:
    start = lay(notes)
    chosen = [n.id for n in start.notes.values() if n.perspective is side]
    tidied = after(start, tidy_notes(start, chosen))
    for each in chosen:
        before, now = start.note(each), tidied.note(each)
        assert (now.block, now.perspective) == (before.block, before.perspective)
