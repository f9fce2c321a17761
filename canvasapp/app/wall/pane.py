"""Paints the wall: what its state says and nothing else, on the other screen or small beside the board."""

from __future__ import annotations

import math
import time
from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from canvasapp.app.wall.ahead import Ahead, picture_of, still
from canvasapp.app.wall.crossing import Crossing
from canvasapp.app.wall.live_sheet import LiveSheet
from canvasapp.app.wall.poster import Poster
from canvasapp.domain.board import Board
from canvasapp.domain.change import Edit
from canvasapp.domain.geometry import Point
from canvasapp.painting.images import Images
from canvasapp.painting.qt_painter import PicturePainter
from canvasapp.picture.wall_picture import block_shown
from canvasapp.picture.wall_state import WIDTH, WallMode, WallState
from canvasapp.view.camera import Camera
from canvasapp.view.tiles import Clock

FRAME_MS = 8
BLANK = "#000000"
DOT, RIM = 26.0, 4.0
"""The dot that shows where the editor's pointer is, and its rim, in px of a wall 1920 wide."""


class WallPane(QWidget):
    """Shows a state of the wall with a board. All of it is painted here: no control ever lies on it."""

    def __init__(
        self,
        board: Board,
        images: Images,
        parent: QWidget | None = None,
        clock: Clock = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self.reduced_motion = False
        self._board, self._state, self._clock = board, WallState(), clock
        self._asked, self._images = self._state, images
        self._pictures = PicturePainter(images)
        self._poster = Poster(self._pictures)
        self._live: LiveSheet | None = None
        self._crossing: Crossing | None = None
        self._is_stale = True
        self._ahead = Ahead(self._pictures, self)
        self._frames = QTimer(self, interval=FRAME_MS, timerType=Qt.TimerType.PreciseTimer)
        self._frames.timeout.connect(self._go_on)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setAccessibleName("The wall")
        self.installEventFilter(self)

    @property
    def state(self) -> WallState:
        """What it was last told to show, also while it keeps what it showed before."""
        return self._asked

    @property
    def settled(self) -> bool:
        """Whether nothing moves and all is painted."""
        return self._crossing is None and (self._live is None or self._live.settled)

    def show_state(self, state: WallState, board: Board, edit: Edit | None = None) -> None:
        """Shows this from the next frame on. `edit` is what has made `board` of the one shown before, if one has."""
        self._asked = state
        before, old_board = self._state, self._board
        if state.frozen:
            hidden = before.hidden | state.hidden  # a picture that is kept tells no secret either
            kept = replace(before, frozen=True, blank=state.blank, hidden=hidden, pointer=None)
            state, board, edit = kept, old_board, None
        elif before.frozen:
            edit = None
        if state == before and board is old_board:
            return
        if state.hidden - before.hidden or state.blank:
            self._crossing = None
        elif self._differs(before, state, board):
            self._cross(before, state, board)
        self._state, self._board = state, board
        if self._live is not None and state.mode.shows_sheet:
            self._follow(self._live, before, old_board, edit)
        if still(before) != still(state) or board is not old_board:
            self._is_stale = True
            self._ahead.follow(board, QSize(*self._device_size()))
        self.update()

    def prepare(self, states: Iterable[WallState]) -> None:
        """These are likely to be shown next: their pictures are made while nothing else is to be done."""
        self._ahead.want(states, self._board, QSize(*self._device_size()))

    def is_prepared(self, state: WallState) -> bool:
        """Whether the picture of this state is made."""
        return self._ahead.has(state)

    def refresh(self) -> None:
        """Paints everything anew: an image has come, or the screen was off."""
        self._poster.shown = None
        self._is_stale = True
        if self._live is not None:
            self._live.show(self._board, self._state, None)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            ratio = self.devicePixelRatioF()
            painter.scale(1 / ratio, 1 / ratio)
            area = QRect(0, 0, *self._device_size())
            if self._state.blank:
                painter.fillRect(area, QColor(BLANK))
            else:
                self._paint_seen(painter, area)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._measure()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Not `event`: a fault under a Python `event` ends the process (PySide 6.11)."""
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._measure()
        return event.type() is QEvent.Type.ToolTip

    def _paint_seen(self, painter: QPainter, area: QRect) -> None:
        self._prepare()
        if self._live is not None and self._state.mode.shows_sheet:
            self._live.paint(painter, area)
        else:
            painter.drawPixmap(0, 0, self._poster.pixmap)
        if self._crossing is not None:
            self._crossing.paint(painter, self._clock())
        self._paint_dot(painter)

    def _prepare(self) -> None:
        """Makes what is to be seen, if it is another one than before."""
        if self._state.mode.shows_sheet:
            self._prepare_live()
        elif self._is_stale:
            size = QSize(*self._device_size())
            if (made := self._ahead.made(self._state, self._board, size)) is not None:
                self._poster.take(made)
            else:
                self._poster.show(picture_of(self._board, self._state, size), size)
        self._is_stale = False

    def _prepare_live(self) -> None:
        width, height = self._device_size()
        readable = self._state.room.smallest_on(width)
        if self._live is None or self._live.readable != readable:
            camera = Camera(width=width, height=height, ratio=self.devicePixelRatioF())
            state = self._state
            if self._live is not None:
                state = replace(state, region=self._live.camera.seen)  # where it was
            self._live = LiveSheet(self._board, state, camera, self._images, self._clock)
            self._live.touched.connect(self._touch_live)

    def _touch_live(self) -> None:
        if self._state.mode.shows_sheet:
            self.update()

    def _follow(
        self, live: LiveSheet, before: WallState, old_board: Board, edit: Edit | None
    ) -> None:
        """The sheet shows what it is told, and goes where the editor is."""
        state = self._state
        was_seen = before.mode.shows_sheet
        alike = before.hidden == state.hidden and before.look == state.look and was_seen
        if self._board is not old_board or not alike:
            live.show(self._board, state, edit if was_seen else None)
        if state.mode is WallMode.FOLLOW and state.region is not None:
            cut = self.reduced_motion or not was_seen or old_board.id != self._board.id
            live.follow(state.region, cut=cut)

    def _differs(self, before: WallState, state: WallState, board: Board) -> bool:
        """Whether the wall goes to another place, and does not only show what has happened there."""
        if before.mode.shows_sheet and state.mode.shows_sheet:
            return False
        return (
            before.mode is not state.mode
            or board.id != self._board.id
            or (state.mode.shows_block and before.block != state.block)
            or before.perspective != state.perspective
        )

    def _cross(self, before: WallState, state: WallState, board: Board) -> None:
        """From now on what is seen becomes what is shown next."""
        if self._live is not None and not state.mode.shows_sheet:
            self._live.leave()
        self._crossing = None
        if self.reduced_motion or before.blank or not self.isVisible():
            return
        crossing = Crossing(self._grabbed(), self._clock())
        if before.mode is WallMode.CANVAS and state.mode.shows_block:
            wall = self._poster.shown
            rect = wall.rect_of(block_shown(board, state).id) if wall else None
            crossing = replace(crossing, into=self._poster.pixels(rect) if rect else None)
        elif before.mode.shows_block and state.mode is WallMode.CANVAS:
            size = QSize(*self._device_size())
            self._poster.show(picture_of(board, state, size), size)
            wall = self._poster.shown
            rect = wall.rect_of(block_shown(board, before).id) if wall else None
            crossing = replace(crossing, out_of=self._poster.pixels(rect) if rect else None)
        self._crossing = crossing
        self._frames.start()

    def _go_on(self) -> None:
        if self._crossing is None or self._crossing.over(self._clock()):
            self._crossing = None
            self._frames.stop()
        self.update()

    def _grabbed(self) -> QPixmap:
        """What is seen now, without the dot."""
        width, height = self._device_size()
        grabbed = QPixmap(width, height)
        with QPainter(grabbed) as painter:
            self._prepare()
            if self._live is not None and self._state.mode.shows_sheet:
                self._live.paint(painter, grabbed.rect())
            else:
                painter.drawPixmap(0, 0, self._poster.pixmap)
        return grabbed

    def _paint_dot(self, painter: QPainter) -> None:
        """Where the editor's pointer is, if that is to be seen and the wall shows the place."""
        at = self._state.pointer and self._pixel(self._state.pointer)
        if not at:
            return
        theme, size = self._state.theme, self._device_size()[0] / WIDTH
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.sheet), RIM * size))
        painter.setBrush(QColor(theme.accent if self._state.laser else theme.ink))
        painter.drawEllipse(QPointF(*at), DOT / 2 * size, DOT / 2 * size)

    def _pixel(self, at: Point) -> tuple[float, float] | None:
        """Where a place on the sheet is seen, in device pixels."""
        if self._live is not None and self._state.mode.shows_sheet:
            return self._live.pixel(at)
        wall = self._poster.shown
        place = wall.place_of(at) if wall is not None else None
        return self._poster.pixel(place) if place is not None else None

    def _device_size(self) -> tuple[int, int]:
        ratio = self.devicePixelRatioF()
        width, height = math.ceil(self.width() * ratio), math.ceil(self.height() * ratio)
        return max(width, 1), max(height, 1)

    def _measure(self) -> None:
        """The screen has another size or scale."""
        self._crossing, self._is_stale = None, True
        if self._live is not None:
            self._live.resize(*self._device_size(), self.devicePixelRatioF())
        self.update()
