"""Lays pictures on pages: whole on one sheet with bleed and marks, or cut into tiles with a map of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from canvasapp.domain.geometry import Rect
from canvasapp.export.assembly import assembly_map
from canvasapp.export.bleed import bleeding
from canvasapp.export.content import is_empty
from canvasapp.export.exporter import ExportOptions
from canvasapp.export.faults import ExportError
from canvasapp.export.marks import print_marks, room_for_marks
from canvasapp.export.page import Layer, Page, cut_out
from canvasapp.export.paper import Orientation, Placement, placed, refuse_longer
from canvasapp.export.tile_marks import tile_marks
from canvasapp.export.tiling import Tile, Tiles, Tiling, tiling
from canvasapp.picture.shapes import Picture

MAP = "Map"
MOST_BLEED = 50.0


def imposed(pictures: Sequence[Picture], options: ExportOptions) -> list[tuple[Page, ...]]:
    """The pages of each picture, as they will come out. Raises ExportError."""
    if not 0 <= options.bleed <= MOST_BLEED:
        raise ExportError(f"The bleed can be 0 to {MOST_BLEED:.0f} mm, not {options.bleed:g} mm.")
    if options.tiles is not None and options.bleed:
        raise ExportError("Tiles are cut where they meet and have no bleed: leave one of both out.")
    pages: list[tuple[Page, ...]] = []
    for number, picture in enumerate(pictures, 1):
        placement = placed(picture, options.paper, options.orientation)
        if options.tiles is None:
            pages.append((_poster(picture, placement, options, str(number)),))
        else:
            before = f"{number}/" if len(pictures) > 1 else ""
            pages.append(tuple(_tiled(picture, placement, options, options.tiles, before)))
    return pages


def poster_placement(picture: Picture, options: ExportOptions) -> Placement:
    """Where and how large the picture lies on the poster as it is printed, on one sheet or put together of tiles."""
    placement = placed(picture, options.paper, options.orientation)
    if options.tiles is None:
        return placement
    return _scaled(placement, tiling(placement.width, placement.height, options.tiles).scale)


def _poster(picture: Picture, placement: Placement, options: ExportOptions, label: str) -> Page:
    bleed = options.bleed
    edge = room_for_marks(bleed) if options.marks else bleed
    width, height = placement.width + 2 * edge, placement.height + 2 * edge
    refuse_longer(max(width, height), "The page")
    trim = Rect(edge, edge, placement.width, placement.height)
    if bleed:
        across, down = placement.dx + bleed, placement.dy + bleed
        picture = bleeding(picture, across / placement.scale, down / placement.scale)
    dx, dy = edge + placement.dx, edge + placement.dy
    window = trim.inset(-bleed) if edge else None
    layers = [Layer(picture, placement.scale, dx, dy, window)]
    if options.marks:
        marks = print_marks(width, height, trim, bleed)
        layers.append(Layer(marks, 1.0, 0.0, 0.0, is_furniture=True))
    return Page(width, height, trim, trim.inset(-bleed), label, tuple(layers))


def _tiled(
    picture: Picture, poster: Placement, options: ExportOptions, tiles: Tiles, before: str
) -> Iterator[Page]:
    cut = tiling(poster.width, poster.height, tiles)
    refuse_longer(max(cut.width, cut.height), "A sheet")
    poster = _scaled(poster, cut.scale)
    shown = [(tile, cut_out(picture, _on_picture(tile.region, poster))) for tile in cut.tiles]
    if tiles.skip_empty:
        filled = [
            pair for pair in shown if not is_empty(pair[1], _on_picture(pair[0].region, poster))
        ]
        shown = filled or shown[:1]
    if tiles.assembly_map:
        yield _map(picture, poster, cut, [tile for tile, _ in shown], tiles, before)
    for tile, part in shown:
        said = f"{tile.name} of {cut.columns} × {cut.rows}", picture.title, options.date
        label = " – ".join(each for each in said if each)
        yield _tile(part, poster, cut, tile, label, before)


def _tile(
    picture: Picture, poster: Placement, cut: Tiling, tile: Tile, label: str, before: str
) -> Page:
    dx = cut.area.x - tile.region.x + poster.dx
    dy = cut.area.y - tile.region.y + poster.dy
    layers = (
        Layer(picture, poster.scale, dx, dy, cut.area),
        Layer(tile_marks(cut, tile, label), 1.0, 0.0, 0.0, is_furniture=True),
    )
    return Page(cut.width, cut.height, cut.area, cut.area, before + tile.name, layers)


def _map(
    picture: Picture,
    poster: Placement,
    cut: Tiling,
    printed: Sequence[Tile],
    tiles: Tiles,
    before: str,
) -> Page:
    side = Orientation.PORTRAIT if cut.height > cut.width else Orientation.LANDSCAPE
    title = f"{picture.title}: assembly map"
    shown = assembly_map(cut, printed, picture, poster.scale, f"{tiles.paper}, {side}", title)
    whole = Rect(0.0, 0.0, cut.width, cut.height)
    return Page(cut.width, cut.height, whole, whole, before + MAP, (Layer(shown, 1.0, 0.0, 0.0),))


def _scaled(placement: Placement, by: float) -> Placement:
    return replace(
        placement,
        width=placement.width * by,
        height=placement.height * by,
        scale=placement.scale * by,
        dx=placement.dx * by,
        dy=placement.dy * by,
    )


def _on_picture(region: Rect, poster: Placement) -> Rect:
    scale = poster.scale
    return Rect(
        (region.x - poster.dx) / scale,
        (region.y - poster.dy) / scale,
        region.w / scale,
        region.h / scale,
    )
