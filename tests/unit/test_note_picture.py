"""A note shows its whole text where it can be read, and tells whose it is."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvasapp.domain.records import Note, Party
from canvasapp.domain.template import Perspective
from canvasapp.picture.note_picture import (
    TEXT_SIZES,
    NoteMarks,
    afar_part,
    fit_text,
    grown_height,
    note_part,
    text_box,
)
from canvasapp.picture.shapes import Box, Line, Part, Text
from canvasapp.picture.theme import LIGHT, NOTE_MARK

pytestmark = pytest.mark.usefixtures("qapp")

RETAILER = Party("retailer", "Retailer", "Rt", 2)
CUSTOMER = Party("customer", "Customer", "Cu", 8)
NOTE = Note(
    "n", "b", "value-proposition", Perspective.OUR, None, "48-hour repair", "retailer",
    x=100, y=200, w=104, h=70, z="a0",
)  # fmt: skip


def texts(part: Part) -> list[Text]:
    return [shape for shape in part.shapes if isinstance(shape, Text)]


def test_a_note_shows_its_text_its_partys_letters_and_name():
    strings = [text.string for text in texts(note_part(NOTE, RETAILER, LIGHT))]
    assert strings == ["48-hour repair", "Rt", "Retailer"]


def test_a_note_of_nobody_has_no_chip_and_white_paper():
    part = note_part(replace(NOTE, party=None), None, LIGHT)
    paper = next(shape for shape in part.shapes if isinstance(shape, Box))
    assert [text.string for text in texts(part)] == ["48-hour repair"]
    assert paper.fill == "#ffffff"


def test_an_empty_note_is_paper_only():
    assert texts(note_part(replace(NOTE, text="", party=None), None, LIGHT)) == []


def test_only_hatched_slots_have_lines_across_their_corner():
    def corner_lines(party: Party) -> int:
        shapes = note_part(NOTE, party, LIGHT).shapes
        return sum(isinstance(s, Line) and s.points[0].y < NOTE.y + 5 for s in shapes)

    assert corner_lines(RETAILER) == 0
    assert corner_lines(CUSTOMER) > 0


def test_slots_past_the_eighth_have_stripes_on_paper_and_chip():
    def boxes(slot: int) -> int:
        part = note_part(NOTE, replace(RETAILER, slot=slot), LIGHT)
        return sum(isinstance(shape, Box) for shape in part.shapes)

    assert [boxes(slot) - boxes(2) for slot in (2, 10, 18)] == [0, 2, 4]


def test_from_afar_every_party_of_one_colour_cycle_has_another_number_of_ticks():
    def shapes(slot: int) -> int:
        return len(afar_part(NOTE, replace(RETAILER, slot=slot), LIGHT).shapes)

    plain = len(afar_part(NOTE, None, LIGHT).shapes)
    assert [shapes(slot) - plain for slot in range(1, 6)] == [1, 2, 3, 4, 5]
    assert texts(afar_part(NOTE, RETAILER, LIGHT)) == []


def test_a_contradicted_note_carries_a_mark():
    plain = note_part(NOTE, RETAILER, LIGHT)
    marked = note_part(NOTE, RETAILER, LIGHT, NoteMarks(contradicted=True))
    new = marked.shapes[len(plain.shapes) :]
    assert new
    assert all(isinstance(shape, Line) and shape.stroke == NOTE_MARK for shape in new)


def test_a_note_that_is_shown_in_several_places_carries_two_sheets_clear_of_its_text():
    plain = note_part(NOTE, RETAILER, LIGHT)
    shared = note_part(replace(NOTE, shared="n"), RETAILER, LIGHT)
    sheets = [each for each in shared.shapes if isinstance(each, Box) and each.stroke == NOTE_MARK]
    assert len(sheets) == 2
    assert len(shared.shapes) == len(plain.shapes) + 2
    for sheet in sheets:
        assert NOTE.rect.encloses(sheet.rect)
        assert not sheet.rect.meets(text_box(NOTE))


def test_moving_a_note_moves_its_text_and_breaks_no_line_anew():
    here = texts(note_part(NOTE, RETAILER, LIGHT))[0]
    there = texts(note_part(replace(NOTE, x=500, y=90), RETAILER, LIGHT))[0]
    assert here.runs is there.runs
    assert (there.at.x - here.at.x, there.at.y - here.at.y) == (400, -110)


def test_short_texts_are_set_large_and_long_ones_shrink_to_the_floor():
    assert fit_text("short", NOTE.w, NOTE.h).size == TEXT_SIZES[0]
    assert fit_text("many words " * 60, NOTE.w, NOTE.h).size == TEXT_SIZES[-1]


def test_a_note_grows_only_when_its_text_needs_it():
    assert grown_height("short", NOTE.w, NOTE.h) == NOTE.h
    long = "many words " * 60
    height = grown_height(long, NOTE.w, NOTE.h)
    assert height > NOTE.h
    assert fit_text(long, NOTE.w, height).height <= text_box(replace(NOTE, h=height)).h + 0.001


@given(
    text=st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"]), max_size=120),
    w=st.floats(24, 300),
)
def test_after_growing_every_line_lies_inside_the_note(text: str, w: float):
    height = grown_height(text, w, 70)
    note = replace(NOTE, text=text, w=w, h=height, party=None)
    for text_shape in texts(note_part(note, None, LIGHT)):
        for line in text_shape.lines:
            assert NOTE.y <= text_shape.at.y + line.baseline <= NOTE.y + height


def test_a_long_party_name_ends_in_an_ellipsis_inside_the_note():
    long = replace(RETAILER, name="Federation of independent household appliance retailers")
    *_, name = texts(note_part(NOTE, long, LIGHT))
    assert name.string.endswith("…")
    assert name.at.x + name.lines[0].width <= NOTE.rect.right


def test_a_note_is_called_by_what_is_read_of_it():
    marked = replace(NOTE, text="**Bring**\n- bread")
    part = note_part(marked, None, LIGHT)
    assert part.label == texts(part)[0].string == "Bring\n• bread"
