"""The menu of what one can set; all of it is done at once and remembered."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from canvasapp.app.appearance import Wardrobe
from canvasapp.app.settings import Settings
from canvasapp.controls.menus import Menu


def settings_menu(
    wardrobe: Wardrobe, settings: Settings, changed: Callable[[], object], parent: QWidget
) -> Menu:
    """`changed` is called when anything but the theme was set."""
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
    return menu


def _add_switch(menu: Menu, name: str, turned: Callable[[bool], None], *, is_on: bool) -> None:
    entry = menu.addAction(name)
    entry.setCheckable(True)
    entry.setChecked(is_on)
    entry.toggled.connect(turned)
