"""How a Word file looks: an A4 page, quiet headings, close tables, and the language of its text."""

from __future__ import annotations

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from canvasapp.picture.theme import LIGHT

FONT = "Calibri"
SIZES = {"Title": 30, "Subtitle": 15, "Heading 1": 20, "Heading 2": 13, "Heading 3": 11}
"""Letter sizes in pt."""

BODY, MARGIN = 10.0, 20.0
"""Letter size in pt, and the white around the page in mm."""

QUIET, STRONG, AFTER_TABLE = "Quiet", "Strong Line", "After Table"
"""Styles of our own."""


def dress(document: Document, language: str) -> None:
    """Give the page its size and the styles their looks, all in `language`."""
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(MARGIN)
    for name in (QUIET, STRONG, AFTER_TABLE):
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = document.styles[
            "Normal"
        ]
    _set(styled(document, "Normal"), BODY, LIGHT.ink)
    for name, size in SIZES.items():
        _set(styled(document, name), size, LIGHT.ink)
    styled(document, "Heading 1").paragraph_format.page_break_before = True
    styled(document, QUIET).font.color.rgb = _rgb(LIGHT.ink3)
    styled(document, STRONG).font.bold = True
    _close(document)
    _speak(document, language)


def styled(document: Document, name: str) -> ParagraphStyle:
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)
    return style


def page_number(paragraph: Paragraph) -> None:
    """A field that shows the number of the page it stands on."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    run, shown = OxmlElement("w:r"), OxmlElement("w:t")
    shown.text = "1"  # until a program has laid out the page
    run.append(shown)
    field.append(run)
    paragraph._p.append(field)  # python-docx knows no fields


def _set(style: ParagraphStyle, size: float, ink: str) -> None:
    style.font.name, style.font.size, style.font.color.rgb = FONT, Pt(size), _rgb(ink)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)  # it would win over the name


def _close(document: Document) -> None:
    """Little room between the paragraphs of a cell."""
    for name in ("Normal", "List Bullet", QUIET, STRONG):
        styled(document, name).paragraph_format.space_after = Pt(3)
    after = styled(document, AFTER_TABLE)
    after.font.size, after.paragraph_format.space_after = Pt(4), Pt(0)


def _speak(document: Document, language: str) -> None:
    (spoken,) = document.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:lang")
    spoken.set(qn("w:val"), language)


def _rgb(colour: str) -> RGBColor:
    return RGBColor.from_string(colour.removeprefix("#").upper())
