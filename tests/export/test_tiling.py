"""A poster is cut into as few sheets as can be, evenly, and neighbours share exactly their overlap."""

from __future__ import annotations

import pytest

from canvasapp.domain.geometry import Rect
from canvasapp.export import PAPERS, ExportError, Orientation, Tiles
from canvasapp.export.tiling import BAND, Tiling, tiling

A0 = PAPERS["A0"]


def sheets(cut: Tiling) -> tuple[int, int, int]:
    return cut.columns, cut.rows, len(cut.tiles)


def test_the_side_of_the_sheets_is_the_one_that_needs_fewest() -> None:
    upright = Tiles(orientation=Orientation.PORTRAIT)
    assert sheets(tiling(*A0, Tiles())) == (5, 5, 25)
    assert sheets(tiling(*A0, upright)) == (7, 4, 28)
    assert tiling(*A0, Tiles()).width == 297


@pytest.mark.parametrize("paper", ["A3", "A4", "A5", "letter", "tabloid", "300x250 mm"])
@pytest.mark.parametrize("overlap", [0.0, 10.0, 25.0])
@pytest.mark.parametrize("poster", [A0, (594.0, 841.0), (100.0, 3000.0)])
def test_the_sheets_cover_the_poster_and_fit_their_paper(
    paper: str, overlap: float, poster: tuple[float, float]
) -> None:
    cut = tiling(*poster, Tiles(paper, overlap=overlap, margin=7.0))
    regions = {(tile.column, tile.row): tile.region for tile in cut.tiles}
    edge = 7.0 + BAND - 1e-3
    assert Rect(0, 0, cut.width, cut.height).inset(edge).encloses(cut.area)
    whole = regions[0, 0].united(regions[cut.columns - 1, cut.rows - 1])
    assert (whole.x, whole.y) == (0, 0)
    assert (whole.w, whole.h) == pytest.approx(poster)
    for (column, row), region in regions.items():
        assert (region.w, region.h) == pytest.approx((cut.area.w, cut.area.h))
        if column:
            assert regions[column - 1, row].right - region.x == pytest.approx(overlap)
        if row:
            assert regions[column, row - 1].bottom - region.y == pytest.approx(overlap)


def test_one_sheet_less_in_either_direction_would_not_do() -> None:
    cut, room = tiling(*A0, Tiles()), (297 - 2 * (5 + BAND), 210 - 2 * (5 + BAND))
    for count, side, length in zip((cut.columns, cut.rows), room, A0, strict=True):
        assert (count - 1) * (side - 10) + 10 < length <= count * (side - 10) + 10


@pytest.mark.parametrize("grid", [(1, 1), (2, 2), (3, 4), (4, 1)])
def test_a_poster_is_fitted_to_at_most_the_sheets_asked_for(grid: tuple[int, int]) -> None:
    cut = tiling(*A0, Tiles(fit=grid))
    assert cut.columns <= grid[0]
    assert cut.rows <= grid[1]
    assert cut.poster_width / cut.poster_height == pytest.approx(A0[0] / A0[1])
    room = cut.width - 2 * (5 + BAND), cut.height - 2 * (5 + BAND)
    filled = [
        count == most and side == pytest.approx(free)
        for count, most, side, free in zip(
            (cut.columns, cut.rows), grid, (cut.area.w, cut.area.h), room, strict=True
        )
    ]
    assert any(filled)  # it could not be larger


def test_fitting_takes_the_side_on_which_the_poster_becomes_largest() -> None:
    ways = [tiling(*A0, Tiles(orientation=side, fit=(3, 2))).scale for side in Orientation]
    assert ways[0] == max(ways[1:])


def test_tiles_are_named_as_the_fields_of_a_table() -> None:
    names = [tile.name for tile in tiling(*A0, Tiles()).tiles]
    assert names[:6] == ["A1", "B1", "C1", "D1", "E1", "A2"]
    assert names[-1] == "E5"
    long = tiling(5000.0, 100.0, Tiles("A5", orientation=Orientation.PORTRAIT))
    assert [tile.name for tile in long.tiles][24:29] == ["Y1", "Z1", "AA1", "AB1", "AC1"]


@pytest.mark.parametrize(
    ("tiles", "sentence"),
    [
        (Tiles(margin=100), "leave no room on A4"),
        (Tiles(overlap=95), "leave no room on A4"),
        (Tiles(margin=-1), "can not be less than 0 mm"),
        (Tiles(fit=(0, 2)), "at least one column and one row"),
        (Tiles("Z9"), "There is no paper 'Z9'"),
    ],
)
def test_what_can_not_be_cut_is_told(tiles: Tiles, sentence: str) -> None:
    with pytest.raises(ExportError, match=sentence):
        tiling(*A0, tiles)


def test_a_poster_of_thousands_of_sheets_is_refused() -> None:
    with pytest.raises(ExportError, match=r"would need \d+,\d+ sheets: choose larger sheets"):
        tiling(5000.0, 5000.0, Tiles("60x60 mm", overlap=5))
