"""The window: the home page or one open workshop, and how one leads to the other."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget

from canvasapp.app.appearance import Wardrobe
from canvasapp.app.first_place import first_place
from canvasapp.app.folders import show_in_folder
from canvasapp.app.home import Home
from canvasapp.app.recents import Recent, with_recent, without_recent
from canvasapp.app.settings import Settings
from canvasapp.app.settings_menu import settings_menu
from canvasapp.app.workshop_drop import WorkshopDrop
from canvasapp.controls.surface import Surface
from canvasapp.domain.errors import ExpectedError
from canvasapp.domain.template import Template
from canvasapp.interpreter import collector_resting

if TYPE_CHECKING:
    from canvasapp.app.exporting import Exporting
    from canvasapp.app.pages import Pages
    from canvasapp.app.workshop_page import WorkshopPage

NAME = "canvasapp"
SMALLEST = (700, 420)
ANOTHER_SIZE = "Everything has the new size from the next start on."
START_AGAIN = "Start again now"
SAVE_WHAT_IS_LEFT = "Save what is left"
LAST_WRITES = 60.0
"""Seconds that closing waits, out of sight, for an export under way."""

AskFile = Callable[[], Path | None]
"""Asks which file to open; None when none."""


def wall_clock() -> datetime:
    """The present moment as the clock on the wall shows it."""
    return datetime.now()  # noqa: DTZ005


class Window(QStackedWidget):
    """`painted` comes once, when the window is there to be looked at."""

    painted = Signal()

    def __init__(
        self,
        wardrobe: Wardrobe,
        settings: Settings,
        templates: Mapping[str, Template],
        clock: Callable[[], datetime] = wall_clock,
    ) -> None:
        super().__init__()
        self.look, self.templates = wardrobe.look, templates
        self._settings, self._clock = settings, clock
        self._pages: Pages | None = None
        self._exports: list[Exporting] = []
        self._is_painted = False
        self.page: WorkshopPage | None = None
        self.ask_file: AskFile = self._ask_file
        self.starts_again = False
        self._scale = settings.scale
        self.settings_menu = settings_menu(
            wardrobe, settings, self._follow_settings, self._offer_start, self
        )
        self.home = Home(self.look, templates, self.settings_menu)
        self._blank = Surface(self.look, tone=lambda theme: theme.desk)
        self.addWidget(self._blank)
        self.addWidget(self.home)
        self.setMinimumSize(*SMALLEST)
        self.setWindowTitle(NAME)
        wardrobe.changed.connect(self._dress)
        WorkshopDrop(self).dropped.connect(self._open_soon)
        self._wire_home()

    def appear(self) -> None:
        """Where it was when it was closed; the first time as large as usual, or as the screen."""
        if not self.restoreGeometry(self._settings.geometry):
            place = first_place(self.screen().availableSize())
            self.resize(place.size)
            if place.fills:
                self.setWindowState(Qt.WindowState.WindowMaximized)
        self.show()

    def take(self, pages: Pages) -> None:
        """From now on workshops can be opened."""
        self._pages = pages

    def show_home(self) -> None:
        self._leave()
        self.setWindowTitle(NAME)
        self.home.show_recents(self._settings.recents, self._clock())
        self.setCurrentWidget(self.home)

    def open_path(self, path: Path) -> None:
        self._enter(lambda pages: pages.open(path))

    def open_example(self) -> None:
        self._enter(lambda pages: pages.example())

    def recover(self, path: Path) -> None:
        """What is left of a ruined workshop, in a file of its own."""
        self._enter(lambda pages: pages.recover(path))

    def begin_on(self, template_id: str) -> None:
        """A new workshop on this canvas."""
        self._enter(lambda pages: pages.create(template_id))

    def tell(self, sentence: str) -> None:
        """In the bar of the page that is shown."""
        (self.page.frame if self.page else self.home).notice.tell(sentence)

    def start_again(self) -> None:
        """Ends with everything kept; then the program starts anew where one is now."""
        self._settings.spot = self.page.spot if self.page else None
        self.starts_again = True
        self.close()

    def go_on(self) -> None:
        """Shows what was looked at before the program started again."""
        spot, self._settings.spot = self._settings.spot, None
        if spot is not None and self.page is not None:
            QTimer.singleShot(0, self.page, partial(self.page.go_to, spot))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.page and not self.isActiveWindow():
            self.page.keep()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._settings.geometry = self.saveGeometry()
        self.hide()  # what is still to be written needs no window
        self._leave()
        for exporting in self._exports:
            exporting.wait(LAST_WRITES)
        self._settings.keep()
        super().closeEvent(event)

    def _wire_home(self) -> None:
        home = self.home
        home.file_asked.connect(self._open_asked)
        home.opened.connect(lambda path: self.open_path(Path(path)))
        home.template_chosen.connect(self.begin_on)
        home.example_asked.connect(self.open_example)
        home.shown_in_folder.connect(lambda path: show_in_folder(Path(path)))
        home.removed.connect(self._forget)

    def _enter(self, make: Callable[[Pages], WorkshopPage]) -> None:
        """Shows the page that is made; when it can not be, says why on the home page."""
        assert self._pages is not None  # main gives them before anything can be pressed
        self._leave_for_another()
        try:
            with collector_resting():
                page = make(self._pages)
        except ExpectedError as error:
            self.show_home()
            self._tell_why_not(error)
            return
        self.home.notice.hide()
        self.page = page
        page.fill_more(self.settings_menu)
        page.follow(self._settings)
        page.home_asked.connect(self.show_home)
        page.file_asked.connect(self._open_soon)
        page.full_screen_asked.connect(self._toggle_full_screen)
        page.title_changed.connect(self.setWindowTitle)
        self.setWindowTitle(page.title)
        self.addWidget(page)
        self.setCurrentWidget(page)
        page.view.setFocus()
        self._remember(page.as_recent(self._clock()))

    def _tell_why_not(self, error: Exception) -> None:
        """On the home page, with a way on from a ruined file."""
        assert self._pages is not None
        ruined, notice = self._pages.ruined_file(error), self.home.notice
        if ruined is None:
            notice.tell(str(error))
        else:
            notice.offer(str(error), SAVE_WHAT_IS_LEFT, lambda: self.recover(ruined))

    def _leave(self) -> None:
        page, self.page = self.page, None
        if page is None:
            return
        was = page.opened.path
        page.leave()
        self._let_go_on(page.exporting)
        if page.opened.path != was and not was.exists():
            self._settings.recents = without_recent(self._settings.recents, str(was))
        self._remember(page.as_recent(self._clock()))
        self.removeWidget(page)
        page.deleteLater()
        gc.unfreeze()
        QTimer.singleShot(0, gc.collect)

    def _leave_for_another(self) -> None:
        """With nothing left of the page that was open: the next one is kept from the collector, and it would be too."""
        if self.page is not None:
            self._leave()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            gc.collect()

    def _let_go_on(self, exporting: Exporting) -> None:
        """What is being written is written, wherever one has gone."""
        exporting.leave_page(self.tell)
        self._exports = [each for each in (*self._exports, exporting) if each.busy]

    def _remember(self, recent: Recent) -> None:
        self._settings.recents = with_recent(self._settings.recents, recent)

    def _forget(self, path: str) -> None:
        self._settings.recents = without_recent(self._settings.recents, path)
        self.home.show_recents(self._settings.recents, self._clock())

    def _open_asked(self) -> None:
        path = self.ask_file()
        if path is not None:
            self.open_path(path)

    def _open_soon(self, path: str) -> None:
        """When what asks for it, on the page that goes, is over."""
        QTimer.singleShot(0, self, lambda: self.open_path(Path(path)))

    def _ask_file(self) -> Path | None:
        chosen, _ = QFileDialog.getOpenFileName(
            self,
            "Open",
            "",
            "Workshops and pictures of boards (*.workshop *.png *.svg);;All files (*)",
        )
        return Path(chosen) if chosen else None

    def _offer_start(self) -> None:
        """Another size needs another start, unless it is the one there is."""
        notice = (self.page.frame if self.page else self.home).notice
        if self._settings.scale == self._scale:
            notice.hide()
        else:
            notice.offer(ANOTHER_SIZE, START_AGAIN, self.start_again)

    def _follow_settings(self) -> None:
        if self.page is not None:
            self.page.follow(self._settings)

    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _dress(self) -> None:
        if self.page is not None:
            self.page.dress()
        self.update()
