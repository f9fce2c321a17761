"""The bar to find in: what it lights, where it goes, what it says, and what is left when it closes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget

from canvasapp.app.find_bar import FindBar
from canvasapp.edits.notes import remove_notes, set_text
from tests.gui.windows.conftest import Program

Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def bar(program: Program) -> FindBar:
    return program.page.frame.find


def seek(program: Program, query: str) -> None:
    program.key(Key.Key_F, CONTROL)
    program.type(query)
    program.settle()


def selected(program: Program) -> str:
    """The text of the one note that is selected."""
    (note_id,) = program.page.view.selected_ids
    return program.page.board.note(note_id).text


def is_dim(program: Program) -> bool:
    return program.page.view.bench.frames.surface.veil.is_on


@pytest.fixture
def seeking(example: Program) -> Program:
    """The example without motion, and `repair` in the bar: seven notes of this board have it."""
    example.page.view.reduce_motion(True)
    example.settle()  # a window that has just come has no keys yet
    seek(example, "repair")
    return example


def test_typing_lights_what_is_found_and_counts_it(seeking: Program) -> None:
    assert bar(seeking).found == "1 of 7"
    assert is_dim(seeking)
    assert "repair" in selected(seeking)


def test_typing_does_not_move_what_is_seen_while_a_match_is_there(example: Program) -> None:
    before = example.page.view.bench.viewpoint.goal
    seek(example, "repair")
    assert example.page.view.bench.viewpoint.goal == before


def test_enter_goes_to_the_match_and_then_to_the_next(seeking: Program) -> None:
    view, first = seeking.page.view, seeking.page.view.selected_ids
    seeking.key(Key.Key_Return)
    note = seeking.page.board.note(first[0])
    assert view.selected_ids == first
    assert view.zoom > 1
    assert view.bench.viewpoint.camera.seen.encloses(note.rect)
    seeking.key(Key.Key_Return)
    assert bar(seeking).found == "2 of 7"
    assert view.selected_ids != first


@pytest.mark.parametrize(
    ("forth", "back"),
    [
        ((Key.Key_Return, Qt.KeyboardModifier.NoModifier), (Key.Key_Return, SHIFT)),
        ((Key.Key_F3, Qt.KeyboardModifier.NoModifier), (Key.Key_F3, SHIFT)),
        (
            (Key.Key_Down, Qt.KeyboardModifier.NoModifier),
            (Key.Key_Up, Qt.KeyboardModifier.NoModifier),
        ),
    ],
)
def test_keys_go_round_and_round(
    seeking: Program,
    forth: tuple[Key, Qt.KeyboardModifier],
    back: tuple[Key, Qt.KeyboardModifier],
) -> None:
    seeking.key(Key.Key_Return)
    seen = []
    for _ in range(7):
        seen.append(seeking.page.view.selected_ids)
        seeking.key(*forth)
    assert len(set(seen)) == 7
    assert seeking.page.view.selected_ids == seen[0]
    seeking.key(*back)
    assert seeking.page.view.selected_ids == seen[-1]


def test_the_arrows_in_the_bar_go_on_too(seeking: Program) -> None:
    seeking.press("Next match")
    seeking.press("Next match")
    assert bar(seeking).found == "2 of 7"
    seeking.press("Match before")
    assert bar(seeking).found == "1 of 7"


def test_the_board_follows_f3_without_the_bar_having_the_keyboard(seeking: Program) -> None:
    seeking.key(Key.Key_Return)
    seeking.page.view.setFocus()
    seeking.key(Key.Key_F3)
    assert bar(seeking).found == "2 of 7"


def test_nothing_found_is_said_and_there_is_nothing_to_go_to(seeking: Program) -> None:
    seek(seeking, "quux")
    assert bar(seeking).found == "Nothing found"
    assert not seeking.button("Next match").isEnabled()
    seeking.key(Key.Key_Return)
    assert bar(seeking).found == "Nothing found"


def test_an_empty_field_dims_nothing(seeking: Program) -> None:
    seeking.key(Key.Key_Backspace)
    seeking.key(Key.Key_A, CONTROL)
    seeking.key(Key.Key_Delete)
    assert not is_dim(seeking)
    assert bar(seeking).found == ""


def test_escape_closes_and_what_was_found_stays_selected(seeking: Program) -> None:
    found = seeking.page.view.selected_ids
    seeking.key(Key.Key_Escape)
    assert not bar(seeking).isVisible()
    assert not is_dim(seeking)
    assert seeking.page.view.selected_ids == found
    assert seeking.window.focusWidget() is seeking.page.view


def test_escape_on_the_board_first_deselects_and_then_ends_the_search(seeking: Program) -> None:
    seeking.page.view.setFocus()
    seeking.key(Key.Key_Escape)
    assert (seeking.page.view.selected_ids, is_dim(seeking)) == ((), True)
    seeking.key(Key.Key_Escape)
    assert (bar(seeking).isVisible(), is_dim(seeking)) == (False, False)


def test_the_next_search_begins_with_the_last_words_ready_to_be_replaced(seeking: Program) -> None:
    seeking.key(Key.Key_Escape)
    seeking.key(Key.Key_F, CONTROL)
    assert bar(seeking).field.selectedText() == "repair"
    assert bar(seeking).found == "1 of 7"


def test_a_block_is_gone_to_by_its_title(example: Program) -> None:
    example.page.view.reduce_motion(True)
    seek(example, "value proposition")
    example.key(Key.Key_Return)
    view = example.page.view
    assert view.current_block == "value-proposition"
    rect = view.board.template.block("value-proposition").rect
    assert view.bench.viewpoint.camera.seen.encloses(rect)


def test_what_is_on_other_boards_is_counted_and_gone_to(seeking: Program) -> None:
    page, here = seeking.page, seeking.page.view.board_id
    titles = {each.head.title for each in page.journal.workshop.boards.values() if each.id != here}
    named = {line.rpartition(":")[0] for line in bar(seeking).elsewhere.tip.splitlines()}
    assert named
    assert named <= titles
    said = bar(seeking).elsewhere.accessibleName()
    assert said.endswith(" on other boards")
    seeking.press(said)
    assert page.view.board_id != here
    assert bar(seeking).found.startswith("1 of ")
    assert is_dim(seeking)
    seeking.page.view.do("go-back")
    assert page.view.board_id == here


def test_what_is_written_while_the_bar_is_open_is_found(seeking: Program) -> None:
    page = seeking.page
    note = next(each for each in page.board.notes.values() if "repair" not in each.text.lower())
    count = len(page.ways.finding.found)
    page.journal.commit(set_text(page.board, note.id, "A repair more"))
    seeking.settle()
    assert len(page.ways.finding.found) == count + 1


def test_a_match_that_is_removed_is_not_counted_any_more(seeking: Program) -> None:
    page = seeking.page
    page.journal.commit(remove_notes(page.board, page.view.selected_ids))
    seeking.settle()
    assert bar(seeking).found == "1 of 6"


def test_back_leads_to_what_was_seen_before_the_search(seeking: Program) -> None:
    view = seeking.page.view
    before = view.bench.viewpoint.goal
    for _ in range(3):
        seeking.key(Key.Key_Return)
    seeking.key(Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert view.bench.viewpoint.goal == before


@pytest.mark.parametrize("size", [(1440, 900), (1024, 700), (720, 480)])
def test_the_bar_is_whole_and_inside_of_the_board(seeking: Program, size: tuple[int, int]) -> None:
    def place(widget: QWidget) -> QRect:
        return QRect(widget.mapTo(seeking.window, QPoint(0, 0)), widget.size())

    seeking.window.resize(*size)
    seeking.settle()
    own = bar(seeking)
    assert place(seeking.page.view).contains(place(own))
    assert own.width() >= own.minimumSizeHint().width()
    assert own.field.width() >= own.field.minimumWidth()
