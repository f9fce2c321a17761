"""What Python and its Qt binding do unasked is held back."""

from __future__ import annotations

import gc
import subprocess
import sys
from collections.abc import Iterator

import pytest

from canvasapp.interpreter import collect_seldom, collector_resting

IMPORTED_AFTER_QT = """
import linecache
import PySide6.QtCore
from canvasapp.interpreter import import_plainly
{first}
import fractions, fractions as again
print([name for name in linecache.cache if "fractions" in name])
"""


@pytest.fixture
def thawed() -> Iterator[None]:
    yield
    gc.unfreeze()


@pytest.mark.parametrize(("first", "is_kept"), [("", True), ("import_plainly()", False)])
def test_the_sources_of_imported_modules_are_not_kept(first: str, *, is_kept: bool) -> None:
    program = IMPORTED_AFTER_QT.format(first=first)
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert ("fractions.py" in done.stdout) is is_kept


@pytest.fixture
def collections() -> Iterator[list[int]]:
    """The generation of each collection from now on."""
    usual, seen = gc.get_threshold(), list[int]()

    def note(phase: str, info: dict[str, int]) -> None:
        if phase == "start":
            seen.append(info["generation"])

    gc.callbacks.append(note)
    yield seen
    gc.callbacks.remove(note)
    gc.set_threshold(*usual)


def test_the_objects_of_one_frame_have_no_collector_come(collections: list[int]) -> None:
    collect_seldom()
    gc.collect(0)
    collections.clear()
    made = [[number] for number in range(5000)]
    assert collections == []
    assert len(made) == 5000


@pytest.mark.usefixtures("thawed")
def test_what_was_made_is_not_looked_through_again() -> None:
    before = gc.get_freeze_count()
    with collector_resting():
        assert not gc.isenabled()
        made = [[number] for number in range(1000)]
    assert gc.isenabled()
    assert gc.get_freeze_count() - before >= len(made)


@pytest.mark.usefixtures("thawed")
def test_the_collector_works_on_when_the_making_fails() -> None:
    frozen = gc.get_freeze_count()
    with pytest.raises(LookupError), collector_resting():
        raise LookupError
    assert gc.isenabled()
    assert gc.get_freeze_count() == frozen
