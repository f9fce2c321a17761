"""The menu of what one can set; all of it is remembered, and but for the size done at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QWidget

from canvasapp.app.appearance import Wardrobe
from canvasapp.app.settings import SCALES, Settings
from canvasapp.app.wall.choices import add_wall
from canvasapp.controls.menus import Menu
from canvasapp.view.wheel import Wheel

WHEELS = {
    Wheel.BY_DEVICE: "Mouse zooms, trackpad pans",
    Wheel.ZOOMS: "Zooms",
    Wheel.PANS: "Pans, zooms with Ctrl",
}


def settings_menu(
    wardrobe: Wardrobe,
    settings: Settings,
    changed: Callable[[], object],
    resized: Callable[[], object],
    parent: QWidget,
) -> Menu:
    """`resized` is called when another size was set, `changed` for anything else but the theme."""
    menu = Menu(wardrobe.look, "Settings", parent, marked=True)
    wardrobe.add_choice(menu)
    menu.addSeparator()

    def set_single_keys(used: bool) -> None:  # noqa: FBT001  # as QAction tells it
        settings.single_keys = used
        changed()

    def set_reduced_motion(reduced: bool) -> None:  # noqa: FBT001
        settings.reduced_motion = reduced
        changed()

    _add_switch(menu, "Single-letter keys", set_single_keys, is_on=settings.single_keys)
    _add_switch(menu, "Reduced motion", set_reduced_motion, is_on=settings.reduced_motion)
    _add_wheel(menu, settings, changed)
    add_wall(menu, settings, changed)
    _add_sizes(menu, settings, resized)
    return menu


def _add_sizes(menu: Menu, settings: Settings, resized: Callable[[], object]) -> None:
    submenu = menu.submenu("Size of everything", marked=True)
    group = QActionGroup(submenu)

    def choose(percent: int) -> None:
        settings.scale = percent
        resized()

    for percent in SCALES:
        entry = submenu.addAction(f"{percent} %")
        entry.setCheckable(True)
        entry.setChecked(percent == settings.scale)
        entry.triggered.connect(lambda _=False, each=percent: choose(each))
        group.addAction(entry)


def _add_wheel(menu: Menu, settings: Settings, changed: Callable[[], object]) -> None:
    """An entry for each thing the wheel can do; the one it does is marked."""
    submenu = menu.submenu("Wheel", marked=True)
    group = QActionGroup(submenu)

    def choose(wheel: Wheel) -> None:
        settings.wheel = wheel
        changed()

    for wheel, name in WHEELS.items():
        entry = submenu.addAction(name)
        entry.setCheckable(True)
        entry.setChecked(wheel is settings.wheel)
        entry.triggered.connect(lambda _=False, each=wheel: choose(each))
        group.addAction(entry)


def _add_switch(menu: Menu, name: str, turned: Callable[[bool], None], *, is_on: bool) -> None:
    entry = menu.addAction(name)
    entry.setCheckable(True)
    entry.setChecked(is_on)
    entry.toggled.connect(turned)
