"""Writes a workshop as a document: complete and safe on the disk, or not at all."""

from __future__ import annotations

from pathlib import Path

from canvasapp.domain.audience import workshop_for
from canvasapp.domain.board import Workshop
from canvasapp.export.documents.document import Document, DocumentOptions
from canvasapp.export.documents.formats import DOCUMENTS
from canvasapp.export.exporter import Check, ExportError, go_on
from canvasapp.export.writing import write_file

DEFAULTS = DocumentOptions()


def export_document(
    workshop: Workshop,
    path: Path,
    options: DocumentOptions = DEFAULTS,
    check: Check = go_on,
) -> None:
    """Write the workshop to `path` as the document that its suffix names; what is there is replaced at the end.

    It is for readers: notes that are hidden or private are no part of it.

    Needs a QGuiApplication, but not its thread. Raises ExportError, and whatever `check` raises; then the file that
    was there is as it was.
    """
    document, workshop = document_for(path), workshop_for(workshop)
    write_file(path, lambda stream: document.write(workshop, stream, options, check))


def document_for(path: Path) -> Document:
    """The document whose suffix `path` has, in whatever case. Raises ExportError."""
    for document in DOCUMENTS:
        if path.suffix.lower() == document.suffix:
            return document
    *others, last = [document.suffix for document in DOCUMENTS]
    known = f"{', '.join(others)} or {last}"
    raise ExportError(f"{path.name} has no ending of a document: end the name in {known}.")
