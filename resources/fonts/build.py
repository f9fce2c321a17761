"""Make the bundled fonts from the faces of published packages: `python resources/fonts/build.py FOLDER`.

A tool for developers, run by hand when a face is to be renewed; the fonts it writes are part of the repository. FOLDER
holds the unpacked packages that SOURCES.md names; faces are found in it by file name, at any depth.

The families are renamed, so that a font of the same name on somebody's computer is never picked instead: a board
breaks its lines at the same places everywhere. Forms for one language go, since Qt would pick them by the locale of the
computer. Hinting goes (nothing here is drawn hinted) and so do the style attributes of variable fonts; outlines and all
other layout features stay as they are. The CJK face is cut down to the standard character sets. The output depends on
the input only.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph

HERE = Path(__file__).resolve().parent
HINTING = ("fpgm", "prep", "cvt ", "gasp", "hdmx", "VDMX", "LTSH", "DSIG")
OTHER_WAYS = ("SVG ", "vhea", "vmtx")  # of painting the colour glyphs, and of setting them upright
STYLE_AXES = ("STAT",)  # else a static face of a family is taken for a part of a variable one
WINDOWS_ENGLISH = (3, 1, 0x409)
KEPT_NAMES = (0, 5, 13, 14)  # copyright, version, licence, where the licence is
FEATURE_NAMES = 256  # and up: what layout features are called
WEIGHTS = {"Regular": 400, "Medium": 500, "SemiBold": 600, "Bold": 700}
BOLD, REGULAR = 1 << 5, 1 << 6  # bits of OS/2.fsSelection
CJK_FEATURES = ("ccmp", "ljmo", "vjmo", "tjmo", "kern", "liga", "mark", "mkmk")
CJK_RANGES = (
    (0x3000, 0x30FF),  # CJK punctuation, hiragana, katakana
    (0x3105, 0x312F),  # bopomofo
    (0x3131, 0x318E),  # hangul jamo as they are typed
    (0x31F0, 0x31FF),  # small katakana
    (0x1100, 0x11FF),  # hangul jamo that combine
    (0xAC00, 0xD7A3),  # hangul syllables
    (0xFF00, 0xFFEF),  # full and half width forms
)


@dataclass(frozen=True, slots=True)
class Face:
    """One font file to write: where its outlines come from, and its new family and style."""

    source: str
    family: str
    style: str = "Regular"

    @property
    def postscript_name(self) -> str:
        return f"{self.family.replace(' ', '')}-{self.style}"


FACES = (
    Face("Inter_400Regular.ttf", "Canvas Interface"),
    Face("Inter_500Medium.ttf", "Canvas Interface", "Medium"),
    Face("Inter_600SemiBold.ttf", "Canvas Interface", "SemiBold"),
    Face("NotoSans_400Regular.ttf", "Canvas Sans"),
    Face("NotoSans_700Bold.ttf", "Canvas Sans", "Bold"),
    Face("NotoSansArabic_400Regular.ttf", "Canvas Arabic"),
    Face("NotoSansHebrew_400Regular.ttf", "Canvas Hebrew"),
    Face("NotoSansThai_400Regular.ttf", "Canvas Thai"),
    Face("NotoSansDevanagari_400Regular.ttf", "Canvas Devanagari"),
    Face("NotoEmoji_400Regular.ttf", "Canvas Emoji"),
    Face("NotoColorEmoji_400Regular.ttf", "Canvas Emoji Colour"),
    Face("NotoSansCJK-Regular.ttc", "Canvas CJK"),
)
CJK_MEMBER = "Noto Sans CJK SC"

CODES = Face("NotoSans_700Bold.ttf", "Canvas Codes")
DIGITS = "0123456789ABCDEF"
DIGIT_SIZE, CELL = (
    0.36,
    0.25,
)  # in ems: of the letters they are made from, and the room that each has
BOX = (60, -130, 900, 690)  # left, bottom, right, top in thousandths of an em
BOX_ADVANCE, FRAME = 960, 36


def main(arguments: list[str]) -> int:
    """Write every face beside this file; the answer is the exit code."""
    if len(arguments) != 1:
        print("Usage: python resources/fonts/build.py FOLDER_OF_UNPACKED_PACKAGES", file=sys.stderr)
        return 2
    for target in (*(build(face, Path(arguments[0])) for face in FACES), build_codes()):
        print(f"{target.name}: {target.stat().st_size:,} bytes")
    return 0


def build(face: Face, packages: Path) -> Path:
    """Write one face and answer its path. SystemExit with a sentence if the packages lack its source."""
    path = next(packages.rglob(face.source), None)
    if path is None:
        raise SystemExit(f"{face.source} is not under {packages}: see SOURCES.md for its package.")
    if path.suffix == ".ttc":
        font = member(path, CJK_MEMBER)
        keep_standard_characters(font)
    else:
        font = TTFont(path, recalcTimestamp=False)
    drop_tables(font, (*HINTING, *STYLE_AXES, *(OTHER_WAYS if "COLR" in font else ())))
    empty_features(font, "locl")
    rename(font, face)
    set_weight(font, face.style)
    target = HERE / f"{face.postscript_name}{'.otf' if 'CFF ' in font else '.ttf'}"
    font.save(target)
    return target


def build_codes() -> Path:
    """Write the face that shows a character by its code, from the bold digits of Canvas Sans; answer its path.

    Glyph 0, which stands for all characters, is an empty box; glyphs 2 to 17 are hexadecimal digits without a width,
    which `canvasapp.text.codes` puts into it.
    """
    letters = TTFont(HERE / "CanvasSans-Bold.ttf", recalcTimestamp=False)
    upem = letters["head"].unitsPerEm
    names = [".notdef", "space", *(f"digit{digit}" for digit in DIGITS)]
    glyphs = {".notdef": box(upem), "space": TTGlyphPen(None).glyph()}
    glyphs |= {f"digit{digit}": small(letters, digit) for digit in DIGITS}
    maker = FontBuilder(upem, isTTF=True)
    maker.setupGlyphOrder(names)
    maker.setupCharacterMap({ord(" "): "space"})
    maker.setupGlyf(glyphs)
    widths = {".notdef": BOX_ADVANCE * upem // 1000, "space": upem // 4}
    drawn = maker.font["glyf"]
    maker.setupHorizontalMetrics(
        {name: (widths.get(name, 0), getattr(drawn[name], "xMin", 0)) for name in names}
    )
    maker.setupHorizontalHeader(ascent=letters["hhea"].ascent, descent=letters["hhea"].descent)
    maker.setupOS2(sTypoAscender=letters["hhea"].ascent, sTypoDescender=letters["hhea"].descent)
    maker.setupPost()
    maker.setupNameTable({})
    font = maker.font
    font.recalcTimestamp = False
    font["head"].created = font["head"].modified = letters["head"].modified
    font["name"].names = [each for each in letters["name"].names if each.nameID in KEPT_NAMES]
    rename(font, CODES)
    set_weight(font, CODES.style)
    target = HERE / f"{CODES.postscript_name}.ttf"
    font.save(target)
    return target


def box(upem: int) -> Glyph:
    """A thin frame: an outline and, the other way round, what is left free in it."""
    left, bottom, right, top = (value * upem // 1000 for value in BOX)
    thin = FRAME * upem // 1000
    pen = TTGlyphPen(None)
    draw_rectangle(pen, [(left, bottom), (left, top), (right, top), (right, bottom)])
    left, bottom, right, top = left + thin, bottom + thin, right - thin, top - thin
    draw_rectangle(pen, [(left, bottom), (right, bottom), (right, top), (left, top)])
    return pen.glyph()


def draw_rectangle(pen: TTGlyphPen, corners: list[tuple[int, int]]) -> None:
    pen.moveTo(corners[0])
    for corner in corners[1:]:
        pen.lineTo(corner)
    pen.closePath()


def small(letters: TTFont, digit: str) -> Glyph:
    """A digit in the middle of a cell whose lower left corner is the origin."""
    name = letters.getBestCmap()[ord(digit)]
    outline = letters["glyf"][name]
    upem = letters["head"].unitsPerEm
    middle = DIGIT_SIZE * (outline.xMin + outline.xMax) / 2
    pen = TTGlyphPen(None)
    moved = TransformPen(pen, (DIGIT_SIZE, 0, 0, DIGIT_SIZE, CELL * upem / 2 - middle, 0))
    letters.getGlyphSet()[name].draw(moved)
    return pen.glyph()


def member(path: Path, name: str) -> TTFont:
    fonts = TTCollection(path, recalcTimestamp=False).fonts
    return next(font for font in fonts if font["name"].getDebugName(4) == name)


def keep_standard_characters(font: TTFont) -> None:
    options = Options(
        hinting=False, glyph_names=False, notdef_outline=True, name_IDs=["*"], name_languages=["*"]
    )
    options.layout_features = list(CJK_FEATURES)
    options.drop_tables += ["VORG", "vhea", "vmtx", "BASE"]  # nothing is set vertically
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=set(standard_characters()))
    subsetter.subset(font)


def standard_characters() -> Iterator[int]:
    """Code points of GB 2312, JIS X 0208, KS X 1001, level 1 of Big5, kana, hangul and full width forms."""
    for first, last in CJK_RANGES:
        yield from range(first, last + 1)
    for encoding in ("gb2312", "euc_jp", "euc_kr"):
        yield from rows(encoding, range(0xA1, 0xFF), range(0xA1, 0xFF))
    yield from rows("big5", range(0xA1, 0xC7), (*range(0x40, 0x7F), *range(0xA1, 0xFF)))


def rows(encoding: str, leads: range, trails: range | tuple[int, ...]) -> Iterator[int]:
    for lead in leads:
        for trail in trails:
            text = bytes((lead, trail)).decode(encoding, errors="ignore")
            yield from map(ord, text)


def drop_tables(font: TTFont, tags: tuple[str, ...]) -> None:
    for tag in tags:
        if tag in font:
            del font[tag]


def empty_features(font: TTFont, tag: str) -> None:
    for record in font["GSUB"].table.FeatureList.FeatureRecord:
        if record.FeatureTag == tag:
            record.Feature.LookupListIndex = []
            record.Feature.LookupCount = 0


def rename(font: TTFont, face: Face) -> None:
    """Set the names by which programs group faces; those of layout features stay."""
    table = font["name"]
    revision = table.getDebugName(5)
    table.names = [
        name for name in table.names if name.nameID in KEPT_NAMES or name.nameID >= FEATURE_NAMES
    ]
    four_styles = face.style in ("Regular", "Bold")  # what the oldest pair of names can tell apart
    table.setName(
        face.family if four_styles else f"{face.family} {face.style}", 1, *WINDOWS_ENGLISH
    )
    table.setName(face.style if four_styles else "Regular", 2, *WINDOWS_ENGLISH)
    table.setName(f"{revision};{face.postscript_name}", 3, *WINDOWS_ENGLISH)
    table.setName(f"{face.family} {face.style}", 4, *WINDOWS_ENGLISH)
    table.setName(face.postscript_name, 6, *WINDOWS_ENGLISH)
    table.setName(face.family, 16, *WINDOWS_ENGLISH)
    table.setName(face.style, 17, *WINDOWS_ENGLISH)
    if "CFF " in font:
        rename_cff(font, face)


def rename_cff(font: TTFont, face: Face) -> None:
    cff = font["CFF "].cff
    cff.fontNames[0] = face.postscript_name
    cff[0].FamilyName = face.family
    cff[0].FullName = f"{face.family} {face.style}"


def set_weight(font: TTFont, style: str) -> None:
    bold = style == "Bold"
    font["OS/2"].usWeightClass = WEIGHTS[style]
    others = font["OS/2"].fsSelection & ~(BOLD | REGULAR)
    font["OS/2"].fsSelection = others | (BOLD if bold else REGULAR)
    font["head"].macStyle = int(bold)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
