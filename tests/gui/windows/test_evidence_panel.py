"""What is known and decided, beside the board: the thread of a note, new evidence, files, decisions."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from canvasapp.domain.records import Entry, LinkKind, Note
from canvasapp.domain.register import Register, Value
from canvasapp.edits.evidence_files import add_about
from canvasapp.edits.links import add_link
from canvasapp.panels.evidence import EvidencePanel
from canvasapp.templates import load_registers
from tests.gui.windows.conftest import Program

PDF = b"%PDF-1.7 a report"


@pytest.fixture(scope="module")
def registers() -> Mapping[str, Register]:
    return load_registers()


@pytest.fixture
def example(unsaid: Program) -> Program:
    return unsaid


@pytest.fixture
def panel(example: Program) -> EvidencePanel:
    return example.turn_to("evidence", EvidencePanel)


@pytest.fixture
def note(example: Program) -> Note:
    """A note that answers a question."""
    return next(each for each in example.page.board.notes.values() if each.question)


def known(example: Program, register: Register, *about: str, **values: Value) -> Entry:
    journal = example.page.journal
    before = set(journal.workshop.entries)
    journal.commit(add_about(journal.workshop, register, tuple(sorted(values.items())), about))
    example.settle()
    (made,) = (e for e in journal.workshop.entries.values() if e.id not in before)
    return made


def entries_of(example: Program, register: str) -> list[Entry]:
    return [e for e in example.page.journal.workshop.entries.values() if e.register == register]


def heads(example: Program) -> list[str]:
    """The lines of the panel in sight."""
    panel = example.panel("evidence", EvidencePanel)
    example.settle()
    return [row.accessibleName() for row in panel.listed.rows if row.isVisible()]


def contradictions(example: Program) -> list[set[str]]:
    """The pairs of notes whose contradiction is open."""
    page = example.page
    checked = page.checking.checker.check(page.journal.workshop, page.board.id)
    return [set(f.notes) for f in checked.open if f.check == "all-contradiction-open"]


def fetch(example: Program) -> None:
    """Waits for files on their way."""
    example.page.view.bench.stage.errands.finish()
    example.settle()


def write(example: Program, name: str, text: str) -> None:
    field = example.seen(QPlainTextEdit, name)
    field.setFocus()
    example.qtbot.keyClicks(field, text)
    example.qtbot.keyClick(field, Qt.Key.Key_Return)


def test_the_thread_of_a_note_follows_the_selection(
    example: Program, panel: EvidencePanel, note: Note, registers: Mapping[str, Register]
) -> None:
    known(example, registers["evidence"], note.content, finding="Seven of ten", verdict="supports")
    known(example, registers["decision"], note.content, what="We do it")
    example.page.view.select([note.id])
    shown = heads(example)
    assert "EV1 · supports. Seven of ten" in shown
    assert "Decision D1. We do it" in shown
    asked = example.page.board.template.block(note.block or "").question(note.question or "")
    assert asked is not None
    assert any(asked.text in head for head in shown)


def test_nothing_selected_shows_all_that_is_known_by_kind_and_type(
    example: Program, panel: EvidencePanel, registers: Mapping[str, Register]
) -> None:
    known(example, registers["evidence"], finding="They want it", type="desirability")
    known(example, registers["evidence"], finding="It pays", type="viability")
    known(example, registers["decision"], what="We do it")
    assert heads(example) == ["EV1. They want it", "EV2. It pays"]
    example.press("Of which type: Viability")
    assert heads(example) == ["EV2. It pays"]
    example.press("What is listed: Decisions")
    assert heads(example) == ["Decision D1. We do it"]


def test_a_line_leads_to_its_entry(
    example: Program, panel: EvidencePanel, registers: Mapping[str, Register]
) -> None:
    known(example, registers["evidence"], finding="They want it")
    example.press("EV1. They want it")
    assert example.page.frame.deck.shown == "entry"


def test_the_question_leads_back_to_its_block(
    example: Program, panel: EvidencePanel, note: Note
) -> None:
    example.page.view.select([note.id])
    example.press(heads(example)[0])
    assert example.page.frame.deck.shown is None
    assert example.page.view.current_block == note.block


def test_an_entry_that_is_asked_for_leads_to_what_it_is_about(
    example: Program, panel: EvidencePanel, note: Note, registers: Mapping[str, Register]
) -> None:
    made = known(example, registers["decision"], note.content, what="We do it")
    example.page.guide.show_panel("evidence", made.id)
    (line,) = [head for head in heads(example) if head.startswith("Note. ")]
    example.press(line)
    assert example.page.view.selected_ids == (note.id,)


def test_evidence_is_added_about_the_selected_note_in_one_edit(
    example: Program, panel: EvidencePanel, note: Note
) -> None:
    example.page.view.select([note.id])
    example.press("Add evidence")
    write(example, "Finding", "Seven of ten")
    example.press("Verdict: Supports")
    example.press("Strength 0-4: 3")
    example.press("Add evidence")
    (made,) = entries_of(example, "evidence")
    assert made.get("about") == (note.content,)
    assert (made.get("finding"), made.get("verdict")) == ("Seven of ten", "supports")
    assert made.get("strength") == 3
    assert made.get("date") is not None
    assert panel.form is None
    example.page.journal.undo()
    assert entries_of(example, "evidence") == []


def test_evidence_without_a_finding_is_asked_for_it(example: Program, panel: EvidencePanel) -> None:
    example.press("Add evidence")
    example.press("Add evidence")
    assert entries_of(example, "evidence") == []
    assert panel.form is not None
    assert panel.form.refusal.words.text() == "Write the finding first."


def test_a_decision_says_what_and_by_whom(
    example: Program, panel: EvidencePanel, note: Note
) -> None:
    example.page.view.select([note.id])
    example.press("Decide")
    write(example, "Decision", "We fix it in 48 hours")
    write(example, "Decided by (role)", "Sponsors")
    example.press("Add decision")
    (made,) = entries_of(example, "decision")
    assert made.get("what") == "We fix it in 48 hours"
    assert (made.get("by_role"), made.get("about")) == ("Sponsors", (note.content,))


def test_the_form_is_left_without_a_trace(example: Program, panel: EvidencePanel) -> None:
    example.press("Add evidence")
    write(example, "Finding", "Seven of ten")
    example.press("Cancel")
    assert entries_of(example, "evidence") == []
    assert "Add evidence" in example.buttons()


def test_a_file_is_kept_in_the_workshop_and_opened_only_when_pressed(
    example: Program, panel: EvidencePanel, tmp_path: Path
) -> None:
    report = tmp_path / "report.pdf"
    report.write_bytes(PDF)
    opened: list[Path] = []
    panel.filing.ask_file = lambda: report
    panel.filing.show_file = opened.append
    example.press("Add evidence")
    write(example, "Finding", "Seven of ten")
    example.press("Attach a photo or file")
    fetch(example)
    example.press("Add evidence")
    report.unlink()
    assert opened == []
    (made,) = entries_of(example, "evidence")
    assert made.get("source_ref") == "report.pdf"
    example.press("Open report.pdf, attached to EV1")
    fetch(example)
    (copy,) = opened
    assert (copy.name, copy.read_bytes()) == ("report.pdf", PDF)


def test_evidence_that_is_added_while_its_file_is_on_its_way_waits_for_it(
    example: Program, panel: EvidencePanel, tmp_path: Path
) -> None:
    (tmp_path / "report.pdf").write_bytes(PDF)
    panel.filing.ask_file = lambda: tmp_path / "report.pdf"
    gate = Event()
    example.page.view.bench.stage.errands.run(gate.wait, lambda _: None)
    example.press("Add evidence")
    write(example, "Finding", "Seven of ten")
    example.press("Attach a photo or file")
    assert panel.form is not None
    assert panel.form.attached.text() == "Adding report.pdf"
    example.press("Add evidence")
    assert entries_of(example, "evidence") == []
    gate.set()
    fetch(example)
    (made,) = entries_of(example, "evidence")
    assert (made.get("source_ref"), panel.form) == ("report.pdf", None)


@pytest.mark.parametrize("name", ["run.exe", "macro.docm", "gone.pdf"])
def test_what_a_system_would_run_or_is_not_there_is_refused(
    example: Program, panel: EvidencePanel, tmp_path: Path, name: str
) -> None:
    if name != "gone.pdf":
        (tmp_path / name).write_bytes(b"MZ")
    panel.filing.ask_file = lambda: tmp_path / name
    example.press("Add evidence")
    example.press("Attach a photo or file")
    fetch(example)
    assert name in example.page.frame.status.message
    assert example.page.journal.workshop.attachments == {}


def test_evidence_gets_a_file_and_lets_go_of_a_note(
    example: Program,
    panel: EvidencePanel,
    note: Note,
    registers: Mapping[str, Register],
    tmp_path: Path,
) -> None:
    known(example, registers["evidence"], note.content, finding="Seven of ten")
    example.page.view.select([note.id])
    example.settle()
    line = panel.listed.rows[-1].line
    (tmp_path / "photo.png").write_bytes(b"png")
    panel.filing.ask_file = lambda: tmp_path / "photo.png"
    example.choose(panel.menu(line), "Attach a photo or file")
    fetch(example)
    assert len(example.page.journal.workshop.attachments) == 1
    example.choose(panel.menu(line), "Not about this")
    (made,) = entries_of(example, "evidence")
    assert made.get("about") is None


def test_a_decision_about_one_of_two_notes_closes_their_contradiction(
    example: Program, panel: EvidencePanel
) -> None:
    one, other = list(example.page.board.notes)[:2]
    joined = add_link(example.page.board, one, other, LinkKind.CONTRADICTS)
    example.page.journal.commit(joined)
    assert {one, other} in contradictions(example)
    example.page.view.select([one])
    example.press("Decide")
    write(example, "Decision", "The customer is right")
    example.press("Add decision")
    assert {one, other} not in contradictions(example)


def test_every_part_can_be_reached_by_keyboard(example: Program, panel: EvidencePanel) -> None:
    example.press("Add evidence")
    stops = [w for w in panel.findChildren(QWidget) if w.isVisible() and w.focusPolicy().value & 1]
    assert all(stop.accessibleName() for stop in stops)
