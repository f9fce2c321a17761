"""What the foot of a note tells of its entry, of evidence and of its status."""

from __future__ import annotations

from dataclasses import replace

import pytest

from canvasapp.domain.board import Board, Workshop
from canvasapp.domain.geometry import Point
from canvasapp.domain.records import Entry, NoteStatus
from canvasapp.domain.register import Values
from canvasapp.edits.entries import add_entry, make_entry, set_value
from canvasapp.edits.example import example_workshop
from canvasapp.picture.block_picture import block_part
from canvasapp.picture.board_picture import board_picture, note_parts
from canvasapp.picture.marking import marks_of
from canvasapp.picture.note_badges import badges
from canvasapp.picture.note_marks import NO_MARKS, NoteMarks
from canvasapp.picture.note_picture import SIDE, note_part
from canvasapp.picture.options import PictureOptions
from canvasapp.picture.shapes import Box, Part, Path, Text
from canvasapp.picture.theme import LIGHT
from canvasapp.templates import load_templates
from canvasapp.templates.registers import load_registers

pytestmark = pytest.mark.usefixtures("qapp")

REGISTERS = load_registers()
GUARANTEE = REGISTERS["guarantee"]
CORNER = Point(100.0, 100.0)
CANVAS = "joint-service-proposition"


@pytest.fixture
def workshop() -> Workshop:
    """The worked example without its entries."""
    whole = example_workshop(load_templates(), CANVAS)
    boards = {id_: replace(board, entries={}, in_common={}) for id_, board in whole.boards.items()}
    return replace(whole, boards=boards, entries={})


def board_of(workshop: Workshop) -> Board:
    (board,) = workshop.boards.values()
    return board


def with_guarantee(workshop: Workshop) -> tuple[Workshop, str]:
    """The first note as a guarantee, and its id."""
    board = board_of(workshop)
    note = next(n for n in board.notes.values() if n.text and n.status is None)
    return workshop.after(make_entry(workshop, board.id, note.id, GUARANTEE)), note.id


def entry_of(workshop: Workshop) -> Entry:
    (entry,) = board_of(workshop).entries.values()
    return entry


def told(workshop: Workshop, note_id: str, *, on_screen: bool = True) -> NoteMarks:
    registers = tuple(REGISTERS.values()) if on_screen else ()
    return marks_of(board_of(workshop), registers=registers).get(note_id, NO_MARKS)


def words(part: Part) -> set[str]:
    return {shape.string for shape in part.shapes if isinstance(shape, Text)}


def test_a_note_with_an_entry_tells_its_code_and_how_much_is_missing(workshop: Workshop) -> None:
    after, note = with_guarantee(workshop)
    asked = sum(field.required for field in GUARANTEE.fields)
    assert told(after, note).code == entry_of(after).code
    assert told(after, note).missing == asked - 1  # the note's text is its main field


def test_what_is_filled_in_is_not_missing_any_more(workshop: Workshop) -> None:
    after, note = with_guarantee(workshop)
    filled = after.after(set_value(after, GUARANTEE, entry_of(after).id, "metric", "faults fixed"))
    assert told(filled, note).missing == told(after, note).missing - 1


def test_on_paper_nothing_is_said_of_what_is_missing(workshop: Workshop) -> None:
    after, note = with_guarantee(workshop)
    assert told(after, note, on_screen=False).missing == 0
    board = board_of(after)
    on_paper = {p.id: words(p) for p in board_picture(board, PictureOptions()).parts}[note]
    assert told(after, note).code in on_paper
    assert not any("missing" in each for each in on_paper)


@pytest.mark.parametrize("by", ["note", "entry"])
def test_evidence_shows_on_the_note_whichever_way_it_names_it(workshop: Workshop, by: str) -> None:
    after, note = with_guarantee(workshop)
    content = board_of(after).notes[note].content
    about: Values = (("about", (content if by == "note" else entry_of(after).id,)),)
    shown = after.after(add_entry(after, REGISTERS["evidence"], values=about))
    assert told(shown, note).evidenced
    assert not told(after, note).evidenced


def test_every_status_has_a_sign_of_its_own(workshop: Workshop) -> None:
    note = next(iter(board_of(workshop).notes.values()))
    drawn = [note_part(note, None, LIGHT, NoteMarks(status=each)).shapes for each in NoteStatus]
    plain = note_part(note, None, LIGHT).shapes
    known = {each for shapes in drawn for each in map(repr, shapes)} - set(map(repr, plain))
    signs = {frozenset(known & set(map(repr, shapes))) for shapes in drawn}
    assert len(signs) == len(NoteStatus)


def test_without_badges_only_what_was_told_before_is_told(workshop: Workshop) -> None:
    after, note = with_guarantee(workshop)
    assert marks_of(board_of(after), badges=False).get(note) is None
    plain = next(
        p for p in note_parts(board_of(after), PictureOptions(badges=False)) if p.id == note
    )
    assert told(after, note).code not in words(plain)


def test_badges_stay_on_the_note_and_the_name_gives_way(workshop: Workshop) -> None:
    board = board_of(workshop)
    party = replace(next(iter(board.parties.values())), name="The repair network of the north")
    note = next(iter(board.notes.values()))
    full = NoteMarks(True, False, True, NoteStatus.IDEA, "G12", 8)
    for width in (60.0, 104.0, 250.0):
        part = note_part(replace(note, w=width), party, LIGHT, full)
        texts = [each for each in part.shapes if isinstance(each, Text)]
        (missing,) = (each for each in texts if each.string == "8 missing")
        ends = missing.at.x + max(line.width for line in missing.lines)
        assert ends <= note.x + width - SIDE


def test_dots_are_a_filled_disc_with_their_number_wider_for_long_ones() -> None:
    few, many = (badges(CORNER, NoteMarks(dots=count)) for count in (3, 120))
    for (shapes, _), count in ((few, 3), (many, 120)):
        disc, number = shapes
        assert isinstance(disc, Box)
        assert isinstance(number, Text)
        assert number.string == str(count)
        assert disc.fill != number.colour
        assert disc.radius == disc.rect.h / 2
    assert few[1] < many[1]


def test_a_finished_block_has_a_lock_in_its_head_and_its_title_gives_way() -> None:
    template = load_templates()[CANVAS]
    block = template.blocks_in_order()[0]
    plain = block_part(block, template.sheet, LIGHT)
    sealed = block_part(block, template.sheet, LIGHT, sealed=True)
    assert len(sealed.shapes) > len(plain.shapes)
    assert "finished" in sealed.label
    title = [each for each in sealed.shapes if isinstance(each, Text)][-1]
    seal = sealed.shapes[-1]
    assert isinstance(seal, Path)
    right = max(line.x + line.width for line in title.lines)
    assert title.at.x + right < min(x for _, x, *_ in seal.segments[:2])  # type: ignore[misc]
