"""The status line: the best and the worst of it, and never anything that is not so."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path, PureWindowsPath

import pytest

from canvasapp.edits.journal import Journal
from canvasapp.store import SaveState, SaveStatus, WorkshopStore
from canvasapp.store.status import StatusFeed
from tests.store.desk import AT_ONCE, edit_text
from tests.store.test_publishing import wait_for

NOON = datetime(2024, 5, 6, 12, 5, tzinfo=UTC)
FRESH = SaveStatus(Path("/media/stick/a.workshop"), seq=3, published=3)
EDITED = replace(FRESH, seq=4)

SENTENCES = {
    "Everything is in a.workshop in stick": (FRESH, SaveState.PUBLISHED),
    "Saved here · published to stick 12:05": (
        replace(FRESH, published_at=NOON),
        SaveState.PUBLISHED,
    ),
    "Saved here · not yet published to stick": (EDITED, SaveState.SAVED_HERE),
    "Saved here · publishing to stick": (replace(EDITED, publishing=True), SaveState.PUBLISHING),
    "Saved on this computer; a.workshop in stick follows (the disk is full)": (
        replace(EDITED, obstacle="the disk is full"),
        SaveState.CANNOT_PUBLISH,
    ),
    "Not saved: make room": (replace(EDITED, disk="make room"), SaveState.DISK_TROUBLE),
    "Everything is in a.workshop in stick · No backup could be made: the disk is full": (
        replace(FRESH, backup="the disk is full"),
        SaveState.PUBLISHED,
    ),
    "Everything is in a.workshop in stick · somebody came by": (
        replace(FRESH, notice="somebody came by"),
        SaveState.PUBLISHED,
    ),
}


@pytest.mark.parametrize("sentence", SENTENCES)
def test_the_sentence_says_what_is_so(sentence: str) -> None:
    status, state = SENTENCES[sentence]
    assert status.sentence == sentence
    assert status.state is state


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (Path("/media/stick/a.workshop"), "stick"),
        (Path("/a.workshop"), "/"),
        (PureWindowsPath("E:/workshops/a.workshop"), "E:"),
    ],
)
def test_a_place_is_named_as_people_name_it(path: Path, place: str) -> None:
    assert replace(FRESH, path=path).place == place


def test_from_edit_to_publication_the_status_is_told_step_by_step(
    store: WorkshopStore, journal: Journal
) -> None:
    told: list[SaveState] = []
    store.subscribe(lambda status: told.append(status.state))
    journal.commit(edit_text(journal.workshop, "second"))
    store.publish_now()
    assert told[0] is SaveState.SAVED_HERE
    assert told[1] is SaveState.PUBLISHING
    assert told[-1] is SaveState.PUBLISHED


def test_whoever_stops_listening_is_told_no_more(store: WorkshopStore, journal: Journal) -> None:
    told: list[SaveStatus] = []
    store.subscribe(told.append)()
    journal.commit(edit_text(journal.workshop, "second"))
    assert told == []


def test_an_edit_after_publishing_is_not_called_published(
    store: WorkshopStore, journal: Journal
) -> None:
    journal.commit(edit_text(journal.workshop, "second"))
    store.publish_now()
    journal.commit(edit_text(journal.workshop, "third"))
    assert store.status.state is SaveState.SAVED_HERE


def test_no_status_ever_claims_more_than_is_in_the_file(
    store: WorkshopStore, journal: Journal
) -> None:
    told: list[SaveStatus] = []
    store.subscribe(told.append)
    store.publish_in_background(AT_ONCE)
    for number in range(60):
        journal.commit(edit_text(journal.workshop, str(number)))
        assert store.status.seq == store.steps()[-1].seq
    wait_for(store, SaveState.PUBLISHED)
    assert [status.seq for status in told] == sorted(status.seq for status in told)
    assert [status.published for status in told] == sorted(status.published for status in told)
    assert all(status.published <= status.seq for status in told)


def test_news_from_two_threads_is_told_in_the_order_it_came() -> None:
    feed, told = StatusFeed(FRESH), list[SaveStatus]()
    feed.subscribe(told.append)

    def publish() -> None:
        for number in range(500):
            feed.change(published=number)

    other = threading.Thread(target=publish)
    other.start()
    for number in range(500):
        feed.change(seq=1000 + number)
    other.join()
    assert told[-1] == feed.status
    assert (feed.status.seq, feed.status.published) == (1499, 499)


def test_what_changes_nothing_is_no_news() -> None:
    feed, told = StatusFeed(FRESH), list[SaveStatus]()
    feed.subscribe(told.append)
    feed.change(seq=FRESH.seq, publishing=False)
    assert told == []
