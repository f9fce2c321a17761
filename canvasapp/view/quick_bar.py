"""The bar of quick entry at the foot of the board: where notes go, and a line to write them in."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from canvasapp.controls.buttons import Button, IconButton, Weight
from canvasapp.controls.icons import IN_BUTTON
from canvasapp.controls.layouts import row
from canvasapp.controls.look import Look
from canvasapp.controls.menus import Menu, chip_icon, opens_menu
from canvasapp.controls.painting import CARD_RADIUS, FLOAT_DEPTH
from canvasapp.controls.surface import Float
from canvasapp.domain.records import Party
from canvasapp.domain.template import Perspective
from canvasapp.picture.theme import Theme
from canvasapp.view.clipboard import MOST_NOTES, CannotPasteError
from canvasapp.view.navigation import Navigation
from canvasapp.view.quick_entry import QuickEntry
from canvasapp.view.quick_field import LONGEST, QuickField
from canvasapp.view.stage import Stage
from canvasapp.view.viewpoint import FOOT

WIDEST, ONE_ROW_FROM, MARGIN = 760, 640, 16
PADDING, GAP = 6, 4
BLOCK_WIDEST, PARTY_WIDEST = 200, 140
VIEWS = {Perspective.OUR: "Our view", Perspective.CUSTOMER: "Customer’s view"}
NOBODY = "Nobody"
STEPS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
SEEN_AS = {Qt.Key.Key_O: Perspective.OUR, Qt.Key.Key_C: Perspective.CUSTOMER}
_ALT = Qt.KeyboardModifier.AltModifier
SLOTS = {Qt.Key(Qt.Key.Key_0.value + slot): slot for slot in range(9)}


class QuickBar(Float):
    """Lies over `view` and holds up nothing. `perform` does something, or tells why not and is False.

    The keys are as on the board: page keys choose the block, with Alt O and C the view, and digits the party.
    """

    def __init__(
        self,
        view: QWidget,
        stage: Stage,
        navigation: Navigation,
        theme: Theme,
        perform: Callable[[Callable[[], object]], bool],
    ) -> None:
        super().__init__(Look(theme), view, CARD_RADIUS)
        self._view, self._stage, self._perform = view, stage, perform
        self.entry = QuickEntry(stage, navigation, self.refresh)
        self.field = QuickField(self.look, self._take_key)
        self.field.entered.connect(self._add)
        self.field.overflowed.connect(lambda: perform(_refuse))
        self._fill()
        self.setAccessibleName("Quick entry")
        self.hide()

    def open(self) -> None:
        if not self.isVisible():
            self.entry.begin()
            self.place()
            self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_up(self) -> None:
        """The board has the keyboard again."""
        self._view.setFocus()
        self.hide()

    def wear(self, theme: Theme) -> None:
        self.look.theme = theme
        self.update()

    def place(self) -> None:
        """Over the tools, in the middle; in a narrow window the line lies under what is said of it."""
        width = min(WIDEST, self._view.width() - 2 * MARGIN)
        one_row = width >= ONE_ROW_FROM
        directions = QBoxLayout.Direction
        self._whole.setDirection(directions.LeftToRight if one_row else directions.TopToBottom)
        height = self.sizeHint().height()
        bottom = self._view.height() - FOOT - MARGIN
        self.setGeometry((self._view.width() - width) // 2, bottom - height, width, height)

    def refresh(self) -> None:
        """Says where notes go now."""
        target, board = self.entry.target, self._stage.board
        party = board.parties.get(target.party or "")
        self._say(self._block, "Block", board.template.block(target.block).title)
        self._say(self._perspective, "View", VIEWS[target.perspective])
        self._say(self._party, "Party", party.name if party else NOBODY)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._take_key(event)  # no other key goes on to the board

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001  # Qt's name
        """Tab goes round in the bar: the board keeps Tab for its notes."""
        stops: list[QWidget] = [
            self.field,
            self._block,
            self._perspective,
            self._party,
            self._close,
        ]
        here = stops.index(self.focusWidget()) if self.focusWidget() in stops else 0
        reason = Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
        stops[(here + (1 if next else -1)) % len(stops)].setFocus(reason)
        return True

    def _fill(self) -> None:
        look = self.look
        self._block = Button(look, "", Weight.QUIET, after="chevron-down")
        self._block.give_way(BLOCK_WIDEST)
        self._block.explain("Block", "PgDown")
        self._perspective = Button(look, "", Weight.QUIET)
        self._perspective.explain("The other view: Alt+O, Alt+C")
        self._perspective.clicked.connect(self._turn)
        self._party = Button(look, "", Weight.QUIET, after="chevron-down")
        self._party.give_way(PARTY_WIDEST)
        self._party.explain("Party: Alt+1 to Alt+8, Alt+0")
        self._close = IconButton(look, "x", "Close quick entry", keys="Esc", icon_size=IN_BUTTON)
        self._close.clicked.connect(self.close_up)
        for button, fill in ((self._block, self._fill_blocks), (self._party, self._fill_parties)):
            menu = Menu(look, parent=self, marked=True)
            menu.aboutToShow.connect(partial(fill, menu))
            opens_menu(button, menu)
        margins = (PADDING, PADDING, PADDING, PADDING + FLOAT_DEPTH)
        line = row(self.field, self._close, gap=2)
        line.setStretch(0, 1)
        where = row(self._block, self._perspective, self._party, None, gap=2)
        self._whole = row(where, line, margins=margins, gap=GAP)
        self._whole.setStretch(1, 1)
        self.setLayout(self._whole)

    def _say(self, button: Button, what: str, value: str) -> None:
        button.say(value)
        button.setAccessibleName(f"{what}: {value}")

    def _fill_blocks(self, menu: Menu) -> None:
        menu.clear()
        for block in self.entry.blocks:
            entry = menu.add_name(block.title)
            entry.setCheckable(True)
            entry.setChecked(block.id == self.entry.target.block)
            entry.triggered.connect(lambda _=False, id_=block.id: self.entry.go_to(id_))

    def _fill_parties(self, menu: Menu) -> None:
        menu.clear()
        for party in self._parties():
            entry = menu.add_name(party.name)
            ratio = self.devicePixelRatioF()
            entry.setIcon(chip_icon(self.look, party.initials, party.slot, ratio))
            entry.triggered.connect(lambda _=False, id_=party.id: self.entry.give_to(id_))
        menu.addSeparator()
        menu.addAction(NOBODY, partial(self.entry.give_to, None))

    def _parties(self) -> list[Party]:
        return sorted(self._stage.board.parties.values(), key=lambda each: (each.slot, each.name))

    def _turn(self) -> None:
        ours = self.entry.target.perspective is Perspective.OUR
        self.entry.see_as(Perspective.CUSTOMER if ours else Perspective.OUR)

    def _take_key(self, event: QKeyEvent) -> bool:
        """Whether the key is one of the bar's own."""
        key = Qt.Key(event.key())
        by_alt = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == _ALT
        if key == Qt.Key.Key_Escape:
            self.close_up()
        elif key in STEPS:
            self.entry.step(STEPS[key])
        elif by_alt and key in SEEN_AS:
            self.entry.see_as(SEEN_AS[key])
        elif by_alt and key in SLOTS:
            self._give_to(SLOTS[key])
        else:
            return False
        return True

    def _give_to(self, slot: int) -> None:
        """A slot that no party has means nothing; 0 is nobody."""
        party = next((each.id for each in self._parties() if each.slot == slot), None)
        if party is not None or slot == 0:
            self.entry.give_to(party)

    def _add(self, lines: list[str]) -> None:
        if self._perform(lambda: self._enter(lines)):
            self.field.empty()

    def _enter(self, lines: list[str]) -> None:
        if len(lines) > MOST_NOTES:
            raise CannotPasteError(
                f"These would become {len(lines):,} notes, and at most {MOST_NOTES:,} are made at a time: "
                "paste them in parts."
            )
        self.entry.add(lines)


def _refuse() -> None:
    raise CannotPasteError(
        f"This is longer than {LONGEST:,} characters, so nothing was taken: paste it in parts."
    )
