"""Registers as spreadsheets: typed cells, text that stays text, and the same rows as in the workshop."""

import csv
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO, StringIO
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest

from canvasapp.domain.board import Workshop
from canvasapp.domain.records import Note, WorkshopHead
from canvasapp.export.documents.csv_file import cell, write_csv
from canvasapp.export.documents.document import DocumentOptions
from canvasapp.export.documents.registers import PLACE, sheets
from canvasapp.export.documents.xlsx_file import LONGEST_CELL, LONGEST_NAME, write_xlsx
from canvasapp.export.exporter import ExportError, go_on
from canvasapp.templates import load_registers, load_templates
from tests.export.documents.workshops import FORMULA, OPTIONS, records, workshop

pytestmark = pytest.mark.usefixtures("qapp")

ALL = DocumentOptions()
FIRST_DAY = date(1899, 12, 30)
"""Day 0 of Excel, as its leap year 1900 makes it (ECMA-376, 18.17.4.1)."""

Cell = str | float | bool


class Book:
    """An Excel file read with nothing but the standard library."""

    def __init__(self, content: bytes) -> None:
        with ZipFile(BytesIO(content)) as archive:
            self.files = {
                name: bare(ET.fromstring(archive.read(name)))
                for name in archive.namelist()
                if name.endswith(".xml")
            }
        shared = self.files["xl/sharedStrings.xml"]
        self._strings = ["".join(each.itertext()) for each in shared.iter("si")]
        names = self.files["xl/workbook.xml"].iter("sheet")
        self.sheets = {each.attrib["name"]: at for at, each in enumerate(names, 1)}

    def page(self, name: str) -> ET.Element:
        return self.files[f"xl/worksheets/sheet{self.sheets[name]}.xml"]

    def rows(self, name: str) -> list[list[Cell | None]]:
        """What stands in each cell; None in empty ones."""
        width = len(next(iter(self.page(name).iter("row"))))
        return [list(self._row(row, width)) for row in self.page(name).iter("row")]

    def _row(self, row: ET.Element, width: int) -> Iterator[Cell | None]:
        held = {each.attrib["r"].rstrip("0123456789"): self._read(each) for each in row}
        for column in range(width):
            yield held.get(chr(ord("A") + column))

    def _read(self, held: ET.Element) -> Cell:
        value = held.findtext("v") or ""
        match held.get("t"):
            case "s":
                return self._strings[int(value)]
            case "b":
                return value == "1"
        return float(value)


def bare(tree: ET.Element) -> ET.Element:
    """The tree without the addresses of its vocabularies."""
    for each in tree.iter():
        each.tag = each.tag.rpartition("}")[2]
    return tree


def written(options: DocumentOptions, of: Workshop) -> bytes:
    stream = BytesIO()
    write_xlsx(of, stream, options, go_on)
    return stream.getvalue()


@pytest.fixture(scope="module")
def book() -> Book:
    return Book(written(ALL, workshop()))


def value(book: Book, sheet: str, code: str, column: str) -> Cell | None:
    head, *rows = book.rows(sheet)
    (row,) = (row for row in rows if row[0] == code)
    return row[head.index(column)]


def test_there_is_a_sheet_for_each_register_with_entries(book: Book) -> None:
    used = {each.register for each in workshop().entries.values()}
    used |= {each.register for each in workshop().boards["board"].entries.values()}
    titles = {load_registers()[each].plural.lower().replace("/", "-") for each in used}
    assert {name.lower() for name in book.sheets} == {title[:LONGEST_NAME] for title in titles}


def test_all_registers_are_written_when_that_is_asked() -> None:
    asked = Book(written(replace(ALL, empty_registers=True), workshop()))
    assert len(asked.sheets) == len(load_registers())


def test_only_one_register_is_written_when_it_is_named() -> None:
    assert [*Book(written(OPTIONS, workshop())).sheets] == ["Service guarantees"]


def test_numbers_days_and_truth_are_no_texts(book: Book) -> None:
    assert value(book, "Service guarantees", "G1", "Target value") == 92.5
    assert value(book, "Service guarantees", "G2", "Promised within (minutes)") == -5.0
    held = value(book, "Decisions", "D1", "Date")
    assert isinstance(held, float)
    assert FIRST_DAY + timedelta(days=held) == date(2026, 5, 1)
    moments = next(name for name in book.sheets if name.startswith("Journey"))
    labels = {each.id: each.label for each in load_registers()["journey_moment"].fields}
    assert value(book, moments, "M1", labels["matters"]) is True


def test_a_party_is_told_by_name_and_the_place_by_canvas_block_and_view(book: Book) -> None:
    assert value(book, "Service guarantees", "G1", "Attributable to") == "Retailer & sons"
    told = [value(book, "Service guarantees", "G1", column) for column in PLACE]
    assert told == ["Our canvas", "2  Value Proposition", "Our view"]


def test_no_text_becomes_a_formula(book: Book) -> None:
    assert value(book, "Service guarantees", "G2", "Guarantee") == FORMULA
    assert value(book, "Service guarantees", "G2", "Metric (measurable)") == "-1+1"
    assert not [each for page in book.files.values() for each in page.iter("f")]


def test_the_head_stays_in_sight_and_filters(book: Book) -> None:
    for name in book.sheets:
        page = book.page(name)
        (pane,) = page.iter("pane")
        assert (pane.get("state"), pane.get("ySplit")) == ("frozen", "1")
        (kept,) = page.iter("autoFilter")
        assert kept.attrib["ref"].startswith("A1:")
        widths = [float(each.attrib["width"]) for each in page.iter("col")]
        assert len(set(widths)) > 1


def test_a_text_longer_than_a_cell_holds_is_cut_with_a_sign() -> None:
    changed = [
        replace(each, text="x" * (LONGEST_CELL + 1))
        if isinstance(each, Note) and each.id == "promise"
        else each
        for each in records()
    ]
    long = Workshop.of(WorkshopHead("w", "Long"), load_templates(), changed)
    held = value(Book(written(ALL, long)), "Service guarantees", "G1", "Guarantee")
    assert isinstance(held, str)
    assert (len(held), held[-1]) == (LONGEST_CELL, "…")


def test_csv_holds_the_rows_of_the_register_and_excel_knows_it_is_unicode() -> None:
    stream = BytesIO()
    write_csv(workshop(), stream, OPTIONS, go_on)
    assert stream.getvalue().startswith(b"\xef\xbb\xbf")
    head, *rows = csv.reader(StringIO(stream.getvalue().decode("utf-8-sig"), newline=""))
    (sheet,) = sheets(workshop(), OPTIONS)
    assert tuple(head) == sheet.head
    assert [row[0] for row in rows] == ["G1", "G2"]
    assert [row[head.index("Guarantee")] for row in rows] == [
        "A fault is fixed within 48 hours",
        f"'{FORMULA}",
    ]
    assert rows[1][head.index("Promised within (minutes)")] == "-5"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@sum", "\t=1", "\r=1"])
def test_a_text_that_would_calculate_is_held_back_in_csv(text: str) -> None:
    assert cell(text) == f"'{text}"


def test_numbers_and_days_stand_plainly_in_csv() -> None:
    assert [cell(each) for each in (-2.5, 3.0, True, date(2026, 5, 1), None, "a = b")] == [
        "-2.5",
        "3",
        "Yes",
        "2026-05-01",
        "",
        "a = b",
    ]


def test_what_can_not_be_written_is_told() -> None:
    with pytest.raises(ExportError, match="choose which"):
        write_csv(workshop(), BytesIO(), ALL, go_on)
    with pytest.raises(ExportError, match="guarantee"):
        sheets(workshop(), DocumentOptions(register="guarantees"))
    bare = Workshop.of(WorkshopHead("w", "Bare"), load_templates(), [])
    with pytest.raises(ExportError, match="No register has an entry"):
        sheets(bare, ALL)
