"""Writes a picture as the operators of a PDF page (ISO 32000-1, 8 and 9), in millimetres, vectors only."""

from __future__ import annotations

from functools import cache, lru_cache

from canvasapp.export.exporter import Check
from canvasapp.export.page import Layer, Page
from canvasapp.export.paper import INCH
from canvasapp.export.pdf_fonts import Fonts
from canvasapp.export.pdf_images import PageImages
from canvasapp.export.pdf_text import Showing, showings
from canvasapp.picture.shapes import (
    Box,
    Colour,
    Glyphs,
    Image,
    Kind,
    Line,
    Part,
    Path,
    Segment,
    Shape,
    Text,
)

POINTS = 72 / INCH
"""Points in a millimetre."""

KAPPA = 0.5522847498
"""How far the control points of a quarter circle lie from its ends, in radii."""


class PageContent:
    """The operators of one page after the other. What was set last is known, so it is set again only when it changes.

    Each part that has text or is an image is marked with the number under which the document's structure finds it
    (`marked`, in the order of the numbers); the others are marked as artifacts, which readers pass over.
    """

    def __init__(self, fonts: Fonts, images: PageImages, check: Check) -> None:
        self.marked: list[Part] = []
        self._fonts = fonts
        self._images = images
        self._check = check
        self._shown: dict[tuple[Glyphs, ...], tuple[Showing, ...]] = {}
        self._lines: list[str] = []
        self._state: dict[str, str] = {}
        self._height = 0.0

    def paint(self, page: Page) -> bytes:
        """The content stream of `page`; `marked` is of this page then."""
        self.marked, self._lines = [], []
        for layer in page.layers:
            self._layer(layer, page.height)
        return "\n".join(self._lines).encode("ascii")

    def _layer(self, layer: Layer, page_height: float) -> None:
        picture, window = layer.picture, layer.window
        self._lines.append("q")
        self._state.clear()  # what was set since the last q is forgotten
        if window is not None:
            left, low = POINTS * window.x, POINTS * (page_height - window.bottom)
            width, height = POINTS * window.w, POINTS * window.h
            self._lines.append(f"{left:.6f} {low:.6f} {width:.6f} {height:.6f} re W n")
        scale, left = POINTS * layer.scale, POINTS * layer.dx
        low = POINTS * (page_height - layer.dy - picture.height * layer.scale)
        self._height = picture.height
        self._lines.append(f"{scale:.9f} 0 0 {scale:.9f} {left:.6f} {low:.6f} cm")
        for part in picture.parts:
            self._check()
            self._part(part, is_read=not layer.is_furniture)
        self._lines.append("Q")

    def _part(self, part: Part, *, is_read: bool) -> None:
        has_text = any(isinstance(shape, Text) for shape in part.shapes)
        if is_read and (has_text or part.kind is Kind.IMAGE):
            self._lines.append(f"/P <</MCID {len(self.marked)}>> BDC")
            self.marked.append(part)
        else:
            self._lines.append("/Artifact BMC")
        for shape in part.shapes:
            self._shape(shape)
        self._lines.append("EMC")

    def _shape(self, shape: Shape) -> None:
        match shape:
            case Text():
                self._text(shape)
            case Box():
                self._box(shape)
            case Line():
                self._line(shape)
            case Path():
                self._path(shape)
            case Image():
                self._image(shape)

    def _text(self, text: Text) -> None:
        if not text.runs:
            return
        self._lines.append("BT")
        self._set("rg", _rgb(text.colour))
        left, base = text.at.x, self._height - text.at.y
        x = y = 0.0
        if text.runs not in self._shown:
            self._shown[text.runs] = showings(text, self._fonts)
        for each in self._shown[text.runs]:
            self._set("Tf", f"/{each.font} {each.size:.4f}")
            before, (x, y) = (x, y), (round(left + each.x, 3), round(base - each.y, 3))
            self._lines.append(f"{x - before[0]:.3f} {y - before[1]:.3f} Td {each.array}TJ")
        self._lines.append("ET")

    def _box(self, box: Box) -> None:
        self._paint(box.fill, box.stroke, box.width, box.dash, rounded=False)
        rect, bottom = box.rect, self._height - box.rect.bottom
        operator = _operator(box.fill, box.stroke)
        if box.radius:
            outline = _rounded(rect.w, rect.h, box.radius)
            self._lines.append(f"q 1 0 0 1 {rect.x:.3f} {bottom:.3f} cm {outline} {operator} Q")
        else:
            outline = f"{rect.x:.3f} {bottom:.3f} {rect.w:.3f} {rect.h:.3f} re"
            self._lines.append(f"{outline} {operator}")

    def _line(self, line: Line) -> None:
        self._paint(None, line.stroke, line.width, line.dash, rounded=True)
        first, *others = [f"{at.x:.3f} {self._height - at.y:.3f}" for at in line.points]
        self._lines.append(" ".join([first, "m", *(f"{each} l" for each in others), "S"]))

    def _path(self, path: Path) -> None:
        self._paint(path.fill, path.stroke, path.width, (), rounded=True)
        self._lines.extend(_step(segment, self._height) for segment in path.segments)
        self._lines.append(_operator(path.fill, path.stroke))

    def _image(self, image: Image) -> None:
        embedded = self._images.image(image.digest)
        if embedded is None:
            for each in image.instead:
                self._shape(each)
            return
        rect = image.rect.fitted(embedded.width, embedded.height)
        place = f"{rect.w:.3f} 0 0 {rect.h:.3f} {rect.x:.3f} {self._height - rect.bottom:.3f} cm"
        self._lines.append(f"q {place} /{embedded.name} Do Q")

    def _paint(
        self,
        fill: Colour | None,
        stroke: Colour | None,
        width: float,
        dash: tuple[float, ...],
        *,
        rounded: bool,
    ) -> None:
        if fill is not None:
            self._set("rg", _rgb(fill))
        if stroke is not None:
            self._set("RG", _rgb(stroke))
            self._set("w", f"{width:.3f}")
            self._set("d", f"[{' '.join(f'{length:.3f}' for length in dash)}] 0")
            self._set("J", "1" if rounded else "0")
            self._set("j", "1" if rounded else "0")

    def _set(self, operator: str, operands: str) -> None:
        if self._state.get(operator) != operands:
            self._state[operator] = operands
            self._lines.append(f"{operands} {operator}")


def _operator(fill: Colour | None, stroke: Colour | None) -> str:
    if fill is None:
        return "n" if stroke is None else "S"
    return "f" if stroke is None else "B"


@cache
def _rgb(colour: Colour) -> str:
    return " ".join(f"{int(colour[at : at + 2], 16) / 255:.4g}" for at in (1, 3, 5))


@lru_cache(maxsize=4_096)
def _rounded(w: float, h: float, radius: float) -> str:
    """A rectangle with round corners whose lower left corner is the origin, anticlockwise."""
    r = min(radius, w / 2, h / 2)
    k = r * (1 - KAPPA)
    return (
        f"{r:.3f} 0 m {w - r:.3f} 0 l {w - k:.3f} 0 {w:.3f} {k:.3f} {w:.3f} {r:.3f} c "
        f"{w:.3f} {h - r:.3f} l {w:.3f} {h - k:.3f} {w - k:.3f} {h:.3f} {w - r:.3f} {h:.3f} c "
        f"{r:.3f} {h:.3f} l {k:.3f} {h:.3f} 0 {h - k:.3f} 0 {h - r:.3f} c "
        f"0 {r:.3f} l 0 {k:.3f} {k:.3f} 0 {r:.3f} 0 c h"
    )


def _step(segment: Segment, height: float) -> str:
    match segment:
        case ("Z",):
            return "h"
        case ("M", x, y):
            return f"{x:.3f} {height - y:.3f} m"
        case ("L", x, y):
            return f"{x:.3f} {height - y:.3f} l"
        case (_, x1, y1, x2, y2, x, y):
            return (
                f"{x1:.3f} {height - y1:.3f} {x2:.3f} {height - y2:.3f} {x:.3f} {height - y:.3f} c"
            )
