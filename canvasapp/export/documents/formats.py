"""The documents there are. A new one is a module and an entry here."""

from __future__ import annotations

from typing import BinaryIO

from canvasapp.domain.board import Workshop
from canvasapp.export.documents.document import Document, DocumentOptions
from canvasapp.export.exporter import Check


def _write_docx(w: Workshop, stream: BinaryIO, options: DocumentOptions, check: Check) -> None:
    from canvasapp.export.documents.docx_file import write_docx  # noqa: PLC0415  # python-docx takes its time

    write_docx(w, stream, options, check)


def _write_pdf(w: Workshop, stream: BinaryIO, options: DocumentOptions, check: Check) -> None:
    from canvasapp.export.documents.pdf_file import write_record  # noqa: PLC0415  # as the others: when asked for

    write_record(w, stream, options, check)


def _write_markdown(w: Workshop, stream: BinaryIO, options: DocumentOptions, check: Check) -> None:
    from canvasapp.export.documents.markdown import write_markdown  # noqa: PLC0415

    write_markdown(w, stream, options, check)


def _write_pptx(w: Workshop, stream: BinaryIO, options: DocumentOptions, check: Check) -> None:
    from canvasapp.export.documents.pptx_file import write_pptx  # noqa: PLC0415

    write_pptx(w, stream, options, check)


def _write_xlsx(w: Workshop, stream: BinaryIO, options: DocumentOptions, check: Check) -> None:
    from canvasapp.export.documents.xlsx_file import write_xlsx  # noqa: PLC0415

    write_xlsx(w, stream, options, check)


def _write_csv(w: Workshop, stream: BinaryIO, options: DocumentOptions, check: Check) -> None:
    from canvasapp.export.documents.csv_file import write_csv  # noqa: PLC0415

    write_csv(w, stream, options, check)


DOCUMENTS = (
    Document("record-docx", "Record for Word", ".docx", _write_docx),
    Document("record-pdf", "Record as PDF", ".pdf", _write_pdf),
    Document("record-markdown", "Record as Markdown", ".md", _write_markdown),
    Document("slides", "Slides for PowerPoint", ".pptx", _write_pptx),
    Document("registers-xlsx", "Registers for Excel", ".xlsx", _write_xlsx),
    Document("register-csv", "One register as CSV", ".csv", _write_csv),
)
