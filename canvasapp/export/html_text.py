"""What stands on a sheet as headings and lists, each item leading to what draws it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

from canvasapp.export.reading import Section, as_text
from canvasapp.export.svg import FORBIDDEN
from canvasapp.picture.shapes import Kind, Part, Picture

_DEEPEST = 4


def as_list(picture: Picture, names: Mapping[int, str]) -> Iterator[str]:
    """Lines of HTML. `names` gives the id of the element that draws a part, by the part's `id()`."""
    yield from _section(as_text(picture), 2, names)


def _section(section: Section, level: int, names: Mapping[int, str]) -> Iterator[str]:
    tag = f"h{min(level, _DEEPEST)}"
    if section.heading is not None:
        yield f"<{tag}>{_link(section.heading, names)}</{tag}>"
    items = [each for each in section.content if isinstance(each, Part) and each.label]
    if items:
        yield "<ul>"
        yield from (_item(part, names) for part in items)
        yield "</ul>"
    for each in section.content:
        if isinstance(each, Section):
            yield from _section(each, level + 1, names)


def _item(part: Part, names: Mapping[int, str]) -> str:
    is_note = part.kind in (Kind.NOTE, Kind.HEADING, Kind.IMAGE)
    of = f' data-of="{names[id(part)]}"' if is_note else ""
    return f"<li{of}>{_link(part, names)}</li>"


def _link(part: Part, names: Mapping[int, str]) -> str:
    label = escape(FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", part.label))
    return f'<a href="#{names[id(part)]}">{label}</a>'
