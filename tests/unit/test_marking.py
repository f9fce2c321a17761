"""A text with plain marks is changed: the marks stay in pairs, and notes turn bold in one edit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvasapp.domain.markup import plain_text, read
from canvasapp.domain.records import Note, NoteKind
from canvasapp.edits.marking import is_bold, replaced, turn_bold, with_bold
from tests.unit.small_canvas import board, note, workshop

words = st.text(st.sampled_from("ab c\n"), max_size=12)


def bold_words(text: str) -> str:
    """The text with bold letters as capitals."""
    markup = read(text)
    bold = {place for start, end in markup.bold for place in range(start, end)}
    return "".join(
        each.upper() if place in bold else each for place, each in enumerate(markup.shown)
    )


@pytest.mark.parametrize(
    ("text", "by", "after"),
    [
        ("a **[bold]** c", "", "a | c"),
        ("a [**bold** c]", "", "a |"),
        ("a **[b]old**", "x", "a **x|old**"),
        ("a **bo[ld** c]d", "", "a **bo|**d"),
        ("[a **bo]ld**", "", "|**ld**"),
        ("**a**[ ]**b**", "", "**a|b**"),
        ("**ab[]cd**", "\n", "**ab**\n**|cd**"),
        ("**ab[]**", "\n", "**ab**\n|"),
        ("**[]ab**", "\n", "\n**|ab**"),
        ("- **ab[]cd**", "\n- ", "- **ab**\n- **|cd**"),
        ("**a[]d**", "b\n\nc", "**ab**\n\n**c|d**"),
        ("no [marks]", "x", "no x|"),
    ],
)
def test_what_takes_the_place_of_bold_words_leaves_marks_in_pairs(text, by, after):
    start, end = text.index("["), text.index("]") - 1
    changed, position = replaced(text.replace("[", "").replace("]", ""), start, end, by)
    assert changed[:position] + "|" + changed[position:] == after


@given(words, st.data())
def test_bold_words_change_no_letter_and_can_be_made_plain_again(text, data):
    start, end = sorted(data.draw(st.integers(0, len(text))) for _ in range(2))
    bold = with_bold(text, start, end, bold=True)
    assert plain_text(bold) == text
    letters = [each.upper() if each.strip() else each for each in text[start:end]]
    assert bold_words(bold) == text[:start] + "".join(letters) + text[end:]
    assert is_bold(bold, 0, len(bold)) or bold_words(bold) != bold_words(bold).upper()
    assert with_bold(bold, 0, len(bold), bold=False) == text


@given(words, st.data())
def test_erasing_never_leaves_half_a_pair(text, data):
    bold = with_bold(
        text, *sorted(data.draw(st.integers(0, len(text))) for _ in range(2)), bold=True
    )
    start, end = sorted(data.draw(st.integers(0, len(bold))) for _ in range(2))
    left, _ = replaced(bold, start, end, "")
    assert "*" not in plain_text(left)


def test_in_the_middle_of_bold_words_some_become_plain():
    assert with_bold("**one two three**", 6, 9, bold=False) == "**one** two **three**"


def test_labels_and_blanks_are_not_marked():
    assert with_bold("- one \n\n2. two", 0, 14, bold=True) == "- **one** \n\n2. **two**"


def test_where_a_mark_would_be_none_the_text_stays():
    assert with_bold("a ** b", 0, 6, bold=True) == "a ** b"
    assert plain_text(with_bold("Hotel 5*", 0, 8, bold=True)) == "Hotel 5*"


def height(note: Note, text: str) -> float:
    return 60.0 + len(text)


def test_notes_turn_bold_together_and_plain_when_all_are_bold():
    before = workshop(note("a", text="one"), note("b", text="- **two**"), note("c", text=""))
    edit = turn_bold(before.boards["b1"], ["a", "b", "c", "gone"], height)
    assert edit.label == "Make note bold"
    after = before.after(edit)
    turned = after.boards["b1"]
    assert [turned.note(each).text for each in "abc"] == ["**one**", "- **two**", ""]
    assert turned.note("a").h == height(turned.note("a"), "**one**")
    plain = after.after(turn_bold(turned, ["a", "b"], height)).boards["b1"]
    assert [plain.note(each).text for each in "ab"] == ["one", "- two"]
    assert after.after(edit.inverse()).boards["b1"].notes == before.boards["b1"].notes


def test_headings_images_and_locked_notes_do_not_turn_bold():
    locked = note("a", text="one", locked=True)
    heading = note("b", text="two", kind=NoteKind.HEADING)
    assert turn_bold(board(locked, heading), ["a", "b"], height).changes == ()
