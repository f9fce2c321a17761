"""What the build is told to put into the bundle. PyInstaller is replaced: it takes half a minute."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections import Counter
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6 import QtCore

from installers.contents import LICENCES
from installers.trimming import UNUSED_MODULES

ROOT = Path(__file__).parent.parent.parent
SPEC = ROOT / "build.spec"
LIBRARY = ("PySide6/QtCore.abi3.so", QtCore.__file__, "EXTENSION")
TRANSLATION = ("PySide6/Qt/translations/qt_fi.qm", "qt_fi.qm", "DATA")
WITHOUT_THEM = """
import sys

class Left:
    def find_spec(self, name, path=None, target=None):
        if any(name == each or name.startswith(each + ".") for each in LEFT):
            raise ModuleNotFoundError(name, name=name)

LEFT = sys.argv.pop().split()
sys.meta_path.insert(0, Left())
from canvasapp.__main__ import main
main()
"""


@pytest.fixture
def asked(tmp_path: Path) -> dict[str, Any]:
    """What the spec says to PyInstaller, by the name of the step."""
    said: dict[str, Any] = {}

    def analysis(scripts: list[str], **options: Any) -> SimpleNamespace:
        said["analysis"] = {"scripts": scripts, **options}
        return SimpleNamespace(
            scripts=scripts, pure=[("numpy", "", "")], binaries=[LIBRARY], datas=[TRANSLATION]
        )

    def collect(program: object, entries: list[Any], **options: Any) -> None:
        said["collect"] = {"entries": list(entries), **options}

    exec(  # a spec is a script with these names
        compile(SPEC.read_text("utf-8"), SPEC, "exec"),
        {
            "SPECPATH": str(ROOT),
            "workpath": str(tmp_path),
            "Analysis": analysis,
            "PYZ": lambda pure: pure,
            "EXE": lambda *_, **options: said.setdefault("program", options),
            "COLLECT": collect,
        },
    )
    return said


@pytest.fixture
def places(asked: dict[str, Any]) -> Counter[str]:
    return Counter(place for place, _, _ in asked["collect"]["entries"])


def test_the_bundle_starts_where_the_installed_command_starts(asked: dict[str, Any]) -> None:
    (script,) = asked["analysis"]["scripts"]
    assert Path(script) == ROOT / "canvasapp" / "__main__.py"
    assert all(Path(hook).is_file() for hook in asked["analysis"]["runtime_hooks"])


def test_program_and_folder_have_the_name_of_the_command(asked: dict[str, Any]) -> None:
    assert (asked["program"]["name"], asked["collect"]["name"]) == ("canvasapp", "canvasapp")


def test_no_place_in_the_bundle_is_filled_twice(places: Counter[str]) -> None:
    assert [place for place, times in places.items() if times > 1] == []


def test_every_file_that_is_put_in_exists(asked: dict[str, Any]) -> None:
    sources = [Path(source) for _, source, _ in asked["collect"]["entries"]]
    assert [path for path in sources if not path.is_file()] == []


def test_every_folder_of_resources_that_the_program_reads_is_in(places: Counter[str]) -> None:
    folders = {place.split("/")[1] for place in places if place.startswith("resources/")}
    assert read_by_the_program() <= folders


def test_scripts_for_developers_are_not_in(places: Counter[str]) -> None:
    assert [place for place in places if place.startswith("resources/") and ".py" in place] == []


def test_translations_that_nobody_asks_for_are_not_in(places: Counter[str]) -> None:
    assert TRANSLATION[0] not in places


@pytest.mark.parametrize(
    "name", ["CANVASAPP.txt", "GPL-3.txt", "LGPL-3.txt", "QT.txt", "THIRD-PARTY.txt"]
)
def test_a_reader_finds_the_licences_in_one_folder(places: Counter[str], name: str) -> None:
    assert f"{LICENCES}/{name}" in places


def test_fonts_and_icons_come_with_their_licences(places: Counter[str]) -> None:
    assert {"resources/fonts/OFL.txt", "resources/icons/LICENSE"} <= set(places)


def test_the_notice_names_what_is_in_and_nothing_else(asked: dict[str, Any]) -> None:
    sources = {place: source for place, source, _ in asked["collect"]["entries"]}
    notice = Path(sources[f"{LICENCES}/THIRD-PARTY.txt"]).read_text("utf-8")
    assert "\nnumpy " in notice
    assert "\nPySide6_Essentials " in notice
    assert "reportlab" not in notice


def test_all_parts_work_without_the_modules_that_the_bundle_leaves_out() -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_THEM, "--selftest", " ".join(UNUSED_MODULES)],
        capture_output=True,
        check=False,
        text=True,
    )
    assert (done.returncode, done.stderr) == (0, "")


def read_by_the_program() -> set[str]:
    """First words of all calls of `resource(...)` in the program."""
    calls = [
        node
        for path in (ROOT / "canvasapp").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "resource"
    ]
    return {ast.literal_eval(call.args[0]) for call in calls}
