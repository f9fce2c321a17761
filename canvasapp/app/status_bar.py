"""The bar at the bottom: where the work is saved, what just happened, how much there is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from canvasapp.checks import Checked
from canvasapp.controls.buttons import Button, Weight
from canvasapp.controls.icons import IN_TEXT, draw_icon
from canvasapp.controls.layouts import holding, row
from canvasapp.controls.letters import SMALL
from canvasapp.controls.look import Look, ink, ink2
from canvasapp.controls.surface import Surface
from canvasapp.controls.words import Words
from canvasapp.store import SaveState, SaveStatus, WorkshopStore

HEIGHT = 28
SIDE = 16
MESSAGE_MS = 6_000
SIGNS = {
    SaveState.PUBLISHED: "check",
    SaveState.PUBLISHING: "minus",
    SaveState.SAVED_HERE: "minus",
    SaveState.CANNOT_PUBLISH: "triangle-alert",
    SaveState.DISK_TROUBLE: "triangle-alert",
}


class Sign(QWidget):
    """A small icon beside a line of text."""

    def __init__(self, look: Look, icon: str = "check") -> None:
        super().__init__()
        self._look, self._name = look, icon
        self.setFixedSize(IN_TEXT, HEIGHT - 1)

    def show_icon(self, name: str) -> None:
        self._name = name
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        y = (self.height() - IN_TEXT) / 2
        with QPainter(self) as painter:
            draw_icon(painter, self._name, 0, y, IN_TEXT, self._look.theme.ink2)


class StatusBar(Surface):
    """Where it is saved at the left, messages and their button beside it, the count at the right."""

    _came = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look, Qt.Edge.TopEdge)
        self.setFixedHeight(HEIGHT)
        self._sign = Sign(look)
        self._saved = Words(look, "", SMALL, ink2, most=1)
        self._message = Words(look, "", SMALL, ink, most=1)
        self._count = Words(look, "", SMALL, ink2, most=1)
        self._hides = Words(look, "New notes are hidden", SMALL, ink, most=1)
        self._hiding = holding(row(Sign(look, "eye-off"), 6, self._hides))
        self._hiding.hide()
        self._action = Button(look, "", Weight.LINK)
        self._action.clicked.connect(self._act)
        self._act_on = _nothing
        self.findings = Button(look, "", Weight.LINK)
        self.findings.explain("What a reviewer would say", "Ctrl+Shift+K")
        self.findings.hide()
        self._aside = holding(row(16, self._message, 12, self._action))
        self._aside.hide()
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._saved.setSizePolicy(policy)
        self.setLayout(
            row(
                self._sign,
                6,
                self._saved,
                self._aside,
                None,
                self._hiding,
                20,
                self.findings,
                20,
                self._count,
                margins=(SIDE, 1, SIDE, 0),
            )
        )
        self._end = QTimer(self, interval=MESSAGE_MS, singleShot=True)
        self._end.timeout.connect(self._aside.hide)
        self._came.connect(self.show_status)

    def follow(self, store: WorkshopStore) -> None:
        """Shows where the store has saved the work, as it tells from any thread."""
        store.subscribe(self._came.emit)
        self.show_status(store.status)

    @property
    def message(self) -> str:
        """What it tells just now; nothing when that is over."""
        return "" if self._aside.isHidden() else self._message.text()

    @property
    def saved(self) -> str:
        """Where the work is saved, in words."""
        return self._saved.text()

    @property
    def count(self) -> str:
        return self._count.text()

    def show_status(self, status: SaveStatus) -> None:
        self._sign.show_icon(SIGNS[status.state])
        self._saved.say(status.sentence)

    def show_count(self, count: str) -> None:
        self._count.say(count)

    @property
    def hides(self) -> bool:
        """Whether it says that new notes are hidden."""
        return not self._hiding.isHidden()

    def show_hiding(self, *, hides: bool) -> None:
        """Whether notes that are written now are hidden until they are revealed."""
        self._hiding.setVisible(hides)

    def show_findings(self, checked: Checked | None) -> None:
        """How much there is to look at, in a few words."""
        count = len(checked.pressing) if checked else 0
        self.findings.setVisible(count > 0)
        self.findings.say(f"{count} to look at")

    def tell(self, message: str) -> None:
        """For a while."""
        self._show(message)
        self._end.start()

    def offer(self, message: str, label: str, act: Callable[[], None], *, stays: bool) -> None:
        """A message with a button; it goes by itself unless it `stays` until the next one."""
        self._show(message)
        self._act_on = act
        self._action.say(label)
        self._action.show()
        if stays:
            self._end.stop()
        else:
            self._end.start(2 * MESSAGE_MS)

    def _show(self, message: str) -> None:
        self._message.say(message)
        self._action.hide()
        self._aside.show()

    def _act(self) -> None:
        self._act_on()


def _nothing() -> None:
    """What the button does before it has been given anything."""
