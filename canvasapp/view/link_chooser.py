"""A float at the selected link: what it says, and how to take it away. It holds up nothing."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from canvasapp.controls.buttons import IconButton
from canvasapp.controls.icons import IN_BUTTON
from canvasapp.controls.layouts import row
from canvasapp.controls.look import Look
from canvasapp.controls.painting import FLOAT_DEPTH
from canvasapp.controls.segment import Segment
from canvasapp.controls.surface import Float
from canvasapp.domain.records import LinkKind
from canvasapp.picture.link_picture import SAID
from canvasapp.picture.theme import Theme
from canvasapp.view.camera import Camera
from canvasapp.view.linking import Linking

ABOVE = 16
MARGIN = 8
PADDING = 4


class LinkChooser(Float):
    """Lies over `view` while a link is selected."""

    def __init__(self, view: QWidget, linking: Linking, theme: Theme) -> None:
        super().__init__(Look(theme), view)
        self._view, self._linking = view, linking
        options = [(kind.value, said.capitalize()) for kind, said in SAID.items()]
        self.kinds = Segment(self.look, "Link", options, LinkKind.LEADS_TO.value)
        self.remove = IconButton(
            self.look, "trash-2", "Remove link", keys="Del", icon_size=IN_BUTTON
        )
        margins = (PADDING, PADDING, PADDING, PADDING + FLOAT_DEPTH)
        self.setLayout(row(self.kinds, self.remove, gap=4, margins=margins))
        self.hide()

    def wear(self, theme: Theme) -> None:
        self.look.theme = theme
        self.update()

    def follow(self, camera: Camera) -> None:
        """Shows what the selected link says, over its middle; goes when none is selected."""
        link, middle = self._linking.selected, self._linking.middle_of_selected()
        if link is None or middle is None:
            self.hide()
            return
        self.kinds.show_chosen(link.kind.value)
        self.adjustSize()
        x, y = camera.to_view(middle)
        left = min(x - self.width() / 2, self._view.width() - self.width() - MARGIN)
        left = max(left, MARGIN)
        ends = [camera.to_view(end) for end in self._linking.ends_of_selected()]
        top = self._beside(y, [at for x, at in ends if left <= x <= left + self.width()])
        lowest = self._view.height() - self.height() - MARGIN
        self.move(round(left), round(max(min(top, lowest), MARGIN)))
        self.show()

    def _beside(self, middle: float, ends: list[float]) -> float:
        """Its top over the middle, or under it where there is no room; past an end that it would lie on."""
        reach = ABOVE + self.height()
        above = min([middle, *(end for end in ends if middle - reach <= end)])
        below = max([middle, *(end for end in ends if end <= middle + reach)])
        top = above - reach + FLOAT_DEPTH
        return top if top >= MARGIN else below + ABOVE
