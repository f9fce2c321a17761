"""What the home page remembers of workshops, and how it says when that was."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from canvasapp.app.recents import (
    MOST,
    Recent,
    day_of,
    read,
    recent_of,
    with_recent,
    without_recent,
    written,
)
from tests.unit.small_canvas import workshop

NOW = datetime(2025, 11, 21, 14, 32)  # noqa: DTZ001  # the clock on the wall
FIRST = recent_of(Path("/home/ann/first.workshop"), workshop(), "Saved here", NOW)


def named(path: str) -> Recent:
    return replace(FIRST, path=path)


def test_a_workshop_is_told_by_its_title_and_first_board() -> None:
    assert (FIRST.title, FIRST.board, FIRST.template) == ("Workshop", "Board b1", "small")


@pytest.mark.parametrize(
    ("boards", "about"),
    [
        (["b1"], "Board b1"),
        (["b1", "b2"], "Board b1 and 1 more board"),
        (["b1", "b2", "b3"], "Board b1 and 2 more boards"),
    ],
)
def test_the_other_boards_are_counted(boards: list[str], about: str) -> None:
    assert recent_of(Path("w"), workshop(boards=boards), "", NOW).about == about


def test_what_was_opened_last_comes_first_and_only_once() -> None:
    kept = with_recent(with_recent((named("a"),), named("b")), replace(named("a"), title="New"))
    assert [(each.path, each.title) for each in kept] == [("a", "New"), ("b", "Workshop")]


def test_the_oldest_goes_when_there_are_too_many() -> None:
    kept: tuple[Recent, ...] = ()
    for number in range(MOST + 1):
        kept = with_recent(kept, named(str(number)))
    assert len(kept) == MOST
    assert "0" not in {each.path for each in kept}


def test_one_can_be_taken_out() -> None:
    assert without_recent((named("a"), named("b")), "a") == (named("b"),)


def test_what_is_written_can_be_read_again() -> None:
    assert read(written((FIRST, named("b")))) == (FIRST, named("b"))


SPOILT = (
    "",
    "{",
    "[1]",
    '[{"path": "a"}]',
    written((replace(FIRST, changed="soon"),)),
    written((FIRST,)).replace('"Workshop"', "7"),
)


@pytest.mark.parametrize("spoilt", SPOILT)
def test_a_list_that_can_not_be_read_is_empty(spoilt: str) -> None:
    assert read(spoilt) == ()


def test_a_file_that_is_gone_is_known_to_be_gone(tmp_path: Path) -> None:
    there = tmp_path / "a.workshop"
    there.touch()
    assert named(str(there)).is_there
    there.unlink()
    assert not named(str(there)).is_there


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ("2025-11-21T09:05", "Today 09:05"),
        ("2025-11-20T23:59", "Yesterday"),
        ("2025-11-12T10:00", "12 November"),
        ("2024-05-03T10:00", "3 May 2024"),
    ],
)
def test_a_day_is_said_as_one_says_it(changed: str, said: str) -> None:
    assert day_of(changed, NOW) == said
