"""What the page remembers from one start to the next."""

from __future__ import annotations

from collections.abc import Mapping

from canvasapp.domain.register import Register
from canvasapp.export.file_order import DocumentFile
from canvasapp.panels.paper import kept
from canvasapp.panels.paper.document_forms import RECORDS, REGISTERS
from canvasapp.panels.paper.profiles import Profiles, read, written
from canvasapp.panels.surroundings import Guide

PRINT, PICTURE, RECORD, TABLES, AUTHOR = (
    "print",
    "print-picture",
    "print-record",
    "print-registers",
    "print-author",
)


class Memory:
    """Every part is as usual where nothing was kept, or what was kept can not be read."""

    def __init__(self, guide: Guide, registers: Mapping[str, Register]) -> None:
        self._guide, self._registers = guide, registers

    @property
    def profiles(self) -> Profiles:
        return read(self._guide.recall(PRINT))

    @property
    def picture(self) -> kept.Choice:
        return kept.picture_read(self._guide.recall(PICTURE))

    @property
    def record(self) -> DocumentFile:
        suffixes = [suffix for suffix, _ in RECORDS]
        return kept.document_read(self._guide.recall(RECORD), suffixes[0], suffixes)

    @property
    def registers(self) -> DocumentFile:
        suffixes = [suffix for suffix, _ in REGISTERS]
        text = self._guide.recall(TABLES)
        return kept.document_read(text, suffixes[0], suffixes, self._registers)

    @property
    def author(self) -> str:
        return self._guide.recall(AUTHOR)

    def keep_profiles(self, those: Profiles) -> None:
        self._guide.remember(PRINT, written(those))

    def keep_author(self, author: str) -> None:
        self._guide.remember(AUTHOR, author)

    def keep(self, picture: kept.Choice, record: DocumentFile, registers: DocumentFile) -> None:
        self._guide.remember(PICTURE, kept.picture_written(picture))
        self._guide.remember(RECORD, kept.document_written(record))
        self._guide.remember(TABLES, kept.document_written(registers))
