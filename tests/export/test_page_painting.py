"""A page looks the same before it is printed, on a printer, and in the PDF."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter

from canvasapp.app.printing import print_pages
from canvasapp.edits.example import example_workshop
from canvasapp.export import Content, ExportOptions, PrintOrder, Tiles
from canvasapp.export.imposition import imposed
from canvasapp.export.page import Page
from canvasapp.painting import no_images
from canvasapp.panels.paper.drawn import PageDrawer
from canvasapp.templates import load_templates
from tests.export.looks import difference, rows
from tests.export.pictures import MM, example, note, pdf, picture

pytestmark = pytest.mark.usefixtures("qapp")

CLOSE = 24.0
"""How far the means of two blocks may be apart (0 to 255): edges are smoothed in two ways."""
POSTER = PrintOrder(bleed=3.0, marks=True)
TILES = PrintOrder(tiles=Tiles())
GAPS = PrintOrder(content=Content.GAPS, paper="A3")


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three pages of three sizes as a printer prints them that writes a PDF."""
    path = tmp_path_factory.mktemp("print") / "paper.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(path))
    print_pages(sizes(), printer)
    return path


def sizes() -> list[Page]:
    papers = "A4", "A3", "600x400mm"
    sheet = picture(note("Bread", 40, 40))
    return [page for each in papers for (page,) in imposed([sheet], ExportOptions(paper=each))]


@pytest.mark.parametrize(
    ("order", "number"), [(POSTER, 0), (TILES, 0), (TILES, 8), (GAPS, 0)], ids=str
)
def test_what_is_seen_before_is_what_is_written(order: PrintOrder, number: int) -> None:
    workshop = example_workshop(load_templates())
    board = workshop.boards_in_order()[0]
    pictures, options = order.pictures([board], "W"), order.export_options([board], "W")
    page = [each for pages in imposed(pictures, options) for each in pages][number]
    width = 900
    seen = PageDrawer(no_images).draw(page, width, 2 * width, 1.0)
    document = pypdfium2.PdfDocument(pdf(*pictures, options=options))
    scale = width / (page.width / MM)
    written = document[number].render(scale=scale, rev_byteorder=True).to_numpy()[:, :, :3]
    assert abs(len(written) - seen.height()) <= 1
    assert difference(rows(seen), written.astype(int)) < CLOSE


def test_a_preview_leaves_nothing_out_and_adds_nothing() -> None:
    (page,) = imposed([example()], ExportOptions(paper="A0"))[0]
    whole = PageDrawer(no_images).draw(page, 600, 600, 1.0)
    assert (whole.width(), whole.height()) == (600, 424)
    twice = PageDrawer(no_images).draw(page, 600, 600, 2.0)
    assert (twice.width(), twice.devicePixelRatio()) == (1200, 2.0)


def test_every_page_is_printed_on_paper_of_its_size(printed: Path) -> None:
    with pikepdf.open(printed) as document:
        boxes = [[float(each) * MM for each in page.mediabox] for page in document.pages]
    for (_, _, width, height), page in zip(boxes, sizes(), strict=True):
        assert (width, height) == pytest.approx((page.width, page.height), abs=0.6)


def test_print_is_at_100_percent(printed: Path) -> None:
    for number, page in enumerate(sizes()):
        scale = 900 / (page.width / MM)
        sheet = pypdfium2.PdfDocument(printed)[number].render(scale=scale, rev_byteorder=True)
        seen = PageDrawer(no_images).draw(page, 900, 900, 1.0)
        assert difference(rows(seen), sheet.to_numpy()[:, :, :3].astype(int)) < CLOSE


def test_only_the_range_of_the_dialog_is_printed(tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "two.pdf"))
    printer.setFromTo(2, 3)
    print_pages(sizes(), printer)
    content = (tmp_path / "two.pdf").read_bytes()
    assert len(pikepdf.open(BytesIO(content)).pages) == 2


def test_a_print_that_is_called_off_goes_no_further(tmp_path: Path) -> None:
    class CalledOffError(Exception):
        pass

    checks = []

    def check() -> None:
        checks.append(1)
        if len(checks) > 2:
            raise CalledOffError

    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "none.pdf"))
    with pytest.raises(CalledOffError):
        print_pages(sizes(), printer, check=check)
    assert len(checks) == 3
