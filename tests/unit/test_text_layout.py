"""A text in a box keeps every character, its width, and one answer for caret and pointer."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from canvasapp.domain.geometry import Point
from canvasapp.domain.markup import plain_text
from canvasapp.domain.records import Note
from canvasapp.text.codes import BOX, FIRST_DIGIT
from canvasapp.text.fonts import (
    CODES,
    FACES,
    Style,
    face_runs,
    load_fonts,
    missing_characters,
    raw_font,
)
from canvasapp.text.layout import (
    LEADING,
    PT,
    Paragraphs,
    fit,
    lay_out,
    text_height,
)
from canvasapp.text.missing import missing_in
from canvasapp.text.paragraphs import paragraphs
from canvasapp.text.runs import Glyphs

pytestmark = pytest.mark.usefixtures("qapp")

SIZE = 24 * PT
WIDTH = 93.0
SCRIPTS = {
    "latin": "Set-up on moving day plus 48-hour repair, one plan",
    "greek": "Ο πελάτης αγοράζει βεβαιότητα",
    "cyrillic": "Клиент покупает уверенность",
    "arabic": "مرحبا بالعالم",
    "hebrew": "שלום עולם",
    "devanagari": "हिन्दी में एक नोट",
    "thai": "ภาษาไทยไม่มีช่องว่าง",
    "chinese": "顾客购买的是确定性",
    "japanese": "日本語の付箋",
    "korean": "고객은 확실성을 산다",
    "combining": "e\u0301 a\u0308 n\u0303",
    "emoji": "👩🏽‍🚒 👍🏿 1️⃣ ☎️ 🇫🇮",
    "mixed": "abc مرحبا 123 日本 👍 def",
}

script = pytest.mark.parametrize("text", SCRIPTS.values(), ids=SCRIPTS.keys())


def visible(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("face", FACES.values(), ids=lambda face: face.id)
def test_every_face_is_found_by_its_own_name_and_weight(face):
    load_fonts()
    found = raw_font(face.id)
    assert (found.familyName(), int(found.weight())) == (face.family, face.weight)


@script
def test_the_bundled_faces_show_every_script(text: str):
    assert missing_characters(text, Style.NOTE) == set()
    assert all(0 not in run.ids for run in lay_out(text, WIDTH, SIZE).runs)


def test_a_character_that_no_face_has_is_named_and_still_drawn():
    text = "a\U0001d11eb"  # a treble clef
    assert missing_characters(text, Style.NOTE) == {"\U0001d11e"}
    assert visible("".join(run.text for run in lay_out(text, WIDTH, SIZE).runs)) == text


FACELESS = {
    "bengali": "বাংলা",
    "tamil": "தமிழ்",
    "georgian": "ქართული",
    "private use": "\ue123\U000f1234",
    "unassigned": "\u0378\U0003fff0",
    "controls": "a\x01\x7fb",
    "bold": "a **বাংলা** b",
}


@pytest.mark.parametrize("text", FACELESS.values(), ids=FACELESS)
def test_what_no_face_has_is_shown_as_its_code_in_a_box(text: str):
    codes = [run for run in lay_out(text, WIDTH, SIZE).runs if run.face == CODES]
    shown = "".join(run.text for run in codes)
    assert set(shown) == missing_characters(text, Style.NOTE)
    for run in codes:
        clusters = [
            [g for g, s in zip(run.ids, run.starts, strict=True) if s == start]
            for start in sorted(set(run.starts))
        ]
        assert [cluster[0] for cluster in clusters] == [BOX] * len(run.text)
        digits = ["".join(f"{g - FIRST_DIGIT:X}" for g in cluster[1:]) for cluster in clusters]
        assert [chr(int(each, 16)) for each in digits] == list(run.text)


def test_boxes_stand_beside_each_other_whatever_they_stand_for():
    (run,) = lay_out("নোু", WIDTH, SIZE).runs
    boxes = [x for glyph, x in zip(run.ids, run.xs, strict=True) if glyph == BOX]
    steps = [right - left for left, right in pairwise(boxes)]
    assert steps == pytest.approx([0.96 * SIZE] * 2, rel=0.001)


def test_joiners_and_selectors_of_what_no_face_has_are_not_shown():
    assert missing_characters("\u200bক\u200d\ufe0f", Style.NOTE) == {"ক"}


def test_a_board_tells_its_characters_without_a_face_and_the_notes_that_hold_them():
    found = missing_in([note("a", "bread"), note("b", "ক \ue123"), note("c", "ক")])
    assert [(each.code, each.name, each.notes) for each in found] == [
        ("0995", "BENGALI LETTER KA", ("b", "c")),
        ("E123", "", ("b",)),
    ]


def note(name: str, text: str) -> Note:
    return Note(name, "board", None, None, None, text, None, 0, 0, 1, 1, "a0")


@script
def test_runs_hold_every_visible_character_once(text: str):
    layout = lay_out(text, WIDTH, SIZE)
    assert sorted(visible("".join(run.text for run in layout.runs))) == sorted(visible(text))


@script
def test_lines_are_the_text_in_order_and_stay_inside_the_box(text: str):
    layout = lay_out(text, WIDTH, SIZE)
    assert visible("".join(line.text for line in layout.lines)) == visible(text)
    for line in layout.lines:
        assert text[line.start : line.start + len(line.text)] == line.text
        assert line.x >= 0
        assert line.x + line.width <= WIDTH + 0.01


@script
def test_every_glyph_points_into_its_own_run(text: str):
    for run in lay_out(text, WIDTH, SIZE).runs:
        assert len(run.ids) == len(run.xs) == len(run.ys) == len(run.starts)
        assert all(start < len(run.text) for start in run.starts)
        assert min(run.starts) == 0


def test_a_word_longer_than_the_box_is_broken():
    layout = lay_out("W" * 60, WIDTH, SIZE)
    assert len(layout.lines) > 1
    assert "".join(line.text for line in layout.lines) == "W" * 60


def test_an_empty_text_is_one_line_high():
    assert lay_out("", WIDTH, SIZE).height == pytest.approx(LEADING * SIZE)


def test_each_line_break_typed_begins_a_line():
    layout = lay_out("a\n\nb\n", WIDTH, SIZE)
    assert [line.text for line in layout.lines] == ["a", "", "b", ""]
    assert [line.start for line in layout.lines] == [0, 2, 3, 5]


def test_right_to_left_paragraphs_stand_at_the_right_and_others_at_the_left():
    hebrew, latin = lay_out("שלום\nabc", WIDTH, SIZE).lines
    assert hebrew.x + hebrew.width == pytest.approx(WIDTH, abs=0.01)
    assert latin.x == 0


def test_letters_of_any_size_break_alike_when_the_box_grows_with_them():
    text = SCRIPTS["latin"]
    small = [line.text for line in lay_out(text, WIDTH / 8, SIZE / 8).lines]
    large = [line.text for line in lay_out(text, WIDTH * 8, SIZE * 8).lines]
    assert small == large


def test_baselines_are_one_leading_apart():
    baselines = [line.baseline for line in lay_out("a\nb\nc", WIDTH, SIZE).lines]
    steps = [after - before for before, after in pairwise(baselines)]
    assert steps == pytest.approx([LEADING * SIZE] * 2)


def test_fitting_takes_the_first_size_that_fits_and_else_the_last():
    sizes = tuple(pt * PT for pt in (24, 22, 20, 18))
    assert fit("short", WIDTH, 40, sizes).size == sizes[0]
    long = "many words that go on " * 30
    assert fit(long, WIDTH, 40, sizes).size == sizes[-1]


def test_letters_are_smaller_rather_than_a_word_divided() -> None:
    sizes = (8.0, 7.0, 6.0, 5.0)
    word = "Certification:"
    widths = [lay_out(word, 1_000.0, size).used_width for size in sizes]
    room = (widths[1] + widths[2]) / 2
    fitted = fit(f"{word} annual", room, 80.0, sizes)
    assert [line.text for line in fitted.lines] == [word, "annual"]
    assert fitted.size == sizes[2]


def test_a_word_that_is_too_long_at_any_size_makes_no_letters_smaller() -> None:
    assert fit("M" * 60, 60.0, 80.0, (8.0, 7.0, 6.0)).size == 8.0


def test_short_texts_stay_laid_out_and_long_ones_that_are_typed_into_do_not_pile_up():
    sizes = (SIZE, 18 * PT)
    text = "Whoever waits calls again. " * 100
    short, long = fit("short", WIDTH, 40, sizes), fit(text, WIDTH, 40, sizes)
    assert fit(text, WIDTH, 40, sizes) is long
    for typed in range(10):
        fit(text + "a" * typed, WIDTH, 50, sizes)
    assert fit(text, WIDTH, 40, sizes) is not long
    assert fit("short", WIDTH, 40, sizes) is short


@given(words=st.integers(1, 40), height=st.floats(10, 120))
def test_fitting_agrees_with_trying_every_size(words: int, height: float):
    sizes = tuple(pt * PT for pt in (24, 23, 22, 21, 20, 19, 18))
    text = "customer " * words
    fitting = [size for size in sizes if text_height(text, WIDTH, size) <= height]
    assert fit(text, WIDTH, height, sizes).size == (fitting[0] if fitting else sizes[-1])


@script
def test_every_caret_stands_on_the_line_of_its_character(text: str):
    paragraphs = Paragraphs(text, WIDTH, SIZE)
    for position in range(len(text) + 1):
        caret = paragraphs.caret(position)
        assert -0.01 <= caret.x <= WIDTH + 0.5
        assert 0 <= caret.y < paragraphs.height


@pytest.mark.parametrize("name", [name for name in SCRIPTS if name != "mixed"])
def test_a_click_at_a_caret_finds_its_place_again_where_one_direction_runs(name: str):
    text = SCRIPTS[name]
    paragraphs = Paragraphs(text, WIDTH, SIZE)
    found = set()
    for position in range(len(text) + 1):
        caret = paragraphs.caret(position)
        again = paragraphs.position_at(Point(caret.x, caret.y + caret.h / 2))
        assert paragraphs.caret(again).x == pytest.approx(caret.x, abs=0.01)
        found.add(again)
    assert 0 in found
    assert len(text) in found


def test_a_selection_covers_a_rectangle_on_each_of_its_lines():
    paragraphs = Paragraphs("first\nsecond\nthird", WIDTH, SIZE)
    covered = paragraphs.selection(2, 15)
    assert [round(rect.y / (LEADING * SIZE)) for rect in covered] == [0, 1, 2]
    assert covered[0].x > 0
    assert covered[1].x == 0


@settings(deadline=None, max_examples=150)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=60), st.sampled_from(Style))
def test_any_text_is_split_into_faces_without_a_gap(text: str, style: Style):
    end = 0
    for start, length, face in face_runs(text, style):
        assert start == end
        assert face in FACES
        end = start + length
    assert end == len(text)


@settings(deadline=None, max_examples=150)
@given(
    st.text(
        alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"]), max_size=40
    )
)
def test_any_text_can_be_laid_out_and_walked_through(text: str):
    layout = lay_out(text, WIDTH, SIZE)
    paragraphs = Paragraphs(text, WIDTH, SIZE)
    assert layout.height == pytest.approx(paragraphs.height)
    assert visible("".join(line.text for line in layout.lines)) == visible(plain_text(text))
    for position in range(len(text) + 1):
        assert 0 <= paragraphs.position_at(paragraphs.caret(position).centre) <= len(text)


@pytest.mark.parametrize(
    "unit", ["word ", "word", "e\u0301", "\U0001f468\u200d\U0001f469\u200d\U0001f467"]
)
def test_a_very_long_paragraph_loses_no_letter_and_its_lines_are_as_full_as_others(
    unit: str,
) -> None:
    text = (unit * 9_000)[:9_000].strip()
    layout = lay_out(text, 90.0, 6.0)
    assert "".join(line.text for line in layout.lines).replace(" ", "") == text.replace(" ", "")
    assert all(0 < line.width <= 90.0 + 1e-6 for line in layout.lines)
    short = [line for line in layout.lines[:-1] if line.width < 60.0]
    assert len(short) <= len(text) // 1_900
    starts = [line.start for line in layout.lines]
    assert starts == sorted(set(starts))


def test_a_letter_with_thousands_of_marks_is_one_piece() -> None:
    text = "x" + "\u0301" * 5_000 + "y"
    assert [piece for _, piece, _ in paragraphs(text)] == [text[:-1], "y"]


def test_the_pieces_of_a_long_paragraph_read_in_its_direction() -> None:
    paragraph = "\u05e9\u05dc\u05d5\u05dd " * 10 + "all of this in Latin letters " * 100
    lines = lay_out(paragraph, 90.0, 6.0).lines
    assert all(line.x + line.width == pytest.approx(90.0, abs=0.1) for line in lines)


def test_a_long_text_that_overflows_at_every_size_but_the_last_has_the_last() -> None:
    text = "word " * 1_000
    sizes = (8.0, 7.0, 6.0)
    assert fit(text, 90.0, text_height(text, 90.0, 6.0), sizes).size == 6.0
    assert fit(text, 90.0, text_height(text, 90.0, 7.0), sizes).size == 7.0
    assert fit(text, 90.0, text_height(text, 90.0, 8.0), sizes).size == 8.0


@pytest.mark.parametrize("typed", ["a", "\n"])
def test_a_letter_or_a_line_typed_into_a_long_text_only_moves_the_lines_below(typed: str) -> None:
    def runs(lines: list[str]) -> tuple[Glyphs, ...]:
        return Paragraphs("\n".join(lines), WIDTH, SIZE).layout().runs[-120:]

    lines = [f"line {number} of a text that goes on" for number in range(120)]
    before = runs(lines)
    assert runs(["b", *lines])
    after = runs([typed, *lines])
    assert all(one.ids is other.ids for one, other in zip(before, after, strict=True))
    made = runs([f"{line}!" for line in [*typed.split("\n"), *lines]])  # shares no line with them
    for one, other in zip(after, made, strict=True):
        assert one.ys[0] == pytest.approx(other.ys[0], abs=1e-3)
