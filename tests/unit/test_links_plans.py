"""What the plans for links change."""

from __future__ import annotations

import pytest

from canvasapp.domain.records import Link, LinkKind
from canvasapp.edits.links import add_link, lead_link, remove_links, set_link_kind
from tests.unit.small_canvas import board, link, note

START = board(note("a"), note("b"), note("c"), link("ab", "a", "b"), link("bc", "b", "c"))


def test_two_notes_are_joined_in_one_direction() -> None:
    (change,) = add_link(START, "b", "a", LinkKind.SUPPORTS).changes
    assert isinstance(change.after, Link)
    assert (change.after.board, change.after.source, change.after.target) == ("b1", "b", "a")
    assert change.after.kind is LinkKind.SUPPORTS


def test_a_second_link_may_say_something_else_of_the_same_notes() -> None:
    assert add_link(START, "a", "b", LinkKind.CONTRADICTS)


@pytest.mark.parametrize(
    ("source", "target"), [("a", "b"), ("a", "a"), ("a", "gone"), ("gone", "a")]
)
def test_a_link_that_says_nothing_new_is_not_made(source: str, target: str) -> None:
    assert not add_link(START, source, target, LinkKind.LEADS_TO)


def test_links_are_removed_and_their_notes_stay() -> None:
    edit = remove_links(START, ["ab", "gone", "bc"])
    assert [change.before for change in edit.changes] == list(START.links.values())
    assert edit.label == "Remove 2 links"
    assert remove_links(START, ["ab"]).label == "Remove link"
    assert not remove_links(START, ["gone"])


def test_a_link_can_say_something_else() -> None:
    (change,) = set_link_kind(START, "ab", LinkKind.SAME_AS).changes
    assert isinstance(change.after, Link)
    assert (change.after.id, change.after.source, change.after.target) == ("ab", "a", "b")
    assert change.after.kind is LinkKind.SAME_AS


def test_a_link_never_comes_to_say_what_another_one_says() -> None:
    doubled = board(
        note("a"), note("b"), link("ab", "a", "b"), Link("x", "b1", "a", "b", LinkKind.SUPPORTS)
    )
    assert not set_link_kind(doubled, "x", LinkKind.LEADS_TO)
    assert not set_link_kind(START, "gone", LinkKind.LEADS_TO)


def test_a_link_is_led_from_or_to_another_note() -> None:
    assert lead_link(START, "ab", target="c").changes[0].after == link("ab", "a", "c")
    assert lead_link(START, "ab", source="c").changes[0].after == link("ab", "c", "b")


@pytest.mark.parametrize(
    ("link_id", "source", "target"),
    [
        ("gone", "a", "c"),
        ("ab", "b", None),
        ("ab", None, "gone"),
        ("ab", "b", "c"),
        ("ab", "a", "b"),
    ],
)
def test_a_link_is_led_to_no_note_that_is_gone_itself_or_joined_so(
    link_id: str, source: str | None, target: str | None
) -> None:
    assert not lead_link(START, link_id, source, target)
