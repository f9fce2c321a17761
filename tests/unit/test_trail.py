"""Back and forward through places, as in a browser."""

from __future__ import annotations

from canvasapp.view.camera import Camera
from canvasapp.view.trail import MOST, Place, Trail

BOARDS = {"a", "b"}


def place(board: str, left: float = 0.0) -> Place:
    return Place(board, Camera(left=left), None)


def test_back_and_forward_lead_through_the_same_places() -> None:
    trail, first, second, third = Trail(), place("a"), place("a", 10), place("b")
    trail.leave(first)
    trail.leave(second)
    assert trail.back(third, BOARDS) == second
    assert trail.back(second, BOARDS) == first
    assert trail.back(first, BOARDS) is None
    assert trail.forward(first, BOARDS) == second
    assert trail.forward(second, BOARDS) == third
    assert trail.forward(third, BOARDS) is None


def test_who_goes_elsewhere_has_nothing_ahead() -> None:
    trail = Trail()
    trail.leave(place("a"))
    trail.back(place("b"), BOARDS)
    trail.leave(place("a", 5))
    assert trail.forward(place("a", 9), BOARDS) is None


def test_places_on_boards_that_are_gone_are_passed_over() -> None:
    trail, home = Trail(), place("a")
    trail.leave(home)
    trail.leave(place("gone"))
    assert trail.back(place("b"), BOARDS) == home


def test_nobody_is_led_to_where_they_are() -> None:
    trail, here = Trail(), place("a")
    trail.leave(here)
    assert trail.back(here, BOARDS) is None


def test_only_the_last_places_are_remembered() -> None:
    trail = Trail()
    for left in range(MOST + 5):
        trail.leave(place("a", left))
    here, steps = place("b"), 0
    while (before := trail.back(here, BOARDS)) is not None:
        here, steps = before, steps + 1
    assert (steps, here.camera.left) == (MOST, 5)
