"""The chapters of a record about what is known and decided: the registers, row by row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from canvasapp.domain.assumptions import ASSUMPTION, cell_of, is_risky
from canvasapp.domain.entries import Row
from canvasapp.domain.register import Register
from canvasapp.domain.thresholds import AGREED_ON, THRESHOLDS, is_agreed
from canvasapp.domain.trace import DECISION, EVIDENCE
from canvasapp.export.documents.record import Cell, Element, Heading, Line, Table, Tone, in_one_line
from canvasapp.export.documents.said import Told

CODE_WIDTH = 0.09
NOT_AGREED = "Open: not agreed yet"
RISKY = "To be tested first"
UNDONE = ("", "open", "unclear")
"""What the result of a test says while nothing is settled."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a chapter: the fields that stand in it and its share of the page."""

    head: str
    fields: tuple[str, ...]
    width: float


@dataclass(frozen=True, slots=True)
class Chapter:
    """A register that has a chapter of its own."""

    register: str
    title: str
    columns: tuple[Column, ...]


CHAPTERS = (
    Chapter(
        EVIDENCE,
        "Evidence",
        (
            Column("Finding", ("finding",), 0.26),
            Column("How known", ("type", "method", "verdict", "strength"), 0.19),
            Column("Source", ("source_ref", "date"), 0.16),
            Column("About", ("about",), 0.3),
        ),
    ),
    Chapter(
        DECISION,
        "Decisions",
        (
            Column("Decision", ("what",), 0.2),
            Column("Reason", ("why", "alternatives"), 0.24),
            Column("Owner", ("by_role",), 0.125),
            Column("Date", ("date",), 0.13),
            Column("About", ("about",), 0.215),
        ),
    ),
    Chapter(
        ASSUMPTION,
        "Assumptions",
        (
            Column("Assumption", ("statement", "type"), 0.23),
            Column("Standing", ("importance", "evidence_strength", "result"), 0.19),
            Column("Test", ("test", "pass_if"), 0.2),
            Column("Owner", ("owner", "due"), 0.14),
            Column("About", ("about",), 0.15),
        ),
    ),
    Chapter(
        THRESHOLDS,
        "Go, adjust and no-go",
        (
            Column("Criterion", ("criterion", "metric"), 0.26),
            Column("Go if", ("go_if",), 0.16),
            Column("No-go if", ("no_go_if",), 0.16),
            Column("Today", ("actual", "verdict"), 0.15),
            Column("State", (), 0.18),
        ),
    ),
)
"""In the order of the record. What lies between go and no-go is adjust."""


def register_chapter(told: Told) -> Iterator[Element]:
    """The entries of each register that has some, but for those with chapters of their own."""
    apart = {chapter.register for chapter in CHAPTERS}
    used = [each for each in told.registers.values() if told.rows(each.id)]
    shown = [register for register in used if register.id not in apart]
    if shown:
        yield Heading("Registers", 1)
    for register in shown:
        yield Heading(register.plural[:1].upper() + register.plural[1:], 2)
        yield _table_of(told, register)


def entry_chapter(told: Told, chapter: Chapter) -> Iterator[Element]:
    """One of `CHAPTERS`, when the workshop has such entries."""
    register, rows = told.registers.get(chapter.register), told.rows(chapter.register)
    if register is None or not rows:
        return
    yield Heading(chapter.title, 1)
    known = {field.id for field in register.fields}
    columns = [(x, [f for f in x.fields if f in known]) for x in chapter.columns]
    yield Table(
        ("Code", *(column.head for column in chapter.columns)),
        (CODE_WIDTH, *(column.width for column in chapter.columns)),
        tuple(
            (_code(row), *(_cell(told, register, row, c, fields) for c, fields in columns))
            for row in rows
        ),
    )


def _table_of(told: Told, register: Register) -> Table:
    rows = []
    for row in told.rows(register.id):
        fields = [field for field in register.fields if field.id != register.main]
        main = _said(told, register, row)
        rows.append((_code(row), main, _details(told, register, row, [f.id for f in fields])))
    return Table(("Code", register.title, "In detail"), (CODE_WIDTH, 0.41, 0.5), tuple(rows))


def _said(told: Told, register: Register, row: Row) -> Cell:
    main = told.words(register, row, register.field(register.main)) if register.main else ""
    where = in_one_line(row.board.head.title) if row.board else ""
    return (*_lines(main), *([Line(where, Tone.QUIET)] if where else []))


def _details(told: Told, register: Register, row: Row, fields: list[str]) -> Cell:
    """The other fields with their labels, and what is missing."""
    lacking = told.missing(register, row)
    absent = (Line(f"Missing: {', '.join(lacking)}", Tone.QUIET),) if lacking else ()
    return (*_labelled(told, register, row, fields), *absent)


def _labelled(told: Told, register: Register, row: Row, fields: list[str]) -> Iterator[Line]:
    for field in map(register.field, fields):
        said = told.words(register, row, field)
        if said:
            yield Line(f"{field.label}: {said.replace(chr(10), '; ')}")


def _cell(told: Told, register: Register, row: Row, column: Column, fields: list[str]) -> Cell:
    if not column.fields:
        return _state(row)
    first, *others = fields or [""]
    said = told.words(register, row, register.field(first)) if first else ""
    if len(column.fields) > 1 and first not in {register.main, "owner", "why", "test"}:
        return tuple(_labelled(told, register, row, fields))
    flag = _flag(row) if first == register.main else ()
    return (*_lines(said), *flag, *_labelled(told, register, row, others))


def _flag(row: Row) -> Cell:
    untested = row.entry.register == ASSUMPTION and (row.entry.get("result") or "") in UNDONE
    risky = untested and is_risky(cell_of(row.entry))
    return (Line(RISKY, Tone.STRONG),) if risky else ()


def _state(row: Row) -> Cell:
    if is_agreed(row.entry):
        return (Line(f"Locked: agreed on {row.entry.get(AGREED_ON)}"),)
    return (Line(NOT_AGREED, Tone.QUIET),)


def _code(row: Row) -> Cell:
    return (Line(row.entry.code, Tone.STRONG),)


def _lines(text: str) -> Cell:
    """One is said plainly, several are a list."""
    lines = [each for each in text.split("\n") if each.strip()]
    tone = Tone.ITEM if len(lines) > 1 else Tone.PLAIN
    return tuple(Line(each, tone) for each in lines)
