"""How a poster is cut into sheets that overlap: pure arithmetic in millimetres."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from string import ascii_uppercase

from canvasapp.domain.geometry import Rect
from canvasapp.export.faults import ExportError
from canvasapp.export.paper import Orientation, paper_size, turned

BAND = 6.0
"""Around the picture on a sheet, inside the printable margin: for marks, ruler and label."""
MOST_SHEETS = 2_000
_EXACT = 1e-6
"""What counts for nothing in mm."""


@dataclass(frozen=True, slots=True)
class Tiles:
    """How a poster shall be cut.

    `margin` is what the printer leaves white at each edge of a sheet, `overlap` what two neighbours share, both in mm.
    `fit` scales the poster to at most so many columns and rows; None leaves its size as it is. With `skip_empty` sheets
    without any content are left out; `assembly_map` adds a page that tells how to put them together.
    """

    paper: str = "A4"
    orientation: Orientation = Orientation.AUTO
    margin: float = 5.0
    overlap: float = 10.0
    fit: tuple[int, int] | None = None
    skip_empty: bool = False
    assembly_map: bool = True


@dataclass(frozen=True, slots=True)
class Tile:
    """One sheet: its place, from 0, and the region of the printed poster that it shows, in mm."""

    column: int
    row: int
    region: Rect

    @property
    def name(self) -> str:
        """As in a table: B3 is the second column, third row."""
        return f"{_letters(self.column)}{self.row + 1}"


@dataclass(frozen=True, slots=True)
class Tiling:
    """A poster of `poster_width` by `poster_height` mm as printed, `scale` times what it was, on sheets, row by row.

    Every sheet is `width` by `height` mm and shows its region of the poster in `area`; neighbours share `overlap` mm.
    """

    poster_width: float
    poster_height: float
    scale: float
    width: float
    height: float
    area: Rect
    columns: int
    rows: int
    overlap: float
    tiles: tuple[Tile, ...]


def tiling(width: float, height: float, tiles: Tiles) -> Tiling:
    """A poster of `width` by `height` mm cut evenly, on the side of the paper that needs the fewest sheets.

    With `fit` on the side on which it becomes largest. Raises ExportError.
    """
    size = paper_size(tiles.paper)
    _refuse_unfit(min(size), tiles)
    ways = [
        _cut(width, height, turned(size, tiles.orientation, side), tiles)
        for side in (Orientation.LANDSCAPE, Orientation.PORTRAIT)
    ]
    best = min(ways, key=lambda way: (-round(way.scale, 6), way.columns * way.rows))
    if len(best.tiles) > MOST_SHEETS:
        raise ExportError(
            f"The poster would need {len(best.tiles):,} sheets: choose larger sheets,"
            " or fit it to fewer."
        )
    return best


def _refuse_unfit(side: float, tiles: Tiles) -> None:
    room = side - 2 * (tiles.margin + BAND)
    if tiles.margin < 0 or tiles.overlap < 0:
        raise ExportError("Margin and overlap of the sheets can not be less than 0 mm.")
    if tiles.fit is not None and min(tiles.fit) < 1:
        raise ExportError("A poster is fitted to at least one column and one row of sheets.")
    if room < max(2 * tiles.overlap, BAND):
        raise ExportError(
            f"Margins of {tiles.margin:g} mm and an overlap of {tiles.overlap:g} mm leave no room"
            f" on {tiles.paper}: choose less of them, or larger sheets."
        )


def _cut(width: float, height: float, sheet: tuple[float, float], tiles: Tiles) -> Tiling:
    across, down = (side - 2 * (tiles.margin + BAND) for side in sheet)
    overlap, scale = tiles.overlap, 1.0
    if tiles.fit is not None:
        most = (
            n * (room - overlap) + overlap
            for n, room in zip(tiles.fit, (across, down), strict=True)
        )
        scale = min(reach / side for reach, side in zip(most, (width, height), strict=True))
    width, height = width * scale, height * scale
    columns, rows = _count(width, across, overlap), _count(height, down, overlap)
    w, h = (width + (columns - 1) * overlap) / columns, (height + (rows - 1) * overlap) / rows
    regions = (
        Tile(column, row, Rect(column * (w - overlap), row * (h - overlap), w, h))
        for row in range(rows)
        for column in range(columns)
    )
    area = Rect((sheet[0] - w) / 2, (sheet[1] - h) / 2, w, h)
    return Tiling(width, height, scale, *sheet, area, columns, rows, overlap, tuple(regions))


def _count(length: float, room: float, overlap: float) -> int:
    return max(1, ceil((length - overlap - _EXACT) / (room - overlap)))


def _letters(column: int) -> str:
    before, last = divmod(column, len(ascii_uppercase))
    return (_letters(before - 1) if before else "") + ascii_uppercase[last]
