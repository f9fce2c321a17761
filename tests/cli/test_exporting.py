"""Boards exported from the command line."""

from __future__ import annotations

import re
import struct
from pathlib import Path
from xml.etree import ElementTree as ET

import pypdfium2
import pytest

from canvasapp.cli.commands import PAPERS as TYPED_PAPERS
from canvasapp.cli.commands import QUESTIONS, VIEWS
from canvasapp.domain.template import Perspective
from canvasapp.export import EXPORTERS, PAPERS
from canvasapp.picture.options import Questions
from canvasapp.templates import load_templates
from tests.cli.conftest import Cli

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


def letters(text: str) -> str:
    """Letters and figures only: readers of PDF take a hyphen at a line's end for a word break."""
    return "".join(sign for sign in text if sign.isalnum())


def size_of(pdf: Path) -> tuple[float, float]:
    """Of the first page, in mm."""
    document = pypdfium2.PdfDocument(pdf)
    width, height = document[0].get_size()
    document.close()
    return width * POINT, height * POINT


def pixels_of(png: Path) -> tuple[int, int]:
    width, height = struct.unpack(">II", png.read_bytes()[16:24])
    return int(width), int(height)


def test_what_can_be_typed_is_what_there_is() -> None:
    assert set(TYPED_PAPERS) == set(PAPERS)
    assert set(QUESTIONS) == set(Questions)
    assert set(VIEWS) == set(Perspective)


@pytest.mark.parametrize("suffix", [exporter.suffix for exporter in EXPORTERS])
def test_every_format_is_written(cli: Cli, file: Path, tmp_path: Path, suffix: str) -> None:
    out = tmp_path / f"board{suffix}"
    said = cli("export", file, "-o", out)
    assert (said.code, said.out, said.err) == (0, f"{out} written.\n", "")
    assert out.stat().st_size > 10_000


def test_the_poster_has_the_size_of_the_sheet(cli: Cli, file: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    cli("export", file, "-o", out)
    assert size_of(out) == pytest.approx((1189, 841), abs=0.01)


@pytest.mark.parametrize("paper", TYPED_PAPERS)
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
    found = letters(words)
    assert [each["text"] for each in notes if letters(each["text"]) not in found] == []


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


def test_a_name_without_a_known_ending_is_refused_before_anything_is_read(
    cli: Cli, tmp_path: Path
) -> None:
    said = cli("export", tmp_path / "missing.workshop", "-o", tmp_path / "board.docx")
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
