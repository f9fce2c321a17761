"""The side of the page where one chooses how to print."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from canvasapp.controls.layouts import column
from canvasapp.controls.look import Look
from canvasapp.export import PrintOrder
from canvasapp.export.file_order import BoardFile
from canvasapp.panels.paper.boards_field import BoardsField
from canvasapp.panels.paper.choosing import SECTION, Form
from canvasapp.panels.paper.imprint_fields import ImprintFields
from canvasapp.panels.paper.order_form import (
    content_fields,
    finish_fields,
    poster_fields,
    rule,
)
from canvasapp.panels.paper.profile_row import ProfileRow
from canvasapp.panels.paper.profiles import Profiles
from canvasapp.panels.paper.sheets_fields import is_cut, sheet_fields

MARGIN = 20


class PrintForm(QWidget):
    """`changed` when another file comes out, `kept` with the profiles when they shall be remembered."""

    changed = Signal()
    kept = Signal(object)

    def __init__(self, look: Look, profiles: Profiles, today: Callable[[], date]) -> None:
        super().__init__()
        self.profile = ProfileRow(look, profiles)
        self.boards, self.imprint = BoardsField(look), ImprintFields(look, today)
        self.form = Form(look, profiles.now, self._take_order)
        layout = column(
            self.profile,
            SECTION,
            poster_fields(self.form),
            SECTION,
            sheet_fields(self.form),
            rule(look),
            content_fields(self.form),
            rule(look),
            finish_fields(self.form),
            8,
            self.boards,
            SECTION,
            self.imprint,
            None,
            margins=(MARGIN, MARGIN, MARGIN, MARGIN),
        )
        self.setLayout(layout)
        self.form.on_show(lambda order: self.imprint.ask(author=True, day=is_cut(order)))
        self.form.show(profiles.now)
        self.profile.changed.connect(self._take_profiles)
        self.boards.changed.connect(self.changed)

    def file(self) -> BoardFile:
        """What comes out; its date stands on sheets that are put together."""
        imprint = self.imprint.value
        order = replace(self.form.value, date=imprint.said, author=imprint.author)
        return BoardFile(self.boards.chosen, order)

    def _take_order(self, order: PrintOrder) -> None:
        profiles = replace(self.profile.profiles, now=order)
        self.profile.show_profiles(profiles)
        self.kept.emit(profiles)
        self.changed.emit()

    def _take_profiles(self, profiles: Profiles) -> None:
        is_other = profiles.now != self.form.value
        self.form.show(profiles.now)
        self.kept.emit(profiles)
        if is_other:
            self.changed.emit()
