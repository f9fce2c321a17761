"""What the foot of a note tells besides whose it is: its dots, entry's code, what is missing, evidence, its status."""

from __future__ import annotations

from canvasapp.domain.geometry import Point, Rect
from canvasapp.domain.records import NoteStatus, Seen
from canvasapp.picture.note_marks import SIZE, NoteMarks, contradiction, eye_off
from canvasapp.picture.shapes import Box, Line, Shape, Text
from canvasapp.picture.theme import NOTE_INK, NOTE_MARK
from canvasapp.picture.words import one_line, words
from canvasapp.text.fonts import Style
from canvasapp.text.layout import PT, lay_out

_GAP = 2.5
_LETTERS = 14 * PT
_ROUND = 5.6
_DOT = 10.4
_DOT_LETTERS = 22 * PT
_DOT_PADDING = 2.6
_LINE = 0.6
WHITE = "#ffffff"
_WIDEST_WORDS = 60.0

# Lucide's "flask-conical" on its 24 unit grid, its round corners cut.
_FLASK = (
    (
        (10, 2),
        (10, 8),
        (4.3, 19),
        (4.3, 20.8),
        (5.8, 22),
        (18.2, 22),
        (19.7, 20.8),
        (19.7, 19),
        (14, 8),
        (14, 2),
    ),
    ((6.5, 15), (17.5, 15)),
    ((8.5, 2), (15.5, 2)),
)
_STROKES = {
    NoteStatus.IDEA: (((12, 8), (12, 16)), ((8, 12), (16, 12))),
    NoteStatus.ASSUMPTION: (((7, 13.5), (10, 10.5), (14, 13.5), (17, 10.5)),),
    NoteStatus.EVIDENCED: (((8, 12.5), (11, 15.5), (16.5, 9)),),
    NoteStatus.DECIDED: (((8, 12.5), (11, 15.5), (16.5, 9)),),
    NoteStatus.PARKED: (((9.5, 8), (9.5, 16)), ((14.5, 8), (14.5, 16))),
}
"""On a grid of 24 within a circle: begun, roughly, shown, settled (the circle is filled), paused."""


def badges(corner: Point, marks: NoteMarks) -> tuple[tuple[Shape, ...], float]:
    """The badges in one row that ends in the lower right `corner`, and how wide it is in mm."""
    shapes: list[Shape] = []
    x = corner.x
    if marks.dots:
        dot = voting_dot(Point(x, corner.y + (_DOT - SIZE) / 2), marks.dots)
        shapes += dot
        x -= dot[0].rect.w + _GAP
    if marks.seen is not Seen.SHOWN:
        shapes += eye_off(Point(x, corner.y), marks.seen, NOTE_INK, WHITE)
        x -= SIZE + _GAP
    if marks.contradicted:
        shapes += contradiction(Point(x, corner.y))
        x -= SIZE + _GAP
    if marks.evidenced:
        shapes += _strokes(_FLASK, Point(x - SIZE, corner.y - SIZE), SIZE, NOTE_INK)
        x -= SIZE + _GAP
    if marks.status is not None:
        shapes += _status(marks.status, Point(x - _ROUND, corner.y - (SIZE + _ROUND) / 2))
        x -= _ROUND + _GAP
    told = (
        (f"{marks.missing} missing" if marks.missing else "", NOTE_MARK),
        (marks.code, NOTE_INK),
    )
    for text, colour in told:
        if text:
            line = one_line(text, _WIDEST_WORDS, _LETTERS, Style.MEDIUM)
            at = Point(x - line.used_width, corner.y - (SIZE + line.height) / 2)
            shapes.append(words(at, line, colour))
            x -= line.used_width + _GAP
    return tuple(shapes), corner.x - x


def voting_dot(corner: Point, count: int) -> tuple[Box, Text]:
    """A filled dot with the number of dots in it, drawn out for long ones, with its lower right `corner` there."""
    number = lay_out(str(count), 1e3, _DOT_LETTERS, Style.TITLE)
    width = max(number.used_width + 2 * _DOT_PADDING, _DOT)
    rect = Rect(corner.x - width, corner.y - _DOT, width, _DOT)
    at = Point(rect.centre.x - number.used_width / 2, rect.centre.y - number.height / 2)
    return Box(rect, _DOT / 2, fill=NOTE_INK), words(at, number, WHITE)


def _status(status: NoteStatus, at: Point) -> list[Shape]:
    """A circle with its sign, top left at `at`."""
    is_filled = status is NoteStatus.DECIDED
    inner = Rect(at.x, at.y, _ROUND, _ROUND).inset(_LINE / 2)
    circle = Box(inner, inner.w / 2, NOTE_INK if is_filled else None, stroke=NOTE_INK, width=_LINE)
    ink = WHITE if is_filled else NOTE_INK
    return [circle, *_strokes(_STROKES[status], at, _ROUND, ink)]


def _strokes(
    strokes: tuple[tuple[tuple[float, float], ...], ...], at: Point, size: float, ink: str
) -> list[Shape]:
    grid = size / 24
    return [
        Line(tuple(Point(at.x + x * grid, at.y + y * grid) for x, y in stroke), ink, _LINE)
        for stroke in strokes
    ]
