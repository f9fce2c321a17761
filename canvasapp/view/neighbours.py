"""Which note comes next when somebody goes left, right, up or down."""

from __future__ import annotations

from collections.abc import Iterable

from canvasapp.domain.records import Note

ASIDE = 2.0
"""How much a millimetre to the side counts against one straight on."""


def nearest(notes: Iterable[Note], start: Note, across: int, down: int) -> Note | None:
    """The note nearest to `start` in a direction: `across` is -1, 0 or 1 and so is `down`, one of them 0."""
    from_x, from_y = start.rect.centre.x, start.rect.centre.y
    ways = []
    for note in notes:
        x, y = note.x + note.w / 2 - from_x, note.y + note.h / 2 - from_y
        ahead, aside = x * across + y * down, abs(x * down) + abs(y * across)
        if ahead > 0 and note.id != start.id:
            ways.append((ahead + ASIDE * aside, note.id, note))
    return min(ways, key=lambda way: way[:2])[2] if ways else None
