"""Finds the items of lists and the cells of tables in HTML that other programs put on the clipboard."""

from __future__ import annotations

import re
from html.parser import HTMLParser

MOST = 2_000_000
"""Longer HTML is not looked through, in characters: the plain text beside it has to do."""

WIDEST = 100
"""No cell is taken to span more columns or rows."""

_CELLS = ("td", "th")
_ITEMS = ("li", *_CELLS)
_BREAKS = ("br", "p", "div")
_SILENT = ("style", "script", "head")


def items_of(html: str) -> list[str]:
    """The texts of list items or table cells, in their order; none when the HTML has neither."""
    if len(html) > MOST:
        return []
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.end_item()
    return [text for text in reader.items if text]


def rows_of(html: str) -> list[list[str]]:
    """The cells of all tables, row by row; what a cell spans further is filled with empty ones."""
    if len(html) > MOST:
        return []
    reader = _TableReader()
    reader.feed(html)
    reader.close()
    reader.end_item()
    return reader.rows


class _Reader(HTMLParser):
    """Keeps what is said inside items; an item in another one is an item of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.items: list[str] = []
        self._said: list[str] = []
        self._depth = 0
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _ITEMS:
            self.end_item()
            self._depth += 1
        elif tag in _SILENT:
            self._silent += 1
        elif tag in _BREAKS:
            self._said.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _ITEMS:
            self.end_item()
            self._depth = max(self._depth - 1, 0)
        elif tag in _SILENT:
            self._silent = max(self._silent - 1, 0)

    def handle_data(self, data: str) -> None:
        if self._depth and not self._silent:
            self._said.append(re.sub(r"\s+", " ", data))

    def end_item(self) -> None:
        """What has been said since the last item is one."""
        if self._depth:
            lines = "".join(self._said).split("\n")
            self.items.append("\n".join(line.strip() for line in lines if line.strip()))
        self._said = []


class _TableReader(_Reader):
    """Keeps the cells in their rows: `items` is the row being read."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self._across = 1
        self._down: dict[int, int] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        super().handle_starttag(tag, attrs)
        if tag == "tr":
            self.end_item()
            self._depth = 0
            self._pass_spanned()
            self.items = []
            self.rows.append(self.items)
        elif tag in _CELLS:
            self._pass_spanned()
            self._across = _span(attrs, "colspan")
            self._down[len(self.items)] = _span(attrs, "rowspan") - 1

    def _pass_spanned(self) -> None:
        """Cells of rows above reach down to here."""
        while self._down.get(len(self.items), 0) > 0:
            self._down[len(self.items)] -= 1
            self.items.append("")

    def end_item(self) -> None:
        began = bool(self._depth)
        super().end_item()
        if began:
            self.items += [""] * (self._across - 1)
            self._across = 1


def _span(attrs: list[tuple[str, str | None]], name: str) -> int:
    """Over how many columns or rows a cell goes."""
    said = dict(attrs).get(name) or ""
    is_number = said.isascii() and said.isdigit() and len(said) <= len(str(WIDEST))
    return min(max(int(said), 1), WIDEST) if is_number else 1
