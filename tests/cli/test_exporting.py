"""Boards exported from the command line."""

from __future__ import annotations

import re
import struct
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from xml.etree import ElementTree as ET

import pypdfium2
import pytest

from canvasapp.cli import export_command
from canvasapp.cli.commands import VIEWS
from canvasapp.domain.geometry import Rect
from canvasapp.domain.records import Attachment
from canvasapp.domain.template import Perspective
from canvasapp.edits.images import add_images
from canvasapp.edits.workshops import new_workshop
from canvasapp.export import EXPORTERS, PAPERS, Orientation, PrintOrder, Tiles, Views
from canvasapp.picture.options import Questions
from canvasapp.store import create_workshop
from canvasapp.templates import load_templates
from tests.cli.conftest import Cli
from tests.export.images import JPEG

TEMPLATE = load_templates()["service-logic-bmc"]
POINT = 25.4 / 72
"""mm"""


def words_of(pdf: Path) -> str:
    """The text of the only page, each run of blanks as one."""
    document = pypdfium2.PdfDocument(pdf)
    assert len(document) == 1
    text = document[0].get_textpage().get_text_bounded()
    document.close()
    return " ".join(text.split())


def size_of(pdf: Path) -> tuple[float, float]:
    """Of the first page, in mm."""
    document = pypdfium2.PdfDocument(pdf)
    width, height = document[0].get_size()
    document.close()
    return width * POINT, height * POINT


def pixels_of(png: Path) -> tuple[int, int]:
    width, height = struct.unpack(">II", png.read_bytes()[16:24])
    return int(width), int(height)


@pytest.mark.parametrize("suffix", [".pdf", ".svg"])
def test_images_are_exported_with_their_board(cli: Cli, tmp_path: Path, suffix: str) -> None:
    file, out = tmp_path / "a.workshop", tmp_path / f"a{suffix}"
    shown = Attachment(sha256(JPEG).hexdigest(), "tea.jpg", "image/jpeg", len(JPEG))
    start = new_workshop(load_templates(), "value-stack", "Tea")
    (board,) = start.boards_in_order()
    pictured = start.after(add_images(board, [(shown, Rect(100, 100, 90, 90))]))
    create_workshop(file, pictured, attached={shown.id: JPEG})
    assert cli("export", file, "-o", out).code == 0
    assert (JPEG if suffix == ".pdf" else b64encode(JPEG)) in out.read_bytes()


def test_what_can_be_typed_is_what_there_is() -> None:
    assert set(VIEWS) == set(Perspective)
    assert set(export_command.VIEWS) == set(Views)
    assert set(export_command.ORIENTATIONS) == set(Orientation)
    assert set(export_command.QUESTIONS) == {*Questions, export_command.ONLY}
    assert PrintOrder().dpi == export_command.DPI
    sheets = Tiles()
    told = {"overlap": sheets.overlap, "margin": sheets.margin, "fit": sheets.fit}
    assert told.items() <= export_command.TILE_OPTIONS.items()


@pytest.mark.parametrize("suffix", [exporter.suffix for exporter in EXPORTERS])
def test_every_format_is_written(cli: Cli, file: Path, tmp_path: Path, suffix: str) -> None:
    out = tmp_path / f"board{suffix}"
    said = cli("export", file, "-o", out)
    assert (said.code, said.out.splitlines()[0], said.err) == (0, f"{out} written.", "")
    assert out.stat().st_size > 10_000


def test_the_poster_has_the_size_of_the_sheet(cli: Cli, file: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    cli("export", file, "-o", out)
    assert size_of(out) == pytest.approx((1189, 841), abs=0.01)


@pytest.mark.parametrize("paper", ["A0", "A5", "ANSI E", "Arch D", "legal", "36x48 in"])
def test_a_board_is_fitted_to_the_paper(cli: Cli, file: Path, tmp_path: Path, paper: str) -> None:
    out = tmp_path / "a.pdf"
    assert cli("export", file, "-o", out, "--paper", paper).code == 0
    assert size_of(out) == pytest.approx(PAPERS[paper], abs=0.01)


def test_every_note_and_every_question_can_be_found_in_the_poster(
    cli: Cli, file: Path, tmp_path: Path
) -> None:
    out = tmp_path / "a.pdf"
    cli("export", file, "-o", out, "--questions", "all")
    words = words_of(out)
    notes = cli("show", file, "--json").json["notes"]
    questions = [question.text for _, question in TEMPLATE.questions()]
    assert len(questions) == 39
    assert [text for text in questions if text not in words] == []
    assert [each["text"] for each in notes if each["text"] not in words] == []


@pytest.mark.parametrize("join", [Path.symlink_to, Path.hardlink_to, Path.replace])
def test_a_workshop_is_never_replaced_by_what_is_made_of_it(
    cli: Cli, file: Path, join: Callable[[Path, Path], object]
) -> None:
    before, out = file.read_bytes(), file.with_suffix(".pdf")
    if join is Path.replace:
        file = file.rename(out)
    else:
        join(out, file)
    said = cli("export", file, "-o", out)
    assert said.code == 1
    assert "is the workshop itself: choose another name" in said.err
    assert out.read_bytes() == file.read_bytes() == before


def test_a_blank_poster_has_no_notes(cli: Cli, file: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    cli("export", file, "-o", out, "--blank", "--questions", "first")
    words = words_of(out)
    assert "Told once" not in words
    assert "Why does the customer buy?" in words


def test_a_poster_can_show_one_view(cli: Cli, file: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    cli("export", file, "-o", out, "--perspective", "customer")
    words = words_of(out)
    assert "Told once, then somebody else worries" in words
    assert "48-hour repair with automatic credit" not in words


def test_the_poster_names_the_workshop(cli: Cli, file: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    cli("export", file, "-o", out)
    assert "Home Care Together" in words_of(out)


def test_an_image_has_the_pixels_that_were_asked_for(cli: Cli, file: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.png"
    cli("export", file, "-o", out, "--dpi", "25", "--paper", "A4")
    width, height = PAPERS["A4"]
    assert pixels_of(out) == pytest.approx((width / 25.4 * 25, height / 25.4 * 25), abs=1)


def test_a_drawing_is_well_formed(cli: Cli, file: Path, tmp_path: Path) -> None:
    out = tmp_path / "A.SVG"
    cli("export", file, "-o", out)
    assert re.fullmatch(r"\{.*\}svg", ET.parse(out).getroot().tag)


def test_the_letters_of_a_drawing_can_stay_text(cli: Cli, file: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.svg"
    cli("export", file, "-o", out, "--svg-text")
    shown = "".join(ET.parse(out).getroot().itertext())
    assert "@font-face" in shown
    assert shown.count("Home Care Together") > 1  # in a title too


def test_a_name_without_a_known_ending_is_refused_before_anything_is_read(
    cli: Cli, tmp_path: Path
) -> None:
    said = cli("export", tmp_path / "missing.workshop", "-o", tmp_path / "board.odt")
    assert said.code == 1
    assert all(exporter.suffix in said.err for exporter in EXPORTERS)


def test_an_image_that_would_be_too_large_is_refused(cli: Cli, file: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.png"
    said = cli("export", file, "-o", out, "--dpi", "1100")
    assert said.code == 1
    assert "dpi" in said.err
    assert not out.exists()


def test_exporting_does_not_touch_the_workshop(cli: Cli, file: Path, tmp_path: Path) -> None:
    before = file.read_bytes(), file.stat().st_mtime_ns
    cli("export", file, "-o", tmp_path / "a.svg")
    assert (file.read_bytes(), file.stat().st_mtime_ns) == before
