"""A file as a person asks for it: posters or a picture of boards, or a document of the whole workshop."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from canvasapp.domain.board import Workshop
from canvasapp.export.carrying import can_carry
from canvasapp.export.order import Content, PrintOrder


@dataclass(frozen=True, slots=True)
class BoardFile:
    """A file of the boards with the ids `boards`. With `carries` a picture has its board inside, where it can."""

    boards: tuple[str, ...]
    order: PrintOrder = field(default_factory=PrintOrder)
    suffix: str = ".pdf"
    carries: bool = False

    @property
    def can_carry(self) -> bool:
        """Whether it can have its board inside: it shows all of one."""
        return can_carry(self.suffix) and self.order.shows_all and len(self.boards) == 1


@dataclass(frozen=True, slots=True)
class DocumentFile:
    """A file of the whole workshop; the rest is as in `DocumentOptions`."""

    suffix: str
    register: str | None = None
    empty_registers: bool = False
    day: date | None = None
    author: str = ""


FileOrder = BoardFile | DocumentFile


def title_of(order: FileOrder, workshop: Workshop) -> str:
    """What the file is about: the workshop, and what of it."""
    title = workshop.head.title
    match order:
        case BoardFile(boards=(board,)):
            of = workshop.boards[board].head.title
            gaps = order.order.content is Content.GAPS
            return f"{title}, {of}, gaps" if gaps else f"{title}, {of}"
        case BoardFile():
            return title
        case DocumentFile():
            return f"{title}, {_KINDS.get(order.suffix, 'record')}"


_KINDS = {".pptx": "slides", ".xlsx": "registers", ".csv": "register"}
