"""What to look at before one prints: from the proof alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from canvasapp.domain.board import Board
from canvasapp.export.legibility import LEAST_DPI
from canvasapp.export.page import SAFE_MARGIN
from canvasapp.export.paper import INCH
from canvasapp.panels.paper.proof import FLOOR, Poster, Proof
from canvasapp.picture.shapes import Kind, Part

LAID = (Kind.NOTE, Kind.HEADING, Kind.IMAGE)
"""What people lay on the sheet."""
LONGEST = 60
"""Of what a note says, in characters."""


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that a piece of advice is about; `note` is the id of the note, "" for none."""

    said: str
    figure: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Advice:
    """`points` are what it is about, one by one; `panel` is where it is dealt with, "" for none."""

    icon: str
    title: str
    detail: str
    points: tuple[Point, ...] = ()
    panel: str = ""


def advice_on(proof: Proof) -> tuple[Advice, ...]:
    """The most pressing first."""
    found = (_small(proof), _covered(proof), _coarse(proof), _unsafe(proof), _missing(proof))
    return tuple(each for each in (*found, _open(proof), _ruler(proof)) if each is not None)


def _small(proof: Proof) -> Advice | None:
    found = {each.id: (p, each) for p in proof.posters for each in p.reading.small}
    if not found:
        return None
    points = tuple(
        Point(_short(each.label), f"{each.size * 72 / INCH:.0f} pt", _note(p.board, each.id))
        for p, each in found.values()
    )
    blocks = dict.fromkeys(name for p, each in found.values() for name in _block(p, each.id))
    texts = _counted(len(points), "note" if all(each.note for each in points) else "text")
    return Advice("type", f"{texts} below {FLOOR:.0f} pt", ", ".join(blocks), points)


def _covered(proof: Proof) -> Advice | None:
    """Questions that are printed among notes and lie under them."""
    points = tuple(
        Point(_short(question.label), _counted(len(over), "note"), over[0].id)
        for poster in proof.posters
        for question in _of_kinds(poster, Kind.QUESTION)
        if (over := [n for n in _of_kinds(poster, *LAID) if n.rect.meets(question.rect)])
    )
    title = f"{_counted(len(points), 'question')} under notes"
    return Advice("layers", title, "Their lanes are too full for both", points) if points else None


def _of_kinds(poster: Poster, *kinds: Kind) -> list[Part]:
    return [part for part in poster.picture.parts if part.kind in kinds]


def _coarse(proof: Proof) -> Advice | None:
    points = tuple(
        Point(_short(each.label), f"{each.dpi:.0f} dpi", _note(p.board, each.id))
        for p in proof.posters
        for each in p.reading.coarse
    )
    title = f"{_counted(len(points), 'image')} under {LEAST_DPI:.0f} dpi"
    return Advice("image", title, "Unsharp at this size", points) if points else None


def _unsafe(proof: Proof) -> Advice | None:
    if proof.order.tiles is not None:  # cut by hand, along marks
        return None
    points = tuple(
        Point(_short(each.label), _distance(each.distance), _note(p.board, each.id))
        for p in proof.posters
        for each in p.reading.unsafe
    )
    title = f"{_counted(len(points), 'text')} near the edge"
    detail = f"Within {SAFE_MARGIN:.0f} mm, where a cutter or printer may take it away"
    return Advice("triangle-alert", title, detail, points) if points else None


def _missing(proof: Proof) -> Advice | None:
    points = tuple(
        Point(each.name.capitalize() or "Character without a name", f"U+{each.code}", note)
        for each in proof.missing
        for note in each.notes[:1]
    )
    title = f"{_counted(len(points), 'character')} printed as code"
    return Advice("info", title, "No face that comes along has them", points) if points else None


def _open(proof: Proof) -> Advice | None:
    if not proof.open_questions:
        return None
    title = f"{_counted(proof.open_questions, 'question')} open"
    return Advice("circle-dashed", title, "Left out of this print", panel="questions")


def _ruler(proof: Proof) -> Advice | None:
    sheet = next((each for p in proof.posters if p.cut for each in p.sheets), None)
    if sheet is None:
        return None
    detail = f"Check the ruler on sheet {sheet.label}"
    return Advice("ruler", "Print at 100 %, not “fit to page”", detail)


def _block(poster: Poster, part_id: str) -> Iterator[str]:
    note = poster.board.notes.get(part_id)
    if note is not None and note.block is not None:
        yield poster.board.template.block(note.block).title


def _note(board: Board, part_id: str) -> str:
    return part_id if part_id in board.notes else ""


def _distance(mm: float) -> str:
    return f"{mm:.0f} mm" if mm >= 0 else "cut off"


def _counted(count: int, word: str) -> str:
    return f"1 {word}" if count == 1 else f"{count} {word}s"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…"
