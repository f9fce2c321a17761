"""What can be looked at of a file before it is written: its posters, their sheets and maps, or its pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from canvasapp.domain.geometry import Rect
from canvasapp.export.page import Page
from canvasapp.export.tiling import Tile, Tiling
from canvasapp.panels.paper.proof import Poster, Proof, paper_named
from canvasapp.picture.shapes import Part

SHEETS, SHEET = "sheets", "sheet"


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """One of them: `key` finds it again after a choice; with `cut` one sees where `page` is cut.

    `lit` are places in mm on the page that are too small to read, each with the part that lies there.
    """

    key: str
    title: str
    detail: str
    page: Page
    cut: Tiling | None = None
    lit: tuple[tuple[Rect, Part], ...] = ()
    poster: Poster | None = None

    @property
    def tile(self) -> Tile | None:
        """The one that is shown by itself."""
        name = self.key.rpartition("/")[2]
        cut = self.poster.cut if self.poster and f"/{SHEET}/" in self.key else None
        return next((each for each in cut.tiles if each.name == name), None) if cut else None


def views_of(proof: Proof) -> tuple[View, ...]:
    """All but the single sheets of posters that are cut."""
    several = len({poster.board.id for poster in proof.posters}) > 1
    return tuple(
        view for n, poster in enumerate(proof.posters) for view in _views(n, poster, several)
    )


def sheet_view(proof: Proof, number: int, name: str) -> View | None:
    """A single sheet of the poster with this number; None when there is none of this name."""
    poster = proof.posters[number] if number < len(proof.posters) else None
    page = poster.sheet(name) if poster is not None else None
    if poster is None or page is None:
        return None
    return View(sheet_key(number, name), f"Sheet {name}", _paper(page), page, poster=poster)


def sheet_key(number: int, name: str) -> str:
    return f"{number}/{SHEET}/{name}"


def found(proof: Proof, views: Sequence[View], key: str) -> View:
    """The one with this key, else the one that tells most."""
    number, _, rest = key.partition("/")
    if rest.startswith(f"{SHEET}/"):
        sheet = sheet_view(proof, int(number), rest.removeprefix(f"{SHEET}/"))
        if sheet is not None:
            return sheet
        key = f"{number}/{SHEETS}"
    told = next((each for each in views if each.key == key), None)
    return told or next((each for each in views if each.cut is not None), views[0])


def _views(number: int, poster: Poster, several: bool) -> Iterator[View]:  # noqa: FBT001  # as counted
    title = poster.board.head.title if several else poster.name
    before = f"{poster.name}, " if several else ""
    lit = tuple(_lit(poster))
    size = before + paper_named(poster.whole)
    yield View(f"{number}/poster", title, size, poster.whole, None, lit, poster)
    if poster.cut is None:
        return
    sheets = f"{len(poster.sheets)} × {_paper(poster.sheets[0])}"
    yield View(f"{number}/{SHEETS}", "Sheets", sheets, poster.whole, poster.cut, lit, poster)
    if poster.map is not None:
        yield View(f"{number}/map", "Map", _paper(poster.map), poster.map, poster=poster)


def _paper(sheet: Page) -> str:
    """Of one of many: its page is the paper, what is trimmed is less."""
    return paper_named(Page(sheet.width, sheet.height, _whole(sheet), _whole(sheet), "", ()))


def _whole(page: Page) -> Rect:
    return Rect(0.0, 0.0, page.width, page.height)


def _lit(poster: Poster) -> Iterator[tuple[Rect, Part]]:
    small = {each.id for each in poster.reading.small}
    layer = poster.whole.layers[0]
    for part in layer.picture.parts:
        if part.id in small and (place := layer.place(part.rect)) is not None:
            yield place, part
