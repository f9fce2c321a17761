"""What the wall shows: how large letters are for the back row, what is left out and told, and what is never there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations

import pytest

from canvasapp.domain.board import Board
from canvasapp.domain.geometry import Point
from canvasapp.domain.records import NoteKind
from canvasapp.picture.shapes import Box, Kind, Part, Text
from canvasapp.picture.theme import CONTRAST, DARK, LIGHT, THEMES
from canvasapp.picture.wall_picture import WallPicture, wall_picture
from canvasapp.picture.wall_results import NONE, TITLE
from canvasapp.picture.wall_state import WIDTH, Result, Room, WallLook, WallMode, WallState
from tests.unit.small_canvas import CUSTOMER, OUR, TELECOM, board, note

pytestmark = pytest.mark.usefixtures("qapp")

WIDE, OLD = 9 / 16, 3 / 4
PICTURES = (WallMode.CANVAS, WallMode.BLOCK, WallMode.COMPARE, WallMode.RESULTS, WallMode.BREAK)
LONG = "One visit that repairs whatever is broken in the kitchen, the bath and the cellar " * 4
ROOMS = (Room(3, 3), Room(6, 3), Room(8, 3), Room(8, 1.5), Room(15, 4), Room(15, 2))


def crowd(count: int) -> list[object]:
    return [
        note(f"n{number:03}", x=5 + number % 10, y=65 + number, party=TELECOM.id, text=LONG)
        for number in range(count)
    ]


def made(on: Board, state: WallState, aspect: float = WIDE) -> WallPicture:
    return wall_picture(on, state, aspect)


def texts(wall: WallPicture) -> list[Text]:
    return [text for _, text in wall.picture.texts()]


def said(wall: WallPicture) -> set[str]:
    return {text.string for text in texts(wall)}


def px(wall: WallPicture, millimetres: float) -> float:
    return millimetres * WIDTH / wall.picture.width


def parts(wall: WallPicture, kind: Kind) -> list[Part]:
    return [each for each in wall.picture.parts if each.kind is kind]


def text_of(wall: WallPicture, string: str) -> Text:
    return next(text for text in texts(wall) if text.string == string)


def inks(shapes: Iterable[object]) -> set[str]:
    return {shape.colour for shape in shapes if isinstance(shape, Text)}


FULL = board(*crowd(30), note("there", y=300, perspective=CUSTOMER, party=TELECOM.id))  # type: ignore[arg-type]
RESULTS = tuple(Result(place, f"n{place:03}", 30 - place) for place in range(1, 30))


@pytest.mark.parametrize("room", ROOMS, ids=str)
@pytest.mark.parametrize("mode", PICTURES)
def test_no_letter_is_too_small_for_the_back_row(mode: WallMode, room: Room) -> None:
    state = WallState(mode=mode, timer="5:00", results=RESULTS, room=room)
    for aspect in (WIDE, OLD):
        wall = made(FULL, state, aspect)
        letters = [px(wall, text.size) / WIDTH * room.screen_width for text in texts(wall)]
        assert min(letters) / room.back_row >= 0.0042 - 1e-9  # and so above 0.003 rad
        assert wall.picture.height / wall.picture.width == pytest.approx(aspect)


def test_at_six_metres_and_three_metres_of_picture_letters_have_sixteen_px() -> None:
    assert Room(6, 3).smallest_on(1920) == pytest.approx(16, abs=0.2)
    assert Room(6, 3).smallest_on(3840) == pytest.approx(32, abs=0.4)


@pytest.mark.parametrize("mode", [WallMode.CANVAS, WallMode.BLOCK])
def test_a_note_has_five_lines_at_most_and_tells_that_there_is_more(mode: WallMode) -> None:
    wall = made(board(note("long", text=LONG)), WallState(mode=mode))
    (text,) = (text for text in texts(wall) if text.string.startswith("One visit"))
    assert len(text.lines) == 5
    assert text.string.endswith("…")


@pytest.mark.parametrize("mode", [WallMode.CANVAS, WallMode.BLOCK])
def test_notes_without_room_are_counted(mode: WallMode) -> None:
    wall = made(board(*crowd(60)), WallState(mode=mode, perspective=OUR))  # type: ignore[arg-type]
    shown = len(parts(wall, Kind.NOTE))
    assert 0 < shown < 60
    assert f"and {60 - shown} more" in said(wall)


def test_where_not_one_note_has_room_all_are_counted() -> None:
    for room, words in ((Room(24, 2), "2 notes"), (Room(30, 2), "2")):
        wall = made(board(note("a"), note("b")), WallState(room=room))
        (lane,) = (each for each in parts(wall, Kind.LANE) if each.id == "tall/our/more")
        assert parts(wall, Kind.NOTE) == []
        assert (lane.label, words in said(wall)) == ("2 notes", True)


def test_the_blocks_fill_the_wall_and_keep_their_places() -> None:
    wall = made(board(), WallState())
    tall, broad = (each.rect for each in parts(wall, Kind.BLOCK))
    assert tall.right < broad.x
    assert px(wall, broad.right) > WIDTH - 60
    assert tall.bottom > wall.picture.height * 0.94
    assert tall.y == pytest.approx(broad.y)


def test_notes_lie_in_reading_order_and_not_over_each_other() -> None:
    wall = made(board(note("b", x=80), note("a", x=10), note("c", x=10, y=120)), WallState())
    notes = parts(wall, Kind.NOTE)
    assert [each.id for each in notes] == ["a", "b", "c"]
    assert not any(one.rect.meets(other.rect) for one, other in combinations(notes, 2))
    (lane, *_) = parts(wall, Kind.LANE)
    assert all(lane.rect.encloses(each.rect) for each in notes)


@pytest.mark.parametrize("mode", PICTURES)
def test_what_is_hidden_is_in_no_picture(mode: WallMode) -> None:
    secret, open_ = note("secret", text="Nobody sees this"), note("open", x=90)
    results = (Result(1, "secret", 5), Result(2, "open", 3))
    state = WallState(mode=mode, hidden=frozenset({"secret"}), results=results)
    wall = made(board(secret, open_), state)
    without = made(board(open_), state)
    assert "secret" not in {each.id for each in wall.picture.parts}
    assert said(wall) == said(without)
    assert wall.places == without.places


def test_a_block_has_its_title_question_and_notes_in_large_type() -> None:
    wall = made(board(note("ours", party=TELECOM.id)), WallState(mode=WallMode.BLOCK))
    sizes = {
        string: px(wall, text_of(wall, string).size)
        for string in ("Tall", "What do we sell?", "ours")
    }
    assert sizes == pytest.approx({"Tall": 64, "What do we sell?": 47, "ours": 33})
    assert "Telecom" in said(wall)


def test_the_questions_of_both_lanes_stand_on_one_baseline_and_notes_are_alike() -> None:
    on = board(*crowd(8), note("there", y=300, perspective=CUSTOMER))  # type: ignore[arg-type]
    wall = made(on, WallState(mode=WallMode.COMPARE))
    ours, theirs = (text_of(wall, q) for q in ("What do we sell?", "Why does the customer buy?"))
    assert (ours.at.y, ours.size) == (theirs.at.y, theirs.size)
    written = {text.size for text in texts(wall) if text.string == "there" or "One" in text.string}
    assert len(written) == 1
    assert len({round(each.rect.w, 6) for each in parts(wall, Kind.NOTE)}) == 1


def test_a_block_shows_one_view_alone_and_only_questions_that_are_asked() -> None:
    on = board(note("ours"), note("theirs", y=300, perspective=CUSTOMER))
    alone = WallState(mode=WallMode.BLOCK, perspective=CUSTOMER, questions=())
    assert [each.id for each in parts(made(on, alone), Kind.NOTE)] == ["theirs"]
    assert not any("?" in each for each in said(made(on, alone)))


def test_time_left_stops_at_nought_in_another_colour_and_its_figures_stand_still() -> None:
    def timer(text: str) -> Part:
        wall = made(board(), WallState(timer=text))
        return next(each for each in wall.picture.parts if each.id == "timer")

    assert inks(timer("5:12").shapes) == {LIGHT.ink}
    assert timer("-0:01").label == "0:00"
    assert inks(timer("-0:01").shapes) == {LIGHT.gap}
    assert timer("1:11").rect == timer("8:08").rect


def test_when_only_the_time_changes_all_other_parts_are_the_same_objects() -> None:
    for mode in PICTURES:
        before = made(FULL, WallState(mode=mode, timer="5:12", results=RESULTS))
        after = made(FULL, WallState(mode=mode, timer="5:11", results=RESULTS))
        changed = {*before.picture.parts} ^ {*after.picture.parts}
        assert {each.id for each in changed} == {"timer"}


def test_results_keep_their_order_and_ties_are_told() -> None:
    on = board(note("a"), note("b"), note("c"))
    results = (Result(1, "c", 4), Result(2, "a", 2), Result(2, "b", 2))
    wall = made(on, WallState(mode=WallMode.RESULTS, results=results))
    rows = parts(wall, Kind.NOTE)
    assert [each.id for each in rows] == ["c", "a", "b"]
    ranks = [next(x.string for x in row.shapes if isinstance(x, Text)) for row in rows]
    assert ranks == ["1", "2=", "2="]
    dots = [sum(isinstance(x, Box) and x.radius > 0 for x in row.shapes) for row in rows]
    assert dots == [4, 2, 2]


def test_results_that_are_still_secret_are_said_to_come() -> None:
    on, state = board(note("a")), WallState(mode=WallMode.RESULTS, room=Room(15, 2))
    assert said(made(on, state)) == {TITLE, NONE}
    assert NONE not in said(made(on, replace(state, results=(Result(1, "a", 4),))))


def test_the_break_says_what_it_is_told() -> None:
    wall = made(board(note("a")), WallState(mode=WallMode.BREAK, pause="Back at 14:30"))
    assert said(wall) == {"Back at 14:30"}


def test_headings_have_no_paper_and_images_no_words() -> None:
    heading = note("head", kind=NoteKind.HEADING, text="Later")
    image = note("image", x=90, kind=NoteKind.IMAGE, text="A photo", image="0" * 64)
    wall = made(board(heading, image), WallState())
    (head,) = parts(wall, Kind.HEADING)
    assert [shape.string for shape in head.shapes if isinstance(shape, Text)] == ["Later"]
    assert not any(isinstance(shape, Box) for shape in head.shapes)
    assert len(parts(wall, Kind.IMAGE)) == 1


def test_a_place_on_a_note_is_found_on_the_wall_and_none_off_the_sheet() -> None:
    lying = note("a", x=20, y=100)
    wall = made(board(lying), WallState())
    (part,) = parts(wall, Kind.NOTE)
    there = wall.place_of(lying.rect.centre)
    assert there is not None
    assert (there.x, there.y) == pytest.approx((part.rect.centre.x, part.rect.centre.y))
    assert wall.place_of(Point(-50, -50)) is None


def test_the_look_is_set_or_follows_from_the_distance() -> None:
    assert WallState().theme is LIGHT
    assert WallState(room=Room(15, 3)).theme is CONTRAST
    assert [WallState(look=WallLook(each.name)).theme for each in THEMES] == [LIGHT, DARK, CONTRAST]


def test_beside_a_block_that_is_lit_the_others_stand_back_in_every_theme() -> None:
    there = board(note("n1", x=5, y=65), note("n2", x=300, y=65, text="Elsewhere"))
    first, second, *_ = there.template.blocks_in_order()
    for look in (WallLook.LIGHT, WallLook.DARK, WallLook.CONTRAST):
        plain = made(there, WallState(look=look))
        lit = made(there, WallState(look=look, lit=first.id))
        of_first = plain.rect_of(first.id)
        assert of_first is not None
        for before, after in zip(plain.picture.parts, lit.picture.parts, strict=True):
            inside = of_first.encloses(before.rect) or before.kind in (
                Kind.SHEET,
                Kind.TITLE,
                Kind.LEGEND,
            )
            assert (inks(before.shapes) == inks(after.shapes)) is (
                inside or not inks(before.shapes)
            )
        assert lit.rect_of(second.id) == plain.rect_of(second.id)
