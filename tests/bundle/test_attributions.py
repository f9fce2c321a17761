"""Whose work is in the bundle is told from what is in it."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import distribution, packages_distributions, version
from pathlib import Path

import pytest

from installers.attributions import Part, bundled_parts, notice
from installers.contents import EXTENSION, LICENCES

ROOT = Path(__file__).parent.parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
NAMES = sorted(re.split(r"[<>=~!]", each)[0] for each in PROJECT["dependencies"])
MODULES = [
    module
    for module, owners in packages_distributions().items()
    if {owner.lower().replace("_", "-") for owner in owners} & {name.lower() for name in NAMES}
]


@pytest.fixture(scope="module")
def parts() -> dict[str, Part]:
    """Of a bundle that holds everything the project depends on, by name as it is asked for."""
    return {part.name.lower().replace("_", "-"): part for part in bundled_parts(MODULES, [])}


@pytest.mark.parametrize("name", NAMES)
def test_every_library_is_told_with_version_licence_and_source(
    parts: dict[str, Part], name: str
) -> None:
    part = parts[name.lower()]
    assert part.version == version(name)
    assert part.licence
    assert part.source.startswith("https://")


@pytest.mark.parametrize("name", NAMES)
def test_every_library_comes_with_a_licence_that_can_be_read(
    parts: dict[str, Part], name: str
) -> None:
    part = parts[name.lower()]
    sources = {place: Path(source) for place, source, _ in part.texts}
    text = sources.get(part.text, ROOT / part.text).read_text("utf-8")
    assert re.search(r"licen[cs]e|permission", text, re.IGNORECASE)


@pytest.mark.parametrize("name", NAMES)
def test_the_program_can_tell_the_version_of_every_library(
    parts: dict[str, Part], name: str
) -> None:
    folder = next(each.parent for each in distribution(name).files or () if each.name == "METADATA")
    assert f"{folder}/METADATA" in {place for place, _, _ in parts[name.lower()].texts}


def test_python_and_what_starts_the_bundle_are_told(parts: dict[str, Part]) -> None:
    assert {"python", "pyinstaller"} <= set(parts)


def test_tools_of_developers_are_not_told(parts: dict[str, Part]) -> None:
    assert {"pytest", "ruff", "mypy", "canvasapp"} & set(parts) == set()


def test_a_library_that_is_a_file_only_is_told_too() -> None:
    place = "uharfbuzz/_harfbuzz.abi3.so"
    installed = str(distribution("uharfbuzz").locate_file(place))
    assert "uharfbuzz" in {part.name for part in bundled_parts([], [(place, installed, EXTENSION)])}


def test_the_notice_gives_each_part_a_paragraph() -> None:
    text = ("zlib.dist-info/LICENSE", "/somewhere/LICENSE", "DATA")
    told = Part("zlib", "1.3", "Zlib", "zlib.example", (text,))
    assert notice([told], "2.0").splitlines()[2:6] == [
        "zlib 1.3",
        "    Licence: Zlib",
        "    Source: zlib.example",
        "    Text: zlib.dist-info/LICENSE",
    ]


def test_the_notice_leaves_out_what_is_not_known() -> None:
    assert "Source" not in notice([Part("zlib", "1.3", "Zlib", "", ())], "2.0")


def test_qt_is_told_on_a_page_of_ours(parts: dict[str, Part]) -> None:
    page = parts["pyside6-essentials"].text
    assert page == f"{LICENCES}/QT.txt"
    assert "LGPL-3.txt" in (ROOT / page).read_text("utf-8")
