"""The palette: what is in it, how it is gone through, and that what is chosen happens."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest

from canvasapp.app.actions import ACTIONS, BOARD_KEYS, FAMILIES
from canvasapp.app.offer_list import ROW
from canvasapp.app.palette import Palette
from tests.gui.windows.conftest import Program

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
ONLY_BY_HAND = {"hold-to-pan", "nudge", "nudge-far", "party", "beside", "below", "leave", "list"}
"""Held, repeated, or done while typing: they make no sense in a list. Parties are offered by name."""


def palette(program: Program) -> Palette:
    return program.page.ways.palette


def ask(program: Program, query: str = "") -> Palette:
    program.settle()
    program.key(Key.Key_K, CONTROL)
    program.type(query)
    program.settle()
    return palette(program)


def labels(shown: Palette) -> list[str]:
    return [row.offer.label for row in shown.list.rows]


def choose(program: Program, query: str) -> None:
    """Types and presses Enter on what comes first."""
    ask(program, query)
    program.key(Key.Key_Return)
    program.settle()


def select(program: Program, text: str) -> str:
    """Selects the note that begins so; its id."""
    notes = program.page.board.notes.values()
    note = next(each for each in notes if each.text.startswith(text))
    program.page.view.select([note.id])
    return note.id


def test_every_action_is_offered_with_its_keys(example: Program) -> None:
    offered = {row.offer.id: row.offer for row in ask(example).list.rows}
    listed = [part for each in BOARD_KEYS for part in FAMILIES.get(each.id, (each,))]
    wanted = [each for each in (*ACTIONS, *listed) if each.id not in ONLY_BY_HAND | {"palette"}]
    assert {each.id for each in wanted} <= offered.keys()
    for each in wanted:
        assert offered[each.id].keys == (each.keys[0] if each.keys else "")


def test_an_action_of_the_board_is_the_deed_of_its_key(example: Program) -> None:
    bench = example.page.view.bench
    bench.commands.select_all()
    listed = [part for each in BOARD_KEYS for part in FAMILIES.get(each.id, (each,))]
    for action in (*ACTIONS, *listed):
        if action.by_board and action.id not in ONLY_BY_HAND and action.keys:
            chord = QKeySequence(action.keys[0])[0]  # type: ignore[index]  # PySide can
            sign = action.keys[0].removeprefix("Shift+")
            typed = sign if sign != action.keys[0] else sign.lower()
            letter = typed if (len(typed) == 1 and typed.isalpha()) or typed in "[]" else ""
            modifiers, key = chord.keyboardModifiers(), chord.key()
            pressed = QKeyEvent(QEvent.Type.KeyPress, key, modifiers, letter)
            assert bench.keyboard.action(pressed) == bench.deed(action.id), action.id


def test_what_is_chosen_happens_to_the_selection(example: Program) -> None:
    note_id = select(example, "48-hour")
    choose(example, "duplicate")
    page = example.page
    assert not palette(example).isVisible()
    assert page.view.selected_ids != (note_id,)
    assert sum(note.text.startswith("48-hour") for note in page.board.notes.values()) == 2


def test_notes_are_given_to_a_party_by_its_name(example: Program) -> None:
    note_id = select(example, "48-hour")
    choose(example, "give letting")
    board = example.page.board
    assert board.parties[board.note(note_id).party or ""].name == "Letting agency"
    assert example.page.view.selected_ids == (note_id,)
    choose(example, "give nobody")
    assert example.page.board.note(note_id).party is None


def test_what_needs_notes_says_so_and_does_nothing(example: Program) -> None:
    before = example.texts
    shown = ask(example, "delete")
    assert shown.list.current is not None
    assert shown.list.current.offer.why == "Select notes first"
    example.key(Key.Key_Return)
    assert shown.isVisible()
    assert example.texts == before


def test_undo_says_when_there_is_nothing_to_undo(example: Program) -> None:
    shown = ask(example, "undo")
    assert shown.list.current is not None
    assert shown.list.current.offer.why == "Nothing to undo"
    example.key(Key.Key_Escape)
    select(example, "48-hour")
    choose(example, "delete")
    choose(example, "undo")
    assert any(text.startswith("48-hour") for text in example.texts)


def test_it_goes_to_blocks_and_boards(example: Program) -> None:
    choose(example, "go value prop")
    assert example.page.view.current_block == "value-proposition"
    choose(example, "go value stack")
    assert example.page.board.head.title == "Value Stack"


def test_it_opens_the_workshops_of_before(program: Program) -> None:
    program.press("New workshop on Service Logic Business Model Canvas")
    program.page.frame.top.title.edit()
    program.write("Workshop", "Quux")
    program.window.open_example()
    choose(program, "open quux")
    program.qtbot.waitUntil(lambda: program.page.title == "Quux")


def test_arrows_go_through_the_list_round_and_round(example: Program) -> None:
    shown = ask(example, "zoom")
    names = labels(shown)
    seen = []
    for _ in names:
        assert shown.list.current is not None
        seen.append(shown.list.current.offer.label)
        example.key(Key.Key_Down)
    assert seen == names
    example.key(Key.Key_Up)
    assert shown.list.current is not None
    assert shown.list.current.offer.label == names[-1]


def test_a_press_chooses_a_row(example: Program) -> None:
    shown = ask(example, "go to")
    label = labels(shown)[2].removeprefix("Go to ")
    at = QPoint(40, 2 * ROW + ROW // 2)
    QTest.mouseClick(shown.list, Qt.MouseButton.LeftButton, pos=at)
    example.settle()
    block = example.page.view.current_block
    assert example.page.board.template.block(block or "").title == label


def test_escape_closes_and_the_board_has_the_keys_again(example: Program) -> None:
    example.page.view.setFocus()
    ask(example, "zoom")
    example.key(Key.Key_Escape)
    assert not palette(example).isVisible()
    assert example.window.focusWidget() is example.page.view


def test_nothing_that_fits_is_said(example: Program) -> None:
    shown = ask(example, "quuux")
    assert labels(shown) == []
    assert shown.field.accessibleDescription() == "Nothing found"
    example.key(Key.Key_Return)
    assert shown.isVisible()


def test_what_was_used_last_comes_first_the_next_time_too(start: Callable[[], Program]) -> None:
    first = start()
    first.window.open_example()
    choose(first, "zoom out")
    second = start()
    second.window.open_example()
    assert labels(ask(second))[0] == "Zoom out"
    assert labels(ask(second, "zoom"))[0] == "Zoom out"


@pytest.mark.parametrize("size", [(1440, 900), (720, 480)])
def test_it_stays_inside_of_the_page(example: Program, size: tuple[int, int]) -> None:
    example.window.resize(*size)
    shown = ask(example)
    assert example.page.rect().contains(shown.geometry())
    assert shown.list.height() >= 3 * ROW
