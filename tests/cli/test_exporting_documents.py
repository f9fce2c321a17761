"""The export command writes a whole workshop as a document: which one its ending says."""

from pathlib import Path

import pytest

from canvasapp.export.documents import DOCUMENTS
from tests.cli.conftest import Cli

BEGINNINGS = {
    ".docx": b"PK",
    ".md": b"# Home Care Together\n",
    ".pptx": b"PK",
    ".xlsx": b"PK",
    ".csv": b"\xef\xbb\xbfCode,",
    ".pdf": b"%PDF-1.7",
}
OPTIONS = {".csv": ["--register", "benefit"], ".pdf": ["--record"], ".md": ["--date", "2026-05-01"]}


@pytest.mark.parametrize("suffix", [document.suffix for document in DOCUMENTS])
def test_every_document_is_written_by_its_ending(
    cli: Cli, file: Path, tmp_path: Path, suffix: str
) -> None:
    out = tmp_path / f"care{suffix}"
    said = cli("export", file, "-o", out, *OPTIONS.get(suffix, []))
    assert (said.code, said.out) == (0, f"{out} written.\n")
    assert out.read_bytes().startswith(BEGINNINGS[suffix])


def test_the_day_is_told_in_the_record(cli: Cli, file: Path, tmp_path: Path) -> None:
    out = tmp_path / "care.md"
    cli("export", file, "-o", out, "--date", "2026-05-01")
    assert "2026-05-01" in out.read_text("utf-8").split("## Overview")[0]


@pytest.mark.parametrize(
    ("arguments", "code", "word"),
    [
        (["-o", "care.csv"], 1, "choose which"),
        (["-o", "care.csv", "--register", "nothing"], 1, "benefit"),
        (["-o", "care.docx", "--date", "May"], 1, "2026-05-01"),
        (["-o", "care.docx", "--paper", "A0"], 2, "--paper"),
        (["-o", "care.png", "--record"], 2, "--record"),
        (["-o", "care.pdf", "--register", "benefit"], 2, "--register"),
        (["-o", "care.docx", "--all-registers"], 2, "--all-registers"),
    ],
)
def test_what_does_not_go_together_is_told(
    cli: Cli, file: Path, arguments: list[str], code: int, word: str
) -> None:
    said = cli("export", file, *arguments)
    assert said.code == code
    assert word in said.err
    assert not Path(arguments[1]).exists()


def test_the_workshop_itself_is_not_overwritten(cli: Cli, file: Path, tmp_path: Path) -> None:
    link = tmp_path / "care.docx"
    link.symlink_to(file)
    before = file.read_bytes()
    assert cli("export", file, "-o", link).code == 1
    assert file.read_bytes() == before
