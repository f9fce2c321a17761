"""The base of every trouble that is expected."""

from __future__ import annotations


class ExpectedError(Exception):
    """Trouble that the user can meet; its message is the sentence they read: what is so and what to do.

    What is not one is a bug, and is never caught to carry on.
    """
