"""Writes a board as a file to print or to pass on; Qt lays out its text and needs no display for it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from canvasapp.cli.choosing import choose_board
from canvasapp.cli.faults import InputError
from canvasapp.cli.headless import without_display
from canvasapp.cli.terminal import write
from canvasapp.domain.board import Board
from canvasapp.export import ExportOptions, export, exporter_for
from canvasapp.picture.board_picture import board_picture
from canvasapp.picture.options import PictureOptions
from canvasapp.store import reading_workshop
from canvasapp.templates import load_templates


def export_board(
    file: Path, out: Path, board: str | None, shown: PictureOptions, options: ExportOptions
) -> None:
    """`board` is what was typed; the workshop's title is added to `shown`. Raises ExpectedError."""
    exporter_for(out)
    if _is_same(out, file):
        raise InputError(f"{out} is the workshop itself: choose another name for what is exported.")
    with reading_workshop(file, load_templates()) as (workshop, attachment), without_display():
        shown = replace(shown, workshop=workshop.head.title)
        options = replace(options, images=attachment)
        write_board(choose_board(workshop, board), out, shown, options)
    write([f"{out} written."])


def _is_same(out: Path, file: Path) -> bool:
    try:
        return out.samefile(file)
    except OSError:  # one of them is not there
        return False


def write_board(board: Board, out: Path, shown: PictureOptions, options: ExportOptions) -> None:
    """Needs a QGuiApplication. Raises ExpectedError; a file that was there before is still there then."""
    export([board_picture(board, shown)], out, options)
