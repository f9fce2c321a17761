"""The slim strip over the board while a session runs: the step, the time left, what comes next, the way on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent

from canvasapp.app.cockpit.conduct import Conduct
from canvasapp.controls.buttons import Button, IconButton, Weight
from canvasapp.controls.icons import IN_BUTTON
from canvasapp.controls.layouts import row
from canvasapp.controls.letters import BODY, LABEL, Letters
from canvasapp.controls.look import Look, ink2
from canvasapp.controls.surface import Surface
from canvasapp.controls.words import Words
from canvasapp.edits.sessions import called
from canvasapp.facilitation.schedule import clock_words
from canvasapp.picture.shapes import Colour
from canvasapp.picture.theme import Theme

HEIGHT = 40
TIME = Letters(15, 20, 600, tabular=True)
NEXT_FROM = 900
"""From so many px on it says what comes next."""


class SessionStrip(Surface):
    """In sight while a session runs and the cockpit is not."""

    def __init__(self, look: Look, conduct: Conduct) -> None:
        super().__init__(look, Qt.Edge.BottomEdge)
        self._conduct, self._over = conduct, False
        self.setFixedHeight(HEIGHT)
        self._time = Words(look, "", TIME, self._ink_of_time, most=1)
        self._step = Words(look, "", LABEL, most=1)
        self._next = Words(look, "", BODY, ink2, most=1)
        self.before = IconButton(look, "arrow-left", "Step before", icon_size=IN_BUTTON)
        self.after = IconButton(look, "arrow-right", "Next step", icon_size=IN_BUTTON)
        self.pause = IconButton(look, "pause", "Pause", icon_size=IN_BUTTON)
        self.cockpit = Button(look, "Cockpit", Weight.QUIET)
        self.present = Button(look, "Go on presenting", icon="presentation")
        self.end = Button(look, "End the session", Weight.QUIET)
        self.before.clicked.connect(lambda: conduct.step(-1))
        self.after.clicked.connect(lambda: conduct.step(1))
        self.pause.clicked.connect(conduct.pause_or_resume)
        self.cockpit.explain("Back to the cockpit", "Shift+F5")
        self.present.explain("The wall shows where the session is", "F5")
        self.present.clicked.connect(conduct.presenting.begin)
        self.end.clicked.connect(conduct.end)
        buttons = (self.before, self.pause, self.after, 8, self.end, self.present, self.cockpit)
        said = (self._time, 12, self._step, 16, self._next)
        self.setLayout(row(*said, None, *buttons, gap=2, margins=(16, 0, 12, 1)))
        self.hide()
        conduct.changed.connect(self.refresh)
        conduct.ticked.connect(self.tick)

    @property
    def texts(self) -> tuple[str, str, str]:
        """Time, step and what comes next, as they are said."""
        return self._time.text(), self._step.text(), self._next.text()

    def refresh(self) -> None:
        session, step, after = (
            self._conduct.session,
            self._conduct.step_now,
            self._conduct.beside(1),
        )
        if session is None:
            return
        presents = self._conduct.presenting.is_on
        self._step.say(called(step) if step else "")
        self._next.say(f"Next: {called(after)}" if after else "")
        runs = session.timer.is_running
        self.pause.show_icon("pause" if runs else "play", "Pause" if runs else "Go on")
        self.end.setVisible(not presents)
        self.present.setVisible(not presents)
        self.cockpit.setVisible(presents)
        self.tick()

    def tick(self) -> None:
        left = self._conduct.left
        self._over = left == 0
        self._time.say(clock_words(left))
        self.setAccessibleName(f"Session: {self._time.text()} left, {self._step.text()}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._next.setVisible(event.size().width() >= NEXT_FROM)

    def _ink_of_time(self, theme: Theme) -> Colour:
        return theme.gap if self._over else theme.ink
