"""Where the two views part: what is seen from one side only, notes that disagree and open questions, in one list."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from canvasapp.controls.buttons import Button
from canvasapp.controls.control import Control
from canvasapp.controls.icons import IN_BUTTON, draw_icon
from canvasapp.controls.layouts import column, empty, holding, row
from canvasapp.controls.letters import BODY, CHIP, COUNT, FIGURE, LABEL, PANEL_TITLE, SMALL, Letters
from canvasapp.controls.look import Look, ink, ink2
from canvasapp.controls.painting import CONTROL_RADIUS, mark, rounded
from canvasapp.controls.rows import step_through
from canvasapp.controls.surface import Rule, Scroll, Surface
from canvasapp.controls.words import Paragraph, Words
from canvasapp.domain.board import Board
from canvasapp.domain.gaps import Gaps, gaps_of
from canvasapp.domain.markup import plain_text
from canvasapp.domain.template import Perspective
from canvasapp.panels.surroundings import Surroundings
from canvasapp.picture.gap_page import MISSING, said_of
from canvasapp.view.lens import Lens

MARGIN = 8
FOOT = 56
WORDS_X, END = 38, 34
PADDING = 8
LINE_GAP = 2
MARK, MARK_GAP = 8, 8
DISC = 9
EMPTY = "Empty note"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a row: its words, and the sign before them."""

    words: str
    letters: Letters = BODY
    view: Perspective | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A row as a value: a block's number or a pair's letter at its head."""

    lead: str
    lines: tuple[Line, ...]
    is_pair: bool = False
    stands_out: bool = False


class GapRow(Control):
    """Press it to go there."""

    def __init__(self, look: Look, entry: Entry) -> None:
        said = " – ".join(line.words for line in entry.lines)
        super().__init__(look, f"{entry.lead}: {said}")
        self._entry = entry
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        return QSize(360, self.heightForWidth(360))

    def heightForWidth(self, width: int) -> int:
        heights = [said.height for _, said in self._paragraphs(width)]
        return sum(heights) + LINE_GAP * (len(heights) - 1) + 2 * PADDING

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            theme = self.look.theme
            ground = self.ground() or (theme.gap_soft if self._entry.stands_out else None)
            edge = theme.gap if self._entry.stands_out and theme.plain_paper else None
            rounded(painter, QRectF(self.rect()), CONTROL_RADIUS, ground, edge)
            self._paint_lead(painter)
            y = PADDING
            for line, said in self._paragraphs(self.width()):
                x = WORDS_X
                if line.view is not None:
                    mark(painter, line.view, x, y + line.letters.line / 2, MARK, theme)
                    x += MARK + MARK_GAP
                tone = theme.ink2 if line.letters is SMALL else theme.ink
                said.draw(painter, x, y, tone)
                y += said.height + LINE_GAP
            middle = (self.height() - IN_BUTTON) / 2
            draw_icon(painter, "chevron-right", self.width() - 26, middle, IN_BUTTON, theme.ink2)

    def _paint_lead(self, painter: QPainter) -> None:
        theme = self.look.theme
        if not self._entry.is_pair:
            Paragraph(self._entry.lead, self.look, COUNT).draw(
                painter, PADDING, PADDING + 2, theme.ink2
            )
            return
        disc = QRectF(PADDING - 1, PADDING + 1, 2 * DISC, 2 * DISC)
        rounded(painter, disc, DISC, theme.gap)
        painter.setFont(self.look.font(CHIP))
        painter.setPen(QColor(theme.on_accent))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, self._entry.lead)

    def _paragraphs(self, width: int) -> Iterator[tuple[Line, Paragraph]]:
        for line in self._entry.lines:
            indent = MARK + MARK_GAP if line.view is not None else 0
            room = max(width - WORDS_X - indent - END, 1)
            yield line, Paragraph(line.words, self.look, line.letters, room, 3)


class Figures(QWidget):
    """How much of one view is answered."""

    def __init__(self, look: Look, view: Perspective) -> None:
        super().__init__()
        self._look, self._view = look, view
        self._figure, self._of = "", ""
        self.setFixedHeight(FIGURE.line + SMALL.line + 20)

    def say(self, answered: int, asked: int) -> None:
        self._figure, self._of = str(answered), f"of {asked} answered"
        self.setAccessibleName(f"{self._figure} {self._of}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            theme, x = self._look.theme, 16 + MARK + MARK_GAP
            mark(painter, self._view, 16, 10 + FIGURE.line / 2, 9, theme)
            Paragraph(self._figure, self._look, FIGURE).draw(painter, x, 10, theme.ink)
            Paragraph(self._of, self._look, SMALL).draw(painter, x, 10 + FIGURE.line, theme.ink2)


class GapsPanel(QWidget):
    """Arrows go from row to row. Going to a gap shows both views, so that it can be closed there."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._look, self._view, self._guide = around.look, around.view, around.guide
        self._gaps: Gaps | None = None
        self.rows: list[GapRow] = []
        self._said = Words(self._look, "", BODY, ink2)
        self._remark = Words(self._look, "", SMALL, ink2, most=1)
        self._figures = {each: Figures(self._look, each) for each in Perspective}
        self._list = column(margins=(MARGIN, 0, MARGIN, MARGIN))
        layout = column(self._head(), Rule(self._look), self._both(), Rule(self._look))
        layout.addWidget(Scroll(holding(self._list)), 1)
        layout.addWidget(self._foot())
        self.setLayout(layout)

    def show_board(self, board: Board) -> None:
        gaps = gaps_of(board)
        if gaps == self._gaps:
            return
        self._gaps = gaps
        self._said.say(said_of(gaps))
        for view, tally in gaps.tallies.items():
            self._figures[view].say(tally.answered, tally.asked)
        answered = sum(each.answered for each in gaps.tallies.values())
        asked = sum(each.asked for each in gaps.tallies.values())
        self._remark.say(f"{answered} of {asked} answered")
        self._fill(gaps)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not step_through(self.rows, event):
            super().keyPressEvent(event)

    def _head(self) -> QWidget:
        name = Words(self._look, "Gap lens", BODY, ink2, most=1)
        title = Words(self._look, "Where the two views part", PANEL_TITLE, ink)
        return holding(column(name, 4, title, 4, self._said, margins=(16, 12, 16, 12)))

    def _both(self) -> QWidget:
        """The figures of both sides."""
        both = row()
        ours, customers = self._figures.values()
        both.addWidget(ours, 1)
        both.addWidget(Rule(self._look, upright=True))
        both.addWidget(customers, 1)
        return holding(both)

    def _foot(self) -> QWidget:
        button = Button(self._look, "Print gap page", icon="printer")
        button.explain("Write board and list as a PDF of one page")
        button.clicked.connect(self._guide.print_gaps)
        foot = Surface(self._look, Qt.Edge.TopEdge)
        foot.setFixedHeight(FOOT)
        foot.setLayout(row(self._remark, None, button, gap=8, margins=(16, 1, 16, 0)))
        return foot

    def _fill(self, gaps: Gaps) -> None:
        empty(self._list)
        self.rows = []
        self._add_one_sided(gaps)
        self._add_pairs(gaps)
        self._add_open(gaps)
        self._list.addStretch(1)

    def _add_one_sided(self, gaps: Gaps) -> None:
        self._add_heading("Seen from one side only", len(gaps.one_sided))
        for each in gaps.one_sided:
            block = each.block
            lines = Line(block.title, LABEL), Line(MISSING[each.missing].capitalize(), SMALL)
            entry = Entry(str(block.number), lines, stands_out=True)
            self._add(entry, partial(self._go_to_block, block.id))

    def _add_pairs(self, gaps: Gaps) -> None:
        self._add_heading("Notes that disagree", len(gaps.pairs))
        for pair in gaps.pairs:
            both = pair.first, pair.second
            lines = tuple(Line(plain_text(n.text) or EMPTY, view=n.perspective) for n in both)
            ids = [note.id for note in both]
            self._add(Entry(pair.letter, lines, is_pair=True), partial(self._view.select, ids))

    def _add_open(self, gaps: Gaps) -> None:
        self._add_heading("Open questions", len(gaps.open))
        for block, question in gaps.open:
            lines = Line(question.text, LABEL), Line(block.title, SMALL, question.perspective)
            about = f"{block.id}/{question.id}"
            self._add(Entry(str(block.number), lines), partial(self._ask, about))

    def _add_heading(self, words: str, count: int) -> None:
        """Over a part of the list; none over an empty one."""
        if count:
            if self.rows:
                self._list.addSpacing(8)
                self._list.addWidget(Rule(self._look))
            heading = Words(self._look, words, BODY, ink2, most=1)
            figure = Words(self._look, str(count), COUNT, ink2, most=1)
            self._list.addWidget(holding(row(heading, None, figure, margins=(8, 10, 8, 4))))

    def _add(self, entry: Entry, go: Callable[[], object]) -> None:
        added = GapRow(self._look, entry)
        added.clicked.connect(lambda _=False: go())
        self.rows.append(added)
        self._list.addWidget(added)

    def _go_to_block(self, block_id: str) -> None:
        self._show_both()
        self._view.zoom_to_block(block_id)

    def _ask(self, about: str) -> None:
        """The question where it is answered."""
        self._show_both()
        self._guide.show_panel("questions", about)

    def _show_both(self) -> None:
        self._view.bench.lenses.show(Lens.BOTH)
