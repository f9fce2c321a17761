"""The timer in the cockpit: the time left in large figures, how much of the step that is, and what changes it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from canvasapp.app.cockpit.conduct import Conduct
from canvasapp.controls.buttons import Button
from canvasapp.controls.layouts import column, row
from canvasapp.controls.letters import SMALL_LABEL, Letters
from canvasapp.controls.look import Look, Tone, ink, ink2
from canvasapp.controls.painting import rounded
from canvasapp.controls.words import Paragraph, Words
from canvasapp.facilitation.schedule import clock_words
from canvasapp.picture.shapes import Colour
from canvasapp.picture.theme import Theme

FIGURES = Letters(72, 80, 500, tabular=True)
FIGURES_LONG = Letters(56, 80, 500, tabular=True)
"""From an hour on."""
SHORT = 5
BAR = 4
ZERO = "0:00"


def faint(theme: Theme) -> Colour:
    return theme.field


def finding(theme: Theme) -> Colour:
    return theme.gap


class TimeLeft(QWidget):
    """The figures. At 0:00 they have the colour of a finding, and nothing else happens."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self.text = look, ZERO
        self._tone: Tone = ink
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, text: str, tone: Tone) -> None:
        if (text, tone) != (self.text, self._tone):
            self.text, self._tone = text, tone
            self.setAccessibleName(f"Time left: {text}")
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, FIGURES.line)

    def paintEvent(self, event: QPaintEvent) -> None:
        letters = FIGURES if len(self.text) <= SHORT else FIGURES_LONG
        with QPainter(self) as painter:
            words = Paragraph(self.text, self._look, letters)
            words.draw(painter, -3, 0, self._tone(self._look.theme))


class Progress(QWidget):
    """How much of a step’s time has gone by."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._share = look, 0.0
        self.setFixedHeight(BAR)

    def show_share(self, share: float) -> None:
        self._share = min(max(share, 0.0), 1.0)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            theme, whole = self._look.theme, QRectF(self.rect())
            rounded(painter, whole, BAR / 2, theme.press)
            if self._share:
                done = QRectF(0, 0, max(whole.width() * self._share, BAR), BAR)
                rounded(painter, done, BAR / 2, theme.gap if self._share == 1.0 else theme.ink)


class TimerPane(QWidget):
    """Of the step that the session is in."""

    def __init__(self, look: Look, conduct: Conduct) -> None:
        super().__init__()
        self._conduct = conduct
        self._step = Words(look, "", SMALL_LABEL, ink2, most=1)
        self.figures, self._progress = TimeLeft(look), Progress(look)
        self.less, self.more = Button(look, "−1 min"), Button(look, "+1 min")
        self.pause = Button(look, "Pause", icon="pause")
        self.less.explain("A minute less", "-")
        self.more.explain("A minute more", "+")
        self.less.clicked.connect(lambda: conduct.add_minutes(-1))
        self.more.clicked.connect(lambda: conduct.add_minutes(1))
        self.pause.clicked.connect(conduct.pause_or_resume)
        buttons = row(gap=8)
        for button, share in ((self.less, 4), (self.pause, 5), (self.more, 4)):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            buttons.addWidget(button, share)
        self.setLayout(column(self._step, 6, self.figures, 12, self._progress, 16, buttons))

    def refresh(self) -> None:
        session, step = self._conduct.session, self._conduct.step_now
        self._step.say(step.title if step else "Not begun yet" if session is None else "Timer")
        runs = session is not None and session.timer.is_running
        self.pause.say("Pause" if runs or session is None else "Go on")
        self.pause.show_icon("pause" if runs or session is None else "play")
        self.pause.explain("Stops the time, or lets it go on", "P")
        for button in (self.less, self.pause, self.more):
            button.setEnabled(session is not None)
        self.tick()

    def tick(self) -> None:
        """Only what tells the time."""
        session, step, left = self._conduct.session, self._conduct.step_now, self._conduct.left
        if session is None:
            first = self._conduct.beside(1)
            self.figures.say(clock_words(first.seconds if first else 0), faint)
            self._progress.show_share(0.0)
            return
        self.figures.say(clock_words(left), ink if left else finding)
        whole = step.seconds if step else 0
        self._progress.show_share(1 - left / whole if whole else 0.0)
