"""Where the app keeps its own files."""

from __future__ import annotations

from pathlib import Path

import pytest

from canvasapp.folders import default_data_folder

HOME = Path("/home/ada")


@pytest.mark.parametrize(
    ("platform", "environ", "folder"),
    [
        ("linux", {}, "/home/ada/.local/share/canvasapp"),
        ("linux", {"XDG_DATA_HOME": "/data"}, "/data/canvasapp"),
        ("darwin", {}, "/home/ada/Library/Application Support/canvasapp"),
        ("win32", {}, "/home/ada/AppData/Local/canvasapp"),
        ("win32", {"LOCALAPPDATA": "/local"}, "/local/canvasapp"),
        ("linux", {"CANVASAPP_DATA": "/chosen", "XDG_DATA_HOME": "/data"}, "/chosen"),
        ("win32", {"CANVASAPP_DATA": "/chosen"}, "/chosen"),
    ],
)
def test_each_system_has_its_place(platform: str, environ: dict[str, str], folder: str) -> None:
    assert default_data_folder(environ, platform, HOME) == Path(folder)
