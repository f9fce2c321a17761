"""Which keys move through a text and erase, and which write."""

from __future__ import annotations

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from canvasapp.view.draft import Reach

Keys = QKeySequence.StandardKey

MOVES = (
    (Keys.MoveToNextChar, Keys.SelectNextChar, Reach.CHARACTER, True),
    (Keys.MoveToPreviousChar, Keys.SelectPreviousChar, Reach.CHARACTER, False),
    (Keys.MoveToNextWord, Keys.SelectNextWord, Reach.WORD, True),
    (Keys.MoveToPreviousWord, Keys.SelectPreviousWord, Reach.WORD, False),
    (Keys.MoveToEndOfBlock, Keys.SelectEndOfBlock, Reach.PARAGRAPH, True),
    (Keys.MoveToStartOfBlock, Keys.SelectStartOfBlock, Reach.PARAGRAPH, False),
    (Keys.MoveToEndOfDocument, Keys.SelectEndOfDocument, Reach.TEXT, True),
    (Keys.MoveToStartOfDocument, Keys.SelectStartOfDocument, Reach.TEXT, False),
)
LINE_ENDS = (
    (Keys.MoveToEndOfLine, Keys.SelectEndOfLine, True),
    (Keys.MoveToStartOfLine, Keys.SelectStartOfLine, False),
)
LINES = (
    (Keys.MoveToNextLine, Keys.SelectNextLine, True),
    (Keys.MoveToPreviousLine, Keys.SelectPreviousLine, False),
)
ERASURES = (
    (Keys.Delete, Reach.CHARACTER, True),
    (Keys.DeleteEndOfWord, Reach.WORD, True),
    (Keys.DeleteStartOfWord, Reach.WORD, False),
    (Keys.DeleteEndOfLine, Reach.PARAGRAPH, True),
)
REDO = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Y)
SIDEWAYS = (Reach.CHARACTER, Reach.WORD)
CONTROLS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier


def is_typed(event: QKeyEvent) -> bool:
    """Whether the key writes something: AltGr (Control and Alt at once) writes, Control alone commands."""
    modifiers = event.modifiers()
    commands = modifiers & CONTROLS and not modifiers & Qt.KeyboardModifier.AltModifier
    return bool(event.text()) and event.text().isprintable() and not commands
