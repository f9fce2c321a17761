"""The colours of window, board and paper as named tokens: light, dark and high contrast.

Contrast ratios are those of WCAG 2.2 (relative luminance in sRGB); tests hold every colour of text to 4.5.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from canvasapp.domain.template import Perspective
from canvasapp.picture.shapes import Colour

NOTE_INK = "#1d1c1a"
NOTE_MARK = "#6b0b38"


@dataclass(frozen=True, slots=True)
class ViewColours:
    """One perspective: `ink` for its mark and words, `tint` for its lanes."""

    ink: Colour
    tint: Colour


@dataclass(frozen=True, slots=True)
class PartyColours:
    """One party slot: the chip's colour and its letters, the note's paper, and the marks on both.

    A corner is `hatched` where hues are alike, `stripes` (0 to 2) tell slots of one hue apart, and where all
    paper is white a `bar` shows it.
    """

    chip: Colour
    chip_ink: Colour
    paper: Colour
    edge: Colour
    fold: Colour
    hatch: Colour
    hatched: bool
    stripes: int
    bar: Colour | None


@dataclass(frozen=True, slots=True, eq=False)
class Theme:
    """One look. `soft` colours are grounds, the others ink or line."""

    name: str
    desk: Colour
    panel: Colour
    raised: Colour
    sheet: Colour
    hover: Colour
    press: Colour
    line: Colour
    line2: Colour
    field: Colour
    ink: Colour
    ink2: Colour
    ink3: Colour
    on_ink: Colour
    accent: Colour
    accent_soft: Colour
    on_accent: Colour
    gap: Colour
    gap_soft: Colour
    ok: Colour
    warn: Colour
    warn_soft: Colour
    danger: Colour
    views: Mapping[Perspective, ViewColours]
    paper_factor: float
    plain_paper: bool

    def view(self, perspective: Perspective) -> ViewColours:
        return self.views[perspective]

    def party(self, slot: int | None) -> PartyColours:
        """The colours of party slot 1, 2, ... (from 9 on they repeat, with stripes); None is a note of nobody."""
        return _party_colours(slot, self.paper_factor, plain=self.plain_paper)


LIGHT = Theme(
    name="light",
    desk="#edece8",
    panel="#faf9f7",
    raised="#ffffff",
    sheet="#ffffff",
    hover="#f0eeea",
    press="#e6e3dd",
    line="#e4e2dd",
    line2="#c9c6bf",
    field="#928e86",
    ink="#1d1c1a",
    ink2="#55524c",
    ink3="#67635c",
    on_ink="#ffffff",
    accent="#5b3fc4",
    accent_soft="#eeeafa",
    on_accent="#ffffff",
    gap="#a8225f",
    gap_soft="#fbe8f0",
    ok="#1b7a4b",
    warn="#7a5200",
    warn_soft="#fbf1d9",
    danger="#b3261e",
    views={
        Perspective.OUR: ViewColours("#0b4f8a", "#e8f1fa"),
        Perspective.CUSTOMER: ViewColours("#9a4b00", "#fdf1e3"),
    },
    paper_factor=1.0,
    plain_paper=False,
)

DARK = Theme(
    name="dark",
    desk="#111113",
    panel="#19191c",
    raised="#222226",
    sheet="#1c1c20",
    hover="#242428",
    press="#2e2e33",
    line="#2d2d32",
    line2="#4a4a52",
    field="#72727b",
    ink="#f2f0ec",
    ink2="#bdbab4",
    ink3="#9c9993",
    on_ink="#1d1c1a",
    accent="#a996ff",
    accent_soft="#2a2444",
    on_accent="#1d1c1a",
    gap="#f18db8",
    gap_soft="#3a1f2c",
    ok="#5cc48f",
    warn="#e5b95c",
    warn_soft="#35290f",
    danger="#ff8a80",
    views={
        Perspective.OUR: ViewColours("#8dc5f6", "#1a2733"),
        Perspective.CUSTOMER: ViewColours("#f1b377", "#2d2318"),
    },
    paper_factor=0.86,
    plain_paper=False,
)

CONTRAST = Theme(
    name="contrast",
    desk="#ffffff",
    panel="#ffffff",
    raised="#ffffff",
    sheet="#ffffff",
    hover="#f0f0f0",
    press="#dddddd",
    line="#000000",
    line2="#000000",
    field="#000000",
    ink="#000000",
    ink2="#000000",
    ink3="#1f1f1f",
    on_ink="#ffffff",
    accent="#4b00b5",
    accent_soft="#ffffff",
    on_accent="#ffffff",
    gap="#8a0045",
    gap_soft="#ffffff",
    ok="#00512b",
    warn="#5c3d00",
    warn_soft="#ffffff",
    danger="#9c0000",
    views={
        Perspective.OUR: ViewColours("#003b70", "#ffffff"),
        Perspective.CUSTOMER: ViewColours("#6e3200", "#ffffff"),
    },
    paper_factor=1.0,
    plain_paper=True,
)

THEMES = (LIGHT, DARK, CONTRAST)

# Okabe and Ito (2008), "Color Universal Design", and a grey for the customer or for what is shared.
_PARTY_CHIPS = (
    "#56b4e9",
    "#e69f00",
    "#009e73",
    "#cc79a7",
    "#f0e442",
    "#d55e00",
    "#0072b2",
    "#bbbbbb",
)
_STRENGTH = {"#f0e442": 0.55, "#bbbbbb": 0.14}  # yellow is pale and grey dull at the usual 40 %
_FIRST_HATCHED = 6
_STRIPES = (0, 1, 2)
_LINEAR_UNDER = 0.04045  # sRGB's straight piece


def mix(over: Colour, under: Colour, share: float) -> Colour:
    """The opaque colour of `over` laid on `under` with opacity `share` (0..1)."""
    return "#" + "".join(
        f"{round(a * share + b * (1 - share)):02x}"
        for a, b in zip(channels(over), channels(under), strict=True)
    )


def channels(colour: Colour) -> tuple[int, int, int]:
    """Red, green and blue of `#rrggbb`, 0..255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def contrast_ratio(one: Colour, other: Colour) -> float:
    """How far two colours stand apart in lightness: 1 (same) to 21 (black on white)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    linear = [
        c / 12.92 if c <= _LINEAR_UNDER else ((c + 0.055) / 1.055) ** 2.4
        for c in (channel / 255 for channel in channels(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@lru_cache(maxsize=64)
def _party_colours(slot: int | None, factor: float, *, plain: bool) -> PartyColours:
    if slot is None:
        chip, paper, hatched, stripes = "#ffffff", "#ffffff", False, 0
    else:
        turn, place = divmod(slot - 1, len(_PARTY_CHIPS))
        chip, stripes = _PARTY_CHIPS[place], _STRIPES[turn % len(_STRIPES)]
        paper = mix(chip, "#ffffff", _STRENGTH.get(chip, 0.40))
        hatched = place + 1 >= _FIRST_HATCHED
    paper = "#ffffff" if plain else mix(paper, "#000000", factor)
    black_reads_better = contrast_ratio("#000000", chip) >= contrast_ratio("#ffffff", chip)
    return PartyColours(
        chip=chip,
        chip_ink="#000000" if black_reads_better else "#ffffff",
        paper=paper,
        edge="#000000" if plain else mix("#000000", paper, 0.10),
        fold="#000000" if plain else mix("#000000", paper, 0.13 + 0.10),
        hatch=mix(NOTE_INK, paper, 0.55),
        hatched=hatched,
        stripes=stripes,
        bar=chip if plain and slot is not None else None,
    )
