"""Images on their way onto the board: read and kept beside the window, then put there by one edit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QFileDialog

from canvasapp.domain.board import Board
from canvasapp.domain.change import Edit
from canvasapp.domain.errors import ExpectedError
from canvasapp.domain.geometry import Point, Rect
from canvasapp.domain.records import Attachment, Entry, Note, NoteKind
from canvasapp.edits.images import LONGEST, add_images, fitted_rect, image_rects, set_image
from canvasapp.edits.journal import Journal
from canvasapp.edits.notes import paste
from canvasapp.painting import ImageSource
from canvasapp.painting.image_files import MEDIA_TYPES
from canvasapp.picture.image_picture import image_part
from canvasapp.picture.note_marks import NO_MARKS
from canvasapp.picture.note_picture import grown_height
from canvasapp.view.camera import Camera
from canvasapp.view.clipboard_images import MOST_CARRIED, Carried
from canvasapp.view.errands import Errands
from canvasapp.view.incoming import Brought, Delivery, Incoming, bring, from_file
from canvasapp.view.lifted_links import paint_on_sheet
from canvasapp.view.scene import Scene
from canvasapp.view.selection import Selection

Plan = Callable[[Board, Sequence[Brought]], Edit]
"""Makes the edit once the images are there."""

Touch = Callable[[Rect | None], None]
"""What lies there, or everything, must be drawn anew."""

AskFiles = Callable[[], list[Path]]
"""Asks which image files to add; none when none."""


def ask_in_dialog() -> list[Path]:
    """Asks in the system's own dialog."""
    endings = " ".join(f"*.{ending}" for ending in MEDIA_TYPES)
    window = QApplication.activeWindow()
    chosen, _ = QFileDialog.getOpenFileNames(window, "Add images", "", f"Images ({endings})")
    return [Path(each) for each in chosen]


@dataclass(frozen=True, slots=True)
class Copies:
    """Copied notes with their entries, to be put `way` mm from where they were, inside of `bounds`."""

    notes: Sequence[Note]
    entries: Sequence[Entry]
    way: Point
    bounds: Rect


@dataclass(frozen=True, slots=True)
class _Order:
    """Images that are being read for a board; `stand_in` is drawn where they will be."""

    board: str
    plan: Plan
    stand_in: Note


class Bringing(QObject):
    """A layer over one board in a window, which shows what is on its way. `told` carries a sentence."""

    told = Signal(str)

    def __init__(
        self,
        journal: Journal,
        scene: Scene,
        selection: Selection,
        touch: Touch,
        errands: Errands,
    ) -> None:
        super().__init__()
        self._journal, self._scene, self._selection = journal, scene, selection
        self._touch, self._errands = touch, errands
        self.ask_files: AskFiles = ask_in_dialog
        self._orders: list[_Order] = []

    def choose_for(self, at: Point, note: Note | None) -> None:
        """Asks for images: one goes onto the note, else they go onto the board with their middle there."""
        self._ask_soon(partial(self.bring_over, at=at, note=note))

    def choose_into(self, drawn: Rect) -> None:
        """Asks for an image that goes where a rectangle was drawn for it; of several that is the middle."""
        self._ask_soon(partial(self._bring_into, drawn=drawn))

    def bring_over(self, wanted: Sequence[Incoming], at: Point, note: Note | None) -> None:
        """One image onto a note if it can have one, else onto the board with their middle there."""
        if len(wanted) == 1 and note is not None and takes_image(note):
            self.bring(wanted, partial(_on_note, note_id=note.id), note.rect)
        else:
            self.bring_to(wanted, at)

    def bring_to(self, wanted: Sequence[Incoming], at: Point) -> None:
        """Images onto the board, with their middle there."""
        side = LONGEST
        rect = Rect(at.x - side / 2, at.y - side * 0.375, side, side * 0.75)
        self.bring(wanted, partial(_placed, at=at), rect)

    def bring_along(self, wanted: Sequence[Incoming], copies: Copies) -> None:
        """Copied notes with images from another workshop."""
        self.bring(wanted, partial(_pasted, copies=copies), copies.bounds)

    @property
    def source(self) -> ImageSource:
        """Gives the images of the workshop."""
        return self._journal.content

    def carried(self, notes: Iterable[Note]) -> list[Carried]:
        """The images of notes with their contents, to be copied; what is lost or over MOST_CARRIED stays behind."""
        carried: list[Carried] = []
        room = MOST_CARRIED
        for image in dict.fromkeys(note.image for note in notes):
            attachment = self._scene.board.attachments.get(image or "")
            if attachment is not None:
                content = self._content(attachment) if attachment.size <= room else None
                room -= len(content or b"")
                carried.append((attachment, content))
        return carried

    def bring(self, wanted: Sequence[Incoming], plan: Plan, shown_at: Rect) -> None:
        """Does what `plan` makes of the images once they are there."""
        names = wanted[0].name if len(wanted) == 1 else f"{len(wanted)} images"
        self.told.emit(f"Adding {names}")  # first, as they may be there before this returns
        board = self._scene.board.id
        order = _Order(board, plan, _stand_in(board, names, shown_at))
        self._orders.append(order)
        fetch = partial(bring, wanted, self._journal.keep_content)
        self._errands.run(fetch, partial(self._take, order))
        self._touch(None)

    def paint(self, painter: QPainter, camera: Camera) -> None:
        """Paints frames where images will be, in device pixels of the view."""
        for order in self._orders:
            if order.board == self._scene.board.id:
                part = image_part(order.stand_in, self._scene.options.theme, NO_MARKS)
                paint_on_sheet(painter, camera, self._scene, part)

    def _ask_soon(self, then: Callable[[list[Incoming]], None]) -> None:
        """When the gesture is over: a dialog holds up what opens it."""

        def ask() -> None:
            wanted = [from_file(path) for path in self.ask_files()]
            if wanted:
                then(wanted)

        QTimer.singleShot(0, self, ask)

    def _content(self, attachment: Attachment) -> bytes | None:
        try:
            return self._journal.content(attachment.id)
        except ExpectedError:
            return None

    def _bring_into(self, wanted: Sequence[Incoming], drawn: Rect) -> None:
        if len(wanted) == 1:
            self.bring(wanted, partial(_fitted, drawn=drawn), drawn)
        else:
            self.bring_to(wanted, drawn.centre)

    def _take(self, order: _Order, delivery: Delivery) -> None:
        self._orders = [each for each in self._orders if each is not order]
        self._touch(None)
        board = self._journal.workshop.boards.get(order.board)
        if board is None:
            return
        edit = order.plan(board, delivery.brought)
        try:
            self._journal.commit(edit)
        except ExpectedError as error:
            self.told.emit(str(error))
            return
        notes = [each.after.id for each in edit.changes if isinstance(each.after, Note)]
        if board.id == self._scene.board.id and notes:
            self._selection.set(notes)
        self.told.emit(_summary(edit, delivery.refused))


def takes_image(note: Note) -> bool:
    return note.kind is NoteKind.NOTE and not note.locked


def _placed(board: Board, brought: Sequence[Brought], at: Point) -> Edit:
    rects = image_rects([each.size for each in brought], at)
    return add_images(board, zip((each.attachment for each in brought), rects, strict=True))


def _fitted(board: Board, brought: Sequence[Brought], drawn: Rect) -> Edit:
    return add_images(board, ((each.attachment, fitted_rect(each.size, drawn)) for each in brought))


def _on_note(board: Board, brought: Sequence[Brought], note_id: str) -> Edit:
    note = board.notes.get(note_id)
    if note is None or not brought:
        return Edit("Put image on note", ())
    height = grown_height(note.text, note.w, note.h, pictured=bool(note.text))
    return set_image(board, note_id, brought[0].attachment, height)


def _pasted(board: Board, brought: Sequence[Brought], copies: Copies) -> Edit:
    attachments = [each.attachment for each in brought]
    return paste(board, copies.notes, copies.way.x, copies.way.y, attachments, copies.entries)


def _stand_in(board: str, name: str, rect: Rect) -> Note:
    """What is drawn until the image is there."""
    place = (rect.x, rect.y, rect.w, rect.h)
    return Note("", board, None, None, None, name, None, *place, "", NoteKind.IMAGE)


def _summary(edit: Edit, refused: Sequence[str]) -> str:
    match len(refused):
        case 0:
            return "" if not edit else edit.label.replace("Add", "Added", 1)
        case 1:
            return refused[0]
        case 2:
            return f"{refused[0]} One more was refused."
        case count:
            return f"{refused[0]} {count - 1} more were refused."
