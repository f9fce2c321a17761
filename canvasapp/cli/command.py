"""What a command is, and the arguments that several of them take."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Command:
    """`declare` adds the arguments to a parser, `perform` does the work and returns the exit code."""

    name: str
    summary: str
    declare: Callable[[ArgumentParser], None]
    perform: Callable[[Namespace], int]


def takes_file(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", type=Path, help="a .workshop file")


def takes_board(parser: ArgumentParser) -> None:
    parser.add_argument("--board", metavar="B", help="id, title or number; else the first")


def takes_json(parser: ArgumentParser) -> None:
    takes_flag(parser, "--json", "for programs; lengths in mm")


def takes_output(parser: ArgumentParser, metavar: str, meaning: str) -> None:
    parser.add_argument("-o", "--output", metavar=metavar, type=Path, required=True, help=meaning)


def takes_flag(parser: ArgumentParser, name: str, meaning: str) -> None:
    parser.add_argument(name, action="store_true", help=meaning)
