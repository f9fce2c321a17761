"""Notes that can not be read are told as bars, and notes that look alike share one sprite."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from canvasapp.domain.records import Note
from canvasapp.picture.note_picture import TEXT_SIZES, fit_text
from canvasapp.view.looks import NO_BARS, LookTable, bars_of, grid_of
from canvasapp.view.sprites import Sprites

pytestmark = pytest.mark.usefixtures("qapp")

SIZE = TEXT_SIZES[0]


def note(text: str, *, note_id: str = "n", party: str | None = None, h: float = 70.0) -> Note:
    return Note(note_id, "b", None, None, None, text, party, 10.0, 20.0, 104.0, h, "a0")


def test_a_note_without_text_has_no_bars() -> None:
    table = LookTable(SIZE)
    look = table.of(np.arange(1), [note("")], {})[0]
    assert table.example(look)[2] == NO_BARS


@pytest.mark.parametrize(
    "text",
    [
        "Short",
        "Reminder and filter delivered before the machine clogs",
        "one\ntwo\nthree",
        "Evening, phone in hand: photographs type plate and leak",
    ],
)
def test_bars_are_about_as_many_as_the_lines_on_paper(text: str) -> None:
    lines, _ = bars_of(text, grid_of(note(text), SIZE))
    assert abs(lines - len(fit_text(text, 104, 70).lines)) <= 1


@given(st.text(max_size=2000), st.floats(30, 400))
def test_bars_never_leave_the_note(text: str, height: float) -> None:
    lines, quarters = bars_of(text, grid_of(note(text, h=height), SIZE))
    assert 0 <= quarters <= 4
    assert lines * SIZE <= max(height, SIZE * 1.2)


def test_notes_that_look_alike_have_one_look() -> None:
    notes: list[Note | None] = [
        note("", note_id="a", party="p"),
        note("text", note_id="b", party="p"),
        note("", note_id="c", party="q"),
    ]
    looks = LookTable().of(np.arange(3), notes, {})
    assert looks[0] == looks[1] != looks[2]


def test_a_changed_note_gets_another_look() -> None:
    table, notes = LookTable(), list[Note | None]([note("", party="p")])
    before = table.of(np.arange(1), notes, {})[0]
    notes[0] = note("", party="q")
    assert table.of(np.arange(1), notes, {})[0] == before
    table.forget(0)
    assert table.of(np.arange(1), notes, {})[0] != before


class Painter:
    """Looks in plain colours, and how often each was painted."""

    def __init__(self, side: int) -> None:
        self.side = side
        self.painted: list[int] = []

    def size_of(self, look: int) -> tuple[int, int]:
        return self.side + look, self.side

    def paint(self, painter: QPainter, look: int, size: tuple[int, int]) -> None:
        self.painted.append(look)
        painter.fillRect(0, 0, *size, QColor(colour(look)))


def stamped(sprites: Sprites, looks: list[int], places: list[tuple[int, int]]) -> QImage:
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    left, top = np.array(places, dtype=float).T
    sprites.stamp(painter, np.array(looks), left, top)
    painter.end()
    return image


def colour(look: int) -> str:
    return QColor.fromHsv(look * 29 % 360, 200, 200).name()


def test_sprites_are_stamped_pixel_by_pixel_where_they_belong() -> None:
    source = Painter(20)
    image = stamped(Sprites(source.size_of, source.paint), [3, 7], [(10, 10), (100, 50)])
    assert image.pixelColor(10, 10).name() == colour(3)
    assert image.pixelColor(32, 29).name() == colour(3)
    assert image.pixelColor(33, 29).name() == "#ffffff"
    assert image.pixelColor(100, 50).name() == colour(7)
    assert image.pixelColor(99, 50).name() == "#ffffff"


def test_the_last_sprite_lies_on_top() -> None:
    source = Painter(20)
    image = stamped(Sprites(source.size_of, source.paint), [1, 2, 1], [(0, 0), (5, 0), (10, 0)])
    assert [image.pixelColor(x, 10).name() for x in (2, 7, 12)] == [colour(1), colour(2), colour(1)]


def test_each_look_is_painted_once() -> None:
    source = Painter(20)
    sprites = Sprites(source.size_of, source.paint)
    for _ in range(3):
        stamped(sprites, [5, 5, 9], [(0, 0), (50, 0), (100, 0)])
    assert sorted(source.painted) == [5, 9]


def test_more_looks_than_there_is_room_for_are_painted_again() -> None:
    source = Painter(250)
    sprites = Sprites(source.size_of, source.paint)
    for look in range(120):
        image = stamped(sprites, [look], [(0, 0)])
        assert image.pixelColor(100, 100).name() == colour(look)
