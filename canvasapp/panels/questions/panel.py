"""The block under discussion: what is asked, what is answered, and the way to the next open question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from canvasapp.controls.buttons import Button, IconButton
from canvasapp.controls.control import Control
from canvasapp.controls.icons import IN_BUTTON
from canvasapp.controls.layouts import column, empty, holding, row
from canvasapp.controls.letters import BODY, PANEL_TITLE, SMALL
from canvasapp.controls.look import ink, ink2
from canvasapp.controls.menus import Menu
from canvasapp.controls.surface import Rule, Scroll, Surface
from canvasapp.controls.words import Words
from canvasapp.domain.answers import next_open
from canvasapp.domain.board import Board
from canvasapp.domain.change import Edit
from canvasapp.domain.covering import covers, has_moved
from canvasapp.domain.template import Block, Perspective
from canvasapp.edits.answering import answer_with
from canvasapp.edits.aside import set_question_aside, take_question_up
from canvasapp.edits.notes import set_question
from canvasapp.panels.questions.answered import Page, page_of
from canvasapp.panels.questions.column import SideColumn
from canvasapp.panels.questions.note_menu import offer_questions
from canvasapp.panels.questions.question import QuestionBox
from canvasapp.panels.questions.taking import Taking
from canvasapp.panels.surroundings import Surroundings

FOOT = 56
NEXT = "Next open question"
CROWDED = "There is too little room in the lane: notes lie over others now"
ALL_ANSWERED = "Every question of the board has an answer"


class QuestionsPanel(QWidget):
    """Follows the current block of the board."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        look, view = around.look, around.view
        self._look, self._guide, self._view = look, around.guide, view
        self._page: Page | None = None
        self.sides: list[SideColumn] = []
        self._place = Words(look, "", BODY, ink2, most=1)
        self._title = Words(look, "", PANEL_TITLE, ink)
        self._purpose = Words(look, "", BODY, ink2)
        self._remark = Words(look, "", SMALL, ink2, most=1)
        self._next = Button(look, NEXT, after="arrow-right")
        self._next.clicked.connect(self.go_to_next_open)
        self._columns = row()
        self._scroll = Scroll(holding(self._columns))
        layout = column(self._head(), Rule(look))
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self._foot())
        self.setLayout(layout)
        self._taking = Taking(self, look, view, self._perform)
        view.bench.stage.beyond.takers.append(self._taking)
        view.block_changed.connect(self._show_block)
        view.selection_changed.connect(self._mark_selected)

    def show_board(self, board: Board) -> None:
        self._show(page_of(board, self._block(board)))

    def speak_of(self, about: str) -> None:
        """Goes to a question, called by its block's id and its own with a slash between them."""
        block, _, question = about.rpartition("/")
        self._view.zoom_to_block(block)
        self._reveal(question)

    @property
    def block_id(self) -> str:
        """The block whose questions are shown."""
        return self._block(self._view.board).id

    def boxes(self) -> Iterator[QuestionBox]:
        """The questions that are in sight, at least in part."""
        for side in self.sides:
            yield from (box for box in side.boxes.values() if not box.visibleRegion().isEmpty())

    def is_beside(self, screen: QPoint) -> bool:
        """Whether a place on the screen lies in the room of this panel, though another one be shown there."""
        room = self.parentWidget()
        if room is None or not room.isVisible():
            return False
        return room.rect().contains(room.mapFromGlobal(screen))

    def come_up(self) -> None:
        """Notes are brought here: the questions are shown instead of another panel."""
        self._guide.show_panel("questions")

    def go_to_next_open(self) -> None:
        """To the next open question, whose button gets the keyboard."""
        board = self._view.board
        block = self._block(board)
        reached = [
            id_
            for side in self.sides
            for id_ in side.answer_buttons
            if side.answer_buttons[id_].hasFocus()
        ]
        after = block.question(reached[0]) if reached else None
        found = next_open(board, block, after)
        if found is None:
            return
        if found[0] != block:
            self._view.zoom_to_block(found[0].id)
        self._reveal(found[1].id)

    def menu_for(self, note_id: str) -> Menu:
        """Which question a listed note answers."""
        menu = Menu(self._look, parent=self, marked=True)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        board = self._view.board
        block = self._block(board)
        offer_questions(menu, block, board.note(note_id), partial(self._assign, note_id))
        return menu

    def _head(self) -> QWidget:
        before = IconButton(
            self._look, "chevron-up", "Block before", keys="PgUp", icon_size=IN_BUTTON
        )
        after = IconButton(
            self._look, "chevron-down", "Next block", keys="PgDown", icon_size=IN_BUTTON
        )
        before.clicked.connect(lambda: self._view.step_block(-1))
        after.clicked.connect(lambda: self._view.step_block(1))
        bar = row(self._place, None, before, after)
        words = column(self._title, 4, self._purpose, margins=(0, 0, 4, 0))
        return holding(column(bar, words, margins=(16, 12, 12, 12)))

    def _foot(self) -> QWidget:
        foot = Surface(self._look, Qt.Edge.TopEdge)
        foot.setFixedHeight(FOOT)
        foot.setLayout(row(self._remark, None, self._next, gap=8, margins=(16, 1, 16, 0)))
        return foot

    def _block(self, board: Board) -> Block:
        """The current block, or the first one while none is current."""
        current = self._view.current_block
        blocks = board.template.blocks_in_order()
        return next((block for block in blocks if block.id == current), blocks[0])

    def _show_block(self, block_id: str) -> None:
        self.show_board(self._view.board)

    def _show(self, page: Page) -> None:
        if page == self._page:
            return
        is_other = self._page is None or self._page.block != page.block
        self._page = page
        self._place.say(f"Block {page.place} of {page.blocks}")
        self._title.say(page.block.title)
        self._purpose.say(page.block.purpose)
        self._remark.say(page.remark)
        self._next.setEnabled(page.open_on_board > 0)
        self._next.explain(NEXT if page.open_on_board else ALL_ANSWERED, "Ctrl+J")
        held = self._held()
        self._fill(page)
        if is_other:
            self._scroll.verticalScrollBar().setValue(0)
        else:
            self._hold(held)

    def _held(self) -> str:
        """What the part of the columns is called that has the keyboard; they are about to be made anew."""
        focused = QApplication.focusWidget()
        return focused.accessibleName() if focused and self._scroll.isAncestorOf(focused) else ""

    def _hold(self, name: str) -> None:
        for part in self._scroll.findChildren(Control):
            if name and part.accessibleName() == name and not part.isHidden():
                part.setFocus(Qt.FocusReason.TabFocusReason)

    def _fill(self, page: Page) -> None:
        empty(self._columns)
        selected = frozenset(self._view.selected_ids)
        self.sides = [SideColumn(self._look, side, selected) for side in page.sides]
        for place, side in enumerate(self.sides):
            if place:
                self._columns.addWidget(Rule(self._look, upright=True))
            self._columns.addWidget(side, 1)
            self._wire(side, page.block.id, page.sides[place].perspective)

    def _wire(self, side: SideColumn, block: str, perspective: Perspective) -> None:
        view, taking = self._view, self._taking
        side.note_pressed.connect(lambda note_id: view.select([note_id]))
        side.answer_asked.connect(lambda asked: view.start_note(block, perspective, asked))
        side.menu_asked.connect(lambda note_id, at: self.menu_for(note_id).popup(at))
        side.selected_asked.connect(lambda asked: self.answer(view.selected_ids, asked))
        side.set_aside.connect(
            lambda asked, why: self._perform(set_question_aside(view.board, block, asked, why))
        )
        side.taken_up.connect(
            lambda asked: self._perform(take_question_up(view.board, block, asked))
        )
        side.carried.connect(taking.carry)
        side.let_go.connect(taking.let_go)
        side.put_back.connect(taking.withdraw)

    def _assign(self, note_id: str, question_id: str) -> None:
        if question_id:
            self.answer([note_id], question_id)
        else:
            self._perform(set_question(self._view.board, [note_id], None))

    def answer(self, ids: Sequence[str], question: str) -> None:
        """The notes answer a question of the block; says so when there is no bare room for them in its lane."""
        if not ids:
            self._guide.tell("Select notes on the board first")
            return
        edit = answer_with(self._view.board, ids, self.block_id, question)
        self._perform(edit)
        board = self._view.board
        came = {each.record.id for each in edit.changes if has_moved(each)} & board.notes.keys()
        if covers(board, came):
            self._guide.tell(CROWDED)

    def _perform(self, edit: Edit) -> None:
        if edit:
            self._guide.perform(edit)

    def _mark_selected(self) -> None:
        selected = set(self._view.selected_ids)
        for side in self.sides:
            for card in side.cards:
                card.show_selected(selected=card.note.id in selected)

    def _reveal(self, question_id: str) -> None:
        for side in self.sides:
            button = side.answer_buttons.get(question_id)
            if button is not None:
                button.setFocus(Qt.FocusReason.TabFocusReason)
                self._scroll.ensureWidgetVisible(button)
