"""The agenda in the cockpit: the parts of the plan with their times, and the plan itself while it is edited."""

from __future__ import annotations

from datetime import tzinfo
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from canvasapp.app.cockpit.agenda_row import PartRow
from canvasapp.app.cockpit.conduct import Conduct
from canvasapp.app.cockpit.planning import Planning
from canvasapp.controls.buttons import Button, IconButton, Weight
from canvasapp.controls.fields import NameField
from canvasapp.controls.icons import IN_BUTTON
from canvasapp.controls.layouts import column, holding, row
from canvasapp.controls.letters import BODY, SMALL_LABEL
from canvasapp.controls.look import Look, ink2
from canvasapp.controls.menus import opens_menu
from canvasapp.controls.rows import step_through
from canvasapp.controls.surface import Scroll
from canvasapp.controls.words import Words
from canvasapp.facilitation.parts import TimedPart, parts_of
from canvasapp.facilitation.schedule import ends_words

NO_PLAN = "This canvas has no agenda. Edit to write one; PgDn shows block after block."
DROP = 2


class Rows(QWidget):
    """The rows, and a line where a dragged one would go."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.line: int | None = None
        self.list = column(margins=(8, 0, 8, 0))
        self.setLayout(self.list)

    def show_line(self, y: int | None) -> None:
        self.line = y
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.line is not None:
            with QPainter(self) as painter:
                painter.fillRect(8, self.line - 1, self.width() - 16, DROP, self._look.theme.accent)


class AgendaPane(QWidget):
    """Lists the parts; the pencil turns the list into one that is edited, on a plan of the board's own."""

    def __init__(self, look: Look, conduct: Conduct) -> None:
        super().__init__()
        self._look, self._conduct = look, conduct
        self.zone: tzinfo | None = None
        self.edited = False
        self.name = NameField(look, "Name of the plan", parent=self)
        self.name.setGeometry(12, 10, 200, 28)
        self.name.hide()
        self.planning = Planning(look, conduct, self, self._ask_name)
        self.name.kept.connect(self.planning.rename)
        self._title = Words(look, "", SMALL_LABEL, ink2, most=1)
        self._ends = Words(look, "", SMALL_LABEL, ink2, most=1)
        self.edit = IconButton(look, "pencil", "Edit the agenda", keys="E", icon_size=IN_BUTTON)
        self.edit.setCheckable(True)
        self.edit.clicked.connect(self.toggle_editing)
        self.more = IconButton(look, "ellipsis", "Plans", icon_size=IN_BUTTON)
        opens_menu(self.more, self.planning.menu)
        self.add = Button(look, "Add a step", Weight.DASHED, icon="plus")
        self.add.clicked.connect(lambda: self.planning.add(len(self.rows)))
        self._none = Words(look, NO_PLAN, BODY, ink2)
        self.rows: list[PartRow] = []
        self._parts: tuple[object, ...] = ()
        self._list = Rows(look)
        self._lay_out()

    def refresh(self) -> None:
        timed = self._conduct.schedule
        parts = parts_of(timed) if timed.steps else []
        minutes = sum(part.minutes for part in parts)
        name = self.planning.name
        self._title.say(f"{name}, {minutes} minutes" if parts else name)
        self._ends.say(ends_words(timed, self.zone).lower() if parts and not self.edited else "")
        self.edit.setChecked(self.edited)
        self._none.setVisible(not parts)
        self.add.setVisible(self.edited)
        self._show_parts(parts)

    def toggle_editing(self) -> None:
        self.edited = not self.edited
        self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not step_through(self.rows, event):
            super().keyPressEvent(event)

    def _ask_name(self) -> None:
        self.name.begin(self.planning.name)
        self.name.raise_()

    def _lay_out(self) -> None:
        head = row(self._title, None, self._ends, 4, self.edit, self.more, margins=(16, 0, 8, 0))
        head.addStrut(32)
        none = row(self._none, margins=(16, 4, 16, 0))
        foot = row(self.add, None, margins=(16, 8, 16, 12))
        layout = column(head, 4, margins=(0, 8, 1, 0))
        layout.addWidget(Scroll(holding(column(self._list, none, foot, None))), 1)
        self.setLayout(layout)

    def _show_parts(self, parts: list[TimedPart]) -> None:
        shown = (self.edited, *((p.title, p.minutes, p.turn, self._clock(p)) for p in parts))
        if shown == self._parts:
            return
        self._parts = shown
        focused = next((at for at, each in enumerate(self.rows) if each.hasFocus()), None)
        for each in self.rows:
            each.hide()
            each.deleteLater()
        self.rows = [self._row(at, part) for at, part in enumerate(parts)]
        goal = self.planning.take_focus(focused)
        if goal is not None and self.rows:
            self.rows[min(goal, len(self.rows) - 1)].setFocus(Qt.FocusReason.TabFocusReason)

    def _clock(self, part: TimedPart) -> str:
        return f"{part.start.astimezone(self.zone):%H:%M}"

    def _row(self, at: int, part: TimedPart) -> PartRow:
        made = PartRow(self._look, part, self.zone, edited=self.edited)
        if self.edited:
            plans = self.planning
            made.clicked.connect(made.setFocus)
            made.renamed.connect(partial(plans.rename_part, at))
            made.timed.connect(partial(plans.set_minutes, at))
            made.moved.connect(lambda way: plans.move(at, at + way))
            made.eye.clicked.connect(lambda: plans.turn_skip(at, part))
            made.remove.clicked.connect(lambda: plans.remove_part(at))
            made.dragged.connect(lambda to: self._list.show_line(self._edge(self._gap(to))))
            made.dropped.connect(lambda to: self._drop(at, to))
        else:
            made.clicked.connect(lambda: self._conduct.go_to(part.entry))
        self._list.list.addWidget(made)
        made.show()
        return made

    def _gap(self, at: QPoint) -> int:
        """Before which row that is."""
        return sum(at.y() > each.geometry().center().y() for each in self.rows)

    def _edge(self, gap: int) -> int:
        """Where that gap is, in px from the top of the list."""
        rows = self.rows
        return rows[gap].y() if gap < len(rows) else rows[-1].geometry().bottom()

    def _drop(self, at: int, to: QPoint) -> None:
        self._list.show_line(None)
        gap = self._gap(to)
        self.planning.move(at, gap - 1 if gap > at else gap)
