"""Tiles are painted piece by piece, stay while they are out of date, and go when there is no room."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import count

import pytest
from PySide6.QtGui import QColor, QPainter, QPixmap

from canvasapp.domain.geometry import Rect
from canvasapp.view.note_painter import Step, Strip
from canvasapp.view.tiles import SIDE, TileKey, Tiles, tiles_over

pytestmark = pytest.mark.usefixtures("qapp")

HERE = TileKey(1.0, 0, 0)
BESIDE = TileKey(1.0, 1, 0)
STEPS = 4


class Press:
    """Paints strips in one colour and counts the steps it took; each takes a second of its clock."""

    def __init__(self) -> None:
        self.colour = "#ff0000"
        self.strips: list[Strip] = []
        self.steps_done = 0

    def clock(self) -> float:
        return float(self.steps_done)

    def steps(self, strip: Strip) -> Iterator[Step]:
        self.strips.append(strip)
        for _ in range(STEPS):
            yield partial(self._paint, strip=strip, colour=self.colour)

    def _paint(self, painter: QPainter, strip: Strip, colour: str) -> None:
        self.steps_done += 1
        painter.fillRect(strip.left, strip.top, strip.width, strip.height, QColor(colour))


@pytest.fixture
def press() -> Press:
    return Press()


@pytest.fixture
def tiles(press: Press) -> Tiles:
    return Tiles(press.steps, room=6)


def work(tiles: Tiles, press: Press, *keys: TileKey, seconds: float = 1e9) -> list[TileKey]:
    return tiles.work(keys, press.clock() + seconds, press.clock)


def colour(pixmap: QPixmap | None, x: int, y: int) -> str:
    assert pixmap is not None
    return pixmap.toImage().pixelColor(x, y).name()


def test_a_tile_is_not_shown_before_it_is_finished(tiles: Tiles, press: Press) -> None:
    assert work(tiles, press, HERE, seconds=1) == []
    assert tiles.pixmap(HERE) is None
    assert work(tiles, press, HERE) == [HERE]
    assert colour(tiles.pixmap(HERE), 5, 5) == "#ff0000"


def test_work_goes_on_where_it_was_left(tiles: Tiles, press: Press) -> None:
    for _ in range(STEPS - 1):
        assert work(tiles, press, HERE, seconds=1) == []
    assert work(tiles, press, HERE, seconds=1) == [HERE]
    assert press.steps_done == STEPS


def test_no_slice_takes_longer_than_its_time_and_one_step(tiles: Tiles, press: Press) -> None:
    for _ in count():
        before = press.clock()
        finished = work(tiles, press, HERE, BESIDE, seconds=2)
        assert press.clock() - before <= 3
        if BESIDE in finished:
            break


def test_a_tile_out_of_date_stays_until_the_new_one_is_finished(tiles: Tiles, press: Press) -> None:
    work(tiles, press, HERE)
    press.colour = "#0000ff"
    tiles.soil([HERE.area])
    assert not tiles.is_fresh(HERE)
    work(tiles, press, HERE, seconds=1)
    assert colour(tiles.pixmap(HERE), 5, 5) == "#ff0000"
    work(tiles, press, HERE)
    assert colour(tiles.pixmap(HERE), 5, 5) == "#0000ff"
    assert tiles.is_fresh(HERE)


def test_only_what_changed_of_a_tile_is_painted_anew(tiles: Tiles, press: Press) -> None:
    work(tiles, press, HERE, BESIDE)
    press.colour = "#0000ff"
    tiles.soil([Rect(100, 100, 50, 40)])
    assert work(tiles, press, HERE, BESIDE) == [HERE]
    strip = press.strips[-1]
    assert (strip.width, strip.height) == (54, 44)
    assert colour(tiles.pixmap(HERE), 120, 120) == "#0000ff"
    assert colour(tiles.pixmap(HERE), 200, 200) == "#ff0000"


def test_a_change_on_the_edge_soils_both_tiles(tiles: Tiles, press: Press) -> None:
    work(tiles, press, HERE, BESIDE)
    tiles.soil([Rect(SIDE - 10, 20, 20, 20)])
    assert not tiles.is_fresh(HERE)
    assert not tiles.is_fresh(BESIDE)


def test_a_change_while_a_tile_is_painted_begins_it_anew(tiles: Tiles, press: Press) -> None:
    work(tiles, press, HERE, seconds=2)
    press.colour = "#0000ff"
    tiles.soil([Rect(10, 10, 5, 5)])
    work(tiles, press, HERE)
    assert colour(tiles.pixmap(HERE), 300, 300) == "#0000ff"
    assert tiles.is_fresh(HERE)


def test_a_change_elsewhere_does_not(tiles: Tiles, press: Press) -> None:
    work(tiles, press, HERE, seconds=2)
    tiles.soil([BESIDE.area.inset(50)])
    work(tiles, press, HERE)
    assert press.steps_done == STEPS


def test_the_tiles_used_longest_ago_go_when_there_is_no_room(tiles: Tiles, press: Press) -> None:
    keys = [TileKey(1.0, column, 0) for column in range(8)]
    work(tiles, press, *keys[:6])
    assert tiles.pixmap(keys[0]) is not None
    work(tiles, press, *keys[6:])
    assert [key for key in keys if tiles.has(key)] == [keys[0], *keys[3:]]


def test_what_is_wanted_again_does_not_go(tiles: Tiles, press: Press) -> None:
    keys = [TileKey(1.0, column, 0) for column in range(7)]
    work(tiles, press, *keys[:6])
    work(tiles, press, keys[0], keys[6])
    assert tiles.is_fresh(keys[0])
    assert [key for key in keys if not tiles.has(key)] == [keys[1]]


def test_nothing_is_left_of_another_board(tiles: Tiles, press: Press) -> None:
    work(tiles, press, HERE)
    work(tiles, press, BESIDE, seconds=1)
    tiles.forget()
    assert tiles.pixmap(HERE) is None
    work(tiles, press, BESIDE)
    assert press.steps_done == 2 * STEPS + 1


@pytest.mark.parametrize("scale", [0.3, 1.0, 2.7])
def test_tiles_cover_an_area_and_no_more(scale: float) -> None:
    area = Rect(-700, 30, 2000, 900)
    keys = tiles_over(area, scale)
    covered = keys[0].area.united(keys[-1].area)
    assert covered.encloses(area)
    assert all(key.area.meets(area) for key in keys)
    assert len(set(keys)) == len(keys)
