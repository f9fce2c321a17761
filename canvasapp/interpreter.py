"""What Python and its Qt binding do unasked, held back where nothing here gains from it."""

from __future__ import annotations

import builtins
import gc
from collections.abc import Iterator
from contextlib import contextmanager


def hold_back() -> None:
    """To be done first, once PySide has been imported."""
    import_plainly()
    collect_seldom()


def import_plainly() -> None:
    """Gives Python its own import back.

    PySide's import reads the source of every module that comes after it, to find out whether `__feature__` is used
    there, which it never is here; and Python keeps what was read: 30 MB and 0.1 s.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def collect_seldom() -> None:
    """Has the collector of unused cycles wait for more of them.

    It comes after each 700 new objects, and looks through all of them a hundred times as often as here: in the middle
    of a pan or while somebody types, 20 to 100 ms for nothing.
    """
    gc.set_threshold(10_000, 10, 10)


@contextmanager
def collector_resting() -> Iterator[None]:
    """For making much that will stay: meanwhile, and later among what was made, nothing is looked for that is unused.

    To look through 10,000 notes takes 100 ms and finds nothing. `gc.unfreeze` has them looked through again.
    """
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        gc.enable()
