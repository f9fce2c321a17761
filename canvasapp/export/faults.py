"""What can not be exported as asked."""

from __future__ import annotations

from canvasapp.domain.errors import ExpectedError


class ExportError(ExpectedError):
    """A file can not be written as asked. The message is for the user."""
