"""The letters of the window: sizes and line heights in px, weights, and the faces they are set in."""

from __future__ import annotations

from dataclasses import dataclass

INTERFACE = "Canvas Interface"
NOTES = "Canvas Sans"

TRACKED_FROM = 18
TRACKING = -0.015


@dataclass(frozen=True, slots=True)
class Letters:
    """One way to set words: letter size and line height in px. `tabular` gives all figures one width."""

    size: int
    line: int
    weight: int = 400
    family: str = INTERFACE
    tabular: bool = False


KEYS = Letters(11, 14, 500)
CHIP = Letters(9, 12, 600)
SMALL_CHIP = Letters(8, 12, 600)
SMALL = Letters(12, 16)
SMALL_LABEL = Letters(12, 16, 500)
COUNT = Letters(13, 16, tabular=True)
COUNT_STRONG = Letters(13, 16, 600, tabular=True)
ROW = Letters(13, 16)
ROW_STRONG = Letters(13, 16, 600)
BODY = Letters(13, 20)
LABEL = Letters(13, 20, 500)
STRONG = Letters(13, 20, 600)
QUESTION = Letters(13, 18, 500)
SECTION = Letters(15, 20, 600)
PANEL_TITLE = Letters(18, 24, 600)
FIGURE = Letters(22, 28, 600, tabular=True)
PAGE_TITLE = Letters(28, 36, 600)
NOTE = Letters(13, 16, family=NOTES)
