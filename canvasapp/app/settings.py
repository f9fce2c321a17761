"""What is remembered from one start to the next: what one has set, the window's place, the recent workshops."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, Qt

from canvasapp.app import recents, starting_again
from canvasapp.app.recents import Recent
from canvasapp.app.starting_again import Spot
from canvasapp.picture.theme import CONTRAST, DARK, LIGHT, Theme
from canvasapp.picture.wall_state import Room, WallLook
from canvasapp.view.lens import Lens
from canvasapp.view.wheel import Wheel

SCALES = (100, 125, 150, 175, 200)
"""The sizes of the whole window, in percent."""
SMALLEST_ROOM, LARGEST_ROOM = 0.3, 100.0
"""What a room may measure, in metres."""


class Appearance(StrEnum):
    """Which theme the window wears; SYSTEM is whatever the desktop wears."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


NAMES = {
    Appearance.SYSTEM: "Like the system",
    Appearance.LIGHT: "Light",
    Appearance.DARK: "Dark",
    Appearance.CONTRAST: "High contrast",
}


def theme_for(
    appearance: Appearance,
    scheme: Qt.ColorScheme,
    contrast: Qt.ContrastPreference = Qt.ContrastPreference.NoPreference,
) -> Theme:
    """What is worn on a desktop of this colour scheme whose user asks for this contrast."""
    match appearance:
        case Appearance.LIGHT:
            return LIGHT
        case Appearance.DARK:
            return DARK
        case Appearance.CONTRAST:
            return CONTRAST
        case Appearance.SYSTEM:
            if contrast is Qt.ContrastPreference.HighContrast:
                return CONTRAST
            return DARK if scheme is Qt.ColorScheme.Dark else LIGHT


class Settings:
    """The settings file in the data folder. A file that can not be read counts as empty."""

    def __init__(self, data_folder: Path) -> None:
        self._file = QSettings(str(data_folder / "settings.ini"), QSettings.Format.IniFormat)

    def keep(self) -> None:
        """Writes now what would be written soon."""
        self._file.sync()

    @property
    def appearance(self) -> Appearance:
        value = self._file.value("window/appearance", Appearance.SYSTEM.value, str)
        known = {each.value for each in Appearance}
        return Appearance(value) if value in known else Appearance.SYSTEM

    @appearance.setter
    def appearance(self, appearance: Appearance) -> None:
        self._file.setValue("window/appearance", appearance.value)

    @property
    def single_keys(self) -> bool:
        """Whether letters, digits and signs by themselves are keys (WCAG 2.1.4)."""
        return bool(self._file.value("keys/single", defaultValue=True, type=bool))

    @single_keys.setter
    def single_keys(self, used: bool) -> None:
        self._file.setValue("keys/single", used)

    @property
    def reduced_motion(self) -> bool:
        return bool(self._file.value("window/reduced-motion", defaultValue=False, type=bool))

    @reduced_motion.setter
    def reduced_motion(self, reduced: bool) -> None:
        self._file.setValue("window/reduced-motion", reduced)

    @property
    def scale(self) -> int:
        """How large the whole window is, in percent: one of SCALES."""
        value = self._file.value("window/scale", SCALES[0])
        return next((each for each in SCALES if str(each) == str(value)), SCALES[0])

    @scale.setter
    def scale(self, percent: int) -> None:
        self._file.setValue("window/scale", percent)

    @property
    def spot(self) -> Spot | None:
        """Where to go on after starting again; None for most starts."""
        return starting_again.read(str(self._file.value("window/spot", "", str)))

    @spot.setter
    def spot(self, spot: Spot | None) -> None:
        self._file.setValue("window/spot", starting_again.written(spot))

    @property
    def wheel(self) -> Wheel:
        value = str(self._file.value("pointing/wheel", Wheel.BY_DEVICE.value, str))
        return Wheel(value) if value in set(Wheel) else Wheel.BY_DEVICE

    @wheel.setter
    def wheel(self, wheel: Wheel) -> None:
        self._file.setValue("pointing/wheel", wheel.value)

    @property
    def geometry(self) -> QByteArray:
        """What QWidget.saveGeometry gave, or nothing."""
        value = self._file.value("window/geometry", QByteArray())
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._file.setValue("window/geometry", geometry)

    @property
    def minimap(self) -> bool:
        """Whether the whole board is shown in a corner."""
        return bool(self._file.value("window/minimap", defaultValue=False, type=bool))

    @minimap.setter
    def minimap(self, shown: bool) -> None:
        self._file.setValue("window/minimap", shown)

    @property
    def lens(self) -> Lens:
        """What of the two views is shown."""
        value = str(self._file.value("window/lens", Lens.BOTH.value, str))
        return Lens(value) if value in set(Lens) else Lens.BOTH

    @lens.setter
    def lens(self, lens: Lens) -> None:
        self._file.setValue("window/lens", lens.value)

    @property
    def wall_look(self) -> WallLook:
        value = str(self._file.value("wall/look", WallLook.BY_DISTANCE.value, str))
        return WallLook(value) if value in set(WallLook) else WallLook.BY_DISTANCE

    @wall_look.setter
    def wall_look(self, look: WallLook) -> None:
        self._file.setValue("wall/look", look.value)

    @property
    def back_row(self) -> float:
        """How far from the wall the last row sits, in metres."""
        return self._metres("wall/back-row", Room().back_row)

    @back_row.setter
    def back_row(self, metres: float) -> None:
        self._file.setValue("wall/back-row", metres)

    @property
    def screen_width(self) -> float:
        """How wide the picture on the wall is, in metres."""
        return self._metres("wall/width", Room().screen_width)

    @screen_width.setter
    def screen_width(self, metres: float) -> None:
        self._file.setValue("wall/width", metres)

    @property
    def room(self) -> Room:
        return Room(self.back_row, self.screen_width)

    @property
    def wall_screen(self) -> str:
        """The screen that was chosen for the wall; "" for whichever the editor is not on."""
        return str(self._file.value("wall/screen", "", str))

    @wall_screen.setter
    def wall_screen(self, screen: str) -> None:
        self._file.setValue("wall/screen", screen)

    def _metres(self, key: str, usual: float) -> float:
        written = str(self._file.value(key, usual))
        metres = float(written) if written.replace(".", "", 1).isdigit() else usual
        return metres if SMALLEST_ROOM <= metres <= LARGEST_ROOM else usual

    @property
    def used(self) -> tuple[str, ...]:
        """What was chosen from the palette, the last one first, by its id."""
        return tuple(str(self._file.value("palette/used", "", str)).split())

    @used.setter
    def used(self, ids: tuple[str, ...]) -> None:
        self._file.setValue("palette/used", " ".join(ids))

    def recall(self, name: str) -> str:
        """What a panel has remembered under this name; "" for nothing."""
        return str(self._file.value(f"panels/{name}", "", str))

    def remember(self, name: str, text: str) -> None:
        self._file.setValue(f"panels/{name}", text)

    @property
    def recents(self) -> tuple[Recent, ...]:
        return recents.read(str(self._file.value("recent", "[]", str)))

    @recents.setter
    def recents(self, those: tuple[Recent, ...]) -> None:
        self._file.setValue("recent", recents.written(those))
