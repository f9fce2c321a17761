"""Which way to print is chosen, by its name; it is saved, renamed and deleted here."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from canvasapp.controls.buttons import IconButton
from canvasapp.controls.drop_down import DropDown
from canvasapp.controls.fields import NameField
from canvasapp.controls.layouts import column, row
from canvasapp.controls.letters import BODY, SMALL_LABEL
from canvasapp.controls.look import Look, ink2
from canvasapp.controls.menus import Menu, opens_menu
from canvasapp.controls.words import Words
from canvasapp.panels.paper.profiles import Profiles

HEIGHT = 32
UNNAMED = "Not saved"


class ProfileRow(QWidget):
    """`changed` has the profiles as they are then."""

    changed = Signal(object)

    def __init__(self, look: Look, profiles: Profiles) -> None:
        super().__init__()
        self.profiles, self._renames = profiles, False
        self.names = DropDown(look, "Profile", (), "")
        self.names.chosen.connect(self._choose)
        self.more = IconButton(look, "ellipsis", "Save, rename or delete the profile")
        self.menu = Menu(look, parent=self)
        self.menu.aboutToShow.connect(self._fill)
        opens_menu(self.more, self.menu)
        self.field = NameField(look, "Name of the profile", BODY)
        self.field.setFixedHeight(HEIGHT)
        self.field.kept.connect(self._name)
        self._stack = QStackedWidget()
        self.field.left.connect(lambda: self._stack.setCurrentWidget(self.names))
        self._stack.setFixedHeight(HEIGHT)
        self._stack.addWidget(self.names)
        self._stack.addWidget(self.field)
        line = row(gap=4)
        line.addWidget(self._stack, 1)
        line.addWidget(self.more, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(column(Words(look, "Profile", SMALL_LABEL, ink2), 6, line))
        self.show_profiles(profiles)

    def show_profiles(self, profiles: Profiles) -> None:
        self.profiles = profiles
        changed = "Changed: " if profiles.is_changed else ""
        said = f"{changed}{profiles.chosen}" if profiles.profile else UNNAMED
        names = [(each.name, each.name) for each in profiles.named]
        self.names.offer(names, profiles.chosen, said)

    def _fill(self) -> None:
        self.menu.clear()
        has_one = self.profiles.profile is not None
        save = self.menu.addAction("Save the changes", self._save)
        save.setEnabled(has_one and self.profiles.is_changed)
        self.menu.addAction("Save as a new profile", lambda: self._ask(renames=False))
        self.menu.addSeparator()
        self.menu.addAction("Rename", lambda: self._ask(renames=True)).setEnabled(has_one)
        self.menu.addAction("Delete", self._delete).setEnabled(has_one)

    def _ask(self, *, renames: bool) -> None:
        self._renames = renames
        self._stack.setCurrentWidget(self.field)
        self.field.begin(self.profiles.chosen if renames else "")

    def _name(self, name: str) -> None:
        self._take(self.profiles.rename(name) if self._renames else self.profiles.save(name))

    def _choose(self, name: str) -> None:
        self._take(self.profiles.choose(name))

    def _save(self) -> None:
        self._take(self.profiles.save(self.profiles.chosen))

    def _delete(self) -> None:
        self._take(self.profiles.delete())

    def _take(self, profiles: Profiles) -> None:
        self.show_profiles(profiles)
        self.changed.emit(profiles)
