"""A line ends at a space where it can, so that whoever reads a PDF finds the words as they were typed."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from canvasapp.text.breaks import has_divisible, line_end
from canvasapp.text.layout import PT, lay_out

pytestmark = pytest.mark.usefixtures("qapp")

SIZE = 24 * PT


@pytest.mark.parametrize(
    ("text", "fits", "line"),
    [
        ("an hour of set-up, data", "an hour of set-", "an hour of "),
        ("bread and/or milk", "bread and/", "bread "),
        ("a plan\u2014or two", "a plan\u2014", "a "),
        ("routes and 20 % gainshare", "routes and 20 ", "routes and "),
        ("kept in 95 %. Fails", "kept in 95 ", "kept in "),
        ("5 mm high", "5 ", "5 "),
        ("one plan", "one ", "one "),
        ("one plan", "one plan", "one plan"),
    ],
)
def test_a_line_ends_before_the_word_that_it_can_not_hold(text, fits, line):
    assert has_divisible(text) or line == fits
    assert text[: line_end(text, 0, len(fits))] == line


@pytest.mark.parametrize("text", ["Set-up-and-repair", "20 % off", "A/B/C"])
def test_a_word_that_has_the_line_for_itself_is_divided(text):
    assert line_end(text, 0, 4) == 4


@pytest.mark.parametrize(
    ("text", "end"),
    [("日本語テスト", 3), ("漢字-英語", 3), ("ภาษาไทย", 4), ("고객은", 2), ("a👍🏿b", 2)],
)
def test_scripts_without_spaces_break_where_they_did(text, end):
    assert line_end(f"x {text}", 0, end + 2) == end + 2


@pytest.mark.parametrize("mark", ["\u00ad", "\u200b"])
def test_a_place_to_break_that_somebody_typed_is_used(mark):
    text = f"one divi{mark}sion"
    assert line_end(text, 0, text.index(mark) + 1) == text.index(mark) + 1


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2007"])
def test_words_that_somebody_has_tied_stay_together(space):
    text = f"about 48{space}hours-long"
    assert line_end(text, 0, text.index("-") + 1) == len("about ")


def test_the_layout_asks_on_every_line():
    text = "on a set-up, on a set-up, on a set-up 👍 on a set-up"
    assert " ".join(line.text for line in lay_out(text, 32.0, SIZE).lines) == text


def test_letters_that_are_joined_are_not_counted_one_by_one():
    text = "first offices efface 61 %, first offices efface set-up 👩🏽‍🚒 👩🏽‍🚒 48-hour"
    for width in range(40, 120):
        assert " ".join(line.text for line in lay_out(text, width, SIZE).lines) == text


def test_right_to_left_lines_too():
    lines = [line.text for line in lay_out("שלום בית-ספר שלום", 40.0, SIZE).lines]
    assert lines == ["שלום", "בית-ספר", "שלום"]


@given(
    st.lists(st.text("afi-/%5\u2014", min_size=1, max_size=5), min_size=1, max_size=12),
    st.floats(20, 200),
)
def test_lines_joined_by_spaces_are_the_text(words: list[str], width: float):
    text = " ".join(words)
    lines = lay_out(text, width, SIZE).lines
    longest = max(line.width for word in words for line in lay_out(word, 1_000, SIZE).lines)
    assume(longest < width)
    assert " ".join(line.text for line in lines) == text
