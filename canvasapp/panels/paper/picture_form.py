"""The side of the page where one chooses how a picture of a board shall be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from canvasapp.controls.layouts import column
from canvasapp.controls.look import Look
from canvasapp.export import EXPORTERS, PrintOrder
from canvasapp.export.file_order import BoardFile
from canvasapp.panels.paper.boards_field import BoardsField
from canvasapp.panels.paper.choosing import SECTION, Form, labelled
from canvasapp.panels.paper.order_form import content_fields, extra_fields, poster_fields, rule

MARGIN = 20
PDF = ".pdf"
PIXELS, DRAWING = ".png", ".svg"
DPIS = (72, 96, 150, 200, 300, 600)
FORMATS = tuple((each.suffix, each.id.upper()) for each in EXPORTERS if each.suffix != PDF)


@dataclass(frozen=True, slots=True)
class Choice:
    """A picture; `carries` puts the board inside where the picture can have it."""

    suffix: str = PIXELS
    order: PrintOrder = field(default_factory=PrintOrder)
    carries: bool = True


class PictureForm(QWidget):
    """`changed` when another file comes out."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.boards = BoardsField(look)
        self.boards.changed.connect(self.changed)
        self.form = Form(look, Choice(), lambda _: self._tell())
        self._order = Form(look, PrintOrder(), self._take_order)
        formats = self.form.segment(
            "Format", FORMATS, lambda c: c.suffix, lambda c, said: replace(c, suffix=said)
        )
        layout = column(
            labelled(look, "Format", formats),
            SECTION,
            poster_fields(self._order, "Size"),
            8,
            self._dpi(look),
            self._carries(),
            self._live_text(),
            rule(look),
            content_fields(self._order, holds_many=False),
            rule(look),
            *extra_fields(self._order),
            8,
            self.boards,
            None,
            margins=(MARGIN, MARGIN, MARGIN, MARGIN),
        )
        self.setLayout(layout)
        self._order.show(self.form.value.order)
        self._tell_boards()

    def file(self) -> BoardFile:
        """What comes out. One board only, but for a web page."""
        choice = self.form.value
        return BoardFile(self.boards.chosen, choice.order, choice.suffix, choice.carries)

    def _dpi(self, look: Look) -> QWidget:
        resolution = self.form.drop_down(
            "Resolution",
            tuple((str(each), f"{each} dpi") for each in DPIS),
            lambda c: str(c.order.dpi),
            lambda c, said: replace(c, order=replace(c.order, dpi=int(said))),
        )
        shown = labelled(look, "Resolution", resolution)
        return self.form.shown_if(shown, lambda choice: choice.suffix == PIXELS)

    def _carries(self) -> QWidget:
        box = self.form.check(
            "The board inside, to be opened again",
            lambda choice: choice.carries,
            lambda choice, is_so: replace(choice, carries=is_so),
        )
        can: Callable[[Choice], bool] = lambda c: BoardFile(("",), c.order, c.suffix).can_carry  # noqa: E731
        return self.form.shown_if(box, can)

    def _live_text(self) -> QWidget:
        box = self.form.check(
            "Letters stay text",
            lambda choice: choice.order.live_text,
            lambda choice, is_so: replace(choice, order=replace(choice.order, live_text=is_so)),
        )
        box.explain("Can be searched and changed; some programs show it in other letters")
        return self.form.shown_if(box, lambda choice: choice.suffix == DRAWING)

    def _take_order(self, order: PrintOrder) -> None:
        """What is on the picture; how it is written is of the format."""
        now = self.form.value.order
        order = replace(order, dpi=now.dpi, live_text=now.live_text)
        self.form.change(replace(self.form.value, order=order))

    def _tell(self) -> None:
        self._tell_boards()
        self.changed.emit()

    def _tell_boards(self) -> None:
        """Only what holds many offers many."""
        suffix = self.form.value.suffix
        self.boards.ask(asked=next(e.holds_many for e in EXPORTERS if e.suffix == suffix))
