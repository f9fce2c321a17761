"""Writes the registers as an Excel file: a sheet for each, with typed cells, a head that stays and a filter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import BinaryIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from canvasapp.domain.board import Workshop
from canvasapp.export.documents.archive import moment, packed
from canvasapp.export.documents.document import DocumentOptions
from canvasapp.export.documents.record import in_one_line
from canvasapp.export.documents.registers import Datum, Sheet, sheets
from canvasapp.export.documents.said import in_words
from canvasapp.export.exporter import Check

LONGEST_CELL, LONGEST_NAME = 32_767, 31
"""Characters that Excel takes."""

NARROWEST, WIDEST = 8, 60
"""Column widths in characters."""

_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")


def write_xlsx(
    workshop: Workshop, stream: BinaryIO, options: DocumentOptions, check: Check
) -> None:
    archive = BytesIO()
    asked = sheets(workshop, options)
    with Workbook(archive, {"in_memory": True}) as book:
        book.set_properties(
            {
                "title": in_one_line(workshop.head.title),
                "author": options.author,
                "created": moment(options.day),
            }
        )
        looks = _Looks(book)
        for sheet, name in zip(asked, _names(asked), strict=True):
            check()
            _write(book.add_worksheet(name), sheet, looks)
    check()
    packed(archive, stream)


class _Looks:
    """The formats that cells have."""

    def __init__(self, book: Workbook) -> None:
        top = {"valign": "top"}
        self.head: Format = book.add_format(
            {**top, "bold": True, "bg_color": "#EDECE8", "bottom": 1, "text_wrap": True}
        )
        self.text: Format = book.add_format({**top, "text_wrap": True, "num_format": "@"})
        self.plain: Format = book.add_format(top)
        self.day: Format = book.add_format({**top, "num_format": "yyyy-mm-dd", "align": "left"})


def _names(asked: list[Sheet]) -> Iterator[str]:
    """The names of the sheets as Excel takes them: short, without some signs, and no two alike."""
    taken: set[str] = set()
    for sheet in asked:
        bare = _FORBIDDEN.sub("-", sheet.title).strip("'")[:LONGEST_NAME]
        name, number = bare, 2
        while name.lower() in taken:
            ending = f" {number}"
            name, number = bare[: LONGEST_NAME - len(ending)] + ending, number + 1
        taken.add(name.lower())
        yield name


def _write(page: Worksheet, sheet: Sheet, looks: _Looks) -> None:
    for column, label in enumerate(sheet.head):
        page.write_string(0, column, label, looks.head)
        page.set_column(column, column, _width(sheet, column))
    for number, row in enumerate(sheet.rows, 1):
        for column, datum in enumerate(row):
            _put(page, number, column, datum, looks)
    page.freeze_panes(1, 1)
    page.autofilter(0, 0, len(sheet.rows), len(sheet.head) - 1)


def _put(page: Worksheet, row: int, column: int, datum: Datum, looks: _Looks) -> None:
    """A text is written as text, whatever it begins with."""
    match datum:
        case None:
            return
        case bool():
            page.write_boolean(row, column, datum, looks.plain)
        case float() | int():
            page.write_number(row, column, datum, looks.plain)
        case date():
            page.write_datetime(row, column, datum, looks.day)
        case str():
            page.write_string(row, column, _held(datum), looks.text)


def _held(text: str) -> str:
    return text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - 1] + "…"


def _width(sheet: Sheet, column: int) -> int:
    """As wide as the longest line in it, within bounds."""
    texts = [sheet.head[column], *(_text(row[column]) for row in sheet.rows)]
    longest = max(len(line) for text in texts for line in text.split("\n"))
    return min(max(longest + 2, NARROWEST), WIDEST)


def _text(datum: Datum) -> str:
    return datum.isoformat() if isinstance(datum, date) else in_words(datum)
