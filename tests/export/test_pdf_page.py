"""A PDF has exactly the size of its paper, holds nothing but vectors and its own fonts, and is the same every time."""

import subprocess
import sys
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from canvasapp.domain.geometry import Point, Rect
from canvasapp.domain.records import NoteKind
from canvasapp.domain.template import Perspective
from canvasapp.export import PAPERS, ExportOptions
from canvasapp.picture.board_picture import board_picture
from canvasapp.picture.options import PictureOptions
from canvasapp.picture.shapes import Box, Image, Kind, Line, Path
from canvasapp.resources import resource
from tests.export.images import JPEG, PNG_HALF_CLEAR
from tests.export.pictures import MM, SCRIPTS, drawing, example, note, pdf, picture
from tests.unit.small_canvas import board as small_board
from tests.unit.small_canvas import note as small_note

pytestmark = pytest.mark.usefixtures("qapp")


def opened(content: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(content))


def operators(content: bytes) -> list[tuple[list[object], str]]:
    document = opened(content)
    return [
        (list(each.operands), str(each.operator))
        for each in pikepdf.parse_content_stream(document.pages[0])
    ]


def pixels(content: bytes, page: int = 0):
    """The page at one pixel a millimetre, as rows of (r, g, b)."""
    bitmap = pypdfium2.PdfDocument(content)[page].render(scale=MM, rev_byteorder=True)
    return bitmap.to_numpy()[:, :, :3]


@pytest.mark.parametrize(("paper", "size"), [(None, (1189, 841)), *PAPERS.items()])
def test_the_page_is_exactly_the_paper(paper, size):
    document = opened(pdf(example(), options=ExportOptions(paper=paper)))
    page = document.pages[0]
    for box in (page.MediaBox, page.TrimBox):
        left, bottom, right, top = (float(edge) * MM for edge in box)
        assert (left, bottom) == (0, 0)
        assert (right, top) == pytest.approx(size, abs=0.001)


def test_an_upright_picture_gets_upright_paper():
    upright = picture(note("tall"), width=210, height=297)
    document = opened(pdf(upright, options=ExportOptions(paper="A3")))
    page = document.pages[0]
    assert float(page.MediaBox[2]) * MM == pytest.approx(297)
    assert float(page.MediaBox[3]) * MM == pytest.approx(420)


def test_the_picture_fills_its_paper_without_being_stretched():
    sheet = drawing(Box(Rect(0, 0, 300, 200), fill="#336699"))
    shown = pixels(pdf(picture(sheet), options=ExportOptions(paper="A3")))
    blue = (shown[:297, :420] == (0x33, 0x66, 0x99)).all(axis=2)
    assert blue[8:288].all()  # 420 x 280 mm in the middle of 420 x 297
    assert not blue[:8].any()
    assert not blue[289:].any()


def test_each_picture_is_a_page():
    both = opened(pdf(picture(note("first")), picture(note("second"), width=100, height=50)))
    assert [round(float(page.MediaBox[2]) * MM) for page in both.pages] == [300, 100]


def test_nothing_becomes_pixels():
    content = pdf(example())
    document = opened(content)
    assert dict(document.pages[0].get_images()) == {}
    names = {name for _, name in operators(content)}
    assert names.isdisjoint({"Do", "BI", "sh"})


def test_every_font_is_embedded_and_holds_only_what_is_used():
    notes = [note(string, 20, 20 + 90 * row) for row, string in enumerate(SCRIPTS.values())]
    document = opened(pdf(picture(*notes, height=2000)))
    fonts = list(document.pages[0].Resources.Font.values())
    names = []
    for font in (each for each in fonts if each.Subtype != "/Type3"):  # those are pictures
        descriptor = font.DescendantFonts[0].FontDescriptor
        names.append(str(descriptor.FontName)[1:])
        key, suffix = ("/FontFile3", "otf") if "/FontFile3" in descriptor else ("/FontFile2", "ttf")
        file, whole = descriptor[key], resource("fonts", f"{names[-1][7:]}.{suffix}")
        assert 0 < 8 * len(file.read_bytes()) < whole.stat().st_size
        assert font.Encoding == "/Identity-H"
        assert font.get("/ToUnicode") is not None
    assert len(names) == len(fonts) - 1 > 4
    assert all(name[6] == "+" and name[:6].isupper() for name in names)
    assert not any("Helvetica" in name for name in names)


def test_shapes_have_their_colours_and_places():
    shown = pixels(
        pdf(
            picture(
                drawing(
                    Box(Rect(10, 10, 50, 30), fill="#d55e00"),
                    Box(Rect(80, 10, 50, 30), radius=8, fill="#009e73", stroke="#000000", width=4),
                    Line((Point(150, 20), Point(200, 20), Point(200, 60)), "#0072b2", 6),
                    Path(
                        (("M", 220, 10), ("L", 280, 10), ("C", 280, 40, 220, 40, 220, 70), ("Z",)),
                        "#cc79a7",
                    ),
                )
            )
        )
    )

    def at(x: int, y: int) -> tuple[int, ...]:
        return tuple(int(value) for value in shown[y, x])

    assert at(12, 12) == at(57, 37) == (0xD5, 0x5E, 0x00)
    assert at(8, 20) == at(62, 20) == (255, 255, 255)
    assert at(105, 25) == (0x00, 0x9E, 0x73)
    assert at(80, 25) == at(105, 10) == (0, 0, 0)
    assert at(79, 9) == (255, 255, 255)  # the corner is round
    assert at(175, 20) == at(200, 40) == (0x00, 0x72, 0xB2)
    assert at(175, 24) == (255, 255, 255)
    assert at(230, 20) == (0xCC, 0x79, 0xA7)
    assert at(275, 60) == (255, 255, 255)


def test_dashes_have_their_length():
    line = Line((Point(10, 100), Point(290, 100)), "#000000", 2, dash=(20.0, 30.0))
    row = pixels(pdf(picture(drawing(line))))[100, :, 0]
    assert all(row[12 + 50 * step] == 0 for step in range(5))
    assert all(row[45 + 50 * step] == 255 for step in range(5))


def test_a_photo_keeps_its_bytes_and_what_lies_under_a_drawing_shows_through():
    source = {"photo": JPEG, "drawing": PNG_HALF_CLEAR}
    shapes = Image(Rect(10, 10, 80, 80), "photo"), Image(Rect(110, 10, 80, 80), "drawing")
    ground = Box(Rect(100, 0, 200, 200), fill="#ffe999")
    options = ExportOptions(images=source.__getitem__)
    content = pdf(picture(drawing(ground, *shapes)), options=options)
    document = opened(content)
    images = document.pages[0].get_images().values()
    assert JPEG in {image.read_raw_bytes() for image in images}
    shown = pixels(content).astype(int)
    assert abs(shown[50, 50] - (200, 30, 60)).max() < 8
    assert abs(shown[50, 120] - (0, 0, 255)).max() < 3
    assert abs(shown[50, 180] - (0xFF, 0xE9, 0x99)).max() < 3


def test_an_image_keeps_its_proportions_in_the_middle_of_its_place():
    options = ExportOptions(images={"photo": JPEG}.__getitem__)
    shape = Image(Rect(10, 10, 200, 80), "photo")
    covered = (pixels(pdf(picture(drawing(shape)), options=options)) != 255).any(axis=2)
    assert covered[12:88, 72:148].all()
    assert not covered[:, :68].any()
    assert not covered[:, 152:].any()


def test_an_image_shown_twice_is_stored_once():
    shapes = [Image(Rect(10 + 50 * place, 10, 40, 40), "photo") for place in range(3)]
    options = ExportOptions(images={"photo": JPEG}.__getitem__)
    assert pdf(picture(drawing(*shapes)), options=options).count(JPEG) == 1


def test_the_document_says_what_it_is():
    document = opened(pdf(example(), options=ExportOptions(author="Ada", subject="Moving home")))
    assert document.docinfo["/Title"] == example().title
    assert document.docinfo["/Author"] == "Ada"
    assert document.docinfo["/Subject"] == "Moving home"
    assert document.Root.Lang == "en"
    assert document.Root.ViewerPreferences.PrintScaling == "/None"  # printed at its true size


def test_every_block_has_a_bookmark_that_leads_to_its_place():
    document = opened(pdf(example()))
    blocks = [part for part in example().parts if part.kind is Kind.BLOCK]
    with document.open_outline() as outline:
        assert [entry.title for entry in outline.root] == [block.label for block in blocks]
        for entry, block in zip(outline.root, blocks, strict=True):
            assert isinstance(entry.destination, pikepdf.Array)
            left, bottom, right, top = (float(entry.destination[at]) * MM for at in (2, 3, 4, 5))
            assert (left, 841 - top) == pytest.approx((block.rect.x, block.rect.y), abs=0.001)
            assert (right, 841 - bottom) == pytest.approx(
                (block.rect.right, block.rect.bottom), abs=0.001
            )


def test_with_several_boards_the_bookmarks_name_the_boards():
    document = opened(pdf(example(), example("value-stack")))
    with document.open_outline() as outline:
        assert [entry.title for entry in outline.root] == [
            example().title,
            example("value-stack").title,
        ]
        assert all(len(entry.children) > 1 for entry in outline.root)


def test_the_tags_tell_title_blocks_lanes_and_notes_in_reading_order():
    document = opened(pdf(example()))
    assert document.Root.MarkInfo.Marked
    tags = list(walk(document.Root.StructTreeRoot.K))
    roles = [role for role, _ in tags]
    blocks = [part for part in example().parts if part.kind is Kind.BLOCK]
    assert roles[:2] == ["Document", "H1"]
    assert roles.count("H1") == 1
    assert roles.count("H2") == len(blocks)
    assert roles.count("H3") == len(blocks) * len(Perspective)
    marks = [mark for _, mark in tags if mark is not None]
    assert sorted(marks) == list(range(len(marks)))
    assert len(marks) == sum(1 for operands, name in operators(pdf(example())) if name == "BDC")


def test_an_image_is_a_figure_with_its_text_and_a_heading_is_one_in_its_lane():
    board = small_board(
        small_note("h", kind=NoteKind.HEADING, text="Mornings"),
        small_note("n", y=120.0, text="Bread"),
        small_note("i", y=170.0, kind=NoteKind.IMAGE, image="1" * 64, text="A bag at a door"),
    )
    sheet = board_picture(board, PictureOptions())
    content = pdf(sheet, options=ExportOptions(images={"1" * 64: JPEG}.__getitem__))
    document = opened(content)
    tags = list(walk(document.Root.StructTreeRoot.K))
    roles = [role for role, _ in tags]
    heading = roles.index("H4")
    assert roles[heading - 1 : heading + 3] == ["H3", "H4", "P", "Figure"]
    assert b"/Alt (A bag at a door)" in content


def test_each_mark_leads_back_to_its_tag():
    document = opened(pdf(example(), example("value-stack")))
    numbers = list(document.Root.StructTreeRoot.ParentTree.Nums)
    owned = zip(document.pages, numbers[:4:2], numbers[1:4:2], strict=True)
    for number, (page, key, owners) in enumerate(owned):
        assert page.StructParents == key == number
        for mark, owner in enumerate(owners):
            assert owner.K[0] == mark
            assert owner.Pg.objgen == page.obj.objgen


def walk(tag):
    """Role and mark of a tag and all that it holds, in order."""
    kids = list(tag.K)
    mark = int(kids.pop(0)) if isinstance(kids[0], int) else None
    yield str(tag.S)[1:], mark
    for kid in kids:
        if kid.get("/Type") != "/OBJR":
            yield from walk(kid)


SCRIPT = """
import hashlib, sys
from PySide6.QtGui import QGuiApplication
app = QGuiApplication([])
from tests.export.pictures import SCRIPTS, example, note, pdf, picture
sheet = picture(*(note(string, 20, 20 + 90 * row) for row, string in enumerate(SCRIPTS.values())))
from canvasapp.export import ExportOptions, Tiles
ways = ExportOptions(), ExportOptions(bleed=3, marks=True), ExportOptions(tiles=Tiles("A3"), date="May")
written = b"".join(pdf(example(), sheet, options=each) for each in ways)
sys.stdout.write(hashlib.sha256(written).hexdigest())
"""


def test_the_same_pictures_give_the_same_bytes_in_every_process():
    surroundings = [
        {"PYTHONHASHSEED": "1", "TZ": "UTC"},
        {
            "PYTHONHASHSEED": "2",
            "TZ": "Asia/Tokyo",
            "LC_ALL": "tr_TR.UTF-8",
            "SOURCE_DATE_EPOCH": "1",
        },
    ]
    digests = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            env={"QT_QPA_PLATFORM": "offscreen", **each},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for each in surroundings
    }
    assert len(digests) == 1
    assert len(digests.pop()) == 64


def test_the_files_of_different_pictures_have_different_ids():
    first, other = (opened(pdf(picture(note(string)))) for string in ("one", "two"))
    assert bytes(first.trailer.ID[0]) != bytes(other.trailer.ID[0])
