"""The order of a record: which chapters a workshop's record has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from canvasapp.domain.answers import tally
from canvasapp.domain.board import Board, Workshop
from canvasapp.domain.register import Register
from canvasapp.export.documents.canvas_chapters import canvas_chapter
from canvasapp.export.documents.closing_chapters import (
    Findings,
    check_chapter,
    gap_chapter,
    step_chapter,
)
from canvasapp.export.documents.entry_chapters import CHAPTERS, entry_chapter, register_chapter
from canvasapp.export.documents.record import Element, Heading, Line, Record, Table, in_one_line
from canvasapp.export.documents.said import Told
from canvasapp.export.documents.session_chapters import log_chapter, vote_chapter
from canvasapp.picture.shapes import Picture

SUBTITLE = "Workshop record"
UNTITLED = "Workshop"


@dataclass(frozen=True, slots=True)
class Given:
    """What the chapters are made of. `pictures` and `findings` are by the ids of boards."""

    told: Told
    findings: Findings
    pictures: Mapping[str, Picture]

    @property
    def boards(self) -> list[Board]:
        return self.told.workshop.boards_in_order()


def record_of(
    workshop: Workshop,
    registers: Mapping[str, Register],
    findings: Findings,
    pictures: Mapping[str, Picture],
    day: str = "",
) -> Record:
    """The whole record; `day` is when the workshop was held, as ISO 8601. A board without a picture has no poster."""
    given = Given(Told(workshop, registers), findings, pictures)
    elements = chain.from_iterable(chapter(given) for chapter in ORDER)
    language = next((board.template.language for board in given.boards), "en")
    title = in_one_line(workshop.head.title) or UNTITLED
    parties = tuple(in_one_line(party.name) for party in workshop.parties_in_order())
    return Record(title, SUBTITLE, day, parties, language, tuple(elements))


def _overview(given: Given) -> Iterator[Element]:
    yield Heading("Overview", 1)
    parties = given.told.workshop.parties_in_order()
    if parties:
        yield Heading("Parties", 2)
        yield Table(
            ("Initials", "Party", "Kind"),
            (0.12, 0.58, 0.3),
            tuple(
                tuple(
                    (Line(text),) if text else ()
                    for text in (in_one_line(p.initials), in_one_line(p.name), p.kind or "")
                )
                for p in parties
            ),
        )
    if given.boards:
        yield Heading("Canvases", 2)
        head = ("Canvas", "Notes", "Questions answered", "Open checks")
        rows = tuple(_figures(board, given.findings) for board in given.boards)
        yield Table(head, (0.4, 0.15, 0.25, 0.2), rows)


def _figures(board: Board, findings: Findings) -> tuple[tuple[Line, ...], ...]:
    asked = tally(board)
    still_open = sum(1 for each in findings.get(board.id, ()) if each.waiver is None)
    answered = f"{asked.answered} of {asked.asked}"
    title = in_one_line(board.head.title)
    return tuple((Line(str(each)),) for each in (title, len(board.notes), answered, still_open))


def _canvases(given: Given) -> Iterator[Element]:
    for board in given.boards:
        yield from canvas_chapter(board, given.pictures.get(board.id))


def _entries(given: Given) -> Iterator[Element]:
    yield from register_chapter(given.told)
    for chapter in CHAPTERS:
        yield from entry_chapter(given.told, chapter)


def _gaps(given: Given) -> Iterator[Element]:
    yield from gap_chapter(given.boards)


def _checks(given: Given) -> Iterator[Element]:
    yield from check_chapter(given.boards, given.findings)


def _steps(given: Given) -> Iterator[Element]:
    yield from step_chapter(given.told)


def _votes(given: Given) -> Iterator[Element]:
    yield from vote_chapter(given.told.workshop)


def _log(given: Given) -> Iterator[Element]:
    yield from log_chapter(given.told.workshop)


ORDER = (_overview, _canvases, _entries, _votes, _gaps, _checks, _steps, _log)
"""The chapters of a record, one after the other."""
