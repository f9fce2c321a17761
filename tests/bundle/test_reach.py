"""PyInstaller finds modules by following imports, so lists of things to choose from need no help in the build."""

from __future__ import annotations

from pathlib import Path

import grimp
import pytest

START = "canvasapp.__main__"
ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    return grimp.build_graph("canvasapp", cache_dir=None)


@pytest.mark.parametrize("package", ["export", "panels", "store.migrations", "view.tools"])
def test_everything_on_a_list_is_reached_from_the_start(
    graph: grimp.ImportGraph, package: str
) -> None:
    members = graph.find_descendants(f"canvasapp.{package}")
    assert members
    assert members - graph.find_upstream_modules(START) == set()


def test_no_module_is_imported_by_a_name_that_is_made_up_at_run_time() -> None:
    modules = [*(ROOT / "canvasapp").rglob("*.py")]
    by_name = [path for path in modules if "import_module" in path.read_text("utf-8")]
    assert (len(modules) > 1, by_name) == (True, [])
