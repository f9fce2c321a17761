"""A web page of boards: whole in itself, nothing foreign runs in it, and its text is there for who can not see it."""

import base64
import hashlib
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from io import BytesIO

import pytest

from canvasapp.export import ExportOptions
from canvasapp.export.html import write_html
from canvasapp.picture.shapes import Picture
from tests.export.pictures import SCRIPTS, example, note, picture

pytestmark = pytest.mark.usefixtures("qapp")

HOSTILE = "</title><script>alert(1)</script><img src=x onerror=\"alert('2')\"> & \x00 end"
VOID = {"meta", "input", "br", "link"}


class Page(HTMLParser):
    """What a browser would make of it."""

    def __init__(self, content: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {}
        self._open: list[str] = []
        self.feed(content)
        assert self._open == []

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self._open.pop() == tag

    def handle_data(self, data):
        if self._open:
            self.texts.setdefault(self._open[-1], []).append(data)

    def all(self, tag: str) -> Iterator[dict[str, str | None]]:
        return (attributes for name, attributes in self.elements if name == tag)


def html(*pictures: Picture, **options) -> str:
    stream = BytesIO()
    write_html(pictures, stream, ExportOptions(**options))
    return stream.getvalue().decode()


def test_every_note_stands_in_the_list_and_leads_to_what_draws_it():
    sheet = example()
    page = Page(html(sheet))
    named = {each.get("id"): each.get("class") for each in page.all("g")}
    leading = [(each["href"] or "").removeprefix("#") for each in page.all("a")]
    assert set(leading) <= named.keys()
    items = [each["data-of"] for each in page.all("li") if "data-of" in each]
    notes = [part for part in sheet.parts if part.kind in ("note", "heading", "image")]
    assert len(items) == len(set(items)) == len(notes)
    assert {part.label for part in notes} <= set(page.texts["a"])


def test_each_board_has_a_tab_and_no_two_things_have_one_id():
    page = Page(html(example(), picture(note("second"))))
    assert [each["aria-controls"] for each in page.all("button") if each.get("role") == "tab"] == [
        "b0",
        "b1",
    ]
    ids = [each["id"] for _, each in page.elements if each.get("id")]
    assert len(ids) == len(set(ids))
    used = {each["xlink:href"] for each in page.all("use")}
    assert {(each or "").removeprefix("#") for each in used} <= set(ids)


def test_nothing_is_fetched_and_only_its_own_script_may_run():
    content = html(example(), picture(note("👍🏽")))
    (policy,) = [each["content"] for each in Page(content).all("meta") if "http-equiv" in each]
    for tag in ("script", "style"):
        (inside,) = re.findall(f"<{tag}>(.*?)</{tag}>", content, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in (policy or "")
    assert (policy or "").startswith("default-src 'none'; img-src data:;")
    for _, attributes in Page(content).elements:
        for name in ("src", "href", "xlink:href"):
            assert (attributes.get(name) or "#").startswith(("#", "data:image/"))
        assert not any(str(name).startswith("on") or name == "style" for name in attributes)


def test_what_people_write_stays_text():
    sheet = picture(note(HOSTILE))
    sheet = Picture(sheet.width, sheet.height, HOSTILE, sheet.language, sheet.parts)
    content = html(sheet, sheet, title=HOSTILE)
    page = Page(content)
    assert content.count("<script") == 1
    assert list(page.all("img")) == []
    assert HOSTILE.replace("\x00", "\N{REPLACEMENT CHARACTER}") in page.texts["a"]


@pytest.mark.parametrize("string", SCRIPTS.values(), ids=SCRIPTS.keys())
def test_every_script_can_be_searched(string):
    assert string in Page(html(picture(note(string)))).texts["a"]


def test_the_same_boards_give_the_same_bytes():
    assert html(example()) == html(example())
