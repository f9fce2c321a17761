"""What Python and its Qt binding do unasked, held back where nothing here gains from it."""

from __future__ import annotations

import builtins
import gc
from collections.abc import Iterator
from contextlib import contextmanager


def import_plainly() -> None:
    """Gives Python its own import back, once PySide has been imported.

    PySide's import reads the source of every module that comes after it, to find out whether `__feature__` is used
    there, which it never is here; and Python keeps what was read: 30 MB and 0.1 s.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


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
