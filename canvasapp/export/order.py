"""One print as it is asked for, by the command line or in a dialog: what is on it, and how it is finished."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from canvasapp.domain.board import Board
from canvasapp.domain.records import Seen
from canvasapp.domain.template import Perspective
from canvasapp.export.exporter import DEFAULT_DPI, ExportOptions
from canvasapp.export.paper import Orientation
from canvasapp.export.tiling import Tiles
from canvasapp.painting import ImageSource, no_images
from canvasapp.picture.block_picture import LABELS
from canvasapp.picture.board_picture import board_picture
from canvasapp.picture.gap_page import gap_page
from canvasapp.picture.options import PictureOptions, Questions
from canvasapp.picture.shapes import Picture


class Content(StrEnum):
    """Whether a sheet has its notes, is to be filled in, asks in large letters, or lists the gaps alone."""

    FILLED = "filled"
    BLANK = "blank"
    QUESTIONS = "questions"
    GAPS = "gaps"


class Views(StrEnum):
    """Whose view a sheet shows; TWO is a sheet for each, ours first."""

    BOTH = "both"
    OUR = "our"
    CUSTOMER = "customer"
    TWO = "two"

    @property
    def sheets(self) -> tuple[Perspective | None, ...]:
        """The perspective of each sheet, None for both."""
        match self:
            case Views.BOTH:
                return (None,)
            case Views.TWO:
                return tuple(Perspective)
            case _:
                return (Perspective(self.value),)


@dataclass(frozen=True, slots=True)
class PrintOrder:
    """Everything that can be chosen. `gaps` adds the list of gaps of each board; the rest is as in `ExportOptions`.

    `evidence` leaves or takes away the codes, signs of evidence and status on notes, `votes` the dots they have in the
    latest round that was shown. `hidden` prints also the notes that wait to be revealed; private ones never are.
    """

    content: Content = Content.FILLED
    questions: Questions = Questions.NONE
    views: Views = Views.BOTH
    evidence: bool = True
    votes: bool = True
    hidden: bool = False
    legend: bool = True
    gaps: bool = False
    paper: str | None = None
    orientation: Orientation = Orientation.AUTO
    bleed: float = 0.0
    marks: bool = False
    tiles: Tiles | None = None
    dpi: int = DEFAULT_DPI
    date: str = ""
    author: str = ""
    live_text: bool = False

    @property
    def shows_all(self) -> bool:
        """Whether nothing of a board is left out: its notes in both views are there."""
        return self.content is Content.FILLED and self.views is Views.BOTH

    @property
    def seen(self) -> Seen:
        """The most hidden notes that are printed."""
        return Seen.HIDDEN if self.hidden else Seen.SHOWN

    def pictures(self, boards: Sequence[Board], workshop: str) -> list[Picture]:
        """The sheets of all boards, and after those of each one its gaps. `workshop` is its title."""
        return [each for board in boards for each in self._sheets(board, workshop)]

    def export_options(
        self, boards: Sequence[Board], workshop: str, images: ImageSource = no_images
    ) -> ExportOptions:
        """What the writers of files need. A file of one board is called as it is, one of several as the workshop."""
        return ExportOptions(
            paper=self._paper(boards[0]),
            orientation=self.orientation,
            dpi=self.dpi,
            bleed=self.bleed,
            marks=self.marks,
            tiles=self.tiles,
            date=self.date,
            title=boards[0].head.title if len(boards) == 1 else workshop,
            author=self.author,
            subject=workshop,
            images=images,
            live_text=self.live_text,
        )

    @property
    def _lists_gaps(self) -> bool:
        return self.gaps or self.content is Content.GAPS

    def _paper(self, board: Board) -> str | None:
        """The list of gaps has no size of its own: it gets the board's."""
        if self.paper is not None or not self._lists_gaps:
            return self.paper
        return f"{board.template.sheet.width:g}x{board.template.sheet.height:g}mm"

    def _sheets(self, board: Board, workshop: str) -> Iterator[Picture]:
        options = self._picture_options(workshop)
        for view in () if self.content is Content.GAPS else self.views.sheets:
            picture = board_picture(board, replace(options, perspective=view))
            told = f"{picture.title}, {LABELS[view].lower()}" if view else picture.title
            yield replace(picture, title=told if self.views is Views.TWO else picture.title)
        if self._lists_gaps:
            page = gap_page(board, PictureOptions(workshop=workshop, seen=self.seen))
            yield replace(page, title=f"{page.title}, gaps")

    def _picture_options(self, workshop: str) -> PictureOptions:
        asks_only = self.content is Content.QUESTIONS
        return PictureOptions(
            questions=Questions.ALL if asks_only else self.questions,
            blank=self.content is not Content.FILLED,
            large_questions=asks_only,
            legend=self.legend,
            badges=self.evidence,
            votes=self.votes,
            seen=self.seen,
            workshop=workshop,
        )
