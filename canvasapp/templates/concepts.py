"""Reads which concept lives in which block of which canvas (docs/template-format.md)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from canvasapp.domain.template import Template
from canvasapp.resources import resource
from canvasapp.templates.reader import FORMAT, Reader, read_file, refuse_twins

MOST_CONCEPTS = 60


@dataclass(frozen=True, slots=True)
class Concept:
    """What several canvases speak of; `blocks` has the ids of its blocks by the id of the canvas."""

    id: str
    title: str
    blocks: Mapping[str, tuple[str, ...]]


def load_concepts(
    path: Path | None = None, templates: Mapping[str, Template] | None = None
) -> tuple[Concept, ...]:
    """The concepts of a data file (None: those of the program), in its order.

    With `templates`, each canvas and block is one of theirs. Raises TemplateError.
    """
    given = read_file(path or resource("concepts.json")).fields(("format", "concepts"))
    given["format"].whole(1, FORMAT)
    opened = [
        each.fields(("id", "title", "blocks")) for each in given["concepts"].items(MOST_CONCEPTS, 1)
    ]
    refuse_twins((each["id"], each["id"].identifier()) for each in opened)
    return tuple(
        Concept(each["id"].identifier(), each["title"].text(60), _blocks(each["blocks"], templates))
        for each in opened
    )


def kindred_blocks(
    concepts: Iterable[Concept], template: str, block: str, other: str
) -> tuple[str, ...]:
    """The blocks of the canvas `other` in which a block's concepts live too, each once."""
    found = (
        each
        for concept in concepts
        if block in concept.blocks.get(template, ())
        for each in concept.blocks.get(other, ())
    )
    return tuple(dict.fromkeys(found))


def _blocks(reader: Reader, templates: Mapping[str, Template] | None) -> dict[str, tuple[str, ...]]:
    named = reader.value if isinstance(reader.value, dict) else {}
    given = reader.fields((), named if templates is None else templates)
    blocks = {canvas: given[canvas].identifiers(60) for canvas in named}
    for canvas, template in (templates or {}).items():
        strangers = set(blocks.get(canvas, ())) - {block.id for block in template.blocks}
        if strangers:
            fault = f"names {min(strangers)!r}, which is no block of {canvas}"
            given[canvas].refuse(fault, "Write the ids of its blocks")
    return blocks
