"""The left of the cockpit: the agenda, or one of the checklists for the weeks after."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget

from canvasapp.app.cockpit.agenda import AgendaPane
from canvasapp.app.cockpit.checklists import ChecklistPane
from canvasapp.app.cockpit.conduct import Conduct
from canvasapp.controls.layouts import column, row
from canvasapp.controls.look import Look
from canvasapp.controls.segment import Segment
from canvasapp.controls.surface import Surface

AGENDA = "agenda"


class Side(Surface):
    """Only what is seen is kept as it is."""

    def __init__(self, look: Look, conduct: Conduct) -> None:
        super().__init__(look, Qt.Edge.RightEdge)
        self.agenda = AgendaPane(look, conduct)
        lists = conduct.facilitation.checklists
        self.lists = {each.id: ChecklistPane(look, conduct, each) for each in lists}
        names = [(AGENDA, "Agenda"), *((each.id, each.id.capitalize()) for each in lists)]
        self.choice = Segment(look, "What is listed", names, AGENDA)
        for each in lists:
            self.choice.explain(each.id, each.title, "")
        self.choice.chosen.connect(self.show_list)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.agenda)
        for pane in self.lists.values():
            self._pages.addWidget(pane)
        layout = column(row(self.choice, margins=(12, 12, 13, 4)))
        layout.addWidget(self._pages, 1)
        self.setLayout(layout)

    def show_list(self, which: str) -> None:
        self._pages.setCurrentWidget(self.lists.get(which, self.agenda))
        self.refresh()

    def refresh(self) -> None:
        shown = self._pages.currentWidget()
        assert isinstance(shown, AgendaPane | ChecklistPane)  # made above
        shown.refresh()
