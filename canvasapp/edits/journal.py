"""The one door through which a workshop changes: on disk first, then for everybody who looks at it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime
from itertools import islice, takewhile
from typing import Protocol

from canvasapp.domain.board import Workshop
from canvasapp.domain.change import Edit, StaleEditError
from canvasapp.domain.session import LogLine, Session
from canvasapp.edits.consequences import with_consequences
from canvasapp.edits.sealing import refuse_sealed
from canvasapp.edits.telling import told_by
from canvasapp.store.errors import (
    StoreError as StoreError,  # what `commit` raises, for those who call it
)
from canvasapp.store.oplog import Deed, OpKind, Step
from canvasapp.store.patch import backward

Listener = Callable[[Workshop, Edit], object]

FOLLOWED = (Session, LogLine)
"""The records that `Journal.follow` changes, and nothing else does."""


class EditInProgressError(Exception):
    """Somebody who was told of an edit tried to make another one."""


class Ledger(Protocol):
    """What the journal needs of a store: the past, and a place for the next edit."""

    def write(self, deeds: Sequence[Deed], at: datetime) -> list[Step]: ...
    def steps(self) -> list[Step]: ...
    def steps_before(self, seq: int | None = None, limit: int = 100) -> list[Step]: ...
    def patch(self, seq: int) -> str: ...
    def put_attachment(self, content: bytes) -> str: ...
    def attachment(self, digest: str) -> bytes: ...


class Journal:
    """Holds the workshop as it is now and performs edits on it. For one thread."""

    def __init__(
        self,
        store: Ledger,
        workshop: Workshop,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._store = store
        self._workshop = workshop
        self._clock = clock
        past = store.steps()
        self._done, self._undone = stacks(past)
        self._seq = past[-1].seq if past else 0
        self._newest: Step | None = None
        self._listeners: dict[object, Listener] = {}
        self._telling = False

    @property
    def workshop(self) -> Workshop:
        return self._workshop

    @property
    def undo_label(self) -> str | None:
        """What undo would take back; None when there is nothing."""
        return self._done[-1].label if self._done else None

    @property
    def redo_label(self) -> str | None:
        """What redo would do again; None when there is nothing."""
        return self._undone[-1].label if self._undone else None

    @property
    def seq(self) -> int:
        """The number of the newest edit: where the past stands."""
        return self._seq

    def commit(self, edit: Edit) -> Workshop:
        """Performs the edit, and with it all that follows from it (see `edits.consequences`); the workshop after it.

        An edit without changes is nothing to commit. Raises StaleEditError when it was planned from another state,
        SealedBlockError when it changes notes of a finished block, and StoreError when it can not be stored: nothing
        has changed then. What a listener raises is raised when all were told; the edit is safe then.
        """
        if edit:
            _refuse_followed(edit)
            self._perform([(_planned(self._workshop, edit), OpKind.DO)])
        return self._workshop

    def follow(self, edit: Edit) -> Workshop:
        """Performs an edit of the session that runs: on disk and told like any other, but no part of undo.

        It changes only FOLLOWED records, which no other edit touches: so what can be undone and redone stays so. Raises
        StaleEditError, StoreError, and ValueError for an edit of anything else.
        """
        if not all(isinstance(change.record, FOLLOWED) for change in edit.changes):
            raise ValueError("only the session and its log are followed")
        if edit:
            self._perform([(edit, OpKind.FOLLOW)])
        return self._workshop

    def replace(self, plan: Callable[[Workshop], Edit]) -> Edit:
        """Puts another edit in the place of the last one, in one transaction and as one step of undo and history.

        `plan` makes it from the workshop as it was before the last edit; one without changes only takes that back.
        That edit is returned; listeners are told both as one. Raises StaleEditError when the last thing that happened
        in this session was no new edit, and what `commit` raises; nothing has changed then.
        """
        last = self._done[-1] if self._done else None
        if last is None or last is not self._newest or last.kind is not OpKind.DO:
            raise StaleEditError("there is no last edit that another one could replace")
        back = self._inverse(last)
        before = self._workshop.after(back)
        edit = _planned(before, plan(before))
        deeds = [(back, OpKind.UNDO), (edit, OpKind.DO)] if edit else [(back, OpKind.UNDO)]
        self._perform(deeds)
        return edit

    def keep_content(self, content: bytes) -> str:
        """Puts the content of an attachment on disk, before the edit that adds its record; its id.

        May run on any thread. Raises StoreError.
        """
        return self._store.put_attachment(content)

    def content(self, attachment_id: str) -> bytes:
        """The content of an attachment. May run on any thread. Raises StoreError."""
        return self._store.attachment(attachment_id)

    def undo(self) -> Edit | None:
        """Takes the last edit back, also one of an earlier session; what was performed, None for nothing."""
        return self._turn_back(self._done, OpKind.UNDO)

    def redo(self) -> Edit | None:
        """Does again what was undone last; what was performed, None for nothing."""
        return self._turn_back(self._undone, OpKind.REDO)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """`listener` is told each workshop and the edit that led to it. Returns how to stop listening."""
        token = object()
        self._listeners[token] = listener

        def stop() -> None:
            self._listeners.pop(token, None)

        return stop

    def history(self, before: int | None = None, limit: int = 100) -> list[Step]:
        """A page of all that happened, newest first, older than the edit `before`; replaced edits are left out."""
        past = self._past(None if before is None else before + 1)
        shown = without_replaced(step for step in past if step.kind is not OpKind.FOLLOW)
        return list(islice((step for step in shown if step.seq != before), limit))

    def since(self, seq: int) -> list[tuple[int, Edit]]:
        """What takes back each edit after the one with this number, newest first, with the edit's own number.

        Raises StaleEditError when the past can not be read.
        """
        found = []
        workshop = self._workshop
        for step in takewhile(lambda step: step.seq > seq, self._past(None)):
            back = Edit(step.label, backward(self._store.patch(step.seq), workshop))
            workshop = workshop.after(back)
            found.append((step.seq, back))
        return found

    def _past(self, before: int | None) -> Iterator[Step]:
        while page := self._store.steps_before(before):
            yield from page
            before = page[-1].seq

    def _turn_back(self, past: list[Step], kind: OpKind) -> Edit | None:
        return self._perform([(self._inverse(past[-1]), kind)]) if past else None

    def _inverse(self, step: Step) -> Edit:
        return Edit(step.label, backward(self._store.patch(step.seq), self._workshop))

    def _perform(self, deeds: Sequence[Deed]) -> Edit:
        """Does these edits, one after the other, as one; what was done together."""
        if self._telling:
            raise EditInProgressError("Who is told of an edit can not make another one.")
        whole = Edit(deeds[-1][0].label, tuple(each for edit, _ in deeds for each in edit.changes))
        now = self._clock()
        if lines := told_by(self._workshop, whole, now):
            deeds = [*deeds, (Edit("Session log", lines), OpKind.FOLLOW)]
            whole = replace(whole, changes=whole.changes + lines)
        after = self._workshop.after(whole)
        steps = self._store.write(deeds, now)
        self._workshop, self._seq = after, steps[-1].seq
        for step in steps:
            remember(step, self._done, self._undone)
        self._newest = next((s for s in steps[::-1] if s.kind is not OpKind.FOLLOW), self._newest)
        self._tell(whole)
        return whole

    def _tell(self, edit: Edit) -> None:
        self._telling = True
        try:
            with ExitStack() as told:  # calls every one of them, whatever the others raise
                for token in reversed(self._listeners):
                    told.callback(self._tell_one, token, edit)
        finally:
            self._telling = False

    def _tell_one(self, token: object, edit: Edit) -> None:
        listener = self._listeners.get(token)
        if listener is not None:
            listener(self._workshop, edit)


def stacks(steps: Iterable[Step]) -> tuple[list[Step], list[Step]]:
    """From the whole past, what can be undone and what can be redone, the next one last."""
    done: list[Step] = []
    undone: list[Step] = []
    for step in steps:
        remember(step, done, undone)
    return done, undone


def without_replaced(steps: Iterable[Step]) -> Iterator[Step]:
    """Steps of the past, newest first, without the edits that `Journal.replace` put others in the place of.

    It writes that the old edit is undone and then the new one, both at the same moment.
    """
    later: Step | None = None
    is_replaced = False
    for step in steps:
        if later and (step.kind, later.kind, later.at) == (OpKind.UNDO, OpKind.DO, step.at):
            is_replaced = True  # what it undid is the next one
        elif is_replaced:
            is_replaced = False
        else:
            yield step
        later = step


def remember(step: Step, done: list[Step], undone: list[Step]) -> None:
    """Keeps the two stacks in step with what just happened."""
    match step.kind:
        case OpKind.DO:
            done.append(step)
            undone.clear()
        case OpKind.UNDO:
            del done[-1:]
            undone.append(step)
        case OpKind.REDO:
            del undone[-1:]
            done.append(step)
        case OpKind.START | OpKind.FOLLOW:
            pass


def _planned(workshop: Workshop, edit: Edit) -> Edit:
    """The edit with all that follows from it. Raises SealedBlockError, and StaleEditError when it is none for this."""
    whole = with_consequences(workshop, edit)
    refuse_sealed(workshop, whole)
    return whole


def _refuse_followed(edit: Edit) -> None:
    if any(isinstance(change.record, FOLLOWED) for change in edit.changes):
        raise ValueError("the session and its log are followed, not undone")
