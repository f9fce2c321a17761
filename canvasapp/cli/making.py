"""Makes workshop files."""

from __future__ import annotations

import os
from dataclasses import replace
from itertools import chain, count
from pathlib import Path

from canvasapp import files
from canvasapp.cli.choosing import choose_template
from canvasapp.cli.terminal import counted, write
from canvasapp.domain.board import Workshop
from canvasapp.edits.example import example_workshop
from canvasapp.edits.wording import clean_title
from canvasapp.edits.workshops import new_workshop
from canvasapp.export.carrying import carried_in
from canvasapp.store import create_workshop, read_workshop
from canvasapp.store.carried import unpack
from canvasapp.store.errors import CannotWriteError
from canvasapp.store.new_file import refuse_unfit
from canvasapp.templates import load_templates


def make_workshop(template_id: str, file: Path, title: str | None, *, example: bool) -> None:
    """A workshop file with one board; a file that is there already is kept under another name.

    Raises ExpectedError.
    """
    refuse_unfit(file)
    templates = load_templates()
    template = choose_template(templates, template_id)
    named = clean_title(title or "")
    if example:
        workshop = _titled(example_workshop(templates, template.id), named)
    else:
        workshop = new_workshop(templates, template.id, named or clean_title(file.stem))
    kept = _keep(file)
    create_workshop(file, workshop, replace=True)
    (board,) = workshop.boards.values()
    notes = counted(len(board.notes), "note")
    write([f"{file} made: {workshop.head.title} / {board.head.title}, {notes}."])
    if kept is not None:
        write([f"The file that was there is kept as {kept}."])


def make_from_picture(picture: Path, file: Path) -> None:
    """A workshop file with the board that a picture carries; as `make_workshop` otherwise. Raises ExpectedError."""
    refuse_unfit(file)
    carried = carried_in(picture)
    with files.beside(file) as made:
        unpack(carried, picture.name, load_templates(), made)
        kept = _keep(file)
        files.replace(made, file)
    (board,) = read_workshop(file, load_templates()).boards.values()
    write([f"{file} made: {board.head.title}, {counted(len(board.notes), 'note')}."])
    if kept is not None:
        write([f"The file that was there is kept as {kept}."])


def _titled(workshop: Workshop, title: str) -> Workshop:
    return replace(workshop, head=replace(workshop.head, title=title or workshop.head.title))


def _keep(file: Path) -> Path | None:
    """Copies the file that is about to be replaced to a free name beside it: it may hold months of work."""
    names = (f"{file.name}~{number}" for number in chain([""], count(2)))
    kept = file.with_name(f"{file.name}~")
    try:
        if not file.is_file():
            return None
        kept = next(free for free in map(file.with_name, names) if not os.path.lexists(free))
        with files.beside(kept) as temporary:
            files.copy(file, temporary)
            files.replace(temporary, kept)
    except OSError as error:
        raise CannotWriteError(kept, files.reason(error)) from error
    return kept
