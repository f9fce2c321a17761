"""What is at fault in what was typed or given, as the one sentence that standard error gets."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from canvasapp.domain.errors import ExpectedError


class InputError(ExpectedError):
    """What was typed is at fault."""


@contextmanager
def at_fault(*expected: type[Exception]) -> Iterator[None]:
    """Turns the expected errors of other packages, whose messages are sentences too, into InputError."""
    try:
        yield
    except expected as error:
        raise InputError(str(error)) from error
