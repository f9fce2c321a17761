"""Canvases of one's own on the command line: from a file into a workshop and back, and boards brought to version 2."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from canvasapp.resources import resource
from canvasapp.templates import load_templates
from tests.cli.conftest import Cli, Said
from tests.unit.canvas_file import Json, small_file, written


@pytest.fixture
def own(cli: Cli, file: Path, tmp_path: Path) -> Path:
    """The example's workshop with a board on a canvas of its own, and a note in its left block."""
    said = cli("add-canvas", file, written(tmp_path, small_file()), "--new-board")
    assert (said.code, said.out) == (0, f"{file} has version 1 of Sixth Canvas.\n")
    assert cli("add", file, "--board", "Sixth", "--block", "left", "Bread", "Butter").code == 0
    return file


def version_two(**changes: Json) -> Json:
    return small_file() | {"version": 2} | changes


def without_left() -> Json:
    blocks = small_file()["blocks"][1:]
    return version_two(blocks=blocks, agenda=small_file()["agenda"][2:])


def is_one_fault(said: Said, *words: str) -> bool:
    return said.code == 1 and said.out == "" and all(each in said.err for each in words)


@pytest.mark.parametrize("canvas", load_templates())
def test_a_canvas_is_written_as_it_is(cli: Cli, tmp_path: Path, canvas: str) -> None:
    out = tmp_path / "canvas.json"
    assert cli("canvas", canvas, "-o", out).out == f"{out} written.\n"
    assert out.read_bytes() == resource("templates", f"{canvas}.json").read_bytes()


def test_a_canvas_of_ones_own_begins_as_a_copy_and_comes_back_from_the_workshop(
    cli: Cli, file: Path, tmp_path: Path
) -> None:
    mine, back = tmp_path / "mine.json", tmp_path / "back.json"
    cli("canvas", "value-stack", "-o", mine, "--as", "our-stack", "--name", "Our Stack")
    assert cli("add-canvas", file, mine, "--new-board").code == 0
    assert cli("boards", file, "--json").json[-1]["template"] == "our-stack"
    assert [each["id"] for each in cli("templates", file, "--json").json][-1] == "our-stack"
    assert cli("canvas", "our-stack", "--of", file, "-o", back).code == 0
    assert back.read_bytes() == mine.read_bytes()
    assert cli("export", file, "--board", "Our Stack", "-o", tmp_path / "stack.pdf").code == 0


def test_an_installed_canvas_can_be_had_of_a_workshop_too(
    cli: Cli, file: Path, tmp_path: Path
) -> None:
    out = tmp_path / "canvas.json"
    assert cli("canvas", "value-stack", "--of", file, "-o", out).code == 0
    assert json.loads(out.read_text("utf-8"))["id"] == "value-stack"


def test_what_is_typed_at_fault_is_said_and_writes_nothing(cli: Cli, tmp_path: Path) -> None:
    out = tmp_path / "canvas.json"
    assert is_one_fault(cli("canvas", "nonsense", "-o", out), "There is no canvas 'nonsense'")
    assert is_one_fault(cli("canvas", "value-stack", "-o", out, "--name", "N"), "with --as")
    lost = tmp_path / "nowhere" / "canvas.json"
    assert is_one_fault(cli("canvas", "value-stack", "-o", lost), str(lost))
    assert list(tmp_path.iterdir()) == []
    out.write_text("mine")
    assert is_one_fault(cli("canvas", "value-stack", "-o", out), f"{out} exists already")
    assert out.read_text() == "mine"


def test_a_broken_canvas_is_refused_and_the_workshop_stays_as_it_is(
    cli: Cli, file: Path, tmp_path: Path
) -> None:
    before = file.read_bytes()
    for at, (content, fault) in enumerate(
        [
            (small_file() | {"blocks": [{}] * 10_000}, "blocks has 10000 values"),
            (small_file() | {"registers": ["hope"]}, "registers[0] is 'hope'"),
            (small_file("value-stack"), "comes with canvasapp"),
            (b"{", "is not JSON at line 1, column 2"),
        ]
    ):
        canvas = written(tmp_path, content, f"{at}.json")
        assert is_one_fault(cli("add-canvas", file, canvas), fault)
    assert is_one_fault(cli("add-canvas", file, tmp_path / "gone.json"), "can not be read")
    assert file.read_bytes() == before


def test_a_board_is_brought_to_the_next_version_and_says_what_becomes_of_its_notes(
    cli: Cli, own: Path, tmp_path: Path
) -> None:
    cli("add-canvas", own, written(tmp_path, without_left(), "two.json"))
    before = own.read_bytes()
    told = cli("upgrade", own, "--board", "Sixth", "--preview")
    assert told.out == (
        "Bring board to version 2 of its canvas: 2 notes parked.\n2 notes beside the sheet\n"
    )
    assert own.read_bytes() == before
    assert cli("upgrade", own, "--board", "Sixth").out == told.out
    notes = cli("show", own, "--board", "Sixth", "--json").json["notes"]
    assert {(each["text"], each["block"]) for each in notes} == {
        ("No longer on the canvas: 1 Left", None),
        ("Bread", None),
        ("Butter", None),
    }
    again = cli("upgrade", own, "--board", "Sixth")
    assert (again.code, again.out) == (0, "The board has this version of its canvas already.\n")


def test_a_version_that_there_is_not_is_refused(cli: Cli, own: Path) -> None:
    said = cli("upgrade", own, "--board", "Sixth", "--version", "7")
    assert is_one_fault(said, "no version 7 of the canvas Sixth Canvas")


def test_the_newest_version_is_written_and_the_boards_keep_theirs(
    cli: Cli, own: Path, tmp_path: Path
) -> None:
    cli("add-canvas", own, written(tmp_path, version_two(name="Sixth Again"), "two.json"))
    cli("canvas", "sixth", "--of", own, "-o", tmp_path / "newest.json")
    assert json.loads((tmp_path / "newest.json").read_text("utf-8"))["version"] == 2
    assert "Sixth Canvas, 2 notes" in cli("show", own, "--board", "Sixth").out
