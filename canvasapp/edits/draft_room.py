"""The room on the sheet of a canvas in the making: the frame, what a block needs, and where there is a gap."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from canvasapp.domain.geometry import Rect
from canvasapp.domain.template import (
    LANE_FOOT,
    LANE_LABEL,
    LANE_SIDE,
    SMALLEST_NOTE,
    Split,
)
from canvasapp.templates.drafting import Content

SPARE = 0.01
"""More than a rounded percentage loses, in mm."""
DIGITS = 4
"""Of a percentage: 0.001 mm on A0."""


@dataclass(frozen=True, slots=True)
class Body:
    """What the frame of the sheet leaves to the blocks, in mm, and how high the whole frame is."""

    rect: Rect
    frame: Rect

    @property
    def w(self) -> float:
        return self.frame.w

    @property
    def whole_height(self) -> float:
        return self.frame.h

    def placed(self, percent: dict[str, float]) -> Rect:
        """A rectangle of the file in mm."""
        frame = self.frame
        x, y = frame.x + frame.w * percent["x"] / 100, frame.y + frame.h * percent["y"] / 100
        return Rect(x, y, frame.w * percent["w"] / 100, frame.h * percent["h"] / 100)


def body_of(content: Content) -> Body:
    sheet = content["sheet"]
    frame = Rect(0, 0, sheet["width"], sheet["height"]).inset(sheet["margin"])
    top, foot = sheet["header_percent"] * frame.h / 100, sheet["footer_percent"] * frame.h / 100
    return Body(Rect(frame.x, frame.y + top, frame.w, frame.h - top - foot), frame)


def least_of(content: Content, split: Split) -> tuple[float, float]:
    """The least width and height in mm of a block with two lanes that each have room for a note."""
    strip = content["sheet"]["title_strip_percent"] * body_of(content).frame.h / 100
    lane = (SMALLEST_NOTE + 2 * LANE_SIDE, SMALLEST_NOTE + LANE_LABEL + LANE_FOOT)
    across, down = (1, 2) if split is Split.ROWS else (2, 1)
    return lane[0] * across + SPARE, lane[1] * down + strip + SPARE


def placed_in(content: Content, rect: Rect, split: Split) -> Rect:
    """`rect` as large as it has to be, and pushed into the frame."""
    body, (least_w, least_h) = body_of(content).rect, least_of(content, split)
    w, h = min(max(rect.w, least_w), body.w), min(max(rect.h, least_h), body.h)
    x = min(max(rect.x, body.x), body.right - w)
    y = min(max(rect.y, body.y), body.bottom - h)
    return Rect(x, y, w, h)


def percent_of(content: Content, rect: Rect) -> dict[str, float]:
    """A rectangle in mm as the file has it: edges that are the same stay the same when they are rounded."""
    frame = body_of(content).frame
    left, right = (round((x - frame.x) / frame.w * 100, DIGITS) for x in (rect.x, rect.right))
    top, foot = (round((y - frame.y) / frame.h * 100, DIGITS) for y in (rect.y, rect.bottom))
    return {"x": left, "y": top, "w": round(right - left, DIGITS), "h": round(foot - top, DIGITS)}


def largest_gap(content: Content) -> Rect | None:
    """The largest part of the body in mm that no block covers and a block fits into."""
    body = body_of(content)
    blocks = [body.placed(each["rect"]) for each in content["blocks"]]
    needs = [least_of(content, each) for each in Split]
    gaps = [
        gap
        for gap in _gaps(body.rect, blocks)
        if any(gap.w >= width and gap.h >= height for width, height in needs)
    ]
    return max(gaps, key=lambda gap: gap.w * gap.h, default=None)


def _gaps(body: Rect, blocks: list[Rect]) -> Iterator[Rect]:
    """The bare rectangles that begin at a corner of the body or of what lies in it, as high as they can be."""
    lefts = sorted({body.x, *(each.right for each in blocks)})
    rights = sorted({body.right, *(each.x for each in blocks)})
    tops = sorted({body.y, *(each.bottom for each in blocks)})
    for top in tops:
        for left in lefts:
            for right in rights:
                if right - left < SPARE:
                    continue
                strip = Rect(left, top, right - left, max(body.bottom - top, 0.0)).inset(SPARE)
                met = [each.y for each in blocks if each.meets(strip)]
                foot = min(met, default=body.bottom)
                if foot > top:
                    yield Rect(left, top, right - left, foot - top)
