"""The commands and their arguments. What each of them needs is imported when it is called: start-up counts."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from canvasapp import __version__
from canvasapp.cli.canvas_commands import CANVAS_COMMANDS
from canvasapp.cli.command import (
    Command,
    takes_board,
    takes_file,
    takes_flag,
    takes_json,
    takes_output,
)
from canvasapp.cli.ending import in_order
from canvasapp.cli.export_command import EXPORT
from canvasapp.cli.opening import OpenWindow, open_in_window
from canvasapp.cli.terminal import flushed, steady_streams, table, write, write_fault
from canvasapp.domain.errors import ExpectedError

PROGRAM = "canvasapp"
OPEN = "open"
VIEWS = ("our", "customer")
INTERRUPTED = 130
"""What shells expect of a program that Ctrl+C has ended."""


def run(arguments: Sequence[str], open_window: OpenWindow) -> int:
    """Does what the arguments say; the exit code: 0 done, 1 input at fault.

    Raises SystemExit: of 2 for wrong usage, of 0 when help was asked for.
    """
    steady_streams()
    try:
        with flushed():
            return _perform(with_command(arguments), open_window)
    except ExpectedError as error:
        write_fault(str(error))
        return 1
    except KeyboardInterrupt:
        return INTERRUPTED


def with_command(arguments: Sequence[str]) -> list[str]:
    """The arguments with `open` before them when they begin with a file, an option, or not at all."""
    first = arguments[0] if arguments else ""
    known = {command.name for command in COMMANDS} | {"-h", "--help"}
    return list(arguments) if first in known else [OPEN, *arguments]


def _perform(arguments: list[str], open_window: OpenWindow) -> int:
    name, *others = arguments
    command = next((each for each in COMMANDS if each.name == name), None)
    if command is None:
        write(_help())
        return 0
    parser = ArgumentParser(
        prog=f"{PROGRAM} {name}", description=command.summary, allow_abbrev=False
    )
    command.declare(parser)
    given = parser.parse_intermixed_args(others, Namespace(window=open_window))
    if name == OPEN:  # a window is ended by its own means
        return command.perform(given)
    with in_order():
        return command.perform(given)


def _help() -> list[str]:
    commands = table([("", command.name, command.summary) for command in COMMANDS])
    return [
        f"usage: {PROGRAM} [FILE]",
        f"       {PROGRAM} COMMAND ...",
        "",
        "Canvases for service-design workshops. FILE opens in a window; the commands need no display.",
        "",
        "commands:",
        *commands,
        "",
        f"`{PROGRAM} COMMAND --help` tells the arguments of a command.",
    ]


def _declare_open(parser: ArgumentParser) -> None:
    parser.add_argument(
        "file",
        metavar="FILE",
        type=Path,
        nargs="?",
        help="a .workshop file, or a picture with its board",
    )
    takes_flag(parser, "--example", "open the worked example")
    takes_flag(parser, "--selftest", "try all parts without a window")


def _open(given: Namespace) -> int:
    if not given.selftest:
        return open_in_window(given.file, example=given.example, open_window=given.window)
    from canvasapp.cli.selftest import try_all_parts

    try_all_parts()
    return 0


def _declare_new(parser: ArgumentParser) -> None:
    parser.add_argument("template", metavar="TEMPLATE", nargs="?", help="id of a canvas")
    parser.add_argument(
        "--from", dest="picture", metavar="PICTURE", type=Path, help="a PNG or SVG with its board"
    )
    takes_output(parser, "FILE", "the workshop file to make")
    takes_flag(parser, "--example", "with the notes of the worked example")
    parser.add_argument("--title", metavar="T", help="of the workshop; else the file's name")
    parser.set_defaults(refuse=parser.error)


def _new(given: Namespace) -> int:
    from canvasapp.cli.making import make_from_picture, make_workshop

    if (given.template is None) is (given.picture is None):
        given.refuse("name the id of a canvas, or a picture by --from")
    if given.picture is not None:
        if given.example or given.title is not None:
            given.refuse("--example and --title are for new boards, not for those of a picture")
        make_from_picture(given.picture, given.output)
        return 0
    make_workshop(given.template, given.output, given.title, example=given.example)
    return 0


def _declare_boards(parser: ArgumentParser) -> None:
    takes_file(parser)
    takes_json(parser)


def _boards(given: Namespace) -> int:
    from canvasapp.cli.showing import show_boards

    show_boards(given.file, as_json=given.json)
    return 0


def _declare_show(parser: ArgumentParser) -> None:
    takes_file(parser)
    takes_board(parser)
    takes_json(parser)


def _show(given: Namespace) -> int:
    from canvasapp.cli.showing import show_board

    show_board(given.file, given.board, as_json=given.json)
    return 0


def _log(given: Namespace) -> int:
    from canvasapp.cli.session_log import show_log

    show_log(given.file, as_json=given.json)
    return 0


def _declare_add(parser: ArgumentParser) -> None:
    takes_file(parser)
    parser.add_argument("text", metavar="TEXT", nargs="+", help="a note; - reads a note a line")
    parser.add_argument("--block", metavar="B", required=True, help="id, number or title")
    takes_board(parser)
    parser.add_argument("--perspective", choices=VIEWS, default=VIEWS[0], help="else %(default)s")
    parser.add_argument("--party", metavar="P", help="id, name or initials")


def _add(given: Namespace) -> int:
    from canvasapp.cli.adding import Destination, add_texts
    from canvasapp.domain.template import Perspective

    perspective = Perspective(given.perspective)
    where = Destination(given.board, given.block, perspective, given.party)
    add_texts(given.file, where, given.text)
    return 0


def _declare_check(parser: ArgumentParser) -> None:
    takes_file(parser)
    parser.add_argument("--board", metavar="B", help="id, title or number; else all")
    takes_flag(parser, "--json", "for programs")


def _check(given: Namespace) -> int:
    from canvasapp.cli.checking import check_boards

    check_boards(given.file, given.board, as_json=given.json)
    return 0


def _declare_recover(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", type=Path, help="a damaged .workshop file")
    takes_output(parser, "NEW", "the workshop file to make of what is left")


def _recover(given: Namespace) -> int:
    from canvasapp.cli.recovering import recover_workshop

    recover_workshop(given.file, given.output)
    return 0


def _declare_version(parser: ArgumentParser) -> None:
    """Takes no arguments."""


def _version(_given: Namespace) -> int:
    write([f"{PROGRAM} {__version__}"])
    return 0


COMMANDS = (
    Command(
        OPEN, "Opens a workshop in a window; without FILE the home page.", _declare_open, _open
    ),
    Command("new", "Makes a workshop file with one board.", _declare_new, _new),
    Command("boards", "Lists the boards of a workshop.", _declare_boards, _boards),
    Command("show", "Prints the notes of a board.", _declare_show, _show),
    Command("log", "Tells what happened in sessions, and when.", _declare_boards, _log),
    Command("add", "Adds notes to a block, where its lane has room.", _declare_add, _add),
    Command("check", "Tells what a reviewer would say.", _declare_check, _check),
    EXPORT,
    *CANVAS_COMMANDS,
    Command("recover", "Saves what is left of a damaged file.", _declare_recover, _recover),
    Command("version", "Prints the version.", _declare_version, _version),
)
