"""Embeds the glyphs a document uses as Type 0 fonts with Identity-H codes (ISO 32000-1, 9.7), subset by HarfBuzz."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable, Iterator, Mapping

import uharfbuzz as hb
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObjectReference,
    PDFString,
)

from canvasapp.export.pdf_emoji import embed_colours
from canvasapp.export.pdf_fonts import Typeface
from canvasapp.export.pdf_streams import stream, to_unicode
from canvasapp.export.truetype import NEEDED, Component, Composite, with_composites

ALWAYS = (
    hb.SubsetFlags.NO_HINTING
    | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    | hb.SubsetFlags.NOTDEF_OUTLINE  # the empty box that stands for what no face has
)
NO_MORE = hb.SubsetFlags(0)

SYMBOLIC = 4
STEM = 80
"""The stem width that viewers are told, in thousandths of an em; they use it for missing fonts only."""


def embed(document: PDFDocument, typeface: Typeface) -> dict[str, PDFObjectReference]:
    """Adds the fonts of `typeface` to `document`; gives each by its name on the page."""
    write = _cff_fonts if typeface.is_cff else _truetype_font
    letters = dict(write(document, typeface)) if typeface else {}
    return letters | dict(embed_colours(document, typeface.colours) if typeface.colours else ())


def _truetype_font(
    document: PDFDocument, typeface: Typeface
) -> Iterator[tuple[str, PDFObjectReference]]:
    clusters = list(typeface)
    glyphs = {each.glyph for components, _ in clusters for each in components}
    subset, numbers = _subset(typeface.source, glyphs)
    joined, glyph_of = _joined(typeface, numbers, subset.glyph_count)
    tables = {tag: subset.reference_table(tag).data for tag in NEEDED if tag in subset.table_tags}
    data = with_composites(tables, joined)
    name = _tagged_name(typeface, data)
    file = document.Reference(stream(data, Length1=len(data)))
    descriptor = _descriptor(document, typeface, name, FontFile2=file)
    to_glyphs = struct.pack(f">{len(glyph_of) + 1}H", 0, *glyph_of)
    descendant = _cid_font(
        name,
        descriptor,
        {number: code.width for number, code in enumerate(typeface.values(), start=1)},
        Subtype=PDFName("CIDFontType2"),
        CIDToGIDMap=document.Reference(stream(to_glyphs)),
    )
    texts = {number: text for number, (_, text) in enumerate(clusters, start=1)}
    yield typeface.name, _type0(document, name, descendant, texts)


def _cff_fonts(
    document: PDFDocument, typeface: Typeface
) -> Iterator[tuple[str, PDFObjectReference]]:
    glyphs = {glyph for layer in typeface.layers for glyph in layer}
    flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.CFF_IDENTITY_CHARSET
    subset, _ = _subset(typeface.source, glyphs, flags)
    data = subset.reference_table("CFF ").data
    name = _tagged_name(typeface, data)
    file = document.Reference(stream(data, Subtype=PDFName("CIDFontType0C")))
    descriptor = _descriptor(document, typeface, name, FontFile3=file)
    for number, texts in enumerate(typeface.layers):
        widths = {glyph: typeface.width((Component(glyph, 0, 0),)) for glyph in texts}
        descendant = _cid_font(name, descriptor, widths, Subtype=PDFName("CIDFontType0"))
        yield typeface.layer_name(number), _type0(document, name, descendant, texts)


def _subset(
    source: hb.Face, glyphs: Iterable[int], flags: hb.SubsetFlags = NO_MORE
) -> tuple[hb.Face, Mapping[int, int]]:
    """The outlines of `glyphs` and nothing else, and the new number of each."""
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(glyphs)
    wanted.flags = ALWAYS | flags
    wanted.drop_table_tag_set.update(
        int.from_bytes(tag.encode())
        for tag in source.table_tags
        if tag not in NEEDED and tag != "CFF "
    )
    plan = hb.SubsetPlan(source, wanted)
    return plan.execute(), dict(plan.old_to_new_glyph_mapping)


def _joined(
    typeface: Typeface, numbers: Mapping[int, int], count: int
) -> tuple[list[Composite], list[int]]:
    """The composite glyphs to be made, and the glyph of each cluster; the first composite gets number `count`."""
    composites: list[Composite] = []
    glyph_of = []
    for components, _ in typeface:
        if len(components) == 1:
            glyph_of.append(numbers[components[0].glyph])
            continue
        glyph_of.append(count + len(composites))
        moved = tuple(Component(numbers[each.glyph], each.dx, each.dy) for each in components)
        advance = sum(typeface.advance(each.glyph) for each in components)
        composites.append(Composite(moved, advance))
    return composites, glyph_of


def _type0(
    document: PDFDocument, name: str, descendant: PDFDictionary, texts: Mapping[int, str]
) -> PDFObjectReference:
    characters = to_unicode(texts)
    document.updateSignature(characters)
    font = PDFDictionary(
        {
            "Type": PDFName("Font"),
            "Subtype": PDFName("Type0"),
            "BaseFont": PDFName(name),
            "Encoding": PDFName("Identity-H"),
            "DescendantFonts": PDFArray([document.Reference(descendant)]),
            "ToUnicode": document.Reference(stream(characters)),
        }
    )
    return document.Reference(font)


def _cid_font(
    name: str, descriptor: PDFObjectReference, widths: Mapping[int, float], **entries: object
) -> PDFDictionary:
    system = {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
    return PDFDictionary(
        {
            "Type": PDFName("Font"),
            "BaseFont": PDFName(name),
            "CIDSystemInfo": PDFDictionary(system),
            "FontDescriptor": descriptor,
            "DW": 1000,
            "W": _widths(widths),
            **entries,
        }
    )


def _widths(widths: Mapping[int, float]) -> PDFArray:
    """Runs of codes that follow each other, each as first code and list; widths of 1000 need no entry."""
    runs: list[tuple[int, list[int]]] = []
    for code, width in sorted(widths.items()):
        if width == 1.0:
            continue
        if not runs or code != runs[-1][0] + len(runs[-1][1]):
            runs.append((code, []))
        runs[-1][1].append(round(1000 * width))
    return PDFArray([part for code, each in runs for part in (code, PDFArray(each))])


def _descriptor(
    document: PDFDocument, typeface: Typeface, name: str, **file: PDFObjectReference
) -> PDFObjectReference:
    head = typeface.source.reference_table("head").data
    box = struct.unpack_from(">4h", head, 36)
    ascent, descent = struct.unpack_from(">2h", typeface.source.reference_table("hhea").data, 4)
    scaled = [round(1000 * value / typeface.upem) for value in (*box, ascent, descent)]
    return document.Reference(
        PDFDictionary(
            {
                "Type": PDFName("FontDescriptor"),
                "FontName": PDFName(name),
                "Flags": SYMBOLIC,
                "FontBBox": PDFArray(scaled[:4]),
                "ItalicAngle": 0,
                "Ascent": scaled[4],
                "Descent": scaled[5],
                "CapHeight": scaled[4],
                "StemV": STEM,
                **file,
            }
        )
    )


def _tagged_name(typeface: Typeface, data: bytes) -> str:
    """The name of a subset begins with six letters of its own (ISO 32000-1, 9.6.4)."""
    digest = hashlib.sha256(data).digest()
    tag = "".join(chr(ord("A") + value % 26) for value in digest[:6])
    return f"{tag}+{typeface.face.file.stem}"
