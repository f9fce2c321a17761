"""The lines of a thread under their headings, or all that is known with its filters."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtWidgets import QWidget

from canvasapp.controls.buttons import Button, Weight
from canvasapp.controls.layouts import column, empty, holding, row
from canvasapp.controls.letters import BODY, SMALL_LABEL
from canvasapp.controls.look import Look, ink2
from canvasapp.controls.segment import FewChoices, Segment
from canvasapp.controls.words import Words
from canvasapp.domain.trace import ASSUMPTION, DECISION, EVIDENCE
from canvasapp.panels.evidence.lines import TEXT_X, LineRow
from canvasapp.panels.evidence.listed import Line, Lister, Section

MARGIN = 8
MOST = 60
"""So many lines are shown at once; more of them are read in the table."""

KINDS = ((EVIDENCE, "Evidence"), (ASSUMPTION, "Assumptions"), (DECISION, "Decisions"))
TYPES = tuple((each, each.capitalize()) for each in ("desirability", "feasibility", "viability"))
UNTYPED = (DECISION,)
NOTHING_SAID = "Nothing is known or decided about it yet."
NONE_YET = {
    EVIDENCE: "No evidence yet.",
    ASSUMPTION: "No assumptions yet.",
    DECISION: "No decisions yet.",
}
NONE_OF_TYPE = "None of this type."


class EvidenceList(QWidget):
    """`chosen` with the line that was pressed; files are opened by their entry's id; all of a register by its own."""

    chosen = Signal(object)
    file_opened = Signal(str)
    menu_asked = Signal(object, QPoint)
    all_asked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.rows: list[LineRow] = []
        self._shown: object = None
        self._lister: Lister | None = None
        self.kinds = Segment(look, "What is listed", KINDS, EVIDENCE)
        self.types = FewChoices(look, "Of which type", TYPES)
        self.kinds.chosen.connect(lambda _: self._refill())
        self.types.chosen.connect(lambda _: self._refill())
        self._filters = holding(
            column(self.kinds, self.types, gap=8, margins=(MARGIN, 12, MARGIN, 8))
        )
        self._lines = column()
        self.setLayout(column(self._filters, self._lines, None, margins=(MARGIN, 0, MARGIN, 16)))

    def show_overview(self, lister: Lister) -> None:
        """All that is known, of the kind and type that are chosen."""
        self._lister = lister
        self._filters.show()
        self._refill()

    def show_sections(self, sections: tuple[Section, ...]) -> None:
        """What is said about one thing."""
        self._lister = None
        self._filters.hide()
        self._fill(sections, NOTHING_SAID, "")

    def sizeHint(self) -> QSize:
        return QSize(320, super().sizeHint().height())

    def _refill(self) -> None:
        if self._lister is None:
            return
        kind = self.kinds.value
        typed = kind not in UNTYPED
        self.types.setVisible(typed)
        lines = self._lister.of_register(kind, self.types.value if typed else "")
        empty = NONE_OF_TYPE if typed and self.types.value else NONE_YET[kind]
        sections = (Section("", lines),) if lines else ()
        self._fill(sections, empty, kind)

    def _fill(self, sections: tuple[Section, ...], empty: str, kind: str) -> None:
        shown = (sections, empty, kind)
        if shown == self._shown:
            return
        self._shown = shown
        self._clear()
        for section in sections:
            if section.title:
                head = Words(self._look, section.title, SMALL_LABEL, ink2)
                self._lines.addWidget(holding(column(head, margins=(MARGIN, 14, MARGIN, 2))))
            self._add_lines(section.lines[:MOST])
        count = sum(len(section.lines) for section in sections)
        if not sections:
            said = Words(self._look, empty, BODY, ink2)
            self._lines.addWidget(holding(column(said, margins=(MARGIN, 12, MARGIN, 0))))
        elif kind and count > MOST:
            self._add_way_to_all(kind, count)

    def _add_lines(self, lines: Iterable[Line]) -> None:
        for line in lines:
            made = LineRow(self._look, line)
            made.clicked.connect(lambda _=False, line=line: self.chosen.emit(line))
            if line.entry:
                made.menu_asked.connect(lambda at, line=line: self.menu_asked.emit(line, at))
            self.rows.append(made)
            self._lines.addWidget(made)
            if line.file:
                self._lines.addWidget(self._file_row(line))

    def _file_row(self, line: Line) -> QWidget:
        """Only its button opens it."""
        opens = Button(self._look, f"Open {line.file}", Weight.LINK, icon="file-text")
        opens.give_way(280)
        opens.setAccessibleName(f"Open {line.file}, attached to {line.head}")
        opens.clicked.connect(lambda: self.file_opened.emit(line.entry))
        return holding(row(opens, None, margins=(TEXT_X, 0, 0, 0)))

    def _add_way_to_all(self, kind: str, count: int) -> None:
        button = Button(self._look, f"All {count} as a table", Weight.QUIET, after="arrow-right")
        button.clicked.connect(lambda: self.all_asked.emit(kind))
        self._lines.addWidget(holding(row(button, None, margins=(0, 8, 0, 0))))

    def _clear(self) -> None:
        self.rows = []
        empty(self._lines)
