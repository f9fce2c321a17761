"""The pile of notes: new orders of it, and the fewest new keys that bring it into one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from canvasapp.domain.board import Board
from canvasapp.domain.order import keys_between
from canvasapp.domain.records import Note

Ids = Collection[str]


def to_front(pile: Sequence[Note], chosen: Ids) -> list[Note]:
    return sorted(pile, key=lambda note: note.id in chosen)


def to_back(pile: Sequence[Note], chosen: Ids) -> list[Note]:
    return sorted(pile, key=lambda note: note.id not in chosen)


def forward(pile: Sequence[Note], chosen: Ids) -> list[Note]:
    """The chosen notes each over the next note that covers part of them; those between come along."""
    order: list[Note] = []
    carried: list[Note] = []
    start = 0
    for note in pile:
        order.append(note)
        if note.id in chosen:
            start = start if carried else len(order) - 1
            carried.append(note)
        elif any(note.rect.meets(each.rect) for each in carried):
            order[start:] = to_front(order[start:], chosen)
            carried = []
    return order


def backward(pile: Sequence[Note], chosen: Ids) -> list[Note]:
    """The chosen notes each under the next note that they cover part of."""
    return forward(pile[::-1], chosen)[::-1]


def keys_on_top(board: Board, count: int) -> list[str]:
    """As many keys in rising order over all notes of the board."""
    return keys_between(max((note.z for note in board.notes.values()), default=None), None, count)


def rekeyed(order: Sequence[Note], chosen: Ids) -> Iterator[tuple[Note, Note]]:
    """The chosen notes as they are and with the keys that `order` asks for; the others keep theirs.

    Where the others share one key, the chosen ones between them come to lie over all of these.
    """
    low: str | None = None
    for is_chosen, group in groupby(enumerate(order), lambda each: each[1].id in chosen):
        places, notes = zip(*group, strict=True)
        keys = [note.z for note in notes]
        if is_chosen:
            above = order[places[-1] + 1 :]
            high = next((n.z for n in above if n.id not in chosen and _over(n.z, low)), None)
            keys = _rising(keys, low, high)
            yield from ((note, replace(note, z=z)) for note, z in zip(notes, keys, strict=True))
        low = max(keys[-1], low or keys[-1])


def is_covered(notes: Sequence[Note], others: Iterable[Note]) -> bool:
    """Whether any of `others` that is none of `notes` lies over part of one of them."""
    if not notes:
        return False
    ids, lowest = {note.id for note in notes}, min(map(height, notes))
    left, top = min(note.x for note in notes), min(note.y for note in notes)
    right = max(note.rect.right for note in notes)
    bottom = max(note.rect.bottom for note in notes)
    near = (
        other
        for other in others
        if other.x < right  # by hand: there may be 100,000 of them
        and other.y < bottom
        and other.x + other.w > left
        and other.y + other.h > top
        and height(other) > lowest
        and other.id not in ids
    )
    return any(
        height(other) > height(note) and other.rect.meets(note.rect)
        for other in near
        for note in notes
    )


def height(note: Note) -> tuple[str, str]:
    """Compares as the notes lie in the pile."""
    return note.z, note.id


def _rising(keys: Sequence[str], low: str | None, high: str | None) -> list[str]:
    """As many keys in rising order over `low` and under `high`; those that fit are kept."""
    rising: list[str] = []
    for place, key in enumerate(keys):
        if _over(key, low) and (high is None or key < high):
            rising += [*keys_between(low, key, place - len(rising)), key]
            low = key
    return [*rising, *keys_between(low, high, len(keys) - len(rising))]


def _over(key: str, low: str | None) -> bool:
    return low is None or key > low
