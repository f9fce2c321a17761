"""What a predicate sees of a board, part by part; what it has looked at is remembered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import cast

from canvasapp.checks.finding import Poster
from canvasapp.checks.parts import NOWHERE, Key, Parts
from canvasapp.checks.rows import Row, meets
from canvasapp.domain.check import Where
from canvasapp.domain.records import Link, Note, Party
from canvasapp.domain.register import Register, Scope
from canvasapp.domain.template import Block, Perspective, Template


class Sight:
    """One look at a board: `seen` are the parts that what was found depends on, and it depends on no others.

    `only` is the block that is looked at (NOWHERE: off the blocks); None is the whole board. The template and the
    registers never change under a board.
    """

    def __init__(
        self, parts: Parts, registers: Mapping[str, Register], only: str | None = None
    ) -> None:
        self._parts = parts
        self._registers = registers
        self._only = only
        self.seen: dict[Key, object] = {}

    @property
    def template(self) -> Template:
        return self._parts.board.template

    @property
    def parties(self) -> Mapping[str, Party]:
        return cast("Mapping[str, Party]", self._look("parties"))

    @property
    def links(self) -> Iterable[Link]:
        return cast("Mapping[str, Link]", self._look("links")).values()

    @property
    def profile(self) -> str:
        return cast("str", self._look("profile"))

    @property
    def poster(self) -> Poster | None:
        """None while nothing is printed."""
        return cast("Poster | None", self._look("poster"))

    def notes(self, block: str | None, perspective: Perspective | None = None) -> list[Note]:
        """The notes of a block (None: off the blocks), of one perspective or of both, in reading order."""
        notes = cast("tuple[Note, ...]", self._look("notes", block or NOWHERE))
        return [note for note in notes if perspective in (None, note.perspective)]

    @property
    def blocks(self) -> list[Block]:
        """The blocks that are looked at, in facilitation order."""
        blocks = self.template.blocks_in_order()
        return [block for block in blocks if self._only in (None, block.id)]

    def all_notes(self) -> list[Note]:
        """Those in the blocks that are looked at, in facilitation order, then those off the blocks."""
        places = [block.id for block in self.blocks]
        if self._only in (None, NOWHERE):
            places.append(NOWHERE)
        return [note for place in places for note in self.notes(place)]

    def rows(self, register: str, where: Where = ()) -> list[Row]:
        """The entries of a register: of this board, of notes that are shown on it, and of the whole workshop."""
        rows = cast("tuple[Row, ...]", self._look("rows", register))
        return [row for row in rows if meets(row, where, self.target)]

    def everywhere(self, register: str) -> list[Row]:
        """The entries of a register on all boards of the workshop."""
        return list(cast("tuple[Row, ...]", self._look("everywhere", register)))

    def target(self, row: Row, field: str) -> Row | None:
        """The entry that a field of the type ENTRY refers to."""
        register = self.register(row.entry.register).field(field).register
        wanted = row.get(field)
        found = (each for each in self.rows(register or "") if each.id == wanted)
        return next(found, None)

    def names(self, note: Note) -> set[str]:
        """The ids under which others refer to a note: that of what it says, and that of its entry."""
        entries = cast("Mapping[str, str]", self._look("entries"))
        entry = entries.get(note.content)
        return {note.content, entry} if entry else {note.content}

    def register(self, register: str) -> Register:
        return self._registers[register]

    def block_for(self, register: str) -> str | None:
        """The first block in facilitation order whose notes may become entries of this register."""
        return next((block.id for block in self._offering(register)), None)

    def block_of(self, row: Row) -> str | None:
        """Where an entry belongs: its note's block, or else the one for its register."""
        return row.block or self.block_for(row.entry.register)

    def begun(self, register: str) -> bool:
        """Whether work on these entries has begun: there is one, or a note where they are made.

        One of the whole workshop is no beginning on a board without notes.
        """
        everyone_s = self._registers[register].scope is Scope.WORKSHOP
        if self.rows(register) and not everyone_s:
            return True
        anywhere = everyone_s and self.rows(register)
        blocks = [] if anywhere else self._offering(register)
        return any(self.notes(block.id) for block in blocks or self.template.blocks)

    def _offering(self, register: str) -> list[Block]:
        blocks = self.template.blocks_in_order()
        return [block for block in blocks if register in block.registers]

    def _look(self, what: str, which: str = "") -> object:
        key = (what, which)
        return self.seen.setdefault(key, self._parts.get(key))
