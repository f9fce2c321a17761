"""Writes a board as a file to print or to pass on; Qt lays out its text and needs no display for it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from canvasapp.cli.choosing import choose_board
from canvasapp.cli.faults import at_fault
from canvasapp.cli.files import read_workshop
from canvasapp.cli.headless import without_display
from canvasapp.cli.terminal import write
from canvasapp.domain.board import Board
from canvasapp.export import ExportError, ExportOptions, export, exporter_for
from canvasapp.picture.board_picture import board_picture
from canvasapp.picture.options import PictureOptions
from canvasapp.text.fonts import FontError


def export_board(
    file: Path, out: Path, board: str | None, shown: PictureOptions, options: ExportOptions
) -> None:
    """`board` is what was typed; the workshop's title is added to `shown`. Raises InputError."""
    with at_fault(ExportError):
        exporter_for(out)
    workshop = read_workshop(file)
    shown = replace(shown, workshop=workshop.head.title)
    with without_display():
        write_board(choose_board(workshop, board), out, shown, options)
    write([f"{out} written."])


def write_board(board: Board, out: Path, shown: PictureOptions, options: ExportOptions) -> None:
    """Needs a QGuiApplication. Raises InputError; a file that was there before is still there then."""
    with at_fault(ExportError, FontError):
        export([board_picture(board, shown)], out, options)
