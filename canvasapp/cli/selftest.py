"""Tries every part once, without a window: workshops made, changed, undone, migrated, opened again and exported."""

from __future__ import annotations

import platform
import shutil
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import __version__ as pyside_version  # type: ignore[attr-defined]  # in no stub
from PySide6.QtCore import qVersion
from PySide6.QtGui import QImage, QPainter

from canvasapp import __version__
from canvasapp.checks import load_rules
from canvasapp.cli.choosing import choose_board
from canvasapp.cli.exporting import write_board
from canvasapp.cli.faults import InputError
from canvasapp.cli.headless import without_display
from canvasapp.cli.terminal import table, write
from canvasapp.domain.board import Board
from canvasapp.domain.template import Template
from canvasapp.edits.example import example_workshop
from canvasapp.edits.journal import Journal
from canvasapp.edits.notes import add_note
from canvasapp.export import EXPORTERS, ExportOptions
from canvasapp.export.documents import DOCUMENTS, DocumentOptions, export_document
from canvasapp.export.pdf import LIBRARY
from canvasapp.picture.options import PictureOptions
from canvasapp.resources import resource
from canvasapp.store import create_workshop, open_workshop, read_workshop
from canvasapp.store.database import VERSIONS
from canvasapp.templates import load_registers, load_templates
from canvasapp.view.note_painter import Strip
from canvasapp.view.scene import Scene

NOTE = "self-test"
REGISTER = "guarantee"
PIXELS_A_MM = 0.5
NOTES_ONCE_IN_OLD_FILE = 2


def try_all_parts() -> None:
    """Prints versions, then what works, line by line. Raises ExpectedError at the first part that does not."""
    write(table(_versions()))
    with TemporaryDirectory(prefix="canvasapp-") as name:
        templates = load_templates()
        write([f"Canvases read: {', '.join(templates)}."])
        write([f"{len(load_rules(load_registers(), templates))} checks read."])
        file = Path(name) / "example.workshop"
        create_workshop(file, example_workshop(templates))
        write(["Worked example made."])
        _change(file, Path(name) / "data", templates)
        _migrate(Path(name) / "old.workshop", Path(name) / "data", templates)
        _export(file, templates)
    write(["All parts work."])


def _versions() -> list[tuple[str, str]]:
    return [
        ("canvasapp", __version__),
        ("Python", platform.python_version()),
        ("Qt", qVersion()),
        ("PySide6", pyside_version),
        *VERSIONS,
        LIBRARY,
        ("system", platform.platform()),
    ]


def _change(file: Path, data_folder: Path, templates: Mapping[str, Template]) -> None:
    with open_workshop(file, data_folder) as store:
        journal = Journal(store, store.load(templates))
        board = choose_board(journal.workshop, None)
        journal.commit(add_note(board, board.template.blocks[0].rect, NOTE))
        journal.undo()
        journal.redo()
        store.publish_now()
    board = choose_board(read_workshop(file, templates, data_folder), None)
    if [note.text for note in board.notes.values()].count(NOTE) != 1:
        raise InputError("The note that was added is not in the file.")
    write(["Note added, undone, done again, stored and read."])


def _migrate(file: Path, data_folder: Path, templates: Mapping[str, Template]) -> None:
    """Opens a file of the first format, in which a note was removed, and takes that back in today's."""
    shutil.copyfile(resource("examples", "format-1.workshop"), file)
    with open_workshop(file, data_folder) as store:
        Journal(store, store.load(templates)).undo()
        store.publish_now()
    board = choose_board(read_workshop(file, templates, data_folder), None)
    if len(board.notes) != NOTES_ONCE_IN_OLD_FILE:
        raise InputError("The note that was removed from an older file did not come back.")
    write(["Older file brought to this version, and its last edit undone."])


def _export(file: Path, templates: Mapping[str, Template]) -> None:
    workshop = read_workshop(file, templates)
    board = choose_board(workshop, None)
    with without_display():
        _paint(board)
        for exporter in EXPORTERS:
            out = file.with_suffix(exporter.suffix)
            write_board(board, out, PictureOptions(), ExportOptions())
            write([f"{exporter.label} written: {out.stat().st_size:,} bytes."])
        for document in DOCUMENTS:
            out = file.with_suffix(document.suffix)
            export_document(workshop, out, DocumentOptions(register=REGISTER))
            write([f"{document.label} written: {out.stat().st_size:,} bytes."])


def _paint(board: Board) -> None:
    """As the window does, without one."""
    sheet = board.template.sheet.rect
    image = QImage(
        int(sheet.w * PIXELS_A_MM), int(sheet.h * PIXELS_A_MM), QImage.Format.Format_RGB32
    )
    strip = Strip(0, 0, image.width(), image.height(), PIXELS_A_MM)
    with QPainter(image) as painter:
        for step in Scene(board, PictureOptions()).steps(strip):
            step(painter)
    write([f"Board painted: {image.width()} by {image.height()} pixels."])
