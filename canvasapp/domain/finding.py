"""What is found on a board: notes by their text and party, blocks by their title, questions by their words."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from canvasapp.domain.board import Board
from canvasapp.domain.geometry import Rect
from canvasapp.domain.markup import plain_text
from canvasapp.domain.reading import reading_order
from canvasapp.domain.records import Note, Party
from canvasapp.domain.template import Block, Perspective, Question

LaneKey = tuple[str | None, Perspective | None]
"""Block and perspective; both are None off the blocks."""

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00ad": None, "ـ": None})
"""Signs that are typed in one way and printed in another; the soft hyphen and the Arabic kashida say nothing."""


class Kind(Enum):
    """What one has found."""

    NOTE = auto()
    BLOCK = auto()
    QUESTION = auto()


@dataclass(frozen=True, slots=True)
class Found:
    """A place on a board. `notes` are the ids of the note, or of those that answer the question; `block` is where.

    `areas` (mm on the sheet) is what there is to see besides notes: a block's title, the lane of an open question.
    """

    kind: Kind
    id: str
    block: str | None
    notes: tuple[str, ...] = ()
    areas: tuple[Rect, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be found, and its words as they are compared."""

    found: Found
    words: str


def folded(text: str) -> str:
    """`text` without what one does not type when searching: case, accents, Hebrew and Arabic points.

    Case folding and compatibility decomposition (Unicode 3.13, UAX 15); of the marks only those go that leave the
    word the same. Kana voicing, viramas and Thai vowels stay.
    """
    if text.isascii():
        return text.casefold()
    apart = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES).casefold())
    return "".join(sign for sign in apart if not _is_accent(unicodedata.combining(sign)))


def find(entries: Iterable[Entry], query: str) -> list[Found]:
    """Those that have every word of the query somewhere in their words, in the order of the entries."""
    wanted = folded(query).split()
    match wanted:
        case []:
            return []
        case [word]:
            return [entry.found for entry in entries if word in entry.words]
        case _:
            return [entry.found for entry in entries if all(word in entry.words for word in wanted)]


@dataclass(frozen=True, slots=True)
class _Lane:
    """The notes of a lane in the order in which they are listed, and those they were listed from."""

    notes: Sequence[Note]
    parties: Mapping[str, Party]
    entries: tuple[Entry, ...]


class Searched:
    """The entries of boards, kept as long as a board stays as it is; of a changed one, those of unchanged lanes."""

    def __init__(self) -> None:
        self._boards: dict[str, tuple[Board, tuple[Entry, ...]]] = {}
        self._lanes: dict[tuple[str, LaneKey], _Lane] = {}

    def entries(self, board: Board) -> tuple[Entry, ...]:
        """In facilitation order: each block's title, its questions, then its notes in reading order."""
        known, entries = self._boards.get(board.id, (None, ()))
        if known is not board:
            entries = tuple(self._listed(board))
            self._boards[board.id] = board, entries
        return entries

    def _listed(self, board: Board) -> Iterator[Entry]:
        answers = _answers(board)
        for block in board.template.blocks_in_order():
            yield Entry(_title(block), folded(block.title))
            for question in block.questions:
                found = _question(block, question, answers.get((block.id, question.id), []))
                yield Entry(found, folded(question.text))
            for lane in block.lanes:
                yield from self._lane(board, (block.id, lane.perspective))
        yield from self._lane(board, (None, None))

    def _lane(self, board: Board, lane: LaneKey) -> tuple[Entry, ...]:
        notes = board.lanes.get(lane, ())
        known = self._lanes.get((board.id, lane))
        if known is None or known.notes != notes or known.parties is not board.parties:
            entries = tuple(_entries(reading_order(notes), board.parties))
            known = self._lanes[board.id, lane] = _Lane(notes, board.parties, entries)
        return known.entries


def _entries(notes: Iterable[Note], parties: Mapping[str, Party]) -> Iterator[Entry]:
    names = {party.id: folded(party.name) for party in parties.values()}
    for note in notes:
        found = Found(Kind.NOTE, note.id, note.block, notes=(note.id,))
        party = names.get(note.party or "", "")
        yield Entry(found, f"{folded(plain_text(note.text))}\n{party}")


def _answers(board: Board) -> dict[tuple[str | None, str], list[str]]:
    """The notes that answer each question, by its block and id."""
    answers: dict[tuple[str | None, str], list[str]] = {}
    for note in board.notes.values():
        if note.question is not None:
            answers.setdefault((note.block, note.question), []).append(note.id)
    return answers


def _title(block: Block) -> Found:
    rect = block.rect
    height = min(lane.rect.y for lane in block.lanes) - rect.y
    strip = Rect(rect.x, rect.y, rect.w, height)
    return Found(Kind.BLOCK, block.id, block.id, areas=(strip,))


def _question(block: Block, question: Question, answers: list[str]) -> Found:
    """Where it is answered, or the lane in which it is asked."""
    areas = () if answers else (block.lane(question.perspective).rect,)
    return Found(Kind.QUESTION, f"{block.id}/{question.id}", block.id, tuple(answers), areas)


def _is_accent(combining: int) -> bool:
    """Whether marks of this class are points of Hebrew and Arabic, or accents above and below letters."""
    return 10 <= combining <= 36 or combining >= 200  # noqa: PLR2004  # classes of UAX 44, table 15
