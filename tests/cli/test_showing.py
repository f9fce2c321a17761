"""What the commands that only read print, for people and for programs."""

from __future__ import annotations

from pathlib import Path

import pytest

from canvasapp import __version__
from canvasapp.cli.terminal import table
from canvasapp.store import read_workshop
from canvasapp.templates import load_templates
from tests.cli.conftest import Cli

TEMPLATES = load_templates()


def test_the_version_is_printed(cli: Cli) -> None:
    assert cli("version").out == f"canvasapp {__version__}\n"


def test_the_canvases_are_listed_a_line_each(cli: Cli) -> None:
    lines = cli("templates").out.splitlines()
    assert [line.split()[0] for line in lines] == list(TEMPLATES)
    assert all(each.name in line for each, line in zip(TEMPLATES.values(), lines, strict=True))


def test_programs_get_the_canvases_with_their_blocks_and_questions(cli: Cli) -> None:
    listed = {each["id"]: each for each in cli("templates", "--json").json}
    assert list(listed) == list(TEMPLATES)
    for template_id, template in TEMPLATES.items():
        blocks = {each["id"]: each for each in listed[template_id]["blocks"]}
        assert set(blocks) == {block.id for block in template.blocks}
        texts = [q["text"] for block in blocks.values() for q in block["questions"]]
        assert sorted(texts) == sorted(question.text for _, question in template.questions())


def test_the_boards_are_listed_with_their_numbers(cli: Cli, file: Path) -> None:
    assert cli("boards", file).out.split() == [
        "1",
        *("Service", "Logic"),
        "service-logic-bmc",
        *("35", "notes"),
    ]


def test_programs_get_the_boards(cli: Cli, file: Path) -> None:
    (board,) = cli("boards", file, "--json").json
    (stored,) = read_workshop(file, TEMPLATES).boards_in_order()
    assert (board["number"], board["id"], board["title"]) == (1, stored.id, stored.head.title)
    assert (board["template"], board["notes"]) == ("service-logic-bmc", len(stored.notes))


def test_programs_get_every_note_with_its_place(cli: Cli, file: Path) -> None:
    shown = cli("show", file, "--json").json
    (stored,) = read_workshop(file, TEMPLATES).boards_in_order()
    assert shown["board"]["id"] == stored.id
    assert {each["id"] for each in shown["notes"]} == set(stored.notes)
    for each in shown["notes"]:
        note = stored.note(each["id"])
        assert (each["kind"], each["block"]) == (note.kind, note.block)
        assert each["perspective"] == note.perspective
        assert (each["party"], each["text"]) == (note.party, note.text)
        assert [each[side] for side in "xywh"] == pytest.approx([note.x, note.y, note.w, note.h])


def test_programs_get_the_parties_that_notes_name(cli: Cli, file: Path) -> None:
    shown = cli("show", file, "--json").json
    parties = {each["id"] for each in shown["parties"]}
    assert {each["party"] for each in shown["notes"]} <= parties


def test_people_read_the_notes_under_their_blocks_and_views(cli: Cli, file: Path) -> None:
    shown = cli("show", file).out
    title, canvas, *_ = shown.splitlines()
    assert title == "Home Care Together / Service Logic"
    assert canvas == "Service Logic Business Model Canvas, 35 notes"
    of_block = shown.split("\n2 Value Proposition\n")[1].split("\n\n")[0]
    ours, customers = of_block.split("customer's view\n")
    assert "Rp  48-hour repair with automatic credit\n" in ours
    assert "Cu  Told once, then somebody else worries" in customers


def test_the_lines_of_a_note_stand_under_each_other(cli: Cli, file: Path) -> None:
    cli("add", file, "--block", "9", "first\nsecond")
    lines = cli("show", file).out.splitlines()
    at = next(number for number, line in enumerate(lines) if line.endswith("first"))
    assert lines[at + 1].index("second") == lines[at].index("first")


@pytest.mark.parametrize("name", ["1", "Service Logic", "service logic"])
def test_a_board_is_found_by_number_and_title(cli: Cli, file: Path, name: str) -> None:
    assert cli("show", file, "--board", name).out == cli("show", file).out


def test_a_board_is_found_by_id(cli: Cli, file: Path) -> None:
    (board,) = cli("boards", file, "--json").json
    assert cli("show", file, "--board", board["id"]).code == 0


@pytest.mark.parametrize("name", ["0", "2", "Service", ""])
def test_a_board_that_is_not_there_is_told_with_those_that_are(
    cli: Cli, file: Path, name: str
) -> None:
    said = cli("show", file, "--board", name)
    assert said.code == 1
    assert said.err == f"There is no board {name!r}. Choose one of 1 Service Logic.\n"


def test_columns_line_up_whatever_their_script() -> None:
    assert table([(1, "电信", "a"), (10, "abc", "b")]) == [" 1  电信  a", "10  abc   b"]
