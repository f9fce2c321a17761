"""Posters ordered by the command line: papers, tiles, views and boards; what was typed wrong is told in a sentence."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

import pikepdf
import pytest

from canvasapp.domain.geometry import Rect
from canvasapp.domain.records import Attachment
from canvasapp.edits.boards import new_board
from canvasapp.edits.images import add_images
from canvasapp.edits.journal import Journal
from canvasapp.edits.workshops import new_workshop
from canvasapp.store import create_workshop, open_workshop
from canvasapp.templates import load_templates
from tests.cli.conftest import Cli
from tests.export.images import JPEG

POINT = 25.4 / 72
"""mm"""

TEMPLATES = load_templates()
READING = r"Smallest text (\d+\.\d) mm, readable to (\d+\.\d) m\."


def printed(cli: Cli, file: Path, *options: str) -> pikepdf.Pdf:
    out = file.with_suffix(".pdf")
    said = cli("export", file, "-o", out, *options)
    assert (said.code, said.err) == (0, "")
    return pikepdf.open(out)


def trim(document: pikepdf.Pdf, page: int = 0) -> tuple[float, float]:
    """Width and height of what is left when a page is cut, in mm."""
    left, bottom, right, top = (float(edge) * POINT for edge in document.pages[page].TrimBox)
    return right - left, top - bottom


def labels(document: pikepdf.Pdf) -> list[str]:
    return [str(page.label) for page in document.pages]


def bookmarks(document: pikepdf.Pdf) -> list[str]:
    with document.open_outline() as outline:
        return [entry.title for entry in outline.root]


@pytest.fixture
def two_boards(file: Path, tmp_path: Path) -> Path:
    with open_workshop(file, tmp_path / "data") as store:
        journal = Journal(store, store.load(TEMPLATES))
        journal.commit(new_board(journal.workshop, "value-stack"))
        store.publish_now()
    return file


def test_a_poster_for_a_print_shop(cli: Cli, file: Path) -> None:
    document = printed(cli, file, "--paper", "24x36in", "--bleed", "3mm", "--marks")
    assert trim(document) == pytest.approx((36 * 25.4, 24 * 25.4), abs=0.01)
    assert float(document.pages[0].MediaBox[2]) * POINT == pytest.approx(36 * 25.4 + 20, abs=0.01)


def test_a_poster_on_sheets(cli: Cli, file: Path) -> None:
    document = printed(cli, file, "--paper", "A1", "--tile", "A3", "--overlap", "15")
    assert labels(document) == ["Map", "A1", "B1", "C1", "D1", "A2", "B2", "C2", "D2"]
    bare = printed(
        cli, file, "--tile", "A4", "--fit", "2x2", "--no-map", "--margin", "8", "--skip-empty"
    )
    assert labels(bare) == ["A1", "B1", "A2", "B2"]
    assert float(bare.pages[0].MediaBox[2]) * POINT == pytest.approx(297)


def test_two_views_and_the_gaps_are_pages(cli: Cli, file: Path) -> None:
    document = printed(cli, file, "--perspective", "two", "--gaps", "--author", "Ada")
    assert bookmarks(document) == [
        "Service Logic, our view",
        "Service Logic, customer’s view",
        "Service Logic, gaps",
    ]
    assert str(document.docinfo["/Title"]) == "Service Logic"
    assert str(document.docinfo["/Author"]) == "Ada"
    assert str(document.docinfo["/Subject"]) == "Home Care Together"


def test_several_boards_go_into_one_file(cli: Cli, two_boards: Path) -> None:
    document = printed(cli, two_boards, "--all-boards", "--no-evidence", "--no-legend")
    assert bookmarks(document) == ["Service Logic", "Value Stack"]
    assert str(document.docinfo["/Title"]) == "Home Care Together"
    named = printed(cli, two_boards, "--board", "Value Stack", "--board", "1", "--board", "2")
    assert bookmarks(named) == ["Value Stack", "Service Logic"]


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--paper", "A9"], "There is no paper 'A9': choose one of A0"),
        (["--paper", "9000x100mm"], "longer than a PDF page can be, which is 200 inches"),
        (["--tile", "B4"], "There is no paper 'B4'"),
        (["--tile", "A4", "--fit", "three"], "'three' is no grid: write columns and rows"),
        (["--tile", "A4", "--overlap", "wide"], "'wide' is no length: write it in mm"),
        (["--bleed", "-3"], "'-3' is no length"),
        (["--overlap", "5"], "--overlap is for sheets: name their paper by --tile"),
        (["--skip-empty"], "--skip-empty is for sheets"),
        (["--tile", "A4", "--bleed", "3"], "--bleed is for a poster in one piece"),
        (["--board", "1", "--all-boards"], "give one of them"),
    ],
)
def test_what_was_typed_wrong_is_told(
    cli: Cli, file: Path, options: list[str], sentence: str
) -> None:
    out = file.with_suffix(".pdf")
    said = cli("export", file, "-o", out, *options)
    assert said.code == 2
    assert sentence in said.err.splitlines()[-1]
    assert not out.exists()


@pytest.mark.parametrize(
    ("name", "options", "sentence"),
    [
        ("a.pdf", ["--tile", "A4", "--margin", "90"], "leave no room on A4"),
        ("a.pdf", ["--bleed", "60"], "The bleed can be 0 to 50 mm, not 60 mm"),
        ("a.html", ["--tile", "A4"], "a.html can have no tiles, bleed or marks: write a PDF"),
        ("a.png", ["--marks"], "a.png can have no tiles, bleed or marks: write a PDF"),
        ("a.svg", ["--perspective", "two"], "a.svg can hold one board only"),
    ],
)
def test_what_can_not_be_printed_is_told(
    cli: Cli, file: Path, name: str, options: list[str], sentence: str
) -> None:
    said = cli("export", file, "-o", file.with_name(name), *options)
    assert (said.code, said.err.count("\n")) == (1, 1)
    assert sentence in said.err
    assert not file.with_name(name).exists()


def test_a_print_tells_from_how_far_it_is_read_and_what_no_font_has(cli: Cli, file: Path) -> None:
    cli("add", file, "--block", "customers-world", "--perspective", "customer", "A \ue123 b")
    said = cli("export", file, "-o", file.with_suffix(".pdf"), "--paper", "A0").out.splitlines()
    halved = cli("export", file, "-o", file.with_suffix(".pdf"), "--paper", "A2").out.splitlines()
    sizes = [re.fullmatch(READING, lines[1]) for lines in (said, halved)]
    whole, half = ([float(each) for each in found.groups()] for found in sizes if found)
    assert half == pytest.approx([each / 2 for each in whole], abs=0.1)
    assert said[2:] == ["U+E123 is in no font: printed as its code in 1 note."]
    blank = cli("export", file, "-o", file.with_suffix(".pdf"), "--blank").out.splitlines()
    assert len(blank) == 1


def test_images_that_paper_makes_coarse_are_counted(cli: Cli, tmp_path: Path) -> None:
    file, out = tmp_path / "a.workshop", tmp_path / "a.pdf"
    shown = Attachment(sha256(JPEG).hexdigest(), "tea.jpg", "image/jpeg", len(JPEG))
    start = new_workshop(TEMPLATES, "value-stack", "Tea")
    (board,) = start.boards_in_order()
    pictured = start.after(add_images(board, [(shown, Rect(100, 100, 90, 90))]))
    create_workshop(file, pictured, attached={shown.id: JPEG})
    assert "1 image with less than 100 dpi on this paper." in cli("export", file, "-o", out).out
    assert cli("export", file, "-o", out, "--paper", "50x50mm").out == f"{out} written.\n"
