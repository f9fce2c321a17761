"""What a session says the wall shows: its mode, block, view, questions, time left, results and break."""

from __future__ import annotations

from dataclasses import replace

from canvasapp.domain.board import Workshop
from canvasapp.domain.session import Asks, PlanStep, Wall
from canvasapp.domain.voting import results, rounds_in_order
from canvasapp.facilitation.asking import visible_questions
from canvasapp.picture.wall_state import Result, WallMode, WallState

MODES = {
    Wall.FOLLOW: WallMode.FOLLOW,
    Wall.STAY: WallMode.STAY,
    Wall.WHOLE: WallMode.CANVAS,
    Wall.BLOCK: WallMode.BLOCK,
    Wall.COMPARE: WallMode.COMPARE,
    Wall.RESULTS: WallMode.RESULTS,
    Wall.BREAK: WallMode.BREAK,
}
WALLS = {mode: wall for wall, mode in MODES.items()}


def on_wall(
    state: WallState,
    workshop: Workshop,
    board_id: str,
    wall: Wall,
    block: str | None,
    step: PlanStep | None,
) -> WallState:
    """The state with what the wall shall show of a board in a step; what is lit, kept and blank is left as it is."""
    mode, board = MODES[wall], workshop.boards[board_id]
    own = step if step is not None and step.block == block and mode.shows_block else None
    asks = own is not None and own.asks is not Asks.NOTHING
    questions = visible_questions(board, own) if own is not None and asks else ()
    return replace(
        state,
        mode=mode,
        block=block,
        perspective=own.lens if own is not None and mode is WallMode.BLOCK else None,
        questions=tuple(each.id for each in questions) if own is not None else None,
        results=shown_results(workshop, board_id) if mode is WallMode.RESULTS else (),
        pause=step.title if step is not None and mode is WallMode.BREAK else "",
    )


def shown_results(workshop: Workshop, board_id: str) -> tuple[Result, ...]:
    """Those of the latest round of the board, once they are no secret any more."""
    rounds = [each for each in rounds_in_order(workshop.boards[board_id]) if each.shown]
    if not rounds:
        return ()
    return tuple(Result(e.rank, e.note.id, e.dots) for e in results(workshop, rounds[-1]))
