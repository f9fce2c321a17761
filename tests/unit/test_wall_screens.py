"""Which screen the wall is on."""

from __future__ import annotations

from canvasapp.app.wall.screens import ScreenFacts, other_screen

LAPTOP = ScreenFacts("laptop", "Laptop", 0, 0, 1440, 900, 2.0)
PROJECTOR = ScreenFacts("projector 7", "Projector", 1440, 0, 1280, 800)
TELEVISION = ScreenFacts("tv", "Television", 2720, 0, 1920, 1080)


def test_it_is_the_one_that_the_editor_is_not_on() -> None:
    assert other_screen([LAPTOP, PROJECTOR], LAPTOP, "") is PROJECTOR
    assert other_screen([LAPTOP, PROJECTOR], PROJECTOR, "") is LAPTOP


def test_of_several_others_it_is_the_one_chosen_last_or_the_largest() -> None:
    everything = [LAPTOP, PROJECTOR, TELEVISION]
    assert other_screen(everything, LAPTOP, "projector 7") is PROJECTOR
    assert other_screen(everything, LAPTOP, "not plugged in") is TELEVISION


def test_it_is_never_the_editor_s_own() -> None:
    assert other_screen([LAPTOP], LAPTOP, "laptop") is None
    assert other_screen([LAPTOP, PROJECTOR], LAPTOP, "laptop") is PROJECTOR


def test_a_screen_is_named_with_its_own_pixels() -> None:
    assert LAPTOP.title == "Laptop, 2880 × 1800"
