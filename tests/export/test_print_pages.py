"""A poster for a print shop: exact boxes, ground into the bleed, marks outside, links, metadata."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from xml.etree import ElementTree as ET

import pikepdf
import pypdfium2
import pytest

from canvasapp.domain.geometry import Point, Rect
from canvasapp.export import ExportError, ExportOptions
from canvasapp.export.addresses import addresses
from canvasapp.export.imposition import imposed
from canvasapp.export.marks import GAP, LENGTH
from canvasapp.export.page import SAFE_MARGIN
from canvasapp.export.paper import paper_size
from canvasapp.picture.shapes import Box, Kind, Line, Part, Picture
from tests.export.pictures import MM, example, note, pdf, picture, text

pytestmark = pytest.mark.usefixtures("qapp")

GROUND, LANE = "#336699", "#cc9933"
HOST = "https://" + "care.example"


def opened(content: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(content))


def box(page: pikepdf.Page, name: str) -> list[float]:
    return [float(edge) for edge in page.obj[name]]


@cache
def grounded() -> Picture:
    """A sheet with a ground, and a lane that reaches its right edge."""
    whole, right = Rect(0, 0, 300, 200), Rect(250, 50, 50, 100)
    return picture(
        Part(Kind.SHEET, "sheet", "", whole, (Box(whole, fill=GROUND),)),
        Part(Kind.LANE, "lane", "", right, (Box(right, fill=LANE),)),
    )


def colours(content: bytes):
    """Each pixel of the page, one a mm, as #rrggbb."""
    rows = pypdfium2.PdfDocument(content)[0].render(scale=MM, rev_byteorder=True).to_numpy()
    return lambda x, y: "#{:02x}{:02x}{:02x}".format(*rows[y, x, :3])


@pytest.mark.parametrize("paper", ["A0", "A3", "ANSI E", "Arch D", "36x48 in", "600x400mm"])
@pytest.mark.parametrize(("bleed", "marks"), [(0.0, False), (3.0, False), (3.0, True), (0.0, True)])
def test_every_box_is_exact(paper: str, bleed: float, *, marks: bool) -> None:
    options = ExportOptions(paper=paper, bleed=bleed, marks=marks)
    document = opened(pdf(grounded(), options=options))
    page = document.pages[0]
    width, height = paper_size(paper)
    edge = max(bleed + GAP, 3.0) + LENGTH + GAP if marks else bleed
    for name, beyond in (("/MediaBox", edge), ("/BleedBox", bleed), ("/TrimBox", 0.0)):
        left = edge - beyond
        expected = [left, left, edge + width + beyond, edge + height + beyond]
        assert box(page, name) == pytest.approx([side / MM for side in expected], abs=0.01)


def test_the_grounds_run_into_the_bleed_and_not_beyond() -> None:
    at = colours(pdf(grounded(), options=ExportOptions(bleed=5, marks=True)))
    edge = round(5 + GAP + LENGTH + GAP)
    left, right = edge - 5, edge + 300 + 5
    assert at(left + 1, 80) == at(edge + 1, 80) == at(80, left + 1) == GROUND
    assert at(right - 2, edge + 100) == LANE
    assert at(right - 2, edge + 30) == GROUND
    assert at(left - 2, 80) == at(right + 2, edge + 30) == "#ffffff"


def test_what_the_picture_leaves_of_its_paper_has_the_same_ground() -> None:
    at = colours(pdf(grounded(), options=ExportOptions(paper="A3", bleed=3)))
    assert at(1, 1) == at(210, 4) == at(424, 300) == GROUND


def test_marks_stand_outside_of_the_bleed() -> None:
    page = imposed([grounded()], ExportOptions(bleed=3, marks=True))[0][0]
    marks = page.layers[-1].picture.parts[0].shapes
    lines = [shape.points for shape in marks if isinstance(shape, Line)]
    rings = [shape.rect for shape in marks if isinstance(shape, Box)]
    covered = [*rings, *(Rect.between(*points).inset(-1e-3) for points in lines)]
    assert page.bleed == page.trim.inset(-3)
    assert all(Rect(0, 0, page.width, page.height).encloses(each) for each in covered)
    assert not any(page.bleed.meets(each) for each in covered)
    assert len(rings) == 4  # one registration mark a side
    cuts = {points[0].x for points in lines if points[0].x == points[1].x}
    assert {page.trim.x, page.trim.right} <= cuts


def test_what_is_read_belongs_inside_the_safe_margin() -> None:
    page = imposed([grounded()], ExportOptions(bleed=3))[0][0]
    assert page.safe == page.trim.inset(SAFE_MARGIN)


@pytest.mark.parametrize("bleed", [-1.0, 51.0])
def test_a_bleed_that_no_printer_has_is_refused(bleed: float) -> None:
    with pytest.raises(ExportError, match="The bleed can be 0 to 50 mm"):
        pdf(grounded(), options=ExportOptions(bleed=bleed))


def test_a_page_longer_than_a_pdf_holds_is_refused() -> None:
    with pytest.raises(ExportError, match=r"200 inches \(5080 mm\): choose a smaller paper"):
        pdf(picture(width=5079, height=100), options=ExportOptions(bleed=3))


def test_pages_are_numbered() -> None:
    document = opened(pdf(grounded(), grounded()))
    assert [page.label for page in document.pages] == ["1", "2"]


def test_the_metadata_tells_the_same_as_the_information() -> None:
    options = ExportOptions(title="Moving & home", author="Ada <a>", subject="Care\x0b")
    document = opened(pdf(example(), options=options))
    packet = document.Root.Metadata.read_bytes().decode()
    ET.fromstring(packet)
    with document.open_metadata() as told:
        assert told["dc:title"] == str(document.docinfo["/Title"]) == "Moving & home"
        assert told["dc:creator"] == ["Ada <a>"]
        assert told["dc:description"] == "Care\N{REPLACEMENT CHARACTER}"
        assert told["dc:language"] == {"en"}
    assert "Date" not in packet


def links(content: bytes) -> list[tuple[str, list[float]]]:
    """Where each link of the first page leads, and its rectangle in mm from the top left."""
    document = opened(content)
    page = document.pages[0]
    height = float(page.MediaBox[3]) * MM
    found = []
    for each in page.obj.get("/Annots", []):
        left, bottom, right, top = (float(side) * MM for side in each.Rect)
        found.append((str(each.A.URI), [left, height - top, right, height - bottom]))
    return found


@pytest.mark.parametrize(
    ("typed", "targets"),
    [
        ("no address at all, e.g. this.one", []),
        (f"see {HOST}/plan.", [f"{HOST}/plan"]),
        (f"{HOST}/пл?a=%20#b", [f"{HOST}/%D0%BF%D0%BB?a=%20#b"]),
        ("what is www. or https" + "://?", []),
        (f"({HOST}/a_(b)?q=1)", [f"{HOST}/a_(b)?q=1"]),
        ("www.care.example, or not", ["https://" + "www.care.example"]),
        (f"- **{HOST}** and {HOST}/b", [HOST, f"{HOST}/b"]),
    ],
)
def test_an_address_in_a_note_can_be_clicked(typed: str, targets: list[str]) -> None:
    found = links(pdf(picture(note(typed))))
    assert list(dict.fromkeys(target for target, _ in found)) == targets


def test_a_link_lies_on_the_letters_of_its_address() -> None:
    words = text(f"see {HOST} now", Point(20, 30), width=300)
    part = Part(Kind.NOTE, "n", "", Rect(0, 0, 300, 200), (words,))
    (found,) = addresses(part)
    (line,) = words.lines
    xs = [x for run in words.runs for x in run.xs]
    start = 20 + xs[len("see ")]
    end = 20 + xs[len(f"see {HOST}")]
    assert (found.rect.x, found.rect.right) == pytest.approx((start, end))
    assert found.rect.y < 30 + line.baseline < found.rect.bottom
    ((_, edges),) = links(pdf(picture(part)))
    assert edges == pytest.approx(
        [found.rect.x, found.rect.y, found.rect.right, found.rect.bottom], abs=0.001
    )


def test_an_address_broken_over_lines_can_be_clicked_on_each() -> None:
    found = links(pdf(picture(note(f"{HOST}/a-very-long-path-that-needs-more-than-one-line"))))
    assert len(found) > 1
    assert len({target for target, _ in found}) == 1


def test_the_line_that_names_the_source_leads_to_it() -> None:
    targets = [target for target, _ in links(pdf(example()))]
    assert targets == ["https://" + "strategyzer.com"]


def test_a_link_is_among_the_tags_of_its_text() -> None:
    document = opened(pdf(picture(note(f"see {HOST}"))))
    (annotation,) = document.pages[0].Annots
    numbers = list(document.Root.StructTreeRoot.ParentTree.Nums)
    owners = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    tag = owners[int(annotation.StructParent)]
    assert (tag.S, tag.Alt, annotation.Contents) == ("/Link", HOST, HOST)
    assert tag.K[0].Obj.objgen == annotation.objgen
    assert tag.P.S == "/P"
    assert tag.objgen in [each.objgen for each in tag.P.K if isinstance(each, pikepdf.Dictionary)]
    assert document.Root.StructTreeRoot.ParentTreeNextKey == len(owners)
