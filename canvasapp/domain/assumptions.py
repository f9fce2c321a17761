"""Assumptions: where they lie between importance and evidence, which are the riskiest, and what their test lacks."""

from __future__ import annotations

from canvasapp.domain.records import Entry

ASSUMPTION = "assumption"
IMPORTANCE, EVIDENCE = "importance", "evidence_strength"
TEST = ("test", "owner", "due")

Cell = tuple[int, int]
"""Importance and evidence."""

LEAST_IMPORTANCE, MOST_EVIDENCE = 4, 1
"""From this importance on, with so much evidence at most, an assumption is among the riskiest."""


def cell_of(entry: Entry) -> Cell | None:
    """Where the assumption lies; None while one of the two is not said."""
    importance, evidence = entry.get(IMPORTANCE), entry.get(EVIDENCE)
    if isinstance(importance, int | float) and isinstance(evidence, int | float):
        return int(importance), int(evidence)
    return None


def is_risky(cell: Cell | None) -> bool:
    """Whether what lies there is to be tested first."""
    return cell is not None and cell[0] >= LEAST_IMPORTANCE and cell[1] <= MOST_EVIDENCE


def lacking(entry: Entry) -> tuple[str, ...]:
    """The fields that a riskiest assumption needs for its test and does not have; none of any other."""
    if not is_risky(cell_of(entry)):
        return ()
    return tuple(field for field in TEST if entry.get(field) is None)
