"""How a Linux desktop comes to know the program and its files."""

from __future__ import annotations

import configparser
import os
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from canvasapp.app.window import NAME  # by which a window finds its menu entry
from canvasapp.edits.example import example_workshop
from canvasapp.store import create_workshop
from canvasapp.templates import load_templates

ROOT = Path(__file__).parent.parent.parent
LINUX = ROOT / "installers" / "linux"
TYPE = "application/x-canvasapp-workshop"
ASK_FOR_TYPE = """
import sys
from PySide6.QtCore import QMimeDatabase
print(QMimeDatabase().mimeTypeForFile(sys.argv[1]).name())
"""


@pytest.fixture
def entry() -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[method-assign, assignment]  # keys are case-sensitive
    parser.read(LINUX / f"{NAME}.desktop", encoding="utf-8")
    return parser["Desktop Entry"]


@pytest.fixture
def metainfo() -> ET.Element:
    return ET.parse(LINUX / "org.canvasapp.canvasapp.metainfo.xml").getroot()


@pytest.fixture
def desktop(tmp_path: Path) -> dict[str, str]:
    """The environment of a desktop that knows our type of file."""
    folder = tmp_path / "share" / "mime" / "packages"
    folder.mkdir(parents=True)
    shutil.copy(LINUX / f"{NAME}.xml", folder)
    folders = {"XDG_DATA_HOME": str(tmp_path / "share"), "XDG_DATA_DIRS": str(tmp_path / "none")}
    return {**os.environ, **folders}


@pytest.mark.parametrize("name", ["care.workshop", "care"])
def test_a_desktop_knows_a_workshop_whatever_it_is_called(
    desktop: dict[str, str], tmp_path: Path, name: str
) -> None:
    file = tmp_path / name
    create_workshop(file, example_workshop(load_templates()))
    assert type_of(file, desktop) == TYPE


def test_a_desktop_takes_no_other_database_for_a_workshop(
    desktop: dict[str, str], tmp_path: Path
) -> None:
    workshop, other = tmp_path / "care.workshop", tmp_path / "care"
    create_workshop(workshop, example_workshop(load_templates()))
    data = workshop.read_bytes()
    other.write_bytes(data[:68] + bytes(4) + data[72:])
    assert type_of(other, desktop).endswith("sqlite3")


def test_the_menu_entry_opens_workshops(entry: configparser.SectionProxy) -> None:
    assert entry["MimeType"] == f"{TYPE};"
    assert entry["Exec"] == "canvasapp %f"


def test_windows_menu_entry_catalogue_and_icon_have_one_name(
    entry: configparser.SectionProxy, metainfo: ET.Element
) -> None:
    assert entry["Icon"] == NAME
    assert metainfo.findtext("icon") == NAME
    assert metainfo.findtext("launchable") == f"{NAME}.desktop"
    assert metainfo.findtext("provides/mediatype") == TYPE


def test_the_picture_of_the_icon_is_its_drawing(qapp: QGuiApplication) -> None:
    picture = QImage(str(ROOT / "resources" / "app-icon.png"))
    drawn = QImage(256, 256, QImage.Format.Format_ARGB32)
    drawn.fill(QColor(0, 0, 0, 0))
    painter = QPainter(drawn)
    QSvgRenderer(str(ROOT / "resources" / "app-icon.svg")).render(painter)
    painter.end()
    assert qapp is not None
    assert furthest_apart(picture.convertToFormat(drawn.format()), drawn) < 8


def test_without_a_bundle_the_package_builder_says_what_to_type(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "installers", tmp_path / "installers")
    done = subprocess.run(
        ["sh", tmp_path / "installers" / "debian" / "build.sh"],
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].endswith("type ./run build first.")


def furthest_apart(one: QImage, other: QImage) -> int:
    """Of all bytes of two images of one size; processors round differently."""
    assert one.size() == other.size()
    return max(abs(a - b) for a, b in zip(one.constBits(), other.constBits(), strict=True))


def type_of(file: Path, environment: dict[str, str]) -> str:
    done = subprocess.run(
        [sys.executable, "-c", ASK_FOR_TYPE, file],
        env=environment,
        capture_output=True,
        check=True,
        text=True,
    )
    return done.stdout.strip()
