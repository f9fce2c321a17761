"""The parts of a workshop's page, each in its place."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from canvasapp.app import panes
from canvasapp.app.actions import EVERY_KEY
from canvasapp.app.deck import Deck
from canvasapp.app.find_bar import FindBar
from canvasapp.app.floats import ToolFloat, ZoomFloat
from canvasapp.app.key_sheet import KeySheet
from canvasapp.app.lens_control import LensControl
from canvasapp.app.notice import Notice
from canvasapp.app.panel_set import PanelSet, of_side
from canvasapp.app.panel_tabs import PanelTabs
from canvasapp.app.status_bar import StatusBar
from canvasapp.app.top_bar import TopBar
from canvasapp.app.work_area import Floats, WorkArea
from canvasapp.checks import Checked
from canvasapp.controls.layouts import column
from canvasapp.controls.look import Look
from canvasapp.controls.surface import Surface
from canvasapp.domain.board import Board
from canvasapp.domain.check import Check
from canvasapp.panels import Side
from canvasapp.panels.outline import OutlinePanel
from canvasapp.panels.questions import QuestionsPanel
from canvasapp.panels.surroundings import Surroundings
from canvasapp.view.minimap import Minimap
from canvasapp.view.mirror import Mirror
from canvasapp.view.tools import TOOLS


class PageFrame:
    """Builds the parts inside of `page`; what they do together is the page's."""

    def __init__(self, page: QWidget, around: Surroundings) -> None:
        look, self.view = around.look, around.view
        self.top, self.notice, self.status = TopBar(look), Notice(look), StatusBar(look)
        self.tools, self.zoom = ToolFloat(look), ZoomFloat(look)
        self.tools.show_tool(TOOLS[0].id)
        self.panels = PanelSet(around, page)
        left, right = Surface(look, Qt.Edge.RightEdge), Surface(look, Qt.Edge.LeftEdge)
        self.lists, self.deck = _tabs(look, self.panels), _right_deck(self.panels)
        left.setLayout(_left_column(self.lists, self.panels))
        right.setLayout(_right_column(self.deck))
        self.find, self.minimap = FindBar(look), Minimap(look, self.view)
        floats = Floats(self.tools, self.zoom, self.minimap, self.find)
        self.mirror = Mirror(look, self.view)
        self.area = WorkArea(self.view, self.mirror, left, right, floats)
        self.rooms = _rooms(self.area, self.panels)
        self.lens = LensControl(self, around.guide, look)
        self.keys = KeySheet(look, page, EVERY_KEY)
        self._below_top = column()
        layout = column(self.top, self.notice, self._below_top)
        layout.addWidget(self.rooms, 1)
        layout.addWidget(self.status)
        page.setLayout(layout)
        self.deck.turned.connect(self.order_stops)  # the panel may have been made for it

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """In the order in which F6 goes through them."""
        board = self.mirror if self.mirror.isVisible() else self.view
        return (self.top, self.area.left, board, self.area.right)

    def order_stops(self) -> None:
        """Sets anew where Tab goes; the board comes last, it keeps Tab for itself."""
        left, right = self.area.left, self.area.right
        over = (self.find, self.tools, self.zoom)
        panes.order_stops((self.top, self.notice, left, *over, right, self.status, self.view))

    def show_tools(self, *, shown: bool) -> None:
        """The tools and the zoom: what is only read needs none."""
        self.tools.setVisible(shown)
        self.zoom.setVisible(shown)

    def show_below_top(self, strip: QWidget) -> None:
        """One more bar, between the one at the top and the board."""
        self._below_top.addWidget(strip)

    def enter_outline(self) -> None:
        """Shows the outline and gives it the keyboard."""
        self.area.show_left()
        self.lists.enter("outline")

    @property
    def outline(self) -> OutlinePanel:
        panel = self.panels["outline"]
        assert isinstance(panel, OutlinePanel)
        return panel

    @property
    def questions(self) -> QuestionsPanel:
        panel = self.panels["questions"]
        assert isinstance(panel, QuestionsPanel)
        return panel

    def refresh(self, board: Board) -> None:
        """The panels in sight show the board as it is now; in a deck the others do when they are turned to."""
        self.panels.show_board(board, {*self.deck.unseen, *self.rooms.unseen})
        self.mirror.follow()

    def show_findings(self, checked: Checked | None, checks: Mapping[str, Check]) -> None:
        """The panels that tell of them do, seen or not; None while the board is looked at for the first time."""
        self.status.show_findings(checked)
        self.panels.show_findings(checked, checks)
        self.order_stops()


def _tabs(look: Look, panels: PanelSet) -> PanelTabs:
    names = {panel.id: panel.tab for panel in of_side(Side.LEFT) if panel.tab}
    return PanelTabs(look, "At the left", names, {each: panels[each] for each in names})


def _left_column(tabs: PanelTabs, panels: PanelSet) -> QBoxLayout:
    """What has tabs takes what room is left by the panels below it."""
    layout = column(margins=(0, 0, 1, 0))
    layout.addWidget(tabs, 1)
    for panel in of_side(Side.LEFT):
        if not panel.tab:
            layout.addWidget(panels[panel.id])
    return layout


def _right_column(deck: Deck) -> QBoxLayout:
    layout = column(margins=(1, 0, 0, 0))
    layout.addWidget(deck, 1)
    return layout


def _right_deck(panels: PanelSet) -> Deck:
    first, *others = of_side(Side.RIGHT)
    return Deck(panels[first.id], [panel.id for panel in others], panels.__getitem__)


def _rooms(first: QWidget, panels: PanelSet) -> Deck:
    return Deck(first, [panel.id for panel in of_side(Side.WHOLE)], panels.__getitem__)
