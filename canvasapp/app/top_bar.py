"""The bar at the top: which workshop, which board, through which lens; undo, and what leaves the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget

from canvasapp.app.work_area import Arrangement
from canvasapp.controls.buttons import Button, IconButton, Weight
from canvasapp.controls.fields import WIDEST, Name, NameField
from canvasapp.controls.layouts import holding, row
from canvasapp.controls.letters import LABEL, STRONG
from canvasapp.controls.look import Look
from canvasapp.controls.segment import Segment
from canvasapp.controls.surface import Surface
from canvasapp.controls.words import Words
from canvasapp.domain.template import Perspective
from canvasapp.edits.workshops import is_untitled
from canvasapp.view.lens import Lens

HEIGHT = 48
SIDE = 12
LENSES_FROM, LENS_FROM = 1040, 860
WORDS_FROM = 1140
"""From so many px on all lenses are in sight, or the one in use with a menu; else they are in the menu at the end.

What presents has words from WORDS_FROM on."""

LENSES = (
    (Lens.BOTH, "Both", "Both views"),
    (Lens.OURS, "Ours", "Our view alone"),
    (Lens.CUSTOMERS, "Customer’s", "The customer’s view alone"),
    (Lens.MIRROR, "Mirror", "A block with its two views side by side"),
    (Lens.GAPS, "Gaps", "Where the two views part"),
)
"""In the order of their keys: what they are called, and what they show."""


class TopBar(Surface):
    """Shows what it is told; what its controls do is the page's."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, Qt.Edge.BottomEdge)
        self.setFixedHeight(HEIGHT)
        self.home = IconButton(look, "house", "Workshops", keys="Alt+Home")
        self.lists = IconButton(look, "panel-left", "Blocks and parties")
        self.questions = IconButton(look, "panel-right", "Questions", keys="Ctrl+.")
        for button in (self.lists, self.questions):
            button.setCheckable(True)
            button.hide()
        self.title = Name(look, "Workshop", STRONG)
        self.board = BoardName(look)
        self.undo = IconButton(look, "undo-2", "Undo", keys="Ctrl+Z")
        self.redo = IconButton(look, "redo-2", "Redo", keys="Ctrl+Shift+Z")
        self.search = IconButton(look, "search", "Find", keys="Ctrl+F")
        self.export = IconButton(look, "printer", "Print or save as a file", keys="Ctrl+P")
        self.more = IconButton(look, "ellipsis", "More")
        self.present = Button(look, "Present", Weight.PRIMARY, icon="presentation")
        self.present.explain("Show the board on the other screen", "F5")
        self.lens = _lens_segment(look)
        self.few = Button(look, "", Weight.QUIET, after="chevron-down")
        self.show_lens(Lens.BOTH)
        self._lay_out()

    def _lay_out(self) -> None:
        slash = Words(self.look, "/", LABEL, lambda theme: theme.field)
        slash.setFixedWidth(slash.sizeHint().width())
        left = row(self.home, self.lists, 2, self.title, 4, slash, 4, self.board, None)
        buttons = (
            self.undo,
            self.redo,
            self.search,
            self.export,
            self.more,
            self.questions,
            4,
            self.present,
        )
        layout = row(gap=8, margins=(SIDE, 0, SIDE, 1))
        layout.addWidget(
            holding(left), 1
        )  # as wide as what is at the right: the lenses are centred
        layout.addWidget(self.lens)
        layout.addWidget(self.few)
        layout.addWidget(holding(row(None, *buttons, gap=4)), 1)
        self.setLayout(layout)

    def show_titles(self, workshop: str, board: str) -> None:
        self.title.say(workshop, invites=is_untitled(workshop))
        self.board.say(board)

    def show_lens(self, lens: Lens) -> None:
        self.lens.show_chosen(lens.value)
        name, what = next((name, what) for each, name, what in LENSES if each is lens)
        self.few.say(name)
        self.few.setAccessibleName(f"Lens: {name}")
        self.few.explain(what)

    def resizeEvent(self, event: QResizeEvent) -> None:
        width = event.size().width()
        self.lens.setVisible(width >= LENSES_FROM)
        self.few.setVisible(LENS_FROM <= width < LENSES_FROM)
        self.present.show_words(shown=width >= WORDS_FROM)
        layout = self.layout()
        assert isinstance(layout, QBoxLayout)  # made above
        layout.setStretch(layout.count() - 1, 1 if width >= LENSES_FROM else 0)

    def show_presenting(self, *, on: bool) -> None:
        """What the button at the end does next."""
        self.present.say("End presenting" if on else "Present")

    def show_history(self, undo: str | None, redo: str | None) -> None:
        """What undo and redo would do; None when there is nothing."""
        self.undo.setEnabled(undo is not None)
        self.undo.explain(f"Undo: {undo}" if undo else "Nothing to undo", "Ctrl+Z")
        self.redo.setEnabled(redo is not None)
        self.redo.explain(f"Redo: {redo}" if redo else "Nothing to redo", "Ctrl+Shift+Z")

    def show_panels(self, arrangement: Arrangement) -> None:
        """Offers what has no room of its own, and marks what lies over the board."""
        self.lists.setVisible(arrangement.left_over)
        self.lists.setChecked(arrangement.left)
        self.questions.setVisible(arrangement.right_over)
        self.questions.setChecked(arrangement.right)


def _lens_segment(look: Look) -> Segment:
    segment = Segment(look, "Lens", [(each.value, name) for each, name, _ in LENSES], Lens.BOTH)
    segment.mark(Lens.OURS, Perspective.OUR)
    segment.mark(Lens.CUSTOMERS, Perspective.CUSTOMER)
    segment.keep_words()
    for place, (each, _, what) in enumerate(LENSES, start=1):
        segment.explain(each, what, f"Alt+Shift+{place}")
    return segment


class BoardName(QStackedWidget):
    """The board's title as a button that opens the list of boards, or as a field while it is renamed."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.button = Button(look, "", Weight.QUIET, after="chevron-down")
        self.button.give_way(WIDEST)
        self.button.explain("Boards of this workshop")
        self.field = NameField(look, "Title of the board", LABEL)
        self.addWidget(self.button)
        self.addWidget(self.field)
        self.field.left.connect(lambda: self.setCurrentWidget(self.button))
        self._title = ""

    def say(self, title: str) -> None:
        self._title = title
        self.button.say(title)
        self.button.setAccessibleName(f"Board: {title}")

    def rename(self) -> None:
        """Opens the title for change."""
        self.setCurrentWidget(self.field)
        self.field.begin(self._title)
