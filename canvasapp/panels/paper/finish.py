"""The side of the page that tells how a file reads, what to look at first, what it is called, and that writes it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy

from canvasapp.controls.buttons import Button, Weight
from canvasapp.controls.layouts import column, holding, row
from canvasapp.controls.letters import BODY, SMALL_LABEL, STRONG
from canvasapp.controls.look import Look, ink, ink2
from canvasapp.controls.surface import Rule, Scroll, Surface
from canvasapp.controls.words import Words
from canvasapp.panels.paper.advice import Advice
from canvasapp.panels.paper.before import BeforeList
from canvasapp.panels.paper.meter import Meter

MARGIN, FOOT = 20, 64


class FinishSide(Surface):
    """`saved`, `printed` and `copied` tell which button was pressed."""

    saved = Signal()
    printed = Signal()
    copied = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, Qt.Edge.LeftEdge)
        self.meter, self.before = Meter(look), BeforeList(look)
        self.save = Button(look, "Save PDF", Weight.PRIMARY, icon="download")
        self.printer = Button(look, "Printer…", icon="printer")
        self.copy = Button(look, "Copy", icon="copy")
        self.save.clicked.connect(self.saved)
        self.printer.clicked.connect(self.printed)
        self.copy.clicked.connect(self.copied)
        self._name = Words(look, "", STRONG, ink)
        self._what = Words(look, "", BODY, ink2)
        self._reading = holding(column(self.meter, 20, Rule(look), 20))
        self._points = holding(column(self.before, 16, Rule(look), 20))
        heading = Words(look, "File", SMALL_LABEL, ink2)
        content = column(
            self._reading,
            self._points,
            heading,
            6,
            self._name,
            4,
            self._what,
            None,
            margins=(MARGIN, MARGIN, MARGIN, MARGIN),
        )
        foot = Surface(look, Qt.Edge.TopEdge)
        foot.setFixedHeight(FOOT)
        buttons = row(gap=8, margins=(MARGIN, 1, MARGIN, 0))
        for each in (self.printer, self.copy, self.save):
            each.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            buttons.addWidget(each, 1)
        foot.setLayout(buttons)
        layout = column(margins=(1, 0, 0, 0))
        layout.addWidget(Scroll(holding(content)), 1)
        layout.addWidget(foot)
        self.setLayout(layout)

    def show_reading(self, smallest: float | None, advice: Sequence[Advice]) -> None:
        """Letters in mm, and what to look at, of what is printed."""
        self.meter.show_letters(smallest)
        self.before.show_advice(advice)

    def show_file(self, name: str, what: str) -> None:
        self._name.say(name)
        self._what.say(what)

    @property
    def told(self) -> tuple[str, str]:
        """The name of the file and what it holds."""
        return self._name.text(), self._what.text()

    def offer(self, suffix: str, *, prints: bool, copies: bool) -> None:
        """What can be done with a file of this ending; one that is printed is read from afar."""
        self.save.say(f"Save {suffix[1:].upper()}")
        for widget in (self.printer, self._reading, self._points):
            widget.setVisible(prints)
        self.copy.setVisible(copies)

    def allow(self, *, allowed: bool) -> None:
        """Whether there is something to write."""
        self.save.setEnabled(allowed)
        self.printer.setEnabled(allowed)
        self.copy.setEnabled(allowed)
