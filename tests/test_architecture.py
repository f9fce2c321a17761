"""The rules of the house that no linter knows: who may use which library, sizes, records, addresses, documents.

Layers, cycles and who reaches the store: import-linter, in pyproject.toml. Length of functions, broad excepts: ruff.
"""

from __future__ import annotations

import ast
import dataclasses
import importlib
import inspect
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from canvasapp.domain.errors import ExpectedError
from canvasapp.export import EXPORTERS, Exporter
from canvasapp.export.documents import DOCUMENTS, Document
from canvasapp.panels import PANELS, Panel
from canvasapp.view.toolbox import Tool
from canvasapp.view.tools import TOOLS

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "canvasapp").rglob("*.py"))
MOST_LINES = 300

QT_DRAWING = {"PySide6.QtCore", "PySide6.QtGui"}
QT_WINDOWS = {*QT_DRAWING, "PySide6.QtWidgets"}
LIBRARIES: dict[
    str, set[str]
] = {  # the entry with the longest name that fits a module is the one that counts
    "canvasapp": set(),
    "canvasapp.app": QT_WINDOWS,
    "canvasapp.app.jobs": {"PySide6.QtCore", "shiboken6"},
    "canvasapp.app.printing": {*QT_WINDOWS, "PySide6.QtPrintSupport"},
    "canvasapp.cli": QT_DRAWING,
    "canvasapp.controls": {*QT_WINDOWS, "PySide6.QtSvg"},
    "canvasapp.export": {"reportlab", "uharfbuzz"},
    "canvasapp.export.documents": {"docx", "pptx", "xlsxwriter"},
    "canvasapp.export.page_painting": QT_DRAWING,
    "canvasapp.export.png": QT_DRAWING,
    "canvasapp.painting": QT_DRAWING,
    "canvasapp.painting.colour_glyphs": {"PySide6.QtGui", "uharfbuzz"},
    "canvasapp.panels": QT_WINDOWS,
    "canvasapp.store": {"pydantic", "sqlalchemy", "sqlite3", "sqlmodel"},
    "canvasapp.text": QT_DRAWING,
    "canvasapp.view": {*QT_WINDOWS, "numpy", "shiboken6"},
}
BOUND = {"sqlite3"}  # of the standard library, and yet only for those whom the list names
NETWORK = {
    "asyncio",
    "ftplib",
    "http",
    "imaplib",
    "poplib",
    "smtplib",
    "socket",
    "ssl",
    "urllib.request",
}

NEVER_MET_BY_USERS = {
    "BrokenSealError",  # becomes a DamagedFileError
    "CancelledError",  # was wanted
    "EditInProgressError",  # a bug in a listener
    "StaleEditError",  # a bug in who planned the edit
    "StepError",  # becomes a MigrationError
    "_BrokenError",  # is passed over while carving
}

READ_BY_MACHINES = {"", ".lock", ".md", ".py", ".sh", ".spec", ".toml", ".yml"}
ADDRESS = re.compile(r"\b(?:https?|ftp|git)://([^/\s\"'<>)`]+)")
KNOWN_HOSTS = {  # specifications and those whose work is bundled: nothing is ever fetched from an address
    "github.com",
    "keepachangelog.com",
    "ns.adobe.com",
    "purl.org",
    "www.sqlite.org",
    "www.w3.org",
}


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@pytest.fixture(params=MODULES, ids=module_name)
def module(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def test_a_module_uses_only_the_libraries_it_may(module: Path) -> None:
    foreign = {name for name in imports(module) if is_foreign(name)}
    allowed = LIBRARIES[entry_for(module_name(module))]
    assert {name for name in foreign if not any(within(name, each) for each in allowed)} == set()


def test_no_module_can_reach_the_network(module: Path) -> None:
    assert {
        name for name in imports(module) if any(within(name, each) for each in NETWORK)
    } == set()


def test_a_module_has_at_most_300_lines(module: Path) -> None:
    assert len(module.read_text("utf-8").splitlines()) <= MOST_LINES


@pytest.mark.parametrize("entry", LIBRARIES)
def test_no_library_is_allowed_where_it_is_not_used(entry: str) -> None:
    names = {
        name for path in MODULES if entry_for(module_name(path)) == entry for name in imports(path)
    }
    assert {
        each for each in LIBRARIES[entry] if not any(within(name, each) for name in names)
    } == set()


@pytest.mark.parametrize(
    "path", sorted((ROOT / "canvasapp" / "domain").glob("*.py")), ids=module_name
)
def test_records_are_frozen(path: Path) -> None:
    domain = importlib.import_module(module_name(path))
    records: list[Any] = [each for _, each in inspect.getmembers(domain, dataclasses.is_dataclass)]
    assert [each for each in records if not each.__dataclass_params__.frozen] == []


def test_every_error_is_a_sentence_for_the_user_or_never_met_by_one(module: Path) -> None:
    imported = importlib.import_module(module_name(module))
    errors = {
        name: each
        for name, each in inspect.getmembers(imported, inspect.isclass)
        if each.__module__ == imported.__name__ and issubclass(each, Exception)
    }
    told = {name for name, each in errors.items() if issubclass(each, ExpectedError)}
    assert errors.keys() - told <= NEVER_MET_BY_USERS
    assert not told & NEVER_MET_BY_USERS


@pytest.mark.parametrize(
    "registry",
    [DOCUMENTS, EXPORTERS, PANELS, TOOLS],
    ids=["DOCUMENTS", "EXPORTERS", "PANELS", "TOOLS"],
)
def test_ids_in_a_registry_are_unique(
    registry: tuple[Document | Exporter | Panel | Tool, ...],
) -> None:
    ids = [entry.id for entry in registry]
    assert sorted(set(ids)) == sorted(ids)


def test_every_module_of_a_format_is_registered() -> None:
    assert {exporter.id for exporter in EXPORTERS} == {
        path.stem
        for path in (ROOT / "canvasapp" / "export").glob("*.py")
        if f"write_{path.stem}" in defined(path, ast.FunctionDef)
    }


def test_every_module_of_a_tool_is_registered() -> None:
    folder = ROOT / "canvasapp" / "view" / "tools"
    assert {tool.id for tool in TOOLS} == {
        path.stem for path in folder.glob("*.py") if "begin" in defined(path, ast.FunctionDef)
    }


def test_every_class_of_a_panel_is_registered() -> None:
    folder = ROOT / "canvasapp" / "panels"
    assert {panel.make.__name__ for panel in PANELS} == {
        name
        for path in folder.rglob("*.py")
        for name in defined(path, ast.ClassDef)
        if path != folder / "__init__.py" and name.endswith("Panel")
    }


def test_every_address_in_the_project_is_a_known_one() -> None:
    unknown = {
        (str(path.relative_to(ROOT)), host)
        for path in project_files()
        for host in ADDRESS.findall(path.read_text("utf-8"))
        if host not in KNOWN_HOSTS
    }
    assert unknown == set()


@pytest.mark.parametrize("path", sorted((ROOT / "tests").rglob("*.py")), ids=module_name)
def test_no_test_is_left_out_or_expected_to_fail(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    used = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    assert used & {"skip", "skipif", "xfail"} == set()


# --- reading the code -----------------------------------------------------------------------------------------------


def imports(path: Path) -> set[str]:
    """Full names of what a module imports, wherever it does so: `from a import b` counts as a and as a.b."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        match node:
            case ast.Import(names=names):
                found |= {each.name for each in names}
            case ast.ImportFrom(module=str(origin), names=names):
                found |= {f"{origin}.{each.name}" for each in names}
    return found


def defined(path: Path, kind: type[ast.ClassDef | ast.FunctionDef]) -> set[str]:
    """Names of the classes or functions that a module defines at its top."""
    tree = ast.parse(path.read_text("utf-8"))
    return {node.name for node in tree.body if isinstance(node, kind)}


def is_foreign(name: str) -> bool:
    top = name.partition(".")[0]
    return top in BOUND or (top != "canvasapp" and top not in sys.stdlib_module_names)


def entry_for(name: str) -> str:
    return max((entry for entry in LIBRARIES if within(name, entry)), key=len)


def within(name: str, package: str) -> bool:
    return name == package or name.startswith(f"{package}.")


def project_files() -> Iterator[Path]:
    """Code, settings and documents of the project, without what tools leave behind (there may be no git to ask)."""
    left_behind = {".venv", ".git", "build", "dist", "out"}
    for top in ROOT.iterdir():
        if top.name in left_behind or top.name.endswith(("_cache", ".egg-info")):
            continue
        for path in top.rglob("*") if top.is_dir() else (top,):
            if (
                path.is_file()
                and path.suffix in READ_BY_MACHINES
                and "__pycache__" not in path.parts
            ):
                yield path
