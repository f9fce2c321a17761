"""The order in which the parts of a picture are read: the canvas as a text with headings."""

from __future__ import annotations

from dataclasses import dataclass, field

from canvasapp.domain.geometry import Point
from canvasapp.domain.reading import reading_order
from canvasapp.picture.shapes import Kind, Part, Picture


@dataclass(slots=True)
class Section:
    """A heading and what stands under it, in reading order. A sheet without a title has no heading."""

    heading: Part | None
    content: list[Part | Section] = field(default_factory=list)


def as_text(picture: Picture) -> Section:
    """Title and legend, then block by block its lanes with their questions and notes, then what lies elsewhere."""
    sheet = Section(None)
    notes: dict[int, tuple[Section, list[Part]]] = {}
    for part in picture.parts:
        section = _at(sheet, part.rect.centre)
        match part.kind:
            case Kind.TITLE:
                sheet.heading = part
            case Kind.BLOCK:
                sheet.content.append(Section(part))
            case Kind.LANE:
                section.content.append(Section(part))
            case Kind.NOTE | Kind.HEADING | Kind.IMAGE:
                notes.setdefault(id(section), (section, []))[1].append(part)
            case _:
                section.content.append(part)
    for section, parts in notes.values():
        section.content.extend(reading_order(parts))
    return sheet


def _at(section: Section, place: Point) -> Section:
    """The innermost section in which `place` lies."""
    for inner in section.content:
        if isinstance(inner, Section) and inner.heading and inner.heading.rect.contains(place):
            return _at(inner, place)
    return section
