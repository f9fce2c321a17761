"""A canvas of two blocks as its data file holds it, and ways to change a value anywhere in such a file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from canvasapp.domain.records import OwnCanvas, canvas_key
from canvasapp.templates import told_canvas

Json = Any
"""What a JSON file holds."""

GONE = object()
"""Put somewhere: what was there is taken out."""


def small_file(canvas_id: str = "sixth") -> dict[str, Json]:
    """A valid canvas of two blocks: `left` split into rows, `right` into columns."""
    return {
        "format": 1,
        "id": canvas_id,
        "key": "SIX",
        "version": 1,
        "language": "en",
        "name": "Sixth Canvas",
        "short_name": "Sixth",
        "tagline": "Two blocks",
        "summary": "Two blocks are enough.",
        "when_to_use": "In a test.",
        "participants": "Nobody",
        "attribution": "Nobody's canvas",
        "source": "Nowhere",
        "licence_caution": "None",
        "sheet": {
            "width": 1000,
            "height": 700,
            "margin": 10,
            "gutter": 2,
            "header_percent": 10,
            "footer_percent": 5,
            "title_strip_percent": 5,
            "type_scale": {
                "canvas_title": 100,
                "subtitle": 40,
                "block_title": 30,
                "block_number": 30,
                "purpose": 20,
                "questions": 16,
                "note_min": 18,
                "note_default": 20,
                "footer": 16,
            },
        },
        "registers": ["decision"],
        "checks": [],
        "blocks": [
            _block("left", 1, {"x": 0, "y": 10, "w": 40, "h": 85}, "rows"),
            _block("right", 2, {"x": 40, "y": 10, "w": 60, "h": 85}, "columns"),
        ],
        "agenda": [_step(20), _step(60, "left"), _step(40, "right")],
    }


def own_canvas(content: Json | None = None) -> OwnCanvas:
    """The small canvas, or another one, as a workshop's own."""
    file = told_canvas(json.dumps(content or small_file()))
    return OwnCanvas(canvas_key(file.template.id, file.template.version), file)


def _block(block_id: str, number: int, rect: dict[str, Json], split: str) -> dict[str, Json]:
    return {
        "id": block_id,
        "number": number,
        "title": block_id.title(),
        "purpose": "To be tested.",
        "rect": rect,
        "split": split,
        "sublanes": [{"id": "kind", "title": "Kind"}],
        "questions": [
            {"id": "our-1", "perspective": "our", "origin": "derived", "text": "What is so?"},
            {"id": "customer-1", "perspective": "customer", "origin": "derived", "text": "And?"},
        ],
        "examples": [
            {"perspective": "our", "party": "telecom", "question": "our-1", "text": "An example"},
            {"perspective": "customer", "party": "customer", "question": None, "text": "Another"},
        ],
        "registers": ["benefit"],
        "feeds": [],
    }


def _step(minutes: int, *blocks: str) -> dict[str, Json]:
    title = " and ".join(blocks) or "Welcome"
    return {
        "minutes": minutes,
        "title": title,
        "blocks": list(blocks),
        "facilitator": "Speaks",
        "needs": ["timer"],
    }


def written(folder: Path, content: Json, name: str = "canvas.json") -> Path:
    """The file in `folder` that holds this JSON, or these bytes as they are."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    return path


def keys_of(place: str) -> list[str | int]:
    """The keys and indexes of a place such as `blocks[0].rect.w`."""
    return [int(part) if part.isdigit() else part for part in re.findall(r"\w+", place)]


def put(content: Json, keys: list[str | int], value: Json) -> None:
    """Sets the value at a place of `content`, or takes it out when the value is GONE."""
    *above, last = keys
    for key in above:
        content = content[key]
    if value is GONE:
        del content[last]
    elif isinstance(content, list) and last == len(content):
        content.append(value)
    else:
        content[last] = value


def places(content: Json, above: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The keys of every value below the top."""
    inner = content.items() if isinstance(content, dict) else []
    for key, value in enumerate(content) if isinstance(content, list) else inner:
        yield (*above, key)
        yield from places(value, (*above, key))
