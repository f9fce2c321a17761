"""What happened in sessions, as the command tells it."""

from __future__ import annotations

from pathlib import Path

from canvasapp.facilitation.recording import records
from canvasapp.store import read_workshop
from canvasapp.templates import load_templates
from tests.cli.conftest import Cli


def joint(cli: Cli, tmp_path: Path) -> Path:
    file = tmp_path / "joint.workshop"
    cli("new", "joint-service-proposition", "-o", file, "--example")
    return file


def test_the_log_is_told_a_line_each(cli: Cli, tmp_path: Path) -> None:
    file = joint(cli, tmp_path)
    (record,) = records(read_workshop(file, load_templates()))
    first, *lines = cli("log", file).out.splitlines()
    assert first.endswith(record.title)
    assert len(lines) == len(record.happened)
    assert all(each.words in line for each, line in zip(record.happened, lines, strict=True))
    assert lines[0].endswith("6 min")


def test_programs_get_the_log(cli: Cli, tmp_path: Path) -> None:
    file = joint(cli, tmp_path)
    (record,) = records(read_workshop(file, load_templates()))
    (told,) = cli("log", file, "--json").json
    assert (told["board"], told["began"]) == (record.board, record.began.isoformat())
    assert [each["words"] for each in told["log"]] == [each.words for each in record.happened]


def test_without_a_session_it_says_so(cli: Cli, file: Path) -> None:
    assert cli("log", file).out == "No session yet.\n"
