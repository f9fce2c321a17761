"""Plans for what is left as it is, with a reason: questions set aside, findings of checks waived."""

from __future__ import annotations

from dataclasses import replace

from canvasapp.domain.board import Board
from canvasapp.domain.change import Change, Edit
from canvasapp.domain.errors import ExpectedError
from canvasapp.domain.records import SetAside, Waiver, new_id
from canvasapp.edits.wording import clean_text

LONGEST_REASON = 1_000
"""In characters."""


class UnfitReasonError(ExpectedError):
    """There is no reason, or one that is too long."""


def set_question_aside(board: Board, block: str, question: str, reason: str) -> Edit:
    """The question of a block as one that is not to be answered on this board, or with another reason.

    Raises UnfitReasonError and TextTooLongError.
    """
    asked = any(b.id == block and q.id == question for b, q in board.template.questions())
    if not asked:
        return Edit("Set question aside", ())
    old = _set_aside(board, block, question)
    new = SetAside(old.id if old else new_id(), board.id, block, question, _reason(reason))
    return Edit("Set question aside", (Change(old, new),) if new != old else ())


def take_question_up(board: Board, block: str, question: str) -> Edit:
    """The question as one to be answered again."""
    old = _set_aside(board, block, question)
    return Edit("Take question up again", (Change(old, None),) if old else ())


def waive(board: Board, check: str, about: str, reason: str) -> Edit:
    """The finding of a check left as it is, or with another reason. Raises UnfitReasonError and TextTooLongError."""
    old = _waiver(board, check, about)
    if old is None:
        new = Waiver(new_id(), board.id, check, about, _reason(reason))
    else:
        new = replace(old, reason=_reason(reason))
    return Edit("Ignore finding", (Change(old, new),) if new != old else ())


def unwaive(board: Board, check: str, about: str) -> Edit:
    """The finding shown again."""
    old = _waiver(board, check, about)
    return Edit("Show finding again", (Change(old, None),) if old else ())


def _set_aside(board: Board, block: str, question: str) -> SetAside | None:
    known = board.set_aside.values()
    return next((e for e in known if (e.block, e.question) == (block, question)), None)


def _waiver(board: Board, check: str, about: str) -> Waiver | None:
    known = board.waivers.values()
    return next((e for e in known if (e.check, e.about) == (check, about)), None)


def _reason(given: str) -> str:
    """The reason on one line."""
    reason = " ".join(clean_text(given).split())
    if not reason:
        raise UnfitReasonError("Write a reason, so that others understand it later.")
    if len(reason) > LONGEST_REASON:
        raise UnfitReasonError(
            f"The reason has {len(reason):,} characters and takes at most {LONGEST_REASON:,}: shorten it."
        )
    return reason
