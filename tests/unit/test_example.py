"""The worked example: what its boards hold, and that each call makes the same records."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from canvasapp.domain.board import Board
from canvasapp.domain.records import LinkKind, Note
from canvasapp.domain.template import Perspective, Place
from canvasapp.edits.example import NoExampleError, example_records, example_workshop
from canvasapp.templates import TemplateError, load_example, load_templates
from tests.unit.canvas_file import GONE, Json, keys_of, put, small_file, written

TEMPLATES = load_templates()
WORKSHOP = example_workshop(TEMPLATES)
OUR, CUSTOMER = Perspective.OUR, Perspective.CUSTOMER


def board_on(canvas: str) -> Board:
    return next(each for each in WORKSHOP.boards.values() if each.template.id == canvas)


@pytest.fixture(params=WORKSHOP.boards_in_order(), ids=lambda board: board.template.id)
def board(request: pytest.FixtureRequest) -> Board:
    filled: Board = request.param
    return filled


@pytest.fixture
def service_logic() -> Board:
    return board_on("service-logic-bmc")


def test_it_fills_every_canvas() -> None:
    assert WORKSHOP.head.title == "Home Care Together"
    assert [(each.head.title, each.head.profile) for each in WORKSHOP.boards_in_order()] == [
        ("Service Logic", "Household moving home"),
        ("Joint Service Proposition", "Household moving home"),
        ("Value Co-Creation", "Household moving home"),
        ("Value Stack", "Small letting agency, about 40 flats"),
        ("Service Ecosystem", "Household moving home"),
    ]


def test_five_parties_take_part() -> None:
    parties = [(each.initials, each.name, each.slot) for each in WORKSHOP.parties_in_order()]
    assert parties == [
        ("Te", "Telecom", 1),
        ("Rt", "Retailer", 2),
        ("Rp", "Repair network", 3),
        ("La", "Letting agency", 4),
        ("Cu", "Customer", 8),
    ]


def test_a_board_shows_the_examples_of_its_canvas(board: Board) -> None:
    shown = {(note.block, note.perspective, note.text) for note in board.notes.values()}
    examples = {
        (block.id, note.perspective, note.text)
        for block in board.template.blocks
        for note in block.examples
    }
    left_out = {(block, perspective) for block, perspective, _ in examples - shown}
    wanted = {("key-resources", CUSTOMER)} if board.template.key == "SLB" else set()
    assert left_out == wanted


def test_every_note_lies_in_the_lane_it_belongs_to(board: Board) -> None:
    for note in board.notes.values():
        place = board.template.place_at(note.rect.centre)
        assert place is not None
        assert (place.block, place.perspective) == (note.block, note.perspective)
        assert board.template.block(place.block).lane(place.perspective).rect.encloses(note.rect)


def test_no_note_lies_over_another(board: Board) -> None:
    notes = list(board.notes.values())
    assert not any(
        one.rect.meets(other.rect) for at, one in enumerate(notes) for other in notes[:at]
    )


def test_every_note_has_a_party_and_answers_a_question_of_its_lane(board: Board) -> None:
    for note in board.notes.values():
        assert note.party in board.parties
        assert note.block is not None
        question = board.template.block(note.block).question(note.question or "")
        assert question is not None
        assert question.perspective is note.perspective


def test_the_service_logic_board_has_30_notes(service_logic: Board) -> None:
    counts = {
        block.number: tuple(len(service_logic.notes_in(block.id, each)) for each in Perspective)
        for block in service_logic.template.blocks
    }
    assert counts == {
        1: (2, 4),
        2: (3, 2),
        3: (1, 1),
        4: (1, 2),
        5: (2, 2),
        6: (1, 0),
        7: (3, 1),
        8: (1, 1),
        9: (2, 1),
    }


def test_the_customer_says_most_on_it(service_logic: Board) -> None:
    names = Counter(
        service_logic.parties[note.party or ""].name for note in notes_of(service_logic)
    )
    assert names == {
        "Telecom": 6,
        "Retailer": 5,
        "Repair network": 4,
        "Letting agency": 1,
        "Customer": 14,
    }


def test_some_of_its_questions_are_left_open(service_logic: Board) -> None:
    answered = {(note.block, note.question) for note in notes_of(service_logic)}
    open_questions = [
        question.text
        for block, question in service_logic.template.questions()
        if (block.id, question.id) not in answered
    ]
    assert len(open_questions) == 12
    assert "Which of the customer's challenges and problems need to be solved?" in open_questions


def test_two_pairs_of_its_notes_disagree(service_logic: Board) -> None:
    pairs = {
        (service_logic.note(link.source).text, service_logic.note(link.target).text)
        for link in service_logic.links.values()
        if link.kind is LinkKind.CONTRADICTS
    }
    assert pairs == {
        (
            "48-hour repair with automatic credit",
            "Functional: machine runs by Sunday, no laundry nearby",
        ),
        (
            "Unique: one contact sees network and appliances together",
            "My landlord has a house electrician. Do you work with him?",
        ),
    }


def test_its_records_are_always_the_same() -> None:
    again = example_workshop(load_templates(), workshop_id="w")
    assert again.head.id == "w"
    for board in again.boards.values():
        first = WORKSHOP.boards[board.id]
        assert (board.head, board.notes, board.links) == (first.head, first.notes, first.links)
    assert again.parties == WORKSHOP.parties


def test_each_example_workshop_is_one_of_its_own() -> None:
    assert example_workshop(TEMPLATES).head.id != WORKSHOP.head.id


def test_no_two_records_share_an_id() -> None:
    ids = [
        *WORKSHOP.parties,
        *(each for board in WORKSHOP.boards.values() for each in [board.id, *board.notes]),
        *(each for board in WORKSHOP.boards.values() for each in board.links),
    ]
    assert len(set(ids)) == len(ids)


def test_notes_are_piled_in_the_order_of_the_facilitation(board: Board) -> None:
    blocks = [block.id for block in board.template.blocks_in_order()]
    piled = [blocks.index(note.block or "") for note in board.pile()]
    assert piled == sorted(piled)


def test_one_board_alone_is_the_one_of_the_whole() -> None:
    workshop = example_workshop(TEMPLATES, only="value-stack")
    (alone,) = workshop.boards.values()
    assert alone.notes == board_on("value-stack").notes
    assert workshop.parties == WORKSHOP.parties


def test_a_canvas_without_an_example_is_named() -> None:
    with pytest.raises(NoExampleError, match="no worked example on the canvas 'sixth'"):
        example_workshop(TEMPLATES, only="sixth")


# --- the data file ----------------------------------------------------------------------------------------------------


def example_file() -> dict[str, Json]:
    """A valid example on the canvas of two blocks."""
    return {
        "format": 1,
        "id": "case",
        "title": "A case",
        "parties": [
            {"id": "telecom", "name": "Telecom", "initials": "Te", "slot": 1},
            {"id": "customer", "name": "Customer", "initials": "Cu", "slot": 8},
        ],
        "boards": [
            {
                "template": "sixth",
                "profile": "A household",
                "empty": [{"block": "right", "perspective": "customer"}],
                "notes": [
                    {
                        "block": "left",
                        "perspective": "our",
                        "party": "customer",
                        "question": None,
                        "text": "One more",
                    }
                ],
                "links": [{"source": "One more", "target": "Another", "kind": "supports"}],
            }
        ],
    }


def loaded_board(folder: Path) -> list[Note]:
    templates = load_templates(folder)
    example = load_example(folder / "case.example", templates)
    records = example_records(example, templates)
    return [record for record in records if isinstance(record, Note)]


def test_a_board_has_the_canvas_s_examples_then_its_own_notes(tmp_path: Path) -> None:
    written(tmp_path, small_file())
    written(tmp_path, example_file(), "case.example")
    notes = loaded_board(tmp_path)
    assert [(Place(note.block or "", note.perspective or OUR), note.text) for note in notes] == [
        (Place("left", OUR), "An example"),
        (Place("left", OUR), "One more"),
        (Place("left", CUSTOMER), "Another"),
        (Place("right", OUR), "An example"),
    ]


@pytest.mark.parametrize(
    ("place", "value", "words"),
    [
        ("format", 2, "the file has format 2."),
        ("title", GONE, "the file has no 'title'."),
        ("parties[1].id", "telecom", "parties[1].id is 'telecom', which stands before already."),
        ("parties[0].initials", "Tele", "parties[0].initials has 4 characters. Shorten it to 3."),
        ("parties[0].slot", 0, "parties[0].slot is 0."),
        ("parties[0]", GONE, "boards[0].template has a note in left by 'telecom', which is no"),
        ("boards[0].template", "seventh", "boards[0].template is no canvas of this installation."),
        ("boards[0].empty[0].block", "top", "boards[0].empty[0].block is no block of sixth."),
        ("boards[0].empty[0].perspective", "theirs", "Choose one of our, customer."),
        ("boards[0].notes[0].block", {}, "boards[0].notes[0].block is no block of sixth."),
        ("boards[0].notes[0].question", "why", "boards[0].notes[0].question is 'why', which is"),
        ("boards[0].notes[0].party", "bank", "boards[0].template has a note in left by 'bank'"),
        ("boards[0].links[0].source", "Two", "boards[0].links[0].source is not the text of one"),
        ("boards[0].links[0].target", "One more", "boards[0].links[0].target is the note that"),
        ("boards[0].links[0].kind", "hates", "boards[0].links[0].kind is 'hates'. Choose one of"),
        (
            "boards[1]",
            {"template": "sixth", "profile": "P"},
            "boards[1].template is 'sixth', which",
        ),
    ],
)
def test_a_broken_example_is_refused(tmp_path: Path, place: str, value: Json, words: str) -> None:
    written(tmp_path, small_file())
    content = example_file()
    put(content, keys_of(place), value)
    path = written(tmp_path, content, "case.example")
    with pytest.raises(TemplateError) as refused:
        loaded_board(tmp_path)
    assert str(refused.value).startswith(f"{path} can not be used: ")
    assert words in str(refused.value)


def notes_of(board: Board) -> list[Note]:
    return list(board.notes.values())
