"""The last chapters of a record: where the two views part, what checks say, and what is to be done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from canvasapp.checks import Finding
from canvasapp.domain.assumptions import ASSUMPTION
from canvasapp.domain.board import Board
from canvasapp.domain.check import Severity
from canvasapp.domain.entries import Row
from canvasapp.domain.gaps import Gaps, gaps_of
from canvasapp.domain.register import Register
from canvasapp.domain.trace import DECISION
from canvasapp.export.documents.entry_chapters import CODE_WIDTH, UNDONE
from canvasapp.export.documents.record import (
    Element,
    Heading,
    Line,
    Table,
    Tone,
    in_one_line,
    legible,
)
from canvasapp.export.documents.said import Told
from canvasapp.picture.block_picture import LABELS
from canvasapp.picture.gap_page import said_of

SEVERITIES = {Severity.ERROR: "Errors", Severity.WARNING: "Warnings", Severity.INFO: "Hints"}
WHOLE_BOARD = "The whole canvas"
Findings = Mapping[str, Sequence[Finding]]
"""The findings of each board that are not ignored, by its id."""


@dataclass(frozen=True, slots=True)
class Step:
    """Where a register says what is to be done, by whom and until when; not once the field `done` settles it."""

    register: str
    action: str
    owner: str
    due: str = ""
    done: str = ""


STEPS = (
    Step(DECISION, "follow_up", "follow_up_owner"),
    Step(ASSUMPTION, "test", "owner", "due", "result"),
    Step("phase", "deliverable", "owner", "day_to"),
)


def gap_chapter(boards: Sequence[Board]) -> Iterator[Element]:
    """Board by board what is seen from one side only, and the notes that contradict each other."""
    yield Heading("Where the views part", 1)
    for board in boards:
        gaps = gaps_of(board)
        yield Heading(in_one_line(board.head.title), 2)
        yield Line(said_of(gaps))
        for one in gaps.one_sided:
            missing = LABELS[one.missing]
            yield Line(f"{one.block.number}  {one.block.title}: no {missing.lower()}", Tone.ITEM)
        if gaps.pairs:
            yield _pairs(gaps)


def _pairs(gaps: Gaps) -> Table:
    rows = tuple(
        (
            (Line(pair.letter, Tone.STRONG),),
            (Line(legible(pair.first.text)),),
            (Line(legible(pair.second.text)),),
        )
        for pair in gaps.pairs
    )
    return Table(("Pair", "One note", "contradicts another"), (0.08, 0.46, 0.46), rows)


def check_chapter(boards: Sequence[Board], findings: Findings) -> Iterator[Element]:
    """What is found on the boards, the gravest first."""
    yield Heading("Open checks", 1)
    if not any(findings.values()):
        yield Line("Nothing is open.")
    for severity, title in SEVERITIES.items():
        rows = [
            ((Line(in_one_line(board.head.title)),), (Line(place),), (Line(message),))
            for board in boards
            for place, message in _found(board, findings.get(board.id, ()), severity)
        ]
        if rows:
            yield Heading(f"{title}: {len(rows)}", 2)
            yield Table(("Canvas", "Block", "What is open"), (0.22, 0.22, 0.56), tuple(rows))


def _found(
    board: Board, findings: Sequence[Finding], severity: Severity
) -> Iterator[tuple[str, str]]:
    titles = {block.id: f"{block.number}  {block.title}" for block in board.template.blocks}
    for finding in findings:
        if finding.severity is severity and finding.waiver is None:
            yield titles.get(finding.block or "", WHOLE_BOARD), legible(finding.message)


def step_chapter(told: Told) -> Iterator[Element]:
    """What is to be done next, wherever a register says so."""
    said = [each for step in STEPS for each in _steps(told, step)]
    yield Heading("Next steps", 1)
    if said:
        rows = [tuple((Line(each),) if each else () for each in step) for step in said]
        head, widths = ("From", "What", "Who", "Until"), (CODE_WIDTH, 0.56, 0.2, 0.15)
        yield Table(head, widths, tuple(rows))
    else:
        yield Line("No decision, assumption or phase says yet what is to be done.")


def _steps(told: Told, step: Step) -> Iterator[tuple[str, ...]]:
    register = told.registers.get(step.register)
    if register is not None:
        found = (_step(told, register, row, step) for row in told.rows(register.id))
        yield from (each for each in found if each)


def _step(told: Told, register: Register, row: Row, step: Step) -> tuple[str, ...]:
    """Code, action, owner and time; nothing when nothing is to be done."""
    known = {field.id: field for field in register.fields}
    action, owner, due, done = (
        told.words(register, row, known[each]) if each in known else ""
        for each in (step.action, step.owner, step.due, step.done)
    )
    until = f"Day {due}" if step.due == "day_to" and due else due
    return (row.entry.code, action, owner, until) if action and done in UNDONE else ()
