"""Canvases of a workshop's own: read from files, kept in every version, offered for new boards."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from canvasapp.checks import Checker, load_rules
from canvasapp.domain.board import UnknownTemplateError, Workshop
from canvasapp.domain.change import Change, Edit
from canvasapp.domain.records import BoardHead, OwnCanvas
from canvasapp.edits.boards import new_board
from canvasapp.edits.canvases import CanvasInTheWayError, add_canvas
from canvasapp.resources import resource
from canvasapp.templates import (
    TemplateError,
    load_own,
    load_registers,
    load_template,
    load_templates,
    started_from,
    told_canvas,
)
from tests.unit.canvas_file import GONE, Json, keys_of, own_canvas, put, small_file, written
from tests.unit.small_canvas import small_template, workshop

REFUSED: list[tuple[str, Json, str]] = [
    ("blocks[1].rect.w", 61, "blocks[1].rect reaches outside the frame between header and footer."),
    ("blocks[0].rect.w", 41, "blocks[1].rect lies over blocks[0].rect. Move or shrink"),
    ("blocks[0].rect.w", 5, "blocks[0].rect leaves 35 x 251 mm for notes in its lane our."),
    ("blocks[1].id", "left", "blocks[1].id is 'left', which stands before already."),
    ("blocks[1].registers", ["hope"], "blocks[1].registers[0] is 'hope', which is no register."),
    ("blocks", [{}] * 10_000, "blocks has 10000 values. Give it from 1 to 60."),
    (
        "checks",
        ["all-well"],
        "checks[0] is 'all-well', which is no check. Write the id of a check.",
    ),
    ("agenda[1].blocks[0]", "middle", "agenda[1].blocks[0] is 'middle', which is no block."),
    ("name", GONE, "the file has no 'name'. Add it."),
]


@pytest.mark.parametrize(("place", "value", "sentence"), REFUSED)
def test_a_broken_canvas_is_refused_with_file_place_and_fault(
    tmp_path: Path, place: str, value: Json, sentence: str
) -> None:
    content = small_file()
    put(content, keys_of(place), value)
    path = written(tmp_path, content)
    with pytest.raises(TemplateError) as caught:
        load_own(path)
    assert str(caught.value).startswith(f"{path} can not be used: {sentence}")


def test_between_blocks_of_its_own_there_may_be_gaps(tmp_path: Path) -> None:
    content = small_file()
    put(content, keys_of("blocks[0].rect.w"), 30)
    path = written(tmp_path, content)
    assert [block.id for block in load_own(path).template.blocks] == ["left", "right"]
    with pytest.raises(TemplateError, match="leave the frame bare"):
        load_template(path)


def test_an_agenda_of_its_own_is_as_long_as_it_is(tmp_path: Path) -> None:
    content = small_file()
    content["agenda"] = [content["agenda"][2]]
    turns = {
        b.id: (b.order, b.minutes) for b in load_own(written(tmp_path, content)).template.blocks
    }
    assert turns == {"right": (1, 40), "left": (2, 0)}
    content["agenda"] = []
    turns = {
        b.id: (b.order, b.minutes) for b in load_own(written(tmp_path, content)).template.blocks
    }
    assert turns == {"left": (1, 0), "right": (2, 0)}


@pytest.mark.parametrize("canvas", load_templates())
def test_every_canvas_is_a_starting_point(canvas: str, tmp_path: Path) -> None:
    text = resource("templates", f"{canvas}.json").read_text("utf-8")
    path = tmp_path / "mine.json"
    path.write_text(started_from(text, "mine", "Mine"), "utf-8")
    mine, given = load_own(path).template, load_templates()[canvas]
    assert (mine.id, mine.version, mine.name, mine.order) == ("mine", 1, "Mine", None)
    assert (mine.blocks, mine.attribution, mine.source) == (
        given.blocks,
        given.attribution,
        given.source,
    )


def kept(*contents: Json) -> Workshop:
    """A workshop into which these canvases were taken."""
    state = workshop()
    for content in contents:
        state = state.after(add_canvas(state, own_canvas(content).file))
    return state


def test_a_canvas_of_its_own_is_offered_after_those_installed() -> None:
    state = kept(small_file())
    assert list(state.templates) == ["small", "other", "sixth"]
    edit = new_board(state, "sixth", board_id="b9")
    assert state.after(edit).boards["b9"].template == own_canvas().template


def test_new_boards_get_the_newest_version_and_others_keep_theirs() -> None:
    state = kept(small_file())
    state = state.after(new_board(state, "sixth", board_id="old"))
    newer = small_file() | {"version": 12}
    state = state.after(add_canvas(state, own_canvas(newer).file))
    state = state.after(add_canvas(state, own_canvas(small_file() | {"version": 2}).file))
    state = state.after(new_board(state, "sixth", board_id="new"))
    assert [state.boards[each].template.version for each in ("old", "new")] == [1, 12]


def test_a_canvas_that_is_there_is_not_added_twice() -> None:
    assert not add_canvas(kept(small_file()), own_canvas().file)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (small_file() | {"name": "Other"}, "another canvas as version 1 of 'sixth': raise the ver"),
        (small_file("small"), "'small' is the id of a canvas that comes with canvasapp"),
    ],
)
def test_a_canvas_in_the_place_of_another_is_refused(content: Json, sentence: str) -> None:
    with pytest.raises(CanvasInTheWayError, match=sentence):
        add_canvas(kept(small_file()), own_canvas(content).file)


def test_a_canvas_can_not_go_while_a_board_is_made_of_it() -> None:
    state = kept(small_file())
    state = state.after(new_board(state, "sixth"))
    with pytest.raises(UnknownTemplateError, match="'sixth'"):
        state.after(Edit("Remove canvas", (Change(own_canvas(), None),)))


def test_a_board_whose_version_is_lost_is_shown_in_the_one_there_is() -> None:
    state = kept(small_file() | {"version": 4})
    head = BoardHead("b9", "sixth", 3, "", "", "a9")
    assert state.after(Edit("", (Change(None, head),))).boards["b9"].template.version == 4


def test_its_own_version_is_what_a_board_is_shown_in_when_the_canvas_is_installed_later() -> None:
    state = kept(small_file())
    state = state.after(new_board(state, "sixth", board_id="b9"))
    installed = {**state.installed, "sixth": small_template("sixth")}
    boards = [board.head for board in state.boards.values()]
    later = Workshop.of(state.head, installed, [*state.canvases.values(), *boards])
    assert later.boards["b9"].template == own_canvas().template
    assert later.templates["sixth"] is installed["sixth"]


def test_checks_of_blocks_that_a_canvas_does_not_have_are_not_asked() -> None:
    given = json.loads(resource("templates", "value-stack.json").read_text("utf-8"))
    registers, templates = load_registers(), load_templates()
    checker = Checker(load_rules(registers, templates), registers)
    asked = {check.id for check in checker.of(told_canvas(json.dumps(given)).template)}
    other = small_file() | {"checks": given["checks"]}
    fewer = {check.id for check in checker.of(told_canvas(json.dumps(other)).template)}
    of_blocks = {
        check.id
        for check in checker.checks.values()
        if {"block", "blocks", "later"} & check.parameters.keys()
    }
    assert fewer == asked - of_blocks
    assert fewer < asked


def test_two_files_of_the_same_text_are_the_same_canvas() -> None:
    one = own_canvas()
    again = OwnCanvas(one.id, told_canvas(one.file.text))
    assert (one == again, hash(one) == hash(again)) == (True, True)
    assert one != own_canvas(small_file() | {"name": "Other"})
