"""A text being typed, with its caret and selection, as a value: each key makes a new one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from PySide6.QtCore import QTextBoundaryFinder

Boundary = QTextBoundaryFinder.BoundaryType


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

    def typed(self, text: str) -> Draft:
        """`text` in the place of what is selected."""
        start, end = self.selection
        return Draft(self.text[:start] + text + self.text[end:]).at(start + len(text))

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
        match reach:
            case Reach.TEXT:
                goal = len(self.text) if forward else 0
            case Reach.PARAGRAPH:
                goal = self._paragraph_edge(forward=forward)
            case Reach.WORD:
                goal = self._word_start(forward=forward)
            case Reach.CHARACTER:
                goal = _boundary(self.text, self.position, Boundary.Grapheme, forward=forward)
        return self.at(goal, selecting=selecting)

    def all_selected(self) -> Draft:
        return replace(self, anchor=0, position=len(self.text))

    def word_selected(self, position: int) -> Draft:
        """The word around `position` selected."""
        end = _boundary(self.text, position, Boundary.Word, forward=True)
        start = _boundary(self.text, end, Boundary.Word, forward=False)
        return replace(self, anchor=start, position=end)

    def paragraph_selected(self, position: int) -> Draft:
        """The paragraph around `position` selected."""
        start = self.at(position).moved(Reach.PARAGRAPH, forward=False)
        return start.moved(Reach.PARAGRAPH, forward=True, selecting=True)

    def _paragraph_edge(self, *, forward: bool) -> int:
        if not forward:
            return self.text.rfind("\n", 0, self.position) + 1
        end = self.text.find("\n", self.position)
        return end if end >= 0 else len(self.text)

    def _word_start(self, *, forward: bool) -> int:
        """Where the next word or the paragraph's end is, or where the word before or around the caret begins."""
        goal = self.position
        while True:
            goal = _boundary(self.text, goal, Boundary.Word, forward=forward)
            at_end = goal in (0, len(self.text))
            if at_end or self.text[goal] == "\n" or not self.text[goal].isspace():
                return goal


def _boundary(text: str, position: int, kind: Boundary, *, forward: bool) -> int:
    """The next boundary of a kind after or before `position`."""
    finder = QTextBoundaryFinder(kind, text)
    finder.setPosition(units(text, position))
    goal = finder.toNextBoundary() if forward else finder.toPreviousBoundary()
    if goal < 0:
        return len(text) if forward else 0
    return characters(text, goal)


def units(text: str, position: int) -> int:
    """Qt's index (UTF-16) of the character at `position`."""
    return len(text[:position].encode("utf-16-le", errors="surrogatepass")) // 2


def characters(text: str, units: int) -> int:
    """The index of the character at Qt's index `units`."""
    before = text.encode("utf-16-le", errors="surrogatepass")[: 2 * units]
    return len(before.decode("utf-16-le", errors="ignore"))
