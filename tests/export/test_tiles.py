"""Sheets put together are the poster, to the pixel and the letter; each tells where it belongs."""

from __future__ import annotations

import ctypes
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from io import BytesIO

import numpy as np
import pikepdf
import pypdfium2
import pytest
from pypdfium2 import raw as pdfium

from canvasapp.domain.geometry import Rect
from canvasapp.export import ExportError, ExportOptions, Orientation, Tiles
from canvasapp.export.imposition import imposed
from canvasapp.export.page import shared
from canvasapp.export.tiling import BAND, Tile, Tiling, tiling
from canvasapp.picture.shapes import Box, Kind, Part, Picture
from tests.export.looks import Rows, difference
from tests.export.pictures import MM, example, note, pdf, picture

pytestmark = pytest.mark.usefixtures("qapp")

POSTER = (420.0, 297.0)
SCALE = 2
"""Pixels a millimetre."""
SHEET = "227x165.5 mm"
"""Holds a quarter of an A3 poster, and the overlap, exactly between its marks: no pixel is cut."""
QUARTERS = Tiles(SHEET, margin=0.0, assembly_map=False)
WHOLE = ExportOptions(paper="A3")
CUT = ExportOptions(paper="A3", tiles=QUARTERS, date="22 November")

Character = tuple[str, float, float]
"""What it is, and where its origin lies in mm from the top left of the page."""


@cache
def printed(options: ExportOptions) -> bytes:
    return pdf(example(), options=options)


def cut_of(options: ExportOptions = CUT) -> Tiling:
    assert options.tiles is not None
    return tiling(*POSTER, options.tiles)


def rendered(content: bytes, page: int) -> Rows:
    scale = SCALE * MM * (1 - 1e-6)  # or a row more is made room for, and the page stretched
    bitmap = pypdfium2.PdfDocument(content)[page].render(scale=scale, rev_byteorder=True)
    rows: Rows = bitmap.to_numpy()[:, :, :3].astype(int)
    return rows


def within(rows: Rows, rect: Rect) -> Rows:
    left, top, right, bottom = (
        round(SCALE * edge) for edge in (rect.x, rect.y, rect.right, rect.bottom)
    )
    return rows[top:bottom, left:right]


def characters(content: bytes, number: int) -> Iterator[Character]:
    page = pypdfium2.PdfDocument(content)[number]
    text, height = page.get_textpage(), page.get_height()
    x, y = ctypes.c_double(), ctypes.c_double()
    for index in range(text.count_chars()):
        letter = chr(pdfium.FPDFText_GetUnicode(text, index))
        if not letter.isspace():
            pdfium.FPDFText_GetCharOrigin(text, index, x, y)
            yield letter, x.value * MM, (height - y.value) * MM


def text_of(content: bytes, page: int) -> str:
    text = pypdfium2.PdfDocument(content)[page].get_textpage().get_text_bounded()
    return " ".join(text.split())


def test_the_sheets_put_together_are_the_poster() -> None:
    cut, poster = cut_of(), within(rendered(printed(WHOLE), 0), Rect(0, 0, *POSTER))
    assert [(tile.name, tile.region.w) for tile in cut.tiles][:2] == [("A1", 215.0), ("B1", 215.0)]
    together = np.full_like(poster, -1)
    for number, tile in enumerate(cut.tiles):
        piece = within(rendered(printed(CUT), number), cut.area)
        within(together, tile.region)[:] = piece
    assert together.min() >= 0
    assert difference(together, poster) < 1.0
    assert (abs(together - poster) > 8).mean() < 0.0005  # edges may be smoothed otherwise


def test_every_letter_is_on_its_sheets_at_exactly_its_place() -> None:
    cut = cut_of()
    places = defaultdict(list)
    for letter, x, y in characters(printed(WHOLE), 0):
        places[letter].append((x, y))
    found: set[tuple[str, float, float]] = set()
    for number, tile in enumerate(cut.tiles):
        for letter, x, y in on_picture(characters(printed(CUT), number), cut, tile):
            near = min(places[letter], key=lambda at: max(abs(at[0] - x), abs(at[1] - y)))
            assert (x, y) == pytest.approx(near, abs=0.005)
            found.add((letter, *near))
    assert found == {(letter, *at) for letter, all_of in places.items() for at in all_of}


def on_picture(found: Iterator[Character], cut: Tiling, tile: Tile) -> Iterator[Character]:
    """Those between the marks, from the top left of the poster."""
    area, region = cut.area, tile.region
    for letter, x, y in found:
        if area.x <= x <= area.right and area.y <= y <= area.bottom:
            yield letter, x - area.x + region.x, y - area.y + region.y


def test_a_sheet_holds_only_the_parts_that_it_shows() -> None:
    ((*pages,),) = imposed([example()], CUT)
    scale = POSTER[0] / example().width
    for page, tile in zip(pages, cut_of().tiles, strict=True):
        held = set(page.layers[0].picture.parts)
        for part in example().parts:
            rect = part.rect
            there = Rect(rect.x * scale, rect.y * scale, rect.w * scale, rect.h * scale)
            assert (part in held) == there.meets(tile.region)


def test_each_sheet_tells_which_it_is() -> None:
    for number, name in enumerate(["A1", "B1", "A2", "B2"]):
        text = text_of(printed(CUT), number)
        assert f"{name} of 2 × 2 – {example().title} – 22 November" in text
        assert "100 mm" in text


def test_the_ruler_is_100_mm_long() -> None:
    page = rendered(printed(CUT), 0)
    line = within(page, Rect(BAND + 2, BAND - 1.5, 150, 1.0)).min(axis=(0, 2))
    bounds = np.flatnonzero(np.diff(line < 128, prepend=False, append=False))
    assert np.diff(bounds).max() / SCALE == pytest.approx(100, abs=1.0)


def test_the_marks_are_at_the_corners_of_what_is_shown_and_outside_of_it() -> None:
    blank = pdf(picture(width=420, height=297), options=CUT)
    area = cut_of().area
    light = rendered(blank, 3)
    assert within(light, area).min() == 255
    for x, y in ((area.x, area.y), (area.right, area.y), (area.x, area.bottom)):
        outside = 1 if x == area.right else -1
        beyond = 1 if y == area.bottom else -1
        for at in ((x + outside * 3.5, y), (x, y + beyond * 3.5)):
            assert within(light, Rect(*at, 0, 0).inset(-0.5)).min() < 128


def test_a_map_comes_first_and_names_every_sheet() -> None:
    content = pdf(example(), options=ExportOptions(paper="A3", tiles=Tiles("A5")))
    cut = tiling(*POSTER, Tiles("A5"))
    text = text_of(content, 0)
    assert f"{len(cut.tiles)} sheets of A5" in text
    assert "420 × 297 mm" in text
    assert {tile.name for tile in cut.tiles} <= set(text.split())
    assert len(pikepdf.open(BytesIO(content)).pages) == len(cut.tiles) + 1


def sparse() -> Picture:
    """Two notes in opposite corners of a sheet whose ground is all over it."""
    whole = Rect(0, 0, 840, 594)
    ground = Part(Kind.SHEET, "sheet", "", whole, (Box(whole, fill="#eeeeee"),))
    return picture(ground, note("first"), note("last", 700, 480), width=840, height=594)


def test_sheets_on_which_nothing_stands_are_left_out_on_request() -> None:
    names = []
    for skip in (False, True):
        options = ExportOptions(tiles=Tiles("A4", skip_empty=skip))
        ((_, *pages),) = imposed([sparse()], options)
        names.append([page.label for page in pages])
    assert len(names[0]) == len(tiling(840, 594, Tiles("A4")).tiles)
    assert names[1] == [names[0][0], names[0][-1]]
    content = pdf(sparse(), options=ExportOptions(tiles=Tiles("A4", skip_empty=True)))
    assert f"Nothing stands on {len(names[0]) - 2} of the places" in text_of(content, 0)


def test_a_board_without_content_is_still_one_sheet() -> None:
    ((*pages,),) = imposed(
        [picture(width=840, height=594)],
        ExportOptions(tiles=Tiles(skip_empty=True, assembly_map=False)),
    )
    assert [page.label for page in pages] == ["A1"]


def test_each_page_is_called_as_its_sheet() -> None:
    document = pikepdf.open(BytesIO(pdf(example(), options=CUT)))
    assert [page.label for page in document.pages] == ["A1", "B1", "A2", "B2"]
    both = pikepdf.open(BytesIO(pdf(example(), picture(note("x")), options=CUT)))
    assert [page.label for page in both.pages][::4] == ["1/A1", "2/A1"]


def test_the_bookmark_of_a_block_leads_to_the_sheet_that_shows_most_of_it() -> None:
    document = pikepdf.open(BytesIO(printed(CUT)))
    blocks = [part for part in example().parts if part.kind is Kind.BLOCK]
    with document.open_outline() as outline:
        assert [entry.title for entry in outline.root] == [block.label for block in blocks]
        for entry, block in zip(outline.root, blocks, strict=True):
            assert isinstance(entry.destination, pikepdf.Array)
            page = [each.obj.objgen for each in document.pages].index(entry.destination[0].objgen)
            covered = covering(block.rect)
            assert covered[page] == pytest.approx(max(covered))


def covering(rect: Rect) -> list[float]:
    """How much of a part of the picture each sheet shows, in mm2 of it."""
    scale = POSTER[0] / example().width
    regions = (tile.region for tile in cut_of().tiles)
    on_picture = (Rect(*(side / scale for side in (r.x, r.y, r.w, r.h))) for r in regions)
    both = (shared(rect, each) for each in on_picture)
    return [each.w * each.h if each else 0.0 for each in both]


def test_nobody_reads_the_marks_aloud() -> None:
    document = pikepdf.open(BytesIO(printed(CUT)))
    for page in document.pages:
        depth, read = 0, []
        for operands, operator in (
            (each.operands, str(each.operator)) for each in pikepdf.parse_content_stream(page)
        ):
            depth += (operator in {"BDC", "BMC"}) - (operator == "EMC")
            if operator in {"BDC", "BMC"}:
                read.append(str(operands[0]))
        assert depth == 0
        assert read[-1] == "/Artifact"


def test_tiles_have_no_bleed() -> None:
    with pytest.raises(ExportError, match="Tiles are cut where they meet and have no bleed"):
        pdf(example(), options=ExportOptions(tiles=Tiles(), bleed=3))


def test_sheets_lie_as_they_were_told_to() -> None:
    upright = Tiles(orientation=Orientation.PORTRAIT)
    ((_, first, *_),) = imposed([example()], ExportOptions(tiles=upright))
    assert (first.width, first.height) == (210, 297)
