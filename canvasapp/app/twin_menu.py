"""The entries of the notes' menu that lead to other boards: shown there too, and where a note is shown already."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from canvasapp.controls.menus import Menu
from canvasapp.domain.board import Board, Workshop
from canvasapp.domain.change import Edit
from canvasapp.domain.entries import notes_of
from canvasapp.domain.records import Note
from canvasapp.domain.template import Block
from canvasapp.edits.sharing import make_independent, show_on_board
from canvasapp.panels.surroundings import Surroundings
from canvasapp.templates.concepts import kindred_blocks

SHOW = "Show on another board"
PREVIEW = "With a preview"
NO_OTHER = "The workshop has no other board that does not show them"
INDEPENDENT = "Make independent"


def add_twin_entries(menu: Menu, around: Surroundings) -> None:
    """Where the selected notes can be shown too; for one that is, where it is and how it becomes independent."""
    workshop, board = around.journal.workshop, around.view.board
    selected = around.view.selected_ids
    notes = [board.notes[each] for each in selected if each in board.notes]
    _show_menu(menu.submenu(SHOW), around, notes)
    twins = [twin for note in notes if note.shared for twin in notes_of(workshop, note.shared)]
    others = [twin for twin in twins if twin.board != board.id]
    if len(notes) == 1:
        for twin in others:
            title = workshop.boards[twin.board].head.title
            entry = menu.add_name(f"Also on {title}")
            entry.triggered.connect(lambda _=False, id_=twin.id: around.guide.show_note(id_))
    if others:
        edit = partial(make_independent, workshop, board.id, selected)
        menu.addAction(INDEPENDENT, partial(_perform, around.guide.perform, edit))


def _show_menu(menu: Menu, around: Surroundings, notes: list[Note]) -> None:
    """The boards that do not show all the notes yet, each with its blocks: those that fit best stand first."""
    workshop, board = around.journal.workshop, around.view.board
    for other in workshop.boards_in_order():
        shown = {note.content for note in other.notes.values()}
        if other is not board and not {note.content for note in notes} <= shown:
            blocks = menu.submenu(other.head.title.replace("&", "&&"))
            first = _proposed(around, notes, other)
            for block in first:
                _add(blocks, workshop, board, notes, other, block, around.guide.perform)
            if first:
                blocks.addSeparator()
            for block in other.template.blocks_in_order():
                if block not in first:
                    _add(blocks, workshop, board, notes, other, block, around.guide.perform)
    menu.menuAction().setEnabled(not menu.isEmpty())
    menu.menuAction().setToolTip(NO_OTHER if menu.isEmpty() else "")
    if not menu.isEmpty():
        menu.addSeparator()
        menu.addAction(PREVIEW, partial(around.guide.show_panel, "overview", "bring"))


def _proposed(around: Surroundings, notes: list[Note], other: Board) -> list[Block]:
    """The blocks of another board that speak of the same as those in which the notes lie."""
    template = around.view.board.template.id
    ids = [
        each
        for block in dict.fromkeys(note.block for note in notes if note.block)
        for each in kindred_blocks(around.concepts, template, block, other.template.id)
    ]
    return [block for block in other.template.blocks_in_order() if block.id in ids]


def _add(
    menu: Menu,
    workshop: Workshop,
    board: Board,
    notes: list[Note],
    other: Board,
    block: Block,
    perform: Callable[[Edit], object],
) -> None:
    """An entry for a block, in which each note is seen as it is here."""
    ids = [note.id for note in notes]
    edit = partial(show_on_board, workshop, board.id, ids, other.id, block.id)
    menu.addAction(block.title.replace("&", "&&"), partial(_perform, perform, edit))


def _perform(perform: Callable[[Edit], object], plan: Callable[[], Edit]) -> None:
    perform(plan())
