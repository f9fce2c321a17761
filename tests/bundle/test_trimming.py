"""What stays in the bundle and what goes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import PySide6
import pytest

from installers.contents import EXTENSION, FILE, LIBRARY, LINK, Entry
from installers.elf import NotElfError, needed_libraries
from installers.trimming import PLUGINS, published_as_they_are, trimmed

QT = Path(PySide6.__file__).parent
PLUGIN_FOLDER = "PySide6/Qt/plugins"
MODULES = ("QtCore", "QtGui", "QtSvg", "QtWidgets")

MODULE = ("PySide6/QtCore.abi3.so", "core", EXTENSION)
PLUGIN = (f"{PLUGIN_FOLDER}/platforms/libqxcb.so", "xcb", LIBRARY)
OTHER_PLUGIN = (f"{PLUGIN_FOLDER}/tls/libqopensslbackend.so", "tls", LIBRARY)


def library(name: str) -> Entry:
    return (f"PySide6/Qt/lib/{name}", name, LIBRARY)


def needing(**asked: set[str]) -> Callable[[Path], frozenset[str]]:
    return lambda path: frozenset(asked.get(path.name, set()))


def test_what_a_module_needs_stays_and_what_that_needs_too() -> None:
    entries = [MODULE, library("libnear.so"), library("libfar.so")]
    needs = {"core": {"libnear.so"}, "libnear.so": {"libfar.so"}}
    assert trimmed(entries, needing(**needs)) == entries


def test_a_library_that_nothing_needs_goes() -> None:
    assert trimmed([MODULE, library("libalone.so")], needing()) == [MODULE]


def test_two_libraries_that_need_each_other_only_go_both() -> None:
    pair = [library("libone.so"), library("libother.so")]
    needs = {"libone.so": {"libother.so"}, "libother.so": {"libone.so"}}
    assert trimmed([MODULE, *pair], needing(**needs)) == [MODULE]


def test_an_unused_plugin_goes_with_what_only_it_needs() -> None:
    entries = [PLUGIN, OTHER_PLUGIN, library("libQt6Network.so.6"), library("libQt6Gui.so.6")]
    needs = {"xcb": {"libQt6Gui.so.6"}, "tls": {"libQt6Network.so.6", "libQt6Gui.so.6"}}
    assert trimmed(entries, needing(**needs)) == [PLUGIN, library("libQt6Gui.so.6")]


def test_libraries_of_the_computer_go_with_what_only_they_need() -> None:
    entries = [MODULE, library("libdbus-1.so.3"), library("libsystemd.so.0")]
    needs = {"core": {"libdbus-1.so.3"}, "libdbus-1.so.3": {"libsystemd.so.0"}}
    assert trimmed(entries, needing(**needs)) == [MODULE]


def test_python_itself_stays() -> None:
    entries = [("libpython3.11.so.1.0", "python", LIBRARY), library("libffi.so.8")]
    assert trimmed(entries, needing(python={"libffi.so.8"})) == entries


def test_a_link_stays_and_goes_with_what_it_leads_to() -> None:
    kept, gone = library("libkept.so"), library("libgone.so")
    links = [(name, f"PySide6/Qt/lib/{name}", LINK) for name in ("libkept.so", "libgone.so")]
    entries = trimmed([MODULE, kept, gone, *links], needing(core={"libkept.so"}))
    assert entries == [MODULE, kept, links[0]]


def test_files_that_are_no_libraries_stay() -> None:
    assert trimmed([("base_library.zip", "zip", FILE)], needing()) != []


def test_libraries_of_wheels_are_plain_files_that_nothing_is_taken_from() -> None:
    wheel = ("numpy.libs/libblas.so", "/env/lib/numpy.libs/libblas.so", LIBRARY)
    system = ("libffi.so.8", "/lib/libffi.so.8", LIBRARY)
    link = ("libblas.so", "numpy.libs/libblas.so", LINK)
    published = published_as_they_are([wheel, system, link], Path("/env/lib"))
    assert list(published) == [(*wheel[:2], FILE), system, link]


def test_the_entries_keep_their_order() -> None:
    entries = [library("libb.so"), MODULE, library("liba.so")]
    assert trimmed(entries, needing(core={"liba.so", "libb.so"})) == entries


# --- with the libraries that are installed --------------------------------------------------------------------------


@pytest.fixture(scope="module")
def kept() -> set[str]:
    """File names of the libraries that stay when the program's modules meet all of Qt."""
    modules = [(f"PySide6/{path.name}", str(path), EXTENSION) for path in modules_of_qt()]
    rest = [
        (str(Path("PySide6", path.relative_to(QT))), str(path), LIBRARY)
        for path in sorted(QT.rglob("*.so*"))
        if path.is_file() and ".abi3.so" not in path.name and is_library(path)
    ]
    return {Path(place).name for place, _, _ in trimmed([*modules, *rest], needed_libraries)}


def modules_of_qt() -> list[Path]:
    return [QT / f"{name}.abi3.so" for name in MODULES]


def is_library(path: Path) -> bool:
    return path.read_bytes()[:4] == b"\x7fELF"


@pytest.mark.parametrize("module", MODULES)
def test_a_module_of_qt_needs_the_library_of_its_name(module: str) -> None:
    needed = needed_libraries(QT / f"{module}.abi3.so")
    assert {f"libQt6{module.removeprefix('Qt')}.so.6", "libc.so.6"} <= needed


def test_only_libraries_are_read_for_what_they_need() -> None:
    with pytest.raises(NotElfError, match=r"test_trimming\.py is not a library"):
        needed_libraries(Path(__file__))


@pytest.mark.parametrize("part", ["Network", "Qml", "Quick", "Sql", "OpenGL", "Designer"])
def test_parts_of_qt_that_nothing_uses_go(kept: set[str], part: str) -> None:
    name = f"libQt6{part}.so.6"
    assert (QT / "Qt" / "lib" / name).is_file()
    assert name not in kept


@pytest.mark.parametrize("part", ["Core", "DBus", "Gui", "Svg", "WaylandClient", "Widgets"])
def test_parts_of_qt_that_are_used_stay(kept: set[str], part: str) -> None:
    assert f"libQt6{part}.so.6" in kept


@pytest.mark.parametrize("name", ["qoffscreen", "qxcb", "qjpeg", "qsvg", "xdg-shell"])
def test_plugins_that_are_used_stay(kept: set[str], name: str) -> None:
    assert f"lib{name}.so" in kept


@pytest.mark.parametrize("folder", PLUGINS)
def test_every_plugin_that_is_to_stay_exists(folder: str) -> None:
    there = {path.stem.removeprefix("lib") for path in (QT / "Qt" / "plugins" / folder).iterdir()}
    assert PLUGINS[folder] <= there
