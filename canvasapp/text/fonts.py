"""The font faces that come with the program, and which of them shows a character: the same on every machine."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import cycle, pairwise
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QRawFont

from canvasapp.domain.errors import ExpectedError
from canvasapp.domain.markup import Span
from canvasapp.resources import resource

EM = 100
"""Layout units in one em: text is laid out once at this pixel size and scaled to any letter size."""


class FontError(ExpectedError):
    """A font file that comes with the program is missing or damaged."""


class Style(StrEnum):
    """The typographic roles on the sheet; each is also the id of the face that is tried first."""

    NOTE = "sans"
    NOTE_BOLD = "sans-bold"
    PLAIN = "interface"
    MEDIUM = "interface-medium"
    TITLE = "interface-semibold"

    @property
    def marked(self) -> bool:
        """Whether it is for what people write on the board, with plain marks for bold words and list items."""
        return self in (Style.NOTE, Style.NOTE_BOLD)


@dataclass(frozen=True, slots=True)
class Face:
    """One font file. `weight` is the OpenType weight class, 400 regular to 700 bold."""

    id: str
    family: str
    weight: int
    filename: str

    @property
    def file(self) -> Path:
        return resource("fonts", self.filename)


FACES = {
    face.id: face
    for face in (
        Face("sans", "Canvas Sans", 400, "CanvasSans-Regular.ttf"),
        Face("sans-bold", "Canvas Sans", 700, "CanvasSans-Bold.ttf"),
        Face("interface", "Canvas Interface", 400, "CanvasInterface-Regular.ttf"),
        Face("interface-medium", "Canvas Interface", 500, "CanvasInterface-Medium.ttf"),
        Face("interface-semibold", "Canvas Interface", 600, "CanvasInterface-SemiBold.ttf"),
        Face("arabic", "Canvas Arabic", 400, "CanvasArabic-Regular.ttf"),
        Face("hebrew", "Canvas Hebrew", 400, "CanvasHebrew-Regular.ttf"),
        Face("thai", "Canvas Thai", 400, "CanvasThai-Regular.ttf"),
        Face("devanagari", "Canvas Devanagari", 400, "CanvasDevanagari-Regular.ttf"),
        Face("cjk", "Canvas CJK", 400, "CanvasCJK-Regular.otf"),
        Face("emoji", "Canvas Emoji", 400, "CanvasEmoji-Regular.ttf"),
        Face("codes", "Canvas Codes", 400, "CanvasCodes-Regular.ttf"),
    )
}

_FALLBACKS = ("sans", "arabic", "hebrew", "thai", "devanagari", "cjk", "emoji")
EMOJI = "emoji"
"""The face of emoji: in one colour as letters are, painted from another one that Qt is not told of."""

CODES = "codes"
"""The face that shows every character as its code, in a box: for what no other face has."""

_EMOJI_SELECTOR = "\ufe0f"


@cache
def load_fonts() -> None:
    """Makes the faces known to Qt. Needs a QGuiApplication; raises FontError when a file can not be used."""
    for face in FACES.values():
        if QFontDatabase.addApplicationFont(str(face.file)) < 0:
            raise FontError(f"The font {face.file} is missing or damaged: install canvasapp again.")


@cache
def qt_font(face_id: str) -> QFont:
    """The face at EM pixels, without hinting and without Qt's own fallback: what paper and screen agree on."""
    load_fonts()
    face = FACES[face_id]
    font = QFont(face.family)
    font.setWeight(QFont.Weight(face.weight))
    font.setPixelSize(EM)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    return font


@cache
def raw_font(face_id: str) -> QRawFont:
    """The face at EM pixels as Qt's layout finds it."""
    return QRawFont.fromFont(qt_font(face_id))


Run = tuple[int, int, str]
"""Start, length and face id of a stretch of text that one face shows."""


def face_runs(text: str, style: Style, bold: tuple[Span, ...] = ()) -> Iterator[Run]:
    """The runs of `text`, with bold faces, where there are any, between the ends of `bold`."""
    return _bold_runs(text, style, bold) if bold else _runs(text, style)


def _bold_runs(text: str, style: Style, bold: tuple[Span, ...]) -> Iterator[Run]:
    edges = [0, *(edge for span in bold for edge in span), len(text)]
    styles = cycle((style, Style.NOTE_BOLD))
    runs: list[Run] = []
    for (start, end), each in zip(pairwise(edges), styles, strict=False):
        for first, length, face in _runs(text[start:end], each):
            if runs and runs[-1][2] == face:
                runs[-1] = (runs[-1][0], runs[-1][1] + length, face)
            else:
                runs.append((start + first, length, face))
    yield from runs


def _runs(text: str, style: Style) -> Iterator[Run]:
    if text.isascii() and text.isprintable() and text:
        # the commonest case, and every face that is tried first has all of it
        yield 0, len(text), style.value
        return
    start, current = 0, ""
    for index, character in enumerate(text):
        face = _face_of(text, index, character, style, current)
        if face != current:
            if index > start:
                yield start, index - start, current
            start, current = index, face
    if len(text) > start:
        yield start, len(text) - start, current


def missing_characters(text: str, style: Style) -> set[str]:
    """The characters of `text` that no bundled face can show; they are shown as their codes."""
    return {
        text[at]
        for start, length, face in face_runs(text, style)
        if face == CODES
        for at in range(start, start + length)
        if not is_unseen(text[at])
    }


def _face_of(text: str, index: int, character: str, style: Style, current: str) -> str:
    if current and _joins(character) and (is_unseen(character) or _shows(current, character)):
        return current  # a mark stays with its letter, a joiner with its emoji
    if text[index + 1 : index + 2] == _EMOJI_SELECTOR and _shows("emoji", character):
        return "emoji"
    return _first_face(character, style)


@cache
def _first_face(character: str, style: Style) -> str:
    for face in (style.value, *_FALLBACKS):
        if _shows(face, character):
            return face
    return style.value if is_unseen(character) else CODES


@cache
def _shows(face_id: str, character: str) -> bool:
    return raw_font(face_id).supportsCharacter(ord(character))


@cache
def _joins(character: str) -> bool:
    """Whether `character` belongs to the one before it: marks, joiners, selectors and skin tones."""
    return unicodedata.category(character) in {"Mn", "Mc", "Me", "Cf"} or (
        "\U0001f3fb" <= character <= "\U0001f3ff"
    )


@cache
def is_unseen(character: str) -> bool:
    """Whether there is nothing to see of `character` itself: spaces, joiners and other marks of format, selectors."""
    selects = "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"
    return selects or character.isspace() or unicodedata.category(character) == "Cf"
