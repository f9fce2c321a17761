"""Commands that are told to end from outside: they put things right first."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

SIGNALS = ("SIGTERM", "SIGHUP")
"""What ends a program, by name: Windows knows only the first."""


@contextmanager
def in_order() -> Iterator[None]:
    """Raises SystemExit where the program is when it is told to end, so that nothing is left half done."""
    known = [getattr(signal, name) for name in SIGNALS if hasattr(signal, name)]
    before = {number: signal.signal(number, _end) for number in known}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _end(number: int, _frame: FrameType | None) -> None:
    raise SystemExit(128 + number)  # what shells expect
