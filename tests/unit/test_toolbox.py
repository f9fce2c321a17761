"""One gesture at a time, and one way to cancel it."""

from __future__ import annotations

from typing import cast

import pytest
from PySide6.QtCore import Qt

from canvasapp.domain.geometry import Point, Rect
from canvasapp.view.camera import Camera
from canvasapp.view.handles import CORNERS, EDGES, Handle, handle_at
from canvasapp.view.pointer import Phase, Pointer
from canvasapp.view.stage import Stage
from canvasapp.view.toolbox import Gesture, Tool, Toolbox

NOWHERE = cast("Stage", None)


class Diary:
    """Tools that write down what happens to them."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.box = Toolbox([self.tool("first"), self.tool("second")], NOWHERE)

    def tool(self, tool_id: str, *, chooses: str | None = None) -> Tool:
        def begin(stage: Stage, press: Pointer) -> Gesture:
            self.told.append(f"{tool_id} begins")
            try:
                pointer = yield
                while pointer.phase is Phase.MOVE:
                    self.told.append(f"{tool_id} moves")
                    pointer = yield
                if chooses:
                    self.box.choose(chooses)
                self.told.append(f"{tool_id} commits")
            finally:
                self.told.append(f"{tool_id} ends")

        return Tool(tool_id, tool_id, Qt.Key.Key_A, begin, lambda *_: Qt.CursorShape.ArrowCursor)


def pointer(phase: Phase, x: float = 0.0) -> Pointer:
    return Pointer(phase, Point(x, 0), x, 0)


@pytest.fixture
def diary() -> Diary:
    return Diary()


def test_a_gesture_goes_from_press_to_release(diary: Diary) -> None:
    diary.box.press(pointer(Phase.PRESS))
    diary.box.move(pointer(Phase.MOVE, 5))
    diary.box.release(pointer(Phase.RELEASE, 5))
    assert diary.told == ["first begins", "first moves", "first commits", "first ends"]
    assert not diary.box.busy


def test_cancelling_ends_a_gesture_without_its_commit(diary: Diary) -> None:
    diary.box.press(pointer(Phase.PRESS))
    diary.box.cancel()
    diary.box.release(pointer(Phase.RELEASE))
    assert diary.told == ["first begins", "first ends"]


def test_another_tool_cancels(diary: Diary) -> None:
    diary.box.press(pointer(Phase.PRESS))
    diary.box.choose("second")
    assert diary.told == ["first begins", "first ends"]
    assert diary.box.tool.id == "second"


def test_a_second_press_cancels_the_first(diary: Diary) -> None:
    diary.box.press(pointer(Phase.PRESS))
    diary.box.press(pointer(Phase.PRESS), "second")
    assert diary.told == ["first begins", "first ends", "second begins"]
    assert diary.box.tool.id == "first"


def test_a_gesture_may_choose_another_tool(diary: Diary) -> None:
    diary.box = Toolbox([diary.tool("one", chooses="two"), diary.tool("two")], NOWHERE)
    diary.box.press(pointer(Phase.PRESS))
    diary.box.release(pointer(Phase.RELEASE))
    assert diary.told == ["one begins", "one commits", "one ends"]
    assert diary.box.tool.id == "two"


def test_only_a_pointer_that_has_left_its_press_scrolls_the_view(diary: Diary) -> None:
    diary.box.press(pointer(Phase.PRESS))
    diary.box.move(pointer(Phase.MOVE, 3))
    assert not diary.box.scrolls
    diary.box.move(pointer(Phase.MOVE, 4))
    assert diary.box.scrolls
    diary.box.cancel()
    assert not diary.box.scrolls


def test_moves_without_a_press_mean_nothing(diary: Diary) -> None:
    diary.box.move(pointer(Phase.MOVE, 9))
    diary.box.release(pointer(Phase.RELEASE, 9))
    assert diary.told == []


@pytest.mark.parametrize("handle", [*CORNERS, *EDGES])
def test_the_opposite_side_of_a_handle_stays(handle: Handle) -> None:
    rect = Rect(100, 100, 80, 60)
    moved = handle.moved(rect, Point(-7, 11), (24, 18))
    if handle.across >= 0:
        assert moved.x == rect.x
    if handle.across <= 0:
        assert moved.right == rect.right
    if handle.down >= 0:
        assert moved.y == rect.y
    if handle.down <= 0:
        assert moved.bottom == rect.bottom
    assert (moved.w - rect.w, moved.h - rect.h) == (-7 * handle.across, 11 * handle.down)


@pytest.mark.parametrize("handle", CORNERS)
def test_a_corner_is_grasped_at_its_place(handle: Handle) -> None:
    camera, rect = Camera(zoom=1.0, width=800, height=600), Rect(100, 100, 80, 60)
    x, y = handle.place(camera, rect)
    assert handle_at(camera, rect, x + 4, y - 4) == handle


def test_inside_of_a_note_no_edge_is_grasped() -> None:
    camera, rect = Camera(zoom=1.0, width=800, height=600), Rect(100, 100, 80, 60)
    x, y = camera.to_view(Point(rect.right, rect.centre.y))
    assert handle_at(camera, rect, x - 1, y) is None
    assert handle_at(camera, rect, x + 3, y) == Handle(1, 0)
