"""New workshops, and how one knows that nobody has named them."""

from __future__ import annotations

import pytest

from canvasapp.domain.board import UnknownTemplateError
from canvasapp.edits.workshops import UNTITLED, is_untitled, new_workshop
from tests.unit.small_canvas import small_template

TEMPLATE = small_template()
TEMPLATES = {TEMPLATE.id: TEMPLATE}


def test_a_new_workshop_has_one_empty_board_and_two_parties() -> None:
    made = new_workshop(TEMPLATES, TEMPLATE.id, "Care")
    (board,) = made.boards.values()
    assert made.head.title == "Care"
    assert (board.template, board.notes) == (TEMPLATE, {})
    assert [party.name for party in made.parties_in_order()] == ["Our organisation", "Customer"]


def test_two_new_workshops_are_not_the_same_one() -> None:
    first, second = (new_workshop(TEMPLATES, TEMPLATE.id, "Care") for _ in range(2))
    assert first.head.id != second.head.id
    assert first.boards.keys().isdisjoint(second.boards)


def test_a_canvas_that_is_not_installed_makes_no_workshop() -> None:
    with pytest.raises(UnknownTemplateError):
        new_workshop(TEMPLATES, "sixth", "Care")


@pytest.mark.parametrize(
    ("title", "untitled"),
    [
        (UNTITLED, True),
        (f"{UNTITLED} 2", True),
        (f"{UNTITLED} 12", True),
        (f"{UNTITLED} for Acme", False),
        (f"{UNTITLED} ", False),
        ("Acme", False),
    ],
)
def test_only_the_title_that_nobody_gave_is_none(title: str, untitled: bool) -> None:  # noqa: FBT001
    assert is_untitled(title) is untitled
