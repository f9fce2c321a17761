"""The outline: the board in words, worked on by keyboard alone and read aloud."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from canvasapp.domain.reading import reading_order
from canvasapp.domain.records import Note
from canvasapp.domain.template import Perspective
from canvasapp.edits.groups import lock_notes
from canvasapp.panels.outline import OutlinePanel
from canvasapp.panels.outline.rows import HEIGHT, STEP
from canvasapp.panels.outline.words import VIEWS
from tests.gui.windows.conftest import Program

Key = Qt.Key
CONTROL, ALT, SHIFT, NONE = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)


@pytest.fixture
def outline(example: Program) -> OutlinePanel:
    """That of the worked example, with the keyboard."""
    example.settle()  # the page must be there before its keys are
    example.key(Key.Key_O, CONTROL | SHIFT)
    return example.page.frame.outline


def lane(program: Program, place: int, perspective: Perspective) -> list[Note]:
    """The notes of a block, by its place in the order of work."""
    block = program.page.board.template.blocks_in_order()[place]
    return program.page.board.notes_in(block.id, perspective)


def go_to(program: Program, outline: OutlinePanel, note: Note) -> None:
    program.page.view.select([note.id])
    program.settle()
    assert outline.model.note(outline.row) == note


def walked(program: Program, outline: OutlinePanel) -> list[str]:
    """What is said of each row from the first one down."""
    program.key(Key.Key_Home)
    said, before = [], QModelIndex()
    while outline.row != before:
        said.append(outline.row.data())
        before = outline.row
        program.key(Key.Key_Down)
    return said


def test_walking_down_reads_every_block_view_and_note_in_reading_order(
    example: Program, outline: OutlinePanel
) -> None:
    board = example.page.board
    expected = []
    for block in board.template.blocks_in_order():
        expected.append(block.title)
        for perspective in Perspective:
            expected.append(VIEWS[perspective])
            expected += [note.text for note in board.notes_in(block.id, perspective)]
    said = walked(example, outline)
    assert [" ".join(each.split()) for each in expected] == said[: len(expected)]
    assert said[len(expected) :] == ["Off the blocks"]


def test_what_is_walked_to_is_selected_on_the_board(
    example: Program, outline: OutlinePanel
) -> None:
    first = lane(example, 0, Perspective.OUR)[0]
    for _ in range(2):
        example.key(Key.Key_Down)
    assert example.page.view.selected_ids == (first.id,)
    example.key(Key.Key_Up)
    assert example.page.view.selected_ids == ()


def test_what_is_selected_on_the_board_is_chosen_and_shown(
    example: Program, outline: OutlinePanel
) -> None:
    outline.tree.collapseAll()
    notes = [lane(example, place, Perspective.CUSTOMER)[0] for place in (4, 8)]
    example.page.view.select(note.id for note in notes)
    example.settle()
    chosen = outline.tree.selectionModel().selectedRows()
    assert [outline.model.note(row) for row in chosen] == notes
    assert outline.tree.viewport().rect().contains(outline.tree.visualRect(outline.row))


def test_space_selects_all_of_a_lane(example: Program, outline: OutlinePanel) -> None:
    example.key(Key.Key_Down)
    example.key(Key.Key_Space)
    ours = lane(example, 0, Perspective.OUR)
    assert example.page.view.selected_ids == tuple(note.id for note in ours)


def test_left_and_right_close_and_open(example: Program, outline: OutlinePanel) -> None:
    rows = len(walked(example, outline))
    example.key(Key.Key_Home)
    example.key(Key.Key_Left)
    closed = len(walked(example, outline))
    example.key(Key.Key_Home)
    example.key(Key.Key_Right)
    assert len(walked(example, outline)) == rows > closed


def test_a_press_on_the_arrow_closes_and_opens(example: Program, outline: OutlinePanel) -> None:
    first = outline.model.index(0, 0)
    before = outline.tree.viewport().grab().toImage()
    middle = outline.tree.visualRect(first).topLeft() + QPoint(-STEP // 2, HEIGHT // 2)
    for is_open in (False, True):
        QTest.mouseClick(outline.tree.viewport(), Qt.MouseButton.LeftButton, pos=middle)
        assert outline.tree.isExpanded(first) is is_open
    example.key(Key.Key_Home)
    assert outline.tree.viewport().grab().toImage() == before


def test_enter_writes_in_the_note_and_enter_keeps_it_as_one_edit(
    example: Program, outline: OutlinePanel
) -> None:
    note = lane(example, 1, Perspective.OUR)[0]
    go_to(example, outline, note)
    example.key(Key.Key_Return)
    example.type("Shorter")
    example.key(Key.Key_Return, SHIFT)
    example.type("words")
    example.key(Key.Key_Return)
    assert example.page.board.note(note.id).text == "Shorter\nwords"
    assert example.window.focusWidget() is outline.tree
    example.key(Key.Key_Z, CONTROL)
    assert example.page.board.note(note.id) == note


def test_escape_leaves_the_text_as_it_was(example: Program, outline: OutlinePanel) -> None:
    note = lane(example, 1, Perspective.OUR)[0]
    go_to(example, outline, note)
    example.key(Key.Key_F2)
    example.type("Something else")
    example.key(Key.Key_Escape)
    assert example.page.board.note(note.id) == note
    assert not outline.editor.isVisible()


def test_a_text_that_is_too_long_stays_in_its_field(
    example: Program, outline: OutlinePanel
) -> None:
    note = lane(example, 1, Perspective.OUR)[0]
    go_to(example, outline, note)
    example.key(Key.Key_Return)
    outline.editor.setPlainText("x" * 100_001)
    example.key(Key.Key_Return)
    assert outline.editor.isVisible()
    assert example.page.board.note(note.id) == note
    assert "100,001" in example.page.frame.status.message
    outline.editor.setPlainText("Fits")
    example.key(Key.Key_Return)
    assert example.page.board.note(note.id).text == "Fits"


def test_n_writes_a_new_note_into_the_lane_and_selects_it(
    example: Program, outline: OutlinePanel
) -> None:
    before = lane(example, 2, Perspective.CUSTOMER)
    go_to(example, outline, before[0])
    example.key(Key.Key_N)
    example.type("By keyboard alone")
    example.key(Key.Key_Return)
    (new,) = (note for note in lane(example, 2, Perspective.CUSTOMER) if note not in before)
    assert new.text == "By keyboard alone"
    assert outline.model.note(outline.row) == new
    assert example.page.view.selected_ids == (new.id,)


def test_a_new_note_without_words_is_none(example: Program, outline: OutlinePanel) -> None:
    notes = example.page.board.notes
    example.key(Key.Key_Insert)
    example.key(Key.Key_Return)
    assert example.page.board.notes == notes


def test_off_the_blocks_no_note_is_begun_and_it_is_said_why(
    example: Program, outline: OutlinePanel
) -> None:
    example.key(Key.Key_End)
    example.key(Key.Key_N)
    assert not outline.editor.isVisible()
    assert "Choose a block" in example.page.frame.status.message


def test_delete_takes_the_note_away_and_goes_on_with_the_next(
    example: Program, outline: OutlinePanel
) -> None:
    first, second, *_ = lane(example, 0, Perspective.CUSTOMER)
    go_to(example, outline, first)
    example.key(Key.Key_Delete)
    assert first.id not in example.page.board.notes
    assert outline.model.note(outline.row) == second
    assert example.page.view.selected_ids == (second.id,)
    example.key(Key.Key_Z, CONTROL)
    assert example.page.board.note(first.id) == first


def test_alt_and_arrows_change_the_order(example: Program, outline: OutlinePanel) -> None:
    first, second, *others = lane(example, 0, Perspective.CUSTOMER)
    go_to(example, outline, first)
    example.key(Key.Key_Down, ALT)
    after = [note.id for note in lane(example, 0, Perspective.CUSTOMER)]
    assert after == [second.id, first.id, *(note.id for note in others)]
    moved = outline.model.note(outline.row)
    assert moved is not None
    assert moved.id == first.id
    example.key(Key.Key_Up, ALT)
    assert lane(example, 0, Perspective.CUSTOMER) == [first, second, *others]


def test_a_locked_note_stays_as_it_is_and_it_is_said_why(
    example: Program, outline: OutlinePanel
) -> None:
    first = lane(example, 0, Perspective.CUSTOMER)[0]
    example.page.perform(lock_notes(example.page.board, [first.id]))
    example.settle()
    notes = example.page.board.notes
    go_to(example, outline, notes[first.id])
    for key, modifier in ((Key.Key_Return, NONE), (Key.Key_Down, ALT)):
        example.page.frame.status.tell("")
        example.key(key, modifier)
        assert "locked" in example.page.frame.status.message
    assert example.page.board.notes is notes


def test_o_and_c_change_the_view_and_digits_the_party(
    example: Program, outline: OutlinePanel
) -> None:
    note = lane(example, 1, Perspective.OUR)[0]
    go_to(example, outline, note)
    example.key(Key.Key_C)
    assert example.page.board.note(note.id).perspective is Perspective.CUSTOMER
    shown = outline.model.note(outline.row)
    assert shown is not None
    assert shown.id == note.id
    example.key(Key.Key_O)
    example.key(Key.Key_0)
    after = example.page.board.note(note.id)
    assert (after.perspective, after.party) == (Perspective.OUR, None)


def test_other_letters_go_to_the_row_that_begins_so(
    example: Program, outline: OutlinePanel
) -> None:
    example.key(Key.Key_Home)
    QTest.keyClicks(outline.tree, "reven")
    assert outline.row.data().startswith("Reven")


def test_what_is_cut_is_pasted_into_the_lane_of_the_row(
    example: Program, outline: OutlinePanel
) -> None:
    note = lane(example, 0, Perspective.CUSTOMER)[0]
    goal = lane(example, 7, Perspective.OUR)
    go_to(example, outline, note)
    example.key(Key.Key_X, CONTROL)
    go_to(example, outline, goal[0])
    example.key(Key.Key_V, CONTROL)
    (pasted,) = (each for each in lane(example, 7, Perspective.OUR) if each not in goal)
    assert (pasted.text, pasted.party) == (note.text, note.party)
    assert note.id not in example.page.board.notes
    assert outline.model.note(outline.row) == pasted


def test_copied_lines_become_notes_of_the_lane(example: Program, outline: OutlinePanel) -> None:
    QApplication.clipboard().setText("One\nTwo")
    before = lane(example, 7, Perspective.OUR)
    go_to(example, outline, before[0])
    example.key(Key.Key_V, CONTROL)
    after = lane(example, 7, Perspective.OUR)
    assert {note.text for note in after if note not in before} == {"One", "Two"}
    QApplication.clipboard().clear()


def test_the_menu_moves_notes_to_another_lane(example: Program, outline: OutlinePanel) -> None:
    page = example.page
    note = lane(example, 0, Perspective.CUSTOMER)[0]
    go_to(example, outline, note)
    block = page.board.template.blocks_in_order()[5]
    example.choose(page.context_menu(), "Move to", block.title, "Our view")
    moved = page.board.note(note.id)
    assert (moved.block, moved.perspective) == (block.id, Perspective.OUR)
    assert outline.model.note(outline.row) == moved


def test_a_block_is_shown_on_the_board_by_enter(example: Program, outline: OutlinePanel) -> None:
    example.key(Key.Key_Home)
    example.key(Key.Key_Return)
    first = example.page.board.template.blocks_in_order()[0]
    assert example.page.view.current_block == first.id


def test_escape_goes_back_to_the_board(example: Program, outline: OutlinePanel) -> None:
    example.key(Key.Key_Escape)
    assert example.window.focusWidget() is example.page.view


def test_f6_comes_to_the_tree_itself(example: Program, outline: OutlinePanel) -> None:
    example.page.view.setFocus()
    example.key(Key.Key_F6, SHIFT)
    assert example.window.focusWidget() is outline.tree


def test_an_edit_tells_only_of_the_rows_it_touched(example: Program, outline: OutlinePanel) -> None:
    told: list[QModelIndex] = []
    outline.model.dataChanged.connect(lambda first, _: told.append(QModelIndex(first)))
    note = lane(example, 3, Perspective.OUR)[0]
    go_to(example, outline, note)
    example.key(Key.Key_Return)
    example.type("Changed")
    example.key(Key.Key_Return)
    at = outline.model.index_of(note.id)
    assert told == [at, at.parent(), at.parent().parent()]


def test_a_closed_lane_stays_closed_when_something_else_changes(
    example: Program, outline: OutlinePanel
) -> None:
    outline.tree.collapseAll()
    example.page.view.do("select-all")
    outline.tree.collapseAll()
    note = lane(example, 3, Perspective.OUR)[0]
    example.page.view.select([])
    before = example.page.board.note(note.id)
    example.page.perform(lock_notes(example.page.board, [note.id]))
    example.settle()
    assert example.page.board.note(note.id) != before
    assert not any(outline.tree.isExpanded(outline.model.index(row, 0)) for row in range(9))


def test_what_is_done_while_it_is_not_seen_is_there_when_it_is(
    example: Program, outline: OutlinePanel
) -> None:
    example.press("At the left: Blocks")
    note = lane(example, 0, Perspective.OUR)[0]
    example.page.view.select([note.id])
    example.page.view.do("delete")
    other = lane(example, 0, Perspective.OUR)[0]
    example.page.view.select([other.id])
    example.press("At the left: Outline")
    assert not outline.model.index_of(note.id).isValid()
    assert outline.model.note(outline.row) == other


def test_another_board_is_shown_from_its_beginning(example: Program, outline: OutlinePanel) -> None:
    page = example.page
    page.boards_menu.aboutToShow.emit()
    example.choose(page.boards_menu, "Duplicate")
    assert outline.model.board is page.board
    notes = reading_order(page.board.notes.values())
    assert all(outline.model.index_of(note.id).isValid() for note in notes)


# --- what a screen reader reads -------------------------------------------------------------------------------------


def read(outline: OutlinePanel) -> dict[str, QAccessibleInterface]:
    """The rows that Qt hands to a screen reader, by their names."""
    tree = QAccessible.queryAccessibleInterface(outline.tree)
    assert tree is not None
    assert tree.role() is QAccessible.Role.Tree
    rows = (tree.child(place) for place in range(tree.childCount()))
    items = [row for row in rows if row is not None and row.role() is QAccessible.Role.TreeItem]
    return {item.text(QAccessible.Text.Name): item for item in items}


def test_a_note_is_read_with_its_kind_view_party_and_place(
    example: Program, outline: OutlinePanel
) -> None:
    notes = lane(example, 0, Perspective.CUSTOMER)
    rows = read(outline)
    for place, note in enumerate(notes, start=1):
        facts = f"note, customer’s view, Customer, {place} of {len(notes)}"
        assert rows[note.text].text(QAccessible.Text.Description) == facts


def test_a_row_that_opens_says_so_and_one_that_is_chosen_too(
    example: Program, outline: OutlinePanel
) -> None:
    block = example.page.board.template.blocks_in_order()[0]
    note = lane(example, 0, Perspective.OUR)[0]
    go_to(example, outline, note)
    rows = read(outline)
    assert rows[block.title].state().expanded
    assert rows[note.text].state().selected
    assert not rows[note.text].state().expandable
    assert rows[block.title].text(QAccessible.Text.Description) == "6 notes"


def test_the_field_says_what_is_written_in_it(example: Program, outline: OutlinePanel) -> None:
    example.key(Key.Key_N)
    field = QAccessible.queryAccessibleInterface(example.window.focusWidget())
    assert field is not None
    assert field.role() is QAccessible.Role.EditableText
    assert field.text(QAccessible.Text.Name) == "Text of the new note"
    assert isinstance(example.window.focusWidget(), QPlainTextEdit)
