"""Gathers what documents say: registers, findings and pictures of a workshop's boards."""

from __future__ import annotations

from datetime import date
from io import BytesIO

from canvasapp.checks import Checker, load_rules
from canvasapp.domain.board import Workshop
from canvasapp.domain.geometry import Rect
from canvasapp.export.documents.closing_chapters import Findings
from canvasapp.export.documents.document import DocumentOptions
from canvasapp.export.documents.record import Record
from canvasapp.export.documents.record_of import record_of
from canvasapp.export.exporter import Check, ExportOptions
from canvasapp.export.paper import INCH
from canvasapp.export.png import LEAST_DPI, write_png
from canvasapp.painting import ImageSource
from canvasapp.picture.board_picture import board_picture
from canvasapp.picture.options import PictureOptions
from canvasapp.picture.shapes import Image, Kind, Part, Picture
from canvasapp.templates import load_registers

POSTER_PIXELS = 2_600
"""How wide a poster is where it is made of pixels: notes can be read when it is enlarged."""

IMAGE_DPI = 150
"""Of photos on slides, which are as large as the sheet."""


def gathered(workshop: Workshop, options: DocumentOptions, check: Check) -> Record:
    """The record with its posters and with what checks say of the canvases, not of their print."""
    registers = load_registers()
    shown = PictureOptions(workshop=workshop.head.title)
    pictures = {}
    for board in workshop.boards_in_order():
        check()
        pictures[board.id] = board_picture(board, shown)
    day = iso(options.day)
    return record_of(workshop, registers, _findings(workshop, check), pictures, day)


def iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def poster_png(picture: Picture, options: DocumentOptions, check: Check) -> bytes:
    """The picture as a PNG image, about `POSTER_PIXELS` wide."""
    dpi = max(LEAST_DPI, round(POSTER_PIXELS / picture.width * INCH))
    stream = BytesIO()
    write_png(picture, stream, ExportOptions(dpi=dpi, images=options.images), check)
    return stream.getvalue()


def image_png(digest: str, rect: Rect, images: ImageSource, check: Check) -> bytes:
    """An image of the workshop as PNG with the proportions of `rect`; one that is lost leaves a blank."""
    place = Rect(0.0, 0.0, rect.w, rect.h)
    part = Part(Kind.IMAGE, digest, "", place, (Image(place, digest),))
    picture = Picture(rect.w, rect.h, "", "", (part,))
    stream = BytesIO()
    write_png(picture, stream, ExportOptions(dpi=IMAGE_DPI, images=images), check)
    return stream.getvalue()


def _findings(workshop: Workshop, check: Check) -> Findings:
    registers = load_registers()
    checker = Checker(load_rules(registers, workshop.templates), registers)
    return {each: checker.check(workshop, each, between=check).open for each in workshop.boards}
