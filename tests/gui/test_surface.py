"""What stands in for tiles that are not made yet leaves those alone that are."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from canvasapp.picture.options import PictureOptions
from canvasapp.picture.theme import LIGHT
from canvasapp.view.camera import Camera
from canvasapp.view.scene import Scene
from canvasapp.view.surface import Surface
from canvasapp.view.tiles import SIDE
from tests.gui.conftest import Desk

SIZE = 3 * SIDE


def painted(surface: Surface, camera: Camera) -> QImage:
    image = QImage(SIZE, SIZE, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        surface.paint(painter, camera, QRect(0, 0, SIZE, SIZE))
    return image


def surface_of(desk: Desk) -> Surface:
    return Surface(Scene(desk.board, PictureOptions(theme=LIGHT)))


def test_bare_paper_is_painted_only_where_a_tile_is_missing(desk: Desk) -> None:
    camera = Camera(zoom=1.5, width=SIZE, height=SIZE)
    surface = surface_of(desk)
    finished: list[QRect] = []
    while not finished:
        finished, _ = surface.work(camera, 0.0, ahead=False)
    some = painted(surface, camera)
    assert 0 < surface.unfinished < 1
    surface.work(camera, 60.0, ahead=False)
    whole = painted(surface, camera)
    assert surface.unfinished == 0
    assert [some.copy(each) for each in finished] == [whole.copy(each) for each in finished]
    assert some != whole


def test_another_level_stands_in_for_every_missing_tile_while_zooming(desk: Desk) -> None:
    camera = Camera(zoom=1.0, width=SIZE, height=SIZE)
    surface = surface_of(desk)
    surface.work(camera, 60.0, ahead=False)
    surface.moving = True
    nearer = camera.zoomed(1.9, 0.0, 0.0)
    bare, stood_in = painted(surface_of(desk), nearer), painted(surface, nearer)
    assert surface.unfinished == 1
    assert stood_in != bare


def test_what_is_made_ahead_stays_once_it_is_made(desk: Desk) -> None:
    camera = Camera(zoom=1.0, width=SIZE, height=SIZE)
    surface = surface_of(desk)
    for step in range(4):
        there = camera.panned(step * SIDE, 0)
        surface.work(there, 60.0, ahead=True)
        assert surface.work(there, 0.0, ahead=True) == ([], True)
