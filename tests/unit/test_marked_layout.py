"""Bold words and list items are laid out as they are read, and every place in the typed text is found again."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from canvasapp.domain.geometry import Point
from canvasapp.domain.markup import plain_text
from canvasapp.text.fonts import Style, face_runs
from canvasapp.text.layout import PT, Paragraphs, lay_out
from canvasapp.text.paragraphs import LONG

pytestmark = pytest.mark.usefixtures("qapp")

SIZE = 24 * PT
WIDTH = 60.0
WORDS = {
    "latin": "bread and and/or salt for everybody here",
    "hebrew": "לחם ומלח לכולם כאן ועכשיו לכל אחד",
    "chinese": "顾客购买的是确定性顾客购买的是确定性",
    "long word": "Donaudampfschifffahrtsgesellschaftskapitän",
}
words = pytest.mark.parametrize("text", WORDS.values(), ids=WORDS.keys())


def test_bold_words_have_the_bold_face_and_no_marks() -> None:
    runs = lay_out("a **bold** word", WIDTH, SIZE).runs
    assert [(run.face, run.text.strip()) for run in runs] == [
        ("sans", "a"),
        ("sans-bold", "bold"),
        ("sans", "word"),
    ]


@words
def test_marks_that_are_typed_and_seen_as_none_break_no_other_line(text: str) -> None:
    """A heading is bold with marks and without: lines and glyphs are the same."""
    plain = lay_out(text, WIDTH, SIZE, Style.NOTE_BOLD)
    marked = lay_out(f"**{text}**", WIDTH, SIZE, Style.NOTE_BOLD)
    assert [line.text for line in marked.lines] == [line.text for line in plain.lines]
    assert [run.xs for run in marked.runs] == [run.xs for run in plain.runs]


def test_letters_without_a_bold_face_keep_their_own() -> None:
    text = "**مرحبا 日本 👍 शुभ ไทย**"
    runs = lay_out(text, 400.0, SIZE).runs
    shown = sorted("".join("".join(run.text for run in runs).split()))
    assert shown == sorted("".join(plain_text(text).split()))
    assert all(0 not in run.ids for run in runs)
    assert "sans" not in {run.face for run in runs}


def test_arabic_letters_join_across_the_edge_of_bold_ones() -> None:
    plain, half = "مرحبا", "مر**حبا**"
    assert [run.ids for run in lay_out(half, WIDTH, SIZE).runs] == [
        run.ids for run in lay_out(plain, WIDTH, SIZE).runs
    ]
    assert [face for _, _, face in face_runs(plain, Style.NOTE, ((2, 5),))] == ["arabic"]


@words
@pytest.mark.parametrize("label", ["- ", "12. ", "**1)** "])
def test_under_the_first_word_of_an_item_the_others_begin(text: str, label: str) -> None:
    lines = lay_out(label + text, WIDTH, SIZE).lines
    paragraphs = Paragraphs(label + text, WIDTH, SIZE)
    first = paragraphs.caret(len(label)).x
    assert len(lines) > 1
    if "hebrew" in {face for _, _, face in face_runs(text, Style.NOTE)}:
        assert first < WIDTH
        assert [line.x + line.width for line in lines[1:]] == pytest.approx(
            [first] * (len(lines) - 1), abs=0.1
        )
    else:
        assert first > 0
        assert [line.x for line in lines[1:]] == pytest.approx([first] * (len(lines) - 1))
    assert all(line.x >= -0.01 and line.x + line.width <= WIDTH + 0.01 for line in lines)


@words
def test_a_label_is_never_alone_on_its_line(text: str) -> None:
    assert len(lay_out("- " + text, WIDTH, SIZE).lines[0].text) > len("• ")


def test_an_item_without_words_shows_its_label_and_a_caret_behind_it() -> None:
    layout = lay_out("- a\n- ", WIDTH, SIZE)
    assert [line.text for line in layout.lines] == ["• a", "•"]
    assert [run.text for run in layout.runs][-1] == "•"
    paragraphs = Paragraphs("- a\n- ", WIDTH, SIZE)
    assert paragraphs.caret(6).x == paragraphs.caret(2).x > paragraphs.caret(4).x


def test_an_item_of_many_pages_is_indented_to_its_end() -> None:
    lines = lay_out("- " + "word " * LONG, WIDTH, SIZE).lines
    assert {round(line.x, 3) for line in lines[1:]} == {round(lines[1].x, 3)}
    assert lines[1].x > 0


def test_bold_words_go_on_in_the_next_piece_of_a_long_paragraph() -> None:
    layout = lay_out("**" + "word " * LONG + "end** and on", 200.0, SIZE)
    assert layout.runs[-1].face == "sans"
    assert {run.face for run in layout.runs[:-1]} == {"sans-bold"}


def test_in_a_box_too_narrow_for_its_label_an_item_keeps_half_a_line() -> None:
    layout = lay_out("100. word", 6.0, SIZE)
    assert all(line.x <= 3.0 + 0.01 for line in layout.lines)
    assert "".join("".join(line.text.split()) for line in layout.lines) == "100.word"


PIECES = ("**", "*", "a", "long word ", " ", "\n", "- ", "1. ", "é", "🙂", "לחם", "e\u0301")


@settings(deadline=None, max_examples=100)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_any_marked_text_keeps_its_letters_and_has_its_carets_in_order(text: str) -> None:
    layout, paragraphs = lay_out(text, WIDTH, SIZE), Paragraphs(text, WIDTH, SIZE)
    assert layout.text == plain_text(text)
    for line in layout.lines:
        assert layout.text[line.start : line.start + len(line.text)] == line.text
    letters = "".join(run.text for run in layout.runs)
    assert sorted("".join(letters.split())) == sorted("".join(layout.text.split()))
    rows = [paragraphs.caret(position).y for position in range(len(text) + 1)]
    assert rows == sorted(rows)
    for position in range(len(text) + 1):
        caret = paragraphs.caret(position)
        again = paragraphs.position_at(Point(caret.x, caret.centre.y))
        assert 0 <= again <= len(text)
