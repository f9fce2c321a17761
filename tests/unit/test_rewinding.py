"""Back to before an exercise: what was touched since stays, and is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from canvasapp.domain.board import Board
from canvasapp.domain.geometry import Rect
from canvasapp.domain.logbook import Span
from canvasapp.domain.records import LinkKind
from canvasapp.edits.journal import Journal
from canvasapp.edits.links import add_link
from canvasapp.edits.notes import Stack, add_note, move_notes, remove_notes, restack, set_text
from canvasapp.edits.parties import remove_party
from canvasapp.edits.rewinding import Rewind, rewind
from canvasapp.edits.voting import give_dots, start_vote
from canvasapp.store import create_workshop, open_workshop
from tests.unit.small_canvas import link, note, workshop

START = workshop(
    note("n1", text="old"),
    note("n2", x=80, party="retailer", z="a1"),
    note("n3", x=10, y=120, z="a2"),
    link("l1", "n2", "n3"),
    note("elsewhere", board="b2"),
    boards=("b1", "b2"),
)


class Exercises:
    """Edits before, during and after an exercise on the first board."""

    def __init__(self, journal: Journal) -> None:
        self.journal = journal
        self.span = Span(journal.seq, None)

    @property
    def board(self) -> Board:
        return self.journal.workshop.boards["b1"]

    def say(self, note_id: str, text: str) -> None:
        self.journal.commit(set_text(self.board, note_id, text))

    def begin(self) -> None:
        self.span = Span(self.journal.seq, None)

    def end(self) -> None:
        self.span = Span(self.span.begun, self.journal.seq)

    @property
    def planned(self) -> Rewind:
        past = self.journal.since(self.span.begun)
        return rewind(self.journal.workshop, "b1", self.span, past)

    def rewind(self) -> tuple[str, ...]:
        """What was left."""
        planned = self.planned
        self.journal.commit(planned.edit)
        return tuple(each.id for each in planned.left)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Exercises]:
    create_workshop(tmp_path / "a.workshop", START)
    with open_workshop(tmp_path / "a.workshop") as store:
        yield Exercises(Journal(store, store.load(START.templates)))


def test_what_an_exercise_did_is_taken_back_and_that_is_one_edit(room: Exercises) -> None:
    room.say("n2", "before")
    before = dict(room.board.notes)
    room.begin()
    room.say("n1", "during")
    room.journal.commit(move_notes(room.board, ["n2"], 5, 5))
    room.journal.commit(add_note(room.board, Rect(20, 300, 50, 50), "new"))
    after = dict(room.board.notes)
    room.end()
    assert room.rewind() == ()
    assert room.board.notes == before
    room.journal.undo()
    assert room.board.notes == after


def test_what_was_touched_since_stays_and_is_told(room: Exercises) -> None:
    room.say("n1", "during")
    room.say("n2", "during")
    room.end()
    room.say("n2", "later")
    assert room.rewind() == ("n2",)
    assert [room.board.note(each).text for each in ("n1", "n2")] == ["old", "later"]


def test_later_exercises_stay_as_they_are(room: Exercises) -> None:
    room.say("n1", "during")
    room.end()
    room.journal.commit(add_note(room.board, Rect(20, 300, 50, 50), "later", note_id="new"))
    room.say("n3", "later")
    assert room.rewind() == ()
    assert room.board.note("new").text == room.board.note("n3").text == "later"


def test_removed_notes_come_back_with_their_links(room: Exercises) -> None:
    before = dict(room.board.notes)
    room.journal.commit(remove_notes(room.board, ["n2"]))
    room.end()
    assert room.rewind() == ()
    assert (room.board.notes, list(room.board.links)) == (before, ["l1"])


def test_a_link_whose_other_end_went_later_stays_away(room: Exercises) -> None:
    room.journal.commit(remove_notes(room.board, ["n2"]))
    room.end()
    room.journal.commit(remove_notes(room.board, ["n3"]))
    assert room.rewind() == ("l1",)
    assert ("n2" in room.board.notes, room.board.links) == (True, {})


@pytest.mark.parametrize("hung", ["link", "dot"])
def test_a_note_on_which_something_hangs_since_stays(room: Exercises, hung: str) -> None:
    room.journal.commit(add_note(room.board, Rect(20, 300, 50, 50), "new", note_id="new"))
    room.end()
    if hung == "link":
        room.journal.commit(add_link(room.board, "new", "n1", LinkKind.SUPPORTS))
    else:
        room.journal.commit(start_vote(room.board, "", 3, round_id="r"))
        room.journal.commit(give_dots(room.board, "r", "new"))
    assert room.rewind() == ("new",)
    assert "new" in room.board.notes


def test_a_vote_of_the_exercise_is_taken_back_with_its_dots(room: Exercises) -> None:
    room.journal.commit(start_vote(room.board, "", 3, round_id="r"))
    room.journal.commit(give_dots(room.board, "r", "n1"))
    room.end()
    room.rewind()
    assert (room.board.rounds, room.board.dots) == ({}, {})


def test_what_was_undone_in_the_exercise_is_nothing_to_take_back(room: Exercises) -> None:
    room.say("n1", "during")
    room.journal.undo()
    room.end()
    assert not room.planned.edit


def test_other_boards_are_left_alone(room: Exercises) -> None:
    other = room.journal.workshop.boards["b2"]
    room.journal.commit(set_text(other, "elsewhere", "during"))
    room.end()
    assert not room.planned.edit


def test_a_note_of_a_party_that_went_comes_back_as_nobodys(room: Exercises) -> None:
    room.journal.commit(remove_notes(room.board, ["n2"]))
    room.end()
    room.journal.commit(remove_party(room.journal.workshop, "retailer"))
    room.rewind()
    assert room.board.note("n2").party is None


def test_a_note_comes_back_beside_what_has_taken_its_place_in_the_pile(room: Exercises) -> None:
    room.journal.commit(remove_notes(room.board, ["n3"]))
    room.end()
    room.journal.commit(restack(room.board, ["n1"], Stack.FRONT))
    room.rewind()
    assert len({each.z for each in room.board.notes.values()}) == 3
