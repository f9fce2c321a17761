"""The columns beside the notes answer like a look through all of them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from canvasapp.domain.geometry import Point, Rect
from canvasapp.domain.order import key_between
from canvasapp.domain.records import Note
from canvasapp.view.note_index import NoteIndex
from canvasapp.view.uppermost import crowded, separate_runs, uppermost

lengths = st.integers(0, 300).map(float)
sizes = st.integers(20, 90).map(float)


def note(note_id: str, rect: Rect, z: str) -> Note:
    return Note(note_id, "b", None, None, None, "", None, rect.x, rect.y, rect.w, rect.h, z)


@st.composite
def notes_of_a_board(draw: st.DrawFn) -> list[Note]:
    rects = draw(st.lists(st.builds(Rect, lengths, lengths, sizes, sizes), max_size=12))
    keys = draw(st.permutations([f"a{place:x}" for place in range(len(rects))]))
    return [note(f"n{place}", rect, keys[place]) for place, rect in enumerate(rects)]


def in_pile_order(notes: list[Note]) -> list[Note]:
    return sorted(notes, key=lambda each: (each.z, each.id))


@given(notes_of_a_board(), st.builds(Rect, lengths, lengths, sizes, sizes))
def test_notes_meeting_a_rectangle_are_found_in_the_order_of_the_pile(
    notes: list[Note], area: Rect
) -> None:
    expected = [each for each in in_pile_order(notes) if each.rect.meets(area)]
    assert NoteIndex(notes).notes_meeting(area) == expected


@given(notes_of_a_board(), st.data())
def test_any_exchanges_leave_what_a_new_index_would_hold(
    notes: list[Note], data: st.DataObject
) -> None:
    index = NoteIndex(notes)
    for step in range(data.draw(st.integers(0, 8))):
        deed = data.draw(st.sampled_from(["add", "remove", "move", "restack"]))
        one = data.draw(st.sampled_from(notes)) if notes else None
        if deed == "add" or one is None:
            keys = sorted(each.z for each in notes)
            place = data.draw(st.integers(0, len(keys)))
            low = keys[place - 1] if place else None
            high = keys[place] if place < len(keys) else None
            new = note(f"new{step}", Rect(step * 9.0, 50, 60, 60), key_between(low, high))
            index.exchange(None, new)
            notes = [*notes, new]
            continue
        notes = [each for each in notes if each is not one]
        if deed == "remove":
            index.exchange(one, None)
            continue
        top = max((each.z for each in notes), default=None)
        changed = (
            replace(one, x=one.x + 31) if deed == "move" else replace(one, z=key_between(top, None))
        )
        index.exchange(one, changed)
        notes = [*notes, changed]
    everywhere = Rect(-1e6, -1e6, 2e6, 2e6)
    assert index.notes_meeting(everywhere) == in_pile_order(notes)
    assert len(index) == len(notes)


def test_a_thousand_notes_under_one_another_keep_their_order() -> None:
    bottom = note("n0", Rect(0, 0, 50, 50), "a0")
    top = note("n1", Rect(0, 0, 50, 50), "a1")
    index, expected, low = NoteIndex([bottom, top]), [bottom], "a0"
    for step in range(1000):
        low = key_between(low, "a1")
        between = note(f"m{step}", Rect(0, 0, 50, 50), low)
        index.exchange(None, between)
        expected.append(between)
    assert index.notes_meeting(Rect(10, 10, 5, 5)) == [*expected, top]


def test_the_topmost_note_is_hit_and_one_beside_only_where_there_is_none() -> None:
    low = note("low", Rect(0, 0, 100, 100), "a0")
    high = note("high", Rect(50, 0, 100, 100), "a1")
    index = NoteIndex([low, high])
    assert index.topmost(Point(60, 50)) is high
    assert index.topmost(Point(49, 50), margin=5) is low
    assert index.topmost(Point(153, 50), margin=5) is high
    assert index.topmost(Point(160, 50), margin=5) is None


rows = st.lists(
    st.builds(lambda x, y, w, h: (x, y, x + w, y + h), lengths, lengths, sizes, sizes),
    min_size=1,
    max_size=14,
)


@given(rows)
def test_no_rectangle_that_shows_is_left_out(rows: list[tuple[float, ...]]) -> None:
    edges = np.array(rows)
    seen, more = uppermost(edges, np.ones(len(edges), dtype=bool), 400, 400, corner=0.0, rim=5.0)
    top, core = np.full((2, 400, 400), -1)
    for row, (left, up, right, down) in enumerate(rows):
        whole = slice(int(up), int(down)), slice(int(left), int(right))
        inner = slice(int(up) + 5, int(down) - 5), slice(int(left) + 5, int(right) - 5)
        top[whole] = core[whole] = row
        core[whole] = -1
        core[inner] = row
    assert {*np.unique(top).tolist()} - {-1} <= {*seen.tolist()}
    assert {*np.unique(core).tolist()} - {-1} <= {*seen[more].tolist()}


def test_rectangles_that_are_covered_altogether_are_left_out() -> None:
    edges = np.array([[40.0, 40, 80, 80], [0, 0, 200, 200], [300, 300, 340, 340]])
    seen, more = uppermost(edges, np.ones(len(edges), dtype=bool), 400, 400, corner=2.0, rim=5.0)
    assert seen.tolist() == [1, 2]
    assert more.tolist() == [True, True]


def test_of_rectangles_that_only_peek_out_the_core_is_left_out() -> None:
    edges = np.array([[0.0, 0, 100, 100], [8, 8, 200, 200]])
    seen, more = uppermost(edges, np.ones(len(edges), dtype=bool), 400, 400, corner=0.0, rim=12.0)
    assert seen.tolist() == [0, 1]
    assert more.tolist() == [False, True]


def test_an_area_is_crowded_when_what_lies_in_it_covers_it_more_than_once() -> None:
    square = [0.0, 0, 100, 100]
    assert not crowded(np.array([square]), 100, 100)
    assert crowded(np.array([square, square]), 100, 100)


@given(rows)
def test_runs_cover_all_rows_and_nothing_in_a_run_overlaps(rows: list[tuple[float, ...]]) -> None:
    edges = np.array(rows)
    runs = list(separate_runs(edges))
    assert [place for start, end in runs for place in range(start, end)] == [*range(len(rows))]
    for start, end in runs:
        rects = [Rect(x, y, right - x, bottom - y) for x, y, right, bottom in rows[start:end]]
        assert not any(
            one.meets(other) for place, one in enumerate(rects) for other in rects[place + 1 :]
        )
