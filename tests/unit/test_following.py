"""A session is on the disk step by step, survives a restart, and leaves undo alone; its log tells what happened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from canvasapp.domain.board import Board
from canvasapp.domain.change import Change, Edit, StaleEditError
from canvasapp.domain.geometry import Rect
from canvasapp.domain.logbook import lines_of, session_ids, span_of
from canvasapp.domain.records import Seen
from canvasapp.domain.session import Event, LogLine, PlanStep, Session, Wall
from canvasapp.edits import agendas, sessions
from canvasapp.edits.boards import remove_board
from canvasapp.edits.catching import decide
from canvasapp.edits.journal import Journal
from canvasapp.edits.notes import add_notes, set_text
from canvasapp.edits.privacy import reveal
from canvasapp.edits.sealing import seal_block, unseal_block
from canvasapp.edits.voting import close_vote, start_vote
from canvasapp.facilitation.recording import record_of, records, words_of
from canvasapp.store import WorkshopStore, create_workshop, open_workshop
from canvasapp.store.oplog import OpKind
from canvasapp.templates import load_registers
from tests.unit.small_canvas import note, workshop

START = workshop(note("n1", text="first"), boards=("b1", "b2"))
NINE = datetime(2024, 5, 6, 9, 0, tzinfo=UTC)
STEPS = (
    PlanStep("welcome", "Welcome", 60, wall=Wall.WHOLE),
    PlanStep("write", "Write", 120, "Tall", Wall.BLOCK, "tall", hides=True),
    PlanStep("rest", "Rest", 60, skipped=True),
    PlanStep("close", "Close", 60),
)


class Room:
    """A facilitator with a clock, and a program that may be started again."""

    def __init__(self, store: WorkshopStore) -> None:
        self.store = store
        self.now = NINE
        self.start_again()

    def start_again(self) -> None:
        loaded = self.store.load(START.templates)
        self.journal = Journal(self.store, loaded, lambda: self.now)

    def wait(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)

    def begin(self) -> None:
        journal = self.journal
        journal.follow(sessions.begin_session(journal.workshop, "b1", STEPS, self.now, journal.seq))

    def next(self) -> None:
        journal = self.journal
        journal.follow(sessions.next_step(journal.workshop, STEPS, self.now, journal.seq))

    def previous(self) -> None:
        journal = self.journal
        journal.follow(sessions.previous_step(journal.workshop, STEPS, self.now, journal.seq))

    def end(self) -> None:
        journal = self.journal
        journal.follow(sessions.end_session(journal.workshop, self.now, journal.seq))

    @property
    def session(self) -> Session:
        session = self.journal.workshop.session
        assert session is not None
        return session

    @property
    def left(self) -> float:
        return self.session.timer.remaining(self.now)

    @property
    def board(self) -> Board:
        return self.journal.workshop.boards["b1"]

    @property
    def told(self) -> list[tuple[Event, str]]:
        lines = lines_of(self.journal.workshop, session_ids(self.journal.workshop)[-1])
        return [(line.event, line.words) for line in lines]

    def say(self, text: str) -> None:
        self.journal.commit(set_text(self.board, "n1", text))


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    create_workshop(tmp_path / "a.workshop", START)
    with open_workshop(tmp_path / "a.workshop") as store:
        yield Room(store)


def test_a_session_begins_with_the_first_step_and_its_time(room: Room) -> None:
    room.begin()
    assert (room.session.step, room.session.wall, room.left) == ("welcome", Wall.WHOLE, 60)
    room.wait(25)
    assert room.left == 35


def test_the_next_step_says_what_the_wall_shows_and_passes_over_what_is_skipped(room: Room) -> None:
    room.begin()
    room.next()
    assert (room.session.wall, room.session.block, room.session.hides) == (
        Wall.BLOCK,
        "tall",
        True,
    )
    room.next()
    assert room.session.step == "close"
    before = room.journal.workshop
    room.next()
    assert room.journal.workshop is before


def test_a_step_that_is_taken_up_again_has_the_time_it_had_left(room: Room) -> None:
    room.begin()
    room.wait(20)
    room.next()
    room.wait(500)
    room.previous()
    assert (room.session.step, room.left) == ("welcome", 40)
    room.next()
    assert room.left == 0


def test_the_timer_is_paused_resumed_and_moved(room: Room) -> None:
    room.begin()
    journal = room.journal
    journal.follow(sessions.pause(journal.workshop, room.now))
    room.wait(100)
    assert room.left == 60
    journal.follow(sessions.add_time(journal.workshop, 60, room.now))
    journal.follow(sessions.resume(journal.workshop, room.now))
    room.wait(30)
    assert room.left == 90
    journal.follow(sessions.add_time(journal.workshop, -600, room.now))
    assert room.left == 0


def test_after_a_crash_the_session_goes_on_with_the_right_time_left(room: Room) -> None:
    room.begin()
    room.next()
    room.wait(45)
    before = room.journal.workshop
    room.start_again()
    assert room.session == before.session
    assert room.left == 75
    assert lines_of(room.journal.workshop, room.session.id) == lines_of(before, room.session.id)


def test_steps_of_a_session_are_no_part_of_undo(room: Room) -> None:
    room.say("second")
    room.begin()
    room.say("third")
    room.next()
    assert room.journal.undo_label == "Type text"
    room.journal.undo()
    room.next()
    assert (room.board.note("n1").text, room.session.step) == ("second", "close")
    room.start_again()
    room.journal.redo()
    assert room.board.note("n1").text == "third"
    room.journal.undo()
    room.journal.undo()
    assert (room.board.note("n1").text, room.journal.undo_label) == ("first", None)
    assert room.session.step == "close"


def test_a_step_between_does_not_hinder_replacing_the_last_edit(room: Room) -> None:
    room.begin()
    room.say("second")
    room.next()
    room.journal.replace(lambda w: set_text(w.boards["b1"], "n1", "better"))
    assert room.board.note("n1").text == "better"
    past = [step for step in room.journal.history() if step.kind is not OpKind.START]
    assert [step.label for step in past] == ["Type text"]


def test_only_the_session_and_its_log_are_followed(room: Room) -> None:
    with pytest.raises(ValueError, match="only the session"):
        room.journal.follow(set_text(room.board, "n1", "second"))
    room.begin()
    line = next(iter(room.journal.workshop.log.values()))
    for record in (room.session, line):
        with pytest.raises(ValueError, match="followed, not undone"):
            room.journal.commit(Edit("Forge", (Change(record, None),)))


def test_a_stale_step_changes_nothing(room: Room) -> None:
    room.begin()
    stale = sessions.next_step(room.journal.workshop, STEPS, room.now, room.journal.seq)
    room.next()
    with pytest.raises(StaleEditError):
        room.journal.follow(stale)


def test_listeners_are_told_of_steps_which_lie_on_no_board(room: Room) -> None:
    told: list[Edit] = []
    room.journal.subscribe(lambda _, edit: told.append(edit))
    room.begin()
    assert [(edit.label, edit.boards) for edit in told] == [("Begin session", set())]


def test_the_board_of_a_session_can_go_and_come_back(room: Room) -> None:
    room.begin()
    room.journal.commit(remove_board(room.journal.workshop, "b1"))
    room.next()
    room.journal.undo()
    assert (room.board.note("n1").text, room.session.step) == ("first", "write")


def test_a_session_that_begins_ends_the_one_that_runs(room: Room) -> None:
    room.begin()
    room.begin()
    first, second = records(room.journal.workshop)
    assert (first.ended, second.ended) == (NINE, None)
    assert len(room.journal.workshop.sessions) == 1


def test_without_a_session_nothing_happens(room: Room) -> None:
    plain = room.journal.workshop
    for edit in (
        sessions.next_step(plain, STEPS, NINE, 1),
        sessions.pause(plain, NINE),
        sessions.show_on_wall(plain, Wall.BREAK),
        sessions.end_session(plain, NINE, 1),
    ):
        assert not edit


def test_a_plan_without_a_step_to_take_is_refused(room: Room) -> None:
    with pytest.raises(sessions.NoStepsError):
        sessions.begin_session(room.journal.workshop, "b1", STEPS[2:3], NINE, 1)


def test_when_the_present_step_goes_from_the_plan_the_next_one_has_not_run(room: Room) -> None:
    room.begin()
    room.next()
    workshop_now = room.journal.workshop
    kept = tuple(step for step in STEPS if step.id != "write")
    edit = sessions.next_step(workshop_now, kept, room.now, room.journal.seq)
    assert edit.label == "Go to Close"


def test_the_wall_and_hiding_are_changed_by_hand(room: Room) -> None:
    room.begin()
    room.journal.follow(sessions.show_on_wall(room.journal.workshop, Wall.COMPARE, "tall"))
    room.journal.follow(sessions.hide_new_notes(room.journal.workshop, hides=True))
    assert (room.session.wall, room.session.block, room.session.hides) == (
        Wall.COMPARE,
        "tall",
        True,
    )


def test_what_is_written_in_a_silent_step_is_hidden_until_it_is_revealed(room: Room) -> None:
    room.begin()
    room.next()
    wanted = [(Rect(20, 100, 50, 50), "a"), (Rect(100, 100, 50, 50), "b")]
    room.journal.commit(add_notes(room.board, wanted))
    seen = {each.text: each.seen for each in room.board.notes.values()}
    assert seen == {"first": Seen.SHOWN, "a": Seen.HIDDEN, "b": Seen.HIDDEN}
    room.journal.commit(reveal(room.board))
    room.next()
    room.journal.commit(add_notes(room.board, [(Rect(20, 300, 50, 50), "c")]))
    assert {each.seen for each in room.board.notes.values()} == {Seen.SHOWN}


# --- the log --------------------------------------------------------------------------------------------------------


def test_the_log_tells_steps_votes_reveals_and_decisions(room: Room) -> None:
    room.begin()
    room.next()
    room.journal.commit(add_notes(room.board, [(Rect(20, 100, 50, 50), "a")]))
    room.journal.commit(reveal(room.board, "tall"))
    room.journal.commit(start_vote(room.board, "Riskiest", 3, 4))
    (vote,) = room.board.rounds
    room.journal.commit(close_vote(room.board, vote))
    register = load_registers()["decision"]
    what = "Start\nin one city"
    room.journal.commit(
        decide(room.journal.workshop, register, what, "", "sponsors", date(2024, 5, 6))
    )
    room.journal.commit(seal_block(room.board, "tall"))
    room.journal.commit(unseal_block(room.board, "tall"))
    room.end()
    assert room.told == [
        (Event.SESSION_BEGUN, "Board b1"),
        (Event.STEP_BEGUN, "Welcome"),
        (Event.STEP_ENDED, "Welcome"),
        (Event.STEP_BEGUN, "Tall: Write"),
        (Event.REVEALED, "1 note"),
        (Event.VOTE_OPENED, "Riskiest"),
        (Event.VOTE_CLOSED, "Riskiest"),
        (Event.DECIDED, "D1 Start in one city"),
        (Event.FINISHED, "Tall"),
        (Event.REOPENED, "Tall"),
        (Event.STEP_ENDED, "Tall: Write"),
        (Event.SESSION_ENDED, ""),
    ]


def test_the_log_tells_what_was_taken_back_too(room: Room) -> None:
    room.begin()
    room.journal.commit(start_vote(room.board, "Riskiest", 3, 4))
    room.journal.undo()
    assert room.told[-1] == (Event.TAKEN_BACK, "Riskiest")
    assert room.journal.redo_label == "Start vote"


def test_nothing_is_logged_while_no_session_runs(room: Room) -> None:
    room.journal.commit(start_vote(room.board, "Riskiest", 3, 4))
    assert room.journal.workshop.log == {}


def test_the_record_gives_each_step_the_time_it_took(room: Room) -> None:
    room.begin()
    room.wait(70)
    room.next()
    room.wait(30)
    room.end()
    (record,) = records(room.journal.workshop)
    assert (record.title, record.began, record.ended) == (
        "Board b1",
        NINE,
        NINE + timedelta(seconds=100),
    )
    told = [(words_of(each), each.took and each.took.seconds) for each in record.happened]
    assert told == [("Welcome", 70), ("Tall: Write", 30)]
    assert record == record_of(room.journal.workshop, record.id)


def test_a_vote_is_told_with_what_happened_to_it(room: Room) -> None:
    room.begin()
    room.journal.commit(start_vote(room.board, "Riskiest", 3, 4))
    (record,) = records(room.journal.workshop)
    assert words_of(record.happened[-1]) == "Vote opened: Riskiest"


def test_lines_are_numbered_one_by_one_through_all_sessions(room: Room) -> None:
    room.begin()
    room.next()
    room.begin()
    numbers = sorted(line.number for line in room.journal.workshop.log.values())
    assert numbers == list(range(1, len(numbers) + 1))


def test_the_span_of_an_exercise_goes_from_its_first_begin_to_its_last_end(room: Room) -> None:
    room.begin()
    room.say("before")
    room.next()
    begun = room.journal.seq - 1
    room.say("during")
    lines = lines_of(room.journal.workshop, room.session.id)
    span = span_of({"write"}, lines)
    assert span is not None
    assert (span.begun, span.ended) == (begun, None)
    room.next()
    lines = lines_of(room.journal.workshop, room.session.id)
    assert span_of({"write", "welcome"}, lines) is not None
    assert span_of({"rest"}, lines) is None


# --- plans of one's own ---------------------------------------------------------------------------------------------


def steps_in(board: Board) -> list[str]:
    (plan,) = board.plans.values()
    return [step.id for step in plan.steps]


def test_a_plan_is_edited_step_by_step(room: Room) -> None:
    room.journal.commit(agendas.add_plan(room.board, "Ours", STEPS, plan_id="p"))
    for change in (
        lambda b: agendas.move_step(b, "p", "close", 0),
        lambda b: agendas.remove_step(b, "p", "rest"),
        lambda b: agendas.insert_step(b, "p", PlanStep("vote", " Vote ", 30), before="write"),
        lambda b: agendas.set_seconds(b, "p", "write", 90),
        lambda b: agendas.skip_step(b, "p", "welcome"),
        lambda b: agendas.rename_plan(b, "p", "Short"),
    ):
        room.journal.commit(change(room.board))
    (plan,) = room.board.plans.values()
    assert [(s.id, s.title, s.seconds, s.skipped) for s in plan.steps] == [
        ("close", "Close", 60, False),
        ("welcome", "Welcome", 60, True),
        ("vote", "Vote", 30, False),
        ("write", "Write", 90, False),
    ]
    assert plan.title == "Short"
    room.start_again()
    assert room.board.plans == {"p": plan}
    room.journal.undo()
    room.journal.undo()
    assert not room.board.plans["p"].steps[1].skipped


def test_a_copied_step_gets_an_id_of_its_own(room: Room) -> None:
    room.journal.commit(agendas.add_plan(room.board, "", STEPS, plan_id="p"))
    room.journal.commit(agendas.insert_step(room.board, "p", STEPS[0]))
    ids = steps_in(room.board)
    assert len(set(ids)) == len(ids) == len(STEPS) + 1


def test_plans_that_can_not_be_are_refused(room: Room) -> None:
    room.journal.commit(agendas.add_plan(room.board, "", STEPS[:1], plan_id="p"))
    with pytest.raises(agendas.UnfitPlanError, match="needs a step"):
        agendas.skip_step(room.board, "p", "welcome")
    with pytest.raises(agendas.UnfitPlanError, match="needs a step"):
        agendas.remove_step(room.board, "p", "welcome")
    with pytest.raises(agendas.UnfitPlanError, match="from a second to 8 hours"):
        agendas.change_step(room.board, "p", replace(STEPS[0], seconds=0))
    with pytest.raises(agendas.UnfitPlanError, match="at most 500"):
        agendas.add_plan(room.board, "", (STEPS[0],) * 501)


def test_a_removed_plan_comes_back_with_undo(room: Room) -> None:
    room.journal.commit(agendas.add_plan(room.board, "Ours", STEPS, plan_id="p"))
    room.journal.commit(agendas.remove_plan(room.board, "p"))
    assert room.board.plans == {}
    room.journal.undo()
    assert steps_in(room.board) == [step.id for step in STEPS]


def test_a_line_of_the_log_stays_as_it_was_written(room: Room) -> None:
    room.begin()
    before: dict[str, LogLine] = dict(room.journal.workshop.log)
    room.next()
    room.end()
    assert before.items() <= room.journal.workshop.log.items()
