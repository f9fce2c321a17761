"""Camera and flight: arithmetic between sheet and window."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvasapp.domain.geometry import Point, Rect
from canvasapp.view.camera import KEPT_IN_VIEW, LARGEST, PER_MM, SMALLEST, Camera
from canvasapp.view.flight import SECONDS, Flight

SHEET = Rect(0, 0, 1189, 841)
ratios = st.sampled_from([1.0, 1.25, 1.5, 2.0])
cameras = st.builds(
    Camera,
    zoom=st.floats(SMALLEST, LARGEST),
    left=st.floats(-5000, 5000),
    top=st.floats(-5000, 5000),
    width=st.integers(1, 4000),
    height=st.integers(1, 3000),
    ratio=ratios,
)
pixels = st.floats(-3000, 3000)


@given(cameras, pixels, pixels)
def test_a_place_comes_back_to_its_pixel(camera: Camera, x: float, y: float) -> None:
    assert camera.to_view(camera.to_sheet(x, y)) == pytest.approx((x, y), abs=1e-6)


@given(cameras, pixels, pixels, st.floats(0.001, 100))
def test_zooming_keeps_the_place_under_the_pointer(
    camera: Camera, x: float, y: float, zoom: float
) -> None:
    place = camera.to_sheet(x, y)
    zoomed = camera.zoomed(zoom, x, y)
    assert SMALLEST <= zoomed.zoom <= LARGEST
    off = max(1.0, zoomed.zoom / camera.zoom) / camera.ratio
    assert zoomed.to_view(place) == pytest.approx((x, y), abs=off)


@given(cameras)
def test_what_is_held_keeps_an_edge_of_the_sheet_in_the_window(camera: Camera) -> None:
    held = camera.held(SHEET)
    kept = min(KEPT_IN_VIEW * camera.ratio, SHEET.w * camera.scale, SHEET.h * camera.scale)
    across = min(held.left + SHEET.w * held.scale, held.width) - max(held.left, 0)
    down = min(held.top + SHEET.h * held.scale, held.height) - max(held.top, 0)
    assert across >= min(kept, held.width) - 1e-6
    assert down >= min(kept, held.height) - 1e-6
    assert held.held(SHEET) == held


@given(cameras, st.floats(0, 60))
def test_showing_a_rectangle_shows_all_of_it_unless_the_zoom_ends(
    camera: Camera, margin: float
) -> None:
    shown = camera.showing(SHEET, margin)
    if SMALLEST < shown.zoom < LARGEST and camera.width > 200 and camera.height > 200:
        assert shown.seen.inset(-1 / shown.scale).encloses(SHEET)


def test_a_pixel_at_100_percent_is_a_little_over_a_millimetre() -> None:
    assert Camera(zoom=1.0).mm(PER_MM * 100) == pytest.approx(100)


def test_another_pixel_ratio_shows_the_same_part_of_the_board() -> None:
    camera = Camera(zoom=2.0, left=-300, top=-100, width=1000, height=800)
    sharper = camera.sized(2000, 1600, 2.0)
    assert sharper.seen.centre.x == pytest.approx(camera.seen.centre.x, abs=1)
    assert sharper.seen.w == pytest.approx(camera.seen.w)


def test_the_sheet_begins_on_a_whole_device_pixel() -> None:
    assert Camera(left=10.4, top=-3.6).origin == (10, -4)


def test_a_flight_begins_where_the_camera_is_and_ends_where_it_should() -> None:
    start, end = Camera(zoom=0.5, width=1000, height=800), Camera(3.0, -900, -400, 1000, 800)
    flight = Flight(start, end, began=10.0)
    assert flight.at(10.0).zoom == pytest.approx(start.zoom)
    assert flight.at(10.0 + SECONDS) == end
    assert flight.over(10.0 + SECONDS)
    assert not flight.over(10.0 + SECONDS / 2)


def test_a_flight_is_fast_first_and_then_slower() -> None:
    flight = Flight(Camera(zoom=1.0), Camera(zoom=4.0), began=0.0)
    zooms = [flight.at(SECONDS * part / 10).zoom for part in range(11)]
    growths = [after / before for before, after in pairwise(zooms)]
    assert growths == sorted(growths, reverse=True)


def test_a_flight_without_zooming_travels_straight() -> None:
    flight = Flight(Camera(left=0, top=0), Camera(left=100, top=50), began=0.0)
    middle = flight.at(SECONDS / 3)
    assert middle.left == pytest.approx(2 * middle.top)
    assert middle.to_sheet(0, 0) != Point(0, 0)
