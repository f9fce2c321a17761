"""Finds the board, block or party that was typed: by number, id, title, name or initials."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from canvasapp.cli.faults import InputError
from canvasapp.domain.board import Board, Workshop
from canvasapp.domain.records import Party
from canvasapp.domain.template import Block, Template

T = TypeVar("T")

Named = tuple[T, tuple[str, ...]]
"""A thing and what it may be called."""


def choose_template(templates: Mapping[str, Template], wanted: str) -> Template:
    """By id. Raises InputError."""
    if wanted in templates:
        return templates[wanted]
    raise InputError(f"There is no canvas {wanted!r}. Choose one of {', '.join(templates)}.")


def choose_board(workshop: Workshop, wanted: str | None) -> Board:
    """By id, title or number from 1; None is the first. Raises InputError."""
    boards = workshop.boards_in_order()
    if wanted is None and boards:
        return boards[0]
    found = _called(wanted or "", ((each, (each.id, each.head.title)) for each in boards))
    if len(found) > 1:
        raise InputError(f"{len(found)} boards are called {wanted!r}. Name one by its number.")
    found = found or _called(
        wanted or "", ((each, (str(number),)) for number, each in enumerate(boards, 1))
    )
    if not found:
        known = ", ".join(f"{number} {each.head.title}" for number, each in enumerate(boards, 1))
        raise InputError(f"There is no board {wanted!r}. Choose one of {known or 'none'}.")
    return found[0]


def choose_block(template: Template, wanted: str) -> Block:
    """By id, number or title. Raises InputError."""
    blocks = template.blocks
    found = _called(wanted, ((each, (each.id, str(each.number), each.title)) for each in blocks))
    if not found:
        in_order = sorted(blocks, key=lambda each: each.number)
        known = ", ".join(f"{each.number} {each.title}" for each in in_order)
        raise InputError(f"{template.name} has no block {wanted!r}. Choose one of {known}.")
    return found[0]


def choose_party(workshop: Workshop, wanted: str) -> Party:
    """By id, name or initials. Raises InputError."""
    parties = workshop.parties_in_order()
    found = _called(wanted, ((each, (each.id, each.name, each.initials)) for each in parties))
    if len(found) > 1:
        raise InputError(f"{len(found)} parties are called {wanted!r}. Name one by its id.")
    if not found:
        known = ", ".join(each.name for each in parties)
        raise InputError(f"There is no party {wanted!r}. Choose one of {known or 'none'}.")
    return found[0]


def _called(wanted: str, things: Iterable[Named[T]]) -> list[T]:
    """The things called so to the letter; if there are none, those called so regardless of case."""
    named = list(things)
    exact = [thing for thing, names in named if wanted in names]
    folded = wanted.strip().casefold()
    return exact or [
        thing for thing, names in named if folded in (name.casefold() for name in names)
    ]
