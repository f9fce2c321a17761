"""Headings are as large as they are high; images stand by themselves or over a text; locks are for the screen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvasapp.domain.records import MAX_TEXT, Note, NoteKind
from canvasapp.edits.laying import MIN_HEADING
from canvasapp.edits.notes import HEADING
from canvasapp.picture.board_picture import board_picture
from canvasapp.picture.heading_picture import SMALLEST, heading_layout
from canvasapp.picture.note_picture import (
    NoteMarks,
    grown_height,
    height_for,
    note_part,
    paper_part,
    text_box,
    written,
)
from canvasapp.picture.options import PictureOptions
from canvasapp.picture.shapes import Box, Image, Kind, Part, Text
from canvasapp.picture.theme import DARK, LIGHT
from canvasapp.text.layout import PT
from tests.unit.small_canvas import TELECOM, board, note

pytestmark = pytest.mark.usefixtures("qapp")

TITLE = note(text="Mornings at home", x=20, y=80, w=HEADING[0], h=HEADING[1], kind=NoteKind.HEADING)
PHOTO = note(text="A bag at a door", w=90, h=60, kind=NoteKind.IMAGE, image="1" * 64)
PICTURED = note(text="Bread", w=104, h=120, image="1" * 64)


def images(part: Part) -> list[Image]:
    return [shape for shape in part.shapes if isinstance(shape, Image)]


def strings(part: Part) -> list[str]:
    return [shape.string for shape in part.shapes if isinstance(shape, Text)]


# --- headings -------------------------------------------------------------------------------------------------------


def test_a_heading_is_letters_and_nothing_else() -> None:
    part = note_part(TITLE, TELECOM, LIGHT)
    (letters,) = part.shapes
    assert isinstance(letters, Text)
    assert (part.kind, letters.string, letters.runs[0].face) == (
        Kind.HEADING,
        "Mornings at home",
        "sans-bold",
    )
    assert (letters.at.x, letters.at.y) == (20, 80)


def test_a_new_heading_has_letters_of_40_points() -> None:
    assert heading_layout("Title", *HEADING).size == pytest.approx(40 * PT, rel=0.001)


def test_a_heading_can_be_read_on_every_sheet() -> None:
    inks = [written(TITLE, theme)[0].colour for theme in (LIGHT, DARK)]
    assert inks == [LIGHT.ink, DARK.ink]


def test_the_letters_of_a_heading_grow_with_its_height_until_the_line_is_full() -> None:
    once, twice = (heading_layout("Tea", 200, height).size for height in (17, 34))
    assert twice == pytest.approx(2 * once)
    long = heading_layout("Tea and cake for two in the garden", 200, 34)
    assert len(long.lines) == 2
    assert long.size == pytest.approx(once)


def test_what_is_typed_into_a_heading_keeps_its_letters_and_adds_lines() -> None:
    size = heading_layout(TITLE.text, TITLE.w, TITLE.h).size
    text = "Mornings at home, and what they need from whom"
    typed = replace(TITLE, text=text, h=height_for(TITLE, text))
    layout = heading_layout(typed.text, typed.w, typed.h)
    assert layout.size == pytest.approx(size)
    assert len(layout.lines) > 1
    assert height_for(typed, TITLE.text) == pytest.approx(TITLE.h)


@given(text=st.text(max_size=60), w=st.floats(24, 400), h=st.floats(MIN_HEADING[1], 200))
def test_a_heading_fits_its_height_or_has_the_smallest_letters(
    text: str, w: float, h: float
) -> None:
    layout = heading_layout(text, w, h)
    assert layout.height <= h + 0.001 or layout.size == pytest.approx(SMALLEST)
    assert layout.size >= SMALLEST - 0.001


def test_a_heading_of_a_whole_book_is_laid_out_at_the_smallest_size_at_once() -> None:
    book = "word " * (MAX_TEXT // 50)
    assert heading_layout(book, 200, 400).size == SMALLEST


def test_an_empty_heading_shows_nothing() -> None:
    assert note_part(replace(TITLE, text=""), None, LIGHT).shapes == ()


# --- images ---------------------------------------------------------------------------------------------------------


def test_an_image_fills_its_note_and_says_its_text_only_to_readers() -> None:
    part = note_part(PHOTO, None, LIGHT)
    (image,) = images(part)
    assert (part.kind, part.label, image.rect, image.digest) == (
        Kind.IMAGE,
        "A bag at a door",
        PHOTO.rect,
        PHOTO.image,
    )
    assert strings(part) == []
    assert written(PHOTO, LIGHT) == ()


def test_where_an_image_is_lost_its_name_stands_in_a_frame() -> None:
    (image,) = images(note_part(PHOTO, None, LIGHT))
    frame, *_, name = image.instead
    assert isinstance(frame, Box)
    assert isinstance(name, Text)
    assert name.string == "A bag at a door"
    assert PHOTO.rect.encloses(frame.rect)


@pytest.mark.parametrize("size", [(24.0, 18.0), (24.0, 300.0), (300.0, 18.0), (500.0, 400.0)])
def test_what_stands_for_a_lost_image_stays_inside_it(size: tuple[float, float]) -> None:
    photo = replace(PHOTO, w=size[0], h=size[1], text="A very long name of a photograph.jpeg " * 9)
    (image,) = images(note_part(photo, None, LIGHT))
    for shape in image.instead:
        if isinstance(shape, Box):
            assert photo.rect.encloses(shape.rect)
        if isinstance(shape, Text):
            assert shape.at.x >= photo.x
            assert shape.at.x + max(line.width for line in shape.lines) <= photo.rect.right


def test_a_pictured_note_shows_its_image_over_its_text() -> None:
    part = note_part(PICTURED, TELECOM, LIGHT)
    (image,) = images(part)
    assert strings(part)[0] == "Bread"
    assert PICTURED.rect.encloses(image.rect)
    assert image.rect.bottom <= text_box(PICTURED).y
    assert text_box(PICTURED).bottom <= PICTURED.rect.bottom


def test_without_text_the_image_of_a_note_takes_its_place() -> None:
    (small,) = images(note_part(PICTURED, None, LIGHT))
    (large,) = images(note_part(replace(PICTURED, text=""), None, LIGHT))
    assert large.rect.encloses(small.rect)
    assert large.rect.h > small.rect.h


@pytest.mark.parametrize("text", ["short", "many words " * 60, "x" * 900])
def test_a_pictured_note_grows_for_its_text_and_its_image_with_it(text: str) -> None:
    height = grown_height(text, PICTURED.w, PICTURED.h, pictured=True)
    assert height == height_for(PICTURED, text)
    grown = replace(PICTURED, text=text, h=height)
    (letters,) = written(grown, LIGHT)
    assert letters.lines[-1].baseline <= text_box(grown).h
    assert (height > PICTURED.h) == (text != "short")


# --- locks ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("one", [note(), TITLE, PHOTO], ids=lambda one: one.kind)
def test_what_is_locked_is_marked_inside_its_rectangle(one: Note) -> None:
    plain = note_part(one, None, LIGHT)
    marked = note_part(one, None, LIGHT, NoteMarks(locked=True))
    ground = marked.shapes[len(plain.shapes)]
    assert isinstance(ground, Box)
    assert one.rect.encloses(ground.rect)


def test_locks_are_shown_when_they_are_wanted_and_not_on_paper() -> None:
    start = board(note("a", locked=True), note("b", x=90))
    sizes = {
        locks: {
            part.id: len(part.shapes)
            for part in board_picture(start, PictureOptions(locks=locks)).parts
            if part.kind is Kind.NOTE
        }
        for locks in (True, False)
    }
    assert sizes[True]["a"] > sizes[False]["a"] == sizes[False]["b"] == sizes[True]["b"]


def test_under_a_text_that_is_typed_lies_the_same_note_without_it() -> None:
    still, typed = note_part(PICTURED, TELECOM, LIGHT), paper_part(PICTURED, TELECOM, LIGHT)
    gone = [shape for shape in still.shapes if shape not in typed.shapes]
    assert [shape.string for shape in gone if isinstance(shape, Text)][:1] == ["Bread"]
    assert images(typed) == images(still)
    assert images(paper_part(replace(PICTURED, text=""), TELECOM, LIGHT)) == images(still)
    assert paper_part(TITLE, None, LIGHT).shapes == ()
