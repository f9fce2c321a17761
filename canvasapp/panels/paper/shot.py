"""Makes what the page shows of a file that shall be written: for a thread beside the window."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from operator import is_

from PySide6.QtGui import QImage

from canvasapp.domain.board import Board, Workshop
from canvasapp.domain.errors import ExpectedError
from canvasapp.export import PrintOrder
from canvasapp.export.documents.document import DocumentOptions
from canvasapp.export.documents.pages import pages_of
from canvasapp.export.documents.sources import gathered
from canvasapp.export.exporter import ExportOptions, go_on
from canvasapp.export.imposition import imposed
from canvasapp.painting import ImageSource
from canvasapp.painting.image_files import image_facts
from canvasapp.panels.paper.drawn import PageDrawer
from canvasapp.panels.paper.proof import Proof, paper_named, proof_of
from canvasapp.panels.paper.views import View, found, views_of

THUMB_WIDTH, THUMB_HEIGHT = 106, 70
"""In px."""


@dataclass(frozen=True, slots=True)
class Frame:
    """How large the preview is, in px, on a screen with `ratio` device pixels a px."""

    width: int
    height: int
    ratio: float


@dataclass(frozen=True, slots=True, eq=False)
class Shot:
    """What came out: the views with a small image of each, the one that is looked at, and the proof of posters."""

    views: tuple[View, ...]
    thumbs: tuple[QImage, ...]
    view: View
    image: QImage
    proof: Proof | None


@dataclass(slots=True)
class Studio:
    """Keeps of the last shot what the next one can use. Used by one thread at a time."""

    source: ImageSource
    _sizes: dict[str, tuple[int, int]] = field(default_factory=dict)
    _content: tuple[object, ...] = ()
    _choice: object = None
    _proof: Proof | None = None
    _views: tuple[View, ...] = ()
    _thumbs: tuple[QImage, ...] = ()

    def posters(
        self, boards: tuple[Board, ...], order: PrintOrder, title: str, key: str, frame: Frame
    ) -> Shot:
        """Of a file of boards, looking at the view with this key. Raises ExportError."""

        def views() -> tuple[View, ...]:
            self._proof = proof_of(boards, order, title, self._read_sizes(boards))
            return views_of(self._proof)

        drawer = self._prepare(boards, (order, title, frame.ratio), views, frame.ratio)
        assert self._proof is not None  # made above
        view = found(self._proof, self._views, key)
        return self._shot(view, drawer, frame)

    def record(self, workshop: Workshop, day: date | None, key: str, frame: Frame) -> Shot:
        """Of the workshop's record, as it is written as a PDF. Raises ExportError."""

        def views() -> tuple[View, ...]:
            self._proof = None
            pictures = list(pages_of(gathered(workshop, DocumentOptions(day), go_on)))
            pages = (page for (page,) in imposed(pictures, ExportOptions(paper="A4")))
            return tuple(
                View(f"page/{n}", f"Page {n}", paper_named(page), page)
                for n, page in enumerate(pages, 1)
            )

        drawer = self._prepare((workshop,), (day, frame.ratio), views, frame.ratio)
        view = next((each for each in self._views if each.key == key), self._views[0])
        return self._shot(view, drawer, frame)

    def _prepare(
        self,
        content: tuple[object, ...],
        choice: object,
        views: Callable[[], tuple[View, ...]],
        ratio: float,
    ) -> PageDrawer:
        """Makes views and thumbs anew when they would be others: of other content, or of another choice."""
        drawer = PageDrawer(self.source)
        is_same = len(content) == len(self._content) and all(map(is_, content, self._content))
        if not is_same or choice != self._choice:
            self._content = ()  # should this end in an error
            self._views = views()
            self._thumbs = tuple(
                drawer.draw(each.page, THUMB_WIDTH, THUMB_HEIGHT, ratio) for each in self._views
            )
            self._content, self._choice = content, choice
        return drawer

    def _shot(self, view: View, drawer: PageDrawer, frame: Frame) -> Shot:
        image = drawer.draw(view.page, frame.width, frame.height, frame.ratio)
        return Shot(self._views, self._thumbs, view, image, self._proof)

    def _read_sizes(self, boards: tuple[Board, ...]) -> dict[str, tuple[int, int]]:
        used = {note.image for board in boards for note in board.notes.values() if note.image}
        for each in used - self._sizes.keys():
            with suppress(
                ExpectedError
            ):  # one that is lost has no size: its name stands in its place
                facts = image_facts(self.source(each))
                self._sizes[each] = facts.width, facts.height
        return self._sizes
