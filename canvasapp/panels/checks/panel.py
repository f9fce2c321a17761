"""The list of findings: how many there are, each in its place, and those that are left as they are folded below."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from canvasapp.checks import Checked, Finding
from canvasapp.controls.buttons import Button, IconButton, Weight
from canvasapp.controls.control import Control
from canvasapp.controls.icons import IN_BUTTON
from canvasapp.controls.layouts import column, holding, row
from canvasapp.controls.letters import BODY, PANEL_TITLE, SMALL_LABEL, STRONG
from canvasapp.controls.look import ink, ink2
from canvasapp.controls.rows import step_through
from canvasapp.controls.surface import Rule, Scroll
from canvasapp.controls.words import Words
from canvasapp.domain.board import Board
from canvasapp.domain.check import Check, Severity
from canvasapp.edits.aside import unwaive, waive
from canvasapp.panels.checks.listed import NOUNS, Ignored, Listed, OfBlock, Place, counted, listed
from canvasapp.panels.checks.rows import PADDING, FindingBox, ignored_box
from canvasapp.panels.surroundings import Surroundings

MOST = 6
"""So many findings of a block are shown before all of them are asked for."""
ENTRY = "entry"
"""The panel of an entry, which is shown where there is no note to lead to."""
LOOKING = "The board is being looked at."
NOTHING = "Nothing to look at"
WHAT = "notes and entries, what is seen from one side only, what links and evidence are missing, and the printed sheet"

Key = tuple[str, str]
"""A finding, whatever it says just now: its check, and what it is about."""


class ChecksPanel(QWidget):
    """Keeps the rows of findings that are as they were, so that the keyboard stays where it is."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._look, self._view, self._guide = around.look, around.view, around.guide
        self._checked: Checked | None = None
        self._checks: Mapping[str, Check] = {}
        self._shown: Listed | None = None
        self._boxes: dict[Finding, FindingBox] = {}
        self._parts: dict[object, QWidget] = {}
        self._known: dict[object, QWidget] = {}
        self._rows: list[Control] = []
        self._unfolded: Key | None = None
        self._whole: set[Place] = set()
        self._ignored_wide = False
        self._summary = Words(around.look, "", BODY, ink2)
        self._list = column(margins=(PADDING, 0, PADDING, 16))
        self._list.addStretch(1)
        layout = column(self._head(), Rule(around.look))
        layout.addWidget(Scroll(holding(self._list)), 1)
        self.setLayout(layout)

    def show_board(self, board: Board) -> None:
        checked = self._checked
        if checked is None or checked.board.id != board.id:
            self._clear()
            self._summary.say(LOOKING)
        else:
            self._show(listed(board, checked.findings))

    def show_findings(self, checked: Checked | None, checks: Mapping[str, Check]) -> None:
        self._checked, self._checks = checked, checks
        if self.isVisible():
            self.show_board(self._view.board)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not step_through(self._rows, event):
            super().keyPressEvent(event)

    def _head(self) -> QWidget:
        close = IconButton(self._look, "x", "Close the checks", keys="Esc", icon_size=IN_BUTTON)
        close.clicked.connect(self._guide.leave_panel)
        bar = row(Words(self._look, "Checks", BODY, ink2, most=1), None, close)
        title = Words(self._look, "What a reviewer would say", PANEL_TITLE, ink)
        words = column(title, 4, self._summary, margins=(0, 0, 4, 0))
        return holding(column(bar, words, margins=(16, 12, 12, 12)))

    def _show(self, found: Listed) -> None:
        if found == self._shown:
            return
        self._summary.say(found.summary or self._all_well())
        self._fill(found)

    def _all_well(self) -> str:
        checks = len([each for each in self._view.board.template.checks if each in self._checks])
        return f"{NOTHING}. {counted(checks, 'check looks', 'checks look')} at {WHAT}."

    def _clear(self) -> None:
        self._shown, self._rows = None, []
        self._drop([*self._parts.values(), *self._boxes.values()])
        self._parts, self._boxes = {}, {}
        self._unfolded, self._whole, self._ignored_wide = None, set(), False

    def _fill(self, found: Listed) -> None:
        """Sets the list anew from what is known and what is not."""
        at = next((place for place, each in enumerate(self._rows) if each.hasFocus()), None)
        before = [*self._parts.values(), *self._boxes.values()]
        self._shown, self._known, boxes = found, self._parts, self._boxes
        self._rows, self._parts, self._boxes = [], {}, {}
        made = list(self._made(found, boxes))
        self._put(made)
        kept = set(made)
        self._drop([each for each in before if each not in kept])
        if at is not None and self._rows and not any(each.hasFocus() for each in self._rows):
            self._rows[min(at, len(self._rows) - 1)].setFocus(Qt.FocusReason.TabFocusReason)

    def _put(self, made: list[QWidget]) -> None:
        """Moves only what is elsewhere: to lay out hundreds of rows anew takes longer than a frame."""
        in_place = True
        for place, part in enumerate(made):
            if self._at(place) is not part:
                self._list.insertWidget(place, part)
                in_place = False
            if not in_place:
                part.raise_()  # Tab goes by the order of children, the last one is the topmost

    def _at(self, place: int) -> QWidget | None:
        item = self._list.itemAt(place)
        return item.widget() if item else None

    def _made(self, found: Listed, known: Mapping[Finding, FindingBox]) -> Iterator[QWidget]:
        severity: Severity | None = None
        for of_block in found.open:
            if of_block.place[0] is not severity:
                severity = of_block.place[0]
                count = found.count(severity)
                yield self._part((severity, count), partial(self._severity, severity, count))
            yield from self._of_block(of_block, known)
        if found.ignored:
            yield from self._ignored(found.ignored)

    def _severity(self, severity: Severity, count: int) -> QWidget:
        name = Words(self._look, NOUNS[severity][1].capitalize(), STRONG, ink)
        figure = Words(self._look, str(count), BODY, ink2)
        return holding(row(name, None, figure, margins=(PADDING, 16, PADDING, 0)))

    def _block(self, title: str) -> QWidget:
        head = Words(self._look, title, SMALL_LABEL, ink2)
        return holding(column(head, margins=(PADDING, 10, PADDING, 4)))

    def _of_block(
        self, of_block: OfBlock, known: Mapping[Finding, FindingBox]
    ) -> Iterator[QWidget]:
        yield self._part(of_block.place, partial(self._block, of_block.title))
        whole = of_block.place in self._whole
        shown = of_block.findings if whole else of_block.findings[:MOST]
        for finding in shown:
            yield self._box(finding, known)
        if len(shown) < len(of_block.findings):
            more = f"Show {len(of_block.findings) - len(shown)} more"
            name = f"{more} {NOUNS[of_block.place[0]][1]}: {of_block.title}"
            yield self._opener(more, name, lambda: self._whole.add(of_block.place))

    def _ignored(self, ignored: tuple[Ignored, ...]) -> Iterator[QWidget]:
        yield self._part("rule", self._rule)
        label = f"{'Hide' if self._ignored_wide else 'Show'} {len(ignored)} ignored"
        yield self._opener(label, label, self._turn_ignored)
        yield from map(self._ignored_box, ignored if self._ignored_wide else ())

    def _ignored_box(self, ignored: Ignored) -> QWidget:
        box, again = ignored_box(self._look, ignored)
        again.clicked.connect(partial(self._look_again, ignored.finding))
        self._rows.append(again)
        self._parts[again] = box
        return box

    def _box(self, finding: Finding, known: Mapping[Finding, FindingBox]) -> FindingBox:
        box = known.get(finding)
        if box is None:
            check = self._checks.get(finding.check)
            box = FindingBox(self._look, finding, check.rule if check else "")
            box.chosen.connect(self._go)
            box.unfold_asked.connect(self._unfold)
            box.ignored.connect(self._ignore)
        self._boxes[finding] = box
        box.unfold(wide=_key(finding) == self._unfolded)
        self._rows.append(box.row)
        return box

    def _opener(self, label: str, name: str, act: Callable[[], object]) -> QWidget:
        button = Button(self._look, label, Weight.QUIET)
        button.setAccessibleName(name)
        button.clicked.connect(act)
        button.clicked.connect(self._fill_again)
        self._rows.append(button)
        return self._part(button, lambda: holding(row(button, None)))

    def _rule(self) -> QWidget:
        return holding(column(Rule(self._look), margins=(PADDING, 20, PADDING, 8)))

    def _part(self, key: object, make: Callable[[], QWidget]) -> QWidget:
        """What is known under this key, or is made now."""
        part = self._known.get(key) or make()
        self._parts[key] = part
        return part

    def _fill_again(self) -> None:
        if self._shown is not None:
            self._fill(self._shown)

    def _turn_ignored(self) -> None:
        self._ignored_wide = not self._ignored_wide

    def _go(self, finding: Finding) -> None:
        """To the notes, the entry or the block it speaks of, or to the whole board; and it says why."""
        self._unfold(finding, wide=True)
        notes = [each for each in finding.notes if each in self._view.board.notes]
        if notes:
            self._view.select(notes)
        elif finding.entries:
            self._guide.show_panel(ENTRY, finding.entries[0])
        elif finding.block is not None:
            self._view.zoom_to_block(finding.block)
        else:
            self._view.fit()

    def _unfold(self, finding: Finding, wide: bool) -> None:  # noqa: FBT001  # from a signal
        self._unfolded = _key(finding) if wide else None
        for each, box in self._boxes.items():
            box.unfold(wide=_key(each) == self._unfolded)

    def _ignore(self, finding: Finding, reason: str) -> None:
        self._guide.perform(waive(self._view.board, finding.check, finding.about, reason))

    def _look_again(self, finding: Finding, *_: bool) -> None:
        self._guide.perform(unwaive(self._view.board, finding.check, finding.about))

    def _drop(self, parts: list[QWidget]) -> None:
        for part in parts:
            part.hide()
            part.deleteLater()


def _key(finding: Finding) -> Key:
    return finding.check, finding.about
