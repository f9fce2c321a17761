"""What the panel shows, as a value: the findings by severity and block, and those that are left as they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from canvasapp.checks import Finding
from canvasapp.domain.board import Board
from canvasapp.domain.check import Severity

WHOLE_BOARD = "The whole board"
NOUNS = {
    Severity.ERROR: ("error", "errors"),
    Severity.WARNING: ("warning", "warnings"),
    Severity.INFO: ("hint", "hints"),
}

Place = tuple[Severity, str | None]
"""Under which headings a finding stands: its severity, and its block (None: the whole board)."""


@dataclass(frozen=True, slots=True)
class Ignored:
    """A finding that is left as it is, and why."""

    finding: Finding
    reason: str


@dataclass(frozen=True, slots=True)
class OfBlock:
    """The findings of one severity on one block."""

    place: Place
    title: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """The findings that are open, in the order they are gone through, and the ignored ones."""

    open: tuple[OfBlock, ...]
    ignored: tuple[Ignored, ...]

    def count(self, severity: Severity) -> int:
        return sum(len(each.findings) for each in self.open if each.place[0] is severity)

    @property
    def summary(self) -> str:
        """How many there are, in words."""
        counts = [counted(self.count(each), *NOUNS[each]) for each in Severity if self.count(each)]
        return ", ".join(counts)


def listed(board: Board, findings: Sequence[Finding]) -> Listed:
    """`findings` as they come from the checks, some edits ago perhaps; what is ignored is asked of the board now."""
    reasons = {(each.check, each.about): each.reason for each in board.waivers.values()}
    ignored = [(each, reasons.get((each.check, each.about))) for each in findings]
    still_open = (finding for finding, reason in ignored if reason is None)
    return Listed(
        open=tuple(_by_block(board, still_open)),
        ignored=tuple(Ignored(each, reason) for each, reason in ignored if reason is not None),
    )


def counted(count: int, one: str, many: str) -> str:
    return f"1 {one}" if count == 1 else f"{count} {many}"


def _by_block(board: Board, findings: Iterable[Finding]) -> Iterator[OfBlock]:
    titles = {block.id: f"{block.number}  {block.title}" for block in board.template.blocks}
    for place, found in groupby(findings, key=lambda each: (each.severity, each.block)):
        yield OfBlock(place, titles.get(place[1] or "", WHOLE_BOARD), tuple(found))
