"""The page that brings notes over: which ones, how, and a picture of where they will lie before it is done."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from canvasapp.controls.buttons import Button, Weight
from canvasapp.controls.layouts import column, holding, row
from canvasapp.controls.letters import SECTION, SMALL
from canvasapp.controls.look import Look, ink, ink2
from canvasapp.controls.segment import Segment
from canvasapp.controls.surface import Surface
from canvasapp.controls.words import Words
from canvasapp.domain.board import Workshop
from canvasapp.domain.change import Edit
from canvasapp.domain.covering import covers
from canvasapp.domain.template import Perspective
from canvasapp.painting.images import Images
from canvasapp.panels.overview.candidate_list import CandidateList
from canvasapp.panels.overview.flows import BoardBlock, Kin, flows_of, kin_of
from canvasapp.panels.overview.kin_list import KinList
from canvasapp.panels.overview.preview import BlockPreview
from canvasapp.panels.overview.ways import Way, arriving, bringing, candidates, proposed
from canvasapp.templates.concepts import Concept

MARGIN = 16
KEEPS, ONE, COPY = "", "one", "copy"
VIEWS = (
    (KEEPS, "As here"),
    (Perspective.OUR.value, "Ours"),
    (Perspective.CUSTOMER.value, "Customer’s"),
)
HOW = ((ONE, "One note in both"), (COPY, "A copy"))
ONE_SAID = "What is said of a note in one place is said in the other."
COPY_SAID = "A copy is a note of its own from then on."
CROWDED = "There is too little room: some will lie over others."
NOWHERE = "Choose a block of another board."
ONLY_BOARD = "The workshop has only this board. Make another one to bring notes over."


class BringPage(QWidget):
    """`brought` with the edit that was previewed and the block it brings notes to; `asked` for a block to go to."""

    brought = Signal(object, object)
    asked = Signal(object)

    def __init__(self, look: Look, concepts: Iterable[Concept], images: Images) -> None:
        super().__init__()
        self._look, self._concepts = look, tuple(concepts)
        self._workshop: Workshop | None = None
        self._block: BoardBlock | None = None
        self._other: BoardBlock | None = None
        self._way: Way | None = None
        self._ticked: frozenset[str] | None = None
        self._preferred: tuple[str, ...] = ()
        self._edit = Edit("", ())
        self.kin, self.notes = KinList(look), CandidateList(look)
        self.view = Segment(look, "View there", VIEWS, KEEPS)
        self.view.mark(Perspective.OUR.value, Perspective.OUR)
        self.view.mark(Perspective.CUSTOMER.value, Perspective.CUSTOMER)
        self.view.keep_words()
        self.how = Segment(look, "How", HOW, ONE)
        self.preview = BlockPreview(look, images)
        self.bring = Button(look, "Bring over", Weight.PRIMARY)
        self._target, self._whose = (
            Words(look, "", SECTION, ink, most=1),
            Words(look, "", SMALL, ink2, most=1),
        )
        self._said, self._room = Words(look, "", SMALL, ink2), Words(look, "", SMALL, ink2)
        self._go = Button(look, "Go there", Weight.QUIET, after="arrow-right")
        self._lay_out()
        self._listen()

    def ask(self, block: BoardBlock, preferred: tuple[str, ...] = ()) -> None:
        """From now on about this block; the `preferred` notes are ticked where they may come along."""
        self._block, self._other, self._ticked, self._preferred = block, None, None, preferred

    def show_workshop(self, workshop: Workshop, here: BoardBlock) -> None:
        """`here` is the block that it is about when it has not been asked yet, or that one has gone."""
        self._workshop = workshop
        if self._block is None or not _is_there(workshop, self._block):
            self.ask(here)
        block = self._block or here
        flows = flows_of(workshop, self._concepts, block)
        kin = [each.there for each in (*flows.feeds, *flows.fed_by)]
        if self._other is None or not _is_there(workshop, self._other):
            self._other = kin[0] if kin else None
        strange = self._other if self._other not in kin else None
        self.kin.show_flows(workshop, block, flows, _as_kin(workshop, strange))
        self.kin.mark_chosen(self._other)
        self._show_way(workshop, block, is_fed=self._other in [e.there for e in flows.fed_by])

    def take_keyboard(self) -> None:
        stops = [*self.notes.possible, *self.kin.rows, self.kin.block_button]
        stops[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_way(self, workshop: Workshop, block: BoardBlock, *, is_fed: bool) -> None:
        """Which notes may come, and what the target would look like with those that are ticked."""
        if self._other is None:
            self._way = None
            self.notes.say(NOWHERE if len(workshop.boards) > 1 else ONLY_BOARD)
            self._show_nowhere()
            return
        self._show_parts(shown=True)
        source, target = (self._other, block) if is_fed else (block, self._other)
        view = Perspective(self.view.value) if self.view.value else None
        self._way = Way(source, target, view, self.how.value == COPY)
        found = candidates(workshop, self._way)
        possible = {each.note.id for each in found if not each.why}
        wanted = proposed(found, self._preferred) if self._ticked is None else self._ticked
        ticked = wanted & possible
        self.notes.show_notes(workshop.boards[source.board], source.block, found, ticked)
        self._preview(workshop, self._way, [e.note.id for e in found if e.note.id in ticked])

    def _preview(self, workshop: Workshop, way: Way, ids: list[str]) -> None:
        self._edit = bringing(workshop, way, ids)
        after = workshop.after(self._edit).boards[way.target.board]
        arrived = arriving(self._edit, way.target.board)
        self.preview.show_block(after, way.target.block, arrived)
        self._room.say(CROWDED if covers(after, arrived) else "")
        self._target.say(f"To {after.template.block(way.target.block).title}")
        self._whose.say(after.head.title)
        self._said.say(COPY_SAID if way.copies else ONE_SAID)
        count = "1 note" if len(ids) == 1 else f"{len(ids)} notes"
        verb = "Copy" if way.copies else "Bring over"
        self.bring.say(f"{verb} {count}" if ids else verb)
        self.bring.setEnabled(bool(ids))

    def _show_nowhere(self) -> None:
        self._edit = Edit("", ())
        self._show_parts(shown=False)
        for words in (self._target, self._whose, self._room):
            words.say("")

    def _show_parts(self, *, shown: bool) -> None:
        """What is of use only where there is a target."""
        for part in (self._options, self.preview, self.bring, self._go):
            part.setVisible(shown)

    def _lay_out(self) -> None:
        look = self._look
        middle = Surface(look, Qt.Edge.RightEdge)
        notes = column(margins=(0, 0, 1, 0))
        notes.addWidget(self.notes, 1)
        options = column(
            Words(look, "View there", SMALL, ink2),
            4,
            self.view,
            12,
            self.how,
            6,
            self._said,
            margins=(MARGIN, 12, MARGIN, MARGIN),
        )
        self._options = holding(options)
        notes.addWidget(self._options)
        middle.setLayout(notes)
        target = column(self._target, self._whose, 12, margins=(MARGIN, MARGIN, MARGIN, MARGIN))
        target.addWidget(self.preview, 1)
        target.addSpacing(12)
        target.addWidget(self._room)
        target.addSpacing(8)
        target.addLayout(row(self._go, None, self.bring))
        whole = QHBoxLayout()
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.kin)
        whole.addWidget(middle, 4)
        whole.addLayout(target, 5)
        self.setLayout(whole)

    def _listen(self) -> None:
        self.kin.block_chosen.connect(self._choose_block)
        self.kin.kin_chosen.connect(self._choose_other)
        self.notes.ticked.connect(self._tick)
        self.view.chosen.connect(self._show_again)
        self.how.chosen.connect(self._choose_how)
        self.bring.clicked.connect(self._bring)
        self._go.clicked.connect(self._go_there)

    def _choose_block(self, block: BoardBlock) -> None:
        self.ask(block)
        self._show_again()

    def _choose_other(self, other: BoardBlock) -> None:
        self._other, self._ticked = other, None
        self._show_again()

    def _choose_how(self) -> None:
        """What can not be one note in both may be copied: the ticks begin anew."""
        self._ticked = None
        self._show_again()

    def _tick(self, ids: frozenset[str]) -> None:
        self._ticked = ids
        self._show_again()

    def _show_again(self) -> None:
        if self._workshop is not None and self._block is not None:
            self.show_workshop(self._workshop, self._block)

    def _go_there(self) -> None:
        if self._way is not None:
            self.asked.emit(self._way.target)

    def _bring(self) -> None:
        """What was previewed; from then on there is something else to choose."""
        if self._way is not None:
            self._ticked, self._preferred = None, ()
            self.brought.emit(self._edit, self._way.target)


def _is_there(workshop: Workshop, there: BoardBlock) -> bool:
    board = workshop.boards.get(there.board)
    return board is not None and there.block in {block.id for block in board.template.blocks}


def _as_kin(workshop: Workshop, there: BoardBlock | None) -> Kin | None:
    if there is None:
        return None
    board = workshop.boards[there.board]
    return kin_of(board, board.template.block(there.block))
