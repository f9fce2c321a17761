"""The riskiest assumptions: important, with little evidence, and voted up."""

from __future__ import annotations

from canvasapp.domain.assumptions import ASSUMPTION, cell_of, is_risky
from canvasapp.domain.board import Workshop
from canvasapp.domain.entries import code_order
from canvasapp.domain.records import Entry
from canvasapp.edits.voting import VOTES


def riskiest(workshop: Workshop) -> list[Entry]:
    """The assumptions to be tested first: the most important, with the least evidence, with most dots before others."""
    found = [each for each in workshop.entries.values() if each.register == ASSUMPTION]
    return sorted((each for each in found if is_risky(cell_of(each))), key=_risk)


def _risk(entry: Entry) -> tuple[int, int, float, tuple[str, int]]:
    importance, evidence = cell_of(entry) or (0, 0)
    dots = entry.get(VOTES)
    given = dots if isinstance(dots, int | float) else 0
    return -importance, evidence, -given, code_order(entry.code)
