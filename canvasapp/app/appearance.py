"""Dresses the application in a theme, and lets one choose it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QApplication

from canvasapp.app.settings import NAMES, Appearance, Settings, theme_for
from canvasapp.controls.letters import BODY
from canvasapp.controls.look import Look, made_font
from canvasapp.controls.menus import Menu
from canvasapp.controls.stylesheet import palette, style_sheet
from canvasapp.picture.theme import Theme


class Wardrobe(QObject):
    """Keeps the application in the theme that was chosen, also when the desktop changes its own."""

    changed = Signal()

    def __init__(self, app: QApplication, settings: Settings) -> None:
        super().__init__()
        self._app, self._settings = app, settings
        app.setStyle("Fusion")
        self.look = Look(self._theme())
        app.setFont(made_font(BODY))
        self._put_on()
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(lambda _: self.wear(settings.appearance))
        hints.accessibility().contrastPreferenceChanged.connect(
            lambda _: self.wear(settings.appearance)
        )

    def wear(self, appearance: Appearance) -> None:
        """From now on, and after the next start."""
        self._settings.appearance = appearance
        if self._theme() is not self.look.theme:
            self.look.theme = self._theme()
            self._put_on()
            self.changed.emit()

    def add_choice(self, menu: Menu) -> None:
        """An entry for each appearance; the one that is worn is marked."""
        group = QActionGroup(menu)
        for appearance, name in NAMES.items():
            entry = menu.addAction(name)
            entry.setCheckable(True)
            entry.setChecked(appearance is self._settings.appearance)
            entry.triggered.connect(lambda _=False, each=appearance: self.wear(each))
            group.addAction(entry)

    def _theme(self) -> Theme:
        hints = self._app.styleHints()
        contrast = hints.accessibility().contrastPreference()
        return theme_for(self._settings.appearance, hints.colorScheme(), contrast)

    def _put_on(self) -> None:
        self._app.setPalette(palette(self.look.theme))
        self._app.setStyleSheet(style_sheet(self.look.theme))
