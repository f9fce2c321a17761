"""The parts of a workshop's page, each in its place."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from canvasapp.app import panes
from canvasapp.app.actions import ACTIONS, BOARD_KEYS, OUTLINE_KEYS
from canvasapp.app.export_popover import ExportPopover
from canvasapp.app.find_bar import FindBar
from canvasapp.app.floats import ToolFloat, ZoomFloat
from canvasapp.app.key_sheet import KeySheet
from canvasapp.app.notice import Notice
from canvasapp.app.panel_tabs import PanelTabs
from canvasapp.app.status_bar import StatusBar
from canvasapp.app.top_bar import TopBar
from canvasapp.app.work_area import Floats, WorkArea
from canvasapp.controls.layouts import column
from canvasapp.controls.look import Look
from canvasapp.controls.surface import Surface
from canvasapp.edits.journal import Journal
from canvasapp.panels import PANELS, BoardPanel, Side
from canvasapp.panels.outline import OutlinePanel
from canvasapp.panels.questions import QuestionsPanel
from canvasapp.view.board_view import BoardView
from canvasapp.view.minimap import Minimap
from canvasapp.view.tools import TOOLS


class PageFrame:
    """Builds the parts inside of `page`; what they do together is the page's."""

    def __init__(self, page: QWidget, look: Look, journal: Journal, board_id: str) -> None:
        self.view = BoardView(journal, board_id, look.theme, page)
        self.top, self.notice, self.status = TopBar(look), Notice(look), StatusBar(look)
        self.tools, self.zoom = ToolFloat(look), ZoomFloat(look)
        self.tools.show_tool(TOOLS[0].id)
        self.panels: dict[str, BoardPanel] = {}
        left, right = Surface(look, Qt.Edge.RightEdge), Surface(look, Qt.Edge.LeftEdge)
        self._furnish(left, Side.LEFT, look, journal)
        self._furnish(right, Side.RIGHT, look, journal)
        self.find, self.minimap = FindBar(look), Minimap(look, self.view)
        floats = Floats(self.tools, self.zoom, self.minimap, self.find)
        self.area = WorkArea(self.view, left, right, floats)
        self.export = ExportPopover(look, self.top.export, page)
        self.keys = KeySheet(look, page, (*ACTIONS, *BOARD_KEYS, *OUTLINE_KEYS))
        layout = column(self.top, self.notice)
        layout.addWidget(self.area, 1)
        layout.addWidget(self.status)
        page.setLayout(layout)

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """In the order in which F6 goes through them."""
        return (self.top, self.area.left, self.view, self.area.right)

    def order_stops(self) -> None:
        """Sets anew where Tab goes; the board comes last, it keeps Tab for itself."""
        left, right = self.area.left, self.area.right
        over = (self.find, self.tools, self.zoom)
        panes.order_stops((self.top, self.notice, left, *over, right, self.status, self.view))

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

    def _furnish(self, surface: Surface, side: Side, look: Look, journal: Journal) -> None:
        """The panels of a side one below the other; the first one, or those with tabs, take what room is left."""
        layout = column(margins=(0, 0, 1, 0) if side is Side.LEFT else (1, 0, 0, 0))
        panels = [panel for panel in PANELS if panel.side is side]
        made = {panel.id: panel.make(look, journal, self.view) for panel in panels}
        self.panels.update(made)
        names = {panel.id: panel.tab for panel in panels if panel.tab}
        if names:
            self.lists = PanelTabs(look, "At the left", names, made)
            layout.addWidget(self.lists, 1)
        for panel in panels:
            if not panel.tab:
                layout.addWidget(made[panel.id], 0 if layout.count() else 1)
        surface.setLayout(layout)
