"""Texts and titles as they are kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvasapp.edits.wording import (
    MAX_LINES,
    MAX_TITLE,
    TextTooLongError,
    clean_text,
    clean_title,
    free_title,
)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029"])
def test_every_line_end_is_a_newline(end: str) -> None:
    assert clean_text(f"one{end}two{end}") == "one\ntwo\n"


@pytest.mark.parametrize("text", ["  indented\n\n\tand spaced ", "👩‍👩‍👧 مرحبا हिन्दी", ""])
def test_what_can_be_kept_is_kept_as_typed(text: str) -> None:
    assert clean_text(text) == text


@given(st.text(st.characters(codec=None)))
def test_a_kept_text_can_be_written_as_utf_8_and_stays_as_it_is(text: str) -> None:
    kept = clean_text(text)
    assert kept.encode().decode() == kept
    assert "\x00" not in kept
    assert clean_text(kept) == kept


def test_so_many_lines_are_a_note_and_one_more_is_too_many() -> None:
    most = "\n" * (MAX_LINES - 1)
    assert clean_text(most) == most
    with pytest.raises(TextTooLongError, match="501 lines"):
        clean_text(most + "\r\n")


def test_a_title_is_one_line_without_blanks_around_it() -> None:
    assert clean_title("  Home\tCare\r\n Together\x00 ") == "Home Care Together"


def test_a_title_is_cut_at_the_limit() -> None:
    assert clean_title("x" * (MAX_TITLE + 5)) == "x" * MAX_TITLE


@pytest.mark.parametrize(
    ("taken", "title"),
    [([], "Board"), (["Board"], "Board 2"), (["Board", "Board 2", "Board 4"], "Board 3")],
)
def test_a_title_in_use_is_numbered(taken: list[str], title: str) -> None:
    assert free_title("Board", taken) == title


def test_a_numbered_title_is_not_longer_than_a_title_may_be() -> None:
    longest = "x" * MAX_TITLE
    numbered = free_title(longest, [longest])
    assert len(numbered) == MAX_TITLE
    assert numbered.endswith("x 2")
