"""What a board's picture shows, where, and that it is the same value for every surface."""

from dataclasses import replace

import pytest

from canvasapp.domain.board import Board
from canvasapp.domain.change import Change, Edit
from canvasapp.domain.records import Seen
from canvasapp.domain.template import Perspective
from canvasapp.edits.example import example_workshop
from canvasapp.picture.board_picture import board_picture, note_parts, sheet_parts
from canvasapp.picture.options import PictureOptions, Questions
from canvasapp.picture.shapes import Box, Kind, Part, Text
from canvasapp.picture.theme import DARK, LIGHT, THEMES
from canvasapp.templates import load_templates

pytestmark = pytest.mark.usefixtures("qapp")

TEMPLATES = load_templates()
PLAIN = PictureOptions(workshop="Home Care Together")

each_canvas = pytest.mark.parametrize("canvas", TEMPLATES)


def example(canvas: str = "service-logic-bmc") -> Board:
    return example_workshop(TEMPLATES, canvas).boards_in_order()[0]


def of_kind(parts: tuple[Part, ...], kind: Kind) -> list[Part]:
    return [part for part in parts if part.kind is kind]


def said(part: Part) -> str:
    return " ".join(shape.string for shape in part.shapes if isinstance(shape, Text))


@each_canvas
def test_a_picture_holds_every_block_lane_and_note_of_its_board(canvas: str):
    board = example(canvas)
    parts = board_picture(board, PLAIN).parts
    blocks = [part.id for part in of_kind(parts, Kind.BLOCK)]
    assert blocks == [block.id for block in board.template.blocks_in_order()]
    assert len(of_kind(parts, Kind.LANE)) == 2 * len(blocks)
    notes = {note.id for note in board.notes.values() if note.seen is Seen.SHOWN}
    assert {part.id for part in of_kind(parts, Kind.NOTE)} == notes


@each_canvas
@pytest.mark.parametrize("questions", Questions)
def test_everything_stays_on_the_sheet(canvas: str, questions: Questions):
    board = example(canvas)
    options = replace(PLAIN, questions=questions, open_questions=True)
    sheet = board.template.sheet.rect
    for part in board_picture(board, options).parts:
        assert sheet.encloses(part.rect), part.label
        for shape in part.shapes:
            if isinstance(shape, Text):
                for line in shape.lines:
                    assert shape.at.x + line.x + line.width <= sheet.right, line.text
                    assert shape.at.y + line.baseline <= sheet.bottom, line.text


@each_canvas
def test_all_questions_are_printed_word_for_word_and_inside_their_lanes(canvas: str):
    board = example(canvas)
    options = replace(PLAIN, questions=Questions.ALL, blank=True)
    printed = {part.id: part for part in of_kind(sheet_parts(board, options), Kind.QUESTION)}
    asked = {
        f"{block.id}/{question.id}": (block, question)
        for block, question in board.template.questions()
    }
    assert printed.keys() == asked.keys()
    for key, (block, question) in asked.items():
        lane = block.lane(question.perspective).rect
        assert said(printed[key]) == question.text
        assert lane.encloses(printed[key].rect), question.text


@each_canvas
def test_printed_questions_of_a_lane_do_not_lie_over_each_other(canvas: str):
    options = replace(PLAIN, questions=Questions.ALL, blank=True)
    questions = of_kind(sheet_parts(example(canvas), options), Kind.QUESTION)
    for index, part in enumerate(questions):
        for other in questions[index + 1 :]:
            assert not part.rect.meets(other.rect), (part.label, other.label)


@each_canvas
def test_no_note_of_the_example_covers_a_printed_question_unless_its_lane_is_crowded(canvas: str):
    board = example(canvas)
    picture = board_picture(board, replace(PLAIN, questions=Questions.ALL))
    notes = [part.rect for part in of_kind(picture.parts, Kind.NOTE)]
    questions = of_kind(picture.parts, Kind.QUESTION)
    covered = [part for part in questions if any(map(part.rect.meets, notes))]
    places = {board.template.place_at(part.rect.centre) for part in covered}
    crowds = [len(board.notes_in(place.block, place.perspective)) for place in places if place]
    assert len(crowds) == len(places)
    assert min(crowds, default=2) >= 2


def test_the_first_question_of_each_lane_can_be_printed_alone():
    board = example()
    options = replace(PLAIN, questions=Questions.FIRST)
    printed = [part.label for part in of_kind(sheet_parts(board, options), Kind.QUESTION)]
    firsts = [
        block.questions_of(perspective)[0].text
        for block in board.template.blocks_in_order()
        for perspective in Perspective
    ]
    assert printed == firsts


def test_a_blank_sheet_has_no_notes():
    assert of_kind(board_picture(example(), replace(PLAIN, blank=True)).parts, Kind.NOTE) == []


@pytest.mark.parametrize("perspective", Perspective)
def test_one_perspective_shows_its_own_lanes_and_notes_only(perspective: Perspective):
    board = example()
    parts = board_picture(board, replace(PLAIN, perspective=perspective)).parts
    assert {part.id.rpartition("/")[2] for part in of_kind(parts, Kind.LANE)} == {perspective.value}
    shown = {part.id for part in of_kind(parts, Kind.NOTE)}
    assert shown == {note.id for note in board.notes.values() if note.perspective is perspective}


def test_the_legend_explains_what_is_seen_and_nothing_else():
    board = example()
    legends = [
        said(of_kind(sheet_parts(board, options), Kind.LEGEND)[0])
        for options in (PLAIN, replace(PLAIN, perspective=Perspective.CUSTOMER))
    ]
    named = [
        {party.name for party in board.parties.values() if party.name in each} for each in legends
    ]
    seen = {board.parties[note.party].name for note in board.notes.values() if note.party}
    assert named == [seen, {"Customer"}]
    assert len(seen) < len(board.parties)
    assert ["Our view" in each for each in legends] == [True, False]


def test_notes_are_painted_from_the_lowest_to_the_topmost():
    board = example()
    assert [part.id for part in note_parts(board, PLAIN)] == [note.id for note in board.pile()]


def test_the_attribution_the_workshop_and_the_profile_are_on_every_sheet():
    board = example()
    words = " ".join(text.string for _, text in board_picture(board, PLAIN).texts())
    assert board.template.attribution in words
    assert "Home Care Together" in words
    assert board.head.profile in words


def test_an_open_question_waits_as_a_dashed_note_until_a_note_answers_it():
    workshop = example_workshop(TEMPLATES, "service-logic-bmc")
    board = workshop.boards_in_order()[0]
    options = replace(PLAIN, open_questions=True)
    waiting = of_kind(sheet_parts(board, options), Kind.QUESTION)[0]
    block_id, question_id = waiting.id.split("/")
    asked = board.template.block(block_id).question(question_id)
    assert asked is not None
    note = next(
        n
        for n in board.notes.values()
        if n.block == block_id and n.perspective is asked.perspective
    )
    answered = workshop.after(Edit("", (Change(note, replace(note, question=question_id)),)))
    still = of_kind(sheet_parts(answered.boards[board.id], options), Kind.QUESTION)
    assert waiting.id not in {part.id for part in still}


def test_open_questions_never_lie_over_notes():
    board = example()
    for part in of_kind(sheet_parts(board, replace(PLAIN, open_questions=True)), Kind.QUESTION):
        assert not any(note.rect.meets(part.rect) for note in board.notes.values())


def test_a_part_that_looks_as_before_is_the_same_object():
    board, options = example(), replace(PLAIN, open_questions=True)
    before, after = sheet_parts(board, options), sheet_parts(board, options)
    assert all(one is other for one, other in zip(before, after, strict=True))


def test_the_legend_names_the_parties_whose_notes_are_seen():
    board = example()
    (legend,) = of_kind(sheet_parts(board, PLAIN), Kind.LEGEND)
    used = {board.parties[note.party].name for note in board.notes.values() if note.party}
    silent = {party.name for party in board.parties.values()} - used
    assert all(name in said(legend) for name in used)
    assert not any(name in said(legend) for name in silent)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_a_theme_changes_colours_and_no_place(theme):
    board = example()
    light = board_picture(board, replace(PLAIN, theme=LIGHT))
    other = board_picture(board, replace(PLAIN, theme=theme))
    assert [part.rect for part in light.parts] == [part.rect for part in other.parts]
    lines = [[line.text for line in text.lines] for _, text in light.texts()]
    assert lines == [[line.text for line in text.lines] for _, text in other.texts()]


def test_the_sheet_is_white_on_paper_and_dark_in_the_dark():
    board = example()
    grounds = {}
    for theme in (LIGHT, DARK):
        sheet = of_kind(sheet_parts(board, replace(PLAIN, theme=theme)), Kind.SHEET)[0].shapes[0]
        assert isinstance(sheet, Box)
        grounds[theme.name] = sheet.fill
    assert grounds == {"light": "#ffffff", "dark": DARK.sheet}
