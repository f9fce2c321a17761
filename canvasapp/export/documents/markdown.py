"""Writes the record as Markdown (CommonMark with the tables of GitHub's); posters are in the file, at its end."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from typing import BinaryIO

from canvasapp.domain.board import Workshop
from canvasapp.export.documents.document import DocumentOptions
from canvasapp.export.documents.record import (
    Cell,
    Element,
    Heading,
    Line,
    Poster,
    Record,
    Table,
    Tone,
)
from canvasapp.export.documents.sources import gathered, poster_png
from canvasapp.export.exporter import Check

_SIGNS = re.compile(r"([\\`*_\[\]<>|#~&])")
_OPENING = re.compile(r"^(\s*)([-+=]|\d{1,9}[.)])", re.MULTILINE)
"""What begins a list or underlines a heading at the start of a line."""


def write_markdown(
    workshop: Workshop, stream: BinaryIO, options: DocumentOptions, check: Check
) -> None:
    record = gathered(workshop, options, check)
    stream.write("\n\n".join(_blocks(record)).encode())
    for number, poster in enumerate(_posters(record), 1):
        image = b64encode(poster_png(poster.picture, options, check))
        stream.write(f"\n\n[poster-{number}]: data:image/png;base64,".encode() + image)
    stream.write(b"\n")


def escaped(text: str) -> str:
    """The text so that Markdown shows it as it is."""
    return _OPENING.sub(_escape_opening, _SIGNS.sub(r"\\\1", text))


def _escape_opening(found: re.Match[str]) -> str:
    space, sign = found.groups()
    return f"{space}{sign[:-1]}\\{sign[-1]}"


def _posters(record: Record) -> list[Poster]:
    return [each for each in record.elements if isinstance(each, Poster)]


def _blocks(record: Record) -> Iterator[str]:
    yield f"# {escaped(record.title)}"
    parties = escaped(", ".join(record.parties))
    yield "  \n".join(filter(None, [f"**{record.subtitle}**", record.day, parties]))
    number = 0
    for element in record.elements:
        number += isinstance(element, Poster)
        yield _block(element, number)


def _block(element: Element, number: int) -> str:
    match element:
        case Heading(text, level):
            return f"{'#' * (level + 1)} {escaped(text)}"
        case Line():
            return _line(element, "  \n")
        case Table():
            return "\n".join(_table(element))
        case Poster(alt=alt):
            return f"![{escaped(alt)}][poster-{number}]"


def _line(line: Line, newline: str) -> str:
    text = escaped(line.text).replace("\n", newline)
    match line.tone:
        case Tone.STRONG:
            return f"**{text}**"
        case Tone.QUIET:
            return f"*{text}*"
        case Tone.ITEM:
            return f"- {text}" if newline != "<br>" else f"• {text}"
    return text


def _table(table: Table) -> Iterator[str]:
    yield _row([escaped(each) for each in table.head])
    yield _row(["---"] * len(table.head))
    for row in table.rows:
        yield _row([_cell(each) for each in row])


def _cell(cell: Cell) -> str:
    return "<br>".join(_line(line, "<br>") for line in cell)


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
