"""What to look at before one prints, as a list that unfolds: a press on a note leads to it on the board."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from canvasapp.controls.control import Control
from canvasapp.controls.icons import IN_BUTTON, IN_TEXT, draw_icon
from canvasapp.controls.layouts import column, empty, row
from canvasapp.controls.letters import BODY, COUNT, ROW, SMALL, SMALL_LABEL, STRONG
from canvasapp.controls.look import Look, ink2
from canvasapp.controls.rows import step_through
from canvasapp.controls.words import Paragraph, Words
from canvasapp.panels.paper.advice import Advice, Point

PADDING, TEXT = 8, 28
POINT = 28
MOST = 30
"""So many points of one piece of advice are shown; the others are counted."""


class AdviceRow(Control):
    """An icon, what is so and what that means."""

    def __init__(self, look: Look, advice: Advice) -> None:
        super().__init__(look, f"{advice.title}. {advice.detail}")
        self.advice, self.unfolded = advice, False
        self._leads = bool(advice.points or advice.panel)
        if not self._leads:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return sum(each.height for each in self._lines(width)) + 2 * PADDING

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(self.width(), 200)))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.look.theme
        with QPainter(self) as painter:
            if self._leads:
                self.paint_ground(painter)
            draw_icon(painter, self.advice.icon, 4, PADDING + 2, IN_BUTTON, theme.ink)
            title, detail = self._lines(self.width())
            title.draw(painter, TEXT, PADDING, theme.ink)
            detail.draw(painter, TEXT, PADDING + title.height, theme.ink2)
            if self._leads:
                sign = "chevron-down" if self.unfolded else "chevron-right"
                draw_icon(painter, sign, self.width() - 18, PADDING + 3, IN_TEXT, theme.ink2)

    def _lines(self, width: int) -> tuple[Paragraph, Paragraph]:
        room = max(width - TEXT - 24, 1)
        title = Paragraph(self.advice.title, self.look, STRONG, room)
        return title, Paragraph(self.advice.detail, self.look, SMALL, room, 3)


class PointRow(Control):
    """What a piece of advice is about, and by how much."""

    def __init__(self, look: Look, point: Point) -> None:
        super().__init__(look, f"{point.said}, {point.figure}")
        self.point = point
        self.setFixedHeight(POINT)
        self.setEnabled(bool(point.note))
        if point.note:
            self.explain("Show it on the board")

    def cut_words(self) -> str:
        return self.point.said if self._words(0).is_cut else ""

    def sizeHint(self) -> QSize:
        return QSize(120, POINT)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, y = self.look.theme, (POINT - ROW.line) / 2
        with QPainter(self) as painter:
            self.paint_ground(painter)
            figure = Paragraph(self.point.figure, self.look, COUNT)
            figure.draw(painter, self.width() - figure.width - PADDING, y, theme.ink2)
            self._words(figure.width).draw(painter, TEXT, y, theme.ink)

    def _words(self, taken: float) -> Paragraph:
        room = max(self.width() - TEXT - taken - 2 * PADDING, 1)
        return Paragraph(self.point.said, self.look, ROW, room, 1)


class BeforeList(QWidget):
    """`note_asked` has the id of a note, `panel_asked` that of a panel where something is dealt with."""

    note_asked = Signal(str)
    panel_asked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: tuple[Advice, ...] = ()
        self._unfolded: set[str] = set()
        self.rows: list[AdviceRow | PointRow] = []
        self._count = Words(look, "", COUNT, ink2, most=1)
        heading = row(Words(look, "Before you print", SMALL_LABEL, ink2), None, self._count)
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 4, 0, 0)
        self._list.setSpacing(0)
        self.setLayout(column(heading, self._list))

    def show_advice(self, advice: Sequence[Advice]) -> None:
        if tuple(advice) != self._shown:
            self._shown = tuple(advice)
            self._fill()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        stops = [each for each in self.rows if each.focusPolicy() and each.isEnabled()]
        if not step_through(stops, event):
            super().keyPressEvent(event)

    def _fill(self) -> None:
        empty(self._list)
        self.rows = []
        self._count.say(str(len(self._shown)) if self._shown else "")
        for each in self._shown:
            self._add(each)
        if not self._shown:
            self._list.addWidget(Words(self._look, "Nothing stands in the way.", BODY, ink2))

    def _add(self, advice: Advice) -> None:
        added = AdviceRow(self._look, advice)
        added.unfolded = advice.icon in self._unfolded
        added.clicked.connect(partial(self._press, advice))
        self._list.addWidget(added)
        self.rows.append(added)
        for point in advice.points[:MOST] if added.unfolded else ():
            shown = PointRow(self._look, point)
            shown.clicked.connect(partial(self._lead, point.note))
            self._list.addWidget(shown)
            self.rows.append(shown)
        if added.unfolded and len(advice.points) > MOST:
            rest = Words(self._look, f"and {len(advice.points) - MOST} more", SMALL, ink2)
            self._list.addLayout(row(TEXT, rest))

    def _press(self, advice: Advice, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  # as Qt tells
        if advice.panel:
            self.panel_asked.emit(advice.panel)
        elif advice.points:
            self._unfolded ^= {advice.icon}
            self._fill()
            again = next(e for e in self.rows if isinstance(e, AdviceRow) and e.advice is advice)
            again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lead(self, note: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  # as Qt tells
        self.note_asked.emit(note)
