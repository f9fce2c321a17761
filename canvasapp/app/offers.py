"""All that can be chosen from the palette of a page, and which of it fits what is typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from canvasapp.app.actions import ACTIONS, BOARD_KEYS, FAMILIES, Action
from canvasapp.app.commands import Commands
from canvasapp.app.note_entries import entry_choices
from canvasapp.app.ranking import Match, match
from canvasapp.app.recents import Recent
from canvasapp.domain.board import Workshop
from canvasapp.domain.records import Party
from canvasapp.panels.surroundings import Surroundings
from canvasapp.view.board_view import BoardView

NEEDS_NOTES = "Select notes first"
NOBODY = "Nobody"
IS_ITSELF = {"palette", "leave"}
"""Of no use from the palette."""

Act = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Offer:
    """`kind` is what sort of thing it is; `why` says why it can not be chosen now. `slot` is a party's colour."""

    id: str
    label: str
    kind: str
    act: Act
    keys: str = ""
    why: str = ""
    party: Party | None = None


@dataclass(frozen=True, slots=True)
class Ranked:
    """An offer that fits what was typed."""

    offer: Offer
    match: Match


def ranked(offers: Iterable[Offer], query: str, used: Sequence[str]) -> list[Ranked]:
    """Those that fit: beginnings of words first, then what can be chosen now, then what was used last."""
    recency = {offer_id: place for place, offer_id in enumerate(used)}
    fitting = (
        Ranked(offer, found)
        for offer in offers
        if (found := match(query, offer.label)) or (found := match(query, offer.kind))
    )
    never = len(recency)
    return sorted(
        fitting,
        key=lambda each: (
            each.match.fit,
            bool(each.offer.why),
            recency.get(each.offer.id, never),
        ),
    )


def actions_of(commands: Commands, view: BoardView, blocked: Mapping[str, str]) -> Iterator[Offer]:
    """The actions of the page and of its board, as far as they can be done from a list.

    `blocked` says of some why they can not be done now.
    """
    for action in ACTIONS:
        if action.id not in IS_ITSELF:
            yield _action(action, commands[action.id].trigger, view, blocked.get(action.id, ""))
    for entry in BOARD_KEYS:
        for action in FAMILIES.get(entry.id, (entry,)):
            if view.knows(action.id) and action.id not in IS_ITSELF:
                yield _action(action, partial(view.do, action.id), view)


def places_of(
    workshop: Workshop, view: BoardView, show_board: Callable[[str], object]
) -> Iterator[Offer]:
    """The blocks of the board, and the other boards."""
    for block in view.board.template.blocks_in_order():
        go = partial(view.zoom_to_block, block.id)
        yield Offer(f"block/{block.id}", f"Go to {block.title}", f"Block {block.number}", go)
    for board in workshop.boards_in_order():
        if board.id != view.board_id:
            show = partial(show_board, board.id)
            yield Offer(f"board/{board.id}", f"Go to {board.head.title}", "Board", show)


def parties_of(workshop: Workshop, view: BoardView) -> Iterator[Offer]:
    """To whom the selected notes can be given."""
    why = "" if view.selected_ids else NEEDS_NOTES
    for party in workshop.parties_in_order():
        give = partial(view.give_to, party.slot)
        label = f"Give to {party.name}"
        yield Offer(f"party/{party.id}", label, "Party", give, why=why, party=party)
    yield Offer(
        "party/", f"Give to {NOBODY.lower()}", "Party", partial(view.give_to, None), why=why
    )


def entries_of(around: Surroundings) -> Iterator[Offer]:
    """What the selected note can become, and that it stops being it."""
    board, selected = around.view.board, around.view.selected_ids
    for choice in entry_choices(around.journal.workshop, board, selected, around.registers):
        perform = partial(around.guide.perform, choice.edit)
        yield Offer(f"entry/{choice.id}", choice.sentence, "Note", perform)


def workshops_of(
    recents: Iterable[Recent], here: Path, ask: Callable[[str], object]
) -> Iterator[Offer]:
    """The workshops opened lately that are there, but for this one."""
    for recent in recents:
        if recent.path != str(here) and recent.is_there:
            go = partial(ask, recent.path)
            yield Offer(f"workshop/{recent.path}", f"Open {recent.title}", "Workshop", go)


def _action(action: Action, act: Act, view: BoardView, why: str = "") -> Offer:
    waits = NEEDS_NOTES if view.knows(action.id) and not view.can(action.id) else ""
    keys = action.keys[0] if action.keys else ""
    return Offer(action.id, action.label, action.group.value, act, keys, why or waits)
