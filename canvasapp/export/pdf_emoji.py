"""Emoji in a PDF: pictures that are letters of a Type 3 font (ISO 32000-1, 9.6.5), so they are found as characters."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping, Sequence

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObjectReference,
)

from canvasapp.export.pdf_fonts import Code, ColourCodes
from canvasapp.export.pdf_images import PACKED, PageImage
from canvasapp.export.pdf_streams import stream, to_unicode
from canvasapp.painting.colour_glyphs import ColourGlyph
from canvasapp.painting.images import rgb_and_alpha

PIXELS = 256
"""To the em."""

MEASURED = "m"
"""What poppler tells a font's size by: 0.6 ems wide. Of emoji alone it took spaces for nothing."""

Letter = tuple[ColourGlyph, Code]


def embed_colours(
    document: PDFDocument, codes: ColourCodes
) -> Iterator[tuple[str, PDFObjectReference]]:
    """Adds the fonts of the emoji in use; gives each by its name on the page."""
    pictures: dict[int, PDFObjectReference] = {}
    fonts: dict[str, list[Letter]] = {}
    for glyph, code in codes.values():
        fonts.setdefault(code.font, []).append((glyph, code))
        if glyph.id not in pictures:
            pictures[glyph.id] = _picture(codes, glyph).embed(document)
    for name, letters in fonts.items():
        yield name, _font(document, letters, pictures)


def _picture(codes: ColourCodes, glyph: ColourGlyph) -> PageImage:
    image = codes.face.picture(glyph.id, PIXELS)
    rows, alpha = rgb_and_alpha(image)
    packed = None if alpha is None else zlib.compress(alpha)
    return PageImage("", image.width(), image.height(), 3, PACKED, zlib.compress(rows), packed)


def _font(
    document: PDFDocument, letters: Sequence[Letter], pictures: Mapping[int, PDFObjectReference]
) -> PDFObjectReference:
    names = [f"e{glyph.id}" for glyph, _ in letters]
    texts = {number: glyph.text for number, (glyph, _) in enumerate(letters, start=1)}
    characters = to_unicode(texts, digits=2)
    document.updateSignature(characters)
    used = {f"I{glyph.id}": pictures[glyph.id] for glyph, _ in letters}
    painted = {
        name: document.Reference(stream(_operators(glyph, code.width)))
        for name, (glyph, code) in zip(names, letters, strict=True)
    }
    painted[MEASURED] = document.Reference(stream(b"600 0 d0"))
    differences = PDFArray([0, *map(PDFName, (MEASURED, *names))])
    font = {
        "Type": PDFName("Font"),
        "Subtype": PDFName("Type3"),
        "FontBBox": PDFArray([0, 0, 0, 0]),  # of any size
        "FontMatrix": PDFArray([0.001, 0, 0, 0.001, 0, 0]),
        "CharProcs": PDFDictionary(painted),
        "Encoding": PDFDictionary({"Type": PDFName("Encoding"), "Differences": differences}),
        "FirstChar": 0,
        "LastChar": len(letters),
        "Widths": PDFArray([600, *(round(1000 * code.width) for _, code in letters)]),
        "Resources": PDFDictionary({"XObject": PDFDictionary(used)}),
        "ToUnicode": document.Reference(stream(characters)),
    }
    reference: PDFObjectReference = document.Reference(PDFDictionary(font))
    return reference


def _operators(glyph: ColourGlyph, width: float) -> bytes:
    box = glyph.box
    numbers = (box.w, 0, 0, box.h, box.x, -box.bottom)
    place = " ".join(f"{1000 * number:.1f}" for number in numbers)
    return f"{1000 * width:.0f} 0 d0 q {place} cm /I{glyph.id} Do Q".encode("ascii")
