"""Two hours on each canvas, driven on the rules alone: every step, votes, reveals, a break, a program started again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from canvasapp.domain.board import Board, Workshop
from canvasapp.domain.change import Edit
from canvasapp.domain.logbook import lines_of, span_of
from canvasapp.domain.records import Seen
from canvasapp.domain.session import Event, PlanStep, Session, Wall
from canvasapp.domain.template import Place, Template
from canvasapp.domain.voting import open_round, results
from canvasapp.edits import sessions
from canvasapp.edits.catching import PARKED, decide, mark_gap, park_notes
from canvasapp.edits.journal import Journal
from canvasapp.edits.notes import add_notes
from canvasapp.edits.placing import free_places
from canvasapp.edits.privacy import hidden_notes, reveal
from canvasapp.edits.rewinding import rewind
from canvasapp.edits.sealing import seal_block
from canvasapp.edits.voting import close_vote, give_dots, send_to_matrix, show_counts, start_vote
from canvasapp.edits.workshops import new_workshop
from canvasapp.facilitation.expanding import expanded
from canvasapp.facilitation.recording import records
from canvasapp.facilitation.schedule import Schedule, behind_words, schedule
from canvasapp.store import WorkshopStore, create_workshop, open_workshop
from canvasapp.templates import load_registers, load_templates
from canvasapp.templates.facilitation import load_facilitation

TEMPLATES = load_templates()
REGISTERS = load_registers()
FACILITATION = load_facilitation()
NINE = datetime(2024, 5, 6, 9, 0, tzinfo=UTC)
SIZE = (50.0, 50.0)


class Room:
    """People around a canvas, and a facilitator who goes from step to step as the plan says."""

    def __init__(self, file: Path, template: Template) -> None:
        self.file = file
        self.now = NINE
        self.steps = expanded(template, FACILITATION)
        create_workshop(file, new_workshop(TEMPLATES, template.id, "Session"))
        self.store: WorkshopStore
        self.open()

    def open(self) -> None:
        self.store = open_workshop(self.file)
        self.journal = Journal(self.store, self.store.load(TEMPLATES), lambda: self.now)

    @property
    def workshop(self) -> Workshop:
        return self.journal.workshop

    @property
    def board(self) -> Board:
        return next(iter(self.workshop.boards.values()))

    @property
    def session(self) -> Session:
        assert self.workshop.session is not None
        return self.workshop.session

    @property
    def step(self) -> PlanStep:
        return next(each for each in self.steps if each.id == self.session.step)

    @property
    def timed(self) -> Schedule:
        log = lines_of(self.workshop, self.session.id)
        return schedule(self.steps, self.session, log, self.now)

    def do(self, edit: Edit) -> None:
        self.journal.commit(edit)

    def follow(self, edit: Edit) -> None:
        self.journal.follow(edit)

    def begin(self) -> None:
        seq = self.journal.seq
        edit = sessions.begin_session(self.workshop, self.board.id, self.steps, self.now, seq)
        self.follow(edit)

    def next(self) -> None:
        seq = self.journal.seq
        self.follow(sessions.next_step(self.workshop, self.steps, self.now, seq))

    def end(self) -> None:
        self.follow(sessions.end_session(self.workshop, self.now, self.journal.seq))

    def wait(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)

    def work(self) -> None:
        """What people do in a step, by what it shows and needs."""
        step = self.step
        if step.hides:
            self.write(step)
        elif step.wall is Wall.COMPARE and step.block:
            self.compare(step.block)
        elif step.id.endswith("/decide") and step.block:
            self.decide(step.block)
        elif step.id.endswith("/vote"):
            self.vote()
        elif step.wall is Wall.RESULTS:
            self.show_results()

    def write(self, step: PlanStep) -> None:
        assert step.block is not None
        assert step.lens is not None
        place = Place(step.block, step.lens)
        rects = free_places(self.board, place.block, place.perspective, 2, SIZE)
        self.do(add_notes(self.board, [(rect, f"{step.id} {at}") for at, rect in enumerate(rects)]))
        assert {n.seen for n in self.board.notes_in(step.block, step.lens)} == {Seen.HIDDEN}

    def compare(self, block: str) -> None:
        assert len(hidden_notes(self.board, block)) == 4
        self.do(reveal(self.board, block))
        first, *_, last = self.board.notes_in(block)
        self.do(mark_gap(self.board, first.id, last.id))

    def decide(self, block: str) -> None:
        first, *_, last = self.board.notes_in(block)
        day = self.now.date()
        what = f"Go on with {first.text}"
        self.do(decide(self.workshop, REGISTERS["decision"], what, "", "all", day, [first.content]))
        self.do(park_notes(self.board, [last.id]))
        self.do(seal_block(self.board, block))

    def vote(self) -> None:
        self.do(start_vote(self.board, "Riskiest", dots=3, voters=4))
        vote = open_round(self.board)
        assert vote is not None
        for note, number in zip(
            self.board.notes_in(self.board.template.blocks[0].id), (5, 4, 3), strict=True
        ):
            self.do(give_dots(self.board, vote.id, note.id, number))

    def show_results(self) -> None:
        vote = open_round(self.board)
        assert vote is not None
        self.do(close_vote(self.board, vote.id))
        self.do(show_counts(self.board, vote.id))
        assert [each.dots for each in results(self.workshop, vote)] == [5, 4, 3]
        self.do(send_to_matrix(self.workshop, REGISTERS["assumption"], self.board.id, vote.id))


@pytest.fixture(params=TEMPLATES.values(), ids=list(TEMPLATES))
def room(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Room]:
    room = Room(tmp_path / "a.workshop", request.param)
    yield room
    room.store.close()


def test_two_hours_end_on_time_though_the_program_is_started_again(room: Room) -> None:
    room.begin()
    for number, step in enumerate(room.steps):
        assert room.step == step
        assert (room.session.wall, room.session.block) == (step.wall, step.block)
        assert room.session.timer.remaining(room.now) == step.seconds
        room.work()
        room.wait(step.seconds / 2)
        if number == len(room.steps) // 2:
            before = room.workshop.session
            room.store.close()
            room.open()
            assert room.session == before
        room.wait(step.seconds / 2)
        assert room.session.timer.has_ended(room.now)
        assert behind_words(room.timed) == "On time"
        room.next()
    room.end()
    assert records(room.workshop)[0].ended == NINE + timedelta(hours=2)


def test_after_a_session_its_record_and_the_board_hold_all_that_was_done(room: Room) -> None:
    room.begin()
    for step in room.steps:
        room.work()
        room.wait(step.seconds)
        room.next()
    room.end()
    (record,) = records(room.workshop)
    told = [each.event for each in record.happened]
    blocks = {each.id for each in room.board.template.blocks}
    assert told.count(Event.STEP_BEGUN) == len(room.steps)
    assert {told.count(each) for each in (Event.DECIDED, Event.FINISHED, Event.REVEALED)} == {
        len(blocks)
    }
    assert told.count(Event.VOTE_OPENED) == told.count(Event.VOTE_CLOSED) == 1
    assert room.board.sealed_blocks == blocks
    parked = [each.text for each in room.board.notes.values() if each.block is None]
    assert (len(parked), parked.count(PARKED)) == (len(blocks) + 1, 1)


def test_the_first_exercise_is_rewound_while_the_second_stays(room: Room) -> None:
    board = room.board.id
    room.begin()
    blocks = list(dict.fromkeys(step.block for step in room.steps if step.block))[:2]
    silent = [step for step in room.steps if step.hides and step.block in blocks]
    for step in silent:
        room.follow(sessions.go_to(room.workshop, room.steps, step.id, room.now, room.journal.seq))
        room.work()
    lines = lines_of(room.workshop, room.session.id)
    span = span_of({step.id for step in silent if step.block == blocks[0]}, lines)
    assert span is not None
    planned = rewind(room.workshop, board, span, room.journal.since(span.begun))
    room.do(planned.edit)
    assert [len(room.board.notes_in(block)) for block in blocks] == [0, 4]
    room.journal.undo()
    assert [len(room.board.notes_in(block)) for block in blocks] == [4, 4]


def test_a_decision_is_dated_and_about_its_notes(room: Room) -> None:
    room.do(decide(room.workshop, REGISTERS["decision"], "Go", "Now", "all", date(2024, 5, 6)))
    (entry,) = room.workshop.entries.values()
    assert (entry.get("date"), entry.get("why"), entry.get("about")) == ("2024-05-06", "Now", None)
