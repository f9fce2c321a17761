"""What can be done with a round: the menu of the votes panel."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from canvasapp.controls.menus import Menu
from canvasapp.domain.assumptions import ASSUMPTION
from canvasapp.domain.session import VoteRound, Wall
from canvasapp.domain.voting import results, rounds_in_order, winners
from canvasapp.edits.sessions import show_on_wall
from canvasapp.edits.voting import TOP, remove_vote, reopen_vote, send_to_matrix, sort_by_votes
from canvasapp.panels.surroundings import Surroundings
from canvasapp.view.tools.vote import VOTE


def fill_round_menu(
    menu: Menu, around: Surroundings, vote: VoteRound | None, show: Callable[[str], object]
) -> None:
    """`show` is told the id of another round."""
    for each in rounds_in_order(around.view.board):
        entry = menu.add_name(f"{each.number}  {each.title}")
        entry.setCheckable(True)
        entry.setChecked(vote is not None and each.id == vote.id)
        entry.triggered.connect(lambda _=False, id_=each.id: show(id_))
    if vote is None:
        return
    menu.addSeparator()
    if vote.shown:
        menu.addAction("Sort the notes by votes", partial(_sort, around, vote))
        menu.addAction("Send the winners to the assumptions", partial(_send, around, vote))
        if around.journal.workshop.session is not None:
            menu.addAction("Show the results on the wall", partial(_show_on_wall, around))
        menu.addSeparator()
    if not vote.is_open:
        menu.addAction("Open the vote again", partial(_open, around, vote))
    menu.addAction("Remove the vote", partial(_remove, around, vote))


def _sort(around: Surroundings, vote: VoteRound) -> None:
    """All notes in the lanes of those that have dots."""
    board, workshop = around.view.board, around.journal.workshop
    voted = [each.note for each in results(workshop, vote) if each.note.board == board.id]
    lanes = {(note.block, note.perspective) for note in voted if note.block}
    ids = [n.id for n in board.notes.values() if (n.block, n.perspective) in lanes]
    around.guide.perform(sort_by_votes(board, ids, vote.id))


def _send(around: Surroundings, vote: VoteRound) -> None:
    workshop, register = around.journal.workshop, around.registers[ASSUMPTION]
    count = len(winners(results(workshop, vote), TOP))
    around.guide.perform(send_to_matrix(workshop, register, vote.board, vote.id))
    sent = "1 note is an assumption" if count == 1 else f"{count} notes are assumptions"
    around.guide.tell(f"{sent} of the matrix now")


def _show_on_wall(around: Surroundings) -> None:
    around.journal.follow(show_on_wall(around.journal.workshop, Wall.RESULTS))


def _open(around: Surroundings, vote: VoteRound) -> None:
    around.guide.perform(reopen_vote(around.view.board, vote.id))
    around.view.set_tool(VOTE.id)


def _remove(around: Surroundings, vote: VoteRound) -> None:
    around.guide.perform(remove_vote(around.view.board, vote.id))
    around.guide.tell(f"{vote.title} is removed: undo brings it back")
