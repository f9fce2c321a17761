"""What is left of a damaged workshop, from the command line."""

from __future__ import annotations

from pathlib import Path

from canvasapp.store import read_workshop
from canvasapp.templates import load_templates
from tests.cli.conftest import Cli


def test_what_is_left_of_a_damaged_file_is_saved_into_a_new_one(cli: Cli, file: Path) -> None:
    notes = len(cli("show", file, "--json").json["notes"])
    content = bytearray(file.read_bytes())
    content[-60:-40] = b"?" * 20
    file.write_bytes(content)
    assert cli("show", file).code == 1
    onto = file.with_name("saved.workshop")
    said = cli("recover", file, "-o", onto)
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(f"{onto} holds")
    (board,) = read_workshop(onto, load_templates()).boards.values()
    assert len(board.notes) == notes
    assert file.read_bytes() == content


def test_a_file_that_is_there_is_not_replaced(cli: Cli, file: Path) -> None:
    onto = file.with_name("saved.workshop")
    onto.write_text("something else")
    said = cli("recover", file, "-o", onto)
    assert (said.code, said.out) == (1, "")
    assert "exists already" in said.err
    assert onto.read_text() == "something else"


def test_where_nothing_is_left_no_file_is_made(cli: Cli, tmp_path: Path) -> None:
    letter, onto = tmp_path / "letter.workshop", tmp_path / "saved.workshop"
    letter.write_text("Dear Anna")
    said = cli("recover", letter, "-o", onto)
    assert said.code == 1
    assert len(said.err.splitlines()) == 1
    assert not onto.exists()
