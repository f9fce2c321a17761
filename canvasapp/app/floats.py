"""What floats over the board: the tools, and how near one looks."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from canvasapp.controls.buttons import HEIGHT, TOOL, IconButton
from canvasapp.controls.control import Control
from canvasapp.controls.icons import IN_BUTTON
from canvasapp.controls.layouts import row
from canvasapp.controls.letters import COUNT
from canvasapp.controls.look import Look
from canvasapp.controls.painting import CARD_RADIUS, FLOAT_DEPTH, rounded
from canvasapp.controls.surface import Float, Rule
from canvasapp.controls.words import Paragraph
from canvasapp.view.tools import TOOLS

PADDING = 4
ZOOM_WIDTH = 56
SEPARATED = {"pan"}
"""Tools that stand apart from the one before."""

IN_BAR = tuple(tool for tool in TOOLS if tool.in_bar)
ICONS = {
    "select": "mouse-pointer-2",
    "note": "sticky-note",
    "heading": "type",
    "image": "image",
    "link": "spline",
    "pan": "hand",
}


class ToolFloat(Float):
    """The tools side by side, the one in use marked."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look, radius=CARD_RADIUS)
        self._buttons: dict[str, IconButton] = {}
        tools = row(gap=4, margins=(PADDING, PADDING, PADDING, PADDING + FLOAT_DEPTH))
        for tool in IN_BAR:
            if tool.id in SEPARATED:
                rule = Rule(look, upright=True)
                rule.setFixedHeight(TOOL - 12)
                tools.addWidget(rule)
            button = IconButton(look, ICONS[tool.id], tool.name, side=TOOL)
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, id_=tool.id: self.chosen.emit(id_))
            self._buttons[tool.id] = button
            tools.addWidget(button)
        self.setLayout(tools)
        self.show_keys(shown=True)

    def button(self, tool_id: str) -> IconButton:
        return self._buttons[tool_id]

    def show_keys(self, *, shown: bool) -> None:
        """Whether the tips tell the tools' letters."""
        for tool in IN_BAR:
            keys = QKeySequence(tool.key).toString() if shown else ""
            self._buttons[tool.id].explain(tool.name, keys)

    def show_tool(self, tool_id: str) -> None:
        for each, button in self._buttons.items():
            button.setChecked(each == tool_id)


class ZoomFigure(Control):
    """The zoom in percent; pressed, the board is shown at 100 %."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "Zoom")
        self._figure = Paragraph("", look, COUNT)
        self.setFixedSize(ZOOM_WIDTH, HEIGHT)
        self.explain("Show at 100 %", "Ctrl+0")

    def say(self, zoom: float) -> None:
        percent = f"{zoom * 100:.0f}"
        self.setAccessibleName(f"Zoom {percent} percent")
        self._figure = Paragraph(f"{percent} %", self.look, COUNT)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            rounded(painter, QRectF(self.rect()), self.radius, self.ground())
            x = (self.width() - self._figure.width) / 2
            self._figure.draw(painter, x, (self.height() - COUNT.line) / 2, self.look.theme.ink2)


class ZoomFloat(Float):
    """How near one looks, in percent; pressing the figure shows 100 %."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, radius=CARD_RADIUS)
        self.out = IconButton(look, "minus", "Zoom out", keys="Ctrl+-", icon_size=IN_BUTTON)
        self.figure = ZoomFigure(look)
        self.nearer = IconButton(look, "plus", "Zoom in", keys="Ctrl++", icon_size=IN_BUTTON)
        self.fit = IconButton(look, "maximize", "Fit all", keys="Shift+1", icon_size=IN_BUTTON)
        margins = (2, 2, 2, 2 + FLOAT_DEPTH)
        self.setLayout(row(self.out, self.figure, self.nearer, self.fit, margins=margins))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_zoom(self, zoom: float) -> None:
        self.figure.say(zoom)
