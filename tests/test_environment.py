"""The ground the program stands on: this Qt, these fonts, no network."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import pytest
import uharfbuzz
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QRawFont

FONTS = Path(__file__).parent.parent / "resources" / "fonts"
FAMILIES = {
    "Canvas Interface": {400, 500, 600},
    "Canvas Sans": {400, 700},
    "Canvas Arabic": {400},
    "Canvas Hebrew": {400},
    "Canvas Thai": {400},
    "Canvas Devanagari": {400},
    "Canvas Emoji": {400},
    "Canvas Emoji Colour": {400},
    "Canvas Codes": {400},
    "Canvas CJK": {400},
}
VOID_CALLS = """
from PySide6.QtCore import QObject
watched = QObject()
for _ in range(20_000):
    watched.setObjectName("again")
"""


def test_qt_survives_twenty_thousand_calls_that_return_nothing() -> None:
    done = subprocess.run([sys.executable, "-c", VOID_CALLS], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_a_socket_to_the_network_is_refused(family: socket.AddressFamily) -> None:
    with pytest.raises(Exception, match=r"socket\.__new__"):
        socket.socket(family)


def test_a_name_is_not_looked_up_in_the_network() -> None:
    with pytest.raises(Exception, match="getaddrinfo"):
        socket.getaddrinfo("localhost", 80)


@pytest.fixture
def families(qapp: QGuiApplication) -> set[str]:
    assert qapp is QGuiApplication.instance()
    return {
        QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(path)))[0]
        for path in sorted(FONTS.glob("*.[ot]tf"))
    }


def test_qt_knows_exactly_the_families_we_bundle(families: set[str]) -> None:
    assert families == set(FAMILIES)


@pytest.mark.parametrize(
    ("family", "weight"), [(name, each) for name in FAMILIES for each in sorted(FAMILIES[name])]
)
def test_each_family_is_found_by_weight(families: set[str], family: str, weight: int) -> None:
    font = QFont(family)
    font.setWeight(QFont.Weight(weight))
    found = QRawFont.fromFont(font)
    assert family in families
    assert (found.familyName(), found.weight()) == (family, weight)


def test_figures_of_the_interface_can_be_set_equally_wide() -> None:
    font = bundled("CanvasInterface-Regular.ttf")
    assert len(set(advances(font, "0123456789"))) > 1
    assert len(set(advances(font, "0123456789", tnum=True))) == 1


@pytest.mark.parametrize("emoji", ["👋🏽", "👩‍👩‍👧", "🇫🇮", "1️⃣", "❤️"])
def test_a_sequence_that_makes_one_emoji_takes_the_room_of_one(emoji: str) -> None:
    font = bundled("CanvasEmoji-Regular.ttf")
    assert sum(advances(font, emoji)) == sum(advances(font, "😀"))


@pytest.mark.parametrize(
    ("name", "language", "text"),
    [
        ("CanvasSans-Regular.ttf", "sr", "бгдпт"),
        ("CanvasSans-Regular.ttf", "ro", "ş ţ"),
        ("CanvasArabic-Regular.ttf", "sd", "ہ م ۴۵۶۷"),
        ("CanvasDevanagari-Regular.ttf", "mr", "ल श"),
    ],
)
def test_a_text_looks_the_same_in_every_locale(name: str, language: str, text: str) -> None:
    font = bundled(name)
    assert glyphs(font, text, language) == glyphs(font, text, "en")


@pytest.mark.parametrize(
    "text", ["服务设计", "服務設計", "サービスデザイン", "서비스디자인", "、。「」"]
)
def test_chinese_japanese_and_korean_have_their_characters(text: str) -> None:
    font = bundled("CanvasCJK-Regular.otf")
    assert 0 not in glyphs(font, text)


def bundled(name: str) -> uharfbuzz.Font:
    return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(FONTS / name))))


def glyphs(font: uharfbuzz.Font, text: str, language: str = "en") -> list[int]:
    return [glyph.codepoint for glyph in shaped(font, text, language, {}).glyph_infos]


def advances(font: uharfbuzz.Font, text: str, **features: bool) -> list[int]:
    return [place.x_advance for place in shaped(font, text, "en", features).glyph_positions]


def shaped(
    font: uharfbuzz.Font, text: str, language: str, features: dict[str, bool]
) -> uharfbuzz.Buffer:
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.language = language
    uharfbuzz.shape(font, buffer, features)
    return buffer
