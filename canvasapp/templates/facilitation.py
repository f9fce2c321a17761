"""Reads how sessions are facilitated from its data file: cycles inside the parts of an agenda, tools, checklists."""

from __future__ import annotations

from pathlib import Path

from canvasapp.domain.agenda import (
    FOR_ANY,
    FOR_BLOCKS,
    Checklist,
    ChecklistItem,
    CycleStep,
    Facilitation,
)
from canvasapp.domain.session import Asks, Wall
from canvasapp.domain.template import Perspective
from canvasapp.resources import resource
from canvasapp.templates.reader import FORMAT, Fields, Reader, read_file, refuse_twins

MOST_CYCLES = 40
MOST_CYCLE_STEPS = 20
MOST_TOOLS = 100
MOST_ITEMS = 100
ALL = 100
"""What the shares of a cycle make together, in per cent."""

_STEP = ("id", "title", "share", "hint", "wall", "needs")
_OF_STEP = ("lens", "asks", "hides")


def load_facilitation(path: Path | None = None) -> Facilitation:
    """The facilitation of a data file (None: that of the program). Raises TemplateError."""
    given = read_file(path or resource("facilitation.json"))
    top = given.fields(("format", "cycles", "tools", "checklists"))
    top["format"].whole(1, FORMAT)
    tools = _tools(top["tools"])
    cycles = _cycles(top["cycles"], tools)
    return Facilitation(cycles, tools, _checklists(top["checklists"]))


def _tools(reader: Reader) -> dict[str, str]:
    names = tuple(reader.value) if isinstance(reader.value, dict) else ()
    given = reader.fields((), names[:MOST_TOOLS])
    return {
        Reader(reader.file, reader.place, name).identifier(): given[name].text(500)
        for name in names
    }


def _cycles(reader: Reader, tools: dict[str, str]) -> dict[str, tuple[CycleStep, ...]]:
    opened = [each.fields(("for", "steps")) for each in reader.items(MOST_CYCLES, least=2)]
    refuse_twins((each["for"], each["for"].identifier()) for each in opened)
    cycles = {each["for"].identifier(): _steps(each["steps"], tools) for each in opened}
    for needed in (FOR_BLOCKS, FOR_ANY):
        if needed not in cycles:
            reader.refuse(f"has no cycle for {needed!r}", "Add it")
    for each in opened:
        if each["for"].identifier() not in (FOR_BLOCKS, FOR_ANY, *tools):
            each["for"].refuse("is no tool", f"Write a tool, {FOR_BLOCKS} or {FOR_ANY}")
    return cycles


def _steps(reader: Reader, tools: dict[str, str]) -> tuple[CycleStep, ...]:
    opened = [each.fields(_STEP, _OF_STEP) for each in reader.items(MOST_CYCLE_STEPS, least=1)]
    refuse_twins((each["id"], each["id"].identifier()) for each in opened)
    steps = tuple(_step(each, tools) for each in opened)
    shares = sum(each.share for each in steps)
    if shares != ALL:
        reader.refuse(f"takes {shares} per cent", f"Give its steps {ALL} per cent together")
    return steps


def _step(given: Fields, tools: dict[str, str]) -> CycleStep:
    lens, asks = given.get("lens"), given.get("asks")
    for each in given["needs"].items(MOST_TOOLS):
        if each.identifier() not in tools:
            each.refuse(f"is {each.value!r}, which is no tool", "Write the name of a tool")
    return CycleStep(
        id=given["id"].identifier(),
        title=given["title"].text(60) if given["title"].value != "" else "",
        share=given["share"].whole(1, ALL),
        hint=given["hint"].text(500),
        wall=given["wall"].choice(Wall),
        lens=lens.choice(Perspective) if lens else None,
        asks=asks.choice(Asks) if asks else Asks.NOTHING,
        hides=_hides(given),
        needs=given["needs"].identifiers(MOST_TOOLS),
    )


def _hides(given: Fields) -> bool:
    reader = given.get("hides")
    if reader is None:
        return False
    if not isinstance(reader.value, bool):
        reader.refuse("is neither true nor false", "Write one of them, or leave it out")
    return reader.value


def _checklists(reader: Reader) -> tuple[Checklist, ...]:
    opened = [each.fields(("id", "title", "items")) for each in reader.items(20)]
    refuse_twins((each["id"], each["id"].identifier()) for each in opened)
    items = [
        [item.fields(("id", "when", "what")) for item in each["items"].items(MOST_ITEMS, least=1)]
        for each in opened
    ]
    refuse_twins((item["id"], item["id"].identifier()) for each in items for item in each)
    return tuple(
        Checklist(
            each["id"].identifier(),
            each["title"].text(60),
            tuple(_item(item) for item in its),
        )
        for each, its in zip(opened, items, strict=True)
    )


def _item(given: Fields) -> ChecklistItem:
    return ChecklistItem(given["id"].identifier(), given["when"].text(60), given["what"].text(500))
