"""The journal: one door for every change, and the way back through the same door."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from canvasapp.domain.board import Workshop
from canvasapp.domain.change import Change, Edit, StaleEditError
from canvasapp.edits.journal import EditInProgressError, Journal
from canvasapp.store import WorkshopStore, create_workshop, open_workshop
from canvasapp.store.errors import InvalidRecordError
from canvasapp.store.oplog import OpKind
from tests.unit.small_canvas import note, workshop

START = workshop(note("n1", text="first"))
NOON = datetime(2024, 5, 6, 12, 0, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[WorkshopStore]:
    create_workshop(tmp_path / "a.workshop", START)
    with open_workshop(tmp_path / "a.workshop") as opened:
        yield opened


@pytest.fixture
def journal(store: WorkshopStore) -> Journal:
    return Journal(store, store.load(START.templates), clock=lambda: NOON)


def reopened(store: WorkshopStore) -> Journal:
    """The journal as it is after a restart."""
    return Journal(store, store.load(START.templates), clock=lambda: NOON)


def say(journal: Journal, text: str) -> Edit:
    before = journal.workshop.boards["b1"].note("n1")
    return Edit(f"Say {text}", (Change(before, replace(before, text=text)),))


def text(workshop: Workshop) -> str:
    return workshop.boards["b1"].note("n1").text


def test_a_committed_edit_is_in_the_workshop_and_in_the_store(
    store: WorkshopStore, journal: Journal
) -> None:
    returned = journal.commit(say(journal, "second"))
    assert returned is journal.workshop
    assert text(journal.workshop) == "second"
    assert text(store.load(START.templates)) == "second"


def test_listeners_are_told_the_workshop_and_the_edit(journal: Journal) -> None:
    told: list[tuple[Workshop, Edit]] = []
    journal.subscribe(lambda workshop, edit: told.append((workshop, edit)))
    edit = say(journal, "second")
    journal.commit(edit)
    assert told == [(journal.workshop, edit)]


def test_who_stops_listening_is_told_no_more(journal: Journal) -> None:
    told: list[Edit] = []
    stop = journal.subscribe(lambda _, edit: told.append(edit))
    stop()
    stop()
    journal.commit(say(journal, "second"))
    assert told == []


def test_who_is_dropped_by_another_listener_is_told_no_more(journal: Journal) -> None:
    told: list[Edit] = []
    journal.subscribe(lambda *_: stop())
    stop = journal.subscribe(lambda _, edit: told.append(edit))
    journal.commit(say(journal, "second"))
    assert told == []


def test_an_edit_without_changes_leaves_no_trace(journal: Journal) -> None:
    told: list[Edit] = []
    journal.subscribe(lambda _, edit: told.append(edit))
    before = journal.workshop
    assert journal.commit(Edit("Nothing", ())) is before
    assert (told, journal.undo_label) == ([], None)


def test_a_stale_edit_changes_nothing(store: WorkshopStore, journal: Journal) -> None:
    stale = say(journal, "stale")
    journal.commit(say(journal, "second"))
    with pytest.raises(StaleEditError):
        journal.commit(stale)
    assert text(journal.workshop) == text(store.load(START.templates)) == "second"
    assert journal.undo_label == "Say second"


def test_an_edit_the_store_refuses_changes_nothing(store: WorkshopStore, journal: Journal) -> None:
    told: list[Edit] = []
    journal.subscribe(lambda _, edit: told.append(edit))
    before = journal.workshop
    with pytest.raises(InvalidRecordError, match="text"):
        journal.commit(say(journal, "x" * 100_001))
    assert journal.workshop is before
    assert text(store.load(START.templates)) == "first"
    assert (told, journal.undo_label) == ([], None)


def test_a_listener_can_not_edit(journal: Journal) -> None:
    journal.subscribe(lambda *_: journal.undo())
    with pytest.raises(EditInProgressError):
        journal.commit(say(journal, "second"))
    assert text(journal.workshop) == "second"


def test_after_a_refused_edit_of_a_listener_editing_goes_on(journal: Journal) -> None:
    stop = journal.subscribe(lambda *_: journal.undo())
    with pytest.raises(EditInProgressError):
        journal.commit(say(journal, "second"))
    stop()
    assert text(journal.commit(say(journal, "third"))) == "third"


def test_when_a_listener_fails_the_edit_is_safe_and_the_others_are_told(
    store: WorkshopStore, journal: Journal
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    told: list[Edit] = []
    journal.subscribe(lambda _, edit: told.append(edit))
    journal.subscribe(fail)
    journal.subscribe(lambda _, edit: told.append(edit))
    edit = say(journal, "second")
    with pytest.raises(ZeroDivisionError):
        journal.commit(edit)
    assert told == [edit, edit]
    assert text(journal.workshop) == text(store.load(START.templates)) == "second"


def test_undo_and_redo_walk_back_and_forth(journal: Journal) -> None:
    journal.commit(say(journal, "second"))
    journal.commit(say(journal, "third"))
    seen = []
    for turn in (
        journal.undo,
        journal.undo,
        journal.redo,
        journal.undo,
        journal.redo,
        journal.redo,
    ):
        turn()
        seen.append(text(journal.workshop))
    assert seen == ["second", "first", "second", "first", "second", "third"]


def test_listeners_are_told_of_undo_as_of_any_edit(journal: Journal) -> None:
    told: list[Edit] = []
    edit = say(journal, "second")
    journal.commit(edit)
    journal.subscribe(lambda _, edit: told.append(edit))
    assert journal.undo() == edit.inverse()
    assert told == [edit.inverse()]


def test_without_a_past_there_is_nothing_to_undo(journal: Journal) -> None:
    assert (journal.undo(), journal.redo()) == (None, None)
    assert text(journal.workshop) == "first"


def test_labels_name_what_would_be_undone_and_redone(journal: Journal) -> None:
    journal.commit(say(journal, "second"))
    journal.commit(say(journal, "third"))
    journal.undo()
    assert (journal.undo_label, journal.redo_label) == ("Say second", "Say third")


def test_a_new_edit_ends_what_could_be_redone(journal: Journal) -> None:
    journal.commit(say(journal, "second"))
    journal.undo()
    journal.commit(say(journal, "other"))
    assert (journal.redo_label, journal.redo()) == (None, None)
    assert text(journal.workshop) == "other"


def test_undo_and_redo_survive_a_restart(store: WorkshopStore, journal: Journal) -> None:
    for word in ("second", "third", "fourth"):
        journal.commit(say(journal, word))
    journal.undo()
    again = reopened(store)
    assert (again.undo_label, again.redo_label) == ("Say third", "Say fourth")
    again.redo()
    assert text(again.workshop) == "fourth"
    third = reopened(store)
    for _ in range(3):
        third.undo()
    assert text(third.workshop) == "first"
    assert third.undo_label is None


def test_undo_puts_back_what_was_removed_with_all_that_hung_on_it(
    store: WorkshopStore, journal: Journal
) -> None:
    board = journal.workshop.boards["b1"]
    changes = (Change(board.note("n1"), None), Change(board.head, None))
    journal.commit(Edit("Remove board", changes))
    again = reopened(store)
    again.undo()
    assert again.workshop.boards["b1"].notes == board.notes
    assert store.load(START.templates).boards["b1"].head == board.head


def test_two_changes_of_one_note_in_one_edit_are_undone_together(journal: Journal) -> None:
    first = journal.workshop.boards["b1"].note("n1")
    second, third = replace(first, text="second"), replace(first, text="third", x=99.0)
    journal.commit(Edit("Twice", (Change(first, second), Change(second, third))))
    journal.undo()
    assert journal.workshop.boards["b1"].note("n1") == first
    journal.redo()
    assert journal.workshop.boards["b1"].note("n1") == third


def test_an_undo_that_no_longer_fits_is_refused(store: WorkshopStore, journal: Journal) -> None:
    journal.commit(say(journal, "second"))
    elsewhere = Journal(store, START, clock=lambda: NOON)
    with pytest.raises(StaleEditError):
        elsewhere.undo()
    assert text(store.load(START.templates)) == "second"


def test_the_history_names_everything_that_happened_newest_first(journal: Journal) -> None:
    journal.commit(say(journal, "second"))
    journal.undo()
    journal.redo()
    steps = journal.history()
    kinds = [step.kind for step in steps]
    assert kinds == [OpKind.REDO, OpKind.UNDO, OpKind.DO, OpKind.START]
    assert {step.label for step in steps[:3]} == {"Say second"}
    assert datetime.fromisoformat(steps[0].at) == NOON


def test_the_history_is_read_in_pages(journal: Journal) -> None:
    for number in range(5):
        journal.commit(say(journal, str(number)))
    first = journal.history(limit=2)
    second = journal.history(before=first[-1].seq, limit=2)
    assert [step.label for step in first + second] == ["Say 4", "Say 3", "Say 2", "Say 1"]


def saying(word: str) -> Callable[[Workshop], Edit]:
    """A plan that has the note say so, whatever it said before."""

    def plan(start: Workshop) -> Edit:
        before = start.boards["b1"].note("n1")
        return Edit(f"Say {word}", (Change(before, replace(before, text=word)),))

    return plan


def test_an_edit_in_the_place_of_the_last_is_one_step_of_undo_and_of_history(
    store: WorkshopStore, journal: Journal
) -> None:
    journal.commit(say(journal, "second"))
    for word in ("third", "fourth"):
        journal.replace(saying(word))
    assert text(journal.workshop) == text(store.load(START.templates)) == "fourth"
    assert [step.label for step in journal.history()] == ["Say fourth", "New workshop"]
    journal.undo()
    assert (text(journal.workshop), journal.undo_label) == ("first", None)
    journal.redo()
    assert text(journal.workshop) == "fourth"


def test_an_edit_in_the_place_of_the_last_is_planned_from_what_was_before_it(
    journal: Journal,
) -> None:
    journal.commit(say(journal, "second"))
    planned_from: list[Workshop] = []

    def plan(start: Workshop) -> Edit:
        planned_from.append(start)
        return saying("third")(start)

    told: list[Edit] = []
    journal.subscribe(lambda _, edit: told.append(edit))
    edit = journal.replace(plan)
    assert [text(each) for each in planned_from] == ["first"]
    (whole,) = told
    assert edit.changes == whole.changes[1:]
    assert START.after(saying("second")(START)).after(whole).boards["b1"].notes == (
        journal.workshop.boards["b1"].notes
    )


def test_replacing_and_undoing_go_on_after_a_restart(
    store: WorkshopStore, journal: Journal
) -> None:
    journal.commit(say(journal, "second"))
    journal.commit(say(journal, "third"))
    journal.replace(saying("other"))
    again = reopened(store)
    assert [step.label for step in again.history()] == ["Say other", "Say second", "New workshop"]
    again.undo()
    assert text(again.workshop) == "second"
    again.undo()
    assert (text(again.workshop), again.undo_label) == ("first", None)


def test_nothing_in_the_place_of_the_last_edit_takes_it_back(journal: Journal) -> None:
    journal.commit(say(journal, "second"))
    assert not journal.replace(lambda _: Edit("Nothing", ()))
    assert (text(journal.workshop), journal.undo_label) == ("first", None)


def test_only_a_new_edit_of_this_session_that_is_the_last_can_be_replaced(
    store: WorkshopStore, journal: Journal
) -> None:
    with pytest.raises(StaleEditError):
        journal.replace(saying("too early"))
    journal.commit(say(journal, "second"))
    journal.commit(say(journal, "third"))
    journal.undo()
    with pytest.raises(StaleEditError):
        journal.replace(saying("after undo"))
    with pytest.raises(StaleEditError):
        reopened(store).replace(saying("after a restart"))
    assert text(journal.workshop) == text(store.load(START.templates)) == "second"


def test_when_the_new_edit_is_refused_the_old_one_stays(
    store: WorkshopStore, journal: Journal
) -> None:
    journal.commit(say(journal, "second"))
    with pytest.raises(InvalidRecordError):
        journal.replace(saying("x" * 100_001))
    assert text(journal.workshop) == text(store.load(START.templates)) == "second"
    journal.replace(saying("third"))
    assert journal.undo_label == "Say third"
    assert len(journal.history()) == 2


def test_pages_of_the_history_leave_out_what_was_replaced(journal: Journal) -> None:
    for number in range(3):
        journal.commit(say(journal, str(number)))
        journal.replace(saying(f"{number}a"))
        journal.replace(saying(f"{number}b"))
    pages, before = [], None
    while page := journal.history(before, limit=1):
        pages += [step.label for step in page]
        before = page[-1].seq
    assert pages == ["Say 2b", "Say 1b", "Say 0b", "New workshop"]
