"""Fields of the editor: they are those of entries, with what a canvas lets one write and choose."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from canvasapp.controls.look import Look
from canvasapp.controls.value_fields import Stock, ValueField
from canvasapp.controls.value_fields.stock import Option
from canvasapp.controls.value_fields.written import WrittenInput
from canvasapp.domain.errors import ExpectedError
from canvasapp.domain.register import Field, FieldType, Register, Scope, Value
from canvasapp.templates.drafting import Content

LIVE = 150
"""After how many ms without typing the sheet follows."""

Change = Callable[[Content], Content]
"""A plan of `edits.canvas_drafts`."""
Perform = Callable[[Change, bool], str]
"""Does it to the draft, in the place of the last one if the second says so; the sentence that says why it can not."""


@dataclass(frozen=True, slots=True)
class KindStock(Stock):
    """The kinds of entries that a note may become."""

    def options(self, field: Field) -> list[Option]:
        kinds = sorted(_of_blocks(self.registers.values()), key=lambda each: each.title)
        return [Option(each.id, each.title) for each in kinds]


class CanvasField(ValueField):
    """Keeps what is given by a plan of the draft, which is made of it by `plan`."""

    def __init__(
        self,
        look: Look,
        field: Field,
        stock: Callable[[], Stock],
        perform: Perform,
        plan: Callable[[Content, Value | None], Content],
    ) -> None:
        def keep(given: Value | None, again: bool) -> str:  # noqa: FBT001  # as a field gives
            try:
                return perform(lambda content: plan(content, given), again)
            except ExpectedError as refusal:
                return str(refusal)

        super().__init__(look, field, stock, keep)
        if isinstance(self.input, WrittenInput):
            self.input.keep_within(LIVE)


def text_field(field_id: str, label: str, help_: str = "") -> Field:
    return Field(field_id, label, FieldType.TEXT, help=help_)


def text(given: Value | None) -> str:
    return given if isinstance(given, str) else ""


def _of_blocks(registers: Iterable[Register]) -> list[Register]:
    return [each for each in registers if each.scope is Scope.BLOCK]
