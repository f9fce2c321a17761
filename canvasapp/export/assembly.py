"""A page that shows how the sheets of a poster are put together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from canvasapp.domain.geometry import Point, Rect
from canvasapp.export.tiling import Tile, Tiling
from canvasapp.picture.shapes import Box, Kind, Part, Picture, Shape
from canvasapp.picture.words import one_line, words
from canvasapp.text.fonts import Style
from canvasapp.text.layout import PT, lay_out

INK, GREY, FADED = "#1d1c1a", "#6b6963", "#e7e5e0"
TITLE, LETTERS = 20 * PT, 11 * PT
NAME = 32 * PT
"""The largest letters of a sheet's name."""
MARGIN = 12.0
_GAP = 5.0
_EDGE = 0.35
_SHOWN = (Kind.BLOCK, Kind.LANE, Kind.NOTE, Kind.IMAGE)


def assembly_map(
    cut: Tiling, printed: Sequence[Tile], poster: Picture, scale: float, paper: str, title: str
) -> Picture:
    """A picture as large as a sheet. `printed` are the tiles that have content, `scale` is the poster's as printed."""
    room = Rect(0, 0, cut.width, cut.height).inset(MARGIN)
    heading = one_line(title, room.w, TITLE, Style.TITLE)
    steps = lay_out(_steps(cut, printed, paper), room.w, LETTERS, Style.PLAIN)
    below = room.y + heading.height + 2.0
    top = below + steps.height + _GAP
    place = Rect(room.x, top, room.w, room.bottom - top)
    grid = place.fitted(cut.poster_width, cut.poster_height)
    parts = (
        _part(Kind.TITLE, title, room, words(Point(room.x, room.y), heading, INK)),
        _part(Kind.LEGEND, steps.text, room, words(Point(room.x, below), steps, GREY)),
        _part(Kind.SHEET, "", grid, *_miniature(cut, poster, scale, grid), *_cells(cut, grid)),
        *_names(cut, printed, grid),
    )
    return Picture(cut.width, cut.height, title, poster.language, parts)


def _steps(cut: Tiling, printed: Sequence[Tile], paper: str) -> str:
    number, left_out = len(printed), len(cut.tiles) - len(printed)
    size = f"{cut.poster_width:.0f} × {cut.poster_height:.0f} mm"
    sheets = "sheet" if number == 1 else "sheets"
    said = [
        f"{number} {sheets} of {paper}, {cut.columns} × {cut.rows}: together {size}.",
        "Print at 100 %, not fitted to the page: the ruler on each sheet then has its length.",
    ]
    if len(cut.tiles) > 1:
        said.append("Cut every sheet along its marks at the left and at the top.")
    if len(cut.tiles) > 1 and cut.overlap:
        said.append(
            f"Lay its cut edges on the dashed ticks of the sheets before it ({cut.overlap:g} mm"
            " overlap) and tape it there. Cut the outer edges of the poster last."
        )
    if left_out:
        said.append(f"Nothing stands on {left_out} of the places: they are grey and have no sheet.")
    return " ".join(said)


def _miniature(cut: Tiling, poster: Picture, scale: float, grid: Rect) -> Iterator[Shape]:
    """The grounds of blocks, lanes and notes without their words."""
    shrunk = grid.w / cut.poster_width
    factor = shrunk * scale
    left = grid.x + (grid.w - poster.width * factor) / 2
    top = grid.y + (grid.h - poster.height * factor) / 2
    for part in poster.parts:
        ground = next((each for each in part.shapes if isinstance(each, Box) and each.fill), None)
        if part.kind in _SHOWN and ground is not None:
            rect = ground.rect
            there = Rect(
                left + rect.x * factor, top + rect.y * factor, rect.w * factor, rect.h * factor
            )
            yield Box(there, ground.radius * factor, fill=ground.fill)


def _cells(cut: Tiling, grid: Rect) -> Iterator[Shape]:
    for tile in cut.tiles:
        yield Box(_cell(cut, tile, grid), stroke=GREY, width=_EDGE)


def _names(cut: Tiling, printed: Sequence[Tile], grid: Rect) -> Iterator[Part]:
    shown = {tile.name for tile in printed}
    for tile in cut.tiles:
        cell = _cell(cut, tile, grid)
        if tile.name not in shown:
            yield _part(Kind.SHEET, "", cell, Box(cell, fill=FADED, stroke=GREY, width=_EDGE))
            continue
        size = min(NAME, 0.25 * cell.h, 0.2 * cell.w)
        name = lay_out(tile.name, 1e4, size, Style.TITLE)
        at = Point(cell.centre.x - name.used_width / 2, cell.centre.y - name.height / 2)
        plate = Rect(at.x, at.y, name.used_width, name.height).inset(-0.25 * size)
        shapes = Box(plate, plate.h / 2, fill="#ffffff"), words(at, name, INK)
        yield _part(Kind.LEGEND, tile.name, cell, *shapes)


def _cell(cut: Tiling, tile: Tile, grid: Rect) -> Rect:
    factor, region = grid.w / cut.poster_width, tile.region
    return Rect(
        grid.x + region.x * factor, grid.y + region.y * factor, region.w * factor, region.h * factor
    )


def _part(kind: Kind, label: str, rect: Rect, *shapes: Shape) -> Part:
    return Part(kind, f"map/{label}", label, rect, shapes)
