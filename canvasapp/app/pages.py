"""Makes the pages of workshops. Imported late: with it come the store and the board."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from canvasapp.app.desk import EXPECTED, Desk
from canvasapp.app.exporting import AskPath
from canvasapp.app.workshop_page import WorkshopPage
from canvasapp.controls.look import Look
from canvasapp.domain.template import Template


class Pages:
    """Each method raises one of `expected`, whose message is for the user, and leaves files as they were then."""

    expected = EXPECTED

    def __init__(
        self,
        look: Look,
        templates: Mapping[str, Template],
        data_folder: Path,
        documents: Path,
        ask_path: AskPath,
    ) -> None:
        self._look, self._ask_path = look, ask_path
        self._desk = Desk(templates, data_folder, documents)

    def open(self, path: Path) -> WorkshopPage:
        return WorkshopPage(self._look, self._desk.open(path), self._ask_path)

    def create(self, template_id: str) -> WorkshopPage:
        """A page of a new workshop on this canvas."""
        return WorkshopPage(self._look, self._desk.create(template_id), self._ask_path)

    def example(self) -> WorkshopPage:
        """A page of the worked example."""
        return WorkshopPage(self._look, self._desk.example(), self._ask_path)
