"""Writes a whole workshop as a document: its record, slides, or its registers."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from datetime import date

from canvasapp.cli.command import takes_flag
from canvasapp.cli.faults import InputError

SUFFIXES = (".docx", ".md", ".pptx", ".xlsx", ".csv")
RECORDS = (".pdf", ".docx", ".md")
OF_POSTERS = ("board", "paper", "tile")


def declare_documents(parser: ArgumentParser) -> None:
    takes_flag(parser, "--record", "the workshop's record: what a .pdf holds in place of a poster")
    parser.add_argument(
        "--register", metavar="ID", help="the one to write, needed for a .csv: guarantee, risk, ..."
    )
    takes_flag(parser, "--all-registers", "also those without entries, in a .xlsx")


def asks_for_document(given: Namespace) -> bool:
    """Whether it is a whole workshop that shall be written, not posters."""
    wanted = given.record or given.register is not None or given.all_registers
    return wanted or given.output.suffix.lower() in SUFFIXES


def write_document(given: Namespace) -> int:
    """The exit code. Raises ExpectedError, and SystemExit for options that do not go together."""
    from canvasapp.cli.exporting import refuse_itself  # noqa: PLC0415  # start-up counts
    from canvasapp.cli.headless import without_display  # noqa: PLC0415
    from canvasapp.cli.terminal import write  # noqa: PLC0415
    from canvasapp.export.documents import DocumentOptions, export_document  # noqa: PLC0415
    from canvasapp.store import reading_workshop  # noqa: PLC0415
    from canvasapp.templates import load_templates  # noqa: PLC0415

    _refuse_contradictions(given)
    refuse_itself(given.output, given.file)
    day = _day(given.date)
    with reading_workshop(given.file, load_templates()) as (workshop, images), without_display():
        options = DocumentOptions(
            day, given.register, given.all_registers, given.author, images=images
        )
        export_document(workshop, given.output, options)
    write([f"{given.output} written."])
    return 0


def _refuse_contradictions(given: Namespace) -> None:
    suffix = given.output.suffix.lower()
    for name in OF_POSTERS:
        if getattr(given, name) is not None:
            given.refuse(f"--{name} is for posters: a document holds the whole workshop")
    if given.record and suffix not in RECORDS:
        given.refuse(f"--record is written as {', '.join(RECORDS)}")
    if given.register is not None and suffix not in (".csv", ".xlsx"):
        given.refuse("--register is for .csv and .xlsx")
    if given.all_registers and suffix != ".xlsx":
        given.refuse("--all-registers is for .xlsx")


def _day(typed: str) -> date | None:
    """Raises InputError."""
    try:
        return date.fromisoformat(typed) if typed else None
    except ValueError:
        raise InputError(f"{typed!r} is no day: write it as 2026-05-01.") from None
