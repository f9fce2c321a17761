"""Makes the pages of workshops. Imported late: with it come the store and the board."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from canvasapp.app.desk import RUINED, Desk, OpenWorkshop
from canvasapp.app.exporting import AskPath
from canvasapp.app.file_names import SUFFIX
from canvasapp.app.workshop_page import WorkshopPage
from canvasapp.checks import Checker, load_rules
from canvasapp.controls.look import Look
from canvasapp.domain.template import Template
from canvasapp.templates import load_registers


class Pages:
    """What can not be done raises ExpectedError and leaves files as they were."""

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
        registers = load_registers()
        self._checker = Checker(load_rules(registers, templates), registers)

    def open(self, path: Path) -> WorkshopPage:
        return self._page(self._desk.open(path))

    def create(self, template_id: str) -> WorkshopPage:
        """A page of a new workshop on this canvas."""
        return self._page(self._desk.create(template_id))

    def example(self) -> WorkshopPage:
        """A page of the worked example."""
        return self._page(self._desk.example())

    def ruined_file(self, error: Exception) -> Path | None:
        """The workshop file that it is worth trying to `recover`; None after any other error."""
        path = error.path if isinstance(error, RUINED) else None
        return path if path is not None and path.suffix == SUFFIX else None

    def recover(self, path: Path) -> WorkshopPage:
        """A page of what is left of a ruined workshop; its notice says what that is."""
        opened, sentence = self._desk.recover(path)
        page = self._page(opened)
        page.frame.notice.tell(sentence)
        return page

    def _page(self, opened: OpenWorkshop) -> WorkshopPage:
        return WorkshopPage(self._look, opened, self._checker, self._ask_path)
