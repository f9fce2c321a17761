"""Writes the record as a PDF of A4 pages, posters among them, by the same writer as any board's."""

from __future__ import annotations

from typing import BinaryIO

from canvasapp.domain.board import Workshop
from canvasapp.export.documents.document import DocumentOptions
from canvasapp.export.documents.pages import pages_of
from canvasapp.export.documents.sources import gathered
from canvasapp.export.exporter import Check, ExportOptions
from canvasapp.export.pdf import write_pdf
from canvasapp.picture.shapes import Picture


def write_record(
    workshop: Workshop, stream: BinaryIO, options: DocumentOptions, check: Check
) -> None:
    record = gathered(workshop, options, check)
    pictures: list[Picture] = []
    for picture in pages_of(record):
        check()
        pictures.append(picture)
    sheet = ExportOptions(
        paper="A4", author=options.author, subject=record.subtitle, images=options.images
    )
    write_pdf(pictures, stream, sheet, check)
