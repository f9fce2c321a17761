"""The middle of the cockpit: the wall as the room sees it, what it shows, and the cards below."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from canvasapp.app.cockpit.cards import NextCard, NotesCard
from canvasapp.app.cockpit.conduct import Conduct
from canvasapp.app.cockpit.on_wall import WALLS
from canvasapp.app.wall.pane import WallPane
from canvasapp.controls.buttons import Button
from canvasapp.controls.layouts import row
from canvasapp.controls.look import Look
from canvasapp.controls.painting import FLOAT_RADIUS, rounded
from canvasapp.controls.segment import Segment
from canvasapp.controls.surface import Surface
from canvasapp.domain.session import Wall
from canvasapp.picture.wall_state import WallMode

MODES = (
    (Wall.FOLLOW, "Follow me", "What the editor shows"),
    (Wall.STAY, "Stay", "What the wall shows now, wherever the editor goes"),
    (Wall.WHOLE, "Whole canvas", "All blocks"),
    (Wall.BLOCK, "This block", "The block that is spoken of, in large letters"),
    (Wall.COMPARE, "Compare", "Both views of the block side by side"),
    (Wall.RESULTS, "Results", "What was voted"),
)
MARGIN, GAP, FRAME = 32, 16, 6
NARROW, NARROW_MARGIN = 700, 16
CARDS, LEAST_WALL = 224, 160
"""The least heights of the cards and of the wall, in px."""
SHAPE = 9 / 16
"""The height of a wall that there is not yet over its width."""


class Framed(QWidget):
    """The wall with a hairline around it."""

    def __init__(self, look: Look, pane: WallPane) -> None:
        super().__init__()
        self._look, self.pane = look, pane
        pane.setParent(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.pane.setGeometry(self.rect().adjusted(FRAME, FRAME, -FRAME, -FRAME))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            ground, edge = self.pane.state.theme.sheet, self._look.theme.line2
            rounded(painter, QRectF(self.rect()), FLOAT_RADIUS, ground, edge)


class Stage(Surface):
    """Places its parts itself: the wall keeps its shape, the cards take what is left."""

    def __init__(self, look: Look, conduct: Conduct) -> None:
        super().__init__(look, tone=lambda theme: theme.desk)
        self._conduct, self._presenting = conduct, conduct.presenting
        self._shape = SHAPE
        images = conduct.around.view.bench.images
        self.pane = WallPane(self._presenting.board, images)
        self.pane.reduced_motion = True  # it follows the wall, which does what moves
        self._frame = Framed(look, self.pane)
        options = [(wall.value, name) for wall, name, _ in MODES]
        self.modes = Segment(look, "On the wall", options, Wall.WHOLE.value)
        self.modes.keep_words()
        for place, (wall, _, what) in enumerate(MODES, start=1):
            self.modes.explain(wall.value, what, str(place))
        self.modes.chosen.connect(lambda value: conduct.show(Wall(value)))
        self.light = self._switch(
            "Light", "spotlight", "Lights the block, the others stand back", "S"
        )
        self.freeze = self._switch("Freeze", "pin", "The wall stays as it is", "F")
        self.blank = self._switch("Blank", "square", "The wall is black", "B")
        self.light.show_words(shown=False)
        self.light.clicked.connect(conduct.toggle_spotlight)
        self.freeze.clicked.connect(self._presenting.toggle_frozen)
        self.blank.clicked.connect(self._presenting.toggle_blank)
        self._bar = QWidget(self)
        self._bar.setLayout(row(self.modes, None, self.light, self.freeze, self.blank, gap=8))
        self.notes, self.next = NotesCard(look, conduct), NextCard(look, conduct)
        for part in (self._frame, self._bar, self.notes, self.next):
            part.setParent(self)
        images.came.connect(lambda _: self.pane.refresh())

    def refresh(self) -> None:
        state = self._presenting.state
        mode = WallMode.CANVAS if state.mode is WallMode.BREAK else state.mode
        self.modes.show_chosen(WALLS[mode].value if state.mode is not WallMode.BREAK else "")
        self.light.setChecked(state.lit is not None)
        self.freeze.setChecked(state.frozen)
        self.blank.setChecked(state.blank)
        self.show_wall()
        self.notes.refresh()
        self.next.refresh()

    def show_wall(self) -> None:
        """The same as on the wall."""
        before = self.pane.state.theme
        if self._shape != self._shape_of_wall():
            self._arrange()
        self.pane.show_state(self._presenting.seen, self._presenting.board)
        if self.pane.state.theme is not before:
            self._frame.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def _arrange(self) -> None:
        margin = NARROW_MARGIN if self.width() < NARROW else MARGIN
        width, top = self.width() - 2 * margin, min(margin, 24)
        bar, below = 32, self.height() - top - 32 - 2 * GAP - CARDS - margin
        self._shape = self._shape_of_wall()
        high = max(min(width * self._shape, below), LEAST_WALL)
        wide = min(round(high / self._shape), width)
        self._frame.setGeometry(margin + (width - wide) // 2, top, wide, round(high))
        y = top + round(high) + GAP
        self._arrange_bar(QRect(margin, y, width, bar))
        cards = QRect(margin, y + bar + GAP, width, self.height() - y - bar - GAP - margin)
        half = (cards.width() - GAP) // 2
        self.notes.setGeometry(cards.x(), cards.y(), half, cards.height())
        self.next.setGeometry(cards.x() + half + GAP, cards.y(), half, cards.height())

    def _shape_of_wall(self) -> float:
        """The height of the wall over its width."""
        wall = self._presenting.wall
        return wall.height() / wall.width() if wall is not None else SHAPE

    def _arrange_bar(self, place: QRect) -> None:
        """Switches lose their words where there is no room for all."""
        switches = (self.light, self.freeze, self.blank)
        for each in switches[1:]:
            each.show_words(shown=True)
        asked = sum(each.sizeHint().width() + 8 for each in switches)
        room = place.width() - self.modes.minimumSizeHint().width() - asked
        for each in switches[1:]:
            each.show_words(shown=room >= 0)
        self._bar.setGeometry(place)

    def _switch(self, name: str, icon: str, what: str, keys: str) -> Button:
        made = Button(self.look, name, icon=icon)
        made.setCheckable(True)
        made.explain(what, keys)
        return made
