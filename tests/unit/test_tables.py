"""Tables become notes: laid out as they are, or each column in a block."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData

from canvasapp.domain.board import Board
from canvasapp.domain.change import Edit
from canvasapp.domain.geometry import Point
from canvasapp.domain.records import BoardHead, Note
from canvasapp.domain.template import SMALLEST_NOTE, Perspective
from canvasapp.edits.tables import TooManyColumnsError, add_columns, add_grid
from canvasapp.templates import load_templates
from canvasapp.view.cells import table_from
from canvasapp.view.lists import MOST, rows_of

OUR, CUSTOMER = Perspective.OUR, Perspective.CUSTOMER
CANVAS = load_templates()["service-logic-bmc"]
BOARD = Board(BoardHead("b", CANVAS.id, 1, "", "", "a0"), CANVAS, {}, {})
ORDER = [block.id for block in CANVAS.blocks_in_order()]
VALUE = Point(560.0, 560.0)
"""In the customer's lane of the value proposition."""
OFF_BLOCKS = Point(600.0, 30.0)


def as_high_as_it_says(text: str, w: float, h: float) -> float:
    return max(float(text), h) if text.isdigit() else h


def nobody(perspective: Perspective | None) -> None:
    return None


def notes_of(edit: Edit) -> dict[str, Note]:
    """The new notes by their texts."""
    return {c.after.text: c.after for c in edit.changes if isinstance(c.after, Note)}


def grid(rows: list[list[str]], at: Point = VALUE) -> dict[str, Note]:
    return notes_of(add_grid(BOARD, rows, at, as_high_as_it_says, nobody))


def columns(rows: list[list[str]], at: Point = VALUE) -> dict[str, Note]:
    return notes_of(add_columns(BOARD, rows, at, as_high_as_it_says, nobody))


# --- the grid -------------------------------------------------------------------------------------------------------


def test_a_grid_keeps_rows_and_columns_and_leaves_empty_cells_bare() -> None:
    notes = grid([["a", "b"], ["", "c"]])
    assert notes["a"].y == notes["b"].y < notes["c"].y
    assert notes["a"].x < notes["b"].x == notes["c"].x
    assert len(notes) == 3


def test_a_grid_lies_about_the_place_it_was_pasted_at() -> None:
    notes = grid([["a", "b"], ["c", "d"]])
    whole = notes["a"].rect.united(notes["d"].rect)
    assert (whole.centre.x, whole.centre.y) == pytest.approx((VALUE.x, VALUE.y))


def test_a_row_is_as_high_as_its_longest_text() -> None:
    notes = grid([["a", "150"], ["b", "c"]])
    assert notes["a"].h == notes["150"].h == 150
    assert notes["b"].y > notes["150"].rect.bottom
    assert notes["b"].h < 150


@given(st.integers(2, 10), st.integers(1, 10), st.floats(0, 1189), st.floats(0, 841))
def test_a_grid_that_fits_lies_on_the_sheet_and_its_notes_cover_nothing(
    across: int, down: int, x: float, y: float
) -> None:
    rows = [[f"{row} {column}" for column in range(across)] for row in range(down)]
    rects = [note.rect for note in grid(rows, Point(x, y)).values()]
    assert not any(one.meets(other) for one in rects for other in rects if one is not other)
    assert all(CANVAS.sheet.rect.inset(-0.01).encloses(rect) for rect in rects)


def test_a_grid_too_large_for_the_sheet_keeps_notes_that_can_be_read() -> None:
    notes = grid([[f"{row} {column}" for column in range(40)] for row in range(2)])
    assert {note.w for note in notes.values()} == {SMALLEST_NOTE}
    assert len(notes) == 80


# --- columns --------------------------------------------------------------------------------------------------------


def test_a_first_row_of_titles_says_which_block_a_column_is_for() -> None:
    notes = columns([["VALUE PROPOSITION", "Key Partners"], ["fast", "bank"], ["sure", ""]])
    assert {text: note.block for text, note in notes.items()} == {
        "fast": "value-proposition",
        "sure": "value-proposition",
        "bank": "key-partners",
    }
    assert {note.perspective for note in notes.values()} == {CUSTOMER}


def test_a_column_without_a_block_goes_with_its_heading_to_the_block_pasted_in() -> None:
    notes = columns([["Ideas", "Key Partners"], ["cheap", "bank"]])
    assert {text: note.block for text, note in notes.items()} == {
        "Ideas": "value-proposition",
        "cheap": "value-proposition",
        "bank": "key-partners",
    }


def test_columns_without_titles_go_to_the_blocks_in_order_from_the_one_pasted_in() -> None:
    start = ORDER.index("value-proposition")
    notes = columns([["a", "b"], ["c", "d"]])
    assert (notes["a"].block, notes["c"].block) == (ORDER[start], ORDER[start])
    assert (notes["b"].block, notes["d"].block) == (ORDER[start + 1], ORDER[start + 1])
    assert columns([["a", "b"]], OFF_BLOCKS)["b"].block == ORDER[1]


def test_columns_that_would_run_past_the_last_block_begin_earlier() -> None:
    last = CANVAS.block(ORDER[-1]).lane(OUR).rect.centre
    notes = columns([["a", "b", "c"]], last)
    assert [notes[text].block for text in "abc"] == ORDER[-3:]
    assert notes["a"].perspective is OUR


def test_notes_of_a_column_lie_in_free_room() -> None:
    first = columns([["a", "b"], ["c", "d"]])
    assert not first["a"].rect.meets(first["c"].rect)
    assert first["a"].z < first["c"].z


def test_more_columns_than_blocks_are_refused_in_words() -> None:
    rows = [[str(number) for number in range(len(ORDER) + 1)]]
    with pytest.raises(TooManyColumnsError, match=f"{len(ORDER) + 1} columns"):
        columns(rows)


def test_a_note_is_whose_a_new_one_in_its_lane_is() -> None:
    board = Board(BOARD.head, CANVAS, {}, {})
    asked: list[Perspective | None] = []

    def party_of(perspective: Perspective | None) -> str | None:
        asked.append(perspective)
        return None

    add_columns(board, [["a", "b"]], VALUE, as_high_as_it_says, party_of)
    assert asked == [CUSTOMER, CUSTOMER]


# --- tables of other programs ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("html", "rows"),
    [
        ("<table><tr><td>A</td><th>B</th></tr></table>", [["A", "B"]]),
        ("<table>\n<tr>\n<td> A </td>\n<td></td>\n</tr>\n</table>", [["A", ""]]),
        ("<tr><td>A<td>B<tr><td>C<td>D", [["A", "B"], ["C", "D"]]),
        ("<tr><td colspan=2>A<td>B<tr><td>C<td>D<td>E", [["A", "", "B"], ["C", "D", "E"]]),
        ("<tr><td rowspan=2>A<td>B<tr><td>C<tr><td>D", [["A", "B"], ["", "C"], ["D"]]),
        ("<tr><td>A<td rowspan='2'>B<tr><td>C<tr><td>D<td>E", [["A", "B"], ["C", ""], ["D", "E"]]),
        ("<tr><td colspan=-3>A<td colspan=x>B<td rowspan=0>C", [["A", "B", "C"]]),
        ("<ul><li>A</ul>", []),
        ("<tr><td>A<br>a<td><p>B</p>", [["A\na", "B"]]),
    ],
)
def test_cells_stay_in_their_rows(html: str, rows: list[list[str]]) -> None:
    assert rows_of(html) == rows


def test_no_table_is_looked_for_in_html_that_is_far_too_long() -> None:
    assert rows_of("<td>a</td>" * (MOST // 10 + 1)) == []


def test_no_span_makes_a_table_endless() -> None:
    (row,) = rows_of(f"<tr><td colspan={'9' * 5000}>A<td colspan=999>B<td>C")
    assert len(row) <= 102


@given(st.text(alphabet="<>/tdrhow spancol=2'&;ab\n\0", max_size=200))
def test_no_table_is_too_broken(html: str) -> None:
    assert all(isinstance(cell, str) for row in rows_of(html) for cell in row)


def mime(text: str, html: str = "") -> QMimeData:
    made = QMimeData()
    made.setText(text)
    if html:
        made.setHtml(html)
    return made


@pytest.mark.parametrize(
    ("text", "table"),
    [
        ("a\tb\nc", [["a", "b"], ["c", ""]]),
        (" a \tb\r\n\t\r\nc\td\n", [["a", "b"], ["c", "d"]]),
        ("a\t\tb\nc\t\td", [["a", "b"], ["c", "d"]]),
        ("a\nb", None),
        ("a\t\nb\t", None),
        ("\t\n\t", None),
        ("", None),
    ],
)
def test_lines_with_tabs_are_a_table_when_more_than_one_column_says_something(
    text: str, table: list[list[str]] | None
) -> None:
    assert table_from(mime(text)) == table


def test_the_table_of_a_document_is_better_than_its_text() -> None:
    html = "<table><tr><td>a<br>b</td><td>c</td></tr></table>"
    assert table_from(mime("a b\tc", html)) == [["a\nb", "c"]]
    assert table_from(mime("a\tb", "<p>no table</p>")) == [["a", "b"]]
