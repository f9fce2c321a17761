"""Prints pages at their size, on paper of their size, on a printer that the system's own dialog asks for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QDialog

from canvasapp.export import ExportError
from canvasapp.export.exporter import Check, go_on
from canvasapp.export.page import Page
from canvasapp.export.page_painting import paint_page
from canvasapp.export.paper import INCH
from canvasapp.painting import ImageSource, PicturePainter, ScaledImages, no_images

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

AskPrinter = Callable[[str], "QPrinter | None"]
"""Asks for a printer for what has this title; None when it shall not be printed. Raises ExportError without any."""

NO_PRINTING = "This system can not be asked to print: save the PDF, and print that at 100 %."
REFUSED = "The printer takes nothing now: look whether it is on, or save the PDF and print that."


def ask_for_printer(title: str) -> QPrinter | None:
    """In the system's dialog. Raises ExportError where there is no such dialog."""
    try:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415  # some systems lack its libraries
    except ImportError as error:
        raise ExportError(NO_PRINTING) from error
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    dialog = QPrintDialog(printer)
    is_wanted = dialog.exec() == QDialog.DialogCode.Accepted
    return printer if is_wanted else None


def print_pages(
    pages: Sequence[Page],
    printer: QPrinter,
    images: ImageSource = no_images,
    check: Check = go_on,
) -> None:
    """Those of the range that was chosen in the dialog. In any thread; raises ExportError, and whatever `check` raises.

    What was sent before `check` raised is taken back where the printer can do so.
    """
    wanted = _in_range(pages, printer)
    printer.setFullPage(True)  # or its margins would move what is printed
    _lay(printer, wanted[0])
    pictures = PicturePainter(ScaledImages(images))
    with QPainter() as painter:
        if not painter.begin(printer):
            raise ExportError(REFUSED)
        try:
            for number, page in enumerate(wanted):
                check()
                if number:
                    _lay(printer, page)
                    printer.newPage()
                painter.save()
                dots = printer.resolution() / INCH
                painter.scale(dots, dots)
                paint_page(painter, page, pictures, check)
                painter.restore()
        except BaseException:
            printer.abort()
            raise


def _in_range(pages: Sequence[Page], printer: QPrinter) -> Sequence[Page]:
    """All where none was chosen, or none of those."""
    first, last = printer.fromPage(), printer.toPage()
    return pages[first - 1 : last] or pages if first else pages


def _lay(printer: QPrinter, page: Page) -> None:
    """Paper of the page's size, known by its name where it has one, on the side on which the page lies."""
    shorter, longer = sorted((page.width, page.height))
    size = QPageSize(QSizeF(shorter, longer), QPageSize.Unit.Millimeter)
    lies = QPageLayout.Orientation
    orientation = lies.Landscape if page.width > page.height else lies.Portrait
    margins = QMarginsF(0, 0, 0, 0)
    printer.setPageLayout(QPageLayout(size, orientation, margins, QPageLayout.Unit.Millimeter))
    printer.setFullPage(True)
