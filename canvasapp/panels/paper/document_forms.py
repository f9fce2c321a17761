"""The sides of the page where one chooses the format of a document, and which register it holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from canvasapp.controls.layouts import column
from canvasapp.controls.letters import BODY
from canvasapp.controls.look import Look, ink2
from canvasapp.controls.words import Words
from canvasapp.domain.register import Register
from canvasapp.export.file_order import DocumentFile
from canvasapp.panels.paper.choosing import SECTION, Form, labelled
from canvasapp.panels.paper.imprint_fields import ImprintFields

MARGIN = 20
ALL = ""
TEXT = ".md"
TABLE, ONE_REGISTER = ".xlsx", ".csv"
RECORDS = ((".docx", "Word"), (".pdf", "PDF"), (TEXT, "Text"), (".pptx", "Slides"))
WHAT = {
    ".docx": "The workshop’s record for Word: every canvas, block by block, with entries, votes and decisions.",
    ".pdf": "The workshop’s record on A4 pages, each canvas as a poster among them.",
    TEXT: "The workshop’s record as Markdown, its canvases as pictures at its end.",
    ".pptx": "Slides for PowerPoint whose shapes can be changed: one for each canvas and each block.",
}
REGISTERS = ((TABLE, "Excel"), (ONE_REGISTER, "CSV"))


class RecordForm(QWidget):
    """`changed` when another file comes out."""

    changed = Signal()

    def __init__(self, look: Look, file: DocumentFile, today: Callable[[], date]) -> None:
        super().__init__()
        self.imprint = ImprintFields(look, today)
        self.form = Form(look, file, lambda _: self.changed.emit())
        formats = self.form.segment(
            "Format", RECORDS, lambda file: file.suffix, lambda _, said: DocumentFile(said)
        )
        what = Words(look, "", BODY, ink2)
        self.form.on_show(lambda file: what.say(WHAT[file.suffix]))
        fields = labelled(look, "Format", formats), 12, what, 20, self.imprint, None
        self.setLayout(column(*fields, margins=(MARGIN, MARGIN, MARGIN, MARGIN)))
        self.form.on_show(lambda file: self.imprint.ask(author=file.suffix != TEXT, day=True))
        self.form.show(self.form.value)

    def file(self) -> DocumentFile:
        return _signed(self.form.value, self.imprint)


class RegistersForm(QWidget):
    """`changed` when another file comes out."""

    changed = Signal()

    def __init__(
        self,
        look: Look,
        registers: Mapping[str, Register],
        file: DocumentFile,
        today: Callable[[], date],
    ) -> None:
        super().__init__()
        self.imprint = ImprintFields(look, today)
        self._titles = {each.id: each.title for each in registers.values()}
        self.form = Form(look, file, lambda _: self.changed.emit())
        formats = self.form.segment(
            "Format", REGISTERS, lambda file: file.suffix, self._with_suffix
        )
        self.register = self.form.drop_down(
            "Register", (), lambda file: file.register or ALL, self._with_register
        )
        self.form.on_show(lambda _: self._offer())
        empty = self.form.check(
            "Also those without entries",
            lambda file: file.empty_registers,
            lambda file, is_so: replace(file, empty_registers=is_so),
        )
        self.form.shown_if(empty, lambda file: file.suffix == TABLE and file.register is None)
        self._filled: tuple[str, ...] = ()
        self.setLayout(
            column(
                labelled(look, "Format", formats),
                SECTION,
                labelled(look, "Register", self.register),
                8,
                empty,
                20,
                self.imprint,
                None,
                margins=(MARGIN, MARGIN, MARGIN, MARGIN),
            )
        )
        self.form.on_show(self._ask_imprint)
        self.show_filled(())

    def show_filled(self, ids: Sequence[str]) -> None:
        """Those that have entries stand first; a CSV file begins with the first of them."""
        self._filled = tuple(ids)
        self.form.show(self.form.value)

    def file(self) -> DocumentFile:
        return _signed(self.form.value, self.imprint)

    def _ask_imprint(self, file: DocumentFile) -> None:
        """A table of plain text has no place for it."""
        is_table = file.suffix == TABLE
        self.imprint.ask(author=is_table, day=is_table)

    def _offer(self) -> None:
        file = self.form.value
        rest = [each for each in self._titles if each not in self._filled]
        every = [] if file.suffix == ONE_REGISTER else [(ALL, "All of them")]
        named = [
            (each, self._titles[each]) for each in (*self._filled, *rest) if each in self._titles
        ]
        self.register.offer([*every, *named], file.register or ALL)

    def _with_suffix(self, file: DocumentFile, suffix: str) -> DocumentFile:
        if suffix != ONE_REGISTER:
            return replace(file, suffix=suffix, register=None)
        first = next(iter((*self._filled, *self._titles)), None)
        return replace(file, suffix=suffix, register=file.register or first, empty_registers=False)

    def _with_register(self, file: DocumentFile, chosen: str) -> DocumentFile:
        return replace(file, register=chosen or None)


def _signed(file: DocumentFile, imprint: ImprintFields) -> DocumentFile:
    return replace(file, day=imprint.value.day, author=imprint.value.author)
