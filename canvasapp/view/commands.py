"""What keys and menus do to the selected notes."""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QClipboard

from canvasapp.domain.geometry import Point, Rect
from canvasapp.domain.reading import reading_order
from canvasapp.domain.records import Note
from canvasapp.domain.template import Perspective
from canvasapp.edits.notes import (
    Stack,
    add_notes,
    move_notes,
    paste,
    remove_notes,
    restack,
    set_party,
    set_perspective,
)
from canvasapp.edits.pile import height
from canvasapp.edits.tables import Table
from canvasapp.edits.wording import clean_text
from canvasapp.view.arranging import Arranging
from canvasapp.view.bringing import Copies
from canvasapp.view.cells import table_from
from canvasapp.view.clipboard import (
    copied,
    entries_from,
    notes_from,
    text_from,
    texts_from,
    to_mime,
)
from canvasapp.view.clipboard_images import attachments_in
from canvasapp.view.files import as_copied, images_in
from canvasapp.view.navigation import Navigation
from canvasapp.view.neighbours import nearest
from canvasapp.view.picture_copy import PictureCopy
from canvasapp.view.stage import Stage

BESIDE = Point(10.0, 10.0)
"""How far from the original a copy is put, in mm."""

Offer = Callable[[Table, Point, Callable[[], object]], object]
"""Asks what a table shall become at a place in mm, or a note of each cell after all."""


class Commands:
    """Each is one edit, of the notes selected when it is called. `where` tells where to paste, in mm."""

    def __init__(
        self,
        stage: Stage,
        navigation: Navigation,
        clipboard: QClipboard,
        where: Callable[[], Point],
        offer: Offer,
    ) -> None:
        self._stage = stage
        self._navigation = navigation
        self._clipboard = clipboard
        self._where = where
        self._offer = offer
        self.linking, self.ballot = stage.linking, stage.ballot
        self.arranging = Arranging(stage, where)

    @property
    def ids(self) -> tuple[str, ...]:
        return self._stage.selection.ids

    def selected(self) -> list[Note]:
        return [self._stage.board.note(each) for each in self.ids]

    def nudge(self, dx: float, dy: float) -> None:
        self._stage.commit(move_notes(self._stage.board, self.ids, dx, dy))

    def delete(self) -> None:
        """Takes the selected notes away, or the selected link."""
        self._stage.linking.remove()
        self._stage.commit(remove_notes(self._stage.board, self.ids))

    def duplicate(self) -> None:
        """Copies as far from their originals as the last copies were."""
        way = self._stage.copied_by or BESIDE
        self._stage.add_copies(self.ids, way)

    def restack(self, stack: Stack) -> None:
        self._stage.commit(restack(self._stage.board, self.ids, stack))

    def give_to(self, slot: int | None) -> None:
        """The notes are those of the party in a slot, or nobody's; so are new ones."""
        board = self._stage.board
        party = next((each.id for each in board.parties.values() if each.slot == slot), None)
        if slot is None or party is not None:
            self._stage.parties.use(self.selected(), party)
            self._stage.commit(set_party(board, self.ids, party))

    def see_as(self, perspective: Perspective) -> None:
        self._stage.commit(set_perspective(self._stage.board, self.ids, perspective))

    def select_all(self) -> None:
        lowest_first = sorted(self._stage.shown, key=height)
        self._stage.selection.set(note.id for note in lowest_first)

    def walk(self, step: int) -> None:
        """Selects the next note (1) or the one before (-1) in reading order, round and round."""
        notes = reading_order(self._stage.shown)
        if not notes:
            return
        places = [place for place, note in enumerate(notes) if note.id in self._stage.selection]
        if not places:
            places = [-1] if step > 0 else [0]
        note = notes[(places[-1 if step > 0 else 0] + step) % len(notes)]
        self._stage.selection.set([note.id])
        self._navigation.reveal([note.rect])

    def go(self, across: int, down: int) -> None:
        """Selects the nearest note in a direction."""
        here = self._stage.board.note(self.ids[-1])
        found = nearest(self._stage.shown, here, across, down)
        if found is not None:
            self._stage.selection.set([found.id])
            self._navigation.reveal([found.rect])

    def fit_selected(self) -> None:
        self._navigation.fit_rects([note.rect for note in self.selected()])

    def copy(self) -> None:
        if self.ids:
            notes, held = self.selected(), self._stage.board.entry_of.values()
            carried = self._stage.bringing.carried(notes)
            self._clipboard.setMimeData(to_mime(notes, carried, held))

    def copy_as_picture(self) -> None:
        """The selected notes, or the whole board, as they are printed."""
        copying = PictureCopy(self._clipboard, self._stage.bringing.source)
        copying.copy(self._stage.board, self.ids, self._stage.printed)

    def cut(self) -> None:
        self.copy()
        self.delete()

    def paste(self) -> None:
        """What was copied, in the middle of what is seen or under the pointer."""
        self.take(copied(self._clipboard), self._where())

    def take(self, mime: QMimeData, at: Point) -> None:
        """Notes; images; of a text a note for each line, item or cell, in the lane there."""
        notes, images = notes_from(mime), images_in(mime)
        if notes:
            self._add_notes(notes, mime, at)
        elif images:
            self._stage.bringing.bring_to(images, at)
        else:
            self._take_texts(mime, at)

    def paste_as_one(self) -> None:
        """The whole of a copied text as one note."""
        text = text_from(copied(self._clipboard)).strip()
        self.add_texts([text] if text else [], self._where())

    def _add_notes(self, notes: list[Note], mime: QMimeData, at: Point) -> None:
        """Copied notes; images that this workshop does not have come along first."""
        middle = _bounds(notes).centre
        way = at - middle
        wanted = {note.image for note in notes} - {*self._stage.board.attachments}
        missing = [each for each in attachments_in(mime) if each.id in wanted]
        entries = entries_from(mime)
        if missing:
            copies = Copies(notes, entries, way, _bounds(notes).moved(way.x, way.y))
            self._stage.bringing.bring_along(missing, copies)
        else:
            edit = paste(self._stage.board, notes, way.x, way.y, entries=entries)
            self._stage.add(edit)

    def _take_texts(self, mime: QMimeData, at: Point) -> None:
        """A table may become more than a note for each cell: that is asked."""
        said = as_copied(mime)
        texts, table = texts_from(said), table_from(said)
        if table is None:
            self.add_texts(texts, at)
        else:
            self._offer(table, at, lambda: self.add_texts(texts, at))

    def add_texts(self, texts: list[str], at: Point) -> None:
        """A note for each, in the lane there. Raises TextTooLongError before any of them is laid out."""
        board = self._stage.board
        texts = [clean_text(text) for text in texts]
        rects = self._stage.places_for(at, texts)
        party = self._stage.party_at(at)
        self._stage.add(add_notes(board, zip(rects, texts, strict=True), party=party))


def _bounds(notes: list[Note]) -> Rect:
    return reduce(Rect.united, (note.rect for note in notes))
