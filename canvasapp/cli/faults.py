"""What is at fault in what was typed."""

from __future__ import annotations

from canvasapp.domain.errors import ExpectedError


class InputError(ExpectedError):
    """What was typed is at fault."""
