"""Changes and edits: one record before and after, and the way back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from canvasapp.domain.change import Change, Edit
from canvasapp.domain.records import Party
from tests.unit.small_canvas import RETAILER, TELECOM, note

MOVED = replace(TELECOM, slot=5)


def test_a_change_without_records_is_none() -> None:
    with pytest.raises(ValueError, match="needs a record"):
        Change(None, None)


@pytest.mark.parametrize("other", [RETAILER, note(TELECOM.id)])
def test_a_change_speaks_of_one_record(other: Party) -> None:
    with pytest.raises(ValueError, match="speaks of one record"):
        Change(TELECOM, other)


@pytest.mark.parametrize(
    ("change", "record"),
    [
        (Change(None, TELECOM), TELECOM),
        (Change(TELECOM, MOVED), MOVED),
        (Change(MOVED, None), MOVED),
    ],
)
def test_the_record_of_a_change_is_the_newest_there_is(change: Change, record: Party) -> None:
    assert change.record == record


def test_an_inverse_goes_back_from_after_to_before() -> None:
    assert Change(TELECOM, MOVED).inverse() == Change(MOVED, TELECOM)
    assert Change(None, TELECOM).inverse() == Change(TELECOM, None)


def test_an_edit_is_taken_back_last_change_first_under_its_own_name() -> None:
    edit = Edit("Add parties", (Change(None, TELECOM), Change(None, RETAILER)))
    back = edit.inverse()
    assert back == Edit("Add parties", (Change(RETAILER, None), Change(TELECOM, None)))
    assert back.inverse() == edit


def test_an_edit_without_changes_is_nothing_to_commit() -> None:
    assert not Edit("Nothing", ())
    assert Edit("Add party", (Change(None, TELECOM),))
