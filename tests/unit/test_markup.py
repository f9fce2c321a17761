"""Plain marks in a text: what is read of it, and where each character is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvasapp.domain.markup import plain_text, read

PIECES = ("*", "**", "a", " ", "\n", "- ", "1. ", "é", "🙂")
marked = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


@pytest.mark.parametrize(
    ("typed", "is_read"),
    [
        ("a **bold** word", "a bold word"),
        ("**two** bold **words**", "two bold words"),
        ("- one\n* two\n• three", "• one\n• two\n• three"),
        ("1. one\n2) **two**", "1. one\n2) two"),
        ("- **bold** item", "• bold item"),
        ("**- item** in bold", "• item in bold"),
    ],
)
def test_marks_are_not_read(typed, is_read):
    assert plain_text(typed) == is_read


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Local bread",
        "an open ** mark",
        "a mark **\non the** next line",
        "Hotel **** or ***",
        "2 ** 3 ** 4",
        "1.5 litres, -5 degrees, *one* star",
        " - not at the beginning",
        "2024. is a year",
    ],
)
def test_what_is_no_mark_is_read_as_it_stands(text):
    assert plain_text(text) == text


def test_bold_words_are_told_as_they_are_read():
    markup = read("a **bold** word\n- **item**")
    assert [markup.shown[start:end] for start, end in markup.bold] == ["bold", "item"]


@given(marked)
def test_every_place_has_a_position_and_the_position_that_place(text):
    markup = read(text)
    for place in range(len(markup.shown) + 1):
        before, after = markup.position(place), markup.position(place, onward=True)
        assert markup.place(before) == markup.place(after) == place
        assert all(markup.place(between) == place for between in range(before, after))


@given(marked)
def test_only_marks_in_pairs_are_left_out(text):
    markup = read(text)
    assert len(markup.marks) % 2 == 0
    assert len(markup.bare) == len(markup.shown) == len(text) - 2 * len(markup.marks)
    assert sorted(markup.bare + "**" * len(markup.marks)) == sorted(text)


def test_nothing_stands_in_a_label():
    markup = read("a\n- b")
    assert [markup.settled(place) for place in range(len(markup.shown) + 1)] == [0, 1, 4, 4, 4, 5]
