"""What a tool may see and do: the board, what lies under the pointer, the overlay, and edits to commit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from canvasapp.domain.board import Board
from canvasapp.domain.change import Edit
from canvasapp.domain.geometry import Point, Rect
from canvasapp.domain.records import Link, Note, NoteKind
from canvasapp.domain.template import Block
from canvasapp.edits.journal import Journal
from canvasapp.edits.notes import HEADING, add_heading, add_note, duplicate_notes
from canvasapp.edits.placing import place_about, place_beside, places_for
from canvasapp.edits.sealing import refuse_block
from canvasapp.picture.gap_picture import gap_notes_at
from canvasapp.picture.note_picture import grown_height
from canvasapp.picture.options import PictureOptions
from canvasapp.picture.theme import Theme
from canvasapp.view.ballot import Ballot
from canvasapp.view.beyond import Beyond
from canvasapp.view.bringing import Bringing
from canvasapp.view.camera import Camera
from canvasapp.view.errands import Errands
from canvasapp.view.guides import Guides
from canvasapp.view.hand import Hand
from canvasapp.view.handles import Handle, handle_at
from canvasapp.view.laser import Laser
from canvasapp.view.last_parties import LastParties
from canvasapp.view.link_ends import LinkEnd
from canvasapp.view.linking import Linking
from canvasapp.view.overlay import Overlay
from canvasapp.view.pointer import Pointer
from canvasapp.view.scene import Scene
from canvasapp.view.selection import Selection
from canvasapp.view.viewpoint import Viewpoint


class Stage(QObject):
    """The tools' view of one board in a window. Rectangles are in mm on the sheet."""

    writing = Signal()
    """Somebody is about to write: before `text_wanted`, as a text must not begin on a board that is only read."""
    text_wanted = Signal(object, object)
    description_wanted = Signal(object)
    block_entered = Signal(str)
    notes_sought = Signal(tuple)
    """Ids of notes to be selected and brought into the window, when the gesture is over."""
    block_visited = Signal(str)
    tool_used = Signal()

    def __init__(
        self,
        journal: Journal,
        scene: Scene,
        viewpoint: Viewpoint,
        selection: Selection,
        overlay: Overlay,
    ) -> None:
        super().__init__()
        self.selection = selection
        self.parties = LastParties()
        self.copied_by: Point | None = None
        self.beyond = Beyond()
        self.hand = Hand(scene, viewpoint, selection, overlay)
        self.hand.setParent(self)
        self.errands = Errands()
        self.errands.setParent(self)
        self.bringing = Bringing(journal, scene, selection, self.hand.touched.emit, self.errands)
        self.bringing.setParent(self)
        self.linking = Linking(journal, scene, selection, self.hand.touched.emit)
        self.ballot = Ballot(journal, scene, selection)
        self.ballot.setParent(self)
        self.guides = Guides(scene, viewpoint, self.hand.touched.emit)
        self.laser = Laser(scene, viewpoint, self.hand.touched.emit, self)
        self._journal = journal
        self._scene = scene
        self._viewpoint = viewpoint

    @property
    def board(self) -> Board:
        return self._scene.board

    @property
    def shown(self) -> list[Note]:
        """The notes that are seen as they lie on the board, in no order."""
        return [note for note in self._scene.index.notes if note]

    @property
    def printed(self) -> PictureOptions:
        """How the board looks on paper."""
        return PictureOptions(workshop=self._scene.options.workshop)

    @property
    def theme(self) -> Theme:
        return self._scene.options.theme

    def note_at(self, pointer: Pointer) -> Note | None:
        return self._scene.index.topmost(pointer.at, self._camera.mm(pointer.reach))

    def top_note(self, at: Point) -> Note | None:
        """The topmost note there."""
        return self._scene.index.topmost(at)

    def gap_notes_at(self, at: Point) -> tuple[str, ...]:
        """The notes that a sign there stands for, where the board shows gaps."""
        return gap_notes_at(self.board, at) if self._scene.options.gaps else ()

    def link_at(self, pointer: Pointer) -> Link | None:
        return self.linking.at(pointer.at, self._camera.mm(pointer.reach))

    def link_end_at(self, pointer: Pointer) -> LinkEnd | None:
        """The end of the selected link under the pointer."""
        return self.linking.end_at(pointer, self._camera)

    def handle_at(self, pointer: Pointer) -> Handle | None:
        """The handle of the selected note under the pointer; there are none when several are selected."""
        if len(self.selection.ids) != 1:
            return None
        note = self.board.note(self.selection.ids[0])
        return None if note.locked else handle_at(self._camera, note.rect, pointer.x, pointer.y)

    def ids_meeting(self, rect: Rect) -> list[str]:
        """The notes that share more than an edge with `rect`, lowest first."""
        return [note.id for note in self._scene.index.notes_meeting(rect)]

    def free_ids(self) -> list[str]:
        """The selected notes that are not locked."""
        return [each for each in self.selection.ids if not self.board.note(each).locked]

    def title_at(self, at: Point) -> Block | None:
        """The block whose title stands there."""
        for block in self.board.template.blocks:
            if block.rect.contains(at) and at.y < min(lane.rect.y for lane in block.lanes):
                return block
        return None

    def commit(self, edit: Edit) -> None:
        self._journal.commit(edit)

    def add(self, edit: Edit) -> None:
        """Commits an edit that makes notes, and selects them."""
        if not edit:
            return
        self._journal.commit(edit)
        notes = [change.after for change in edit.changes if isinstance(change.after, Note)]
        self.selection.set(note.id for note in notes)

    def add_copies(self, ids: Sequence[str], way: Point) -> None:
        """Copies of notes, `way` from their originals (mm); the next copies go the same way."""
        self.copied_by = way
        self.add(duplicate_notes(self.board, ids, way.x, way.y))

    def places_for(self, at: Point, texts: Sequence[str]) -> list[Rect]:
        """Room for a note of each text: in the lane at `at`, or off the blocks each a little beside the one before."""
        place = self.board.template.place_at(at)
        if place is not None:
            return places_for(self.board, place.block, place.perspective, texts, grown_height)
        first = place_about(self.board, at)
        high = (replace(first, h=grown_height(text, first.w, first.h)) for text in texts)
        return [rect.moved(6.0 * step, 6.0 * step) for step, rect in enumerate(high)]

    def done(self) -> None:
        """What the tool was taken for is made."""
        self.tool_used.emit()

    def edit_text(self, note: Note, at: Point | None = None) -> None:
        """Types into a note, the caret at a place on the sheet or at the end; a locked one is only selected.

        An image by itself has a description instead of a text. Raises SealedBlockError in a finished block.
        """
        self.selection.set([note.id])
        refuse_block(self.board, note.block)
        if note.kind is NoteKind.IMAGE and not note.locked:
            self.description_wanted.emit(note)
        elif not note.locked:
            self.writing.emit()
            self.text_wanted.emit(note, at)

    def made_of(self, rect: Rect) -> Note:
        """The note that would be made there."""
        return self._new_note(rect, self.party_at(rect.centre))

    def new_note(self, rect: Rect, question: str | None = None) -> None:
        """Types into a new note, which becomes one with its first words."""
        self.selection.clear()
        self._type_into(self._new_note(rect, self.party_at(rect.centre), question))

    def new_heading(self, rect: Rect) -> None:
        """Types into a new heading, whose letters are as large as `rect` is high."""
        self.selection.clear()
        self._type_into(self.heading_of(rect))

    def new_heading_at(self, at: Point) -> None:
        """A heading of the usual size that begins there."""
        width, height = HEADING
        self.new_heading(Rect(at.x, at.y - height / 2, width, height))

    def heading_of(self, rect: Rect, text: str = "") -> Note:
        """The heading that would be made there."""
        return _made(add_heading(self.board, rect, text))

    def place_about(self, at: Point) -> Rect:
        """Where a note lies that is made at `at`: on a question that nothing answers, else a wide one in the lane."""
        asked = self._scene.open_question_at(at)
        return asked.rect if asked else place_about(self.board, at)

    def new_note_at(self, at: Point) -> None:
        """Types into a new note there; on a question that nothing answers, it is an answer to it."""
        asked = self._scene.open_question_at(at)
        question = asked.id.rpartition("/")[2] if asked else None
        self.new_note(self.place_about(at), question)

    def party_at(self, at: Point) -> str | None:
        """Whose a new note with its middle at `at` is."""
        place = self.board.template.place_at(at)
        return self.parties.of(self.board, place.perspective if place else None)

    def pan(self, dx: float, dy: float) -> None:
        """Pushes the board by logical pixels."""
        self._viewpoint.pan(dx, dy)

    def zoom(self, factor: float, about: Pointer) -> None:
        """Shows everything so many times as large, with the same place under the pointer."""
        camera = self._viewpoint.goal
        self._viewpoint.fly(camera.zoomed(camera.zoom * factor, about.x, about.y))

    def show_area(self, area: Rect) -> None:
        """Shows an area as large as the window allows."""
        self._viewpoint.fit_rect(area)

    def visit(self, block: Block) -> None:
        """Goes to a block, or back to where the view was before."""
        self.block_visited.emit(block.id)

    def enter(self, block_id: str | None) -> None:
        """The block somebody works in; None changes nothing."""
        if block_id is not None:
            self.block_entered.emit(block_id)

    def enter_at(self, at: Point) -> None:
        place = self.board.template.place_at(at)
        self.enter(place.block if place else None)

    @property
    def _camera(self) -> Camera:
        return self._viewpoint.camera

    def _type_into(self, new: Note) -> None:
        self.enter(new.block)
        refuse_block(self.board, new.block)
        self.writing.emit()
        self.text_wanted.emit(new, None)

    def _new_note(self, rect: Rect, party: str | None, question: str | None = None) -> Note:
        """The note that would be made there."""
        return _made(add_note(self.board, rect, party=party, question=question))

    def go_on_beside(self, note: Note, way: Point) -> None:
        """Types on in the note beside this one, across or down; where there is none, in a new one like it.

        Both lie in the lane of this one.
        """
        rect = place_beside(self.board, note, way)
        for other in reversed(self._scene.index.notes_meeting(rect)):
            beside = rect.contains(other.rect.centre) or other.rect.contains(rect.centre)
            in_lane = (other.block, other.perspective) == (note.block, note.perspective)
            if beside and in_lane and other.id != note.id:
                self.edit_text(other)
                return
        self.selection.clear()
        self._type_into(self._new_note(rect, note.party))


def _made(edit: Edit) -> Note:
    note = edit.changes[0].after
    assert isinstance(note, Note)  # the edit adds one
    return note
