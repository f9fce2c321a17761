"""Word, PDF and Markdown say the same: what the record says."""

import re
from base64 import b64decode
from io import BytesIO
from typing import Any

import docx
import pikepdf
import pypdfium2
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from canvasapp.export.documents.markdown import escaped
from canvasapp.export.documents.record import Heading, Poster, Table
from tests.export.documents.workshops import HARD, LEFTWARDS, said, texts, words, written

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(scope="module")
def word_file() -> Any:
    return docx.Document(BytesIO(written("record-docx")))


@pytest.fixture(scope="module")
def markdown() -> str:
    return written("record-markdown").decode()


@pytest.fixture(scope="module")
def pdf() -> Any:
    with pypdfium2.PdfDocument(written("record-pdf")) as document:
        yield document


def said_tables() -> list[Table]:
    return [each for each in said().elements if isinstance(each, Table)]


def said_headings() -> list[tuple[str, int]]:
    return [(each.text, each.level) for each in said().elements if isinstance(each, Heading)]


def unescaped(text: str) -> str:
    return re.sub(r"\\([\\`*_\[\]<>|#~&.)+=-])", r"\1", text)


def test_word_has_the_headings_of_the_record_in_styles_of_headings(word_file: Any) -> None:
    found = [
        (each.text, int(each.style.name[-1]))
        for each in word_file.paragraphs
        if each.style.name.startswith("Heading ")
    ]
    assert found == said_headings()


def test_word_has_the_tables_of_the_record_under_heads_that_are_repeated(word_file: Any) -> None:
    assert len(word_file.tables) == len(said_tables())
    for made, table in zip(word_file.tables, said_tables(), strict=True):
        first, *others = ([cell.text for cell in row.cells] for row in made.rows)
        assert first == list(table.head)
        assert others == [[words(cell) for cell in row] for row in table.rows]
        assert made.rows[0]._tr.trPr.findall(qn("w:tblHeader"))


def test_word_knows_language_paper_and_title(word_file: Any) -> None:
    (spoken,) = word_file.styles.element.iter(qn("w:lang"))
    assert spoken.get(qn("w:val")) == said().language
    page = word_file.sections[0]
    assert [round(each / Mm(1)) for each in (page.page_width, page.page_height)] == [210, 297]
    assert word_file.core_properties.title == "Care & repair"
    assert word_file.core_properties.author == "A. Smith"


def test_the_poster_in_word_is_told_to_those_who_can_not_see_it(word_file: Any) -> None:
    (poster,) = (each for each in said().elements if isinstance(each, Poster))
    told = [each.get("descr") for each in word_file.element.body.iter(qn("wp:docPr"))]
    assert told == [poster.alt]


def test_what_runs_to_the_left_does_so_in_word(word_file: Any) -> None:
    leftwards = [
        each
        for each in word_file.element.body.iter(qn("w:p"))
        if LEFTWARDS in Paragraph(each, word_file).text
    ]
    assert leftwards
    assert all(each.pPr.find(qn("w:bidi")) is not None for each in leftwards)


def test_markdown_has_the_headings_of_the_record_one_level_down(markdown: str) -> None:
    found = re.findall(r"^(#{2,}) (.*)$", markdown, re.MULTILINE)
    assert [(unescaped(text), len(signs) - 1) for signs, text in found] == said_headings()


def test_markdown_has_the_rows_of_the_record_cell_by_cell(markdown: str) -> None:
    expected = [[words(cell) for cell in row] for table in said_tables() for row in table.rows]
    lines = [line for line in markdown.split("\n") if line.startswith("|")]
    rules = {at for at, line in enumerate(lines) if set(line) <= set("| -")}
    rows = [line for at, line in enumerate(lines) if at not in rules and at + 1 not in rules]
    cells = [re.split(r"(?<!\\) \| ", line[2:-2]) for line in rows]
    plain = [[re.sub(r"(?<!\\)[*]{1,2}", "", cell) for cell in row] for row in cells]
    read = [
        [unescaped(cell.replace("<br>", "\n")).replace("• ", "") for cell in row] for row in plain
    ]
    told = [[cell.replace("• ", "").strip() for cell in row] for row in expected]
    assert [[cell.strip() for cell in row] for row in read] == told


@pytest.mark.parametrize("text", HARD[:3])
def test_what_people_write_is_no_markdown(text: str) -> None:
    assert unescaped(escaped(text)) == text
    assert not re.search(r"(?<!\\)[`*_\[<|#]", escaped(text))
    assert not re.match(r"[-+=]|\d+[.)]", escaped(text))


def test_the_poster_is_in_the_markdown_file(markdown: str) -> None:
    assert re.search(r"^!\[.*\]\[poster-1\]$", markdown, re.MULTILINE)
    (image,) = re.findall(r"^\[poster-1\]: data:image/png;base64,(\S+)$", markdown, re.MULTILINE)
    assert b64decode(image).startswith(b"\x89PNG\r\n")


def test_every_word_of_the_record_is_in_the_pdf(pdf: Any) -> None:
    pages = (page.get_textpage().get_text_bounded() for page in pdf)
    found = "".join("".join(pages).replace("\ufffe", "-").split())
    foot = re.compile(r"Care&repair·Workshoprecord\d*")
    found = foot.sub("", found)
    latin = [each for each in texts(said()) if each.isascii() and "word7" not in each]
    assert [each for each in latin if "".join(each.split()) not in found] == []


def test_a_note_longer_than_a_page_goes_on_on_the_next_ones(pdf: Any) -> None:
    pages = [page.get_textpage().get_text_bounded() for page in pdf]
    told = re.findall(r"\bword\d+\b", " ".join(pages))
    assert [f"word{number}" for number in range(1_500)] == list(
        dict.fromkeys(each for each in told if each.startswith("word"))
    )


def test_the_pdf_has_pages_of_a4_with_an_outline_and_tags(pdf: Any) -> None:
    sizes = {tuple(sorted(round(side / 72 * 25.4) for side in page.get_size())) for page in pdf}
    assert sizes == {(210, 297)}
    titles = [(each.get_title(), each.level) for each in pdf.get_toc()]
    chapters = [text for text, level in said_headings() if level == 1]
    assert [title for title, level in titles if level == 0 and title in chapters] == chapters
    inner = {title for title, level in titles if level == 1}
    assert {text for text, level in said_headings() if level == 2} <= inner
    assert ("", 0) not in titles
    assert pypdfium2.raw.FPDFCatalog_IsTagged(pdf)


def test_each_page_of_the_pdf_has_its_number(pdf: Any) -> None:
    numbered = {
        at: page.get_textpage().get_text_bounded().split()[-1]
        for at, page in enumerate(pdf, 1)
        if page.get_width() < page.get_height()
    }
    assert {at: number for at, number in numbered.items() if at > 1} == {
        at: str(at) for at in numbered if at > 1
    }


def tagged_tables(tag: Any) -> list[list[int]]:
    """Of every table among the tags, how many cells its rows have."""
    kids = tag.get("/K", [])
    inner = [each for each in kids if isinstance(each, pikepdf.Dictionary) and "/S" in each]
    found = [table for each in inner for table in tagged_tables(each)]
    return [[len(line.K) for line in inner], *found] if tag.get("/S") == "/Table" else found


def test_tables_in_the_pdf_are_tagged_as_tables() -> None:
    with pikepdf.open(BytesIO(written("record-pdf"))) as document:
        tables = tagged_tables(document.Root.StructTreeRoot.K)
    widths = [len(table.head) for table in said_tables()]
    assert all(len(set(cells)) == 1 and len(cells) > 1 for cells in tables)
    assert sorted({cells[0] for cells in tables}) == sorted(set(widths))
    assert len(tables) >= len(widths)  # one that goes on is a table on each page
    lines = sum(len(cells) - 1 for cells in tables)
    assert lines >= sum(len(table.rows) for table in said_tables())
