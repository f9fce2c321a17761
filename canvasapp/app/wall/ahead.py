"""The wall's next pictures, made before they are asked for: a key shows them within one frame."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, QSize, QTimer

from canvasapp.app.wall.poster import Poster
from canvasapp.domain.board import Board
from canvasapp.painting.qt_painter import PicturePainter
from canvasapp.picture.wall_picture import WallPicture, wall_picture
from canvasapp.picture.wall_state import WallState

STILL_MS = 300
"""The next picture is made when nothing has changed for so long: making one takes about a frame."""
MOST = 3


class Ahead(QObject):
    """Keeps posters of the states that are wanted, for the board and the size the wall has."""

    def __init__(self, pictures: PicturePainter, parent: QObject) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._wanted: tuple[WallState, ...] = ()
        self._board: Board | None = None
        self._size = QSize()
        self._made: dict[WallState, Poster] = {}
        self._soon = QTimer(self, interval=STILL_MS, singleShot=True)
        self._soon.timeout.connect(self._make_next)

    def want(self, states: Iterable[WallState], board: Board, size: QSize) -> None:
        """These states may come, the likeliest first."""
        wanted = (still(each) for each in states if not each.mode.shows_sheet)
        self._wanted = tuple(dict.fromkeys(wanted))[:MOST]
        self._made = {each: made for each, made in self._made.items() if each in self._wanted}
        self.follow(board, size)

    def follow(self, board: Board, size: QSize) -> None:
        """The board or the wall is another one: what was made for it before is of no use."""
        if board is not self._board or size != self._size:
            self._made.clear()
            self._board, self._size = board, size
        if self._wanted:
            self._soon.start()

    def has(self, state: WallState) -> bool:
        return still(state) in self._made

    def made(self, state: WallState, board: Board, size: QSize) -> Poster | None:
        """The poster of this state, if it has been made; it is given away. What the timer says is painted anew."""
        if board is not self._board or size != self._size:
            return None
        alike = (each for each in self._made if _timeless(each) == _timeless(still(state)))
        found = next(alike, None)
        if found is None:
            return None
        poster = self._made.pop(found)
        if found.timer != state.timer:
            poster.show(picture_of(board, state, size), size)
        return poster

    def _make_next(self) -> None:
        board, missing = self._board, [each for each in self._wanted if each not in self._made]
        if board is None or not missing:
            return
        poster = Poster(self._pictures)
        poster.show(picture_of(board, missing[0], self._size), self._size)
        self._made[missing[0]] = poster
        self._soon.start()


def picture_of(board: Board, state: WallState, size: QSize) -> WallPicture:
    """The picture on a wall of so many device pixels."""
    return wall_picture(board, state, size.height() / size.width())


def still(state: WallState) -> WallState:
    """What of the state its picture is made of."""
    return replace(state, pointer=None, laser=False, region=None, frozen=False, blank=False)


def _timeless(state: WallState) -> WallState:
    return replace(state, timer=None)
