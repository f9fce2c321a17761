"""The whole program in a window off the screen, and a hand that finds things by what they are called."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from canvasapp.app.appearance import Wardrobe
from canvasapp.app.pages import Pages
from canvasapp.app.settings import Settings
from canvasapp.app.window import Window
from canvasapp.app.workshop_page import WorkshopPage
from canvasapp.domain.change import Change, Edit
from canvasapp.domain.entries import entries
from canvasapp.panels.paper import PaperPanel
from canvasapp.templates import load_templates
from canvasapp.text.fonts import load_fonts

W = TypeVar("W", bound=QWidget)
NOON = datetime(2025, 11, 21, 12, 0)  # noqa: DTZ001  # the clock on the wall


@dataclass
class Answers:
    """What the user says in the system's dialogs."""

    file: Path | None = None
    export: Path | None = None
    proposed: list[Path] = field(default_factory=list)

    def ask_file(self) -> Path | None:
        return self.file

    def ask_export(self, proposal: Path, label: str) -> Path | None:
        assert label
        self.proposed.append(proposal)
        return self.export


class Program:
    """The program as its user has it: one window, and dialogs that are answered in `answers`."""

    def __init__(self, qtbot: QtBot, data: Path, documents: Path) -> None:
        self.qtbot, self.documents, self.answers = qtbot, documents, Answers()
        self.settings = Settings(data)
        templates = load_templates()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.wardrobe = Wardrobe(app, self.settings)
        self.window = Window(self.wardrobe, self.settings, templates, lambda: NOON)
        self.window.ask_file = self.answers.ask_file
        self.window.take(
            Pages(self.window.look, templates, data, documents, self.answers.ask_export)
        )
        qtbot.addWidget(self.window)
        self.window.resize(1440, 900)
        self.window.show_home()
        self.window.show()
        qtbot.waitExposed(self.window)

    @property
    def page(self) -> WorkshopPage:
        assert self.window.page is not None
        return self.window.page

    @property
    def texts(self) -> list[str]:
        """What the notes of the board say."""
        return sorted(note.text for note in self.page.board.notes.values())

    def settle(self) -> None:
        """Lets everything follow what has just been done: the panels come after the board."""
        for _ in range(3):
            QApplication.processEvents()

    def button(self, name: str) -> QAbstractButton:
        """The button in sight that is called so."""
        return self.seen(QAbstractButton, name)

    def buttons(self) -> set[str]:
        """What the buttons in sight are called."""
        self.settle()
        found = self.window.findChildren(QAbstractButton)
        return {each.accessibleName() for each in found if each.isVisible()}

    def seen(self, kind: type[W], name: str) -> W:
        """The only widget of this kind in sight that is called so."""
        self.settle()
        found = [
            each
            for each in self.window.findChildren(kind)
            if each.accessibleName() == name and each.isVisible()
        ]
        assert len(found) == 1, (name, found)
        return found[0]

    def panel(self, panel_id: str, kind: type[W]) -> W:
        """The panel that has this id."""
        found = self.page.frame.panels[panel_id]
        assert isinstance(found, kind)
        return found

    def turn_to(self, panel_id: str, kind: type[W]) -> W:
        """Shows the panel that has this id."""
        self.page.guide.show_panel(panel_id)
        self.settle()
        return self.panel(panel_id, kind)

    def turn_to_paper(self, way: str = "print") -> PaperPanel:
        """The print page, with what it shows of what is printed."""
        self.page.guide.show_panel("paper", way)
        panel = self.panel("paper", PaperPanel)
        self.qtbot.waitUntil(lambda: not panel.busy, timeout=20_000)
        return panel

    def wait_for_export(self) -> None:
        """Until the file is written."""
        self.qtbot.waitUntil(lambda: not self.page.exporting.busy, timeout=60_000)

    def press(self, name: str) -> None:
        self.qtbot.mouseClick(self.button(name), Qt.MouseButton.LeftButton)
        self.settle()

    def double_click(self, widget: QWidget) -> None:
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.qtbot.mouseDClick(widget, Qt.MouseButton.LeftButton)

    def write(self, field_name: str, text: str) -> None:
        """Writes into the field in sight that is called so, and presses Enter."""
        entry = self.seen(QLineEdit, field_name)
        entry.selectAll()
        self.qtbot.keyClicks(entry, text)
        self.qtbot.keyClick(entry, Qt.Key.Key_Return)
        self.settle()

    def type(self, text: str) -> None:
        """Types into whatever has the keyboard."""
        target = self.window.focusWidget()
        assert target is not None
        self.qtbot.keyClicks(target, text)

    def key(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        self.qtbot.keyClick(self.window.focusWidget(), key, modifier)
        self.settle()

    def choose(self, menu: QMenu, *titles: str) -> None:
        """Goes through a menu and its submenus to the entry with the last title."""
        menu.aboutToShow.emit()
        entry = QAction()
        for title in titles:
            (entry,) = (each for each in menu.actions() if each.text() == title)
            menu = entry.menu() if isinstance(entry.menu(), QMenu) else menu  # type: ignore[assignment]
        entry.trigger()
        self.settle()


@pytest.fixture
def start(qtbot: QtBot, data_folder: Path, tmp_path: Path) -> Iterator[Callable[[], Program]]:
    """Starts the program; a second start finds what the first one left behind."""
    load_fonts()
    started: list[Program] = []

    def start() -> Program:
        for earlier in started:
            earlier.window.close()
        started.append(Program(qtbot, data_folder, tmp_path / "documents"))
        return started[-1]

    yield start
    for each in started:
        each.window.close()


@pytest.fixture
def program(start: Callable[[], Program]) -> Program:
    return start()


@pytest.fixture
def example(program: Program) -> Program:
    """The program with the worked example open."""
    program.window.open_example()
    return program


@pytest.fixture
def unsaid(example: Program) -> Program:
    """The worked example before anything is known, believed or agreed: its notes without any entry."""
    journal = example.page.journal
    journal.commit(Edit("Forget", tuple(Change(e, None) for e in entries(journal.workshop))))
    return example
