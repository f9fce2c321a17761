"""Starts the window: shown first, everything heavy after it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from canvasapp.app.appearance import Wardrobe
from canvasapp.app.errors import Faults
from canvasapp.app.folders import documents_folder
from canvasapp.app.settings import Settings
from canvasapp.app.starting_again import start_again, use_scale
from canvasapp.app.window import NAME, Window
from canvasapp.folders import default_data_folder
from canvasapp.interpreter import hold_back
from canvasapp.resources import resource
from canvasapp.templates import load_templates
from canvasapp.text.fonts import load_fonts
from canvasapp.view.pointer import DOUBLE_CLICK_MS


def run(file: Path | None = None, *, example: bool = False) -> int:
    """Opens the window on the home page, a workshop file or the worked example; the exit code when it is closed."""
    hold_back()
    data_folder = default_data_folder()
    settings = Settings(data_folder)
    told = use_scale(os.environ, settings.scale)  # before there is an application
    app = QApplication(sys.argv[:1])
    app.setApplicationName(NAME)
    app.setDesktopFileName(NAME)
    app.setDoubleClickInterval(DOUBLE_CLICK_MS)
    app.setWindowIcon(QIcon(str(resource("app-icon.png"))))
    load_fonts()
    faults = Faults(data_folder)
    faults.watch()
    wardrobe = Wardrobe(app, settings)
    window = Window(wardrobe, settings, load_templates())
    faults.told.connect(window.tell)
    window.painted.connect(lambda: begin(window, data_folder, file, example=example))
    if file is None and not example:
        window.show_home()
    window.appear()
    code = app.exec()
    faults.unwatch()
    if window.starts_again:
        spot = settings.spot
        start_again(Path(spot.path) if spot else None, os.environ, told=told)
    return code


def begin(window: Window, data_folder: Path, file: Path | None, *, example: bool) -> None:
    """Fetches what opening a workshop needs, and opens what was asked for."""
    from canvasapp.app.exporting import ask_in_dialog
    from canvasapp.app.pages import Pages

    window.take(
        Pages(window.look, window.templates, data_folder, documents_folder(), ask_in_dialog(window))
    )
    if file is not None:
        window.open_path(file)
        window.go_on()
    elif example:
        window.open_example()
