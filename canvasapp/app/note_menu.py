"""The menu of the notes that are selected."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from canvasapp.controls.look import Look
from canvasapp.controls.menus import Menu, chip_icon
from canvasapp.domain.board import Board
from canvasapp.domain.change import Edit
from canvasapp.domain.records import NoteKind
from canvasapp.domain.template import Perspective, Place
from canvasapp.edits.images import remove_images
from canvasapp.edits.lanes import move_to_lane
from canvasapp.edits.notes import Stack, restack, set_party, set_perspective

VIEWS = {Perspective.OUR: "Our view", Perspective.CUSTOMER: "Customer’s view"}
NOBODY = "Nobody"


def add_note_entries(
    menu: Menu,
    look: Look,
    board: Board,
    selected: tuple[str, ...],
    perform: Callable[[Edit], object],
) -> None:
    """Whose the notes are, how they are seen, which lies on top; `perform` gets the edit for what is chosen."""
    notes = [board.notes[each] for each in selected if each in board.notes]
    party_menu(menu.submenu("Party"), look, board, selected, perform)
    view_menu = menu.submenu("View", marked=True)
    for perspective, name in VIEWS.items():
        entry = view_menu.addAction(name)
        entry.setCheckable(True)
        entry.setChecked(all(note.perspective is perspective for note in notes))
        entry.triggered.connect(
            lambda _=False, at=perspective: perform(set_perspective(board, selected, at))
        )
    move_menu(menu.submenu("Move to"), board, selected, perform)
    if any(note.kind is NoteKind.NOTE and note.image for note in notes):
        menu.addAction("Remove image", lambda: perform(remove_images(board, selected)))
    menu.addSeparator()
    menu.addAction("Bring to front", lambda: perform(restack(board, selected, Stack.FRONT)))
    menu.addAction("Send to back", lambda: perform(restack(board, selected, Stack.BACK)))


def move_menu(
    menu: Menu, board: Board, selected: tuple[str, ...], perform: Callable[[Edit], object]
) -> None:
    """The blocks in the order they are worked through, each with its lanes."""

    def move(place: Place) -> None:
        perform(move_to_lane(board, selected, place))

    for block in board.template.blocks_in_order():
        lanes = menu.submenu(block.title.replace("&", "&&"))
        for perspective, name in VIEWS.items():
            lanes.addAction(name, partial(move, Place(block.id, perspective)))


def party_menu(
    menu: Menu,
    look: Look,
    board: Board,
    selected: tuple[str, ...],
    perform: Callable[[Edit], object],
) -> None:
    """The parties with their chips, and nobody."""
    ratio = menu.devicePixelRatioF()
    parties = sorted(board.parties.values(), key=lambda party: (party.slot, party.name))
    for party in parties:
        entry = menu.add_name(party.name)
        entry.setIcon(chip_icon(look, party.initials, party.slot, ratio))
        entry.triggered.connect(
            lambda _=False, id_=party.id: perform(set_party(board, selected, id_))
        )
    menu.addSeparator()
    menu.addAction(NOBODY, lambda: perform(set_party(board, selected, None)))
