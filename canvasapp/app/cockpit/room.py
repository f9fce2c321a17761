"""The cockpit: agenda at the left, the wall in the middle, timer and what is hidden at the right."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from canvasapp.app.actions import COCKPIT_KEYS, is_single
from canvasapp.app.cockpit.clock import TimerPane
from canvasapp.app.cockpit.conduct import Conduct
from canvasapp.app.cockpit.cycle import CyclePane
from canvasapp.app.cockpit.entry import EntryPane
from canvasapp.app.cockpit.head import CockpitHead
from canvasapp.app.cockpit.hidden import HiddenPane
from canvasapp.app.cockpit.side import Side
from canvasapp.app.cockpit.stage import MODES, Stage
from canvasapp.app.settings import Settings
from canvasapp.controls.layouts import column, holding, row
from canvasapp.controls.look import Look
from canvasapp.controls.surface import Rule, Scroll, Surface
from canvasapp.facilitation.parts import TimedPart, parts_of
from canvasapp.facilitation.schedule import Schedule, Turn, behind_words

LEFT, RIGHT = 288, 320
FOLDED_BELOW = 1100
"""Below so many px agenda and timer share the room at the right."""
PADDING = 24


class Cockpit(QWidget):
    """Follows the conduct while it is seen. `standing` is how far the session is; `told` says it to the status bar."""

    told = Signal(str)

    def __init__(self, look: Look, conduct: Conduct) -> None:
        super().__init__()
        self.conduct = conduct
        self.head = CockpitHead(look, conduct.presenting)
        self.side, self.stage = Side(look, conduct), Stage(look, conduct)
        self.timer, self.cycle = TimerPane(look, conduct), CyclePane(look, conduct)
        self.hidden, self.entry = HiddenPane(look, conduct), EntryPane(look, conduct)
        self.right = Surface(look, Qt.Edge.LeftEdge)
        self._sections: dict[QWidget, QWidget] = {}
        self._listed = False
        self.standing = ""
        self._lay_out(look)
        keys = {each.id: each.keys[0] for each in COCKPIT_KEYS}
        bound = [self._bind(keys[each], deed) for each, deed in self._deeds().items()]
        shown = enumerate(MODES, start=1)
        shows = [self._bind(str(at), partial(conduct.show, mode[0])) for at, mode in shown]
        self._bound = [*bound, *shows]
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Cockpit")
        self.entry.left.connect(self.setFocus)
        self.stage.notes.left.connect(self.setFocus)
        self.head.agenda.clicked.connect(self._turn_over)
        conduct.changed.connect(self.refresh)
        conduct.ticked.connect(self.tick)

    def follow(self, settings: Settings) -> None:
        """Does as is set now."""
        self.head.follow(settings)
        for action in self._bound:
            single = is_single(action.shortcut().toString())
            action.setEnabled(settings.single_keys or not single)

    def refresh(self) -> None:
        """Everything shows the session and the board as they are now."""
        if not self.isVisible():
            return
        conduct = self.conduct
        self.head.show_titles(conduct.workshop.head.title, conduct.board.head.title)
        self.head.show_wall()
        timed = conduct.schedule
        parts = parts_of(timed)
        now = next((part for part in parts if part.turn is Turn.NOW), None)
        self.side.refresh()
        self.stage.refresh()
        self.timer.refresh()
        self.cycle.show_part(now)
        self._sections[self.cycle].setVisible(not self.cycle.empty)
        self.hidden.refresh()
        self.entry.refresh()
        self._tell(timed, parts)

    def tick(self) -> None:
        """A second has gone by. While a step’s time stands still the end of the session moves away."""
        session, conduct = self.conduct.session, self.conduct
        if not self.isVisible() or session is None:
            return
        self.timer.tick()
        self.stage.show_wall()
        if conduct.left == 0 or not session.timer.is_running:
            timed = conduct.schedule
            self.side.refresh()
            self._tell(timed, parts_of(timed))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.refresh()

    def _tell(self, timed: Schedule, parts: list[TimedPart]) -> None:
        """How far the session is, and how it keeps to its plan."""
        at = next((n for n, part in enumerate(parts, 1) if part.turn is Turn.NOW), None)
        where = f"Step {at} of {len(parts)} · " if at else ""
        begun = self.conduct.session is not None
        self.standing = f"{where}{behind_words(timed)}" if begun else "Not begun"
        self.told.emit(self.standing)

    def _lay_out(self, look: Look) -> None:
        content = column()
        for pane in (self.timer, self.cycle, self.hidden, self.entry):
            padded = column(pane, margins=(PADDING, 20, PADDING, 20))
            below = [] if pane is self.entry else [Rule(look)]
            self._sections[pane] = holding(column(padded, *below))
            content.addWidget(self._sections[pane])
        content.addStretch(1)
        self.right.setLayout(column(Scroll(holding(content)), margins=(1, 0, 0, 0)))
        self.side.setFixedWidth(LEFT)
        self.right.setFixedWidth(RIGHT)
        body = row()
        for part in (self.side, self.stage, self.right):
            body.addWidget(part, 1 if part is self.stage else 0)
        layout = column(self.head)
        layout.addLayout(body, 1)
        self.setLayout(layout)

    def _arrange(self) -> None:
        folded = self.width() < FOLDED_BELOW
        self.head.arrange(self.width(), folded=folded)
        self.head.agenda.setChecked(folded and self._listed)
        self.side.setVisible(not folded or self._listed)
        self.right.setVisible(not (folded and self._listed))

    def _turn_over(self) -> None:
        self._listed = not self._listed
        self._arrange()

    def _deeds(self) -> dict[str, Callable[[], object]]:
        conduct = self.conduct
        return {
            "cockpit-next": partial(conduct.presenting.answer, "next"),
            "cockpit-before": partial(conduct.presenting.answer, "before"),
            "cockpit-pause": conduct.pause_or_resume,
            "cockpit-more": partial(conduct.add_minutes, 1),
            "cockpit-less": partial(conduct.add_minutes, -1),
            "cockpit-reveal": self.hidden.reveal_all,
            "cockpit-light": conduct.toggle_spotlight,
            "cockpit-entry": self.entry.begin,
            "cockpit-edit": self.side.agenda.toggle_editing,
        }

    def _bind(self, keys: str, deed: Callable[[], object]) -> QAction:
        action = QAction(self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _=False: deed())
        self.addAction(action)
        return action
