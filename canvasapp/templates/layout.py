"""A canvas's sheet and the rectangles on it: percent of the frame in the file, millimetres in the template."""

from __future__ import annotations

from dataclasses import dataclass, fields
from itertools import combinations, pairwise

from canvasapp.domain.geometry import Point, Rect
from canvasapp.domain.template import (
    SMALLEST_NOTE,
    Lane,
    Perspective,
    Sheet,
    Split,
    TypeScale,
)
from canvasapp.templates.reader import Fields, Reader

LONGEST_SIDE = 5080.0
"""The longest side of a sheet in mm: 200 inches, the most that PDF allows."""
NEAR = 1e-6
"""Percentages that differ by less are the same."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A sheet and what of its frame is left to the blocks; `body` and `title_strip` are in percent of the frame."""

    sheet: Sheet
    body: Rect
    title_strip: float

    @property
    def header(self) -> Rect:
        return self.placed(Rect(0, 0, 100, self.body.y))

    @property
    def footer(self) -> Rect:
        return self.placed(Rect(0, self.body.bottom, 100, 100 - self.body.bottom))

    def placed(self, percent: Rect) -> Rect:
        """A rectangle in percent of the frame as one in mm on the sheet."""
        frame = self.sheet.frame
        left, right = (frame.x + frame.w * x / 100 for x in (percent.x, percent.right))
        top, bottom = (frame.y + frame.h * y / 100 for y in (percent.y, percent.bottom))
        return Rect(left, top, right - left, bottom - top)

    def lanes(self, percent: Rect, split: Split) -> tuple[Lane, Lane]:
        """The two lanes of a block, below its title strip: ours is above or on the left."""
        x, y = percent.x, percent.y + self.title_strip
        w, h = percent.w, percent.h - self.title_strip
        if split is Split.ROWS:
            ours, theirs = Rect(x, y, w, h / 2), Rect(x, y + h / 2, w, h / 2)
        else:
            ours, theirs = Rect(x, y, w / 2, h), Rect(x + w / 2, y, w / 2, h)
        return (
            Lane(Perspective.OUR, self.placed(ours)),
            Lane(Perspective.CUSTOMER, self.placed(theirs)),
        )


def read_layout(reader: Reader) -> Layout:
    percents = ("header_percent", "footer_percent", "title_strip_percent")
    given = reader.fields(("width", "height", "margin", "gutter", *percents, "type_scale"))
    header, footer, strip = (given[name].number(0, 40) for name in percents)
    return Layout(_sheet(given), Rect(0, header, 100, 100 - header - footer), strip)


def _sheet(given: Fields) -> Sheet:
    width = given["width"].number(100, LONGEST_SIDE)
    height = given["height"].number(100, LONGEST_SIDE)
    margin = given["margin"].number(0, min(width, height) / 4)
    gutter = given["gutter"].number(0, 50)
    names = [field.name for field in fields(TypeScale)]
    sizes = given["type_scale"].fields(names)
    scale = TypeScale(**{name: sizes[name].number(1, 1000) for name in names})
    return Sheet(width, height, margin, gutter, scale)


def read_rect(reader: Reader) -> Rect:
    """A rectangle in percent of the frame."""
    given = reader.fields(("x", "y", "w", "h"))
    x, y = given["x"].number(0, 100), given["y"].number(0, 100)
    return Rect(x, y, given["w"].number(1, 100), given["h"].number(1, 100))


def refuse_narrow_lanes(reader: Reader, lanes: tuple[Lane, ...]) -> None:
    """Refuses a block in one of whose lanes the smallest note has no room."""
    for lane in lanes:
        room = lane.room
        if room.w < SMALLEST_NOTE or room.h < SMALLEST_NOTE:
            size = f"{max(room.w, 0):.0f} x {max(room.h, 0):.0f} mm"
            least = f"{SMALLEST_NOTE:.0f} x {SMALLEST_NOTE:.0f} mm"
            reader.refuse(
                f"leaves {size} for notes in its lane {lane.perspective}",
                f"Make the block larger or split it the other way; a note needs {least}",
            )


def refuse_misplaced(rects: list[tuple[Reader, Rect]], body: Rect) -> None:
    """Refuses blocks that reach outside the body or lie over each other."""
    for reader, rect in rects:
        if not body.inset(-NEAR).encloses(rect):
            inside = f"x 0 to 100 and y {body.y:g} to {body.bottom:g}"
            reader.refuse(
                "reaches outside the frame between header and footer", f"Keep it in {inside}"
            )
    for (first, one), (second, other) in combinations(rects, 2):
        if one.inset(NEAR).meets(other.inset(NEAR)):
            second.refuse(f"lies over {first.place}", "Move or shrink one of them")


def refuse_gaps(blocks: Reader, rects: list[tuple[Reader, Rect]], body: Rect) -> None:
    """Refuses blocks that leave a part of the body bare; they are in their places."""
    if bare := _bare_place([rect for _, rect in rects], body):
        at = f"x {bare.x:g}, y {bare.y:g}"
        blocks.refuse(f"leave the frame bare at {at}", "Let the blocks cover it without gaps")


def _bare_place(rects: list[Rect], body: Rect) -> Point | None:
    """A point of `body` that no rectangle covers. The rectangles lie inside and do not overlap."""
    if abs(sum(rect.w * rect.h for rect in rects) - body.w * body.h) < NEAR * 100:
        return None
    across = sorted({body.x, body.right, *(x for rect in rects for x in (rect.x, rect.right))})
    down = sorted({body.y, body.bottom, *(y for rect in rects for y in (rect.y, rect.bottom))})
    middles = (
        Point((left + right) / 2, (top + bottom) / 2)
        for top, bottom in pairwise(down)
        for left, right in pairwise(across)
        if right - left > NEAR and bottom - top > NEAR
    )
    return next((at for at in middles if not any(rect.contains(at) for rect in rects)), None)
