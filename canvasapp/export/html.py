"""Writes pictures as one web page that needs no network: a tab for each, to zoom, search and read aloud."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path
from typing import BinaryIO

from canvasapp.export.exporter import Check, ExportOptions, go_on
from canvasapp.export.html_text import as_list
from canvasapp.export.svg import FORBIDDEN, drawn_part, number
from canvasapp.export.svg_glyphs import Outlines
from canvasapp.export.svg_images import SvgImages
from canvasapp.picture.shapes import Part, Picture
from canvasapp.resources import resource
from canvasapp.text.fonts import FACES

_SHEET = (
    'tabindex="0" role="application"'
    ' aria-label="The sheet: arrows move it, plus and minus zoom, 0 shows all of it"'
)


def write_html(
    pictures: Sequence[Picture], stream: BinaryIO, options: ExportOptions, check: Check = go_on
) -> None:
    """UTF-8. Nothing but its own script may run and nothing be loaded."""
    outlines, images = Outlines(FACES), SvgImages(options.images)
    boards = [
        _board(picture, index, outlines, images, check) for index, picture in enumerate(pictures)
    ]
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{_text(pictures[0].language)}">',
        *_head(options.title or pictures[0].title),
        '<body class="listless">',
        *_bar(options.title or pictures[0].title, pictures),
        '<svg class="shared" aria-hidden="true"><defs>',
        *outlines.definitions(),
        *images.definitions(),
        "</defs></svg>",
        "<main>",
        *(line for board in boards for line in board),
        "</main>",
        f"<script>{_script()}</script>",
        "</body>",
        "</html>",
        "",
    ]
    stream.write("\n".join(lines).encode("utf-8"))


def part_name(board: int, part: int) -> str:
    """The id of the element that draws a part."""
    return f"b{board}p{part}"


def _head(title: str) -> Iterator[str]:
    allowed = (
        f"default-src 'none'; img-src data:; style-src '{_digest(_style())}';"
        f" script-src '{_digest(_script())}'; base-uri 'none'; form-action 'none'"
    )
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{allowed}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="generator" content="canvasapp">'
    yield f"<title>{_text(title)}</title>"
    yield f"<style>{_style()}</style>"
    yield "</head>"


def _bar(title: str, pictures: Sequence[Picture]) -> Iterator[str]:
    yield "<header>"
    if len(pictures) == 1:
        yield f"<h1>{_text(title)}</h1>"
    yield '<div role="tablist" aria-label="Boards">'
    for index, picture in enumerate(pictures if len(pictures) > 1 else ()):
        yield (
            f'<button role="tab" id="t{index}" aria-controls="b{index}"'
            f' aria-selected="{"false" if index else "true"}">{_text(picture.title)}</button>'
        )
    yield "</div>"
    yield '<output id="found" for="seek"></output>'
    yield '<input id="seek" type="search" placeholder="Search (/)" aria-label="Search the notes">'
    yield '<button id="farther" aria-label="Zoom out">−</button>'
    yield '<button id="closer" aria-label="Zoom in">+</button>'
    yield '<button id="whole">Whole sheet</button>'
    yield '<button id="list" aria-pressed="false">List</button>'
    yield "</header>"


def _board(
    picture: Picture, index: int, outlines: Outlines, images: SvgImages, check: Check
) -> list[str]:
    names = {id(part): part_name(index, at) for at, part in enumerate(picture.parts)}
    width, height = number(picture.width), number(picture.height)
    return [
        f'<section class="board" id="b{index}" role="tabpanel" aria-label="{_text(picture.title)}">',
        f'<svg class="sheet" viewBox="0 0 {width} {height}" {_SHEET}><g>',
        *_drawn(picture.parts, names, outlines, images, check),
        "</g></svg>",
        f'<div class="text" lang="{_text(picture.language)}">',
        *as_list(picture, names),
        "</div>",
        "</section>",
    ]


def _drawn(
    parts: Sequence[Part],
    names: dict[int, str],
    outlines: Outlines,
    images: SvgImages,
    check: Check,
) -> Iterator[str]:
    for part in parts:
        check()
        yield from drawn_part(part, outlines, images, names[id(part)])


def _style() -> str:
    return _read(resource("page", "page.css"))


def _script() -> str:
    return _read(resource("page", "page.js"))


def _read(file: Path) -> str:
    """With the ends of lines that browsers make of any."""
    return file.read_text("utf-8").replace("\r\n", "\n")


def _digest(content: str) -> str:
    """As a Content Security Policy names what may run (CSP 3, 2.3.1)."""
    digest = hashlib.sha256(content.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"


def _text(text: str) -> str:
    return escape(FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text))
