"""What is remembered from one start to the next."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, Qt

from canvasapp.app.settings import NAMES, Appearance, Settings, theme_for
from canvasapp.picture.theme import CONTRAST, DARK, LIGHT, Theme
from canvasapp.view.wheel import Wheel
from tests.unit.test_recents import FIRST


def test_what_is_set_is_there_at_the_next_start(tmp_path: Path) -> None:
    first = Settings(tmp_path)
    first.appearance = Appearance.CONTRAST
    first.single_keys, first.reduced_motion = False, True
    first.wheel = Wheel.PANS
    first.scale = 175
    first.geometry = QByteArray(b"somewhere")
    first.recents = (FIRST,)
    first.keep()
    second = Settings(tmp_path)
    assert second.appearance is Appearance.CONTRAST
    assert (second.single_keys, second.reduced_motion) == (False, True)
    assert second.wheel is Wheel.PANS
    assert second.scale == 175
    assert second.geometry == QByteArray(b"somewhere")
    assert second.recents == (FIRST,)


def test_without_a_file_everything_is_as_the_system_has_it(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "nothing yet")
    assert settings.appearance is Appearance.SYSTEM
    assert (settings.single_keys, settings.reduced_motion) == (True, False)
    assert settings.wheel is Wheel.BY_DEVICE
    assert settings.geometry.isEmpty()
    assert settings.recents == ()


@pytest.mark.parametrize(
    "content",
    [
        "[window]\nappearance=purple\n[keys]\nsingle=perhaps\n[pointing]\nwheel=spins\n",
        "no settings at all",
        "\0\1\2",
    ],
)
def test_a_spoilt_file_counts_as_empty(tmp_path: Path, content: str) -> None:
    (tmp_path / "settings.ini").write_text(content)
    assert Settings(tmp_path).appearance is Appearance.SYSTEM
    assert Settings(tmp_path).single_keys
    assert Settings(tmp_path).wheel is Wheel.BY_DEVICE


@pytest.mark.parametrize(
    ("appearance", "scheme", "theme"),
    [
        (Appearance.SYSTEM, Qt.ColorScheme.Dark, DARK),
        (Appearance.SYSTEM, Qt.ColorScheme.Light, LIGHT),
        (Appearance.SYSTEM, Qt.ColorScheme.Unknown, LIGHT),
        (Appearance.LIGHT, Qt.ColorScheme.Dark, LIGHT),
        (Appearance.DARK, Qt.ColorScheme.Light, DARK),
        (Appearance.CONTRAST, Qt.ColorScheme.Light, CONTRAST),
    ],
)
def test_the_theme_follows_the_choice_and_the_choice_may_be_the_system_s(
    appearance: Appearance, scheme: Qt.ColorScheme, theme: Theme
) -> None:
    assert theme_for(appearance, scheme) is theme


@pytest.mark.parametrize("scheme", [Qt.ColorScheme.Dark, Qt.ColorScheme.Light])
def test_who_asks_the_system_for_high_contrast_has_it_unless_another_theme_was_chosen(
    scheme: Qt.ColorScheme,
) -> None:
    high = Qt.ContrastPreference.HighContrast
    assert theme_for(Appearance.SYSTEM, scheme, high) is CONTRAST
    assert theme_for(Appearance.DARK, scheme, high) is DARK


def test_every_appearance_has_a_name() -> None:
    assert set(NAMES) == set(Appearance)
