"""Notes added from the command line."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Any

import pytest

from canvasapp.domain.geometry import Rect
from canvasapp.domain.records import MAX_TEXT
from canvasapp.domain.template import Perspective
from canvasapp.edits.journal import Journal
from canvasapp.edits.notes import WIDE
from canvasapp.picture.note_picture import grown_height
from canvasapp.store import open_workshop
from canvasapp.templates import load_templates
from tests.cli.conftest import Cli

TEMPLATES = load_templates()


def new_notes(cli: Cli, file: Path, *texts: str) -> list[dict[str, Any]]:
    return [each for each in cli("show", file, "--json").json["notes"] if each["text"] in texts]


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> io.BytesIO:
    """What stands on standard input."""
    stream = io.BytesIO()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(stream, encoding="ascii"))
    return stream


def test_each_text_becomes_a_note_in_free_room_of_the_lane(cli: Cli, file: Path) -> None:
    said = cli("add", file, "--block", "key-partners", "Van", "Spare parts")
    assert (said.code, said.out) == (0, f"2 notes added to {file}.\n")
    shown = cli("show", file, "--json").json["notes"]
    added = [each for each in shown if each["text"] in ("Van", "Spare parts")]
    rects = [Rect(*(each[side] for side in "xywh")) for each in shown]
    block = TEMPLATES["service-logic-bmc"].block("key-partners")
    assert len(added) == 2
    for each in added:
        rect = Rect(*(each[side] for side in "xywh"))
        assert (each["block"], each["perspective"]) == ("key-partners", "our")
        assert block.lane(Perspective.OUR).rect.encloses(rect)
        assert sum(rect.meets(other) for other in rects) == 1, "it meets only itself"


def test_a_note_is_as_high_as_its_text_and_stays_in_its_lane(cli: Cli, file: Path) -> None:
    text = "service " * 60
    cli("add", file, "--block", "key-partners", "--perspective", "customer", "short", text)
    (short,) = new_notes(cli, file, "short")
    (long,) = new_notes(cli, file, text)
    lane = TEMPLATES["service-logic-bmc"].block("key-partners").lane(Perspective.CUSTOMER)
    rect = Rect(*(long[side] for side in "xywh"))
    assert (short["w"], short["h"]) == WIDE
    assert rect.h == pytest.approx(grown_height(text, *WIDE), abs=0.001)
    assert rect.h > short["h"]
    assert lane.rect.encloses(rect)


def test_a_note_higher_than_its_lane_still_belongs_to_it(cli: Cli, file: Path) -> None:
    text = "service " * 5_000
    cli("add", file, "--block", "key-partners", "--perspective", "customer", text)
    (long,) = new_notes(cli, file, text)
    assert (long["block"], long["perspective"]) == ("key-partners", "customer")


def test_notes_get_the_view_and_the_party_that_were_named(cli: Cli, file: Path) -> None:
    for party in ("telecom", "Telecom", "te"):
        cli("add", file, "--block", "2", "--perspective", "customer", "--party", party, "Told")
    (telecom,) = [
        each["id"]
        for each in cli("show", file, "--json").json["parties"]
        if each["name"] == "Telecom"
    ]
    added = new_notes(cli, file, "Told")
    assert {(each["perspective"], each["party"]) for each in added} == {("customer", telecom)}


@pytest.mark.parametrize(
    "name", ["2", "value-proposition", "Value Proposition", "VALUE proposition"]
)
def test_a_block_is_found_by_number_id_and_title(cli: Cli, file: Path, name: str) -> None:
    cli("add", file, "--block", name, "Found")
    assert [each["block"] for each in new_notes(cli, file, "Found")] == ["value-proposition"]


def test_options_may_stand_among_the_texts(cli: Cli, file: Path) -> None:
    assert cli("add", file, "one", "--block", "2", "two", "--party", "Te", "three").code == 0
    assert len(new_notes(cli, file, "one", "two", "three")) == 3


def test_a_text_may_begin_with_a_hyphen(cli: Cli, file: Path) -> None:
    assert cli("add", file, "--block", "2", "--", "- 5 % churn", "--board").code == 0
    assert len(new_notes(cli, file, "- 5 % churn", "--board")) == 2


def test_standard_input_gives_a_note_a_line(cli: Cli, file: Path, typed: io.BytesIO) -> None:
    typed.write("\ufeffBrot, täglich\r\n\n  \n面包\nlast".encode())
    typed.seek(0)
    assert cli("add", file, "--block", "2", "before", "-").code == 0
    assert len(new_notes(cli, file, "before", "Brot, täglich", "面包", "last")) == 4


def test_standard_input_that_is_not_utf_8_is_refused(
    cli: Cli, file: Path, typed: io.BytesIO
) -> None:
    before = file.read_bytes()
    typed.write(b"caf\xe9\n")
    typed.seek(0)
    said = cli("add", file, "--block", "2", "-")
    assert (said.code, said.err) == (
        1,
        "Standard input is not UTF-8 text (byte 3): convert it first.\n",
    )
    assert file.read_bytes() == before


@pytest.mark.parametrize("text", ["", "  ", "\n"])
def test_a_blank_text_is_no_note(cli: Cli, file: Path, text: str) -> None:
    before = file.read_bytes()
    assert cli("add", file, "--block", "2", text).code == 1
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--block", "10", "text"], "has no block '10'"),
        (["--block", "2", "--party", "Baker", "text"], "no party 'Baker'"),
        (["--block", "2", "--board", "7", "text"], "no board '7'"),
        (["--block", "2", "x" * (MAX_TEXT + 1)], "at most 100,000"),
    ],
)
def test_what_can_not_be_added_is_told_and_the_file_stays(
    cli: Cli, file: Path, arguments: list[str], words: str
) -> None:
    before = file.read_bytes()
    said = cli("add", file, *arguments)
    assert (said.code, said.out) == (1, "")
    assert words in said.err
    assert file.read_bytes() == before


def test_a_block_that_is_not_there_is_told_with_those_that_are(cli: Cli, file: Path) -> None:
    said = cli("add", file, "--block", "none", "text")
    for block in TEMPLATES["service-logic-bmc"].blocks:
        assert f"{block.number} {block.title}" in said.err


def test_added_notes_can_be_undone_in_the_window(cli: Cli, file: Path) -> None:
    cli("add", file, "--block", "2", "one", "two")
    with open_workshop(file) as store:
        journal = Journal(store, store.load(TEMPLATES))
        assert journal.undo_label == "Add 2 notes"
        journal.undo()
    assert not new_notes(cli, file, "one", "two")


def test_a_workshop_that_is_open_is_not_changed_behind_its_window(cli: Cli, file: Path) -> None:
    with open_workshop(file):
        said = cli("add", file, "--block", "2", "text")
    assert said.code == 1
    assert "already open" in said.err
    assert not new_notes(cli, file, "text")


def test_a_workshop_that_is_open_can_be_read(cli: Cli, file: Path) -> None:
    with open_workshop(file):
        assert cli("show", file).code == 0
