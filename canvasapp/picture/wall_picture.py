"""The picture on the wall for a board and a state, and where on it lies what lies on the sheet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from canvasapp.domain.board import Board
from canvasapp.domain.geometry import Point, Rect
from canvasapp.domain.template import Block
from canvasapp.picture.shapes import Box, Kind, Part, Picture, Text
from canvasapp.picture.theme import Theme
from canvasapp.picture.wall_block import block_parts, block_scale
from canvasapp.picture.wall_canvas import Places, canvas_parts, canvas_scale
from canvasapp.picture.wall_results import flat_scale, pause_parts, result_parts
from canvasapp.picture.wall_scale import WallScale
from canvasapp.picture.wall_state import WallMode, WallState


@dataclass(frozen=True, slots=True, eq=False)
class WallPicture:
    """A picture in the wall's shape; `places` tell what of the sheet lies where on it."""

    picture: Picture
    scale: WallScale
    places: Places = ()

    def place_of(self, at: Point) -> Point | None:
        """Where on the wall a place on the sheet is (both in mm); None where the wall does not show it."""
        for there, here in self.places:
            if there.contains(at):
                across, down = (at.x - there.x) / there.w, (at.y - there.y) / there.h
                return Point(here.x + across * here.w, here.y + down * here.h)
        return None

    def rect_of(self, block_id: str) -> Rect | None:
        """The block on the wall, where all of them are shown."""
        parts = self.picture.parts
        found = (part.rect for part in parts if part.kind is Kind.BLOCK and part.id == block_id)
        return next(found, None)


def wall_picture(board: Board, state: WallState, aspect: float) -> WallPicture:
    """What a wall shows whose height is so many times its width; FOLLOW and STAY show no picture but the sheet."""
    places: Places = ()
    match state.mode:
        case WallMode.BLOCK | WallMode.COMPARE:
            block = block_shown(board, state)
            scale = block_scale(board, block, state, aspect)
            parts, places = block_parts(board, block, state, scale)
        case WallMode.RESULTS:
            scale = flat_scale(state, aspect)
            parts = result_parts(board, state, scale)
        case WallMode.BREAK:
            scale = flat_scale(state, aspect)
            parts = pause_parts(state, scale)
        case _:
            scale = canvas_scale(state, aspect)
            parts, places = canvas_parts(board, state, scale)
    sheet, ground = scale.sheet, _ground(state.theme, scale)
    kept = tuple(_readable(part, scale) for part in (ground, *parts))
    language = board.template.language
    return WallPicture(Picture(sheet.w, sheet.h, board.head.title, language, kept), scale, places)


def block_shown(board: Board, state: WallState) -> Block:
    """The block the state names, or the first one."""
    blocks = board.template.blocks_in_order()
    return next((each for each in blocks if each.id == state.block), blocks[0])


def seen_board(board: Board, state: WallState) -> Board:
    """The board without what nobody in the room shall see."""
    if not state.hidden.intersection(board.notes):
        return board
    notes = {each: note for each, note in board.notes.items() if each not in state.hidden}
    return replace(board, notes=notes)


@lru_cache(maxsize=16)
def _ground(theme: Theme, scale: WallScale) -> Part:
    rect = scale.sheet
    beyond = rect.inset(-1.0)  # or the last row of pixels is painted in part
    return Part(Kind.SHEET, "wall", "", rect, (Box(beyond, fill=theme.sheet),))


@lru_cache(maxsize=2_048)
def _readable(part: Part, scale: WallScale) -> Part:
    """The same part, without letters that are too small to be read from the back row."""
    small = [x for x in part.shapes if isinstance(x, Text) and not scale.reads(x.size)]
    if not small:
        return part
    return replace(part, shapes=tuple(x for x in part.shapes if x not in small))
