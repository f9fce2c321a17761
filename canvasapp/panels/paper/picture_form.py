"""The side of the page where one chooses how a picture of a board shall be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from canvasapp.controls.layouts import column, holding
from canvasapp.controls.look import Look
from canvasapp.domain.board import Board
from canvasapp.export import PrintOrder
from canvasapp.export.file_order import BoardFile
from canvasapp.panels.paper.choosing import SECTION, Form, labelled
from canvasapp.panels.paper.kept import DRAWING, FORMATS, PIXELS, Choice
from canvasapp.panels.paper.order_form import content_fields, extra_fields, poster_fields, rule

MARGIN = 20
DPIS = (72, 96, 150, 200, 300, 600)
HERE, EVERY = "here", "every"
BOARDS = ((HERE, "This board"), (EVERY, "All boards"))


class PictureForm(QWidget):
    """`changed` when another file comes out."""

    changed = Signal()

    def __init__(self, look: Look, choice: Choice) -> None:
        super().__init__()
        self._here: tuple[str, ...] = ()
        self._every: tuple[str, ...] = ()
        self.form = Form(look, choice, lambda _: self.changed.emit())
        self._order = Form(look, choice.order, self._take_order)
        formats = self.form.segment(
            "Format", FORMATS, lambda c: c.suffix, lambda c, said: replace(c, suffix=said)
        )
        layout = column(
            labelled(look, "Format", formats),
            self._boards(look),
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
            None,
            margins=(MARGIN, MARGIN, MARGIN, MARGIN),
        )
        self.setLayout(layout)
        self._order.show(choice.order)
        self.form.show(choice)

    def file(self) -> BoardFile:
        """What comes out. One board only, but for a web page."""
        choice = self.form.value
        boards = self._every if choice.all_boards and choice.holds_many else self._here
        return BoardFile(boards, choice.order, choice.suffix, choice.carries)

    def show_boards(self, boards: Sequence[Board], here: str) -> None:
        """`here` is the id of the one in the window."""
        self._here, self._every = (here,), tuple(board.id for board in boards)
        self.form.show(self.form.value)

    def _boards(self, look: Look) -> QWidget:
        which = self.form.segment(
            "Boards",
            BOARDS,
            lambda choice: EVERY if choice.all_boards else HERE,
            lambda choice, said: replace(choice, all_boards=said == EVERY),
        )
        shown = holding(column(SECTION, labelled(look, "Boards", which)))
        return self.form.shown_if(shown, lambda c: c.holds_many and len(self._every) > 1)

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
