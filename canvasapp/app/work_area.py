"""Where board, panels and floats lie: the panels give way when the window is narrow."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from canvasapp.controls.painting import FLOAT_DEPTH
from canvasapp.controls.popover import PRESSES

LEFT, RIGHT = 240, 384
LEFT_FROM, RIGHT_FROM = 1180, 960
"""The widths of the window from which a panel has its own room, in px."""

FLOAT_MARGIN = 16
ROOM_BETWEEN_FLOATS = 12
FIND = 560
"""How wide the bar to find in is, in px: wider with more to say, narrower on a narrow board."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What the user said of a panel: shown or hidden whatever the width; None leaves it to the width."""

    left: bool | None = None
    right: bool | None = None


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Which panels are shown, and which of them lie over the board because there is no room beside it."""

    left: bool
    right: bool
    left_over: bool
    right_over: bool

    @property
    def board_left(self) -> int:
        return LEFT if self.left and not self.left_over else 0

    @property
    def board_right(self) -> int:
        """How much of the width is not the board's, at the right, in px."""
        return RIGHT if self.right and not self.right_over else 0


def arranged(width: int, wish: Wish) -> Arrangement:
    """How a window of this width (px) is divided."""
    left_fits, right_fits = width >= LEFT_FROM, width >= RIGHT_FROM
    return Arrangement(
        left=left_fits if wish.left is None else wish.left,
        right=right_fits if wish.right is None else wish.right,
        left_over=not left_fits,
        right_over=not right_fits,
    )


@dataclass(frozen=True, slots=True)
class Floats:
    """What lies over the board: at its foot, in its corner, and at its head."""

    tools: QWidget
    zoom: QWidget
    minimap: QWidget
    find: QWidget


class WorkArea(QWidget):
    """Places its parts itself: a layout can not lay one thing over another."""

    arranged_anew = Signal()

    def __init__(
        self, board: QWidget, cover: QWidget, left: QWidget, right: QWidget, floats: Floats
    ) -> None:
        super().__init__()
        self.left, self.right, self._board, self._cover = left, right, board, cover
        cover.setParent(self)
        self._floats = floats
        # in the order of Tab, which the board keeps for itself
        for part in (left, floats.minimap, floats.tools, floats.zoom, floats.find, right, board):
            part.setParent(self)
        cover.lower()
        board.lower()
        self.wish = Wish()
        self._arrangement = arranged(LEFT_FROM, self.wish)

    @property
    def arrangement(self) -> Arrangement:
        return self._arrangement

    def wish_for(self, wish: Wish) -> None:
        self.wish = wish
        self.arrange()

    def toggle_both(self) -> None:
        """Hides what is shown; with nothing shown, shows what the width allows, the right one at least."""
        now = self._arrangement
        if now.left or now.right:
            self.wish_for(Wish(left=False, right=False))
        else:
            self.wish_for(Wish(left=None, right=True))

    def show_left(self) -> None:
        """Shows the panel at the left, unless it is there."""
        if not self._arrangement.left:
            self.toggle_left()

    def show_right(self) -> None:
        """Shows the panel at the right, unless it is there."""
        if not self._arrangement.right:
            self.toggle_right()

    def toggle_left(self) -> None:
        """Shows the panel at the left or hides it; over the board one at a time."""
        now = self._arrangement
        right = False if now.right_over else self.wish.right
        self.wish_for(Wish(left=not now.left, right=right))

    def toggle_right(self) -> None:
        now = self._arrangement
        left = False if now.left_over else self.wish.left
        self.wish_for(Wish(left=left, right=not now.right))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.arrange()

    def arrange(self) -> None:
        width, height = self.width(), self.height()
        now = self._arrangement = arranged(width, self.wish)
        self.left.setGeometry(0, 0, LEFT, height)
        self.right.setGeometry(width - RIGHT, 0, RIGHT, height)
        self.left.setVisible(now.left)
        self.right.setVisible(now.right)
        board = QRect(now.board_left, 0, width - now.board_left - now.board_right, height)
        self._board.setGeometry(board)
        self._cover.setGeometry(board)
        bare = board.adjusted(LEFT if now.left and now.left_over else 0, 0, 0, 0)
        self._place_floats(bare)
        self._watch_board(over=(now.left and now.left_over) or (now.right and now.right_over))
        self.arranged_anew.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A press on the board puts away what lies over it, and is the board's all the same."""
        if event.type() in PRESSES:
            now, wish = self._arrangement, self.wish
            left = False if now.left_over else wish.left
            self.wish_for(Wish(left=left, right=False if now.right_over else wish.right))
        return False

    def _watch_board(self, *, over: bool) -> None:
        """Looks at what happens to the board only while something lies over it."""
        self._board.removeEventFilter(self)
        if over:
            self._board.installEventFilter(self)

    def _place_floats(self, board: QRect) -> None:
        """At the foot of what is seen of the board at its left; a panel over its right lies over them too."""
        floats = self._floats
        tools, zoom = floats.tools.sizeHint(), floats.zoom.sizeHint()
        bottom = board.bottom() + 1 - FLOAT_MARGIN + FLOAT_DEPTH
        zoom_x = board.right() + 1 - FLOAT_MARGIN - zoom.width()
        tools_x = board.x() + (board.width() - tools.width()) // 2
        tools_x = min(tools_x, zoom_x - ROOM_BETWEEN_FLOATS - tools.width())
        zoom_y = bottom - zoom.height()
        floats.zoom.setGeometry(zoom_x, zoom_y, zoom.width(), zoom.height())
        floats.tools.setGeometry(tools_x, bottom - tools.height(), tools.width(), tools.height())
        self._place_minimap(board, zoom_y)
        self._place_find(board)

    def _place_minimap(self, board: QRect, foot: int) -> None:
        """Over the zoom, right edges in line."""
        size = self._floats.minimap.sizeHint()
        x = board.right() + 1 - FLOAT_MARGIN - size.width()
        y = foot - ROOM_BETWEEN_FLOATS - size.height() + FLOAT_DEPTH
        self._floats.minimap.setGeometry(QRect(QPoint(x, y), size))

    def _place_find(self, board: QRect) -> None:
        """At the head, in the middle."""
        find = self._floats.find
        size = find.sizeHint()
        width = min(max(FIND, size.width()), board.width() - 2 * FLOAT_MARGIN)
        x = board.x() + (board.width() - width) // 2
        find.setGeometry(x, FLOAT_MARGIN, width, size.height())
