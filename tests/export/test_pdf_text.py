"""Words are found in a PDF as they were typed, whatever their script, and their letters stand where layout put them."""

import ctypes
import unicodedata
from collections import defaultdict

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from fontTools.ttLib import TTFont

from canvasapp.domain.markup import plain_text
from canvasapp.export import PAPERS, ExportOptions
from canvasapp.export.paper import placed
from canvasapp.picture.shapes import Picture
from canvasapp.templates import load_templates
from canvasapp.text.clusters import clusters
from canvasapp.text.fonts import FACES, raw_font
from tests.export.pictures import MM, SCRIPTS, example, note, pdf, picture

pytestmark = pytest.mark.usefixtures("qapp")

HYPHEN_AT_LINE_END = "\ufffe"
"""How pdfium tells that it takes a word for one that was broken there."""

script = pytest.mark.parametrize("string", SCRIPTS.values(), ids=SCRIPTS.keys())


def extracted(content: bytes) -> str:
    found: str = pypdfium2.PdfDocument(content)[0].get_textpage().get_text_range()
    return found.replace(HYPHEN_AT_LINE_END, "-")


def in_order_of_the_page(content: bytes) -> list[str]:
    """What each text operator shows, in the order in which they are written."""
    page = pypdfium2.PdfDocument(content)[0]
    texts = page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], textpage=page.get_textpage())
    return [text.extract() for text in texts]


def joined(text: str) -> str:
    """Without spaces, and marks in the order that Unicode holds equal."""
    return unicodedata.normalize("NFC", "".join(text.split()))


@script
def test_every_word_is_found(string):
    found = extracted(pdf(picture(note(string))))
    assert [word for word in string.split() if joined(word) not in joined(found)] == []


@script
def test_a_page_has_the_characters_of_its_note_and_no_others(string):
    found = extracted(pdf(picture(note(string))))
    assert sorted(joined(found)) == sorted(joined(string))


@pytest.mark.parametrize("canvas", load_templates())
def test_every_text_of_the_five_examples_is_found_whole(canvas):
    found = joined(extracted(pdf(example(canvas))))
    for part, text in example(canvas).texts():
        assert joined(text.string) in found, part.label


def test_words_on_two_lines_stay_two_words_for_who_reads_the_page_in_its_order():
    string = "several words that fill more than a single line of the note"
    shown = in_order_of_the_page(pdf(picture(note(string))))
    assert len(shown) > 1
    assert "".join(shown).rstrip() == string


def test_a_word_broken_in_two_stays_one_word():
    string = "Donaudampfschifffahrtsgesellschaftskapitänskajüte"
    shown = in_order_of_the_page(pdf(picture(note(string))))
    assert len(shown) > 1
    assert "".join(shown).rstrip() == string


def test_characters_that_share_a_glyph_are_told_apart():
    dash, tilde = "〜", "～"
    glyphs = TTFont(FACES["cjk"].file).getBestCmap()
    assert glyphs[ord(dash)] == glyphs[ord(tilde)]
    assert f"{dash}护{tilde}{dash}" in extracted(pdf(picture(note(f"{dash}护{tilde}{dash}"))))


def test_a_mark_that_stays_a_glyph_of_its_own_is_found_with_its_letter():
    """CFF outlines can not be joined."""
    assert "护\u0301士" in extracted(pdf(picture(note("护\u0301士"))))


@pytest.mark.parametrize("letter", ["a" + 300 * "\u0301", "\u200d" * 70_000, "กิ" + 40 * "้"])
def test_a_letter_with_more_marks_than_a_font_can_join_is_printed(letter):
    content = pdf(picture(note(f"before {letter} after")))
    assert {"before", "after"} <= set(extracted(content).split())
    assert letter[0] in extracted(content) or letter[0] == "\u200d"


@script
def test_letters_stand_where_layout_put_them(string):
    sheet = picture(note(string))
    assert misplaced(sheet, ExportOptions(), by=0.01) == []


@pytest.mark.parametrize("paper", PAPERS)
def test_letters_keep_their_places_on_every_paper(paper):
    assert misplaced(example(), ExportOptions(paper=paper), by=0.01) == []


def misplaced(sheet: Picture, options: ExportOptions, by: float) -> list[str]:
    """The clusters that have no character within `by` mm of where the picture has their first spacing glyph."""
    page = placed(sheet, options.paper)
    origins = defaultdict(list)
    for x, y in character_origins(pdf(sheet, options=options), page.height):
        origins[round(x), round(y)].append((x, y))
    return [
        characters
        for x, y, characters in expected_origins(sheet)
        if not stands(origins, page.dx + x * page.scale, page.dy + y * page.scale, by)
    ]


def stands(origins, x: float, y: float, by: float) -> bool:
    near = [(round(x) + dx, round(y) + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)]
    return any(abs(a - x) < by and abs(b - y) < by for key in near for a, b in origins[key])


def expected_origins(sheet: Picture):
    for _, text in sheet.texts():
        for glyphs in text.runs:
            advances = raw_font(glyphs.face).advancesForGlyphIndexes(list(glyphs.ids))
            for members, characters in clusters(glyphs):
                at = range(members.start, members.stop)
                spacing = [index for index in at if advances[index].x() > 0] or list(at)
                leftmost = min(spacing, key=lambda index: glyphs.xs[index])
                if not characters.isspace():
                    yield (
                        text.at.x + glyphs.xs[leftmost],
                        text.at.y + glyphs.ys[leftmost],
                        characters,
                    )


def character_origins(content: bytes, height: float):
    page = pypdfium2.PdfDocument(content)[0]
    text = page.get_textpage()
    x, y = ctypes.c_double(), ctypes.c_double()
    for index in range(text.count_chars()):
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        yield x.value * MM, height - y.value * MM


def test_bold_words_and_lists_are_found_as_they_are_read():
    string = "**Bring** along:\n- bread **of rye**\n- **مرحبا**\n1) salt\n- "
    content = pdf(picture(note(string)))
    found = extracted(content)
    assert "*" not in found
    words = " ".join(found.split())
    assert [line for line in plain_text(string).split("\n") if line.strip() not in words] == []
