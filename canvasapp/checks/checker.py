"""The findings of a board; after an edit only what the edit touches is looked at again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from canvasapp.checks.finding import Finding, Poster, Spot
from canvasapp.checks.given import Given
from canvasapp.checks.parts import NOWHERE, Key, Parts, parts_of
from canvasapp.checks.predicates import PREDICATES
from canvasapp.checks.rules import has_blocks_of
from canvasapp.checks.sight import Sight
from canvasapp.checks.wording import message
from canvasapp.domain.board import Board, Workshop
from canvasapp.domain.check import Check, Severity
from canvasapp.domain.records import Waiver
from canvasapp.domain.register import Register
from canvasapp.domain.template import Template

Asked = tuple[str, str | None]
"""A check, and where it was asked: a block (NOWHERE: off the blocks), or None for the whole board."""

_GRAVITY = {severity: place for place, severity in enumerate(Severity)}


def _go_on() -> None:
    """Between two questions there is nothing to wait for."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What one check found, and the parts of the workshop that this depends on."""

    seen: Mapping[Key, object]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Checked:
    """A board with what was found on it. A value: it may be made in one thread and read in others.

    `findings` are in order of severity, then of the facilitation, those on no block last; ignored ones carry their
    waiver. `answers` are by check and, of one that is asked block by block, the block; they are without waivers.
    """

    parts: Parts
    findings: tuple[Finding, ...]
    answers: Mapping[Asked, Answer]

    @property
    def board(self) -> Board:
        return self.parts.board

    @property
    def open(self) -> tuple[Finding, ...]:
        """The findings that are not ignored."""
        return tuple(finding for finding in self.findings if finding.waiver is None)

    @property
    def pressing(self) -> tuple[Finding, ...]:
        """The open ones that are no hints; none while the board is empty, which everybody sees."""
        open_ones = self.open if self.board.notes else ()
        return tuple(each for each in open_ones if each.severity is not Severity.INFO)


@dataclass(frozen=True, slots=True, eq=False)
class Checker:
    """The rules: checks and registers by id. A board is held to the checks that its canvas names and that are here."""

    checks: Mapping[str, Check]
    registers: Mapping[str, Register]

    def check(
        self,
        workshop: Workshop,
        board_id: str,
        before: Checked | None = None,
        poster: Poster | None = None,
        between: Callable[[], None] = _go_on,
    ) -> Checked:
        """What is found on a board of `workshop`. Raises KeyError when there is no such board.

        `before` is an earlier answer about the same board, from this checker: a check that would see the same again is
        not asked, and findings that are as they were are the same objects. Without a `poster`, checks that speak of the
        printed sheet are silent. `between` is called before each of the questions to checks, over a hundred: it may
        wait, or raise to call the check off.
        """
        board = workshop.boards[board_id]
        known = before if before and before.board.template is board.template else None
        parts = parts_of(workshop, board, self.registers, poster, known.parts if known else None)
        answers = {}
        for check, block in self._asked(board.template):
            between()
            answers[check.id, block] = self._answer(check, block, parts, known)
        return Checked(parts, _in_order(answers, board, known), answers)

    def of(self, template: Template) -> Iterator[Check]:
        """The checks of a canvas, in its order, without those that speak of blocks which it does not have."""
        known = (self.checks[each] for each in template.checks if each in self.checks)
        return (check for check in known if has_blocks_of(check, template))

    def _asked(self, template: Template) -> Iterator[tuple[Check, str | None]]:
        """Each check, and where it is asked."""
        return ((check, block) for check in self.of(template) for block in _places(check, template))

    def _answer(
        self, check: Check, block: str | None, parts: Parts, before: Checked | None
    ) -> Answer:
        known = before.answers.get((check.id, block)) if before else None
        if known and all(parts.get(key) is part for key, part in known.seen.items()):
            return known
        sight = Sight(parts, self.registers, block)
        spots = PREDICATES[check.predicate].find(sight, Given(check.parameters))
        found = tuple(_finding(check, spot, sight) for spot in spots)
        if known and known.findings == found:
            found = known.findings
        return Answer(sight.seen, found)


def _places(check: Check, template: Template) -> Sequence[str | None]:
    """Where a check is asked: on the whole board at once, or in each block and off the blocks."""
    if not PREDICATES[check.predicate].by_block:
        return (None,)
    return [*(block.id for block in template.blocks), NOWHERE]


def _finding(check: Check, spot: Spot, sight: Sight) -> Finding:
    of_rows = (row.note for row in spot.rows if row.note)
    return Finding(
        check=check.id,
        severity=spot.severity or check.severity,
        message=message(check, spot, sight),
        about=spot.about,
        block=spot.block,
        notes=tuple(dict.fromkeys([*(note.id for note in spot.notes), *of_rows])),
        entries=tuple(row.id for row in spot.rows),
    )


def _in_order(
    answers: Mapping[Asked, Answer], board: Board, known: Checked | None
) -> tuple[Finding, ...]:
    """All findings with their waivers, sorted; the very tuple of before when nothing differs."""
    order = {block.id: place for place, block in enumerate(board.template.blocks_in_order())}
    waivers = {(waiver.check, waiver.about): waiver for waiver in board.waivers.values()}
    found = [
        _waived(finding, waivers.get((finding.check, finding.about)))
        for answer in answers.values()
        for finding in answer.findings
    ]
    found.sort(key=lambda each: (_GRAVITY[each.severity], order.get(each.block or "", len(order))))
    if known is None:
        return tuple(found)
    same = {finding: finding for finding in known.findings}
    kept = tuple(same.get(finding, finding) for finding in found)
    return known.findings if kept == known.findings else kept


def _waived(finding: Finding, waiver: Waiver | None) -> Finding:
    return replace(finding, waiver=waiver) if waiver else finding
