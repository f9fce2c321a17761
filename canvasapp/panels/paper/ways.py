"""The four ways in which a workshop leaves the program, and what they are called."""

from __future__ import annotations

from enum import StrEnum


class Way(StrEnum):
    """What the file is for."""

    PRINT = "print"
    PICTURE = "picture"
    RECORD = "record"
    REGISTERS = "registers"


NAMES = tuple((each.value, each.value.capitalize()) for each in Way)
