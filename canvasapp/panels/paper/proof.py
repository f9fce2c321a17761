"""A print as it will come out, before it does: its pages, how it is cut, how it reads, and what to look at first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from canvasapp.domain.answers import tally
from canvasapp.domain.board import Board
from canvasapp.domain.geometry import Rect
from canvasapp.export import Content, PrintOrder, Views
from canvasapp.export.exporter import ExportOptions
from canvasapp.export.imposition import MAP, imposed, poster_placement
from canvasapp.export.legibility import LEAST, Legibility, Sizes, legibility
from canvasapp.export.page import Layer, Page
from canvasapp.export.paper import INCH, PAPERS, Placement, placed
from canvasapp.export.tiling import Tiling, tiling
from canvasapp.picture.block_picture import LABELS
from canvasapp.picture.options import Questions
from canvasapp.picture.shapes import Picture
from canvasapp.text.missing import Missing, missing_in

FLOOR = 18.0
"""Letters in pt below which a note is not read from where people stand."""
_FLOOR_DISTANCE = FLOOR * INCH / 72 / LEAST
GAPS = "Gaps"
_NAMES = {
    Content.FILLED: "Poster",
    Content.BLANK: "Blank canvas",
    Content.QUESTIONS: "Questions",
}


@dataclass(frozen=True, slots=True, eq=False)
class Poster:
    """One picture on paper: `whole` put together, `pages` as they are printed. `cut` is None on one sheet."""

    name: str
    board: Board
    picture: Picture
    placement: Placement
    whole: Page
    pages: tuple[Page, ...]
    cut: Tiling | None
    reading: Legibility

    @property
    def sheets(self) -> tuple[Page, ...]:
        """The pages without the map."""
        return tuple(each for each in self.pages if not each.label.endswith(MAP))

    @property
    def map(self) -> Page | None:
        return next((each for each in self.pages if each.label.endswith(MAP)), None)

    def sheet(self, name: str) -> Page | None:
        """The one of this name, such as B3; None when it is left out."""
        return next((each for each in self.sheets if each.label.split("/")[-1] == name), None)


@dataclass(frozen=True, slots=True, eq=False)
class Proof:
    """All posters of one file, the characters that are printed as codes, and how many questions are left out."""

    order: PrintOrder
    posters: tuple[Poster, ...]
    missing: tuple[Missing, ...]
    open_questions: int

    @property
    def sheets(self) -> int:
        return sum(len(each.sheets) for each in self.posters)

    @property
    def maps(self) -> int:
        return sum(each.map is not None for each in self.posters)

    @property
    def smallest(self) -> float | None:
        """The letters in mm of what is read."""
        sizes = (each.reading.smallest for each in self.posters)
        return min((size for size in sizes if size is not None), default=None)


def proof_of(boards: Sequence[Board], order: PrintOrder, workshop: str, sizes: Sizes) -> Proof:
    """What a file of the boards holds. `workshop` is its title, `sizes` those of images. Raises ExportError.

    Needs a QGuiApplication, but not its thread.
    """
    options = order.export_options(boards, workshop)
    drawn = [
        (name, board, picture)
        for board in boards
        for name, picture in zip(_names(order), order.pictures([board], workshop), strict=True)
    ]
    laid = imposed([picture for *_, picture in drawn], options)
    posters = tuple(
        _poster(name, board, picture, pages, options, sizes)
        for (name, board, picture), pages in zip(drawn, laid, strict=True)
    )
    shown = {part.id for poster in posters for part in poster.picture.parts}
    notes = (note for board in boards for note in board.notes.values() if note.id in shown)
    return Proof(order, posters, missing_in(notes), _left_out(boards, order))


def _names(order: PrintOrder) -> list[str]:
    """Of the pictures of one board."""
    gaps = [GAPS] if order.gaps or order.content is Content.GAPS else []
    if order.content is Content.GAPS:
        return gaps
    usual = _NAMES[order.content]
    is_two = order.views is Views.TWO
    return [*(LABELS[v] if is_two and v else usual for v in order.views.sheets), *gaps]


def _poster(
    name: str,
    board: Board,
    picture: Picture,
    pages: tuple[Page, ...],
    options: ExportOptions,
    sizes: Sizes,
) -> Poster:
    placement = poster_placement(picture, options)
    cut, whole = None, pages[0]
    if options.tiles is not None:
        sheet = placed(picture, options.paper, options.orientation)
        cut = tiling(sheet.width, sheet.height, options.tiles)
        whole = _whole(picture, placement)
    reading = legibility(picture, placement, sizes, _FLOOR_DISTANCE)
    return Poster(name, board, picture, placement, whole, pages, cut, reading)


def _whole(picture: Picture, placement: Placement) -> Page:
    """The poster as it is when its sheets are put together."""
    layer = Layer(picture, placement.scale, placement.dx, placement.dy)
    trim = Rect(0.0, 0.0, placement.width, placement.height)
    return Page(placement.width, placement.height, trim, trim, "", (layer,))


def _left_out(boards: Sequence[Board], order: PrintOrder) -> int:
    if order.content is not Content.FILLED or order.questions is Questions.ALL:
        return 0
    return sum(tally(board).open for board in boards)


def paper_named(page: Page) -> str:
    """What paper of this size is called: A4, or its size in mm."""
    longer, shorter = max(page.trim.w, page.trim.h), min(page.trim.w, page.trim.h)
    for name, (width, height) in PAPERS.items():
        if abs(width - longer) < 1 and abs(height - shorter) < 1:
            return name
    return f"{page.trim.w:.0f} × {page.trim.h:.0f} mm"
