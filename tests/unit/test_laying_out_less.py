"""Texts that are not laid out, or not all of them: the answers are the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvasapp.text.layout import LEADING, PT, Layout, Paragraphs, surely_fits, text_height
from canvasapp.text.paragraphs import LONG

pytestmark = pytest.mark.usefixtures("qapp")

SIZE = 24 * PT
WIDTH = 93.0
LINES = [f"{number} visits until somebody answers the call at last" for number in range(1, 61)]
LONG_TEXT = "\n".join(LINES)


@pytest.mark.parametrize("width", [20.0, 40.0, 93.0])
@given(text=st.text("iWm AVT., 0", max_size=120).map("a{}".format))
def test_what_plainly_fits_fits(text: str, width: float) -> None:
    heights = (lines * LEADING * SIZE for lines in range(1, 99))
    enough = next(height for height in heights if surely_fits(text, width, height, SIZE))
    assert text_height(text, width, SIZE) <= enough + 1e-6


def test_what_is_no_plain_letter_is_laid_out() -> None:
    for text in ("1. indented", "one\ntwo", "**bold**", "Köln", "well-known"):
        assert not surely_fits(text, 1000.0, 1000.0, SIZE)


def laid_out(text: str) -> Layout:
    return Paragraphs(text, WIDTH, SIZE).layout()


def test_a_letter_typed_into_a_long_text_makes_glyphs_of_its_paragraph_alone() -> None:
    assert len(LONG_TEXT) > LONG
    before = {*laid_out(LONG_TEXT).runs}
    after = laid_out(LONG_TEXT.replace("30 visits", "38 visits"))
    new = [run.text for run in after.runs if run not in before]
    assert 0 < len(new) <= 3
    assert new[0].startswith("38 visits")


@pytest.mark.parametrize("line", ["", "one more line", "- an item"])
def test_what_was_kept_of_a_long_text_changes_nothing_of_the_next_one(line: str) -> None:
    after = "\n".join([*LINES[:7], line, *LINES[7:]])
    laid_out(LONG_TEXT)
    again = laid_out(after)
    alone = [laid_out(part) for part in after.split("\n")]  # short ones, of which nothing is kept
    assert [line.text for line in again.lines] == [x.text for each in alone for x in each.lines]
    assert [run.xs for run in again.runs] == [run.xs for each in alone for run in each.runs]
    downs = [line.baseline for line in again.lines]
    assert downs == sorted(downs)
    assert {round(run.ys[0], 3) for run in again.runs} <= {round(down, 3) for down in downs}
