"""Conducts a session: its steps and its timer drive the wall, wherever the keys for that were pressed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import QObject, QTimer, Signal

from canvasapp.app.cockpit.on_wall import on_wall
from canvasapp.app.presenting import Presenting
from canvasapp.domain.agenda import Facilitation
from canvasapp.domain.board import Board, Workshop
from canvasapp.domain.change import Change, Edit
from canvasapp.domain.logbook import lines_of
from canvasapp.domain.session import Plan, PlanStep, Session, Wall
from canvasapp.domain.template import Template
from canvasapp.edits import sessions
from canvasapp.facilitation.expanding import steps_of
from canvasapp.facilitation.schedule import Schedule, clock_words, planned, schedule
from canvasapp.panels.surroundings import Surroundings
from canvasapp.picture.wall_state import WallMode, WallState

Clock = Callable[[], datetime]
MINUTE = 60.0
SECOND_MS = 1000
LATE_MS = 5
"""A tick comes so much after the second has changed, never before."""
LAST = "That was the last step. The session goes on until you end it."


def utc_now() -> datetime:
    return datetime.now(UTC)


class Conduct(QObject):
    """`changed` comes after every step and edit, `ticked` with each second while a session runs."""

    changed = Signal()
    ticked = Signal()

    def __init__(
        self,
        around: Surroundings,
        presenting: Presenting,
        facilitation: Facilitation,
        clock: Clock = utc_now,
    ) -> None:
        super().__init__(presenting)
        self.around, self.presenting, self.facilitation = around, presenting, facilitation
        self.clock = clock
        self._journal = around.journal
        self._chosen: str | None = None
        self._made_of: Plan | Template | None = None
        self._steps: tuple[PlanStep, ...] = ()
        self._ticks = QTimer(self, singleShot=True)
        self._ticks.timeout.connect(self.tick)
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self.changed)
        presenting.stepped.connect(self.step)
        presenting.changed.connect(self._follow_presenting)
        self._journal.subscribe(self._take_edit)
        around.view.board_shown.connect(self._soon.start)
        self._wait_for_second()

    @property
    def workshop(self) -> Workshop:
        return self._journal.workshop

    @property
    def session(self) -> Session | None:
        """The one that runs; None also when its board is gone."""
        session = self.workshop.session
        return session if session is not None and session.board in self.workshop.boards else None

    @property
    def board(self) -> Board:
        """The board of the session; without one that of the editor."""
        session = self.session
        return self.workshop.boards[session.board] if session else self.around.view.board

    @property
    def plan(self) -> str | None:
        """The plan that is gone by, or that would be; None for that of the canvas."""
        session = self.session
        plan = session.plan if session else self._chosen
        return plan if plan in self.board.plans else None

    @property
    def steps(self) -> tuple[PlanStep, ...]:
        board, plan = self.board, self.plan
        made_of = board.plans.get(plan or "", board.template)
        if self._made_of is not made_of:
            self._made_of, self._steps = made_of, steps_of(board, plan, self.facilitation)
        return self._steps

    @property
    def step_now(self) -> PlanStep | None:
        """The one that the session is in; None before it has begun, and when it was taken out of the plan."""
        session = self.session
        found = (each for each in self.steps if session and each.id == session.step)
        return next(found, None)

    def beside(self, way: int) -> PlanStep | None:
        """The step to which the next key (1) or the one for back (-1) leads."""
        if self.session is None:
            return next((e for e in self.steps if not e.skipped), None) if way > 0 else None
        return sessions.step_beside(self.workshop, self.steps, way)

    @property
    def schedule(self) -> Schedule:
        """Without a session as if it began now."""
        session, now = self.session, self.clock()
        if session is None:
            return planned(self.steps, now)
        return schedule(self.steps, session, lines_of(self.workshop, session.id), now)

    @property
    def left(self) -> float:
        """The seconds on the timer."""
        session = self.session
        return session.timer.remaining(self.clock()) if session else 0.0

    @property
    def block(self) -> str | None:
        """The block that is spoken of: on the wall, in the step, or in the editor."""
        session, step = self.session, self.step_now
        named = (session and session.block) or (step and step.block)
        return named or self.presenting.state.block or self.around.view.current_block

    def step(self, way: int) -> None:
        """The next step (1) or the one before (-1); the first one begins the session."""
        session, steps = self.session, self.steps
        if session is None and self.beside(1) is None:
            self.presenting.step_blocks(way)  # a canvas without an agenda
        elif session is None:
            self._begin(way)
        elif self.beside(way) is None:
            self.around.guide.tell(LAST if way > 0 else "This is the first step.")
        elif way > 0:
            self._follow(lambda now, seq: sessions.next_step(self.workshop, steps, now, seq))
        else:
            self._follow(lambda now, seq: sessions.previous_step(self.workshop, steps, now, seq))

    def go_to(self, step_id: str) -> None:
        """That step; before the session has begun it begins there."""
        if self.session is None:
            self._begin(1)
        self._follow(lambda now, seq: sessions.go_to(self.workshop, self.steps, step_id, now, seq))

    def end(self) -> None:
        """The session is over; the wall goes on showing the board."""
        self._follow(lambda now, seq: sessions.end_session(self.workshop, now, seq))

    def use_plan(self, plan: str | None) -> None:
        """From now on this plan of the board (None: that of its canvas)."""
        self._chosen = plan
        self._follow(lambda *_: sessions.use_plan(self.workshop, plan))
        self._soon.start()

    def pause_or_resume(self) -> None:
        session = self.session
        if session is not None:
            turn = sessions.pause if session.timer.is_running else sessions.resume
            self._follow(lambda now, _: turn(self.workshop, now))

    def add_minutes(self, minutes: int) -> None:
        self._follow(lambda now, _: sessions.add_time(self.workshop, minutes * MINUTE, now))

    def show(self, wall: Wall) -> None:
        """What the wall shows from now on; of the block that is spoken of where it shows one."""
        session = self.session
        block = self.block if wall in (Wall.BLOCK, Wall.COMPARE) else None
        self.presenting.change(lit=None)
        if session is None:
            self._show(wall, block)
        else:
            self._follow(lambda *_: sessions.show_on_wall(self.workshop, wall, block))

    def toggle_spotlight(self) -> None:
        """Of the whole canvas only the block that is spoken of is lit, or all of it again."""
        lit = None if self.presenting.state.lit else self.block
        if lit and self.presenting.state.mode is not WallMode.CANVAS:
            self.show(Wall.WHOLE)
        self.presenting.change(lit=lit)
        self.changed.emit()

    def perform(self, plan: Callable[[], Edit]) -> bool:
        """Commits what is planned; when it can not be, says why and is False."""
        return self.around.view.bench.perform(lambda: self._journal.commit(plan()))

    def tick(self) -> None:
        """A second has gone by: only what tells the time changes."""
        session = self.session
        if session is not None and self.presenting.is_on:
            said = clock_words(self.left)
            if said != self.presenting.state.timer:
                self.presenting.change(timer=said)
        self.ticked.emit()
        self._wait_for_second()

    def _begin(self, way: int) -> None:
        if way < 0:
            return
        board, steps, plan = self.board.id, self.steps, self.plan
        self._follow(
            lambda now, seq: sessions.begin_session(self.workshop, board, steps, now, seq, plan)
        )

    def _follow(self, plan: Callable[[datetime, int], Edit]) -> None:
        """Performs an edit of the session; when it can not be, says why."""
        self.around.view.bench.perform(
            lambda: self._journal.follow(plan(self.clock(), self._journal.seq))
        )

    def _take_edit(self, _: Workshop, edit: Edit) -> None:
        if any(isinstance(change.record, Session) for change in edit.changes):
            self._wait_for_second()
        if any(_is_step(change) for change in edit.changes):
            self.presenting.state = replace(self.presenting.state, lit=None)
        self._show_session()
        self._soon.start()

    def _follow_presenting(self) -> None:
        self._show_session()
        self._prepare()
        self._soon.start()

    def _show_session(self) -> None:
        """The wall shows what the session says; without one it shows no time and is left as it is."""
        session = self.session
        self.presenting.keep_board(session.board if session else None)
        if session is not None:
            self._show(session.wall, session.block)
        elif self.presenting.state.timer is not None:
            self.presenting.change(timer=None)

    def _show(self, wall: Wall, block: str | None) -> None:
        before = self.presenting.state
        timer = clock_words(self.left) if self.session else None
        base = replace(before, timer=timer)
        state = on_wall(base, self.workshop, self.board.id, wall, block, self.step_now)
        if state != before:
            self.presenting.show(state)
            if replace(before, timer=None) != replace(state, timer=None):
                self._prepare()

    def _prepare(self) -> None:
        """The pictures of the next step and of the one before are made while nothing happens."""
        if self.presenting.is_on:
            near = [self.beside(way) for way in (1, -1)]
            self.presenting.prepare(*(self._state_in(each) for each in near if each is not None))

    def _state_in(self, step: PlanStep) -> WallState:
        state = replace(self.presenting.state, lit=None, timer=clock_words(step.seconds))
        return on_wall(state, self.workshop, self.board.id, step.wall, step.block, step)

    def _wait_for_second(self) -> None:
        if self.session is None:
            self._ticks.stop()
            return
        part = self.left % 1 if self.session.timer.is_running else 0.0
        self._ticks.start(round((part or 1.0) * SECOND_MS) + LATE_MS)


def _is_step(change: Change) -> bool:
    """Whether the session has come to another step."""
    before, after = change.before, change.after
    return isinstance(before, Session) and isinstance(after, Session) and before.step != after.step
