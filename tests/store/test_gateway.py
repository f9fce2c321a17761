"""What a workshop file may not hold is refused twice: by the gateway, and by the tables themselves."""

from __future__ import annotations

import json
import math
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import fields, replace
from pathlib import Path

import pytest
from sqlalchemy import CheckConstraint, Table
from sqlmodel import SQLModel

from canvasapp.domain.change import Change, Edit
from canvasapp.domain.records import (
    Attachment,
    BoardHead,
    Entry,
    Link,
    NoteKind,
    NoteStatus,
    Party,
    PartyKind,
    Record,
    Seen,
    SetAside,
    Waiver,
    WorkshopHead,
)
from canvasapp.domain.session import (
    Dots,
    Event,
    LogLine,
    Plan,
    PlanStep,
    SealedBlock,
    Session,
    Tick,
    VoteRound,
    Wall,
)
from canvasapp.edits.journal import Journal
from canvasapp.store import WorkshopStore
from canvasapp.store.database import connect
from canvasapp.store.errors import InvalidRecordError
from canvasapp.store.migrations import migrate
from canvasapp.store.rows import KINDS, Kind
from tests.store.desk import TEMPLATES, contents
from tests.unit.canvas_file import own_canvas, small_file
from tests.unit.small_canvas import TELECOM, link, note

HEAD = WorkshopHead("w", "Workshop")
BOARD = BoardHead("b1", "small", 3, "Board", "", "a0")
ENTRY = Entry("e1", "b1", "guarantee", "n1", "G1", (("feasible", True), ("target", 7.5)))
ASIDE = SetAside("a1", "b1", "tall", "why", "Known.")
WAIVER = Waiver("i1", "b1", "too-long", "n1", "")
CANVAS = own_canvas()
STEP = PlanStep("s1", "Reveal", 60, block="tall", needs=("timer",), hides=True)
PLAN = Plan("p1", "b1", "Ours", (STEP, replace(STEP, id="s2", skipped=True)))
NINE = "2024-05-06T09:00:00.000+00:00"
SESSION = Session("s1", "b1", None, "step/1", Wall.BLOCK, "tall", NINE, 60.0, NINE, hides=True)
LINE = LogLine("o1", "s1", 1, NINE, Event.STEP_ENDED, "b1", "step/1", "Reveal", 7, 12.5)
ROUND = VoteRound("r1", "b1", 1, "Riskiest", 3, 8, ("telecom",), shown=True)
DOTS = Dots("d1", "b1", "r1", "n1", None, 2)
PICTURE = Attachment("0" * 64, "tea.png", "image/png", 3)


@pytest.fixture
def tables(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(connect(tmp_path / "tables")) as connection:
        migrate(connection)
        yield connection


def kind_named(name: str) -> Kind:
    return next(kind for kind in KINDS if kind.name == name)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_field_of_a_record_has_a_column(kind: Kind) -> None:
    assert [field.name for field in fields(kind.record)] == [c.name for c in kind.table.columns]


@pytest.mark.parametrize("table", SQLModel.metadata.sorted_tables, ids=lambda table: table.name)
def test_the_migrations_make_the_tables_that_are_written_to(
    tables: sqlite3.Connection, table: Table
) -> None:
    made = tables.execute(f"PRAGMA table_info({table.name})").fetchall()
    assert [
        (name, kind, bool(required), bool(key)) for _, name, kind, required, _, key in made
    ] == [
        (column.name, str(column.type), not column.nullable, column.primary_key)
        for column in table.columns
    ]
    references = tables.execute(f"PRAGMA foreign_key_list({table.name})").fetchall()
    assert {(row[3], row[2], row[4]) for row in references} == {
        (key.parent.name, key.column.table.name, key.column.name) for key in table.foreign_keys
    }


@pytest.mark.parametrize("table", SQLModel.metadata.sorted_tables, ids=lambda table: table.name)
def test_the_migrations_make_every_rule_and_index(tables: sqlite3.Connection, table: Table) -> None:
    (made,) = tables.execute(
        "SELECT sql FROM sqlite_schema WHERE name = ?", (table.name,)
    ).fetchone()
    rules = {str(rule.sqltext) for rule in table.constraints if isinstance(rule, CheckConstraint)}
    assert {rule for rule in rules if f"CHECK ({rule})" not in made} == set()
    assert made.count("CHECK") == len(rules)
    assert made.rstrip().endswith("STRICT")
    indexes = tables.execute(f"PRAGMA index_list({table.name})").fetchall()
    assert {row[1] for row in indexes if row[3] == "c"} == {index.name for index in table.indexes}


BAD = {
    "no id": note(""),
    "an id that is too long": note("n" * 65),
    "text that is too long": note(text="x" * 100_001),
    "text with a zero byte": note(text="be\0fore"),
    "text with half a character": note(text="\ud83e"),
    "no number": note(x=math.nan),
    "beyond all bounds": note(y=math.inf),
    "too far": note(x=-1_000_001),
    "no width": note(w=0),
    "a negative height": note(h=-1),
    "no place in the pile": note(z=""),
    "a place in the pile that is none": note(z="a!"),
    "an unknown perspective": note(perspective="theirs"),
    "an unknown kind of note": note(kind="banner"),
    "a group that is not named": note(group=""),
    "neither locked nor not": note(locked=2),
    "a slot under 1": replace(TELECOM, slot=0),
    "a title that is too long": replace(HEAD, title="x" * 1001),
    "an id that is no folder's name": replace(HEAD, id="../w"),
    "an unknown kind": Link("l", "b1", "n1", "n2", "likes"),  # type: ignore[arg-type]
    "an attachment that is no digest": replace(PICTURE, id="tea"),
    "a negative size": replace(PICTURE, size=-1),
    "an unknown status": note(status="hoped"),
    "an empty tag": note(tags=("",)),
    "tags that are no list": note(tags="{}"),
    "tags that are nested too deeply": note(tags="[" * 10_000),
    "an unknown kind of party": replace(TELECOM, kind="rival"),  # type: ignore[arg-type]
    "no code": replace(ENTRY, code=""),
    "a value that says nothing": replace(ENTRY, values=(("finding", ""),)),
    "a list without items": replace(ENTRY, values=(("about", ()),)),
    "a value that is no number": replace(ENTRY, values=(("target", math.nan),)),
    "fields out of order": replace(ENTRY, values=(("b", "1"), ("a", "2"))),
    "a field twice": replace(ENTRY, values=(("a", "1"), ("a", "2"))),
    "a question of no block": replace(ASIDE, block=""),
    "a finding of no check": replace(WAIVER, check=""),
    "a canvas without a name": replace(CANVAS, id=""),
    "a canvas that is none": replace(CANVAS, file="{}"),  # type: ignore[arg-type]
    "a canvas that is no text": replace(CANVAS, file=7),  # type: ignore[arg-type]
    "no board": replace(BOARD, template=""),
    "a note that is seen by chance": note(seen="rarely"),
    "a plan without steps": replace(PLAN, steps=()),
    "two steps of one id": replace(PLAN, steps=(STEP, STEP)),
    "a step that takes no time": replace(PLAN, steps=(replace(STEP, seconds=0),)),
    "a step that takes days": replace(PLAN, steps=(replace(STEP, seconds=100_000),)),
    "more steps than anybody takes": replace(
        PLAN, steps=tuple(replace(STEP, id=str(at)) for at in range(501))
    ),
    "a step that shows nothing known": replace(PLAN, steps=(replace(STEP, wall="a film"),)),  # type: ignore[arg-type]
    "steps that are none": replace(PLAN, steps='[{"id":"s"}]'),  # type: ignore[arg-type]
    "steps that are no list": replace(PLAN, steps='{"id":"s"}'),  # type: ignore[arg-type]
    "a timer that has run over": replace(SESSION, left=-1.0),
    "a timer without end": replace(SESSION, left=math.inf),
    "a moment that is none": replace(SESSION, began="yesterday"),
    "a moment somewhere else": replace(SESSION, ends="2024-05-06T09:00:00+02:00"),
    "a line before the first": replace(LINE, number=0),
    "something that does not happen": replace(LINE, event="slept"),  # type: ignore[arg-type]
    "a round without dots": replace(ROUND, dots=0),
    "a round of too many": replace(ROUND, voters=1_001),
    "a count of nothing": replace(DOTS, count=0),
    "more dots than can be": replace(DOTS, count=1_000_001),
    "a finished block without a name": SealedBlock("x1", "b1", ""),
    "a tick at no time": Tick("day-1", "soon"),
}


@pytest.mark.parametrize("record", BAD.values(), ids=BAD.keys())
def test_the_gateway_refuses(record: Record) -> None:
    kind = next(kind for kind in KINDS if kind.record is type(record))
    with pytest.raises(InvalidRecordError, match=f"of a {kind.name} can not be stored"):
        kind.rows([record])


@pytest.mark.parametrize(
    "record",
    [
        HEAD,
        CANVAS,
        BOARD,
        TELECOM,
        PICTURE,
        note(),
        note(kind=NoteKind.IMAGE, group="g1", locked=True, image=PICTURE.id),
        note(status=NoteStatus.IDEA, tags=("warm", '日本 "so"'), shared="s1"),
        replace(TELECOM, kind=PartyKind.PARTNER),
        ENTRY,
        replace(ENTRY, board=None, note=None, values=(("about", ("n1", "e2")), ("words", "2"))),
        ASIDE,
        WAIVER,
        link("l1", "n1", "n2"),
        note(seen=Seen.PRIVATE),
        PLAN,
        SESSION,
        replace(SESSION, plan="p1", block=None, ends=None),
        LINE,
        replace(LINE, seq=None, left=None),
        ROUND,
        replace(ROUND, parties=(), is_open=False),
        DOTS,
        SealedBlock("x1", "b1", "tall"),
        Tick("day-1", NINE),
    ],
    ids=lambda record: f"{type(record).__name__} {record.id}",
)
def test_the_gateway_lets_pass_unchanged(record: Record) -> None:
    kind = next(kind for kind in KINDS if kind.record is type(record))
    assert kind.records(kind.rows([record])) == [record]


def test_the_refusal_names_the_field() -> None:
    with pytest.raises(InvalidRecordError, match=r"^The w of a note can not be stored: "):
        kind_named("note").rows([note(), note(w=0)])


def test_a_refused_canvas_says_what_is_wrong_with_it() -> None:
    content = small_file() | {"version": 0}
    with pytest.raises(InvalidRecordError, match=r"version is 0\. write a number from 1 to"):
        kind_named("canvas").records([("sixth@0", json.dumps(content))])


def test_a_canvas_is_kept_as_it_was_written() -> None:
    assert kind_named("canvas").rows([CANVAS]) == [("sixth@1", CANVAS.file.text)]


def test_the_same_values_are_always_written_alike() -> None:
    (row,) = kind_named("entry").rows([ENTRY])
    assert row[-1] == '{"feasible":true,"target":7.5}'
    otherwise = '{"target": 7.50, "feasible" : true}'
    (read,) = kind_named("entry").records([(*row[:-1], otherwise)])
    assert kind_named("entry").rows([read]) == [row]


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("x", math.inf),
        ("x", math.nan),
        ("x", "far"),
        ("w", 0.0),
        ("h", -4.0),
        ("text", "x" * 100_001),
        ("text", b"bytes"),
        ("z", ""),
        ("perspective", "theirs"),
        ("perspective", None),
        ("block", None),
        ("kind", "banner"),
        ("kind", "image"),
        ("kind", None),
        ("locked", 2),
        ("locked", None),
        ("status", "hoped"),
        ("tags", "bread"),
        ("tags", None),
        ("seen", "rarely"),
        ("seen", None),
    ],
)
def test_the_tables_refuse_by_themselves(
    tables: sqlite3.Connection, column: str, value: object
) -> None:
    tables.execute("INSERT INTO board VALUES ('b1', 'small', 3, '', '', 'a0')")
    columns = "id, board, block, perspective, text, x, y, w, h, z, kind, locked, tags, seen"
    row = ("n1", "b1", "tall", "our", "", 0.0, 0.0, 1.0, 1.0, "a0", "note", 0, "[]", "shown")
    places = ", ".join("?" * len(row))
    tables.execute(f"INSERT INTO note ({columns}) VALUES ({places})", row)
    with pytest.raises(sqlite3.IntegrityError):
        tables.execute(f"UPDATE note SET {column} = ?", (value,))


@pytest.mark.parametrize(
    "record",
    [
        note("n9", party="nobody"),
        note("n9", block=None),
        note("n9", image="2" * 64),
        note("n9", kind=NoteKind.IMAGE),
        link("l9", "n1", "nothing"),
        Attachment("1" * 64, "lost.png", "image/png", 1),
    ],
    ids=[
        "a party that is not there",
        "a perspective off the blocks",
        "a picture that is not there",
        "an image without a picture",
        "a link to nothing",
        "no content",
    ],
)
def test_an_edit_that_breaks_a_rule_changes_nothing(
    store: WorkshopStore, journal: Journal, record: Record
) -> None:
    before = contents(journal.workshop)
    with pytest.raises(InvalidRecordError):
        journal.commit(Edit("Add", (Change(None, note("n8")), Change(None, record))))
    assert contents(store.load(TEMPLATES)) == contents(journal.workshop) == before


def test_removing_a_party_that_has_notes_is_refused(store: WorkshopStore, journal: Journal) -> None:
    telecom: Party = journal.workshop.parties["telecom"]
    with pytest.raises(InvalidRecordError):
        journal.commit(Edit("Remove party", (Change(telecom, None),)))
    assert store.load(TEMPLATES).parties["telecom"] == telecom
