"""The worked example: what its boards hold, and that each call makes the same records."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from canvasapp.domain.board import Board
from canvasapp.domain.change import Change, Edit
from canvasapp.domain.entries import entries, notes_of
from canvasapp.domain.records import LinkKind, Note, PartyKind
from canvasapp.domain.template import Perspective, Place
from canvasapp.edits.consequences import with_consequences
from canvasapp.edits.example import NoExampleError, example_records, example_workshop
from canvasapp.edits.values import fit_value
from canvasapp.picture.note_picture import height_for
from canvasapp.resources import resource
from canvasapp.templates import TemplateError, load_example, load_registers, load_templates
from tests.unit.canvas_file import GONE, Json, keys_of, put, small_file, written

TEMPLATES = load_templates()
WORKSHOP = example_workshop(TEMPLATES)
FILE = json.loads(resource("examples", "home-care-together.json").read_text("utf-8"))
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


def test_seven_parties_take_part() -> None:
    parties = [(each.initials, each.name, each.slot) for each in WORKSHOP.parties_in_order()]
    assert parties == [
        ("Te", "Telecom", 1),
        ("Rt", "Retailer", 2),
        ("Rp", "Repair network", 3),
        ("La", "Letting agency", 4),
        ("De", "Telecom service desk", 6),
        ("Re", "Regulators", 7),
        ("Cu", "Customer", 8),
    ]
    kinds = {each.name: each.kind for each in WORKSHOP.parties.values()}
    assert kinds["Telecom service desk"] is PartyKind.TEAM
    assert kinds["Customer"] is PartyKind.CUSTOMER


def test_a_board_shows_the_examples_of_its_canvas_in_the_lanes_that_are_not_told_anew(
    board: Board,
) -> None:
    shown = {(note.block, note.perspective, note.text) for note in board.notes.values()}
    examples = {
        (block.id, note.perspective, note.text)
        for block in board.template.blocks
        for note in block.examples
    }
    told_anew = {
        (lane["block"], lane["perspective"])
        for each in FILE["boards"]
        if each["template"] == board.template.id
        for lane in each.get("empty", [])
    }
    left_out = {(block, perspective) for block, perspective, _ in examples - shown}
    assert left_out <= told_anew
    assert all(board.notes_in(*lane) for lane in told_anew)


def test_every_text_can_be_read_on_its_note(board: Board, qapp: object) -> None:
    assert [
        note.text for note in board.notes.values() if height_for(note, note.text) > note.h
    ] == []


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


def test_some_of_its_questions_are_left_open_and_one_is_set_aside(service_logic: Board) -> None:
    answered = service_logic.answered
    open_questions = [
        question.text
        for block, question in service_logic.template.questions()
        if (block.id, question.id) not in answered
    ]
    assert "Which of the customer's challenges and problems need to be solved?" in open_questions
    (aside,) = service_logic.set_aside.values()
    question = service_logic.template.block(aside.block).question(aside.question)
    assert question is not None
    assert question.text in open_questions


def test_notes_of_two_boards_are_one_note_with_one_entry() -> None:
    places: dict[str, set[str]] = {}
    for each in WORKSHOP.boards.values():
        for note in each.notes.values():
            if note.shared:
                places.setdefault(note.shared, set()).add(each.template.key)
    assert sorted(map(sorted, places.values())) == [["JSP", "SLB"], ["JSP", "VCC"]]
    (guarantee,) = [each for each in WORKSHOP.entries.values() if each.code == "G1"]
    assert guarantee.note in places


def test_its_entries_refer_to_each_other() -> None:
    by_code = {each.code: each for each in entries(WORKSHOP)}
    names = {party.id: party.name for party in WORKSHOP.parties.values()}
    assert by_code["G2"].get("moment") == by_code["M3"].id
    assert by_code["G2"].get("feasibility_evidence") == by_code["EV3"].id
    assert names[str(by_code["M3"].get("owner"))] == "Retailer"
    about = by_code["EV1"].get("about")
    assert isinstance(about, tuple)
    assert about[:2] == (by_code["V1"].id, by_code["M6"].id)
    (told,) = notes_of(WORKSHOP, about[2])[:1]
    assert told.text == "11 of 14 movers called two or more firms in week 1"


def test_each_value_is_one_that_its_field_takes() -> None:
    registers = load_registers()
    for entry in entries(WORKSHOP):
        for name, value in entry.values:
            assert fit_value(WORKSHOP, registers[entry.register].field(name), value) == value


def test_committing_it_changes_nothing_more() -> None:
    changes = tuple(Change(None, each) for each in entries(WORKSHOP))
    bare = WORKSHOP.after(Edit("", tuple(Change(each, None) for each in entries(WORKSHOP))))
    assert with_consequences(bare, Edit("", changes)).changes == changes


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
        assert (board.entries, board.set_aside) == (first.entries, first.set_aside)
    assert (again.parties, again.entries) == (WORKSHOP.parties, WORKSHOP.entries)


def test_each_example_workshop_is_one_of_its_own() -> None:
    assert example_workshop(TEMPLATES).head.id != WORKSHOP.head.id


def test_no_two_records_share_an_id() -> None:
    ids = [
        *WORKSHOP.parties,
        *(each for board in WORKSHOP.boards.values() for each in [board.id, *board.notes]),
        *(each for board in WORKSHOP.boards.values() for each in board.links),
        *(each.id for each in entries(WORKSHOP)),
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


def test_a_board_alone_keeps_only_what_speaks_of_it() -> None:
    workshop = example_workshop(TEMPLATES, only="service-logic-bmc")
    codes = {each.code for each in entries(workshop)}
    assert "EV1" in codes
    assert "EV3" not in codes
    (shown,) = [each for each in entries(workshop) if each.code == "EV1"]
    about = shown.get("about")
    assert isinstance(about, tuple)
    assert [notes_of(workshop, each)[0].text for each in about] == [
        "11 of 14 movers called two or more firms in week 1"
    ]


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
                "statuses": {"idea": ["One more"]},
                "set_aside": [{"block": "left", "question": "our-1", "reason": "Later"}],
                "entries": [
                    {
                        "code": "G1",
                        "register": "guarantee",
                        "note": "One more",
                        "values": {"attributable_to": "telecom", "feasible": "no", "target": 9},
                    },
                    {"code": "TL1", "register": "timeline"},
                ],
            }
        ],
        "entries": [
            {
                "code": "EV1",
                "register": "evidence",
                "values": {"date": "2026-05-01", "strength": 2, "about": ["G1", "Another"]},
            }
        ],
    }


def canvas_with_guarantees() -> dict[str, Json]:
    content = small_file()
    put(content, keys_of("blocks[0].registers"), ["guarantee"])
    return content


def loaded_board(folder: Path) -> list[Note]:
    templates = load_templates(folder)
    example = load_example(folder / "case.example", templates)
    records = example_records(example, templates)
    return [record for record in records if isinstance(record, Note)]


def test_a_board_has_the_canvas_s_examples_then_its_own_notes(tmp_path: Path) -> None:
    written(tmp_path, canvas_with_guarantees())
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
        ("entries[0].values.date", "May", "entries[0].values.date is 'May', which is no day."),
        ("entries[0].values.about[0]", "G9", "values.about[0] is 'G9', which is neither an entry"),
        ("entries[0].values.strength", 2.5, "strength is 2.5. Write a whole number"),
        ("entries[0].values.colour", "red", "values has 'colour', which is not known here."),
        ("entries[0].code", "E1", "entries[0].code is 'E1', which is no code of evidence."),
        ("entries[0].register", "timeline", "entries[0].code is 'EV1', which is no code of"),
        ("boards[0].entries[0].register", "oath", "register is 'oath', which is no register."),
        ("boards[0].entries[0].note", GONE, "boards[0].entries[0].register needs a note."),
        ("boards[0].entries[0].note", "Two", "note is not the text of one note of the board."),
        ("boards[0].entries[0].note", "An example", "note is not the text of one note of"),
        ("boards[0].entries[0].values.statement", "S", "values has 'statement', which is not"),
        ("boards[0].entries[0].values.attributable_to", "bank", "is 'bank', which is no party."),
        ("boards[0].entries[0].values.feasible", "maybe", "feasible is 'maybe'. Choose one of"),
        ("boards[0].entries[1].code", "G1", "entries[1].code is 'G1', which is no code of"),
        ("boards[0].entries[1].note", "One more", "an entry of timeline, which has no note."),
        ("boards[0].statuses.idea[0]", "Two", "statuses.idea[0] is not the text of one note"),
        ("boards[0].set_aside[0].question", "why", "question is no question asked in left"),
        (
            "boards[0].shared",
            [{"text": "One more", "block": "left", "perspective": "our", "question": None}],
            "shared[0].text is not the text of one note of another board.",
        ),
        ("boards[0].links[0].kind", "hates", "boards[0].links[0].kind is 'hates'. Choose one of"),
        (
            "boards[1]",
            {"template": "sixth", "profile": "P"},
            "boards[1].template is 'sixth', which",
        ),
    ],
)
def test_a_broken_example_is_refused(tmp_path: Path, place: str, value: Json, words: str) -> None:
    written(tmp_path, canvas_with_guarantees())
    content = example_file()
    put(content, keys_of(place), value)
    path = written(tmp_path, content, "case.example")
    with pytest.raises(TemplateError) as refused:
        loaded_board(tmp_path)
    assert str(refused.value).startswith(f"{path} can not be used: ")
    assert words in str(refused.value)
