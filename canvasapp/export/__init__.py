"""Writes pictures as files: PDF, PNG, SVG."""

from canvasapp.export.exporter import Exporter, ExportError, ExportOptions
from canvasapp.export.formats import EXPORTERS
from canvasapp.export.order import Content, PrintOrder, Views
from canvasapp.export.paper import PAPERS, Orientation
from canvasapp.export.tiling import Tiles
from canvasapp.export.writing import export, exporter_for

__all__ = [
    "EXPORTERS",
    "PAPERS",
    "Content",
    "ExportError",
    "ExportOptions",
    "Exporter",
    "Orientation",
    "PrintOrder",
    "Tiles",
    "Views",
    "export",
    "exporter_for",
]
