"""Prints the canvases that there are, to be read by people or, as JSON, by programs."""

from __future__ import annotations

from collections.abc import Iterable

from canvasapp.cli.terminal import table, write, write_json
from canvasapp.domain.template import Template


def show_templates(templates: Iterable[Template], *, as_json: bool) -> None:
    if as_json:
        write_json([_template_json(each) for each in templates])
    else:
        write(table([(each.id, each.name, each.summary) for each in templates]))


def _template_json(template: Template) -> dict[str, object]:
    return {
        "id": template.id,
        "name": template.name,
        "version": template.version,
        "summary": template.summary,
        "blocks": [
            {
                "id": block.id,
                "number": block.number,
                "title": block.title,
                "questions": [
                    {"id": each.id, "perspective": each.perspective, "text": each.text}
                    for each in block.questions
                ],
            }
            for block in template.blocks_in_order()
        ],
    }
