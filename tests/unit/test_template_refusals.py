"""Broken canvas files: each is refused in a sentence that names file, place and fault, and nothing else is raised."""

from __future__ import annotations

import errno
import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from canvasapp.domain.template import Template
from canvasapp.resources import resource
from canvasapp.templates import TemplateError, load_template, load_templates
from canvasapp.templates.reader import MAX_FILE
from tests.unit.canvas_file import GONE, Json, keys_of, places, put, small_file, written

BROKEN: list[tuple[str, Json, str]] = [
    # the place that is changed, what is put there, what the sentence says
    ("name", GONE, "the file has no 'name'. Add it."),
    ("colour", "red", "the file has 'colour', which is not known here. Known are format, "),
    ("format", 2, "the file has format 2. Install the newest version to read it."),
    ("format", 0, "format is 0. Write a number from 1 to 1."),
    ("id", "Sixth Canvas", "id is 'Sixth Canvas', not an id. Use a-z"),
    ("id", "x" * 61, "id has 61 characters. Shorten it to 60."),
    ("key", 6, "key is a number, not a text."),
    ("version", 1.5, "version is 1.5. Write a whole number from 1 to"),
    ("version", True, "version is true or false, not a number."),
    ("language", "English", "language is 'English', not a language tag. Write one such as en"),
    ("summary", " ", "summary has no words. Write them."),
    ("tagline", "t" * 301, "tagline has 301 characters. Shorten it to 300."),
    ("source", None, "source is null, not a text."),
    ("source", "two\nlines", "source holds U+000A, which can not be drawn. Take it out"),
    ("source", "half \ud83d", "source holds U+D83D, which can not be drawn."),
    ("sheet", [], "sheet is a list, not an object. Write an object with width, "),
    ("sheet.width", "A0", "sheet.width is a text, not a number."),
    ("sheet.width", 1e5, "sheet.width is 100000.0. Write a number from 100 to 5080."),
    ("sheet.height", float("nan"), "sheet.height is nan. Write a number"),
    ("sheet.height", float("inf"), "sheet.height is inf. Write a number"),
    ("sheet.margin", 10**4000, "sheet.margin is 1000"),
    ("sheet.margin", 400, "sheet.margin is 400. Write a number from 0 to 175."),
    ("sheet.header_percent", 60, "sheet.header_percent is 60. Write a number from 0 to 40."),
    ("sheet.type_scale.footer", GONE, "sheet.type_scale has no 'footer'. Add it."),
    ("registers", ["decision"] * 2, "registers[1] is 'decision', which stands before already."),
    ("registers", ["hope"], "registers[0] is 'hope', which is no register. Write the id of a"),
    ("blocks[1].registers", ["risk", 7], "blocks[1].registers[1] is a number, not a text."),
    ("checks", [7], "checks[0] is a number, not a text."),
    ("blocks", {}, "blocks is an object, not a list. Write the values between [ and ]."),
    ("blocks", [], "blocks has 0 values. Give it from 1 to 60."),
    ("blocks", [{}] * 10_000, "blocks has 10000 values. Give it from 1 to 60."),
    ("blocks[1].id", "left", "blocks[1].id is 'left', which stands before already."),
    ("blocks[1].number", 1, "blocks[1].number is 1, which stands before already."),
    ("blocks[0].purpose", GONE, "blocks[0] has no 'purpose'."),
    ("blocks[0].rect.w", -3, "blocks[0].rect.w is -3."),
    ("blocks[0].rect.w", 0, "blocks[0].rect.w is 0. Write a number from 1 to 100."),
    ("blocks[1].rect.w", 61, "blocks[1].rect reaches outside the frame between header and footer."),
    ("blocks[1].rect.y", 9, "Keep it in x 0 to 100 and y 10 to 95."),
    ("blocks[0].rect.w", 41, "blocks[1].rect lies over blocks[0].rect. Move or shrink"),
    ("blocks[0].rect.w", 30, "blocks leave the frame bare at x 35, y 52.5. Let the blocks cover"),
    ("blocks[0].rect.depth", 1, "blocks[0].rect has 'depth', which is not known here."),
    ("blocks[0].split", "diagonal", "blocks[0].split is 'diagonal'. Choose one of rows, columns."),
    ("blocks[0].split", ["rows"], "blocks[0].split is a list. Choose one of rows, columns."),
    ("blocks[0].decoration", "star", "blocks[0].decoration is 'star'. Choose one of wedge."),
    ("blocks[0].sublanes[0].title", "", "blocks[0].sublanes[0].title has no words."),
    ("blocks[0].questions[0].text", "", "blocks[0].questions[0].text has no words. Write them."),
    ("blocks[0].questions[0].text", GONE, "blocks[0].questions[0] has no 'text'."),
    ("blocks[1].questions[1].id", "our-1", "blocks[1].questions[1].id is 'our-1', which stands"),
    ("blocks[0].questions[1].perspective", "ours", "Choose one of our, customer."),
    ("blocks[0].questions[1].origin", "copied", "Choose one of verbatim, verbatim-fragment, "),
    ("blocks[0].examples[0].question", "our-9", "which is no question of the block's lane our."),
    ("blocks[0].examples[0].question", "customer-1", "blocks[0].examples[0].question is 'cust"),
    ("blocks[0].examples[1].text", "x" * 501, "blocks[0].examples[1].text has 501 characters."),
    ("agenda[1].blocks[0]", "middle", "agenda[1].blocks[0] is 'middle', which is no block."),
    ("agenda[2].blocks", [], "agenda gives block 'right' no turn. Name it in one of the steps."),
    ("agenda[2].minutes", 39, "agenda takes 119 minutes. Give its steps 120 minutes together."),
    ("agenda[2].minutes", -1, "agenda[2].minutes is -1."),
    ("agenda[0].needs", ["timer", "timer"], "agenda[0].needs[1] is 'timer', which stands before"),
]

BYTES: list[tuple[bytes, str]] = [
    (b"", "the file is not JSON at line 1, column 1: Expecting value. Put"),
    (b"Dear all,", "the file is not JSON at line 1, column 1: Expecting value. Put"),
    (b'{\n "id": "x",\n}', "the file is not JSON at line 3, column 1: "),
    (b'{"id": "x"', "the file is not JSON at line 1, column 11: Expecting ',' delimiter."),
    (b"[]", "the file is a list, not an object."),
    (b"NaN", "the file is a number, not an object."),
    (b'{"id": 1, "id": 2}', "the file has two values called 'id'. Keep one of them."),
    (b"\xef\xbb\xbf{}", "begins with a byte order mark. Save it as UTF-8 without one."),
    ("{}".encode("utf-16"), "is not UTF-8 text at byte 0. Save it as UTF-8."),
    (b'{"id": "caf\xe9"}', "is not UTF-8 text at byte 11."),
    (b"[" * 100_000, "the file is nested too deeply."),
    (b'{"version": ' + b"9" * 5000 + b"}", "the file holds a number with too many digits."),
    (b" " * (MAX_FILE + 1), f"is larger than {MAX_FILE} bytes. Shorten its texts."),
]


def refusal(path: Path) -> str:
    with pytest.raises(TemplateError) as refused:
        load_template(path)
    return str(refused.value)


@pytest.mark.parametrize(("place", "value", "words"), BROKEN)
def test_a_broken_canvas_is_refused(tmp_path: Path, place: str, value: Json, words: str) -> None:
    content = small_file()
    put(content, keys_of(place), value)
    said = refusal(written(tmp_path, content))
    assert said.startswith(f"{tmp_path / 'canvas.json'} can not be used: ")
    assert words in said
    assert said.endswith(".")
    assert len(said) < 500


@pytest.mark.parametrize(("data", "words"), BYTES)
def test_a_file_that_is_no_canvas_is_refused(tmp_path: Path, data: bytes, words: str) -> None:
    path = written(tmp_path, data)
    assert refusal(path).startswith(f"{path} can not be used: ")
    assert words in refusal(path)


def test_a_key_that_stands_twice_deep_in_the_file_is_found_there(tmp_path: Path) -> None:
    data = json.dumps(small_file()).replace('"split": "rows"', '"split": "rows", "split": "rows"')
    assert "blocks[0] has two values called 'split'." in refusal(written(tmp_path, data.encode()))


def test_a_lane_too_narrow_for_a_note_is_refused(tmp_path: Path) -> None:
    content = small_file()
    put(content, keys_of("blocks[0].rect.w"), 10)
    put(content, keys_of("blocks[0].split"), "columns")
    put(content, keys_of("blocks[1].rect"), {"x": 10, "y": 10, "w": 90, "h": 85})
    said = refusal(written(tmp_path, content))
    assert "blocks[0].rect leaves 35 x 523 mm for notes in its lane our." in said
    assert "a note needs 50 x 50 mm" in said


def test_a_block_no_higher_than_its_title_is_refused(tmp_path: Path) -> None:
    content = small_file()
    put(content, keys_of("blocks[0].rect"), {"x": 0, "y": 10, "w": 100, "h": 4})
    put(content, keys_of("blocks[1].rect"), {"x": 0, "y": 14, "w": 100, "h": 81})
    said = refusal(written(tmp_path, content))
    assert "blocks[0].rect leaves 966 x 0 mm for notes in its lane our." in said


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    missing = tmp_path / "missing.json"
    assert refusal(missing) == f"{missing} can not be read: {os.strerror(errno.ENOENT)}."
    assert refusal(tmp_path) == f"{tmp_path} can not be read: {os.strerror(errno.EISDIR)}."


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    missing = tmp_path / "missing"
    with pytest.raises(TemplateError) as refused:
        load_templates(missing)
    assert str(refused.value) == f"The folder of canvases, {missing}, is not there."


def test_two_files_with_one_canvas_are_refused(tmp_path: Path) -> None:
    written(tmp_path, small_file(), "a.json")
    second = written(tmp_path, small_file(), "b.json")
    with pytest.raises(TemplateError) as refused:
        load_templates(tmp_path)
    said = "can not be used: id is 'sixth', as in a.json. Choose another."
    assert str(refused.value) == f"{second} {said}"


# --- any damage -------------------------------------------------------------------------------------------------------

WHOLE: list[dict[str, Any]] = [
    small_file(),
    *(json.loads(path.read_bytes()) for path in sorted(resource("templates").glob("*.json"))),
]
JUNK = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(st.characters(exclude_categories=()), max_size=30)
    | st.sampled_from(["our", "customer", "rows", "our-1", "left", 1e308, 10**400, 0, -1, "\0"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)


@st.composite
def damaged_canvases(draw: st.DrawFn) -> Json:
    """A canvas with a few values exchanged, taken out, put in twice or put elsewhere."""
    content: Json = json.loads(json.dumps(draw(st.sampled_from(WHOLE))))
    for _ in range(draw(st.integers(1, 3))):
        known = list(places(content))
        *above, last = draw(st.sampled_from(known))
        parent: Json = content
        for key in above:
            parent = parent[key]
        match draw(st.sampled_from(["exchange", "take out", "twice", "elsewhere"])):
            case "exchange":
                parent[last] = draw(JUNK)
            case "take out":
                del parent[last]
            case "twice" if isinstance(parent, list):
                parent.append(value_at(content, (*above, last)))
            case _:
                other = draw(st.sampled_from(known))
                parent[last] = value_at(content, other)
        content = json.loads(json.dumps(content))  # no value is shared by two places
    return content


def value_at(content: Json, keys: tuple[str | int, ...]) -> Json:
    for key in keys:
        content = content[key]
    return json.loads(json.dumps(content))


def loaded(path: Path) -> Template | None:
    """The canvas, or None when it is refused in a sentence; any other exception is a failure."""
    try:
        return load_template(path)
    except TemplateError as error:
        said = str(error)
    assert re.fullmatch(rf"{re.escape(str(path))} can not be used: .+\. .+\.", said)
    return None


@settings(max_examples=300)
@given(content=damaged_canvases())
def test_damage_is_refused_or_harmless(
    tmp_path_factory: pytest.TempPathFactory, content: Json
) -> None:
    template = loaded(written(tmp_path_factory.getbasetemp(), content))
    if template is not None:
        frame = template.sheet.frame.inset(-0.1)
        assert all(frame.encloses(block.rect) for block in template.blocks)
        assert sum(step.minutes for step in template.agenda) == 120
        assert all(question.text.strip() for _, question in template.questions())


@settings(max_examples=200)
@given(data=st.data(), whole=st.sampled_from(WHOLE))
def test_flipped_bytes_are_refused_or_harmless(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject, whole: Json
) -> None:
    content = bytearray(json.dumps(whole).encode())
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at : at + data.draw(st.integers(0, 2))] = data.draw(st.binary(max_size=3))
    loaded(written(tmp_path_factory.getbasetemp(), bytes(content)))
