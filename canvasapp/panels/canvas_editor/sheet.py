"""The sheet of the draft: blocks are drawn, moved and pulled with the mouse, and worked on with keys alone."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from canvasapp.controls.look import Look
from canvasapp.domain.geometry import Point, Rect
from canvasapp.domain.template import Block, Template
from canvasapp.panels.canvas_editor.grips import NO_LEAST, Grip, Ground
from canvasapp.panels.canvas_editor.painted import DraftPainter, Shown, body_of
from canvasapp.panels.canvas_editor.resting import step_of
from canvasapp.view.camera import Camera
from canvasapp.view.handles import handle_at

MARGIN = 24
REACH = 8.0
"""From how far edges are drawn together, in logical pixels."""
SLACK = 4.0
"""So many logical pixels are no drag yet."""
ARROWS = {
    Qt.Key.Key_Left: Point(-1, 0),
    Qt.Key.Key_Right: Point(1, 0),
    Qt.Key.Key_Up: Point(0, -1),
    Qt.Key.Key_Down: Point(0, 1),
}
WRITES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
DELETES = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
NAME = "Sheet of the canvas"
NONE_CHOSEN = "Tab goes from block to block"


class DraftSheet(QWidget):
    """Tells what is done on it; what becomes of that is shown to it by its owner.

    `placed` has a block's id, its rectangle in mm and whether a key repeats itself; `held` the same of a drag that
    goes on, `let_go` ends one for nothing. `drawn` has the rectangle of a new block, None for where there is room.
    """

    chosen = Signal(str)
    drawn = Signal(object)
    held = Signal(str, object)
    placed = Signal(str, object, bool)
    let_go = Signal()
    removed = Signal(str)
    writing_asked = Signal(str)

    def __init__(
        self, look: Look, template: Template, least: Callable[[Block], tuple[float, float]]
    ) -> None:
        super().__init__()
        self._least = least
        self._painter = DraftPainter(look)
        self._shown = Shown(template)
        self._camera = Camera()
        self._grip: Grip | None = None
        self._pulled: Rect | None = None
        self._pressed = QPointF()
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(NAME)

    @property
    def camera(self) -> Camera:
        return self._camera

    @property
    def shown(self) -> Shown:
        return self._shown

    def show_draft(self, template: Template, chosen: str, faulty: Collection[str]) -> None:
        if template.sheet.rect != self._shown.template.sheet.rect:
            self._look_at(template)
        self._shown = replace(self._shown, template=template, chosen=chosen, faulty=faulty)
        block = self._block
        said = f"{block.number} {block.title}, {_size(block.rect)}" if block else NONE_CHOSEN
        self.setAccessibleDescription(said)
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(280, 240)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._look_at(self._shown.template)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._camera.ratio != self.devicePixelRatioF():
            self._look_at(self._shown.template)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._painter.paint(painter, self._shown, self._camera, focused=self.hasFocus())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        blocks = self._in_order()
        if event.reason() is Qt.FocusReason.TabFocusReason and blocks and not self._shown.chosen:
            self.chosen.emit(blocks[0].id)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._cancel()
        self.update()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001  # Qt's own signature
        """Tab goes through the blocks by their numbers, and on past the last one."""
        blocks = self._in_order()
        ids = [block.id for block in blocks]
        here = ids.index(self._shown.chosen) if self._shown.chosen in ids else -1 if forward else 0
        there = here + (1 if forward else -1)
        if not 0 <= there < len(ids):
            return super().focusNextPrevChild(forward)
        self.chosen.emit(ids[there])
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, block = Qt.Key(event.key()), self._block
        if key == Qt.Key.Key_Escape and (self._grip or block):
            if not self._cancel():
                self.chosen.emit("")
        elif key == Qt.Key.Key_Insert:
            self.drawn.emit(None)
        elif block is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        elif key in ARROWS:
            self._step(block, ARROWS[key], event)
        elif key in DELETES:
            self.removed.emit(block.id)
        elif key in WRITES:
            self.writing_asked.emit(block.id)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._pressed = event.position()
        self._grip = self._grip_at(event.position())
        if self._grip.block != (self._shown.chosen or None):
            self.chosen.emit(self._grip.block or "")

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is None:
            self._show_cursor(event.position())
            return
        way = event.position() - self._pressed
        if self._pulled is None and way.manhattanLength() < SLACK:
            return
        free = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        self._pull(self._grip, event.position(), free=free)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        grip, pulled = self._grip, self._pulled
        self._forget()
        if grip is None or pulled is None:
            return
        if grip.block is None:
            self.drawn.emit(pulled)
        else:
            self.placed.emit(grip.block, pulled, False)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if (block := self._block) is not None:
            self.writing_asked.emit(block.id)

    @property
    def _block(self) -> Block | None:
        return self._by_id(self._shown.chosen)

    def _by_id(self, block_id: str | None) -> Block | None:
        blocks = self._shown.template.blocks
        return next((each for each in blocks if each.id == block_id), None)

    def _in_order(self) -> list[Block]:
        return sorted(self._shown.template.blocks, key=lambda each: each.number)

    def _grip_at(self, at: QPointF) -> Grip:
        """What a press takes hold of: a handle of the chosen block, a block, or nothing, to draw one."""
        place, block = self._camera.to_sheet(at.x(), at.y()), self._block
        if block and (handle := handle_at(self._camera, block.rect, at.x(), at.y())):
            return Grip(block.id, block.rect, place, handle)
        under = [each for each in self._shown.template.blocks if each.rect.contains(place)]
        if not under:
            return Grip(None, Rect(place.x, place.y, 0, 0), place)
        return Grip(under[-1].id, under[-1].rect, place)

    def _pull(self, grip: Grip, at: QPointF, *, free: bool) -> None:
        template, block = self._shown.template, self._by_id(grip.block)
        frame, body = template.sheet.frame, body_of(template)
        rooms = [body, *(each.rect for each in template.blocks if each.id != grip.block)]
        ground = Ground(rooms, frame, self._camera.mm(REACH))
        least = self._least(block) if block else NO_LEAST
        place = self._camera.to_sheet(at.x(), at.y())
        self._pulled, guides = grip.at(place, ground, least, free=free)
        self._shown = replace(self._shown, guides=guides)
        if grip.block is None:
            self._shown = replace(self._shown, drawn=self._pulled)
            self.update()
        else:
            self.held.emit(grip.block, self._pulled)

    def _step(self, block: Block, towards: Point, event: QKeyEvent) -> None:
        """A field of the grid along an arrow; with Shift the right or lower edge alone."""
        step, rect = step_of(self._shown.template.sheet.frame), block.rect
        dx, dy = towards.x * step.x, towards.y * step.y
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            after = Rect(rect.x, rect.y, rect.w + dx, rect.h + dy)
        else:
            after = rect.moved(dx, dy)
        self.placed.emit(block.id, after, event.isAutoRepeat())

    def _cancel(self) -> bool:
        """Whether something was held."""
        was_held = self._grip is not None
        self._forget()
        if was_held:
            self.let_go.emit()
        return was_held

    def _forget(self) -> None:
        self._grip = self._pulled = None
        self._shown = replace(self._shown, drawn=None, guides=())
        self.update()

    def _show_cursor(self, at: QPointF) -> None:
        grip = self._grip_at(at)
        if grip.handle is not None:
            self.setCursor(grip.handle.cursor)
        else:
            shape = Qt.CursorShape.SizeAllCursor if grip.block else Qt.CursorShape.CrossCursor
            self.setCursor(shape)

    def _look_at(self, template: Template) -> None:
        ratio = self.devicePixelRatioF()
        size = self.size() * ratio
        empty = Camera().sized(size.width(), size.height(), ratio)
        self._camera = empty.showing(template.sheet.rect, MARGIN)


def _size(rect: Rect) -> str:
    return f"{rect.w:.0f} by {rect.h:.0f} mm"
