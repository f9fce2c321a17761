"""The grounds that controls lie on: flat surfaces with hairlines at their edges, floats, and what scrolls."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractSlider, QFrame, QScrollArea, QScrollBar, QWidget

from canvasapp.controls.look import Look, Tone
from canvasapp.controls.painting import (
    FLOAT_DEPTH,
    FLOAT_RADIUS,
    hairline,
    raised_float,
)
from canvasapp.picture.shapes import Colour
from canvasapp.picture.theme import Theme

NO_EDGE = Qt.Edge(0)
BAR = 10
ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
SCROLL_KEYS = {
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
}


def panel_ground(theme: Theme) -> Colour:
    return theme.panel


class Surface(QWidget):
    """A ground in one of the theme's colours with hairlines along `edges`."""

    def __init__(
        self,
        look: Look,
        edges: Qt.Edge = NO_EDGE,
        tone: Tone = panel_ground,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look, self._edges, self._tone = look, edges, tone

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            theme = self.look.theme
            painter.fillRect(event.rect(), QColor(self._tone(theme)))
            right, bottom = float(self.width()), float(self.height())
            if Qt.Edge.TopEdge & self._edges:
                hairline(painter, QPointF(0, 0), QPointF(right, 0), theme.line)
            if Qt.Edge.BottomEdge & self._edges:
                hairline(painter, QPointF(0, bottom - 1), QPointF(right, bottom - 1), theme.line)
            if Qt.Edge.LeftEdge & self._edges:
                hairline(painter, QPointF(0, 0), QPointF(0, bottom), theme.line)
            if Qt.Edge.RightEdge & self._edges:
                hairline(painter, QPointF(right - 1, 0), QPointF(right - 1, bottom), theme.line)


class Float(QWidget):
    """A raised surface over others. Keep contents off its lowest FLOAT_DEPTH px, where its shade is."""

    def __init__(
        self, look: Look, parent: QWidget | None = None, radius: float = FLOAT_RADIUS
    ) -> None:
        super().__init__(parent)
        self.look, self._radius = look, radius
        self._ground: tuple[object, QPixmap] = None, QPixmap()
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)

    def paintEvent(self, event: QPaintEvent) -> None:
        """With every frame of what lies below: so its ground is painted once and kept."""
        looks = self.size(), self.devicePixelRatioF(), self.look.theme
        if looks != self._ground[0]:
            self._ground = looks, self._painted()
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, self._ground[1])

    def _painted(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        ground = QPixmap(self.size() * ratio)
        ground.setDevicePixelRatio(ratio)
        ground.fill(Qt.GlobalColor.transparent)
        surface = QRectF(self.rect()).adjusted(0, 0, 0, -FLOAT_DEPTH)
        with QPainter(ground) as painter:
            raised_float(painter, surface, self.look.theme, self._radius)
        return ground


class Rule(QWidget):
    """A hairline between two things, level or upright."""

    def __init__(self, look: Look, *, upright: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(self._look.theme.line))


class Scroll(QScrollArea):
    """Shows `content` as wide as itself and lets it run down; the ground behind shows through.

    Its bar lies over the content, so that nothing is set anew when there is more than fits.
    """

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)
        self._bar = QScrollBar(Qt.Orientation.Vertical, self)
        hidden = self.verticalScrollBar()
        hidden.rangeChanged.connect(self._follow)
        hidden.valueChanged.connect(self._bar.setValue)
        self._bar.valueChanged.connect(hidden.setValue)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows are for those who go from row to row, or from card to card."""
        if event.key() in ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def scroll_by(self, key: Qt.Key) -> bool:
        """Goes a line or a page up or down; whether the key is one for that."""
        if key in SCROLL_KEYS:
            self.verticalScrollBar().triggerAction(SCROLL_KEYS[key])
        return key in SCROLL_KEYS

    def sizeHint(self) -> QSize:
        """As large as the content: Qt would say no more than some lines."""
        return self._content.sizeHint().expandedTo(self._content.minimumSize())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._bar.setGeometry(self.width() - BAR, 0, BAR, self.height())
        self._follow()

    def _follow(self) -> None:
        hidden = self.verticalScrollBar()
        self._bar.setRange(hidden.minimum(), hidden.maximum())
        self._bar.setPageStep(hidden.pageStep())
        self._bar.setSingleStep(hidden.singleStep())
        self._bar.setVisible(hidden.maximum() > hidden.minimum())
        self._bar.raise_()
