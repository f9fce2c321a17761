"""Writes a whole workshop as documents: its record, slides, and its registers."""

from canvasapp.export.documents.document import Document, DocumentOptions
from canvasapp.export.documents.formats import DOCUMENTS
from canvasapp.export.documents.writing import document_for, export_document

__all__ = ["DOCUMENTS", "Document", "DocumentOptions", "document_for", "export_document"]
