"""Asks for a decision in one line, why it is so, and who decides: it is about the notes that are selected."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtWidgets import QWidget

from canvasapp.controls.popover import MARGIN, Popover
from canvasapp.controls.value_fields import Stock
from canvasapp.controls.value_fields.asked import Asked
from canvasapp.domain.errors import ExpectedError
from canvasapp.domain.register import Value
from canvasapp.domain.trace import DECISION
from canvasapp.edits.catching import decide
from canvasapp.panels.surroundings import Surroundings

WIDTH = 440
ASKED = ("what", "why", "by_role")


class DecidePopover(Popover):
    """Opens in the middle of the page `over`. What was written is there again after a press beside it."""

    def __init__(
        self, around: Surroundings, over: QWidget, today: Callable[[], date] = date.today
    ) -> None:
        super().__init__(around.look, None, over)
        self._around, self._page, self._today = around, over, today
        self._written: Mapping[str, Value] = {}
        self.setAccessibleName("Decide")
        register = around.registers[DECISION]
        fields = [register.field(each) for each in ASKED]
        self.form = Asked(around.look, "Decide", fields, self._stock, "Keep the decision")
        self.form.confirmed.connect(self._keep)
        self.form.left.connect(self._end)
        self.hold(self.form)

    def open(self) -> None:
        """The role that decided last is proposed again."""
        notes = len(self._about)
        said = "About the selected note" if notes == 1 else f"About {notes} selected notes"
        self.form.setFixedWidth(min(WIDTH, self._page.width() - 2 * MARGIN))
        super().open()  # first, so that it knows the way back
        self.form.begin({**self._last_role(), **self._written}, said if notes else "")
        self.fit()

    def close_up(self) -> None:
        self._written = self.form.written
        super().close_up()

    def _end(self) -> None:
        """Nothing of it is wanted again."""
        self.close_up()
        self._written = {}

    @property
    def _about(self) -> tuple[str, ...]:
        view = self._around.view
        return tuple(dict.fromkeys(view.board.note(each).content for each in view.selected_ids))

    def _stock(self) -> Stock:
        return Stock(self._around.journal.workshop, self._around.registers)

    def _last_role(self) -> Mapping[str, Value]:
        entries = self._around.journal.workshop.entries.values()
        decided = [each for each in entries if each.register == DECISION and each.get("by_role")]
        last = max(decided, key=lambda each: (str(each.get("date") or ""), each.code), default=None)
        return {"by_role": str(last.get("by_role"))} if last else {}

    def _keep(self, given: Mapping[str, Value]) -> None:
        around = self._around
        what, why, role = (str(given.get(each, "")) for each in ASKED)
        register = around.registers[DECISION]
        try:
            edit = decide(
                around.journal.workshop, register, what, why, role, self._today(), self._about
            )
        except ExpectedError as refusal:
            self.form.refuse(str(refusal))
            return
        self._end()
        around.guide.perform(edit)
        around.guide.tell(f"Decided: {what.strip()}")
