"""Through which lens a page looks: chosen in the bar, its menu or by key, followed by what stands around the board."""

from __future__ import annotations

from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject

from canvasapp.app.commands import Deeds
from canvasapp.app.deck import Deck
from canvasapp.app.settings import Settings
from canvasapp.app.top_bar import LENSES, TopBar
from canvasapp.app.work_area import Wish, WorkArea
from canvasapp.controls.look import Look
from canvasapp.controls.menus import Menu, opens_menu
from canvasapp.panels import Guide
from canvasapp.view.board_view import BoardView
from canvasapp.view.lens import Lens
from canvasapp.view.lenses import Lenses

GAPS_PANEL = "gaps"


class Around(Protocol):
    """What the lens concerns of a page's parts."""

    top: TopBar
    area: WorkArea
    deck: Deck
    view: BoardView

    def show_tools(self, *, shown: bool) -> None: ...


class LensControl(QObject):
    """The lens chosen last is that of the next workshop and of the next start too."""

    def __init__(self, around: Around, guide: Guide, look: Look) -> None:
        super().__init__(around.view)
        self._around, self._guide = around, guide
        self._settings: Settings | None = None
        self._left: bool | None = None
        self.menu = Menu(look, "Lens", around.top, marked=True)
        opens_menu(around.top.few, self.menu)
        self.menu.aboutToShow.connect(self._fill_menu)
        around.top.lens.chosen.connect(lambda value: self.choose(Lens(value)))
        self._lenses.changed.connect(self._follow_lens)

    @property
    def deeds(self) -> Deeds:
        """What its actions do, by their ids."""
        return {f"lens-{each.value}": partial(self.choose, each) for each in Lens}

    def follow(self, settings: Settings) -> None:
        """The first time as it was left; later only this page changes it."""
        if self._settings is None:
            self._settings = settings
            self.choose(settings.lens)

    def choose(self, lens: Lens) -> None:
        """Looks through this lens; with the gaps comes the list of them, and goes with them."""
        self._around.view.bench.perform(partial(self._lenses.show, lens))
        if self._lenses.lens is Lens.GAPS:
            self._guide.show_panel(GAPS_PANEL)
        elif self._around.deck.shown == GAPS_PANEL:
            self._guide.leave_panel()

    @property
    def _lenses(self) -> Lenses:
        return self._around.view.bench.lenses

    def _follow_lens(self, value: str) -> None:
        lens, around = Lens(value), self._around
        around.top.show_lens(lens)
        around.show_tools(shown=lens is not Lens.MIRROR)
        self._make_room(lens)
        if self._settings is not None:
            self._settings.lens = lens

    def _make_room(self, lens: Lens) -> None:
        """Gaps are looked at on the whole board: the lists at the left give way, and come back."""
        area = self._around.area
        if lens is Lens.GAPS:
            self._left = area.arrangement.left
            area.wish_for(Wish(left=False, right=area.wish.right))
        elif self._left:
            self._left = None
            area.wish_for(Wish(left=None, right=area.wish.right))

    def _fill_menu(self) -> None:
        self.menu.clear()
        for lens, name, _ in LENSES:
            entry = self.menu.addAction(name, partial(self.choose, lens))
            entry.setCheckable(True)
            entry.setChecked(lens is self._lenses.lens)
