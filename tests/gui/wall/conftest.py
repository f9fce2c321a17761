"""A wall on two screens that are none, so that one of them can be unplugged."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from canvasapp.app.cockpit.conduct import Conduct
from canvasapp.app.cockpit.room import Cockpit
from canvasapp.app.presenting import Presenting
from canvasapp.app.wall.screens import ScreenFacts
from tests.gui.windows.conftest import Program, example, program, start

__all__ = ["example", "program", "start"]

LAPTOP = ScreenFacts("laptop", "Laptop", 0, 0, 1440, 900)
PROJECTOR = ScreenFacts("projector", "Projector", 1440, 0, 960, 540)


class TwoScreens(QObject):
    """The screens as a test says they are; the editor is on the first one."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.there = [LAPTOP, PROJECTOR]

    def all(self) -> list[ScreenFacts]:
        return self.there

    def of(self, window: QWidget) -> ScreenFacts:
        return self.there[0]

    def fill(self, window: QWidget, screen: ScreenFacts) -> None:
        window.setGeometry(screen.rect)
        window.show()

    def become(self, *screens: ScreenFacts) -> None:
        self.there = [*screens]
        self.changed.emit()


class InTheRoom:
    """Where a session is held: whoever sits there has a `program`."""

    program: Program

    @property
    def conduct(self) -> Conduct:
        return self.program.page.ways.session.conduct

    @property
    def cockpit(self) -> Cockpit:
        cockpit = self.program.page.ways.session.cockpit
        assert cockpit is not None
        return cockpit


@pytest.fixture
def screens() -> TwoScreens:
    return TwoScreens()


@pytest.fixture
def presenting(example: Program, screens: TwoScreens) -> Presenting:
    """The worked example, ready to be presented; the camera cuts."""
    presenting = example.page.ways.presenting
    presenting.screens = screens
    example.settings.reduced_motion = True
    example.page.follow(example.settings)
    return presenting
