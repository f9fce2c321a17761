"""The record tells all that a workshop holds, each thing in its place."""

from dataclasses import replace

import pytest

from canvasapp.checks import Checker, load_rules
from canvasapp.domain.board import Workshop
from canvasapp.domain.markup import plain_text
from canvasapp.domain.records import Note, WorkshopHead
from canvasapp.domain.template import Perspective
from canvasapp.edits.example import example_workshop
from canvasapp.export.documents.canvas_chapters import NO_ANSWER, OTHER_NOTES
from canvasapp.export.documents.entry_chapters import NOT_AGREED, RISKY
from canvasapp.export.documents.record import Heading, Poster, Record, Tone
from canvasapp.export.documents.record_of import record_of
from canvasapp.picture.block_picture import LABELS
from canvasapp.templates import load_registers, load_templates
from tests.export.documents.workshops import (
    BLOCK,
    CANVAS,
    UNWRITABLE,
    records,
    said,
    tables,
    texts,
    words,
    workshop,
)

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(scope="module")
def example() -> Workshop:
    return example_workshop(load_templates())


@pytest.fixture(scope="module")
def told(example: Workshop) -> Record:
    return record_of(example, load_registers(), {}, {})


def block_rows() -> list[tuple[str, str]]:
    block = load_templates()[CANVAS].block(BLOCK)
    (table,) = tables(said(), f"{block.number}  {block.title}")
    assert table.head == tuple(LABELS[each] for each in Perspective)
    return [(words(ours), words(theirs)) for ours, theirs in table.rows]


def cell_of(code: str, chapter: str, column: str) -> str:
    """What stands in a column of the row with this code."""
    (table,) = tables(said(), chapter)
    (row,) = (row for row in table.rows if words(row[0]) == code)
    return words(row[table.head.index(column)])


def test_every_note_and_question_of_every_board_is_told(example: Workshop, told: Record) -> None:
    everything = "\n".join(texts(told))
    for board in example.boards.values():
        assert all(plain_text(each.text).strip() in everything for each in board.notes.values())
        assert all(question.text in everything for _, question in board.template.questions())


def test_every_entry_is_told_by_its_code_with_each_of_its_words(
    example: Workshop, told: Record
) -> None:
    everything = "\n".join(texts(told))
    known = [*example.entries.values()]
    known += [entry for board in example.boards.values() for entry in board.entries.values()]
    free = {"text", "choice", "choice-open"}
    registers = load_registers()
    for entry in known:
        typed = {field.id: field.type for field in registers[entry.register].fields}
        assert entry.code in everything
        for field, value in entry.values:
            if typed[field] in free and isinstance(value, str):
                assert " ".join(value.split()) in " ".join(everything.split())


def test_boards_come_in_their_order_and_blocks_as_they_are_worked_through(
    example: Workshop, told: Record
) -> None:
    headings = [each.text for each in told.elements if isinstance(each, Heading)]
    expected = []
    for board in example.boards_in_order():
        expected.append(board.head.title)
        expected += [f"{x.number}  {x.title}" for x in board.template.blocks_in_order()]
    places = [headings.index(title) for title in expected[: 1 + 9]]
    assert places == sorted(places)
    assert [each for each in headings if each in expected[:10]][:10] == expected[:10]


def test_answers_stand_under_their_question_beside_what_the_other_side_says() -> None:
    ours, theirs = block_rows()[0]
    block = load_templates()[CANVAS].block(BLOCK)
    first, other = (block.questions_of(each)[0].text for each in Perspective)
    assert ours.split("\n") == [first, "G1  A fault is fixed within 48 hours (Retailer & sons)"]
    assert theirs.split("\n") == [other, "M1  Nobody has ever come in time (Retailer & sons)"]


def test_a_question_is_open_or_set_aside_with_its_reason() -> None:
    rows = block_rows()
    assert rows[1][0].endswith(NO_ANSWER)
    assert rows[1][1].endswith("Set aside: Asked again in June")


def test_notes_without_a_question_and_beside_the_blocks_are_told_apart() -> None:
    assert block_rows()[3][0].startswith(f"{OTHER_NOTES}\n")
    beside = [each for each in said().elements if each == Heading("Beside the blocks", 2)]
    following = said().elements[said().elements.index(beside[0]) + 1]
    assert "Lies beside the blocks" in getattr(following, "text", "")


def test_a_note_whose_block_the_canvas_no_longer_has_is_told_too() -> None:
    changed = [
        replace(each, block="gone") if isinstance(each, Note) and each.id == "beside" else each
        for each in records()
    ]
    older = Workshop.of(WorkshopHead("w", "Older"), load_templates(), changed)
    told = record_of(older, load_registers(), {}, {})
    assert any(text.startswith("Lies beside the blocks") for text in texts(told))


def test_what_no_file_can_hold_is_replaced_by_a_sign() -> None:
    everything = "\n".join(texts(said()))
    assert UNWRITABLE not in everything
    assert "Bell\ufffd and\ufffd escape" in everything


def test_an_entry_tells_its_fields_by_name_and_what_is_missing() -> None:
    details = cell_of("G1", "Service guarantees", "In detail")
    assert "Target value: 92.5" in details
    assert "Attributable to: Retailer & sons" in details
    assert "Missing: Metric (measurable)" in details


def test_evidence_and_decisions_tell_what_they_are_about_why_by_whom_and_when() -> None:
    assert cell_of("EV1", "Evidence", "About") == "G1 A fault is fixed within 48 hours"
    assert cell_of("D1", "Decisions", "Reason") == "Little is known"
    assert cell_of("D1", "Decisions", "Owner") == "Sponsor"
    assert cell_of("D1", "Decisions", "Date") == "2026-05-01"


def test_a_risky_assumption_is_marked_until_it_is_tested() -> None:
    assert RISKY in cell_of("A1", "Assumptions", "Assumption")
    assert RISKY not in cell_of("A2", "Assumptions", "Assumption")


def test_a_threshold_tells_whether_it_is_locked() -> None:
    assert cell_of("T1", "Go, adjust and no-go", "State") == "Locked: agreed on 2026-05-01"
    assert cell_of("T2", "Go, adjust and no-go", "State") == NOT_AGREED


def test_notes_that_contradict_each_other_stand_side_by_side() -> None:
    pairs = [each for each in tables(said(), "Our canvas") if each.head[0] == "Pair"]
    (row,) = pairs[0].rows
    assert [words(cell) for cell in row] == [
        "A",
        "A fault is fixed within 48 hours",
        "Nobody has ever come in time",
    ]


def test_what_checks_find_is_told_the_gravest_first() -> None:
    registers = load_registers()
    checker = Checker(load_rules(registers, workshop().templates), registers)
    found = [each.message for each in checker.check(workshop(), "board").open]
    everything = texts(said())
    start = everything.index("Open checks", everything.index("Where the views part"))
    places = [everything.index(plain_text(message).strip(), start) for message in found]
    assert found
    assert places == sorted(places)


def test_next_steps_are_follow_ups_and_open_tests_with_their_owners() -> None:
    (table,) = tables(said(), "Next steps")
    assert [tuple(words(cell) for cell in row) for row in table.rows] == [
        ("D1", "Call the fitters", "Guest", ""),
        ("A1", "Ask ten", "Retailer & sons", "2026-06-01"),
    ]


def test_a_workshop_without_anything_has_a_record_too() -> None:
    empty = record_of(Workshop(WorkshopHead("w", " "), load_templates()), load_registers(), {}, {})
    assert empty.title == "Workshop"
    assert not [each for each in empty.elements if isinstance(each, Poster)]
    assert {line.tone for line in empty.elements if hasattr(line, "tone")} == {Tone.PLAIN}
