"""A text being typed, as a value."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvasapp.view.draft import Draft, Reach
from canvasapp.view.typing_history import TypingHistory

FAMILY = "👨‍👩‍👧"
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


def caret(text: str) -> Draft:
    """The text with the caret where the bar stands."""
    before, after = text.split("|")
    return Draft(before + after).at(len(before))


def shown(draft: Draft) -> str:
    assert draft.anchor == draft.position
    return draft.text[: draft.position] + "|" + draft.text[draft.position :]


@pytest.mark.parametrize(
    ("reach", "forward", "before", "after"),
    [
        (Reach.CHARACTER, True, "a|bc", "ab|c"),
        (Reach.CHARACTER, False, "ab|c", "a|bc"),
        (Reach.CHARACTER, True, f"|{FAMILY}b", f"{FAMILY}|b"),
        (Reach.CHARACTER, False, "he\u0301|", "h|e\u0301"),
        (Reach.WORD, True, "|one two", "one |two"),
        (Reach.WORD, False, "one two|", "one |two"),
        (Reach.WORD, False, "one t|wo", "one |two"),
        (Reach.WORD, True, "one|\ntwo", "one\n|two"),
        (Reach.WORD, True, "🙂 |one two", "🙂 one |two"),
        (Reach.PARAGRAPH, True, "a|b\ncd", "ab|\ncd"),
        (Reach.PARAGRAPH, False, "ab\nc|d", "ab\n|cd"),
        (Reach.TEXT, True, "a|b\ncd", "ab\ncd|"),
        (Reach.TEXT, False, "ab\nc|d", "|ab\ncd"),
    ],
)
def test_the_caret_moves(reach: Reach, before: str, after: str, *, forward: bool) -> None:
    assert shown(caret(before).moved(reach, forward=forward)) == after


@pytest.mark.parametrize(
    ("reach", "forward", "before", "after"),
    [
        (Reach.CHARACTER, False, f"a{FAMILY}|", "a|"),
        (Reach.CHARACTER, True, "|abc", "|bc"),
        (Reach.WORD, False, "one two|", "one |"),
        (Reach.PARAGRAPH, True, "one| two\nthree", "one|\nthree"),
        (Reach.CHARACTER, False, "|abc", "|abc"),
        (Reach.CHARACTER, True, "abc|", "abc|"),
    ],
)
def test_erasing_takes_what_lies_beside_the_caret(
    reach: Reach, before: str, after: str, *, forward: bool
) -> None:
    assert shown(caret(before).erased(reach, forward=forward)) == after


def test_typing_replaces_the_selection() -> None:
    assert shown(Draft("one two three", 4, 7).typed("2")) == "one 2| three"


def test_erasing_takes_the_selection_only() -> None:
    assert shown(Draft("one two", 0, 4).erased(Reach.WORD, forward=True)) == "|two"


@pytest.mark.parametrize(
    ("forward", "after"), [(True, "one two| three"), (False, "one |two three")]
)
def test_an_arrow_leaves_the_selection_at_its_end(after: str, *, forward: bool) -> None:
    assert shown(Draft("one two three", 4, 7).moved(Reach.CHARACTER, forward=forward)) == after


@pytest.mark.parametrize(("position", "word"), [(0, "one"), (2, "one"), (5, "two"), (7, "two")])
def test_a_word_is_selected_around_a_place(position: int, word: str) -> None:
    assert Draft("one two").word_selected(position).selected == word


@given(text=texts, position=st.integers(0, 30), reach=st.sampled_from(Reach), forward=st.booleans())
def test_going_on_comes_to_the_end_and_going_back_to_the_start(
    text: str, position: int, reach: Reach, *, forward: bool
) -> None:
    draft = Draft(text).at(position)
    for _ in range(len(text) + 1):
        draft = draft.moved(reach, forward=forward)
    if reach is Reach.PARAGRAPH:
        assert "\n" not in draft.text[slice(position, draft.position)]
    else:
        assert draft.position == (len(text) if forward else 0)


@given(texts, st.integers(0, 30), st.integers(0, 30), texts)
def test_the_text_around_the_selection_stays(text: str, one: int, other: int, typed: str) -> None:
    draft = Draft(text).at(one).at(other, selecting=True)
    start, end = draft.selection
    changed = draft.typed(typed)
    assert changed.text == text[:start] + typed + text[end:]
    assert changed.position == start + len(typed)


def test_letters_in_a_row_are_one_step_back() -> None:
    history = TypingHistory(Draft(""))
    for letter in "one":
        history.change(history.now.typed(letter), "typing")
    history.change(history.now.typed(" "))
    for letter in "two":
        history.change(history.now.typed(letter), "typing")
    history.undo()
    assert history.now.text == "one "
    history.undo()
    history.undo()
    assert history.now.text == ""
    history.redo()
    assert history.now.text == "one"


def test_moving_the_caret_begins_another_step() -> None:
    history = TypingHistory(Draft(""))
    history.change(history.now.typed("b"), "typing")
    history.move(history.now.at(0))
    history.change(history.now.typed("a"), "typing")
    history.undo()
    assert history.now.text == "b"


def test_typing_after_undo_gives_up_what_was_undone() -> None:
    history = TypingHistory(Draft(""))
    history.change(Draft("a", 1, 1))
    history.undo()
    history.change(Draft("b", 1, 1))
    history.redo()
    assert history.now.text == "b"
    history.undo()
    history.undo()
    assert history.now.text == ""
