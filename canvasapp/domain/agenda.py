"""How a session is facilitated, on whatever canvas: the cycles inside the parts of an agenda, and checklists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from canvasapp.domain.session import Asks, Wall
from canvasapp.domain.template import Perspective

FOR_BLOCKS, FOR_ANY = "block", "any"
"""The cycle for what has blocks, and the one for what no other cycle is for."""


@dataclass(frozen=True, slots=True)
class CycleStep:
    """A step of a cycle; it takes `share` of the part's time, in per cent. Without a title it has the part's."""

    id: str
    title: str
    share: int
    hint: str
    wall: Wall
    lens: Perspective | None
    asks: Asks
    hides: bool
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """One thing to do, and when. Its id is unique among all checklists."""

    id: str
    when: str
    what: str


@dataclass(frozen=True, slots=True)
class Checklist:
    """What is done after a session, in order."""

    id: str
    title: str
    items: tuple[ChecklistItem, ...]


@dataclass(frozen=True, slots=True)
class Facilitation:
    """`cycles` are for parts with blocks (FOR_BLOCKS), for those that need a tool, by its name, and for all others.

    They are looked up in their order, FOR_ANY last. `tools` says what each tool that a step may need is.
    """

    cycles: Mapping[str, tuple[CycleStep, ...]]
    tools: Mapping[str, str]
    checklists: tuple[Checklist, ...]
