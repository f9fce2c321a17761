"""What the panel shows, as a value: two that are equal need no second painting."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from canvasapp.domain.answers import (
    Standing,
    Tally,
    asides_of,
    block_tally,
    standing,
    tally,
)
from canvasapp.domain.board import Board
from canvasapp.domain.records import Note, Party
from canvasapp.domain.template import Block, Perspective, Question

MOST = 12
"""So many notes are shown under one heading; more of them are read on the board."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A note as an answer, and whose it is."""

    note: Note
    party: Party | None


@dataclass(frozen=True, slots=True)
class Answers:
    """The first notes in reading order, and how many more there are on the board."""

    shown: tuple[Answer, ...]
    more: int

    def __bool__(self) -> bool:
        return bool(self.shown)


@dataclass(frozen=True, slots=True)
class Answered:
    """A question, how it stands, the notes that answer it, and why it is set aside if it is."""

    question: Question
    standing: Standing
    answers: Answers
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """One point of view: its questions, and the notes in its lane that answer none of them."""

    perspective: Perspective
    tally: Tally
    notes: int
    questions: tuple[Answered, ...]
    others: Answers

    @property
    def summary(self) -> str:
        notes = "1 note" if self.notes == 1 else f"{self.notes} notes"
        aside = f" · {self.tally.aside} not for us" if self.tally.aside else ""
        return f"{self.tally.answered} of {self.tally.asked} answered{aside} · {notes}"


@dataclass(frozen=True, slots=True)
class Page:
    """One block, its place among the others, and how much is open."""

    block: Block
    place: int
    blocks: int
    sides: tuple[Side, ...]
    open_here: int
    open_on_board: int

    @property
    def remark(self) -> str:
        """How many questions are open, in words."""
        if not self.open_on_board:
            return "Every question has an answer"
        return f"{self.open_here} open here, {self.open_on_board} on the board"


def page_of(board: Board, block: Block) -> Page:
    ordered = board.template.blocks_in_order()
    return Page(
        block=block,
        place=ordered.index(block) + 1,
        blocks=len(ordered),
        sides=tuple(_side(board, block, perspective) for perspective in Perspective),
        open_here=block_tally(board, block).open,
        open_on_board=tally(board).open,
    )


def _side(board: Board, block: Block, perspective: Perspective) -> Side:
    notes = board.notes_in(block.id, perspective)
    asked = block.questions_of(perspective)
    known = {question.id for question in asked}
    return Side(
        perspective=perspective,
        tally=block_tally(board, block, perspective),
        notes=len(notes),
        questions=tuple(_answered(board, block, question, notes) for question in asked),
        others=_answers(board, (note for note in notes if note.question not in known)),
    )


def _answered(board: Board, block: Block, question: Question, notes: list[Note]) -> Answered:
    asides = asides_of(board)
    aside = asides.get((block.id, question.id))
    return Answered(
        question,
        standing(board, block, question, asides),
        _answers(board, (note for note in notes if note.question == question.id)),
        aside.reason if aside else "",
    )


def _answers(board: Board, notes: Iterable[Note]) -> Answers:
    found = list(notes)
    shown = tuple(
        Answer(note, board.parties.get(note.party) if note.party else None) for note in found[:MOST]
    )
    return Answers(shown, len(found) - len(shown))
