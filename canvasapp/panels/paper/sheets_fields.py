"""How a poster is cut into smaller sheets: on which paper, at what size, and what comes with them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from canvasapp.controls.layouts import column, holding, row
from canvasapp.export import PrintOrder, Tiles
from canvasapp.panels.paper.choosing import Form, labelled

WHOLE = "whole"
OF_PRINTERS = ("A4", "A3", "A2", "A1", "letter", "legal", "tabloid")
OVERLAPS = (0, 5, 10, 15, 20, 30)
AS_IT_IS, FITTED = "as-it-is", "fitted"
SCALES = ((AS_IT_IS, "At 100 %"), (FITTED, "Fit to sheets"))
MOST_FITTED = 12
"""So many columns or rows of sheets are offered; the command line takes any number."""
FIRST_FIT = 3, 3

Order = Form[PrintOrder]


def sheet_fields(form: Order) -> QWidget:
    """Whole, or on which smaller sheets; those at the size of the poster, or the poster fitted to some of them."""
    sheets = ((WHOLE, "In one piece"), *((each, f"On {each}") for each in OF_PRINTERS))
    paper = form.drop_down(
        "Sheets", sheets, lambda o: o.tiles.paper if o.tiles else WHOLE, _with_sheets
    )
    overlap = form.drop_down(
        "Overlap",
        tuple((str(each), f"Overlap {each} mm") for each in OVERLAPS),
        lambda o: f"{o.tiles.overlap:g}" if o.tiles else "",
        lambda o, said: _with_tiles(o, overlap=float(said)),
    )
    form.shown_if(overlap, is_cut)
    scale = form.shown_if(_scale_fields(form), is_cut)
    return holding(column(labelled(form.look, "Sheets", paper, overlap), scale))


def cut_fields(form: Order) -> list[QWidget]:
    """What comes with sheets that are put together."""
    plan = form.check(
        "Assembly map",
        lambda o: o.tiles is not None and o.tiles.assembly_map,
        lambda o, is_so: _with_tiles(o, assembly_map=is_so),
    )
    skip = form.check(
        "Skip empty sheets",
        lambda o: o.tiles is not None and o.tiles.skip_empty,
        lambda o, is_so: _with_tiles(o, skip_empty=is_so),
    )
    return [form.shown_if(each, is_cut) for each in (plan, skip)]


def is_cut(order: PrintOrder) -> bool:
    return order.tiles is not None


def _scale_fields(form: Order) -> QWidget:
    scale = form.segment(
        "Scale",
        SCALES,
        lambda o: AS_IT_IS if _fit(o) is None else FITTED,
        lambda o, said: _with_tiles(o, fit=FIRST_FIT if said == FITTED else None),
    )
    across = form.drop_down(
        "Sheets across",
        _counts("across"),
        lambda o: str((_fit(o) or FIRST_FIT)[0]),
        lambda o, said: _with_tiles(o, fit=(int(said), (_fit(o) or FIRST_FIT)[1])),
    )
    down = form.drop_down(
        "Sheets down",
        _counts("down"),
        lambda o: str((_fit(o) or FIRST_FIT)[1]),
        lambda o, said: _with_tiles(o, fit=((_fit(o) or FIRST_FIT)[0], int(said))),
    )
    most = row(gap=8)
    most.addWidget(across, 1)
    most.addWidget(down, 1)
    fitted = form.shown_if(holding(most), lambda order: _fit(order) is not None)
    return holding(column(12, labelled(form.look, "Scale", scale), 8, fitted))


def _counts(way: str) -> tuple[tuple[str, str], ...]:
    return tuple((str(n), f"{n} {way}") for n in range(1, MOST_FITTED + 1))


def _fit(order: PrintOrder) -> tuple[int, int] | None:
    return order.tiles.fit if order.tiles is not None else None


def _with_sheets(order: PrintOrder, chosen: str) -> PrintOrder:
    """Sheets that are cut have neither bleed nor marks of a print shop."""
    if chosen == WHOLE:
        return replace(order, tiles=None)
    tiles = replace(order.tiles or Tiles(), paper=chosen)
    return replace(order, tiles=tiles, bleed=0.0, marks=False)


def _with_tiles(order: PrintOrder, **changes: Any) -> PrintOrder:  # noqa: ANN401  # fields of Tiles
    return replace(order, tiles=replace(order.tiles or Tiles(), **changes))
