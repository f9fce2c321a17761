"""Keys that group, lock, line up and dress the selected notes, and what hands can do to such notes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from canvasapp.domain.reading import reading_order
from canvasapp.domain.records import Note
from canvasapp.edits.notes import move_notes, set_party, set_text
from canvasapp.picture.note_picture import height_for
from canvasapp.view.board_view import BoardView
from tests.gui.conftest import Desk, Hand

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
Key = Qt.Key


@pytest.fixture
def notes(desk: Desk, view: BoardView) -> list[Note]:
    """Three selected notes, none in line with another."""
    chosen = [desk.note(text) for text in ("48-hour", "Reminder", "Told once")]
    view.select([note.id for note in chosen])
    return chosen


def now(desk: Desk, notes: list[Note]) -> list[Note]:
    return [desk.board.note(note.id) for note in notes]


@pytest.mark.parametrize(
    ("key", "side"),
    [
        (Key.Key_A, lambda rect: rect.x),
        (Key.Key_D, lambda rect: rect.right),
        (Key.Key_W, lambda rect: rect.y),
        (Key.Key_S, lambda rect: rect.bottom),
        (Key.Key_H, lambda rect: rect.centre.x),
        (Key.Key_V, lambda rect: rect.centre.y),
    ],
)
def test_alt_and_a_letter_line_the_notes_up(
    hand: Hand, desk: Desk, notes: list[Note], key: Key, side
) -> None:
    hand.key(key, ALT)
    first, *others = (side(note.rect) for note in now(desk, notes))
    assert others == pytest.approx([first, first])
    desk.journal.undo()
    assert now(desk, notes) == notes


@pytest.mark.parametrize(("key", "axis"), [(Key.Key_H, "x"), (Key.Key_V, "y")])
def test_alt_shift_and_a_letter_make_the_gaps_equal(
    hand: Hand, desk: Desk, notes: list[Note], key: Key, axis: str
) -> None:
    hand.key(key, ALT | SHIFT)
    low, middle, high = sorted(getattr(note, axis) for note in now(desk, notes))
    assert middle - low == pytest.approx(high - middle)


def test_grouped_notes_are_selected_and_dragged_together_until_they_are_ungrouped(
    hand: Hand, desk: Desk, view: BoardView, notes: list[Note]
) -> None:
    hand.key(Key.Key_G, CONTROL).escape().click(*middle(notes[0]))
    assert set(view.selected_ids) == {note.id for note in notes}
    hand.holding(CONTROL).press(*middle(notes[0])).move(560, 290).release()
    ways = {(after.x - before.x) for before, after in zip(notes, now(desk, notes), strict=True)}
    assert max(ways) == pytest.approx(min(ways))
    assert max(ways) > 10
    hand.key(Key.Key_G, CONTROL | SHIFT).holding(Qt.KeyboardModifier.NoModifier)
    hand.escape().click(*middle(desk.board.note(notes[0].id)))
    assert view.selected_ids == (notes[0].id,)


def test_shift_click_takes_a_group_out_as_a_whole(
    hand: Hand, view: BoardView, desk: Desk, notes: list[Note]
) -> None:
    hand.key(Key.Key_G, CONTROL)
    alone = desk.note("Unique")
    hand.holding(SHIFT).click(*middle(alone)).click(*middle(notes[0]))
    assert view.selected_ids == (alone.id,)


def test_a_locked_note_is_not_dragged_resized_typed_into_or_deleted(
    hand: Hand, desk: Desk, view: BoardView
) -> None:
    note = desk.note("48-hour")
    view.select([note.id])
    hand.key(Key.Key_L, CONTROL | SHIFT)
    locked = replace(note, locked=True)
    hand.press(*middle(note)).move(560, 300).release()
    view.select([note.id])
    hand.press(note.rect.right + 2, note.rect.bottom + 2).move(note.rect.right + 40, 320).release()
    hand.double_click(*middle(note))
    view.select([note.id])
    hand.type("x").key(Key.Key_F2).key(Key.Key_Delete)
    assert view.bench.editing.editor is None
    assert desk.board.note(note.id) == locked
    view.select([note.id])
    hand.key(Key.Key_L, CONTROL | SHIFT)
    assert desk.board.note(note.id) == note


def test_of_selected_notes_the_locked_ones_stay_when_the_others_are_dragged(
    hand: Hand, desk: Desk, view: BoardView, notes: list[Note]
) -> None:
    first, other, _ = notes
    view.select([other.id])
    hand.key(Key.Key_L, CONTROL | SHIFT)
    view.select([first.id, other.id])
    hand.press(*middle(first)).move(560, 300).release()
    assert desk.board.note(first.id).rect != first.rect
    assert desk.board.note(other.id).rect == other.rect


def test_the_style_of_one_note_is_given_to_others(
    hand: Hand, desk: Desk, view: BoardView, notes: list[Note]
) -> None:
    view.select([notes[0].id])
    hand.key(Key.Key_V, CONTROL | ALT)
    assert now(desk, notes) == notes
    hand.key(Key.Key_C, CONTROL | ALT)
    view.select([notes[1].id])
    hand.key(Key.Key_V, CONTROL | ALT)
    assert notes[0].party != notes[1].party
    assert desk.board.note(notes[1].id).party == notes[0].party


def middle(note: Note) -> tuple[float, float]:
    return note.rect.centre.x, note.rect.centre.y


def in_one_lane(desk: Desk, view: BoardView) -> list[Note]:
    """Three selected notes that overlap in a lane."""
    chosen = [desk.note(text) for text in ("48-hour", "Set-up on", "Unique")]
    desk.journal.commit(move_notes(desk.board, [chosen[0].id], 37, -41))
    view.select([note.id for note in chosen])
    return now(desk, chosen)


def test_tidied_notes_stand_in_rows_of_their_lane(hand: Hand, desk: Desk, view: BoardView) -> None:
    notes = in_one_lane(desk, view)
    hand.key(Key.Key_T, CONTROL | SHIFT)
    after = now(desk, notes)
    perspective = notes[0].perspective
    assert perspective is not None
    lane = desk.board.template.block("value-proposition").lane(perspective)
    assert after != notes
    assert not any(a.rect.meets(b.rect) for a in after for b in after if a is not b)
    assert all(lane.rect.encloses(note.rect) for note in after)
    desk.journal.undo()
    assert now(desk, notes) == notes


def test_with_nothing_selected_the_lane_under_the_pointer_is_tidied(
    hand: Hand, desk: Desk, view: BoardView
) -> None:
    notes = in_one_lane(desk, view)
    before = desk.board
    hand.escape().move(*middle(notes[0])).key(Key.Key_T, CONTROL | SHIFT)
    moved = [note for note in desk.board.notes.values() if before.note(note.id) != note]
    assert {(n.block, n.perspective) for n in moved} == {(notes[0].block, notes[0].perspective)}


@pytest.mark.parametrize(
    ("action", "in_order"), [("sort-by-text", ["a", "b", "c"]), ("sort-by-party", ["b", "c", "a"])]
)
def test_sorted_notes_follow_each_other_by_words_or_party(
    desk: Desk, view: BoardView, action: str, in_order: list[str]
) -> None:
    notes = in_one_lane(desk, view)
    parties = [party.id for party in desk.journal.workshop.parties_in_order()]
    for note, text, party in zip(notes, "cba", (parties[1], parties[0], parties[2]), strict=True):
        desk.journal.commit(set_text(desk.board, note.id, text))
        desk.journal.commit(set_party(desk.board, [note.id], party))
    view.do(action)
    assert [note.text for note in reading_order(now(desk, notes))] == in_order


def test_stacked_notes_lie_in_one_pile_and_same_sized_ones_are_alike(
    desk: Desk, view: BoardView, notes: list[Note]
) -> None:
    view.do("match-size")
    assert len({(note.w, note.h) for note in now(desk, notes)}) == 1
    view.do("stack")
    one, other, last = now(desk, notes)
    assert one.rect.meets(other.rect)
    assert other.rect.meets(last.rect)


def test_notes_are_merged_into_one_and_split_into_lines_again(
    desk: Desk, view: BoardView, notes: list[Note]
) -> None:
    texts = {note.text for note in notes}
    view.do("merge")
    (merged,) = view.selected_ids
    note = desk.board.note(merged)
    assert set(note.text.split("\n")) == texts
    assert note.h == max(height_for(note, note.text), notes[0].h)
    view.do("split")
    assert {desk.board.note(each).text for each in view.selected_ids} == texts
