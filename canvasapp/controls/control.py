"""What every control does alike: hover, focus ring and tip."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QAbstractButton, QWidget

from canvasapp.controls.focus_ring import BY_KEYBOARD, FocusRing
from canvasapp.controls.look import Look
from canvasapp.controls.painting import CONTROL_RADIUS, chosen_ground, rounded
from canvasapp.controls.tip import Tip
from canvasapp.picture.shapes import Colour

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)


class Control(QAbstractButton):
    """Something to press, painted by its subclass. `name` is what it is called aloud and in its tip."""

    radius: float = CONTROL_RADIUS
    menu_asked = Signal(QPoint)
    """Where on the screen: by right click or by the menu key."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._tip_text, self._keys = "", QKeySequence()
        self._tip: Tip | None = None
        self._ring: FocusRing | None = None
        self.installEventFilter(self)

    def explain(self, text: str, keys: str = "") -> None:
        """What the tip says: the text, and the keys that do the same, as Qt writes them."""
        self._tip_text, self._keys = text, QKeySequence(keys)

    @property
    def tip(self) -> str:
        """What the tip says, without the keys: first what is too long to be shown whole."""
        return "\n".join(part for part in (self.cut_words(), self._tip_text) if part)

    @property
    def keys(self) -> QKeySequence:
        """The keys that do the same; none for most."""
        return self._keys

    def cut_words(self) -> str:
        """The whole of the words that are shown cut; nothing while all of them are seen."""
        return ""

    def ground(self) -> Colour | None:
        """The colour of a control that lies flat on its panel: nothing, hovered, pressed."""
        theme = self.look.theme
        if not self.isEnabled():
            return None
        if self.isDown():
            return theme.press
        return theme.hover if self.underMouse() else None

    def paint_ground(self, painter: QPainter) -> None:
        """The ground of one that is chosen, or of one that lies flat on its panel."""
        if self.isChecked():
            chosen_ground(painter, QRectF(self.rect()), self.radius, self.look.theme)
        else:
            rounded(painter, QRectF(self.rect()), self.radius, self.ground())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Its own events, for the tip. Not `event`: a fault under a Python `event` ends the process (PySide 6.11)."""
        kind = event.type()
        if kind == QEvent.Type.ToolTip and (text := self.tip):
            self._hide_tip()
            keys = self._keys.toString(QKeySequence.SequenceFormat.NativeText)
            self._tip = Tip(self, text, keys, self.look)
            return True
        if kind in (QEvent.Type.Leave, QEvent.Type.MouseButtonPress, QEvent.Type.Hide):
            self._hide_tip()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses like Space; arrows are left to the group the control is in."""
        key = Qt.Key(event.key())
        if key in ENTER and not event.isAutoRepeat():
            self.click()
        elif key in ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_asked.emit(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in BY_KEYBOARD and self._ring is None:
            self._ring = FocusRing(self, self.radius, self.look)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._ring is not None:
            self._ring.hide()
            self._ring.deleteLater()
            self._ring = None

    def _hide_tip(self) -> None:
        if self._tip is not None:
            self._tip.hide()
            self._tip.deleteLater()
            self._tip = None
