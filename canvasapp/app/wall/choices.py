"""The menu of what one can set of the wall: its look, the size of the room, and the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtGui import QActionGroup, QGuiApplication

from canvasapp.app.settings import Settings
from canvasapp.app.wall.screens import facts_of
from canvasapp.controls.menus import Menu
from canvasapp.picture.wall_state import WallLook

LOOKS = {
    WallLook.BY_DISTANCE: "By distance",
    WallLook.LIGHT: "Light",
    WallLook.DARK: "Dark",
    WallLook.CONTRAST: "High contrast",
}
BACK_ROWS = (3, 4, 6, 8, 10, 12, 15)
SCREEN_WIDTHS = (1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 6.0)
"""Both in metres."""
AUTOMATIC = "The other one"


def add_wall(menu: Menu, settings: Settings, changed: Callable[[], object]) -> None:
    """Adds the menu of the wall to that of what one can set."""
    fill_wall(menu.submenu("Wall"), settings, changed)


def fill_wall(wall: Menu, settings: Settings, changed: Callable[[], object]) -> None:
    """What one can set of the wall."""
    _add_choice(wall, "Look", LOOKS.items(), settings, "wall_look", changed)
    rows = ((each, f"{each} m") for each in BACK_ROWS)
    _add_choice(wall, "Back row", rows, settings, "back_row", changed)
    widths = ((each, f"{each:g} m") for each in SCREEN_WIDTHS)
    _add_choice(wall, "Width of the picture", widths, settings, "screen_width", changed)
    screens = wall.submenu("Screen", marked=True)
    screens.aboutToShow.connect(partial(_fill_screens, screens, settings, changed))


def _add_choice(
    menu: Menu,
    title: str,
    choices: Iterable[tuple[object, str]],
    settings: Settings,
    name: str,
    changed: Callable[[], object],
) -> None:
    submenu = menu.submenu(title, marked=True)
    _fill(submenu, choices, settings, name, changed)


def _fill_screens(menu: Menu, settings: Settings, changed: Callable[[], object]) -> None:
    menu.clear()
    screens = [facts_of(each) for each in QGuiApplication.screens()]
    choices = [("", AUTOMATIC), *((each.id, each.title) for each in screens)]
    _fill(menu, choices, settings, "wall_screen", changed)


def _fill(
    menu: Menu,
    choices: Iterable[tuple[object, str]],
    settings: Settings,
    name: str,
    changed: Callable[[], object],
) -> None:
    """An entry for each value that the setting of this name may have; the one it has is marked."""
    group = QActionGroup(menu)

    def choose(value: object) -> None:
        setattr(settings, name, value)
        changed()

    for value, title in choices:
        entry = menu.addAction(title)
        entry.setCheckable(True)
        entry.setChecked(getattr(settings, name) == value)
        entry.triggered.connect(lambda _=False, each=value: choose(each))
        group.addAction(entry)
