"""What one looks at in a window, taken down and looked at again."""

from __future__ import annotations

from canvasapp.app.starting_again import Spot
from canvasapp.domain.geometry import Point
from canvasapp.view.board_view import BoardView


def spot_of(path: str, view: BoardView) -> Spot:
    """What the view of the workshop at `path` shows."""
    viewpoint = view.bench.viewpoint
    middle = viewpoint.camera.seen.centre
    zoom = 0 if viewpoint.shows_whole else viewpoint.camera.zoom
    return Spot(path, view.board_id, zoom, middle.x, middle.y)


def look_at(spot: Spot, view: BoardView) -> None:
    """Shows of the view's board what the spot says."""
    if spot.zoom:
        viewpoint = view.bench.viewpoint
        camera = viewpoint.camera
        there = camera.zoomed(spot.zoom, *camera.middle).centred(Point(spot.x, spot.y))
        viewpoint.return_to(there)
