"""The window while the room works: notes hidden, blocks finished, things caught, votes, and the way back."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from canvasapp.domain.assumptions import ASSUMPTION
from canvasapp.domain.records import Entry, LinkKind, Note, NoteStatus, Seen
from canvasapp.domain.session import PlanStep
from canvasapp.domain.voting import rounds_in_order
from canvasapp.edits.notes import set_text
from canvasapp.edits.sessions import begin_session, next_step
from canvasapp.panels.log import LogPanel
from canvasapp.panels.votes import VotesPanel
from tests.gui.windows.conftest import Program

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def select(example: Program, count: int) -> list[Note]:
    """So many notes of the first block, as they are read."""
    page = example.page
    block = page.board.template.blocks_in_order()[0]
    notes = page.board.notes_in(block.id)[:count]
    page.view.select([each.id for each in notes])
    page.view.setFocus()
    return notes


def now(example: Program, note: Note) -> Note:
    return example.page.board.note(note.id)


def test_notes_are_hidden_private_and_revealed_by_keys(example: Program) -> None:
    note, other = select(example, 2)
    example.key(Qt.Key.Key_H, CONTROL_SHIFT)
    assert {now(example, each).seen for each in (note, other)} == {Seen.HIDDEN}
    example.page.view.select([other.id])
    example.key(Qt.Key.Key_P, CONTROL_SHIFT)
    example.key(Qt.Key.Key_U, CONTROL_SHIFT)
    assert [now(example, each).seen for each in (note, other)] == [Seen.SHOWN, Seen.PRIVATE]
    assert "1 note is revealed" in example.page.frame.status.message
    example.key(Qt.Key.Key_H, CONTROL_SHIFT)
    assert now(example, other).seen is Seen.SHOWN


def test_a_finished_block_says_why_its_notes_stay(example: Program) -> None:
    (note,) = select(example, 1)
    example.key(Qt.Key.Key_F, CONTROL_SHIFT)
    assert note.block in example.page.board.sealed_blocks
    select(example, 1)
    example.key(Qt.Key.Key_Delete)
    assert now(example, note) == note
    assert "is finished: open it again" in example.page.frame.status.message
    example.page.frame.status.tell("")
    example.type("x")
    assert example.page.view.bench.editing.editor is None
    assert "is finished: open it again" in example.page.frame.status.message
    example.key(Qt.Key.Key_F, CONTROL_SHIFT)
    assert not example.page.board.sealed_blocks


def test_what_the_room_says_is_caught_by_keys(example: Program) -> None:
    one, other = select(example, 2)
    example.key(Qt.Key.Key_X, CONTROL_SHIFT)
    links = example.page.board.links.values()
    gaps = [{e.source, e.target} for e in links if e.kind is LinkKind.CONTRADICTS]
    assert {one.id, other.id} in gaps
    example.page.view.select([other.id])
    example.key(Qt.Key.Key_M, CONTROL_SHIFT)
    parked = now(example, other)
    assert (parked.block, parked.status) == (None, NoteStatus.PARKED)
    example.page.view.select([one.id])
    example.key(Qt.Key.Key_I, CONTROL_SHIFT)
    for said in ("Start in Vienna", "They call anyway"):
        example.type(said)
        example.key(Qt.Key.Key_Return)
    made = [e for e in example.page.journal.workshop.entries.values() if is_decided(e)]
    assert [(e.get("why"), e.get("about")) for e in made] == [("They call anyway", (one.content,))]
    assert example.page.view.hasFocus()  # another Enter opens the note, not the home page


def test_a_press_beside_a_decision_loses_nothing_that_was_written(example: Program) -> None:
    select(example, 1)
    example.key(Qt.Key.Key_I, CONTROL_SHIFT)
    example.type("Start in Vienna")
    QTest.mouseClick(example.page.frame.top, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    example.page.view.setFocus()
    example.key(Qt.Key.Key_I, CONTROL_SHIFT)
    example.key(Qt.Key.Key_Return)
    example.type("They call anyway")
    example.key(Qt.Key.Key_Return)
    made = [e for e in example.page.journal.workshop.entries.values() if is_decided(e)]
    assert [entry.get("why") for entry in made] == ["They call anyway"]
    example.key(Qt.Key.Key_I, CONTROL_SHIFT)
    example.key(Qt.Key.Key_Escape)
    example.key(Qt.Key.Key_I, CONTROL_SHIFT)
    assert not example.page.window().focusWidget().toPlainText()  # type: ignore[attr-defined]  # a field


def is_decided(entry: Entry) -> bool:
    return entry.get("what") == "Start in Vienna"


def test_a_vote_is_started_given_shown_and_sent_on_in_its_panel(example: Program) -> None:
    panel = example.turn_to("votes", VotesPanel)
    example.press("New vote")
    example.type("What matters")
    example.key(Qt.Key.Key_Return)
    vote = rounds_in_order(example.page.board)[-1]
    assert (vote.title, example.page.view.bench.stage.ballot.in_hand) == ("What matters", True)
    one, other = select(example, 2)
    for note, count in ((one, "2"), (other, "2")):
        example.page.view.select([note.id])
        example.type(count)
    example.settle()
    assert panel.hand.count.text() == "2"
    assert not any(row.shown.lead == "1=" for row in panel.rows)
    example.press("Close the vote")
    example.press("Show the counts")
    leads = [row.shown.lead for row in panel.rows if row.shown.lead[0].isdigit()]
    assert leads == ["1=", "1="]
    assert not example.page.view.bench.stage.ballot.in_hand
    example.choose(panel.menu(), "Send the winners to the assumptions")
    entries = example.page.journal.workshop.entries.values()
    about = [e.get("about") for e in entries if e.register == ASSUMPTION and e.get("votes") == 2]
    assert {(one.content,), (other.content,)} <= set(about)


def test_the_log_leads_back_to_before_an_exercise_and_undo_takes_that_back(
    example: Program,
) -> None:
    page, clock = example.page, datetime(2026, 5, 5, 9, tzinfo=UTC)
    steps = [PlanStep("s1", "Silent", 60, hides=True), PlanStep("s2", "Compare", 60)]
    page.journal.follow(
        begin_session(page.journal.workshop, page.board.id, steps, clock, page.journal.seq)
    )
    example.settle()
    assert page.frame.status.hides
    (note,) = select(example, 1)
    page.journal.commit(set_text(page.board, note.id, "Said in the exercise"))
    page.journal.follow(next_step(page.journal.workshop, steps, clock, page.journal.seq))
    panel = example.turn_to("log", LogPanel)
    assert not page.frame.status.hides
    panel.rows[0].click()
    example.press("Back to before this exercise")
    assert now(example, note) == note
    assert panel.card is None
    page.journal.undo()
    assert now(example, note).text == "Said in the exercise"
