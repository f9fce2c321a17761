"""Order keys: between any two there is room for another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from canvasapp.domain.order import DIGITS, FIRST, key_between, keys_between


def test_the_first_key_is_short() -> None:
    assert key_between(None, None) == FIRST == "a0"


def test_keys_grow_by_a_digit_when_the_digits_are_used_up() -> None:
    assert key_between("a0", None) == "a1"
    assert key_between("az", None) == "b00"
    assert key_between("bzz", None) == "c000"
    assert key_between(None, "a0") == "Zz"
    assert key_between(None, "Z0") == "Yzz"


def test_between_neighbours_a_fraction_begins() -> None:
    assert key_between("a0", "a1") == "a0V"
    assert key_between("a0", "a0V") == "a0G"
    assert key_between("Zz", "a0") == "ZzV"


@pytest.mark.parametrize("keys", [("a1", "a0"), ("a0", "a0")])
def test_there_is_no_key_between_a_key_and_one_that_is_not_higher(keys: tuple[str, str]) -> None:
    with pytest.raises(ValueError, match="no key lies between"):
        key_between(*keys)


@pytest.mark.parametrize("key", ["", "a", "b0", "0", "a0-", "a00", "é0"])
def test_what_is_no_key_is_refused(key: str) -> None:
    with pytest.raises(ValueError, match="is no order key"):
        key_between(key, None)


def test_beyond_the_lowest_key_there_is_nothing() -> None:
    with pytest.raises(ValueError, match="no key lies under"):
        key_between(None, "A" + "0" * 26)


def test_beyond_the_highest_whole_key_fractions_go_on() -> None:
    highest = "z" + "z" * 26
    assert key_between(highest, None) > highest


@given(st.integers(0, 300))
def test_many_keys_rise(count: int) -> None:
    keys = keys_between(None, None, count)
    assert len(keys) == count
    assert keys == sorted(set(keys))


@given(st.integers(1, 100), st.integers(0, 60))
def test_many_keys_fit_between_any_two(count: int, at: int) -> None:
    row = keys_between(None, None, 62)
    low, high = row[at], row[at + 1]
    keys = keys_between(low, high, count)
    assert keys == sorted(set(keys))
    assert low < keys[0]
    assert keys[-1] < high


def test_ten_thousand_keys_at_the_end_stay_short() -> None:
    assert max(len(key) for key in keys_between(None, None, 10_000)) == 4


def test_ten_thousand_keys_in_one_gap_stay_short() -> None:
    assert max(len(key) for key in keys_between("a0", "a1", 10_000)) <= 6


class Pile(RuleBasedStateMachine):
    """Things put in at any place, again and again."""

    def __init__(self) -> None:
        super().__init__()
        self.keys: list[str] = []

    @rule(place=st.integers(0, 1_000_000))
    def put_in(self, place: int) -> None:
        at = place % (len(self.keys) + 1)
        low = self.keys[at - 1] if at else None
        high = self.keys[at] if at < len(self.keys) else None
        self.keys.insert(at, key_between(low, high))

    @rule(place=st.integers(0, 1_000_000))
    def take_out(self, place: int) -> None:
        if self.keys:
            del self.keys[place % len(self.keys)]

    @invariant()
    def keys_sort_as_the_things_lie(self) -> None:
        assert self.keys == sorted(set(self.keys))

    @invariant()
    def keys_are_made_of_digits_and_end_in_none_that_is_zero(self) -> None:
        for key in self.keys:
            assert set(key) <= set(DIGITS)
            assert key_between(key, None) > key


TestPile = Pile.TestCase


@pytest.mark.parametrize("top", [True, False])
def test_a_thousand_things_put_beside_the_same_one_keep_their_order(*, top: bool) -> None:
    low, high = "a0", "a1"
    for _ in range(1000):
        key = key_between(low, high)
        assert low < key < high
        low, high = (key, high) if top else (low, key)
