"""The commands for canvases: list them, write one as a file, take one of your own into a workshop, change version."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from pathlib import Path

from canvasapp.cli.command import (
    Command,
    takes_board,
    takes_file,
    takes_flag,
    takes_json,
    takes_output,
)
from canvasapp.domain.template import Template


def _declare_templates(parser: ArgumentParser) -> None:
    parser.add_argument(
        "file", metavar="FILE", type=Path, nargs="?", help="a workshop, to list its own too"
    )
    takes_json(parser)


def _templates(given: Namespace) -> int:
    from canvasapp.cli.canvases import show_templates
    from canvasapp.templates import load_templates

    templates = _of_workshop(given.file) if given.file else load_templates().values()
    show_templates(templates, as_json=given.json)
    return 0


def _of_workshop(file: Path) -> Iterable[Template]:
    from canvasapp.cli.canvas_files import templates_of

    return templates_of(file)


def _declare_write(parser: ArgumentParser) -> None:
    parser.add_argument("template", metavar="TEMPLATE", help="id of a canvas")
    takes_output(parser, "CANVAS", "the .json file to write")
    parser.add_argument("--of", metavar="FILE", type=Path, help="a workshop that has it")
    parser.add_argument("--as", metavar="ID", dest="new_id", help="as a new canvas with this id")
    parser.add_argument("--name", metavar="N", help="of the new canvas; else as it was")


def _write(given: Namespace) -> int:
    from canvasapp.cli.canvas_files import write_canvas

    write_canvas(given.template, given.output, given.of, given.new_id, given.name)
    return 0


def _declare_add(parser: ArgumentParser) -> None:
    takes_file(parser)
    parser.add_argument("canvas", metavar="CANVAS", type=Path, help="a .json file of a canvas")
    takes_flag(parser, "--new-board", "with an empty board made of it")


def _add(given: Namespace) -> int:
    from canvasapp.cli.canvas_files import take_canvas

    take_canvas(given.file, given.canvas, new_board=given.new_board)
    return 0


def _declare_upgrade(parser: ArgumentParser) -> None:
    takes_file(parser)
    takes_board(parser)
    parser.add_argument("--version", metavar="N", type=int, help="else the newest")
    takes_flag(parser, "--preview", "tell what would happen and change nothing")


def _upgrade(given: Namespace) -> int:
    from canvasapp.cli.canvas_files import change_version

    change_version(given.file, given.board, given.version, preview=given.preview)
    return 0


CANVAS_COMMANDS = (
    Command("templates", "Lists the canvases.", _declare_templates, _templates),
    Command("canvas", "Writes a canvas as a file, to be changed.", _declare_write, _write),
    Command("add-canvas", "Takes a canvas of your own into a workshop.", _declare_add, _add),
    Command(
        "upgrade", "Brings a board to another version of its canvas.", _declare_upgrade, _upgrade
    ),
)
