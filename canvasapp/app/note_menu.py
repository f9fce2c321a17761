"""The menu of the notes that are selected."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from canvasapp.app.note_entries import EntryChoice, entry_choices
from canvasapp.app.twin_menu import add_twin_entries
from canvasapp.controls.look import Look
from canvasapp.controls.menus import Menu, chip_icon
from canvasapp.domain.board import Board
from canvasapp.domain.change import Edit
from canvasapp.domain.records import NoteKind, NoteStatus
from canvasapp.domain.template import Perspective, Place
from canvasapp.edits.images import remove_images
from canvasapp.edits.lanes import move_to_lane
from canvasapp.edits.marks import set_status
from canvasapp.edits.notes import Stack, restack, set_party, set_perspective
from canvasapp.panels.surroundings import Surroundings

VIEWS = {Perspective.OUR: "Our view", Perspective.CUSTOMER: "Customer’s view"}
NOBODY = "Nobody"


STATUSES = {
    NoteStatus.IDEA: "Idea",
    NoteStatus.ASSUMPTION: "Assumption",
    NoteStatus.EVIDENCED: "Evidenced",
    NoteStatus.DECIDED: "Decided",
    NoteStatus.PARKED: "Parked",
}
NO_STATUS = "None"


def add_note_entries(menu: Menu, around: Surroundings) -> None:
    """What the selected notes can become, whose they are, how they are seen, which lies on top."""
    look, board, selected = around.look, around.view.board, around.view.selected_ids
    perform = around.journal.commit
    choices = entry_choices(around.journal.workshop, board, selected, around.registers)
    if choices:
        entry_menu(menu.submenu("Make this note", marked=True), choices, perform)
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
    status_menu(menu.submenu("Status", marked=True), board, selected, perform)
    move_menu(menu.submenu("Move to"), board, selected, perform)
    add_twin_entries(menu, around)
    if any(note.kind is NoteKind.NOTE and note.image for note in notes):
        menu.addAction("Remove image", lambda: perform(remove_images(board, selected)))
    menu.addSeparator()
    menu.addAction("Bring to front", lambda: perform(restack(board, selected, Stack.FRONT)))
    menu.addAction("Send to back", lambda: perform(restack(board, selected, Stack.BACK)))


def entry_menu(menu: Menu, choices: list[EntryChoice], perform: Callable[[Edit], object]) -> None:
    """The registers that fit, a check before the one it is an entry of; stopping to be one last."""
    for choice in choices:
        if choice.stops:
            menu.addSeparator()
        entry = menu.addAction(choice.label.replace("&", "&&"))
        entry.setCheckable(True)
        entry.setChecked(choice.is_so)
        entry.triggered.connect(lambda _=False, edit=choice.edit: perform(edit))


def status_menu(
    menu: Menu, board: Board, selected: tuple[str, ...], perform: Callable[[Edit], object]
) -> None:
    """How far what the notes say has come."""
    said = {board.notes[each].status for each in selected if each in board.notes}
    for status, name in ((None, NO_STATUS), *STATUSES.items()):
        entry = menu.addAction(name)
        entry.setCheckable(True)
        entry.setChecked(said == {status})
        edit = set_status(board, selected, status)
        entry.triggered.connect(lambda _=False, edit=edit: perform(edit))


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
