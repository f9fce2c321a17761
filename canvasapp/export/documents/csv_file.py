"""Writes one register as CSV (RFC 4180) for spreadsheets, which no text can make calculate."""

from __future__ import annotations

import csv
from datetime import date
from io import StringIO
from typing import BinaryIO

from canvasapp.domain.board import Workshop
from canvasapp.export.documents.document import DocumentOptions
from canvasapp.export.documents.registers import Datum, sheets
from canvasapp.export.documents.said import in_words
from canvasapp.export.exporter import Check, ExportError

BEGINNINGS = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so is taken for a formula; with an apostrophe before it, it is text."""


def write_csv(workshop: Workshop, stream: BinaryIO, options: DocumentOptions, check: Check) -> None:
    """In UTF-8 with a byte order mark: without it Excel takes the text for that of the computer's old code page."""
    if options.register is None:
        raise ExportError("A CSV file holds one register: choose which, or write an Excel file.")
    (sheet,) = sheets(workshop, options)
    text = StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(sheet.head)
    for row in sheet.rows:
        check()
        writer.writerow([cell(datum) for datum in row])
    stream.write(text.getvalue().encode("utf-8-sig"))


def cell(datum: Datum) -> str:
    """A value as it stands in the file; numbers with a point, days as ISO 8601."""
    match datum:
        case str():
            return f"'{datum}" if datum.startswith(BEGINNINGS) else datum
        case date():
            return datum.isoformat()
    return in_words(datum)
