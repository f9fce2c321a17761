"""Backups: made while there are edits, whole, and fewer the older they are."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvasapp.edits.journal import Journal
from canvasapp.store import SaveState, WorkshopStore, open_workshop
from canvasapp.store.backup import RECENT, SPELL, backups, keep, kept
from tests.store.desk import START, Clock, edit_text, full_disk, text_in, write_text

NOW = datetime(2024, 5, 6, 12, 0, tzinfo=UTC)
moments = st.sets(st.integers(0, 60 * 24 * 500), max_size=400).map(
    lambda minutes: {NOW - timedelta(minutes=minute) for minute in minutes}
)


@pytest.fixture
def folder(data_folder: Path) -> Path:
    return data_folder / "backups" / START.head.id


def say(journal: Journal, text: str) -> None:
    journal.commit(edit_text(journal.workshop, text))


def test_a_session_with_edits_ends_in_a_backup(
    store: WorkshopStore, journal: Journal, folder: Path, tmp_path: Path, clock: Clock
) -> None:
    say(journal, "second")
    clock.advance(minutes=3)
    store.close()
    (backup,) = backups(folder)
    assert backup.at == clock()
    assert text_in(backup.file, tmp_path) == "second"


def test_a_session_without_edits_makes_none(store: WorkshopStore, folder: Path) -> None:
    store.close()
    assert backups(folder) == []


def test_there_is_one_every_ten_minutes_while_there_are_edits(
    store: WorkshopStore, journal: Journal, folder: Path, tmp_path: Path, clock: Clock
) -> None:
    for minute in range(31):
        say(journal, f"minute {minute}")
        store.publish_now()
        clock.advance(minutes=1)
    texts = [text_in(backup.file, tmp_path) for backup in backups(folder)]
    assert texts == ["minute 30", "minute 20", "minute 10"]


def test_a_clock_that_is_set_back_does_not_stop_them(
    store: WorkshopStore, journal: Journal, folder: Path, clock: Clock
) -> None:
    clock.advance(days=-30)
    say(journal, "second")
    store.publish_now()
    assert [backup.at for backup in backups(folder)] == [clock()]


def test_there_is_one_though_the_file_can_not_be_written(
    store: WorkshopStore, journal: Journal, file: Path, folder: Path, tmp_path: Path
) -> None:
    shutil.rmtree(file.parent)
    say(journal, "second")
    assert store.close().state is SaveState.CANNOT_PUBLISH
    (backup,) = backups(folder)
    assert text_in(backup.file, tmp_path) == "second"


def test_without_room_the_status_says_that_there_is_none(
    store: WorkshopStore, journal: Journal, folder: Path
) -> None:
    say(journal, "second")
    store.publish_now()
    with full_disk():
        status = store.close()
    assert "No backup could be made" in status.sentence
    assert backups(folder) == []


def test_a_backup_opens_as_any_workshop(file: Path, folder: Path, tmp_path: Path) -> None:
    write_text(file, "second")
    restored = tmp_path / "restored.workshop"
    shutil.copyfile(backups(folder)[0].file, restored)
    open_workshop(restored, tmp_path / "another computer").close()


def test_two_documents_do_not_share_backups(file: Path, tmp_path: Path) -> None:
    write_text(file, "second")
    assert backups(tmp_path / "data" / "backups" / "another") == []


def test_what_is_no_backup_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "holiday.workshop").write_text("mine")
    (tmp_path / "source").write_text("content")
    keep(tmp_path / "source", tmp_path / "backups", NOW)
    keep(tmp_path / "source", tmp_path, NOW)
    assert (tmp_path / "holiday.workshop").read_text() == "mine"
    assert [backup.at for backup in backups(tmp_path)] == [NOW]


def test_old_backups_are_thinned_when_a_new_one_is_made(tmp_path: Path) -> None:
    (tmp_path / "source").write_text("content")
    for hours in range(0, 24 * 30, 4):
        keep(tmp_path / "source", tmp_path / "backups", NOW + timedelta(hours=hours))
    left = [backup.at for backup in backups(tmp_path / "backups")]
    assert left[0] == NOW + timedelta(hours=24 * 30 - 4)
    assert set(left) == kept(left, left[0])
    assert len(left) < 30


@given(moments)
def test_the_newest_stays_and_one_of_each_ten_minutes_of_two_days(made: set[datetime]) -> None:
    stay = kept(made, NOW)
    assert stay <= made
    assert max(made, default=None) == max(stay, default=None)
    for at in made:
        assert NOW - at > RECENT or any(at <= other <= at + SPELL for other in stay)
        assert NOW - at > RECENT or any(at - SPELL <= other <= at for other in stay)


@given(moments)
def test_there_are_never_too_many(made: set[datetime]) -> None:
    old = [at for at in kept(made, NOW) if NOW - at > RECENT]
    assert len(old) <= 12 + 10 + 9


def test_a_script_does_not_fill_the_disk() -> None:
    made = [NOW - timedelta(seconds=seconds) for seconds in range(60 * 60)]
    assert len(kept(made, NOW)) <= 14


@given(moments)
def test_thinning_twice_takes_no_more_away(made: set[datetime]) -> None:
    once = kept(made, NOW)
    assert kept(once, NOW) == once


def test_a_year_of_daily_work_leaves_days_weeks_and_months() -> None:
    made = [NOW - timedelta(days=days) for days in range(365)]
    stay = kept(made, NOW)
    assert {NOW - timedelta(days=days) for days in range(12)} <= stay
    assert len({at.isocalendar()[:2] for at in stay}) >= 10
    assert len({(at.year, at.month) for at in stay}) == 9
