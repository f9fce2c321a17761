"""What can be read from where, which images are too coarse and which text is too near to the edge."""

from __future__ import annotations

from dataclasses import replace

import pytest

from canvasapp.domain.geometry import Point, Rect
from canvasapp.export import ExportOptions, Tiles
from canvasapp.export.imposition import poster_placement
from canvasapp.export.legibility import Legibility, legibility
from canvasapp.export.paper import placed
from canvasapp.picture.shapes import Image, Kind, Picture
from tests.export.pictures import example, note, picture, text

pytestmark = pytest.mark.usefixtures("qapp")

PT = 25.4 / 72


def lettered(string: str, points: float, y: float = 20.0) -> Picture:
    """A sheet with a note of letters of so many points."""
    part = note(string, 20, y)
    words = text(string, Point(25, y + 4), points * PT)
    return picture(replace(part, shapes=(part.shapes[0], words)))


def looked_at(sheet: Picture, paper: str | None = None, distance: float = 0.7) -> Legibility:
    return legibility(sheet, placed(sheet, paper), {}, distance)


def test_letters_of_18_and_a_half_points_are_read_from_a_metre() -> None:
    seen = looked_at(lettered("Bread", 18.5))
    assert seen.smallest == pytest.approx(18.5 * PT)
    assert seen.readable_at == pytest.approx(1.0)
    assert looked_at(lettered("Bread", 23)).comfortable_at == pytest.approx(1.0)


def test_a_smaller_paper_is_read_from_nearer() -> None:
    sheet = lettered("Bread", 18.5)
    assert looked_at(sheet, "210x140mm").readable_at == pytest.approx(0.7)


def test_notes_below_the_floor_are_named_from_the_smallest_on() -> None:
    parts = [*lettered("Milk", 12).parts, *lettered("Bread", 9).parts, *lettered("Tea", 19).parts]
    found = looked_at(picture(*parts), distance=1.0).small
    assert [(each.label, round(each.size / PT, 1)) for each in found] == [
        ("Bread", 9),
        ("Milk", 12),
    ]
    assert looked_at(picture(*parts), distance=0.4).small == ()


def test_a_sheet_on_which_nothing_is_read_has_no_smallest_letters() -> None:
    seen = looked_at(picture())
    assert seen.smallest is seen.readable_at is seen.comfortable_at is None


def test_an_image_is_coarse_when_an_inch_has_under_100_pixels() -> None:
    place = Rect(10, 10, 254, 100)
    sheet = picture(*(replace(note(name, 10, 10), shapes=(Image(place, name),)) for name in "ab"))
    sizes = {"a": (1016, 400), "b": (508, 200)}
    whole = placed(sheet, None)
    assert [(each.label, each.dpi) for each in legibility(sheet, whole, sizes).coarse] == [
        ("b", pytest.approx(50.8))
    ]
    larger = legibility(sheet, placed(sheet, "600x400mm"), sizes).coarse
    assert [(each.label, round(each.dpi, 1)) for each in larger] == [("b", 25.4), ("a", 50.8)]


def test_text_nearer_to_the_edge_than_the_safe_margin_is_named() -> None:
    sheet = picture(note("far", 20, 20), note("near", 20, -3), note("cut", 20, -9))
    found = looked_at(sheet).unsafe
    assert [each.label for each in found] == ["cut", "near"]
    assert found[0].distance < 0 < found[1].distance < 5
    assert [each.label for each in legibility(sheet, placed(sheet, None), {}, 0.7, 0.0).unsafe] == [
        "cut"
    ]


def test_the_worked_example_is_read_in_front_of_its_poster() -> None:
    seen = looked_at(example())
    assert seen.readable_at is not None
    assert seen.readable_at > 0.7
    assert seen.small == seen.coarse == seen.unsafe == ()
    assert {part.kind for part in example().parts} >= {Kind.NOTE, Kind.QUESTION}


def test_a_poster_of_fitted_tiles_has_the_size_it_has_put_together() -> None:
    options = ExportOptions(paper="A0", tiles=Tiles(fit=(2, 2)))
    page = poster_placement(example(), options)
    assert page.width / page.height == pytest.approx(1189 / 841)
    assert page.scale == pytest.approx(page.width / 1189)
    assert page.width < 2 * 297
