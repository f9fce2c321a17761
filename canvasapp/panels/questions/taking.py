"""What happens to notes in the hand over the questions: dragged there from the board, or carried away from them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtWidgets import QWidget

from canvasapp.controls.look import Look
from canvasapp.domain.change import Edit
from canvasapp.edits.answering import lay_back
from canvasapp.panels.questions.carrying import Carried
from canvasapp.panels.questions.question import QuestionBox
from canvasapp.view.board_view import BoardView


class Questions(Protocol):
    """What is needed of the panel, which is a widget besides."""

    def answer(self, ids: Sequence[str], question: str) -> None: ...
    def boxes(self) -> Iterator[QuestionBox]: ...
    def is_beside(self, screen: QPoint) -> bool: ...
    def come_up(self) -> None: ...
    def isVisible(self) -> bool: ...  # Qt's name
    def window(self) -> QWidget: ...


class Taking:
    """Takes notes that are let go over a question as answers to it; over the board they lie there again."""

    def __init__(
        self, panel: Questions, look: Look, view: BoardView, perform: Callable[[Edit], object]
    ) -> None:
        self._panel, self._view, self._perform = panel, view, perform
        self._carried = Carried(look)

    def offer(self, at: QPointF, ids: Sequence[str]) -> bool:
        """Whether the panel lies there; beside its questions the notes stay as they were. `at` in px of the board."""
        screen = self._view.mapToGlobal(at.toPoint())
        is_here = self._panel.is_beside(screen)
        if is_here and not self._panel.isVisible():
            self._panel.come_up()
        self._show(screen)
        if is_here:
            self._carried.show(self._panel.window(), self._view.board, ids[0], screen)
        else:
            self._carried.hide()
        return is_here

    def take(self, at: QPointF, ids: Sequence[str]) -> None:
        self._answer(self._show(self._view.mapToGlobal(at.toPoint())), ids)

    def withdraw(self) -> None:
        self._carried.hide()
        for each in self._panel.boxes():
            each.show_offer(offered=False)

    def carry(self, note_id: str, at: QPoint) -> None:
        """A card of the panel is in the hand; `at` on the screen."""
        self._show(at)
        self._carried.show(self._panel.window(), self._view.board, note_id, at)

    def let_go(self, note_id: str, at: QPoint) -> None:
        box = self._show(at)
        self.withdraw()
        there = self._view.mapFromGlobal(at)
        if box is not None:
            self._answer(box, [note_id])
        elif self._is_over_board(at):
            place = self._view.bench.viewpoint.camera.to_sheet(there.x(), there.y())
            self._perform(lay_back(self._view.board, note_id, place))

    def _answer(self, box: QuestionBox | None, ids: Sequence[str]) -> None:
        if box is not None:
            self._panel.answer(ids, box.question.id)

    def _show(self, screen: QPoint) -> QuestionBox | None:
        """The question there, which is marked."""
        found = None
        for box in self._panel.boxes() if self._panel.isVisible() else ():
            here = box.visibleRegion().contains(box.mapFromGlobal(screen))
            box.show_offer(offered=here)
            found = box if here else found
        return found

    def _is_over_board(self, screen: QPoint) -> bool:
        """And over nothing that lies on it."""
        window = self._panel.window()
        return window.childAt(window.mapFromGlobal(screen)) is self._view
