"""Standard input and output: plain tables, JSON, lines of notes, and streams that hold any text."""

from __future__ import annotations

import io
import json
import os
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from canvasapp import files
from canvasapp.cli.faults import InputError


def steady_streams() -> None:
    """What the terminal's encoding lacks is written as a question mark instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def write(lines: Iterable[str]) -> None:
    _put("\n".join(lines))


def write_json(value: object) -> None:
    """Whole in any encoding: what the terminal's lacks is escaped."""
    encoding = getattr(sys.stdout, "encoding", None) or ""
    _put(json.dumps(value, ensure_ascii=not encoding.lower().startswith("utf"), indent=1))


def write_fault(sentence: str) -> None:
    print(sentence, file=sys.stderr)  # noqa: T201  # this is the terminal


@contextmanager
def flushed() -> Iterator[None]:
    """Writes in the end what is still held back, so that trouble with it is noticed here. Raises InputError."""
    try:
        yield
    finally:
        if sys.stdout is not None:  # a program without a console has none
            with _until_closed():
                sys.stdout.flush()


def table(rows: Sequence[Sequence[object]]) -> list[str]:
    """The rows with their columns lined up: numbers to the right, texts to the left."""
    texts = [[str(cell) for cell in row] for row in rows]
    widths = [max(map(_cells, column)) for column in zip(*texts, strict=True)]
    return ["  ".join(map(_aligned, row, widths)).rstrip() for row in rows]


def counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count:,} {noun}s"


def lines_of_input() -> list[str]:
    """The lines of standard input that are not blank. Raises InputError when it is closed or not UTF-8."""
    if sys.stdin is None:
        raise InputError("Standard input is closed: write the notes as arguments, or into a pipe.")
    try:
        text = sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            f"Standard input is not UTF-8 text (byte {error.start}): convert it first."
        ) from error
    return [line for line in text.splitlines() if line.strip()]


def _put(text: str) -> None:
    with _until_closed():
        print(text)  # noqa: T201  # this is the terminal


@contextmanager
def _until_closed() -> Iterator[None]:
    """A reader who has closed the pipe has seen enough: the rest goes nowhere. Raises InputError."""
    try:
        yield
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python tries it again
        if not isinstance(error, BrokenPipeError):
            raise InputError(
                f"Standard output can not be written ({files.reason(error)}): send it elsewhere."
            ) from error


def _aligned(cell: object, width: int) -> str:
    text = str(cell)
    blanks = " " * (width - _cells(text))
    return blanks + text if isinstance(cell, int) else text + blanks


def _cells(text: str) -> int:
    """How many columns of a terminal `text` takes: East Asian wide characters two, combining ones none."""
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1
        for sign in text
    )
