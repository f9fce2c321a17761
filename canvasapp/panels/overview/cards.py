"""The boards as cards: a drawing of each as it is now, and how far it has come; and those that are not there yet."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent

from canvasapp.controls.canvas_drawing import draw_board, draw_canvas
from canvasapp.controls.control import Control
from canvasapp.controls.icons import IN_BUTTON, draw_icon
from canvasapp.controls.letters import SMALL, STRONG
from canvasapp.controls.look import Look
from canvasapp.controls.painting import (
    CARD_RADIUS,
    CHOSEN_EDGE,
    CONTROL_RADIUS,
    edge_width,
    mark,
    rounded,
)
from canvasapp.controls.words import Paragraph
from canvasapp.domain.answers import Tally
from canvasapp.domain.board import Board
from canvasapp.domain.overview import BoardState
from canvasapp.domain.template import Perspective, Template

NARROWEST = 272
PADDING, INSET = 8, 16
DRAWING, DRAWING_PADDING = 168, 8
TITLE_TOP = PADDING + DRAWING + 12
TALLY_TOP = TITLE_TOP + STRONG.line + SMALL.line + 10
MARK, MARK_GAP = 8, 6
BAR, BAR_GAP = 4, 4
SAID_TOP = TALLY_TOP + SMALL.line + BAR_GAP + BAR + 10
SAID_LINES = 2
NO_BREAK = "\N{NO-BREAK SPACE}"
HEIGHT = SAID_TOP + SAID_LINES * SMALL.line + 14
SIDES = {Perspective.OUR: "our view", Perspective.CUSTOMER: "the customer’s view"}


def said_of(state: BoardState, findings: int | None) -> str:
    """What there is on a board besides answers; findings are left out while they are not known."""
    parts = ["1 note" if state.notes == 1 else f"{state.notes} notes"]
    if state.entries:
        parts.append(f"{state.complete} of {state.entries} entries complete")
    if state.contradictions:
        parts.append(_counted(state.contradictions, "contradiction"))
    if findings is not None:
        parts.append(_counted(findings, "finding") if findings else "no findings")
    return " · ".join(parts)


def _counted(count: int, noun: str) -> str:
    return f"1 {noun}" if count == 1 else f"{count} {noun}s"


class BoardCard(Control):
    """Press it to open the board."""

    radius = CARD_RADIUS

    def __init__(self, look: Look, board: Board, state: BoardState) -> None:
        super().__init__(look, board.head.title)
        self.setCheckable(True)
        self.show_board(board, state, None, current=False)

    def nextCheckState(self) -> None:
        """Checked is the one that is in the window."""

    def show_board(
        self, board: Board, state: BoardState, findings: int | None, *, current: bool
    ) -> None:
        self.board, self._state, self._said = board, state, said_of(state, findings)
        self.setChecked(current)
        sides = (
            f"{SIDES[each]}: {tally.answered} of {tally.asked} questions answered"
            for each, tally in state.tallies.items()
        )
        self.setAccessibleName(f"Open {state.title}")
        self.setAccessibleDescription(". ".join((state.canvas, *sides, self._said)))
        self.update()

    def cut_words(self) -> str:
        return self._state.title if self._title().is_cut else ""

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            theme = self.look.theme
            edge = theme.line2 if self.underMouse() else theme.line
            width = edge_width(theme, hovered=self.underMouse())
            if self.isChecked():
                edge, width = theme.accent, CHOSEN_EDGE
            ground = theme.press if self.isDown() else theme.raised
            rounded(painter, QRectF(self.rect()), CARD_RADIUS, ground, edge, width=width)
            draw_board(painter, self.board, drawing_frame(self, painter), self.look)
            self._draw_words(painter)
            room = (self.width() - 3 * INSET) / 2
            for place, (view, tally) in enumerate(self._state.tallies.items()):
                self._draw_tally(painter, view, tally, INSET + place * (room + INSET), room)

    def _draw_words(self, painter: QPainter) -> None:
        theme, width = self.look.theme, self.width() - 2 * INSET
        self._title().draw(painter, INSET, TITLE_TOP, theme.ink)
        canvas = Paragraph(self._state.canvas, self.look, SMALL, width, 1)
        canvas.draw(painter, INSET, TITLE_TOP + STRONG.line, theme.ink2)
        figures = self._said.replace(" ", NO_BREAK).replace(f"·{NO_BREAK}", "· ")
        said = Paragraph(figures, self.look, SMALL, width, SAID_LINES)
        said.draw(painter, INSET, SAID_TOP, theme.ink2)

    def _draw_tally(
        self, painter: QPainter, view: Perspective, tally: Tally, x: float, room: float
    ) -> None:
        """How much of a view is answered, in words and as a bar."""
        theme = self.look.theme
        mark(painter, view, x, TALLY_TOP + SMALL.line / 2, MARK, theme)
        words = f"{tally.answered} of {tally.asked} answered"
        said = Paragraph(words, self.look, SMALL, room - MARK - MARK_GAP, 1)
        said.draw(painter, x + MARK + MARK_GAP, TALLY_TOP, theme.ink2)
        bar = QRectF(x, TALLY_TOP + SMALL.line + BAR_GAP, room, BAR)
        rounded(painter, bar, BAR / 2, theme.press)
        if tally.answered:
            bar.setWidth(max(room * tally.share, BAR))
            rounded(painter, bar, BAR / 2, theme.view(view).ink)

    def _title(self) -> Paragraph:
        return Paragraph(self._state.title, self.look, STRONG, self.width() - 2 * INSET, 1)


class NewBoardCard(Control):
    """A canvas of which the workshop has no board. Press it to make one."""

    radius = CARD_RADIUS

    def __init__(self, look: Look, template: Template) -> None:
        super().__init__(look, f"New board: {template.name}")
        self.template = template
        self.setAccessibleDescription(template.summary)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            theme, width = self.look.theme, self.width() - 2 * INSET
            edge = theme.ink3 if self.underMouse() else theme.line2
            whole = QRectF(self.rect())
            rounded(painter, whole, CARD_RADIUS, self.ground(), edge, dashed=True)
            draw_canvas(painter, self.template, drawing_frame(self, painter), self.look)
            draw_icon(painter, "plus", INSET - 2, TITLE_TOP + 2, IN_BUTTON, theme.ink2)
            x = INSET + IN_BUTTON + 4
            title = Paragraph(self.template.short_name, self.look, STRONG, width - x + INSET, 1)
            title.draw(painter, x, TITLE_TOP, theme.ink)
            summary = Paragraph(self.template.summary, self.look, SMALL, width, 3)
            summary.draw(painter, INSET, TITLE_TOP + STRONG.line + 4, theme.ink2)


def drawing_frame(card: Control, painter: QPainter) -> QRectF:
    """Paints the desk at a card's head, and gives the room for a drawing on it."""
    frame = QRectF(PADDING, PADDING, card.width() - 2 * PADDING, DRAWING)
    rounded(painter, frame, CONTROL_RADIUS, card.look.theme.desk)
    inset = DRAWING_PADDING
    return frame.adjusted(inset, inset, -inset, -inset)
