"""What a reviewer would say, on the command line: for people and for programs."""

from __future__ import annotations

from pathlib import Path

import pytest

from canvasapp.checks import Checker, load_rules
from canvasapp.cli.checking import poster_of
from canvasapp.domain.change import Change, Edit
from canvasapp.domain.records import Waiver
from canvasapp.store import create_workshop, read_workshop
from canvasapp.templates import load_registers, load_templates
from tests.cli.conftest import Cli

TEMPLATES = load_templates()


def checked(file: Path):
    """The one board of the file and what is found on it."""
    workshop = read_workshop(file, TEMPLATES)
    registers = load_registers()
    (board,) = workshop.boards_in_order()
    checker = Checker(load_rules(registers, TEMPLATES), registers)
    return workshop, checker.check(workshop, board.id, poster=poster_of(board))


@pytest.fixture
def waived(file: Path, tmp_path: Path, qapp) -> tuple[Path, Waiver]:
    """A workshop of which the first finding is ignored."""
    workshop, found = checked(file)
    first = found.findings[0]
    waiver = Waiver("w1", found.board.id, first.check, first.about, "Known since May")
    path = tmp_path / "waived.workshop"
    create_workshop(path, workshop.after(Edit("", (Change(None, waiver),))))
    return path, waiver


def test_programs_get_every_finding_of_every_board(cli: Cli, file: Path) -> None:
    (board,) = cli("check", file, "--json").json
    _, found = checked(file)
    assert (board["id"], board["number"]) == (found.board.id, 1)
    assert [
        (each["rule"], each["severity"], each["block"], each["message"], each["ignored"])
        for each in board["findings"]
    ] == [(each.check, each.severity, each.block, each.message, None) for each in found.findings]
    notes = {note for each in board["findings"] for note in each["notes"]}
    assert notes
    assert notes <= found.board.notes.keys()


def test_people_read_the_findings_by_severity_and_block(cli: Cli, file: Path) -> None:
    said = cli("check", file)
    _, found = checked(file)
    lines = [line.strip() for line in said.out.splitlines()]
    places = [
        next(
            at for at, line in enumerate(lines) if line.startswith(f"{each.message} ({each.check}")
        )
        for each in found.findings
    ]
    assert places == sorted(places)
    assert lines[0] == "Home Care Together / Service Logic"
    errors, warnings = lines.index("errors"), lines.index("warnings")
    assert errors < lines.index("2 Value Proposition") < places[0] < warnings
    assert said.code == 0


def test_the_findings_are_counted(cli: Cli, file: Path) -> None:
    _, found = checked(file)
    counts = [
        sum(each.severity == kind for each in found.findings) for kind in ("error", "warning")
    ]
    second = cli("check", file).out.splitlines()[1]
    assert second.startswith(f"{counts[0]} errors, {counts[1]} warnings")


def test_what_is_ignored_comes_last_with_its_reason(cli: Cli, waived) -> None:
    path, waiver = waived
    people, programs = cli("check", path).out, cli("check", path, "--json").json
    last = people.split("\nignored\n")[1]
    assert waiver.check in last
    assert last.endswith(": Known since May\n")
    assert [f["ignored"] for f in programs[0]["findings"] if f["ignored"]] == [waiver.reason]


def test_a_blank_board_is_told_to_be_in_order(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "blank.workshop"
    cli("new", "value-stack", "-o", path)
    assert cli("check", path).out.splitlines()[1] == "nothing found"


def test_one_board_can_be_named(cli: Cli, file: Path) -> None:
    assert cli("check", file, "--board", "Service Logic").out == cli("check", file).out
    assert cli("check", file, "--board", "9").code == 1


def test_a_file_that_can_not_be_read_is_at_fault(cli: Cli, tmp_path: Path) -> None:
    said = cli("check", tmp_path / "none.workshop")
    assert said.code == 1
    assert said.err.count("\n") == 1
