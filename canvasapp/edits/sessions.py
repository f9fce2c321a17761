"""Plans for the session that runs: where it has got to, its timer, and what the wall shows.

`Journal.follow` performs them: they are on the disk like any edit, but no part of undo. `now` has a time zone; `seq` is
`Journal.seq`. Without a session that runs nothing happens.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from canvasapp.domain.board import Workshop
from canvasapp.domain.change import Change, Edit
from canvasapp.domain.errors import ExpectedError
from canvasapp.domain.logbook import has_run, left_of, lines_of
from canvasapp.domain.records import new_id
from canvasapp.domain.session import Event, PlanStep, Session, Wall, told
from canvasapp.domain.timer import Timer, started
from canvasapp.edits.telling import LogBook


class NoStepsError(ExpectedError):
    """The plan has no step that could be taken."""


def begin_session(
    workshop: Workshop,
    board_id: str,
    steps: Sequence[PlanStep],
    now: datetime,
    seq: int,
    plan: str | None = None,
) -> Edit:
    """A session on a board with the first of these steps, which are those of its `plan` (None: of its canvas).

    One that runs is ended. Raises NoStepsError, and KeyError when there is no such board.
    """
    first = next((each for each in steps if not each.skipped), None)
    if first is None:
        raise NoStepsError("The plan has no steps to take: add one, or choose another plan.")
    board = workshop.boards[board_id]
    new = Session(
        new_id(), board_id, plan, first.id, Wall.FOLLOW, None, told(now), 0.0, None, hides=False
    )
    session = _at(new, first, started(first.seconds, now))
    book = LogBook.of(workshop, session, now, seq)
    return Edit(
        "Begin session",
        (
            *_ended(workshop, replace(book, session=workshop.session)),
            Change(None, session),
            book.line(Event.SESSION_BEGUN, session.id, board.head.title),
            book.line(Event.STEP_BEGUN, first.id, called(first)),
        ),
    )


def end_session(workshop: Workshop, now: datetime, seq: int) -> Edit:
    """The session at its end: its log stays."""
    book = LogBook.of(workshop, workshop.session, now, seq)
    return Edit("End session", tuple(_ended(workshop, book)))


def go_to(
    workshop: Workshop, steps: Sequence[PlanStep], step_id: str, now: datetime, seq: int
) -> Edit:
    """Another step of the plan, also one that is skipped or has been taken: that goes on with the time it had left."""
    session = workshop.session
    step = next((each for each in steps if each.id == step_id), None)
    if session is None or step is None or step.id == session.step:
        return Edit("Go to step", ())
    book = LogBook.of(workshop, session, now, seq)
    timer = started(left_of(step, lines_of(workshop, session.id)), now)
    return Edit(
        f"Go to {step.title}",
        (
            _end_of_step(workshop, session, book),
            Change(session, _at(session, step, timer)),
            book.line(Event.STEP_BEGUN, step.id, called(step)),
        ),
    )


def next_step(workshop: Workshop, steps: Sequence[PlanStep], now: datetime, seq: int) -> Edit:
    """The next step that is not skipped; nothing after the last one."""
    following = step_beside(workshop, steps, +1)
    return go_to(workshop, steps, following.id if following else "", now, seq)


def previous_step(workshop: Workshop, steps: Sequence[PlanStep], now: datetime, seq: int) -> Edit:
    """The step before that is not skipped; nothing before the first one."""
    former = step_beside(workshop, steps, -1)
    return go_to(workshop, steps, former.id if former else "", now, seq)


def step_beside(workshop: Workshop, steps: Sequence[PlanStep], way: int) -> PlanStep | None:
    """The step after (+1) or before (-1) the present one; when that is gone, the first that has not run."""
    session = workshop.session
    if session is None:
        return None
    open_steps = [each for each in steps if not each.skipped or each.id == session.step]
    ids = [each.id for each in open_steps]
    if session.step not in ids:
        lines = lines_of(workshop, session.id)
        return next((each for each in open_steps if not has_run(each, lines)), None)
    at = ids.index(session.step) + way
    return open_steps[at] if 0 <= at < len(ids) else None


def pause(workshop: Workshop, now: datetime) -> Edit:
    """The timer stopped where it is."""
    return _timed("Pause timer", workshop, lambda timer: timer.paused(now))


def resume(workshop: Workshop, now: datetime) -> Edit:
    """The timer running on."""
    return _timed("Resume timer", workshop, lambda timer: timer.resumed(now))


def add_time(workshop: Workshop, seconds: float, now: datetime) -> Edit:
    """More seconds on the timer, or fewer; it does not go below 0, and one that has ended goes on from now."""
    return _timed("Change timer", workshop, lambda timer: timer.moved(seconds, now))


def show_on_wall(workshop: Workshop, wall: Wall, block: str | None = None) -> Edit:
    """What the wall shows, and of which block."""
    return _changed("Change wall", workshop, wall=wall, block=block)


def hide_new_notes(workshop: Workshop, *, hides: bool) -> Edit:
    """Whether notes that are written from now on are hidden until they are revealed."""
    return _changed("Hide new notes", workshop, hides=hides)


def use_plan(workshop: Workshop, plan: str | None) -> Edit:
    """The session goes by another plan of its board (None: that of the canvas), from the step it is in."""
    return _changed("Use plan", workshop, plan=plan)


def called(step: PlanStep) -> str:
    """How the log names a step."""
    return step.title if step.part in ("", step.title) else f"{step.part}: {step.title}"


def _ended(workshop: Workshop, book: LogBook) -> Iterator[Change]:
    """The session that runs, if one does, taken away, and what its log says of that."""
    session = workshop.session
    if session is not None:
        yield Change(session, None)
        yield _end_of_step(workshop, session, book)
        yield book.line(Event.SESSION_ENDED, session.id, "")


def _end_of_step(workshop: Workshop, session: Session, book: LogBook) -> Change:
    """The present step has ended, with what its timer had left."""
    lines = lines_of(workshop, session.id)
    begun = [e.words for e in lines if (e.about, e.event) == (session.step, Event.STEP_BEGUN)]
    left = session.timer.remaining(book.now)
    return book.line(Event.STEP_ENDED, session.step, begun[-1] if begun else "", left)


def _at(session: Session, step: PlanStep, timer: Timer) -> Session:
    """The session in another step: that says what the wall shows."""
    there = replace(session, step=step.id, wall=step.wall, block=step.block, hides=step.hides)
    return _with_timer(there, timer)


def _with_timer(session: Session, timer: Timer) -> Session:
    return replace(session, left=timer.left, ends=told(timer.ends) if timer.ends else None)


def _timed(label: str, workshop: Workshop, change: Callable[[Timer], Timer]) -> Edit:
    session = workshop.session
    if session is None:
        return Edit(label, ())
    after = _with_timer(session, change(session.timer))
    return Edit(label, (Change(session, after),) if after != session else ())


def _changed(label: str, workshop: Workshop, **fields: object) -> Edit:
    session = workshop.session
    if session is None:
        return Edit(label, ())
    after = replace(session, **fields)  # type: ignore[arg-type]  # the callers name fields
    return Edit(label, (Change(session, after),) if after != session else ())
