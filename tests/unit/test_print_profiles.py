"""Ways to print under a name: kept, found again, and never a hindrance when what was kept is ruined."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from canvasapp.export import Content, Orientation, PrintOrder, Tiles, Views
from canvasapp.panels.paper.profiles import MOST, USUAL, Profile, read, written
from canvasapp.picture.options import Questions

ALL = PrintOrder(
    content=Content.BLANK,
    questions=Questions.FIRST,
    views=Views.TWO,
    evidence=False,
    votes=False,
    legend=False,
    gaps=True,
    paper="600 × 400 mm",
    orientation=Orientation.PORTRAIT,
    bleed=3.0,
    marks=True,
    tiles=Tiles("A3", overlap=15.0, margin=7.0, fit=(3, 4), skip_empty=True, assembly_map=False),
)


def test_what_was_kept_is_found_again() -> None:
    kept = replace(USUAL, now=ALL).save("Ours")
    assert read(written(kept)) == kept
    assert kept.profile == Profile("Ours", ALL)
    assert not kept.is_changed


def test_what_belongs_to_one_print_is_not_kept() -> None:
    now = replace(ALL, date="2026-05-01", author="Ada", hidden=True)
    assert read(written(replace(USUAL, now=now))).now == ALL


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "3",
        "{}",
        '{"named": 3, "chosen": "", "now": {}}',
        '{"named": [{"name": "A"}], "chosen": "A", "now": {}}',
        '{"named": [], "chosen": "", "now": {"content": "nonsense"}}',
        '{"named": [], "chosen": "", "now": []}',
    ],
)
def test_what_can_not_be_read_is_as_usual(text: str) -> None:
    assert read(text) == USUAL


def test_values_of_another_kind_are_as_usual() -> None:
    told = {"paper": 3, "bleed": "much", "gaps": 1, "tiles": {"paper": None, "overlap": True}}
    text = json.dumps({"named": [], "chosen": "", "now": {**told, "marks": True}})
    assert read(text).now == PrintOrder(marks=True, tiles=Tiles())


@pytest.mark.parametrize("fit", ["3x4", [3], [0, 2], [2.5, 2], [3, 4, 5]])
def test_a_fit_that_is_none_leaves_the_size_as_it_is(fit: object) -> None:
    told = {"named": [], "chosen": "", "now": {"tiles": {"fit": fit}}}
    assert read(json.dumps(told)).now == PrintOrder(tiles=Tiles())


def test_a_change_shows_until_it_is_saved() -> None:
    chosen = USUAL.choose(USUAL.named[0].name)
    assert not chosen.is_changed
    changed = replace(chosen, now=ALL)
    assert changed.is_changed
    saved = changed.save(changed.chosen)
    assert not saved.is_changed
    assert len(saved.named) == len(USUAL.named)


def test_a_new_name_keeps_the_profile_and_what_is_set_now() -> None:
    named = replace(USUAL, now=ALL).rename("Ours")
    assert named.profile == Profile("Ours", USUAL.now)
    assert named.now == ALL
    assert len(named.named) == len(USUAL.named)
    assert named.rename("Ours") == named


def test_deleting_leaves_what_is_set() -> None:
    without = USUAL.delete()
    assert without.profile is None
    assert without.now == USUAL.now
    assert without.rename("Nothing") == without


def test_only_so_many_are_kept() -> None:
    many = USUAL
    for number in range(MOST + 10):
        many = many.save(f"{number:03}")
    assert len(many.named) == MOST
