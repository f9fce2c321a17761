"""The field over a row of the outline in which the text of a note is written."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QPlainTextEdit

from canvasapp.controls.letters import ROW
from canvasapp.controls.look import Look

LEAST_LINES, MOST_LINES = 1, 8
PADDING = 4
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

Keep = Callable[[str], bool]
"""Takes what was written; False when it could not be kept, and is still to be seen."""


class RowEditor(QPlainTextEdit):
    """Enter or leaving keeps the text, Shift+Enter is a new line, Esc keeps nothing; as high as its text asks."""

    def __init__(self, look: Look, tree: QAbstractScrollArea) -> None:
        """It lies in what `tree` scrolls, and gives the keyboard back to it."""
        super().__init__(tree.viewport())
        self._tree, self._row = tree, QRect()
        self._keep: Keep | None = None
        self.setFont(look.font(ROW))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(PADDING)
        self.textChanged.connect(self._fit)
        self.hide()

    def begin(self, name: str, text: str, row: QRect, keep: Keep) -> None:
        """Writes in `text` over `row`, a rectangle of what the tree scrolls."""
        self.finish()
        self._row, self._keep = row, keep
        self.setAccessibleName(name)
        self.setGeometry(row)
        self.show()  # now: how many lines it has follows from its width
        self.raise_()
        self.setPlainText(text)
        self.selectAll()
        self._fit()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """Keeps what is written; what can not be kept stays open."""
        keep, self._keep = self._keep, None
        if keep is None:
            return
        if keep(self.toPlainText()):
            self._close()
        else:
            self._keep = keep

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Esc end here: passed on, they would mean something to the tree."""
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Escape:
            self._keep = None
            self._close()
        elif event.key() in ENTER and not shifted:
            self.finish()
        else:
            super().keyPressEvent(event)
            event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:  # its own context menu
            self.finish()

    def _close(self) -> None:
        if self.hasFocus():
            self._tree.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()

    def _fit(self) -> None:
        """Down from its row as far as the text asks; up where there is no room below."""
        lines = min(max(self.document().lineCount(), LEAST_LINES), MOST_LINES)
        more = self.document().lineCount() > MOST_LINES
        policy = (
            Qt.ScrollBarPolicy.ScrollBarAsNeeded if more else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        self.setVerticalScrollBarPolicy(policy)
        height = max(self._row.height(), lines * self.fontMetrics().lineSpacing() + 3 * PADDING)
        y = max(min(self._row.y(), self._tree.viewport().height() - height), 0)
        self.setGeometry(self._row.x(), y, self._row.width(), height)
