"""What was chosen for pictures and documents: kept from one start to the next as JSON."""

from __future__ import annotations

import json
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from canvasapp.export import EXPORTERS, PrintOrder
from canvasapp.export.file_order import DocumentFile
from canvasapp.panels.paper.profiles import order_of, told_of

PDF = ".pdf"
PIXELS, DRAWING = ".png", ".svg"
FORMATS = tuple((each.suffix, each.id.upper()) for each in EXPORTERS if each.suffix != PDF)
UNREADABLE = ValueError, TypeError, KeyError, AttributeError


@dataclass(frozen=True, slots=True)
class Choice:
    """A picture. `carries` puts the board inside where it can have it, `all_boards` is for one that holds many."""

    suffix: str = PIXELS
    order: PrintOrder = field(default_factory=PrintOrder)
    carries: bool = True
    all_boards: bool = False

    @property
    def holds_many(self) -> bool:
        return next(each.holds_many for each in EXPORTERS if each.suffix == self.suffix)


def picture_written(choice: Choice) -> str:
    plain = {"suffix": choice.suffix, "carries": choice.carries, "all_boards": choice.all_boards}
    return json.dumps({**plain, "order": told_of(choice.order)})


def picture_read(text: str) -> Choice:
    """As it was kept; as usual where that can not be read."""
    with suppress(*UNREADABLE):
        told = json.loads(text)
        suffix = _one_of(told["suffix"], dict(FORMATS))
        return Choice(
            suffix, order_of(told["order"]), bool(told["carries"]), bool(told["all_boards"])
        )
    return Choice()


def document_written(file: DocumentFile) -> str:
    """Its format, and which registers are in it."""
    told = {"suffix": file.suffix, "register": file.register, "empty": file.empty_registers}
    return json.dumps(told)


def document_read(
    text: str, usual: str, suffixes: Collection[str], registers: Collection[str] = ()
) -> DocumentFile:
    """As it was kept, of these formats and registers; in the `usual` format where that can not be read."""
    with suppress(*UNREADABLE):
        told = json.loads(text)
        register = None if told["register"] is None else _one_of(told["register"], registers)
        return DocumentFile(_one_of(told["suffix"], suffixes), register, bool(told["empty"]))
    return DocumentFile(usual)


def _one_of(said: Any, known: Collection[str]) -> str:  # noqa: ANN401  # of JSON
    """Raises ValueError for what is not known."""
    if said not in known:
        raise ValueError(said)
    return str(said)
