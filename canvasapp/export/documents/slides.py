"""Slides and the native shapes on them, placed in millimetres."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.presentation import Presentation
from pptx.shapes.autoshape import Shape
from pptx.shapes.base import BaseShape
from pptx.shapes.picture import Picture
from pptx.slide import Slide
from pptx.text.text import TextFrame
from pptx.util import Mm, Pt

from canvasapp.domain.geometry import Rect
from canvasapp.export.documents.record import legible
from canvasapp.picture.shapes import Colour
from canvasapp.text.layout import PT
from canvasapp.text.paragraphs import reads_right_to_left

_TITLE_ONLY = 5
_TOP, _LEFT, _BOTTOM, _RIGHT = range(4)
"""Where a connector is held by a rectangle."""


@dataclass(frozen=True, slots=True)
class Words:
    """A text in one look, `before` mm below what stands above it; `size` is that of its letters in mm."""

    text: str
    size: float
    ink: Colour
    bold: bool = False
    before: float = 0.0


class Slides:
    """A presentation in the making. `scale` is how large a millimetre of a sheet is drawn."""

    def __init__(self, presentation: Presentation, scale: float) -> None:
        self._presentation, self._scale = presentation, scale

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in mm of a sheet."""
        across, down = self._presentation.slide_width, self._presentation.slide_height
        assert across is not None
        assert down is not None
        return across / Mm(1) / self._scale, down / Mm(1) / self._scale

    def add(self, title: Words, rect: Rect, language: str) -> Page:
        """A slide with its title in `rect`."""
        slide = self._presentation.slides.add_slide(self._presentation.slide_layouts[_TITLE_ONLY])
        page = Page(slide, self._scale, language)
        placeholder = slide.shapes.title
        assert placeholder is not None
        placeholder.left, placeholder.top, placeholder.width, placeholder.height = page.place(rect)
        page.write(placeholder.text_frame, (title,), 0.0)
        return page


class Page:
    """One slide; all lengths are mm on the sheet."""

    def __init__(self, slide: Slide, scale: float, language: str) -> None:
        self._slide, self._scale, self._language = slide, scale, language
        slide.shapes.turbo_add_enabled = True  # or each shape searches all others for a free number

    def place(self, rect: Rect) -> tuple[Mm, Mm, Mm, Mm]:
        sides = (rect.x, rect.y, rect.w, rect.h)
        x, y, w, h = (Mm(side * self._scale) for side in sides)
        return x, y, w, h

    def box(
        self,
        name: str,
        rect: Rect,
        fill: Colour | None = None,
        edge: Colour | None = None,
        words: Sequence[Words] = (),
        margin: float = 0.0,
    ) -> Shape:
        """A rectangle with text from its top; without fill and edge only the text is seen."""
        shape = self._slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *self.place(rect))
        shape.name = legible(name)
        shape.shadow.inherit = False
        if fill is None:
            shape.fill.background()
        else:
            shape.fill.solid()
            shape.fill.fore_color.rgb = rgb(fill)
        if edge is None:
            shape.line.fill.background()
        else:
            shape.line.color.rgb = rgb(edge)
            shape.line.width = Mm(0.5 * self._scale)
        self.write(shape.text_frame, words, margin)
        return shape

    def picture(self, png: bytes, name: str, told: str, rect: Rect) -> Picture:
        """`told` is for those who can not see it."""
        shape = self._slide.shapes.add_picture(BytesIO(png), *self.place(rect))
        shape.name = legible(name)
        shape._element._nvXxPr.cNvPr.set("descr", legible(told))
        return shape

    def connector(self, source: BaseShape, target: BaseShape, ink: Colour, name: str) -> None:
        """An arrow held by both shapes, from the side that looks at the other."""
        straight = MSO_CONNECTOR.STRAIGHT
        line = self._slide.shapes.add_connector(
            straight, *self.place(Rect(0, 0, 0, 0))
        )  # its ends are set below
        start, end = _sides(source, target)
        line.begin_connect(source, start)
        line.end_connect(target, end)
        line.name = name
        line.line.color.rgb, line.line.width = rgb(ink), Mm(1.0 * self._scale)
        arrow = parse_xml(f'<a:tailEnd {nsdecls("a")} type="triangle"/>')
        line.line._get_or_add_ln().append(arrow)

    def write(self, frame: TextFrame, words: Sequence[Words], margin: float) -> None:
        """Each line of each text is a paragraph."""
        inset = Mm(margin * self._scale)
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = inset
        frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
        frame.vertical_anchor = MSO_ANCHOR.TOP
        lines = [(each, line) for each in words for line in legible(each.text).split("\n")]
        above: Words | None = None
        for number, (said, text) in enumerate(lines):
            paragraph = frame.add_paragraph() if number else frame.paragraphs[0]
            properties = paragraph._p.get_or_add_pPr()
            leftwards = reads_right_to_left(text)
            properties.set("algn", "r" if leftwards else "l")
            properties.set("rtl", "1" if leftwards else "0")
            if said is not above:
                paragraph.space_before = Mm(said.before * self._scale)
            above = said
            run = paragraph.add_run()
            run.text, run.font.bold = text, said.bold
            run.font.size, run.font.color.rgb = (
                Pt(round(said.size / PT * self._scale, 1)),
                rgb(said.ink),
            )
            run._r.get_or_add_rPr().set("lang", self._language)


def rgb(colour: Colour) -> RGBColor:
    return RGBColor(*bytes.fromhex(colour.removeprefix("#")))


def _sides(source: BaseShape, target: BaseShape) -> tuple[int, int]:
    across = (target.left + target.width / 2) - (source.left + source.width / 2)
    down = (target.top + target.height / 2) - (source.top + source.height / 2)
    if abs(across) >= abs(down):
        return (_RIGHT, _LEFT) if across >= 0 else (_LEFT, _RIGHT)
    return (_BOTTOM, _TOP) if down >= 0 else (_TOP, _BOTTOM)
