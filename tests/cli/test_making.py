"""Workshop files made from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from canvasapp.store import read_workshop
from canvasapp.templates import load_templates
from tests.cli.conftest import Cli

TEMPLATES = load_templates()


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_new_workshop_has_one_empty_board_and_two_parties(
    cli: Cli, tmp_path: Path, template: str
) -> None:
    path = tmp_path / "Pilot in spring.workshop"
    said = cli("new", template, "-o", path)
    made = read_workshop(path, TEMPLATES)
    (board,) = made.boards_in_order()
    assert (said.code, said.err) == (0, "")
    assert (board.template.id, board.notes) == (template, {})
    assert made.head.title == "Pilot in spring"
    assert [party.name for party in made.parties_in_order()] == ["Our organisation", "Customer"]


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_canvas_has_a_worked_example(cli: Cli, tmp_path: Path, template: str) -> None:
    path = tmp_path / "a.workshop"
    assert cli("new", template, "--example", "--output", path).code == 0
    (board,) = read_workshop(path, TEMPLATES).boards_in_order()
    assert board.template.id == template
    assert board.notes


@pytest.mark.parametrize("example", [[], ["--example"]])
def test_a_workshop_can_be_given_a_title(cli: Cli, tmp_path: Path, example: list[str]) -> None:
    path = tmp_path / "a.workshop"
    cli("new", "value-stack", "-o", path, "--title", " Our\nyear ", *example)
    assert read_workshop(path, TEMPLATES).head.title == "Our year"


def test_a_canvas_that_is_not_there_is_told_with_those_that_are(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "a.workshop"
    said = cli("new", "value-stick", "-o", path)
    assert (said.code, said.out) == (1, "")
    assert "'value-stick'" in said.err
    assert all(each in said.err for each in TEMPLATES)
    assert not path.exists()


def test_a_file_that_was_there_is_kept_beside_the_new_one(cli: Cli, file: Path) -> None:
    before = file.read_bytes()
    said = cli("new", "value-stack", "-o", file)
    kept = file.with_name(f"{file.name}~")
    assert said.code == 0
    assert str(kept) in said.out
    assert kept.read_bytes() == before
    assert cli("boards", file, "--json").json[0]["template"] == "value-stack"


def test_what_was_kept_is_never_replaced(cli: Cli, file: Path) -> None:
    before = file.read_bytes()
    for _ in range(3):
        cli("new", "value-stack", "-o", file)
    kept = [file.with_name(f"{file.name}~{number}") for number in ("", 2, 3)]
    assert kept[0].read_bytes() == before
    assert set(file.parent.glob("*~*")) == set(kept)


def test_the_same_workshop_is_not_made_twice(cli: Cli, tmp_path: Path) -> None:
    paths = [tmp_path / "a.workshop", tmp_path / "b.workshop"]
    for path in paths:
        cli("new", "value-stack", "--example", "-o", path)
    first, second = (read_workshop(path, TEMPLATES) for path in paths)
    assert first.head.id != second.head.id
