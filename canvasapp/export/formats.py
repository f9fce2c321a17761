"""The formats there are. A new one is a module and an entry here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import BinaryIO

from canvasapp.export.exporter import Check, Exporter, ExportOptions
from canvasapp.picture.shapes import Picture


def _write_pdf(
    pictures: Sequence[Picture], stream: BinaryIO, options: ExportOptions, check: Check
) -> None:
    from canvasapp.export.pdf import write_pdf  # noqa: PLC0415  # reportlab takes its time to load

    write_pdf(pictures, stream, options, check)


def _write_png(
    pictures: Sequence[Picture], stream: BinaryIO, options: ExportOptions, check: Check
) -> None:
    from canvasapp.export.png import write_png  # noqa: PLC0415  # as the others: when it is asked for

    (picture,) = pictures
    write_png(picture, stream, options, check)


def _write_svg(
    pictures: Sequence[Picture], stream: BinaryIO, options: ExportOptions, check: Check
) -> None:
    from canvasapp.export.svg import write_svg  # noqa: PLC0415  # HarfBuzz takes its time to load

    (picture,) = pictures
    write_svg(picture, stream, options, check)


def _write_html(
    pictures: Sequence[Picture], stream: BinaryIO, options: ExportOptions, check: Check
) -> None:
    from canvasapp.export.html import write_html  # noqa: PLC0415  # as SVG

    write_html(pictures, stream, options, check)


EXPORTERS = (
    Exporter("pdf", "PDF", ".pdf", holds_many=True, is_for_print=True, write=_write_pdf),
    Exporter("png", "PNG image", ".png", holds_many=False, is_for_print=False, write=_write_png),
    Exporter("svg", "SVG drawing", ".svg", holds_many=False, is_for_print=False, write=_write_svg),
    Exporter("html", "Web page", ".html", holds_many=True, is_for_print=False, write=_write_html),
)
