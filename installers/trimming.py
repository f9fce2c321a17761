"""Decides what of all that PyInstaller finds goes into the bundle: no code, plugin or library that nothing uses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path, PurePath

from installers.contents import EXTENSION, FILE, LIBRARY, LINK, Entry

Needs = Callable[[Path], frozenset[str]]
"""File names of the libraries that the one at the path asks for."""

UNUSED_MODULES = (
    "PIL._avif",
    "PIL._imagingcms",
    "PIL._imagingft",
    "PIL._imagingtk",
    "PIL._webp",
    "PySide6.QtNetwork",
    "ast_serialize",
    "charset_normalizer",
    "curses",
    "doctest",
    "http.server",
    "hypothesis",
    "lxml.html",
    "lxml.isoschematron",
    "markdown_it",
    "mypy",
    "numpy.f2py",
    "numpy.fft",
    "numpy.polynomial",
    "numpy.random",
    "numpy.testing",
    "pdb",
    "pydantic.mypy",
    "pydantic.v1",
    "pydoc",
    "pydoc_data",
    "pygments",
    "pytest",
    "readline",
    "rich",
    "setuptools",
    "sortedcontainers",
    "sqlalchemy.dialects.mssql",
    "sqlalchemy.dialects.mysql",
    "sqlalchemy.dialects.oracle",
    "sqlalchemy.dialects.postgresql",
    "sqlmodel.ext.asyncio",
    "ssl",
    "tkinter",
    "unittest",
)
"""Libraries offer these to others; nothing that the program does needs them."""

PLUGINS = {
    "iconengines": {"qsvgicon"},
    "imageformats": {"qgif", "qico", "qjpeg", "qsvg", "qtiff", "qwebp"},
    "platforminputcontexts": {
        "composeplatforminputcontextplugin",
        "ibusplatforminputcontextplugin",
    },
    "platforms": {"qoffscreen", "qwayland", "qxcb"},
    "platformthemes": {"qxdgdesktopportal"},  # the desktop's own dialogs; qgtk3 brings all of GTK
    "wayland-decoration-client": {"adwaita", "bradient"},
    "wayland-shell-integration": {"xdg-shell"},
}
"""Of Qt's plugins on Linux, by folder: nothing that draws with OpenGL, asks a database or opens a connection."""

FROM_THE_COMPUTER = (
    "ld-linux*",
    "libX11*",
    "libXau.so*",
    "libXdmcp.so*",
    "libdbus-1.so*",
    "libexpat.so*",
    "libfontconfig.so*",
    "libfreetype.so*",
    "libgcc_s.so*",
    "libglib-2.0.so*",
    "libgthread-2.0.so*",
    "libstdc++.so*",
    "libxcb.so*",
    "libxkbcommon*.so*",
    "libz.so*",
)
"""Libraries that have to fit the fonts, keyboards and drivers of a computer, where every desktop has them anyway.

PyInstaller itself already leaves out the C library and what comes with the graphics driver.
"""

_PLUGIN_FOLDER = "/Qt/plugins/"


def trimmed(entries: Iterable[Entry], needs: Needs) -> list[Entry]:
    """The entries without the libraries that are not used and without links to them, in their order."""
    offered = [each for each in entries if _is_used_plugin(each) and not _is_left(each)]
    reached = _reached([each for each in offered if _is_library(each)], needs)
    used = [each for each in offered if not _is_library(each) or _name(each) in reached]
    places = {each[0] for each in used}
    return [each for each in used if each[2] != LINK or each[1] in places]


def published_as_they_are(entries: Iterable[Entry], folder: Path) -> Iterator[Entry]:
    """The entries, with the libraries from a folder of installed wheels as plain files.

    PyInstaller strips libraries, which breaks those that the makers of wheels have patched.
    """
    for place, source, kind in entries:
        from_wheel = Path(source).is_relative_to(folder)
        yield (place, source, FILE if from_wheel else kind)


def _reached(libraries: list[Entry], needs: Needs) -> set[str]:
    """File names of plugins, extension modules and Python, and of all that these need."""
    files = {_name(each): Path(each[1]) for each in libraries}
    waiting = [_name(each) for each in libraries if _is_root(each)]
    reached: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name in files and name not in reached:
            reached.add(name)
            waiting += needs(files[name])
    return reached


def _is_root(entry: Entry) -> bool:
    """Whether it is opened by name while the program runs, so that no other library tells of it."""
    return (
        entry[2] == EXTENSION or _PLUGIN_FOLDER in entry[0] or _name(entry).startswith("libpython")
    )


def _is_library(entry: Entry) -> bool:
    return entry[2] in {LIBRARY, EXTENSION}


def _is_used_plugin(entry: Entry) -> bool:
    _, inside, place = entry[0].partition(_PLUGIN_FOLDER)
    if not inside:
        return True
    path = PurePath(place)
    return path.stem.removeprefix("lib") in PLUGINS.get(str(path.parent), set())


def _is_left(entry: Entry) -> bool:
    return any(fnmatchcase(_name(entry), pattern) for pattern in FROM_THE_COMPUTER)


def _name(entry: Entry) -> str:
    return PurePath(entry[0]).name
