"""Writes a canvas as a file, takes one into a workshop, and brings boards to another version of theirs."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from canvasapp import files
from canvasapp.cli.choosing import choose_board, choose_template
from canvasapp.cli.faults import InputError
from canvasapp.cli.files import change_workshop, read_workshop
from canvasapp.cli.terminal import write
from canvasapp.domain.board import Workshop
from canvasapp.domain.change import Edit
from canvasapp.domain.template import Template
from canvasapp.edits.boards import new_board as new_board_plan
from canvasapp.edits.canvases import add_canvas
from canvasapp.edits.upgrading import Upgrade, upgrade_board
from canvasapp.store.errors import CannotWriteError
from canvasapp.templates import load_own, load_templates, started_from
from canvasapp.templates.drafting import installed_text


def templates_of(file: Path) -> Iterable[Template]:
    """The installed canvases, then those that the workshop in the file has of its own. Raises ExpectedError."""
    return read_workshop(file).templates.values()


def write_canvas(
    template_id: str, out: Path, of: Path | None, new_id: str | None, name: str | None
) -> None:
    """A canvas, of the workshop in `of` if that is given, as a file; under `new_id` it is a new one.

    No file is replaced. Raises ExpectedError.
    """
    text = _text_of(template_id, of)
    if new_id is None and name is not None:
        raise InputError("--name is for a new canvas: give it an id, with --as.")
    if new_id is not None:
        text = started_from(text, new_id, name)
    if os.path.lexists(out):
        raise InputError(f"{out} exists already: choose another name.")
    try:
        with files.written_whole(out) as stream:
            stream.write(text.encode())
    except OSError as error:
        raise CannotWriteError(out, files.reason(error)) from error
    write([f"{out} written."])


def take_canvas(file: Path, canvas: Path, *, new_board: bool) -> None:
    """Takes the canvas in a file into the workshop, with an empty board if that is wanted. Raises ExpectedError."""
    taken = load_own(canvas)
    template = taken.template

    def plan(workshop: Workshop) -> Edit:
        added = add_canvas(workshop, taken)
        if not new_board:
            return added
        board = new_board_plan(workshop.after(added), template.id)
        return Edit(board.label, (*added.changes, *board.changes))

    written = change_workshop(file, plan)
    write([f"{written} has version {template.version} of {template.name}."])


def change_version(file: Path, wanted: str | None, version: int | None, *, preview: bool) -> None:
    """Brings the board that was typed to a version of its canvas, or only tells what would happen.

    Raises ExpectedError.
    """
    planned: list[Upgrade] = []

    def plan(workshop: Workshop) -> Edit:
        planned.append(upgrade_board(workshop, choose_board(workshop, wanted).id, version))
        return planned[0].edit

    if preview:
        plan(read_workshop(file))
    else:
        change_workshop(file, plan)
    (upgrade,) = planned
    if not upgrade.edit:
        write(["The board has this version of its canvas already."])
        return
    write([f"{upgrade.edit.label}.", *upgrade.outcome])


def _text_of(template_id: str, of: Path | None) -> str:
    if of is None:
        choose_template(load_templates(), template_id)
        return installed_text(template_id)
    workshop = read_workshop(of)
    template = choose_template(dict(workshop.templates), template_id)
    own = [each for each in workshop.canvases.values() if each.template is template]
    return own[0].file.text if own else _text_of(template_id, None)
