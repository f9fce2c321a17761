"""Rows of the page that brings notes over: a block that feeds or is fed, and a note that may come along."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from canvasapp.controls.control import Control
from canvasapp.controls.icons import draw_icon
from canvasapp.controls.letters import NOTE, ROW, ROW_STRONG, SMALL, Letters
from canvasapp.controls.look import Look
from canvasapp.controls.painting import (
    FLOAT_RADIUS,
    SMALL_CHIP_HEIGHT,
    SMALL_CHIP_WIDTH,
    chip,
    mark,
    rounded,
)
from canvasapp.controls.words import Paragraph
from canvasapp.domain.markup import plain_text
from canvasapp.domain.records import Note, Party
from canvasapp.domain.template import Perspective
from canvasapp.panels.overview.flows import Kin

PADDING, GAP = 8, 6
BOX, TICK, BOX_RADIUS = 16, 12, 4
TEXT_X = PADDING + BOX + 10
MARK = 8
MOST_LINES = 3
EMPTY = "Empty note"
VIEWS = {Perspective.OUR: "Our view", Perspective.CUSTOMER: "Customer’s view"}


def said_of(kin: Kin) -> str:
    """How many notes a block has, and how many of them are shown in the other block too."""
    if not kin.notes:
        return "no notes yet"
    notes = "1 note" if kin.notes == 1 else f"{kin.notes} notes"
    return f"{notes}, {kin.shares} in both" if kin.shares else notes


class KinRow(Control):
    """Press it to see what would come over."""

    radius = FLOAT_RADIUS

    def __init__(self, look: Look, kin: Kin) -> None:
        super().__init__(look, f"{kin.title}, {kin.board_title}")
        self.kin, self._said = kin, said_of(kin)
        self.setAccessibleDescription(self._said)
        self.setCheckable(True)
        self.setFixedHeight(ROW.line + 2 * SMALL.line + 2 * PADDING)

    def nextCheckState(self) -> None:
        """Only the page says which one is chosen."""

    def cut_words(self) -> str:
        return self.kin.title if self._fitted(ROW_STRONG, self.kin.title).is_cut else ""

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            theme = self.look.theme
            self.paint_ground(painter)
            letters = ROW_STRONG if self.isChecked() else ROW
            y = PADDING
            self._fitted(letters, self.kin.title).draw(painter, PADDING, y, theme.ink)
            for words in (self.kin.board_title, self._said):
                y += SMALL.line
                self._fitted(SMALL, words).draw(painter, PADDING, y, theme.ink2)

    def _fitted(self, letters: Letters, words: str) -> Paragraph:
        room = max(self.width() - 2 * PADDING, 1)
        return Paragraph(words, self.look, letters, room, 1)


class NoteRow(Control):
    """A note with a box to tick; `why` says why it can not come along."""

    radius = FLOAT_RADIUS

    def __init__(self, look: Look, note: Note, party: Party | None, why: str) -> None:
        self._text = plain_text(note.text) or EMPTY
        super().__init__(look, f"Note: {self._text}")
        self.note, self._party, self._why = note, party, why
        self.setCheckable(True)
        self.setEnabled(not why)
        self.setAccessibleDescription(why or self._whose())
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(240))

    def heightForWidth(self, width: int) -> int:
        return self._words(width).height + 4 + SMALL.line + 2 * PADDING

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            theme = self.look.theme
            rounded(painter, QRectF(self.rect()), FLOAT_RADIUS, self.ground())
            self._paint_box(painter)
            words = self._words(self.width())
            tone = theme.ink if self.isEnabled() else theme.ink3
            words.draw(painter, TEXT_X, PADDING, tone)
            y, x = PADDING + words.height + 4, TEXT_X
            if self.note.perspective is not None:
                mark(painter, self.note.perspective, x, y + SMALL.line / 2, MARK, theme)
                x += MARK + GAP
            if self._party is not None:
                top = y + (SMALL.line - SMALL_CHIP_HEIGHT) / 2
                box = QRectF(x, top, SMALL_CHIP_WIDTH, SMALL_CHIP_HEIGHT)
                chip(painter, box, self._party.initials, self._party.slot, self.look)
                x += SMALL_CHIP_WIDTH + GAP
            room = max(self.width() - x - PADDING, 1)
            last = self._why or self._whose()
            Paragraph(last, self.look, SMALL, room, 1).draw(painter, x, y, theme.ink2)

    def _paint_box(self, painter: QPainter) -> None:
        theme = self.look.theme
        box = QRectF(PADDING, PADDING, BOX, BOX)
        if self.isChecked():
            rounded(painter, box, BOX_RADIUS, theme.accent)
            inset = (BOX - TICK) / 2
            draw_icon(painter, "check", box.x() + inset, box.y() + inset, TICK, theme.on_accent)
        else:
            edge = theme.field if self.isEnabled() else theme.line2
            rounded(painter, box, BOX_RADIUS, None, edge, dashed=not self.isEnabled())

    def _whose(self) -> str:
        view = VIEWS[self.note.perspective] if self.note.perspective else ""
        return " · ".join(filter(None, (view, self._party.name if self._party else "")))

    def _words(self, width: int) -> Paragraph:
        room = max(width - TEXT_X - PADDING, 1)
        return Paragraph(self._text, self.look, NOTE, room, MOST_LINES)
