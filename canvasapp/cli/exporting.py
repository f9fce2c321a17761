"""Writes boards as a file to print or to pass on; Qt lays out its text and needs no display for it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from canvasapp.cli.choosing import choose_board
from canvasapp.cli.faults import InputError
from canvasapp.cli.headless import without_display
from canvasapp.cli.print_report import print_report
from canvasapp.cli.terminal import write
from canvasapp.domain.alone import alone
from canvasapp.domain.board import Board, Workshop
from canvasapp.export import ExportOptions, PrintOrder, export, exporter_for
from canvasapp.export.carrying import can_carry
from canvasapp.picture.board_picture import board_picture
from canvasapp.picture.options import PictureOptions
from canvasapp.store import reading_workshop
from canvasapp.store.carried import pack
from canvasapp.templates import load_templates


def export_boards(
    file: Path,
    out: Path,
    wanted: tuple[str | None, ...] | None,
    order: PrintOrder,
    *,
    data: bool = True,
) -> None:
    """A picture of one whole board carries it inside when `data` is wanted.

    `wanted` are the boards as they were typed (None is the first one), None all of them. Raises ExpectedError.
    """
    exporter = exporter_for(out)
    refuse_itself(out, file)
    with reading_workshop(file, load_templates()) as (workshop, attachment), without_display():
        name = workshop.head.title
        boards = _chosen(workshop, wanted)
        options = order.export_options(boards, name, attachment)
        if data and can_carry(out.suffix) and len(boards) == 1 and order.shows_all:
            options = replace(
                options, carried=pack(alone(workshop, boards[0], order.seen), attachment)
            )
        pictures = order.pictures(boards, name)
        export(pictures, out, options)
        told = list(print_report(boards, pictures, options)) if exporter.is_for_print else []
    write([f"{out} written.", *told])


def _chosen(workshop: Workshop, wanted: tuple[str | None, ...] | None) -> list[Board]:
    """Each once, in the order in which they were named."""
    if wanted is None:
        return workshop.boards_in_order()
    chosen = {board.id: board for board in (choose_board(workshop, each) for each in wanted)}
    return list(chosen.values())


def refuse_itself(out: Path, file: Path) -> None:
    """Raises InputError when what is written would take the place of the workshop."""
    if _is_same(out, file):
        raise InputError(f"{out} is the workshop itself: choose another name for what is exported.")


def _is_same(out: Path, file: Path) -> bool:
    try:
        return out.samefile(file)
    except OSError:  # one of them is not there
        return False


def write_board(board: Board, out: Path, shown: PictureOptions, options: ExportOptions) -> None:
    """Needs a QGuiApplication. Raises ExpectedError; a file that was there before is still there then."""
    export([board_picture(board, shown)], out, options)
