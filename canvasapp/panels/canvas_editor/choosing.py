"""The menu of the editor: another canvas, a new one, in from a file, out to one, away."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from PySide6.QtGui import QAction

from canvasapp.controls.menus import Menu
from canvasapp.domain.board import Workshop
from canvasapp.panels.canvas_editor.desk import DraftDesk
from canvasapp.panels.canvas_editor.kept import KeptDraft

T = TypeVar("T")

FIT_ONLY = "Put right first what is listed"


class Acts(Protocol):
    """What the entries do."""

    def begin_blank(self) -> None: ...
    def copy(self, canvas_id: str) -> None: ...
    def open(self, canvas_id: str) -> None: ...
    def go_on(self, draft: KeptDraft) -> None: ...
    def add_file(self) -> None: ...
    def export(self) -> None: ...
    def discard(self) -> None: ...
    def remove(self) -> None: ...


def fill_canvas_menu(menu: Menu, workshop: Workshop, desk: DraftDesk, acts: Acts) -> None:
    """Exchanges the entries for those of `workshop` and the draft as they are now."""
    menu.clear()
    menu.addAction("New canvas", acts.begin_blank)
    copies = menu.submenu("New canvas from")
    for template in workshop.templates.values():
        _offer(copies, template.name, acts.copy, template.id)
    own = [e for e in workshop.templates.values() if e.id not in workshop.installed]
    if own or desk.laid_aside:
        menu.addSeparator()
    for template in own:
        entry = _offer(menu, f"Edit {template.name}", acts.open, template.id)
        entry.setEnabled(template.id != desk.session.canvas_id)
    for draft in desk.laid_aside:
        _offer(menu, f"Go on with the draft {draft.content['name']}", acts.go_on, draft)
    menu.addSeparator()
    menu.addAction("Add a canvas from a file", acts.add_file)
    export = menu.addAction("Export the canvas", acts.export)
    export.setEnabled(not desk.review.faults)
    export.setToolTip(FIT_ONLY if desk.review.faults else "")
    menu.addSeparator()
    menu.addAction("Discard the changes", acts.discard).setEnabled(desk.is_unsaved)
    is_own = any(each.id == desk.session.canvas_id for each in own)
    menu.addAction("Remove the canvas", acts.remove).setEnabled(is_own)


def _offer(menu: Menu, name: str, deed: Callable[[T], None], about: T) -> QAction:
    entry = menu.add_name(name)
    entry.triggered.connect(lambda _=False: deed(about))
    return entry
