"""Whatever is edited, undone, redone, published and reopened in whatever order: disk and workshop agree."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from canvasapp.domain.change import Change, Edit
from canvasapp.domain.records import (
    BoardHead,
    Entry,
    Note,
    NoteKind,
    NoteStatus,
    Record,
    SetAside,
    Waiver,
    new_id,
)
from canvasapp.domain.register import Value
from canvasapp.domain.template import Perspective
from canvasapp.edits.journal import Journal
from canvasapp.store import SaveState, open_workshop, read_workshop
from tests.store.desk import TEMPLATES, contents, new_file
from tests.unit.small_canvas import link, note

places = st.floats(-700, 700)
extents = st.floats(1, 300)
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)
which = st.integers(0, 50)
words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1)
values = st.one_of(
    words, st.booleans(), st.floats(-1e9, 1e9), st.lists(words, min_size=1, max_size=3).map(tuple)
)


class Session(RuleBasedStateMachine):
    """One user, one file; beside it every state the workshop was in, as undo must find it again."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="canvasapp-test-"))
        self.file = new_file(self.folder / "a.workshop")
        self.open()
        self.past: list[set[Record]] = [contents(self.journal.workshop)]
        self.now = 0

    def open(self) -> None:
        self.store = open_workshop(self.file, self.folder / "data")
        self.journal = Journal(self.store, self.store.load(TEMPLATES))

    def teardown(self) -> None:
        self.store.close()
        shutil.rmtree(self.folder)

    def commit(self, label: str, *changes: Change) -> None:
        self.journal.commit(Edit(label, changes))
        if changes:
            self.past[self.now + 1 :] = [contents(self.journal.workshop)]
            self.now += 1

    def chosen(self, number: int) -> Note:
        return self.notes[number % len(self.notes)]

    @property
    def notes(self) -> list[Note]:
        boards = self.journal.workshop.boards.values()
        return sorted((n for board in boards for n in board.notes.values()), key=lambda n: n.id)

    @rule(x=places, y=places, text=texts)
    def add(self, x: float, y: float, text: str) -> None:
        self.commit("Add note", Change(None, note(new_id(), x, y, text=text)))

    @precondition(lambda self: self.notes)
    @rule(number=which, x=places, y=places, w=extents, h=extents)
    def place(self, number: int, x: float, y: float, w: float, h: float) -> None:
        before = self.chosen(number)
        self.commit("Move note", Change(before, replace(before, x=x, y=y, w=w, h=h)))

    @precondition(lambda self: self.notes)
    @rule(number=which, text=texts, side=st.sampled_from([*Perspective, None]))
    def change(self, number: int, text: str, side: Perspective | None) -> None:
        before = self.chosen(number)
        block = "tall" if side else None
        after = replace(before, text=text, perspective=side, block=block, question=None)
        self.commit("Change note", Change(before, after))

    @precondition(lambda self: self.notes)
    @rule(number=which, group=st.none() | st.sampled_from("gh"), locked=st.booleans())
    def hold(self, number: int, group: str | None, locked: bool) -> None:  # noqa: FBT001
        before = self.chosen(number)
        kind = NoteKind.HEADING if group is None else NoteKind.NOTE
        after = replace(before, kind=kind, group=group, locked=locked)
        self.commit("Hold note", Change(before, after))

    @precondition(lambda self: self.notes)
    @rule(numbers=st.sets(which, min_size=1, max_size=4))
    def remove(self, numbers: set[int]) -> None:
        gone = {self.chosen(number).id: self.chosen(number) for number in numbers}
        links: list[Record] = [
            each
            for board in self.journal.workshop.boards.values()
            for each in board.links.values()
            if each.source in gone or each.target in gone
        ]
        self.commit("Remove", *(Change(each, None) for each in [*links, *gone.values()]))

    @precondition(lambda self: len(self.notes) > 1)
    @rule(number=which)
    def join(self, number: int) -> None:
        one, other = self.chosen(number), self.chosen(number + 1)
        self.commit("Link", Change(None, link(new_id(), one.id, other.id, one.board)))

    @precondition(lambda self: self.notes)
    @rule(number=which, tags=st.lists(words, max_size=3), status=st.sampled_from(NoteStatus))
    def mark(self, number: int, tags: list[str], status: NoteStatus) -> None:
        before = self.chosen(number)
        self.commit("Mark", Change(before, replace(before, tags=tuple(tags), status=status)))

    @rule(board=st.sampled_from(["b1", None]), values=st.dictionaries(words, values, max_size=3))
    def enter(self, board: str | None, values: dict[str, Value]) -> None:
        key = new_id()
        entry = Entry(key, board, "outcome", None, key, tuple(sorted(values.items())))
        self.commit("Enter", Change(None, entry))

    @rule(text=texts)
    def leave(self, text: str) -> None:
        aside = SetAside(new_id(), "b1", "tall", "why", text)
        self.commit("Leave", Change(None, aside), Change(None, Waiver(new_id(), "b1", "c", "", "")))

    @rule(title=texts)
    def rename(self, title: str) -> None:
        head = self.journal.workshop.head
        self.commit("Rename", Change(head, replace(head, title=title)))

    @rule(title=texts)
    def new_board(self, title: str) -> None:
        head = BoardHead(new_id(), "other", 3, title, "", "a9")
        self.commit("New board", Change(None, head), Change(None, note(new_id(), board=head.id)))

    @rule()
    def nothing(self) -> None:
        self.commit("Nothing")

    @rule()
    def undo(self) -> None:
        undone = self.journal.undo()
        assert (undone is None) == (self.now == 0)
        self.now -= undone is not None

    @rule()
    def redo(self) -> None:
        redone = self.journal.redo()
        assert (redone is None) == (self.now == len(self.past) - 1)
        self.now += redone is not None

    @rule()
    def publish(self) -> None:
        assert self.store.publish_now().state is SaveState.PUBLISHED

    @rule()
    def reopen(self) -> None:
        self.store.close()
        published = read_workshop(self.file, TEMPLATES, self.folder / "data")
        assert contents(published) == self.past[self.now]
        self.open()

    @invariant()
    def disk_and_workshop_agree(self) -> None:
        stored = self.store.load(TEMPLATES)
        assert contents(stored) == contents(self.journal.workshop) == self.past[self.now]

    @invariant()
    def the_labels_tell_whether_there_is_a_way_back(self) -> None:
        assert (self.journal.undo_label is None) == (self.now == 0)
        assert (self.journal.redo_label is None) == (self.now == len(self.past) - 1)


TestAnySession = Session.TestCase
TestAnySession.settings = settings(max_examples=40, stateful_step_count=40)
