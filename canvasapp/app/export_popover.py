"""Asks how the board shall leave the window: format, paper, what is on it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from canvasapp.controls.buttons import Button, Weight
from canvasapp.controls.layouts import column, holding, row
from canvasapp.controls.letters import SECTION, SMALL, SMALL_LABEL
from canvasapp.controls.look import Look, ink, ink2
from canvasapp.controls.popover import Popover
from canvasapp.controls.segment import Option, Segment
from canvasapp.controls.words import Words
from canvasapp.domain.board import Board
from canvasapp.domain.template import Perspective
from canvasapp.export import EXPORTERS, PAPERS, ExportOptions
from canvasapp.export.carrying import can_carry
from canvasapp.picture.board_picture import board_picture
from canvasapp.picture.gap_page import gap_page
from canvasapp.picture.options import PictureOptions, Questions
from canvasapp.picture.shapes import Picture

WIDTH = 360
PADDING = 16
GAP = 12
MM_PER_INCH = 25.4
FILLED, BLANK, GAPS = "filled", "blank", "gaps"
BOTH = "both"
INSIDE, LEFT_OUT = "inside", "left-out"
COVERED = "Where a lane is full of notes, they cover its questions."
OFFERED = ("A0", "A1", "A2", "A3", "A4")
VIEWS = [
    (BOTH, "Both"),
    (Perspective.OUR.value, "Ours"),
    (Perspective.CUSTOMER.value, "Customer’s"),
]


@dataclass(frozen=True, slots=True)
class Order:
    """One export as it was asked for. `dpi` counts for images made of pixels only."""

    suffix: str = ".pdf"
    paper: str = "A0"
    content: str = FILLED
    view: str = BOTH
    questions: Questions = Questions.NONE
    dpi: int = 150
    data: str = INSIDE

    @property
    def has_pixels(self) -> bool:
        return self.suffix == ".png"

    @property
    def can_carry(self) -> bool:
        """Whether the picture can carry the board inside: it shows all of it."""
        return can_carry(self.suffix) and self.content == FILLED and self.view == BOTH

    @property
    def carries(self) -> bool:
        return self.can_carry and self.data == INSIDE

    @property
    def size(self) -> str:
        """How large the result is, in words."""
        width, height = PAPERS[self.paper]
        if not self.has_pixels:
            return f"{width:.0f} × {height:.0f} mm"
        per_mm = self.dpi / MM_PER_INCH
        return f"{width * per_mm:,.0f} × {height * per_mm:,.0f} pixels"

    def picture(self, board: Board, workshop: str) -> Picture:
        """The board as it was ordered; its gaps with the list of them."""
        options = self.picture_options(workshop)
        return gap_page(board, options) if self.content == GAPS else board_picture(board, options)

    def picture_options(self, workshop: str) -> PictureOptions:
        return PictureOptions(
            questions=self.questions,
            perspective=None if self.view == BOTH else Perspective(self.view),
            blank=self.content == BLANK,
            workshop=workshop,
        )

    def export_options(self, subject: str) -> ExportOptions:
        return ExportOptions(paper=self.paper, dpi=self.dpi, subject=subject)


GAP_PAGE = Order(paper="A3", content=GAPS)
"""What the list of gaps prints."""


class ExportPopover(Popover):
    """A panel at its button. What was chosen last stays chosen."""

    ordered = Signal(object)

    def __init__(self, look: Look, anchor: QWidget, over: QWidget) -> None:
        super().__init__(look, anchor, over)
        self.order = Order()
        self.save = Button(look, "", Weight.PRIMARY, icon="download")
        self.save.clicked.connect(self._place_order)
        self._size = Words(look, "", SMALL, ink2)
        self.covered = Words(look, COVERED, SMALL, ink2)
        self.dpi = self._choice("Resolution", "dpi", [(str(n), f"{n} dpi") for n in (72, 150, 300)])
        self.data = self._choice(
            "The board itself, to be opened again",
            "data",
            [(INSIDE, "In the picture"), (LEFT_OUT, "Left out")],
        )
        formats = [(each.suffix, each.id.upper()) for each in EXPORTERS]
        content = holding(
            column(
                Words(look, "Export this board", SECTION, ink),
                self._choice("Format", "suffix", formats),
                self._choice("Paper, landscape", "paper", [(name, name) for name in OFFERED]),
                self.dpi,
                self.data,
                self._choice(
                    "Notes",
                    "content",
                    [(FILLED, "With notes"), (BLANK, "Blank"), (GAPS, "Gap page")],
                ),
                self._choice("View", "view", VIEWS),
                self._choice(
                    "Questions on the sheet",
                    "questions",
                    [(each.value, each.value.capitalize()) for each in Questions],
                ),
                self.covered,
                row(self._size, None, self.save),
                gap=GAP,
                margins=(PADDING, PADDING, PADDING, PADDING),
            )
        )
        content.setFixedWidth(WIDTH)
        self.hold(content)
        self._show_order()

    def _choice(self, label: str, field: str, options: list[Option]) -> QWidget:
        value = str(getattr(self.order, field))
        segment = Segment(self.look, label, options, value)
        segment.chosen.connect(lambda chosen: self._choose(field, chosen))
        heading = Words(self.look, label, SMALL_LABEL, ink2)
        return holding(column(heading, 6, segment))

    def _choose(self, field: str, chosen: str) -> None:
        kind = type(getattr(self.order, field))
        changed: dict[str, Any] = {field: kind(chosen)}
        self.order = replace(self.order, **changed)
        self._show_order()

    def _show_order(self) -> None:
        self._size.say(self.order.size)
        self.save.say(f"Save {self.order.suffix[1:].upper()}")
        self.dpi.setVisible(self.order.has_pixels)
        self.data.setVisible(self.order.can_carry)
        asks = self.order.questions is not Questions.NONE
        self.covered.setVisible(asks and self.order.content == FILLED)
        if self.isVisible():
            self.fit()

    def _place_order(self) -> None:
        self.close_up()
        self.ordered.emit(self.order)
