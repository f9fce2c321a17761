"""Which screens there are, and which of them the wall is on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, QRect, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

SETTLED_MS = 100
"""Screens come and go in several steps: so long nothing more must happen."""


@dataclass(frozen=True, slots=True)
class ScreenFacts:
    """A screen: `id` is the same whenever it is plugged in, the rectangle is in logical px on the desktop."""

    id: str
    name: str
    x: int
    y: int
    width: int
    height: int
    ratio: float = 1.0

    @property
    def title(self) -> str:
        """What it is called in a menu, with its size in device pixels."""
        across, down = round(self.width * self.ratio), round(self.height * self.ratio)
        return f"{self.name}, {across} × {down}"

    @property
    def rect(self) -> QRect:
        return QRect(self.x, self.y, self.width, self.height)


class Screens(Protocol):
    """Knows the screens and puts windows on them; `changed` tells that a screen came, went or has another size."""

    @property
    def changed(self) -> SignalInstance: ...

    def all(self) -> Sequence[ScreenFacts]: ...

    def of(self, window: QWidget) -> ScreenFacts:
        """The one that shows most of a window."""

    def fill(self, window: QWidget, screen: ScreenFacts) -> None:
        """Shows the window on the whole of a screen."""


def other_screen(
    screens: Sequence[ScreenFacts], editor: ScreenFacts, chosen: str
) -> ScreenFacts | None:
    """The screen for the wall: the one chosen last, else the largest that the editor is not on; None without one."""
    others = [each for each in screens if each.id != editor.id]
    wanted = next((each for each in others if each.id == chosen), None)
    return wanted or max(others, key=lambda each: each.width * each.height, default=None)


class SystemScreens(QObject):
    """The screens of this computer."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._soon = QTimer(self, interval=SETTLED_MS, singleShot=True)
        self._soon.timeout.connect(self.changed)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)  # there are windows
        app.screenAdded.connect(self._add)
        app.screenRemoved.connect(self._tell)
        app.primaryScreenChanged.connect(self._tell)
        app.applicationStateChanged.connect(self._wake)
        for screen in QGuiApplication.screens():
            self._listen(screen)

    def all(self) -> list[ScreenFacts]:
        return [facts_of(screen) for screen in QGuiApplication.screens()]

    def of(self, window: QWidget) -> ScreenFacts:
        return facts_of(window.screen())

    def fill(self, window: QWidget, screen: ScreenFacts) -> None:
        found = (each for each in QGuiApplication.screens() if facts_of(each).id == screen.id)
        on = next(found, None)
        if on is None:
            return
        window.setScreen(on)
        if window.geometry() != screen.rect or not window.isVisible():
            window.setGeometry(screen.rect)
        window.showFullScreen()

    def _add(self, screen: QScreen) -> None:
        self._listen(screen)
        self._tell()

    def _listen(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._tell)
        screen.logicalDotsPerInchChanged.connect(self._tell)

    def _wake(self, state: Qt.ApplicationState) -> None:
        """After a sleep screens may show what they did before, or nothing."""
        if state is Qt.ApplicationState.ApplicationActive:
            self._tell()

    def _tell(self, *_: object) -> None:
        self._soon.start()


def facts_of(screen: QScreen) -> ScreenFacts:
    rect, serial = screen.geometry(), screen.serialNumber()
    name = " ".join(filter(None, (screen.manufacturer(), screen.model()))) or screen.name()
    return ScreenFacts(
        f"{name} {serial}" if serial else screen.name(),
        name,
        rect.x(),
        rect.y(),
        rect.width(),
        rect.height(),
        screen.devicePixelRatio(),
    )
