"""A workshop and its boards as values: made once, never changed, exchanged whole by each edit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, TypeVar

from canvasapp.domain.canvases import UnknownTemplateError as UnknownTemplateError
from canvasapp.domain.canvases import canvas_of, offered
from canvasapp.domain.change import Change, Edit, StaleEditError
from canvasapp.domain.lying import Lanes, lanes_after, lanes_of
from canvasapp.domain.reading import reading_order
from canvasapp.domain.records import (
    Attachment,
    BoardHead,
    Entry,
    Link,
    Note,
    OwnCanvas,
    Party,
    Record,
    SetAside,
    Waiver,
    WorkshopHead,
)
from canvasapp.domain.session import Dots, LogLine, Plan, SealedBlock, Session, Tick, VoteRound
from canvasapp.domain.template import Perspective, Template

R = TypeVar("R", bound=Record)

OF_WORKSHOP: Mapping[type[Record], str] = {
    Party: "parties",
    Attachment: "attachments",
    OwnCanvas: "canvases",
    Entry: "entries",
    Session: "sessions",
    LogLine: "log",
    Tick: "ticks",
}
"""Where a workshop keeps its records that lie on no board."""
OF_BOARD: Mapping[type[Record], str] = {
    Note: "notes",
    Link: "links",
    Entry: "entries",
    SetAside: "set_aside",
    Waiver: "waivers",
    SealedBlock: "sealed",
    Plan: "plans",
    VoteRound: "rounds",
    Dots: "dots",
}
"""Where a board keeps its records."""


@dataclass(frozen=True, eq=False)
class Board:
    """One filled-in canvas: a template and its records. Two boards are the same only when they are one object.

    Parties and attachments are the workshop's, and so are the entries `in_common`, which lie on no board: all that is
    known and decided, and those of notes that are shown on several boards. `entries` are those of this board alone.
    """

    head: BoardHead
    template: Template
    parties: Mapping[str, Party]
    notes: Mapping[str, Note] = field(default_factory=dict)
    links: Mapping[str, Link] = field(default_factory=dict)
    attachments: Mapping[str, Attachment] = field(default_factory=dict)
    entries: Mapping[str, Entry] = field(default_factory=dict)
    set_aside: Mapping[str, SetAside] = field(default_factory=dict)
    waivers: Mapping[str, Waiver] = field(default_factory=dict)
    in_common: Mapping[str, Entry] = field(default_factory=dict)
    sealed: Mapping[str, SealedBlock] = field(default_factory=dict)
    plans: Mapping[str, Plan] = field(default_factory=dict)
    rounds: Mapping[str, VoteRound] = field(default_factory=dict)
    dots: Mapping[str, Dots] = field(default_factory=dict)

    @property
    def id(self) -> str:
        return self.head.id

    def note(self, note_id: str) -> Note:
        """Raises KeyError when there is no such note."""
        return self.notes[note_id]

    def pile(self) -> list[Note]:
        """The notes from the lowest to the topmost."""
        return sorted(self.notes.values(), key=lambda note: (note.z, note.id))

    @cached_property
    def lanes(self) -> Lanes:
        """The notes of each block and perspective."""
        return lanes_of(self.notes.values())

    @cached_property
    def answered(self) -> frozenset[tuple[str, str]]:
        """The questions to which a note has been put, each as its block's id and its own."""
        return frozenset[tuple[str, str]]().union(*(x.answered for x in self.lanes.values()))

    @cached_property
    def sealed_blocks(self) -> frozenset[str]:
        """The ids of the blocks that are finished."""
        return frozenset(each.block for each in self.sealed.values())

    @cached_property
    def entry_of(self) -> Mapping[str, Entry]:
        """The entry of each note that has one, by `Note.content`; also of notes that are shown elsewhere."""
        known = (*self.in_common.values(), *self.entries.values())
        return {entry.note: entry for entry in known if entry.note is not None}

    def notes_in(self, block: str | None, perspective: Perspective | None = None) -> list[Note]:
        """The notes of a block (None: outside all blocks), of one perspective or of both, in reading order."""
        if perspective is not None:
            lane = self.lanes.get((block, perspective))
            return [*lane.as_read] if lane else []
        wanted = (None, *Perspective)
        return reading_order(note for each in wanted for note in self.lanes.get((block, each), ()))

    def answers(self, block: str, question: str) -> list[Note]:
        """The notes that answer a question, in reading order."""
        return [note for note in self.notes_in(block) if note.question == question]


@dataclass(frozen=True, eq=False)
class Workshop:
    """One engagement: its boards, parties, attachments, what is known and decided, and canvases.

    `installed` are the canvases that come with the program, `canvases` versions of its own, by `canvas_key`. `entries`
    are those that lie on no board; there is at most one of the `sessions`, the one that runs.
    """

    head: WorkshopHead
    installed: Mapping[str, Template]
    parties: Mapping[str, Party] = field(default_factory=dict)
    boards: Mapping[str, Board] = field(default_factory=dict)
    attachments: Mapping[str, Attachment] = field(default_factory=dict)
    entries: Mapping[str, Entry] = field(default_factory=dict)
    canvases: Mapping[str, OwnCanvas] = field(default_factory=dict)
    sessions: Mapping[str, Session] = field(default_factory=dict)
    log: Mapping[str, LogLine] = field(default_factory=dict)
    ticks: Mapping[str, Tick] = field(default_factory=dict)

    @property
    def session(self) -> Session | None:
        """The session that runs."""
        return next(iter(self.sessions.values()), None)

    @cached_property
    def templates(self) -> Mapping[str, Template]:
        """The canvases that a new board can be made of, by id."""
        return offered(self.installed, self.canvases)

    @classmethod
    def of(
        cls, head: WorkshopHead, installed: Mapping[str, Template], records: Iterable[Record] = ()
    ) -> Workshop:
        """A workshop of these records, board heads before what lies on the boards.

        Raises UnknownTemplateError, and StaleEditError for a record whose board is missing.
        """
        changes = tuple(Change(None, record) for record in records)
        return cls(head, installed).after(Edit("", changes))

    def boards_in_order(self) -> list[Board]:
        return sorted(self.boards.values(), key=lambda board: (board.head.position, board.id))

    def parties_in_order(self) -> list[Party]:
        return sorted(self.parties.values(), key=lambda party: (party.slot, party.name, party.id))

    def record(self, like: Record) -> Record | None:
        """The workshop's record of the same kind and id as `like`."""
        match like:
            case WorkshopHead(id=wanted):
                return self.head if self.head.id == wanted else None
            case BoardHead(id=wanted):
                return self.boards[wanted].head if wanted in self.boards else None
            case _ if _lies_on_no_board(like):
                found: Record | None = getattr(self, OF_WORKSHOP[type(like)]).get(like.id)
                return found
        board = self.boards.get(_board_of(like))
        return getattr(board, OF_BOARD[type(like)]).get(like.id) if board else None

    def after(self, edit: Edit) -> Workshop:
        """This workshop with `edit` done. Raises StaleEditError when it was planned from another state."""
        draft = _Draft(self)
        for change in edit.changes:
            draft.apply(change)
        return draft.workshop()


class _Draft:
    """A workshop in the making: copies each mapping once, however many changes touch it."""

    def __init__(self, start: Workshop) -> None:
        self._start = start
        self._head = start.head
        self._heads = {board.id: board.head for board in start.boards.values()}
        self._everywhere: dict[str, dict[str, Any]] = {
            name: dict(getattr(start, name)) for name in OF_WORKSHOP.values()
        }
        self._touched: dict[str, dict[str, dict[str, Any]]] = {}
        self._touched_notes: set[str] = set()

    def apply(self, change: Change) -> None:
        match change.record:
            case WorkshopHead():
                self._exchange_head(change)
            case BoardHead():
                _exchange(self._heads, change)
            case record if _lies_on_no_board(record):
                _exchange(self._everywhere[OF_WORKSHOP[type(record)]], change)
            case record:
                if isinstance(record, Note):
                    self._touched_notes.add(record.id)
                _exchange(self._on_board(_board_of(record), OF_BOARD[type(record)]), change)

    def workshop(self) -> Workshop:
        start = self._start
        self._refuse_orphans()
        everywhere = {
            name: _unless_equal(getattr(start, name), after)
            for name, after in self._everywhere.items()
        }
        shared = {
            "parties": everywhere["parties"],
            "attachments": everywhere["attachments"],
            "in_common": everywhere["entries"],
        }
        boards = {head.id: self._board(head, shared) for head in self._heads.values()}
        return replace(start, head=self._head, boards=boards, **everywhere)

    def _board(self, head: BoardHead, shared: Mapping[str, Any]) -> Board:
        old = self._start.boards.get(head.id)
        touched: dict[str, Any] = {**self._touched.get(head.id, {})}
        template = canvas_of(head, self._start.installed, self._everywhere["canvases"])
        around: dict[str, Any] = {**shared, "template": template}
        alike = all(getattr(old, name, None) is each for name, each in around.items())
        if old is not None and alike and old.head == head and not touched:
            return old
        if old is None:
            return Board(head, **around, **touched)
        board = replace(old, head=head, **around, **touched)
        if lanes := vars(old).get("lanes"):  # has been asked for, and will be again
            vars(board)["lanes"] = lanes_after(lanes, old.notes, board.notes, self._touched_notes)
        return board

    def _exchange_head(self, change: Change) -> None:
        if change.before != self._head or not isinstance(change.after, WorkshopHead):
            raise StaleEditError("the workshop's title has changed meanwhile")
        self._head = change.after

    def _on_board(self, board: str, name: str) -> dict[str, Any]:
        """The records of a board under this name, to be changed."""
        self._refuse_missing(board)
        touched = self._touched.setdefault(board, {})
        if name not in touched:
            old = self._start.boards.get(board)
            touched[name] = dict(getattr(old, name)) if old else {}
        return touched[name]

    def _refuse_orphans(self) -> None:
        start = self._start.boards
        for gone in (start.keys() | self._touched.keys()) - self._heads.keys():
            before = {name: getattr(start.get(gone), name, None) for name in OF_BOARD.values()}
            if any({**before, **self._touched.get(gone, {})}.values()):
                raise StaleEditError(f"board {gone} is not empty")

    def _refuse_missing(self, board: str) -> None:
        if board not in self._heads:
            raise StaleEditError(f"there is no board {board}")


def _lies_on_no_board(record: Record) -> bool:
    return type(record) in OF_WORKSHOP and not (isinstance(record, Entry) and record.board)


def _board_of(record: Record) -> str:
    """The id of the board it lies on."""
    return getattr(record, "board", None) or ""


def _unless_equal(before: Mapping[str, R], after: Mapping[str, R]) -> Mapping[str, R]:
    """The mapping there was, if nothing in it has changed: what is the same object looks the same."""
    return before if before == after else after


def _exchange(records: dict[str, R], change: Change) -> None:
    """Puts `change.after` in the place of `change.before`, which must be what is there now."""
    key = change.record.id
    if records.get(key) != change.before:
        raise StaleEditError(f"record {key} has changed meanwhile")
    if change.after is None:
        del records[key]
    else:
        records[key] = change.after  # type: ignore[assignment]  # a Change holds one kind of record
