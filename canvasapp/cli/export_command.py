"""The command that exports, and its arguments, named as in the print dialog."""

from __future__ import annotations

import re
from argparse import ArgumentParser, ArgumentTypeError, BooleanOptionalAction, Namespace
from typing import TYPE_CHECKING

from canvasapp.cli.command import Command, takes_file, takes_flag, takes_output
from canvasapp.cli.documents import asks_for_document, declare_documents, write_document
from canvasapp.domain.errors import ExpectedError

if TYPE_CHECKING:
    from canvasapp.export import PrintOrder, Tiles

QUESTIONS = ("none", "first", "all", "only")
VIEWS = ("both", "our", "customer", "two")
ORIENTATIONS = ("auto", "landscape", "portrait")
DPI = 150
ONLY = "only"
TILE_OPTIONS: dict[str, object] = {
    "tile_orientation": "auto",
    "margin": 5.0,
    "overlap": 10.0,
    "fit": None,
    "skip_empty": False,
    "no_map": False,
    "date": "",
}
"""What only sheets have, and what it is unless told."""


def _declare(parser: ArgumentParser) -> None:
    takes_file(parser)
    takes_output(
        parser,
        "OUT",
        "posters end in .pdf, .png or .svg, a page of all boards for browsers in .html; the workshop's"
        " record in .docx or .md, its slides in .pptx, its registers in .xlsx or .csv. Replaced when the"
        " new one is complete",
    )
    declare_documents(parser)
    parser.add_argument(
        "--board",
        metavar="B",
        action="append",
        help="id, title or number; else the first; may be repeated",
    )
    takes_flag(parser, "--all-boards", "every board of the workshop, in one PDF")
    _declare_content(parser)
    _declare_paper(parser)
    _declare_tiles(parser)
    parser.set_defaults(refuse=parser.error)


def _declare_content(parser: ArgumentParser) -> None:
    takes_flag(parser, "--blank", "without notes")
    parser.add_argument("--questions", choices=QUESTIONS, default="none", help="else %(default)s")
    parser.add_argument(
        "--perspective", choices=VIEWS, default="both", help="two: a sheet each; else %(default)s"
    )
    for name, meaning in (
        ("--evidence", "codes, evidence and status on notes"),
        ("--votes", "the dots of the vote that was shown last"),
        ("--legend", "whose colours and signs are seen"),
    ):
        parser.add_argument(name, action=BooleanOptionalAction, default=True, help=meaning)
    parser.add_argument(
        "--data",
        action=BooleanOptionalAction,
        default=True,
        help="the board itself inside a PNG or SVG of all of it, so that the picture can be opened",
    )
    takes_flag(parser, "--hidden", "also notes that wait to be revealed; private ones never")
    takes_flag(parser, "--gaps", "a page more for each board that lists its gaps")
    parser.add_argument("--author", metavar="NAME", default="", help="who made it, for the PDF")


def _declare_paper(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--paper",
        metavar="P",
        type=_paper,
        help="A0 to A5, ANSI A to E, Arch A to E, letter, legal, tabloid, 36x48in, or an own size"
        " such as 600x400mm; else the canvas's own size",
    )
    parser.add_argument(
        "--orientation", choices=ORIENTATIONS, default="auto", help="else %(default)s"
    )
    parser.add_argument(
        "--bleed", metavar="MM", type=_length, default=0.0, help="around the paper, PDF"
    )
    takes_flag(parser, "--marks", "crop and registration marks, PDF")
    parser.add_argument(
        "--dpi", metavar="N", type=int, default=DPI, help="of PNG; else %(default)s"
    )
    takes_flag(parser, "--svg-text", "letters of SVG as text with fonts; else outlines")


def _declare_tiles(parser: ArgumentParser) -> None:
    parser.add_argument("--tile", metavar="P", type=_paper, help="cut into sheets of this paper")
    parser.add_argument("--tile-orientation", choices=ORIENTATIONS, help="auto is fewest sheets")
    for name, meaning in (
        ("--margin", "that the printer leaves white; else %(default)s"),
        ("--overlap", "of two sheets; else %(default)s"),
    ):
        parser.add_argument(name, metavar="MM", type=_length, help=meaning)
    parser.add_argument(
        "--fit", metavar="CxR", type=_grid, help="scaled to at most C x R sheets, such as 3x4"
    )
    takes_flag(parser, "--skip-empty", "no sheets on which nothing stands")
    takes_flag(parser, "--no-map", "no page that tells how the sheets are put together")
    parser.add_argument("--date", metavar="D", help="to print on the sheets")
    parser.set_defaults(**TILE_OPTIONS)


def _perform(given: Namespace) -> int:
    from canvasapp.cli.exporting import export_boards

    if asks_for_document(given):
        return write_document(given)
    if given.board and given.all_boards:
        given.refuse("--board names some boards and --all-boards takes all: give one of them")
    has_tabs = given.output.suffix.lower() == ".html"
    takes_all = given.all_boards or (has_tabs and not given.board)
    wanted = None if takes_all else tuple(given.board or (None,))
    export_boards(given.file, given.output, wanted, _order(given), data=given.data)
    return 0


def _order(given: Namespace) -> PrintOrder:
    from canvasapp.export import Content, Orientation, PrintOrder, Views
    from canvasapp.picture.options import Questions

    asks_only = given.questions == ONLY
    content = Content.BLANK if given.blank else Content.FILLED
    return PrintOrder(
        content=Content.QUESTIONS if asks_only else content,
        questions=Questions.ALL if asks_only else Questions(given.questions),
        views=Views(given.perspective),
        evidence=given.evidence,
        votes=given.votes,
        hidden=given.hidden,
        legend=given.legend,
        gaps=given.gaps,
        paper=given.paper,
        orientation=Orientation(given.orientation),
        bleed=given.bleed,
        marks=given.marks,
        tiles=_tiles(given),
        dpi=given.dpi,
        date=given.date,
        author=given.author,
        live_text=given.svg_text,
    )


def _tiles(given: Namespace) -> Tiles | None:
    from canvasapp.export import Orientation, Tiles

    if given.tile is None:
        for name, default in TILE_OPTIONS.items():
            if getattr(given, name) != default:
                given.refuse(
                    f"--{name.replace('_', '-')} is for sheets: name their paper by --tile"
                )
        return None
    if given.bleed:
        given.refuse("--bleed is for a poster in one piece: leave it or --tile out")
    return Tiles(
        paper=given.tile,
        orientation=Orientation(given.tile_orientation),
        margin=given.margin,
        overlap=given.overlap,
        fit=given.fit,
        skip_empty=given.skip_empty,
        assembly_map=not given.no_map,
    )


def _paper(typed: str) -> str:
    from canvasapp.export.paper import paper_size

    try:
        paper_size(typed)
    except ExpectedError as error:
        raise ArgumentTypeError(str(error)) from error
    return typed


def _length(typed: str) -> float:
    number = typed.lower().removesuffix("mm").strip()
    if not re.fullmatch(r"\d+(\.\d+)?", number):
        raise ArgumentTypeError(f"{typed!r} is no length: write it in mm, such as 10 or 2.5.")
    return float(number)


def _grid(typed: str) -> tuple[int, int]:
    match = re.fullmatch(r"([1-9]\d{0,2})[x×]([1-9]\d{0,2})", typed.lower())
    if match is None:
        raise ArgumentTypeError(f"{typed!r} is no grid: write columns and rows, such as 3x4.")
    return int(match[1]), int(match[2])


EXPORT = Command("export", "Writes posters, records, slides or registers.", _declare, _perform)
