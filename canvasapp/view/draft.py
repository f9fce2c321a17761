"""A text being typed, with its caret and selection, as a value: each key makes a new one.

The caret goes from letter to letter as they are read: past the marks of bold words, and past the label of a list item.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from PySide6.QtCore import QTextBoundaryFinder

from canvasapp.domain.markup import BOLD, Markup, read
from canvasapp.edits.marking import is_inside_bold, replaced

Boundary = QTextBoundaryFinder.BoundaryType


FLAG_SIGNS = frozenset(map(chr, range(0x1F1E6, 0x1F200)))
"""Regional indicators: two in a row are the flag of a country."""


class Reach(Enum):
    """How far one key moves the caret or deletes."""

    CHARACTER = Boundary.Grapheme
    WORD = Boundary.Word
    PARAGRAPH = "paragraph"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Draft:
    """`position` is where the caret stands, `anchor` where the selection began; both count characters of `text`."""

    text: str
    anchor: int = 0
    position: int = 0

    @property
    def selection(self) -> tuple[int, int]:
        """Where what is selected begins and ends."""
        return min(self.anchor, self.position), max(self.anchor, self.position)

    @property
    def selected(self) -> str:
        start, end = self.selection
        return self.text[start:end]

    @property
    def copied(self) -> str:
        """What is selected, with the marks of what is bold of it in pairs."""
        start, end = self.selection
        markup = read(self.text)
        start = min(markup.position(markup.place(start), onward=True), end)
        before, after = (BOLD * is_inside_bold(self.text, edge) for edge in (start, end))
        return f"{before}{self.text[start:end]}{after}"

    def typed(self, text: str) -> Draft:
        """`text` in the place of what is selected; marks of bold words stay in pairs."""
        whole, position = replaced(self.text, *self.selection, text)
        return Draft(whole, position, position)

    def erased(self, reach: Reach, *, forward: bool) -> Draft:
        """Without what is selected; when nothing is, without what lies that far from the caret."""
        if self.anchor != self.position:
            return self.typed("")
        return self.moved(reach, forward=forward, selecting=True).typed("")

    def at(self, position: int, *, selecting: bool = False) -> Draft:
        """The caret at `position`; the selection grows up to there or is given up."""
        position = min(max(position, 0), len(self.text))
        return replace(self, position=position, anchor=self.anchor if selecting else position)

    def moved(self, reach: Reach, *, forward: bool, selecting: bool = False) -> Draft:
        """The caret that far on or back; without `selecting` a selection is first left at that end."""
        if self.anchor != self.position and not selecting and reach is Reach.CHARACTER:
            return self.at(self.selection[1] if forward else self.selection[0])
        markup = read(self.text)
        place = markup.place(self.position)
        goal = markup.settled(_goal(markup.shown, place, reach, forward=forward))
        if goal >= place and reach in (Reach.CHARACTER, Reach.WORD) and not forward:
            goal = _line_before(markup, place)
        position = self.position if goal == place else markup.position(goal)
        return self.at(position, selecting=selecting)

    def letter_edge(self, position: int) -> int:
        """`position`, or where the letter begins that it would cut from its marks."""
        markup = read(self.text)
        place = markup.place(position)
        edge = _boundary(markup.shown, place + 1, Boundary.Grapheme, forward=False)
        return position if edge == place else markup.position(markup.settled(edge))

    def all_selected(self) -> Draft:
        return replace(self, anchor=0, position=len(self.text))

    def word_selected(self, position: int) -> Draft:
        """The word around `position` selected."""
        markup = read(self.text)
        end = _boundary(markup.shown, markup.place(position), Boundary.Word, forward=True)
        start = _boundary(markup.shown, end, Boundary.Word, forward=False)
        anchor = markup.position(markup.settled(start), onward=True)
        return replace(self, anchor=anchor, position=markup.position(markup.settled(end)))

    def paragraph_selected(self, position: int) -> Draft:
        """The paragraph around `position` selected."""
        start = self.at(position).moved(Reach.PARAGRAPH, forward=False)
        return start.moved(Reach.PARAGRAPH, forward=True, selecting=True)


def _goal(text: str, place: int, reach: Reach, *, forward: bool) -> int:
    match reach:
        case Reach.TEXT:
            return len(text) if forward else 0
        case Reach.PARAGRAPH:
            return _paragraph_edge(text, place, forward=forward)
        case Reach.WORD:
            return _word_start(text, place, forward=forward)
        case Reach.CHARACTER:
            return _boundary(text, place, Boundary.Grapheme, forward=forward)


def _line_before(markup: Markup, place: int) -> int:
    """The end of the line before the list item that begins at `place`; `place` when there is none."""
    label = markup.label(place)
    return label[0] - 1 if label and label[0] else place


def _paragraph_edge(text: str, place: int, *, forward: bool) -> int:
    if not forward:
        return text.rfind("\n", 0, place) + 1
    end = text.find("\n", place)
    return end if end >= 0 else len(text)


def _word_start(text: str, place: int, *, forward: bool) -> int:
    """Where the next word or the paragraph's end is, or where the word before or around the caret begins."""
    goal = place
    while True:
        goal = _boundary(text, goal, Boundary.Word, forward=forward)
        at_end = goal in (0, len(text))
        if at_end or text[goal] == "\n" or not text[goal].isspace():
            return goal


def _boundary(text: str, position: int, kind: Boundary, *, forward: bool) -> int:
    """The next boundary of a kind after or before `position`."""
    finder = QTextBoundaryFinder(kind, text)
    finder.setPosition(units(text, position))
    goal = finder.toNextBoundary() if forward else finder.toPreviousBoundary()
    if goal < 0:
        return len(text) if forward else 0
    place = characters(text, goal)
    if _cuts_flag(text, place):
        return place + 1 if forward else place - 1
    return place


def _cuts_flag(text: str, place: int) -> bool:
    """Whether `place` is between the two signs of a flag, which Qt takes for two letters (UAX 29, rule GB12)."""
    if text[place : place + 1] not in FLAG_SIGNS:
        return False
    signs = 0
    while signs < place and text[place - signs - 1] in FLAG_SIGNS:
        signs += 1
    return signs % 2 == 1


def units(text: str, position: int) -> int:
    """Qt's index (UTF-16) of the character at `position`."""
    return len(text[:position].encode("utf-16-le", errors="surrogatepass")) // 2


def characters(text: str, units: int) -> int:
    """The index of the character at Qt's index `units`."""
    before = text.encode("utf-16-le", errors="surrogatepass")[: 2 * units]
    return len(before.decode("utf-16-le", errors="ignore"))
