"""Writes pictures as files: PDF, PNG, SVG."""

from canvasapp.export.exporter import Exporter, ExportError, ExportOptions
from canvasapp.export.formats import EXPORTERS
from canvasapp.export.paper import PAPERS
from canvasapp.export.writing import export, exporter_for

__all__ = [
    "EXPORTERS",
    "PAPERS",
    "ExportError",
    "ExportOptions",
    "Exporter",
    "export",
    "exporter_for",
]
