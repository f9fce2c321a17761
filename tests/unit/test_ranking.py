"""Which names a few letters mean, and how well."""

from __future__ import annotations

import pytest

from canvasapp.app.offers import Offer, ranked
from canvasapp.app.ranking import Fit, match


def nothing() -> None:
    """What no test chooses."""


def offer(label: str, why: str = "") -> Offer:
    return Offer(label.lower(), label, "Edit", nothing, why=why)


@pytest.mark.parametrize(
    ("query", "name", "fit", "letters"),
    [
        ("al", "Select all", Fit.WORDS, "al"),
        ("all se", "Select all", Fit.WORDS, "Seall"),
        ("lect", "Select all", Fit.INSIDE, "lect"),
        ("sa", "Select all", Fit.SCATTERED, "Sa"),
        ("zoin", "Zoom in", Fit.SCATTERED, "Zoin"),
        ("ECHO", "Écho", Fit.WORDS, "Écho"),
        ("stras", "Straße", Fit.WORDS, "Straß"),
        ("", "Undo", Fit.WORDS, ""),
    ],
)
def test_letters_are_found_in_a_name(query: str, name: str, fit: Fit, letters: str) -> None:
    found = match(query, name)
    assert found is not None
    assert found.fit is fit
    assert "".join(name[place] for place in sorted(found.letters)) == letters


@pytest.mark.parametrize(("query", "name"), [("give", "Go to Ideal Value"), ("x", "Undo")])
def test_letters_that_are_only_somewhere_are_not_meant(query: str, name: str) -> None:
    assert match(query, name) is None


def test_each_word_typed_begins_a_word_of_its_own() -> None:
    found = match("al al", "Select all")
    assert found is None or found.fit is not Fit.WORDS


def test_beginnings_come_first_then_what_can_be_done_then_what_was_used_last() -> None:
    offers = [offer("Signal"), offer("Align", why="no"), offer("All"), offer("Allow")]
    order = [each.offer.label for each in ranked(offers, "al", ["allow"])]
    assert order == ["Allow", "All", "Align", "Signal"]


def test_without_a_word_all_are_offered_the_last_used_before_the_others() -> None:
    offers = [offer("One"), offer("Two"), offer("Three")]
    order = [each.offer.label for each in ranked(offers, "", ["three", "two"])]
    assert order == ["Three", "Two", "One"]


def test_a_kind_is_found_by_its_name_too() -> None:
    assert [each.offer.label for each in ranked([offer("One")], "edit", [])] == ["One"]
