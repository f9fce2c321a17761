"""How a block looks: its frame and title, a tinted lane for each perspective, and the questions asked there."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from canvasapp.domain.geometry import Point, Rect
from canvasapp.domain.template import Block, Decoration, Lane, Perspective, Question, Sheet
from canvasapp.picture.note_marks import lock
from canvasapp.picture.shapes import Box, Colour, Kind, Part, Shape
from canvasapp.picture.theme import Theme, ViewColours, mix
from canvasapp.picture.wedge import wedge_slice
from canvasapp.picture.words import words
from canvasapp.text.fonts import Style
from canvasapp.text.layout import PT, Layout, lay_out

LABELS = {Perspective.OUR: "Our view", Perspective.CUSTOMER: "Customer’s view"}
"""What a perspective is called where there is little room."""

BLOCK_RADIUS = 4.0
LANE_RADIUS = 2.5
LANE_PADDING = 7.0
"""From a lane's tile to what stands in it, in mm."""
LABEL_HEIGHT = 16.0
"""From the top of a lane to its first note, in mm."""

BARE_MARK = (4.0, 6.0)
"""From the corner of a lane to the mark that stands there without a name, and its size, in mm."""

_HAIRLINE = 0.5
_GAP_EDGE = 2.0
_TITLE_LINES = 2
_LABEL_SIZE = 16 * PT
_MARK = 5.0
_LANE_GAP = 2.5
_SEAL = 15.0
"""Of the lock in the head of a finished block, in mm."""
_GHOST_SIZE = 18 * PT
_SMALLEST_QUESTION = 6 * PT
_NOTE_GAP = 2.5
_COLUMN = 260.0
_COLUMN_GAP = 8.0
_WIDE_LANE = 500.0


@lru_cache(maxsize=256)
def block_part(
    block: Block, sheet: Sheet, theme: Theme, *, one_sided: bool = False, sealed: bool = False
) -> Part:
    """The block's frame with number and title; one seen from one side only stands out, a `sealed` one has a lock."""
    rect = block.rect.inset(sheet.gutter / 2)
    edge, width = (theme.gap, _GAP_EDGE) if one_sided else (theme.line2, _HAIRLINE)
    frame = Box(rect, BLOCK_RADIUS, fill=theme.raised, stroke=edge, width=width)
    strip = Rect(rect.x, rect.y, rect.w, min(lane.rect.y for lane in block.lanes) - rect.y)
    room = Rect(strip.x, strip.y, strip.w - (_SEAL + LANE_PADDING if sealed else 0.0), strip.h)
    seal = Point(strip.right - LANE_PADDING / 2, strip.centre.y + 0.8 - _SEAL / 2)
    shapes = (
        frame,
        *_title(block, sheet, room, theme),
        *(lock(seal, theme.raised, theme.ink2, _SEAL) if sealed else ()),
    )
    said = ", finished" if sealed else ""
    return Part(Kind.BLOCK, block.id, f"{block.number} {block.title}{said}", rect, shapes)


@lru_cache(maxsize=512)
def lane_part(block: Block, lane: Lane, sheet: Sheet, theme: Theme, *, named: bool = True) -> Part:
    """The lane's tint with the mark and, `named`, the name of its perspective."""
    rect = lane_rect(block, lane, sheet)
    view = theme.view(lane.perspective)
    edge = theme.line2 if theme.plain_paper else None
    tint = Box(rect, LANE_RADIUS, fill=view.tint, stroke=edge, width=_HAIRLINE if edge else 0.0)
    corner = Point(rect.x + BARE_MARK[0], rect.y + BARE_MARK[0])
    bare = mark_shape(lane.perspective, corner, BARE_MARK[1], view.ink)
    shapes = (
        tint,
        *_decoration(block, rect, sheet, view, theme),
        *(lane_label(lane, view.ink) if named else (bare,)),
    )
    lane_id = f"{block.id}/{lane.perspective}"
    return Part(Kind.LANE, lane_id, LABELS[lane.perspective], rect, shapes)


@lru_cache(maxsize=512)
def bare_lane_part(block: Block, lane: Lane, sheet: Sheet, theme: Theme) -> Part:
    """The lane of a view that is not shown: where it is, and whose."""
    rect = lane_rect(block, lane, sheet)
    outline = Box(rect.inset(_HAIRLINE / 2), LANE_RADIUS, stroke=theme.line, width=_HAIRLINE)
    label = lane_label(lane, theme.ink3)
    lane_id = f"{block.id}/{lane.perspective}"
    return Part(
        Kind.LANE, lane_id, f"{LABELS[lane.perspective]}, not shown", rect, (outline, *label)
    )


def lane_label(lane: Lane, ink: Colour) -> tuple[Shape, ...]:
    """The mark and name of the lane's perspective at its head."""
    label = lay_out(LABELS[lane.perspective], lane.rect.w, _LABEL_SIZE, Style.MEDIUM)
    middle = lane.rect.y + LABEL_HEIGHT / 2 + 0.5
    left = lane.rect.x + LANE_PADDING
    return (
        mark_shape(lane.perspective, Point(left, middle - _MARK / 2), _MARK, ink),
        words(Point(left + _MARK + 3.0, middle - label.height / 2), label, ink),
    )


def _decoration(
    block: Block, lane: Rect, sheet: Sheet, view: ViewColours, theme: Theme
) -> tuple[Shape, ...]:
    if block.decoration is not Decoration.WEDGE:
        return ()
    first, last = (lane_rect(block, each, sheet) for each in block.lanes)
    return (wedge_slice(first.united(last), lane, view, theme),)


def lane_rect(block: Block, lane: Lane, sheet: Sheet) -> Rect:
    """The lane as it is drawn: its tile with gaps to the frame and to the other lane, in mm."""
    inner = block.rect.inset(sheet.gutter / 2 + _LANE_GAP / 2)
    tile = lane.rect.inset(_LANE_GAP / 2)
    top = lane.rect.y if lane.rect.y == min(each.rect.y for each in block.lanes) else tile.y
    x, y = max(inner.x, tile.x), max(inner.y, top)
    return Rect(x, y, min(inner.right, tile.right) - x, min(inner.bottom, tile.bottom) - y)


def mark_shape(perspective: Perspective, at: Point, size: float, ink: Colour) -> Shape:
    """The sign of a perspective: a filled square for ours, an open circle for the customer's. Top left at `at`."""
    square = Rect(at.x, at.y, size, size)
    if perspective is Perspective.OUR:
        return Box(square, radius=size * 0.19, fill=ink)
    stroke = size * 0.19
    return Box(square.inset(stroke / 2), radius=(size - stroke) / 2, stroke=ink, width=stroke)


def bare_rooms(lane: Lane, notes: Iterable[Rect]) -> tuple[Rect, ...]:
    """Where a lane is bare from side to side, from its foot up to its label."""
    whole = _writing_room(lane)
    rooms: list[Rect] = []
    top = whole.y
    for note in sorted(notes, key=lambda each: each.y):
        rooms.append(Rect(whole.x, top, whole.w, note.y - _NOTE_GAP - top))
        top = max(top, note.bottom + _NOTE_GAP)
    rooms.append(Rect(whole.x, top, whole.w, whole.bottom - top))
    return tuple(room for room in reversed(rooms) if room.h > 0)


@lru_cache(maxsize=1024)
def question_parts(
    block: Block,
    lane: Lane,
    questions: tuple[Question, ...],
    rooms: tuple[Rect, ...],
    sheet: Sheet,
    theme: Theme,
    *,
    low: bool,
) -> tuple[Part, ...]:
    """The questions printed in a lane: in that one of `rooms` where they are largest, at its top or foot (`low`).

    Where they fit none of them they may be covered. In lanes wider than 500 mm they stand side by side, about 260 mm
    each.
    """
    whole = _writing_room(lane)
    columns = max(1, round(whole.w / _COLUMN)) if lane.rect.w > _WIDE_LANE else 1
    size = sheet.type_scale.questions * PT
    fitted = [(room, _fitting(questions, room, columns, size)) for room in rooms]
    fitting = [each for each in fitted if _fits(each[1], each[0], columns)]
    last_resort = whole, _fitting(questions, whole, columns, size)
    room, layouts = max(fitting, key=lambda each: each[1][0].size, default=last_resort)
    places = _places(layouts, room, columns, low=low)
    ink = mix(theme.view(lane.perspective).ink, theme.view(lane.perspective).tint, 0.85)
    return tuple(
        Part(
            Kind.QUESTION,
            f"{block.id}/{question.id}",
            question.text,
            Rect(at.x, at.y, layout.width, layout.height),
            (words(at, layout, ink),),
        )
        for question, layout, at in zip(questions, layouts, places, strict=True)
    )


@lru_cache(maxsize=1024)
def open_question_part(block: Block, question: Question, rect: Rect, theme: Theme) -> Part:
    """A question that nothing answers yet, as a dashed note at `rect`."""
    view = theme.view(question.perspective)
    text = lay_out(question.text, rect.w - 11.0, _GHOST_SIZE, Style.NOTE)
    frame = Box(rect.inset(0.4), 1.6, stroke=view.ink, width=0.6, dash=(2.6, 2.0))
    shapes = (frame, words(Point(rect.x + 5.5, rect.y + 4.5), text, view.ink))
    return Part(Kind.QUESTION, f"{block.id}/{question.id}", question.text, rect, shapes)


def _title(block: Block, sheet: Sheet, strip: Rect, theme: Theme) -> tuple[Shape, ...]:
    scale = sheet.type_scale
    number_size, title_size = scale.block_number * PT, scale.block_title * PT
    number = lay_out(str(block.number), strip.w, number_size, Style.PLAIN)
    left = strip.x + LANE_PADDING - sheet.gutter / 2
    indent = left + number.used_width + 0.55 * number_size
    title = _title_layout(block.title, strip.right - indent - LANE_PADDING / 2, title_size)
    if title.size < title_size:
        number = lay_out(str(block.number), strip.w, title.size, Style.PLAIN)
    middle = strip.y + strip.h / 2 + 0.8
    return (
        words(Point(left, middle - number.height / 2), number, theme.ink3),
        words(Point(indent, middle - title.height / 2), title, theme.ink),
    )


def _title_layout(title: str, width: float, size: float) -> Layout:
    """One line at full size, else two at 84 %, else smaller until two lines do."""
    layout = lay_out(title, width, size, Style.TITLE)
    if len(layout.lines) > 1:
        layout = lay_out(title, width, 0.84 * size, Style.TITLE)
    while len(layout.lines) > _TITLE_LINES:
        layout = lay_out(title, width, 0.94 * layout.size, Style.TITLE)
    return _balanced(layout)


def _balanced(layout: Layout) -> Layout:
    """The same lines or other ones, as many, of lengths as equal as the words allow."""
    narrow, wide = layout.used_width / 2, layout.width
    while len(layout.lines) > 1 and wide - narrow > 1.0:
        middle = (narrow + wide) / 2
        tried = lay_out(layout.text, middle, layout.size, Style.TITLE)
        fits = len(tried.lines) == len(layout.lines) and tried.used_width <= middle
        narrow, wide = (narrow, middle) if fits else (middle, wide)
    return lay_out(layout.text, wide, layout.size, Style.TITLE)


def _writing_room(lane: Lane) -> Rect:
    inner, top = lane.rect.inset(LANE_PADDING), lane.rect.y + LABEL_HEIGHT
    return Rect(inner.x, top, inner.w, inner.bottom - top)


def _fits(layouts: list[Layout], room: Rect, columns: int) -> bool:
    return max(_column_heights(layouts, columns)) <= room.h


def _fitting(
    questions: tuple[Question, ...], room: Rect, columns: int, size: float
) -> list[Layout]:
    """The questions at `size` mm, or smaller where the lane is too small for that."""
    width = (room.w - (columns - 1) * _COLUMN_GAP) / columns
    while True:
        layouts = [lay_out(question.text, width, size, Style.PLAIN) for question in questions]
        if _fits(layouts, room, columns) or size < _SMALLEST_QUESTION:
            return layouts
        size *= 0.94


def _column_heights(layouts: list[Layout], columns: int) -> list[float]:
    gap = layouts[0].size * 0.6
    return [
        sum(layout.height + gap for layout in layouts[column::columns]) - gap
        for column in range(columns)
    ]


def _places(layouts: list[Layout], room: Rect, columns: int, *, low: bool) -> list[Point]:
    """Where each question stands: filled row by row, each column from its top or down to its foot."""
    heights = _column_heights(layouts, columns)
    step = layouts[0].width + _COLUMN_GAP
    tops = [room.bottom - height if low else room.y for height in heights]
    places = []
    for index, layout in enumerate(layouts):
        column = index % columns
        places.append(Point(room.x + column * step, tops[column]))
        tops[column] += layout.height + layout.size * 0.6
    return places
