"""The panel: one head over the pages of boards, of concepts and of what is brought over."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from canvasapp.checks import Checked
from canvasapp.controls.layouts import column
from canvasapp.controls.room_head import RoomHead
from canvasapp.controls.segment import Segment
from canvasapp.controls.surface import Surface
from canvasapp.domain.board import Board, Workshop
from canvasapp.domain.change import Edit
from canvasapp.domain.check import Check
from canvasapp.domain.records import new_id
from canvasapp.edits.boards import new_board
from canvasapp.panels.overview.boards import BoardsPage
from canvasapp.panels.overview.bring_page import BringPage
from canvasapp.panels.overview.concepts import ConceptsPage
from canvasapp.panels.overview.flows import BoardBlock, concept_map
from canvasapp.panels.overview.ways import arriving
from canvasapp.panels.surroundings import Surroundings

BOARDS, CONCEPTS, BRING = "boards", "concepts", "bring"
PAGES = ((BOARDS, "Boards"), (CONCEPTS, "Concepts"), (BRING, "Bring over"))


class OverviewPanel(QWidget):
    """Stands in the place of the board. What a board was found to lack is told while it is as it was then."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around, self._journal = around, around.journal
        self._checked: dict[str, Checked] = {}
        look = around.look
        self.turn = Segment(look, "Overview", PAGES, BOARDS)
        self.turn.keep_words()
        self.head = RoomHead(look, "Overview", self.turn)
        self.boards = BoardsPage(look, around.registers)
        self.concepts = ConceptsPage(look)
        self.bring = BringPage(look, around.concepts, around.view.bench.images)
        self._pages: dict[str, BoardsPage | ConceptsPage | BringPage] = {
            BOARDS: self.boards,
            CONCEPTS: self.concepts,
            BRING: self.bring,
        }
        self._stack = QStackedWidget()
        for page in self._pages.values():
            self._stack.addWidget(page)
        ground, layout = Surface(look), column(self.head)
        layout.addWidget(self._stack, 1)
        ground.setLayout(layout)
        self.setLayout(column(ground))
        self._listen()

    def show_board(self, board: Board) -> None:
        workshop = self._journal.workshop
        match self.turn.value:
            case "concepts":
                self._show_concepts(workshop)
            case "bring":
                self.bring.show_workshop(workshop, self._here)
                self.head.say("")
            case _:
                self._show_boards(workshop, board)

    def show_findings(self, checked: Checked | None, checks: Mapping[str, Check]) -> None:
        if checked is not None:
            self._checked[checked.board.id] = checked
        if self.isVisible():
            self.show_board(self._around.view.board)

    def speak_of(self, about: str) -> None:
        """A page; what is brought over begins with the block that somebody works in and the notes selected there."""
        if about in self._pages:
            if about == BRING:
                self.bring.ask(self._here, self._around.view.selected_ids)
            self.turn.show_chosen(about)
            self._turn(about)
            self._pages[about].take_keyboard()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.show_board(self._around.view.board)
        self._pages[self.turn.value].take_keyboard()

    @property
    def _here(self) -> BoardBlock:
        """The block of the first selected note, or the one that somebody works in, or the first one."""
        board = self._around.view.board
        selected = [board.notes.get(each) for each in self._around.view.selected_ids]
        lying = [note.block for note in selected if note is not None and note.block is not None]
        first = board.template.blocks_in_order()[0].id
        return BoardBlock(board.id, next(iter(lying), self._around.view.current_block or first))

    def _show_boards(self, workshop: Workshop, board: Board) -> None:
        findings = {
            each: len(checked.pressing)
            for each, checked in self._checked.items()
            if checked.board is workshop.boards.get(each)
        }
        self.boards.show_workshop(workshop, board.id, findings)
        notes = sum(len(each.notes) for each in workshop.boards.values())
        boards = len(workshop.boards)
        said = "1 board" if boards == 1 else f"{boards} boards"
        self.head.say(f"{said} · {'1 note' if notes == 1 else f'{notes} notes'}")

    def _show_concepts(self, workshop: Workshop) -> None:
        shown = concept_map(workshop, self._around.concepts)
        self.concepts.show_map(shown)
        blocks = "1 block waits" if shown.waiting == 1 else f"{shown.waiting} blocks wait"
        said = [f"{blocks} for what others say already"] if shown.waiting else []
        self.head.say(" · ".join([*said, "Each block feeds those to its right"]))

    def _turn(self, page: str) -> None:
        self._stack.setCurrentWidget(self._pages[page])
        self.show_board(self._around.view.board)

    def _listen(self) -> None:
        self.head.left.connect(self._around.guide.leave_panel)
        self.turn.chosen.connect(self._turn)
        self.boards.opened.connect(self._around.guide.show_board)
        self.boards.made.connect(self._make_board)
        self.concepts.asked.connect(self._go_to)
        self.concepts.bring_asked.connect(self._bring_from)
        self.bring.asked.connect(self._go_to)
        self.bring.brought.connect(self._bring)

    def _go_to(self, there: BoardBlock) -> None:
        self._around.guide.show_board(there.board)
        self._around.view.zoom_to_block(there.block)

    def _make_board(self, template_id: str) -> None:
        board_id = new_id()
        self._around.guide.perform(
            new_board(self._journal.workshop, template_id, board_id=board_id)
        )
        if board_id in self._journal.workshop.boards:
            self._around.guide.show_board(board_id)

    def _bring_from(self, block: BoardBlock) -> None:
        self.bring.ask(block)
        self.turn.show_chosen(BRING)
        self._turn(BRING)
        self.bring.take_keyboard()

    def _bring(self, edit: Edit, target: BoardBlock) -> None:
        self._around.guide.perform(edit)
        board = self._journal.workshop.boards[target.board]
        arrived = arriving(edit, target.board)
        if not arrived <= board.notes.keys():
            return  # what kept them away has been told
        notes = "1 note is" if len(arrived) == 1 else f"{len(arrived)} notes are"
        title = board.template.block(target.block).title
        self._around.guide.tell(f"{notes} in {title} on {board.head.title} now")
        self.show_board(self._around.view.board)
        self.bring.take_keyboard()
