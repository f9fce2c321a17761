"""A workshop in which everything occurs that a document has to tell, and what is hard to write; and its documents."""

from __future__ import annotations

from datetime import date
from functools import cache
from io import BytesIO

from canvasapp.domain.board import Workshop
from canvasapp.domain.order import keys_between
from canvasapp.domain.records import (
    Attachment,
    BoardHead,
    Entry,
    Link,
    LinkKind,
    Note,
    NoteKind,
    Party,
    Record,
    SetAside,
    WorkshopHead,
)
from canvasapp.domain.register import Value
from canvasapp.domain.template import Perspective
from canvasapp.export.documents import DOCUMENTS, DocumentOptions
from canvasapp.export.documents.record import Cell, Heading, Line, Table
from canvasapp.export.documents.record import Record as Said
from canvasapp.export.documents.sources import gathered
from canvasapp.export.exporter import go_on
from canvasapp.templates import load_templates

CANVAS = "service-logic-bmc"
BLOCK = "value-proposition"
FORMULA = "=HYPERLINK(1)"
UNWRITABLE = "Bell\x07 and\x1b escape"
LEFTWARDS = "האחות מגיעה הביתה"
LONG = " ".join(f"word{number}" for number in range(1_500))
HARD = (
    "a | b * c_d_ <br> [x](y) `z` # 1",
    "- first\n- second",
    "1. one",
    LEFTWARDS,
    UNWRITABLE,
    LONG,
)
OPTIONS = DocumentOptions(day=date(2026, 5, 1), register="guarantee", author="A. Smith")

PARTIES = (Party("retail", "Retailer & sons", "Re", 1), Party("guest", "Guest", "Gu", 2))


def note(name: str, text: str, view: Perspective | None, question: str | None = None) -> Note:
    block = load_templates()[CANVAS].block(BLOCK)
    room = block.lane(view or Perspective.OUR).room
    place = None if view is None else BLOCK
    x = 20.0 if view is None else room.x
    return Note(name, "board", place, view, question, text, "retail", x, room.y, 80, 60, "")


def entry(
    code: str, register: str, board: str | None = None, of: str | None = None, **values: Value
) -> Entry:
    return Entry(f"entry {code}", board, register, of, code, tuple(sorted(values.items())))


def notes() -> list[Note]:
    our, theirs = Perspective.OUR, Perspective.CUSTOMER
    return [
        note("promise", "A fault is fixed within 48 hours", our, "our-1"),
        note("doubt", "Nobody has ever come in time", theirs, "customer-1"),
        note("formula", FORMULA, our),
        note("beside", "Lies beside the blocks", None),
        *(note(f"hard {at}", text, theirs) for at, text in enumerate(HARD)),
    ]


def entries() -> list[Entry]:
    return [
        entry("G1", "guarantee", "board", "promise", target=92.5, attributable_to="retail"),
        entry("G2", "guarantee", "board", "formula", metric="-1+1", time_limit_min=-5.0),
        entry("M1", "journey_moment", "board", "doubt", matters=True, order=3.0),
        entry("EV1", "evidence", finding="19 of 20", date="2026-04-30", about=("promise",)),
        entry("D1", "decision", what="Start small", why="Little is known", by_role="Sponsor",
              date="2026-05-01", follow_up="Call the fitters", follow_up_owner="guest"),
        entry("A1", "assumption", statement="They will wait", importance=5.0, test="Ask ten",
              evidence_strength=0.0, owner="retail", due="2026-06-01", result="open"),
        entry("A2", "assumption", statement="They will pay", importance=5.0, test="Ask twenty",
              evidence_strength=0.0, result="holds"),
        entry("T1", "go_no_go", "board", metric="Kept", go_if="92 %", no_go_if="80 %",
              agreed_on="2026-05-01"),
        entry("T2", "go_no_go", "board", metric="Cost", go_if="low"),
    ]  # fmt: skip


def records() -> list[Record]:
    head = BoardHead("board", CANVAS, 1, "Our canvas", "Movers", "a0")
    image = Note("photo", "board", None, None, None, "A van", None, 20, 500, 60, 40, "",
                 NoteKind.IMAGE, image="f" * 64)  # fmt: skip
    lying = [*notes(), image]
    piled = [
        Note(**{**{f: getattr(each, f) for f in Note.__slots__}, "z": key})
        for each, key in zip(lying, keys_between(None, None, len(lying)), strict=True)
    ]
    return [
        *PARTIES,
        Attachment("f" * 64, "van.png", "image/png", 10),
        head,
        *piled,
        Link("link", "board", "promise", "doubt", LinkKind.CONTRADICTS),
        SetAside("aside", "board", BLOCK, "customer-2", "Asked again in June"),
        *entries(),
    ]


@cache
def workshop() -> Workshop:
    return Workshop.of(WorkshopHead("w", "Care & repair"), load_templates(), records())


@cache
def written(document_id: str) -> bytes:
    """The workshop as this document."""
    (document,) = (each for each in DOCUMENTS if each.id == document_id)
    stream = BytesIO()
    document.write(workshop(), stream, OPTIONS, go_on)
    return stream.getvalue()


@cache
def said() -> Said:
    """Its record."""
    return gathered(workshop(), OPTIONS, go_on)


def tables(record: Said, title: str) -> list[Table]:
    """The tables under the last heading of this text, down to the next one."""
    found: list[Table] = []
    current = ""
    for element in record.elements:
        match element:
            case Heading(text=text):
                current = text
            case Table() if current == title:
                found.append(element)
    return found


def words(cell: Cell) -> str:
    return "\n".join(line.text for line in cell)


def texts(record: Said) -> list[str]:
    """Every text of it, in order."""
    told: list[str] = []
    for element in record.elements:
        match element:
            case Heading(text=text) | Line(text=text):
                told.append(text)
            case Table(head=head, rows=rows):
                told += head
                told += [line.text for row in rows for cell in row for line in cell]
    return told
