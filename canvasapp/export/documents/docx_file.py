"""Writes the record as a Word file (ECMA-376) with real headings, lists and tables."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import BinaryIO

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.shared import Length, Mm
from docx.table import _Cell as DocxCell
from docx.text.paragraph import Paragraph

from canvasapp.domain.board import Workshop
from canvasapp.export.documents.archive import moment, packed
from canvasapp.export.documents.document import DocumentOptions
from canvasapp.export.documents.docx_styles import (
    AFTER_TABLE,
    QUIET,
    STRONG,
    dress,
    page_number,
    styled,
)
from canvasapp.export.documents.record import (
    Cell,
    Element,
    Heading,
    Line,
    Poster,
    Record,
    Table,
    Tone,
    writable,
)
from canvasapp.export.documents.sources import gathered, poster_png
from canvasapp.export.exporter import Check
from canvasapp.text.paragraphs import reads_right_to_left

TEXT_WIDTH = 170.0
"""Of an A4 page between its margins, in mm."""

STYLES = {
    Tone.PLAIN: "Normal",
    Tone.STRONG: STRONG,
    Tone.QUIET: QUIET,
    Tone.ITEM: "List Bullet",
}


def write_docx(
    workshop: Workshop, stream: BinaryIO, options: DocumentOptions, check: Check
) -> None:
    record = gathered(workshop, options, check)
    document = docx.Document()
    dress(document, record.language)
    _properties(document, record, options)
    _title_page(document, record)
    for element in record.elements:
        check()
        _add(document, element, options, check)
    archive = BytesIO()
    document.save(archive)
    check()
    packed(archive, stream)


def _properties(document: Document, record: Record, options: DocumentOptions) -> None:
    told = document.core_properties
    told.title, told.subject, told.author = record.title, record.subtitle, options.author
    told.language, told.comments, told.revision = record.language, "", 1
    told.created = told.modified = moment(options.day)


def _title_page(document: Document, record: Record) -> None:
    _say(document.add_paragraph(style="Title"), record.title)
    _say(document.add_paragraph(style="Subtitle"), record.subtitle)
    for text in filter(None, (record.day, *record.parties)):
        _say(document.add_paragraph(), text)
    footer = document.sections[0].footer.paragraphs[0]
    _say(footer, f"{record.title}  ·  ")
    page_number(footer)


def _add(document: Document, element: Element, options: DocumentOptions, check: Check) -> None:
    match element:
        case Heading(text, level):
            _say(document.add_paragraph(style=f"Heading {level}"), text)
        case Line():
            _say(document.add_paragraph(style=STYLES[element.tone]), element.text)
        case Table():
            _add_table(document, element)
        case Poster(picture=picture, alt=alt):
            image = BytesIO(poster_png(picture, options, check))
            shape = document.add_picture(image, width=Mm(TEXT_WIDTH))
            shape._inline.docPr.set("descr", writable(alt))


def _add_table(document: Document, table: Table) -> None:
    ids = {tone: styled(document, name).style_id for tone, name in STYLES.items()}
    widths = [Mm(TEXT_WIDTH * share) for share in table.widths]
    made = document.add_table(len(table.rows) + 1, len(table.head), style="Table Grid")
    made.autofit = False
    for column, width in zip(made.columns, widths, strict=True):
        column.width = width
    rows = made._tbl.tr_lst  # python-docx looks up each row and cell again and again
    rows[0].get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    head = tuple((Line(text, Tone.STRONG),) for text in table.head)
    for row, cells in zip(rows, (head, *table.rows), strict=True):
        for at, lines in enumerate(cells):
            _fill(DocxCell(row.tc_lst[at], made), lines, ids, widths[at])
    document.add_paragraph(style=AFTER_TABLE)


def _fill(cell: DocxCell, lines: Cell, ids: Mapping[Tone, str], width: Length) -> None:
    """A cell has a paragraph from the beginning, and one behind each line."""
    cell.width = width
    for number, line in enumerate(lines):
        paragraph = cell.add_paragraph() if number else cell.paragraphs[0]
        paragraph._p.style = ids[line.tone]
        _say(paragraph, line.text)


def _say(paragraph: Paragraph, text: str) -> None:
    run = paragraph.add_run(writable(text))
    if reads_right_to_left(text):
        paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
        run.font.rtl = True
