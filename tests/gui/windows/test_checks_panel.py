"""What a reviewer would say, beside the board: it follows the board, leads to what it speaks of, and can be ignored."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from canvasapp.app.jobs import Job
from canvasapp.checks import Finding
from canvasapp.controls.words import Words
from canvasapp.domain.change import Change, Edit
from canvasapp.domain.check import Severity
from canvasapp.domain.template import Perspective
from canvasapp.edits.aside import waive
from canvasapp.edits.boards import new_board
from canvasapp.edits.notes import set_text
from canvasapp.panels.checks import ChecksPanel
from canvasapp.panels.checks.rows import FindingRow
from tests.gui.windows.conftest import Program

EMPTIED = ("key-resources", Perspective.CUSTOMER)
REASON = "We know, and it is meant"


def checked(program: Program) -> tuple[Finding, ...]:
    """The findings of the board in the window, once it has been checked."""
    program.settle()
    checking = program.page.checking
    program.qtbot.waitUntil(lambda: not checking.busy)
    assert checking.checked is not None
    assert checking.checked.board is program.page.board
    return checking.checked.findings


def rows(program: Program) -> list[FindingRow]:
    """Those in sight, from the top."""
    program.settle()
    panel = program.panel("checks", ChecksPanel)
    seen = [each for each in panel.findChildren(FindingRow) if each.isVisible()]
    return sorted(seen, key=lambda each: each.mapTo(panel, each.rect().topLeft()).y())


@pytest.fixture
def review(example: Program) -> Program:
    """The worked example, checked, with a note on it that says too much, and the list in sight."""
    note = next(iter(example.page.board.notes.values()))
    example.page.journal.commit(set_text(example.page.board, note.id, "Seamless " + "and " * 30))
    checked(example)
    example.page.commands["checks"].trigger()
    example.settle()
    return example


def test_the_board_is_checked_by_itself_and_after_each_edit(example: Program) -> None:
    before = checked(example)
    note = next(iter(example.page.board.notes.values()))
    example.page.journal.commit(set_text(example.page.board, note.id, "Seamless"))
    after = checked(example)
    new = [each for each in after if each.message not in {it.message for it in before}]
    assert any(note.id in each.notes for each in new)


def test_the_status_bar_counts_what_matters_and_opens_the_list(example: Program) -> None:
    graver = [each for each in checked(example) if each.severity is not Severity.INFO]
    example.press(f"{len(graver)} to look at")
    assert example.page.frame.deck.shown == "checks"


def test_all_findings_are_listed_the_gravest_first(review: Program) -> None:
    found = checked(review)
    assert [row.finding for row in rows(review)] == list(found)


def test_pressing_a_finding_selects_its_notes_and_says_why(review: Program) -> None:
    row = next(each for each in rows(review) if len(each.finding.notes) > 1)
    review.press(row.accessibleName())
    assert set(review.page.view.selected_ids) == set(row.finding.notes)
    rule = review.page.checking.checker.checks[row.finding.check].rule
    assert rule in {each.text() for each in review.window.findChildren(Words) if each.isVisible()}


def test_a_finding_without_notes_leads_to_its_block(review: Program) -> None:
    page = review.page
    gone = [n for n in page.board.notes.values() if (n.block, n.perspective) == EMPTIED]
    page.perform(Edit("Delete", tuple(Change(note, None) for note in gone)))
    checked(review)
    row = next(each for each in rows(review) if not each.finding.notes)
    review.press(row.accessibleName())
    assert review.page.view.current_block == row.finding.block


def test_the_keyboard_goes_from_finding_to_finding_unfolds_and_ignores(review: Program) -> None:
    first, second = rows(review)[:2]
    first.setFocus()
    review.key(Qt.Key.Key_Down)
    assert second.hasFocus()
    review.key(Qt.Key.Key_Right)
    assert second.isChecked()
    review.key(Qt.Key.Key_Delete)
    review.write(f"Why it is left as it is: {second.finding.message}", REASON)
    waivers = review.page.board.waivers.values()
    assert [(each.check, each.reason) for each in waivers] == [(second.finding.check, REASON)]
    assert second.finding not in [row.finding for row in rows(review)]
    assert isinstance(review.window.focusWidget(), FindingRow)


def test_what_is_ignored_stays_with_its_reason_and_can_be_looked_at_again(review: Program) -> None:
    finding = rows(review)[0].finding
    board = review.page.board
    review.page.perform(waive(board, finding.check, finding.about, REASON))
    review.press("Show 1 ignored")
    said = {each.text() for each in review.window.findChildren(Words) if each.isVisible()}
    assert {finding.message, f"Ignored: {REASON}"} <= said
    review.press(f"Look at it again: {finding.message}")
    assert not review.page.board.waivers
    assert checked(review)[0] == finding
    assert rows(review)[0].finding == finding


def test_undo_shows_an_ignored_finding_again(review: Program) -> None:
    finding = rows(review)[0].finding
    review.page.perform(waive(review.page.board, finding.check, finding.about, REASON))
    review.page.commands["undo"].trigger()
    assert rows(review)[0].finding == finding


def test_rows_of_findings_that_stay_keep_the_keyboard(review: Program) -> None:
    row = rows(review)[1]
    row.setFocus()
    other = next(n for n in review.page.board.notes.values() if n.id not in row.finding.notes)
    review.page.journal.commit(set_text(review.page.board, other.id, "Holistic"))
    checked(review)
    review.settle()
    assert row.hasFocus()


def test_of_very_many_findings_on_a_block_the_first_are_shown_until_all_are_asked_for(
    review: Program,
) -> None:
    page = review.page
    for note in page.board.notes.values():
        in_one = replace(
            note, block="key-partners", perspective=Perspective.OUR, question=None, text="Seamless"
        )
        page.journal.commit(Edit("Say", (Change(note, in_one),)))
    slogans = [each for each in checked(review) if each.check == "all-slogan"]
    before = len(rows(review))
    more = [name for name in review.buttons() if name.startswith("Show ") and "hints" in name]
    review.press(more[0])
    assert len(slogans) > 6
    assert len(rows(review)) > before


def test_a_board_on_which_nothing_is_open_says_what_was_looked_at(review: Program) -> None:
    for finding in checked(review):
        page = review.page
        page.perform(waive(page.board, finding.check, finding.about, REASON))
    checked(review)
    said = [each.text() for each in review.window.findChildren(Words) if each.isVisible()]
    assert any(each.startswith("Nothing to look at") for each in said)
    assert not review.page.frame.status.findings.isVisible()


def test_an_empty_board_is_not_nagged_about(program: Program) -> None:
    program.press("New workshop on Service Logic Business Model Canvas")
    assert checked(program)
    assert not program.page.frame.status.findings.isVisible()


def test_another_board_shows_no_findings_of_the_one_before(review: Program) -> None:
    page = review.page
    page.perform(new_board(page.journal.workshop, page.board.template.id))
    assert not rows(review)
    checked(review)
    assert not any(row.finding.notes for row in rows(review))


def test_a_block_tells_how_many_errors_and_warnings_it_has(example: Program) -> None:
    found = [each for each in checked(example) if each.severity is Severity.ERROR]
    assert found[0].block is not None
    block = example.page.board.template.block(found[0].block)
    count = len([each for each in found if each.block == block.id])
    told = example.button(block.title).accessibleDescription()
    assert f"{count} error" in told


def test_closing_the_workshop_while_it_is_checked_ends_the_check(example: Program) -> None:
    checking = example.page.checking
    note = next(iter(example.page.board.notes))
    example.page.journal.commit(set_text(example.page.board, note, "Seamless"))
    example.settle()
    while not checking.findChildren(Job):
        checking._begin()  # with no event between, so that it is under way
    told: list[bool] = []
    checking.changed.connect(lambda: told.append(True))
    example.window.show_home()
    assert not checking.busy
    example.settle()
    assert not told
