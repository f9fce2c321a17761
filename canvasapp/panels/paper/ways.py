"""The four ways in which a workshop leaves the program, and what is offered for each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Way(StrEnum):
    """What the file is for."""

    PRINT = "print"
    PICTURE = "picture"
    RECORD = "record"
    REGISTERS = "registers"


@dataclass(frozen=True, slots=True)
class Offer:
    """What stands on the button beside the one that saves, and its icon; "" for none."""

    label: str = ""
    icon: str = ""


NAMES = tuple((each.value, each.value.capitalize()) for each in Way)
BESIDE = {
    Way.PRINT: Offer("Printer…", "printer"),
    Way.PICTURE: Offer("Copy", "copy"),
    Way.RECORD: Offer(),
    Way.REGISTERS: Offer(),
}
