"""A finding in the list: what is said, and under it, when it is unfolded, why and how to leave it as it is."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from canvasapp.checks import Finding
from canvasapp.controls.buttons import Button, Weight
from canvasapp.controls.control import Control
from canvasapp.controls.fields import NameField
from canvasapp.controls.icons import IN_TEXT, draw_icon
from canvasapp.controls.layouts import column, holding, row
from canvasapp.controls.letters import BODY, SMALL, SMALL_LABEL
from canvasapp.controls.look import Look, ink2
from canvasapp.controls.words import Paragraph, Words
from canvasapp.domain.check import Severity
from canvasapp.edits.aside import LONGEST_REASON
from canvasapp.panels.checks.listed import NOUNS, Ignored
from canvasapp.picture.shapes import Colour
from canvasapp.picture.theme import Theme

PADDING, ASIDE = 8, 6
TEXT_X = PADDING + IN_TEXT + 8
FIELD_HEIGHT = 28
TIP = "Go there. The arrow to the right tells why, Delete ignores it"
SIGNS: Mapping[Severity, str] = {
    Severity.ERROR: "octagon-alert",
    Severity.WARNING: "triangle-alert",
    Severity.INFO: "info",
}


def sign_colour(severity: Severity, theme: Theme) -> Colour:
    """Beside the sign's shape, which tells the same."""
    colours = {
        Severity.ERROR: theme.gap,
        Severity.WARNING: theme.warn,
        Severity.INFO: theme.ink3,
    }
    return colours[severity]


class FindingRow(Control):
    """What is said. Pressed, it leads there; with the arrows it is unfolded and folded."""

    unfold_asked = Signal(bool)
    ignore_asked = Signal()

    def __init__(self, look: Look, finding: Finding) -> None:
        super().__init__(look, finding.message)
        self.finding = finding
        self._fitted: tuple[int, Paragraph] | None = None
        self.setCheckable(True)
        self.setAccessibleDescription(NOUNS[finding.severity][0].capitalize())
        self.explain(TIP)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def nextCheckState(self) -> None:
        """Only the list says whether it is unfolded."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Right | Qt.Key.Key_Left:
                self.unfold_asked.emit(event.key() == Qt.Key.Key_Right)
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self.ignore_asked.emit()
            case _:
                super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(240))

    def heightForWidth(self, width: int) -> int:
        return self._words(width).height + 2 * ASIDE

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            theme = self.look.theme
            self.paint_ground(painter)
            severity = self.finding.severity
            icon_y = ASIDE + (BODY.line - IN_TEXT) / 2
            colour = sign_colour(severity, theme)
            draw_icon(painter, SIGNS[severity], PADDING, icon_y, IN_TEXT, colour)
            self._words(self.width()).draw(painter, TEXT_X, ASIDE, theme.ink)

    def _words(self, width: int) -> Paragraph:
        if self._fitted is None or self._fitted[0] != width:
            room = max(width - TEXT_X - PADDING, 1)
            self._fitted = width, Paragraph(self.finding.message, self.look, BODY, room)
        return self._fitted[1]


class Detail(QWidget):
    """Why it is said: the rule. And a field for the reason why it is left as it is."""

    ignored = Signal(str)

    def __init__(self, look: Look, finding: Finding, rule: str) -> None:
        super().__init__()
        self.ignore = Button(look, "Ignore, with a reason", Weight.LINK)
        self.ignore.setAccessibleName(f"Ignore: {finding.message}")
        self.ignore.clicked.connect(self.begin)
        self.field = NameField(look, f"Why it is left as it is: {finding.message}")
        self.field.setMaxLength(LONGEST_REASON)
        self.field.setPlaceholderText("Why it is left as it is, then Enter")
        self.field.setFixedHeight(FIELD_HEIGHT)
        self.field.hide()
        self.field.kept.connect(self.ignored)
        self.field.left.connect(self.ignore.show)
        head = Words(look, "Why", SMALL_LABEL, ink2)
        why = Words(look, rule, SMALL, ink2)
        margins = (TEXT_X, 6, PADDING, 8)
        self.setLayout(column(head, why, 2, row(self.ignore, None), self.field, margins=margins))

    def begin(self) -> None:
        """Asks for the reason."""
        self.field.begin("")
        self.ignore.hide()


class FindingBox(QWidget):
    """A finding with what is unfolded under it, which is made when it is asked for."""

    chosen = Signal(object)
    unfold_asked = Signal(object, bool)
    ignored = Signal(object, str)

    def __init__(self, look: Look, finding: Finding, rule: str) -> None:
        super().__init__()
        self._look, self.finding, self._rule = look, finding, rule
        self.row = FindingRow(look, finding)
        self.detail: Detail | None = None
        self._column = column(self.row)
        self.setLayout(self._column)
        self.row.clicked.connect(lambda: self.chosen.emit(finding))
        self.row.unfold_asked.connect(lambda wide: self.unfold_asked.emit(finding, wide))
        self.row.ignore_asked.connect(self._ask_why)

    def unfold(self, *, wide: bool) -> None:
        self.row.setChecked(wide)
        if wide and self.detail is None:
            self.detail = Detail(self._look, self.finding, self._rule)
            self.detail.ignored.connect(lambda reason: self.ignored.emit(self.finding, reason))
            self._column.addWidget(self.detail)
        if self.detail is not None:
            self.detail.setVisible(wide)

    def _ask_why(self) -> None:
        self.unfold_asked.emit(self.finding, True)
        if self.detail is not None:
            self.detail.begin()


def ignored_box(look: Look, ignored: Ignored) -> tuple[QWidget, Button]:
    """A finding that is left as it is, with its reason and the button that has it looked at again."""
    again = Button(look, "Look at it again", Weight.LINK)
    again.setAccessibleName(f"Look at it again: {ignored.finding.message}")
    said = Words(look, ignored.finding.message, BODY, ink2)
    why = Words(look, f"Ignored: {ignored.reason}", SMALL)
    margins = (TEXT_X, ASIDE, PADDING, ASIDE)
    return holding(column(said, why, row(again, None), margins=margins)), again
