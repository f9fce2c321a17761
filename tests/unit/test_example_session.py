"""The worked example looks back on a session: its votes, what happened when, and two notes that still wait."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from canvasapp.domain.board import Workshop
from canvasapp.domain.records import Seen
from canvasapp.domain.session import Event
from canvasapp.domain.voting import allowed, results, rounds_in_order, spent
from canvasapp.edits.example import example_workshop
from canvasapp.facilitation.recording import records
from canvasapp.resources import resource
from canvasapp.store.content import records_of
from canvasapp.store.rows import kind_of
from canvasapp.templates import TemplateError, load_example, load_templates

TEMPLATES = load_templates()
JOINT = "joint-service-proposition"


@pytest.fixture(scope="module")
def example() -> Workshop:
    return example_workshop(TEMPLATES)


def test_its_vote_is_over_and_kept_to_the_dots_there_were(example: Workshop) -> None:
    (board,) = [each for each in example.boards.values() if each.rounds]
    (vote,) = rounds_in_order(board)
    assert (board.head.template, vote.is_open, vote.shown) == (JOINT, False, True)
    assert spent(board, vote) <= allowed(vote)
    places = [each.place for each in results(example, vote)]
    assert places == ["1", "2", "3", "4", "5=", "5="]


def test_its_log_tells_a_whole_session(example: Workshop) -> None:
    (record,) = records(example)
    assert example.session is None
    assert record.ended is not None
    steps = [each for each in record.happened if each.event is Event.STEP_BEGUN]
    assert [each.words for each in steps] == [part.title for part in TEMPLATES[JOINT].agenda]
    took = sum(each.took.seconds for each in steps if each.took)
    assert took == (record.ended - record.began).seconds
    decided = [each.words for each in record.happened if each.event is Event.DECIDED]
    known = {e.code: e.get("what") for e in example.entries.values() if e.register == "decision"}
    assert decided == [f"{code} {known[code]}" for code in ("D2", "D1")]


def test_two_notes_still_wait_to_be_revealed(example: Workshop) -> None:
    seen = [note.seen for board in example.boards.values() for note in board.notes.values()]
    assert (seen.count(Seen.HIDDEN), seen.count(Seen.PRIVATE)) == (2, 0)


def test_a_single_board_of_it_has_only_what_belongs_to_it() -> None:
    assert example_workshop(TEMPLATES, "value-stack").log == {}
    assert len(records(example_workshop(TEMPLATES, JOINT))) == 1


def test_a_workshop_file_may_hold_all_of_it(example: Workshop) -> None:
    for record in records_of(example):
        assert kind_of(record).records(kind_of(record).rows([record])) == [record]


Spoil = Callable[[dict[str, Any]], object]
SPOILT: dict[str, tuple[Spoil, str]] = {
    "more dots than people have": (
        lambda d: d["boards"][1]["votes"][0].update(voters=7),
        "are more dots than people have",
    ),
    "a vote on nothing": (
        lambda d: d["boards"][1]["votes"][0]["given"][0].update(note="nothing"),
        "is not the text of one note",
    ),
    "a hidden note that is none": (
        lambda d: d["boards"][0].update(hidden=["nothing"]),
        "is not the text of one note",
    ),
    "a session without its board": (
        lambda d: d["session"].update(template="magic"),
        "has no board in the example",
    ),
    "events out of order": (
        lambda d: d["session"]["events"].reverse(),
        "are not in order",
    ),
    "a moment nowhere": (
        lambda d: d["session"].update(began="2026-09-01T07:00:00"),
        "has no time zone",
    ),
    "a moment that is none": (
        lambda d: d["session"].update(began="soon"),
        "is no moment",
    ),
}


@pytest.mark.parametrize(("spoil", "said"), SPOILT.values(), ids=SPOILT.keys())
def test_a_broken_session_is_refused_with_its_place(
    tmp_path: Path, spoil: Spoil, said: str
) -> None:
    content = json.loads(resource("examples", "home-care-together.json").read_text("utf-8"))
    spoil(content)
    file = tmp_path / "example.json"
    file.write_text(json.dumps(content), "utf-8")
    with pytest.raises(TemplateError, match=said):
        load_example(file, TEMPLATES)
