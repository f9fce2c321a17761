"""What is done with a whole canvas: begun, saved, taken in from a file, written to one, removed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from canvasapp.controls.menus import Menu
from canvasapp.domain.errors import ExpectedError
from canvasapp.edits.boards import new_board
from canvasapp.edits.canvases import (
    add_canvas,
    is_behind,
    newest_of,
    remove_canvas,
    save_canvas,
    upgrade_all,
)
from canvasapp.panels.canvas_editor.choosing import fill_canvas_menu
from canvasapp.panels.canvas_editor.desk import DraftDesk
from canvasapp.panels.canvas_editor.files import ask_for_canvas, ask_where, write_canvas
from canvasapp.panels.canvas_editor.kept import KeptDraft
from canvasapp.panels.canvas_editor.saved import SavedLine
from canvasapp.panels.surroundings import Surroundings
from canvasapp.templates import load_own
from canvasapp.templates.drafting import text_of


class CanvasDeeds:
    """Everything on the draft of `desk`; `refresh` shows what has become of it."""

    def __init__(
        self,
        around: Surroundings,
        desk: DraftDesk,
        line: SavedLine,
        refresh: Callable[[], object],
    ) -> None:
        self._around, self._journal, self._desk = around, around.journal, desk
        self._line, self._refresh = line, refresh
        self.ask_file: Callable[[], Path | None] = ask_for_canvas
        self.ask_where: Callable[[str], Path | None] = ask_where

    def fill(self, menu: Menu) -> None:
        fill_canvas_menu(menu, self._journal.workshop, self._desk, self)

    def save(self) -> None:
        """The next version of the canvas, and an offer for the boards made from the one before."""
        canvas_id, before = self._desk.session.canvas_id, self._journal.workshop
        try:
            edit = save_canvas(before, self._desk.session.content)
        except ExpectedError as refusal:
            self._around.guide.tell(str(refusal))
            return
        self._around.guide.perform(edit)
        if self._journal.workshop is before:  # the disk did not take it, and that was said
            return
        self._desk.touch()
        self._desk.keep()
        self._offer(canvas_id)
        self._refresh()

    def begin_blank(self) -> None:
        self._desk.begin_blank()
        self._show()

    def copy(self, canvas_id: str) -> None:
        self._desk.copy(canvas_id)
        self._show()

    def open(self, canvas_id: str) -> None:
        self._desk.open(canvas_id)
        self._show()

    def go_on(self, draft: KeptDraft) -> None:
        self._desk.go_on(draft)
        self._show()

    def discard(self) -> None:
        self._desk.discard()
        self._show()

    def add_file(self) -> None:
        """Into the workshop, and here to be looked at."""
        path = self.ask_file()
        if path is None:
            return
        try:
            taken = load_own(path)
            edit = add_canvas(self._journal.workshop, taken)
        except ExpectedError as refusal:
            self._around.guide.tell(str(refusal))
            return
        self._around.guide.perform(edit)
        self.open(taken.template.id)

    def export(self) -> None:
        """What is in the editor, as a file: as it was saved, to the byte, when nothing has changed since."""
        content = self._desk.session.content
        path = self.ask_where(content["short_name"])
        if path is None:
            return
        own = newest_of(self._journal.workshop, content["id"])
        text = own.file.text if own and not self._desk.is_unsaved else text_of(content)
        try:
            write_canvas(path, text)
        except ExpectedError as error:
            self._around.guide.tell(str(error))
            return
        self._around.guide.tell(f"{path.name} written.")

    def remove(self) -> None:
        """Out of the workshop in all its versions; what is in the editor stays a draft."""
        try:
            edit = remove_canvas(self._journal.workshop, self._desk.session.canvas_id)
        except ExpectedError as refusal:
            self._around.guide.tell(str(refusal))
            return
        self._around.guide.perform(edit)
        self._line.hide()
        self._refresh()

    def _show(self) -> None:
        self._line.hide()
        self._refresh()

    def _offer(self, canvas_id: str) -> None:
        workshop = self._journal.workshop
        newest = newest_of(workshop, canvas_id)
        assert newest is not None  # has just been saved
        version = newest.template.version
        of_it = [e for e in workshop.boards_in_order() if e.head.template == canvas_id]
        behind = sum(is_behind(workshop, board) for board in of_it)
        if not behind:
            sentence = f"Version {version} is saved. New boards can be made of it."
            self._line.offer(sentence, "Make a board of it", lambda: self._make_board(canvas_id))
            return
        boards = "1 board is" if behind == 1 else f"{behind} boards are"
        outcome = ", ".join(upgrade_all(workshop, canvas_id).outcome)
        told = f" {'It' if behind == 1 else 'They'} would have {outcome}." if outcome else ""
        sentence = f"Version {version} is saved. {boards} made from an older one.{told}"
        noun = "Bring it along" if behind == 1 else "Bring them along"
        self._line.offer(sentence, noun, lambda: self._upgrade(canvas_id))

    def _make_board(self, canvas_id: str) -> None:
        self._around.guide.perform(new_board(self._journal.workshop, canvas_id))
        self._around.guide.leave_panel()

    def _upgrade(self, canvas_id: str) -> None:
        """Does it, and goes to what has lost its block."""
        upgrade = upgrade_all(self._journal.workshop, canvas_id)
        self._around.guide.perform(upgrade.edit)
        self._around.guide.tell(", ".join(upgrade.outcome) or "The boards have the new version.")
        if upgrade.headings:
            self._around.guide.show_note(upgrade.headings[0])
