"""Whose a new note is: the party last used in that perspective of the board, as long as its window is open."""

from __future__ import annotations

from collections.abc import Iterable

from canvasapp.domain.board import Board
from canvasapp.domain.change import Edit
from canvasapp.domain.records import Note, Party
from canvasapp.domain.template import Perspective

CUSTOMER_SLOT = 8
CUSTOMER_NAME = "customer"


class LastParties:
    """Remembers for each board and perspective to whom notes were last given, None for nobody."""

    def __init__(self) -> None:
        self._used: dict[tuple[str, Perspective | None], str | None] = {}

    def of(self, board: Board, perspective: Perspective | None) -> str | None:
        """The id of the party that was used last there; at first, or when that is gone, of the likeliest one."""
        likeliest = likeliest_party(board.parties.values(), perspective)
        used = self._used.get((board.id, perspective), likeliest)
        return used if used is None or used in board.parties else likeliest

    def use(self, notes: Iterable[Note], party: str | None) -> None:
        """Somebody gave these notes to a party, or to nobody."""
        for note in notes:
            self._used[note.board, note.perspective] = party

    def follow(self, edit: Edit) -> None:
        """Remembers what an edit gave to whom, wherever it came from."""
        for change in edit.changes:
            before, after = change.before, change.after
            if isinstance(after, Note):
                given = before.party if isinstance(before, Note) else None
                if after.party != given:
                    self.use([after], after.party)


def likeliest_party(parties: Iterable[Party], perspective: Perspective | None) -> str | None:
    """Of our notes the first party, of the customer's the one in slot 8 or named so, off the blocks nobody."""
    in_order = sorted(parties, key=lambda party: (party.slot, party.name, party.id))
    match perspective:
        case Perspective.OUR:
            return next((party.id for party in in_order), None)
        case Perspective.CUSTOMER:
            by_slot = [party.id for party in in_order if party.slot == CUSTOMER_SLOT]
            by_name = [party.id for party in in_order if party.name.casefold() == CUSTOMER_NAME]
            return next(iter(by_slot + by_name), None)
    return None
