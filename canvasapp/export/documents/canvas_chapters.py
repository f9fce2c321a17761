"""The chapters of a record about the canvases: figures, poster, and block by block what both sides have said."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from canvasapp.domain.answers import Asides, asides_of, block_tally
from canvasapp.domain.board import Board
from canvasapp.domain.reading import reading_order
from canvasapp.domain.records import Note, NoteKind
from canvasapp.domain.template import Block, Perspective, Question
from canvasapp.export.documents.record import (
    Cell,
    Element,
    Heading,
    Line,
    Poster,
    Table,
    Tone,
    in_one_line,
    legible,
)
from canvasapp.export.documents.said import WORDLESS
from canvasapp.picture.block_picture import LABELS
from canvasapp.picture.shapes import Picture

OTHER_NOTES = "Further notes"
NO_ANSWER = "No answer yet"


def canvas_chapter(board: Board, picture: Picture | None) -> Iterator[Element]:
    """One board; without a picture its poster is left out."""
    template = board.template
    yield Heading(in_one_line(board.head.title) or template.name, 1)
    yield Line(f"{template.name}: {template.tagline}" if template.tagline else template.name)
    if board.head.profile:
        yield Line(in_one_line(board.head.profile), Tone.QUIET)
    yield _figures(board)
    if picture is not None:
        yield Poster(picture, _alt(board))
    asides = asides_of(board)
    for block in template.blocks_in_order():
        yield from _block(board, block, asides)
    known = {block.id for block in template.blocks}
    off = reading_order(note for note in board.notes.values() if note.block not in known)
    if off:
        yield Heading("Beside the blocks", 2)
        yield from note_lines(board, off)


def note_lines(board: Board, notes: list[Note]) -> Cell:
    """Each note as an item: its code, what it says, whose it is and how far it has come."""
    return tuple(Line(_said(board, note), Tone.ITEM) for note in notes)


def _said(board: Board, note: Note) -> str:
    entry = board.entry_of.get(note.content)
    party = board.parties.get(note.party) if note.party else None
    attachment = board.attachments.get(note.image) if note.image else None
    text = legible(note.text)
    if note.kind is NoteKind.IMAGE or attachment is not None:
        pictured = f"[{in_one_line(attachment.name) if attachment else 'image'}]"
        text = f"{pictured} {text}".rstrip()
    aside = [in_one_line(party.name) if party else "", note.status or ""]
    told = ", ".join(filter(None, aside))
    return (
        (f"{entry.code}  " if entry else "") + (text or WORDLESS) + (f" ({told})" if told else "")
    )


def _figures(board: Board) -> Table:
    rows = []
    for block in board.template.blocks_in_order():
        counts = [_count(board, block, each) for each in Perspective]
        rows.append(((Line(f"{block.number}  {block.title}"),), *((Line(x),) for x in counts)))
    head = ("Block", *(LABELS[each] for each in Perspective))
    return Table(head, (0.4, 0.3, 0.3), tuple(rows))


def _count(board: Board, block: Block, perspective: Perspective) -> str:
    number = len(board.lanes.get((block.id, perspective), ()))
    tally = block_tally(board, block, perspective)
    notes = "1 note" if number == 1 else f"{number} notes"
    aside = f", {tally.aside} set aside" if tally.aside else ""
    return f"{notes}, {tally.answered} of {tally.asked} answered{aside}"


def _alt(board: Board) -> str:
    blocks = ", ".join(block.title for block in board.template.blocks_in_order())
    number = len(board.notes)
    notes = "one note" if number == 1 else f"{number} notes"
    title = in_one_line(board.head.title)
    return f"Poster of {title} with {notes} in the blocks {blocks}."


def _block(board: Board, block: Block, asides: Asides) -> Iterator[Element]:
    yield Heading(f"{block.number}  {block.title}", 2)
    if block.purpose:
        yield Line(block.purpose, Tone.QUIET)
    sides = [list(side_of(board, block, each, asides)) for each in Perspective]
    rows: tuple[tuple[Cell, ...], ...] = tuple(zip_longest(*sides, fillvalue=()))
    if rows:
        yield Table(tuple(LABELS[each] for each in Perspective), (0.5, 0.5), rows)


def side_of(board: Board, block: Block, perspective: Perspective, asides: Asides) -> Iterator[Cell]:
    """Each question with the answers to it, then the notes that answer none."""
    answers = _by_question(board.notes_in(block.id, perspective))
    for question in block.questions_of(perspective):
        yield _question(board, block, question, answers.pop(question.id, []), asides)
    others = [note for notes in answers.values() for note in notes]
    if others:
        yield Line(OTHER_NOTES, Tone.STRONG), *note_lines(board, others)


def _by_question(notes: list[Note]) -> dict[str | None, list[Note]]:
    """In reading order, those without a question first."""
    answers: dict[str | None, list[Note]] = {None: []}
    for note in notes:
        answers.setdefault(note.question, []).append(note)
    return answers


def _question(
    board: Board, block: Block, question: Question, answers: list[Note], asides: Asides
) -> Cell:
    asked = Line(question.text, Tone.STRONG)
    aside = asides.get((block.id, question.id))
    if answers:
        return asked, *note_lines(board, answers)
    if aside is not None:
        return asked, Line(f"Set aside: {in_one_line(aside.reason)}", Tone.QUIET)
    return asked, Line(NO_ANSWER, Tone.QUIET)
