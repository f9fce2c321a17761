"""The panel: how a workshop is printed, saved as a picture, as its record or as registers; seen before it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from canvasapp.controls.layouts import column, row
from canvasapp.controls.room_head import RoomHead
from canvasapp.controls.segment import Segment
from canvasapp.controls.surface import Scroll, Surface
from canvasapp.domain.board import Board
from canvasapp.domain.entries import register_rows
from canvasapp.export.file_order import BoardFile, DocumentFile, FileOrder, title_of
from canvasapp.panels.paper.advice import advice_on
from canvasapp.panels.paper.copying import copy_picture
from canvasapp.panels.paper.document_forms import RecordForm, RegistersForm
from canvasapp.panels.paper.finish import FinishSide
from canvasapp.panels.paper.imprint import Imprint
from canvasapp.panels.paper.latest import Latest
from canvasapp.panels.paper.memory import Memory
from canvasapp.panels.paper.picture_form import PictureForm
from canvasapp.panels.paper.preview import Preview
from canvasapp.panels.paper.print_form import PrintForm
from canvasapp.panels.paper.register_list import RegisterList
from canvasapp.panels.paper.said import measures, picture_said, print_said
from canvasapp.panels.paper.shot import Frame, Shot, Studio
from canvasapp.panels.paper.strip import Strip
from canvasapp.panels.paper.views import sheet_key
from canvasapp.panels.paper.ways import NAMES, Way
from canvasapp.panels.surroundings import Surroundings

SIDE, NARROW = 320, 276
SIDE_FROM = 1180
"""From so many px on the sides have their full width."""
RECORD_SAID = "The workshop as a whole, with everything that is known and decided."


class PaperPanel(QWidget):
    """What is shown follows the workshop and the choices; it is made beside the window, until then the last is seen."""

    def __init__(self, around: Surroundings, today: Callable[[], date] = date.today) -> None:
        super().__init__()
        self._around, self._journal, self._today = around, around.journal, today
        look, guide = around.look, around.guide
        self.turn = Segment(look, "What leaves the program", NAMES, Way.PRINT.value)
        self.turn.keep_words()
        self.head = RoomHead(look, "Print", self.turn)
        self._memory = Memory(guide, around.registers)
        self.print = PrintForm(look, self._memory.profiles, today)
        self.picture = PictureForm(look, self._memory.picture)
        self.record = RecordForm(look, self._memory.record, today)
        self.registers = RegistersForm(look, around.registers, self._memory.registers, today)
        self.forms: dict[Way, PrintForm | PictureForm | RecordForm | RegistersForm] = {
            Way.PRINT: self.print,
            Way.PICTURE: self.picture,
            Way.RECORD: self.record,
            Way.REGISTERS: self.registers,
        }
        self.preview, self.strip = Preview(look), Strip(look)
        self.list, self.finish = RegisterList(look), FinishSide(look)
        self._studio, self._latest = Studio(around.journal.content), Latest()
        self._shot: Shot | None = None
        self._keys = dict.fromkeys(Way, "")
        self._lay_out()
        self._listen()
        self._show_imprint(Imprint(self._memory.author).on(today()))

    @property
    def way(self) -> Way:
        return Way(self.turn.value)

    @property
    def file(self) -> FileOrder:
        """What would be written now."""
        return self.forms[self.way].file()

    @property
    def busy(self) -> bool:
        """Whether something else will be shown in a moment."""
        return self._latest.busy

    def speak_of(self, about: str) -> None:
        """One of the ways."""
        if about in set(Way):
            self.turn.choose(about)

    def show_board(self, board: Board) -> None:
        boards = self._journal.workshop.boards_in_order()
        self.print.boards.show_boards(boards, board.id)
        self.picture.show_boards(boards, board.id)
        self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_imprint(self.print.imprint.value.on(self._today()))
        self.show_board(self._around.view.board)
        self.preview.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        width = SIDE if event.size().width() >= SIDE_FROM else NARROW
        self._left.setFixedWidth(width)
        self.finish.setFixedWidth(width)
        super().resizeEvent(event)

    def _lay_out(self) -> None:
        look = self._around.look
        self._sides, self._middle = QStackedWidget(), QStackedWidget()
        for form in self.forms.values():
            self._sides.addWidget(Scroll(form))
        self._left = Surface(look, Qt.Edge.RightEdge)
        self._left.setLayout(column(self._sides, margins=(0, 0, 1, 0)))
        seen = column()
        seen.addWidget(self.preview, 1)
        seen.addWidget(self.strip)
        both = QWidget()
        both.setLayout(seen)
        self._middle.addWidget(both)
        self._middle.addWidget(self.list)
        body = row()
        for part, share in ((self._left, 0), (self._middle, 1), (self.finish, 0)):
            body.addWidget(part, share)
        layout = column(self.head)
        layout.addLayout(body, 1)
        ground = Surface(look)
        ground.setLayout(layout)
        self.setLayout(column(ground))

    def _listen(self) -> None:
        guide = self._around.guide
        self.head.left.connect(guide.leave_panel)
        self.turn.chosen.connect(lambda _: self._turned())
        for form in self.forms.values():
            form.changed.connect(self._refresh)
            form.changed.connect(self._keep)
        for signed in self._signed:
            signed.imprint.changed.connect(self._take_imprint)
        self.print.kept.connect(self._memory.keep_profiles)
        self.preview.opened.connect(self._open_sheet)
        self.preview.resized.connect(self._make)
        self.preview.stepped.connect(self.strip.step)
        self.strip.chosen.connect(self._look_at)
        self.finish.saved.connect(lambda: guide.export(self.file))
        self.finish.printed.connect(self._print)
        self.finish.copied.connect(self._copy)
        self.finish.before.note_asked.connect(guide.show_note)
        self.finish.before.panel_asked.connect(partial(guide.show_panel))
        self._latest.done.connect(self._show)
        self._latest.failed.connect(self._tell_why_not)

    @property
    def _signed(self) -> tuple[PrintForm, RecordForm, RegistersForm]:
        """The forms of files that say who made them, and when."""
        return self.print, self.record, self.registers

    def _take_imprint(self, imprint: Imprint) -> None:
        self._memory.keep_author(imprint.author)
        self._show_imprint(imprint)
        self._refresh()

    def _show_imprint(self, imprint: Imprint) -> None:
        for each in self._signed:
            each.imprint.show_imprint(imprint)

    def _keep(self) -> None:
        """What is chosen, but for how one prints, which is kept with its profiles."""
        self._memory.keep(
            self.picture.form.value, self.record.form.value, self.registers.form.value
        )

    def _turned(self) -> None:
        self.head.name(self.way.value.capitalize())
        self._sides.setCurrentIndex(list(Way).index(self.way))
        self._middle.setCurrentIndex(1 if self.way is Way.REGISTERS else 0)
        self._refresh()

    def _refresh(self) -> None:
        """Tells what is known at once, and has the rest made."""
        way, file = self.way, self.file
        self.finish.offer(
            file.suffix,
            prints=way is Way.PRINT,
            copies=way is Way.PICTURE and not _holds_many(file),
        )
        name = f"{title_of(file, self._journal.workshop)}{file.suffix}"
        if way is Way.REGISTERS:
            self._show_registers(name)
        else:
            self.finish.show_file(
                name, self.finish.told[1] if way is not Way.RECORD else RECORD_SAID
            )
            self._make()

    def _show_registers(self, name: str) -> None:
        workshop, file = self._journal.workshop, self.registers.file()
        counts = {each: len(register_rows(workshop, each)) for each in self._around.registers}
        self.registers.show_filled([each for each, count in counts.items() if count])
        wanted = [
            (register.title, counts[register.id])
            for register in self._around.registers.values()
            if _is_asked(file, register.id, counts[register.id])
        ]
        self.list.rows.show_rows(wanted)
        tables = "1 table" if len(wanted) == 1 else f"{len(wanted)} tables"
        self.finish.show_file(name, tables)
        self.finish.allow(allowed=bool(wanted))
        self.head.say("")

    def _make(self) -> None:
        """Has the preview made of what is chosen now."""
        if not self.isVisible() or self.way is Way.REGISTERS:
            return
        room, ratio = self.preview.room, self.devicePixelRatioF()
        frame, key = Frame(room.width(), room.height(), ratio), self._keys[self.way]
        workshop, file, studio = self._journal.workshop, self.file, self._studio
        if isinstance(file, DocumentFile):
            day = file.day
            self._latest.ask(lambda: studio.record(workshop, day, key, frame))
            return
        boards = tuple(workshop.boards[each] for each in file.boards)
        if not boards:
            return  # nothing was shown yet
        order, title = replace(file.order, author=""), workshop.head.title
        self._latest.ask(lambda: studio.posters(boards, order, title, key, frame))

    def _show(self, shot: Shot) -> None:
        if self.way is Way.REGISTERS or (shot.proof is None) is not (self.way is Way.RECORD):
            return  # it was asked for before one turned
        if self._shot is None or shot.thumbs is not self._shot.thumbs:
            self.strip.show_views(shot.views, shot.thumbs)
        self._shot = shot
        self.strip.mark(shot.view.key)
        self.preview.show_view(shot.view, shot.image)
        self.finish.allow(allowed=True)
        file, proof = self.file, shot.proof
        poster = shot.view.poster
        sheet = f"{shot.view.title} · " if shot.view.tile else ""
        self.head.say(sheet + measures(poster) if poster else f"{len(shot.views)} pages")
        if proof is None or not isinstance(file, BoardFile):
            return
        name = self.finish.told[0]
        if self.way is Way.PRINT:
            self.finish.show_reading(proof.smallest, advice_on(proof))
            self.finish.show_file(name, print_said(proof))
        else:
            self.finish.show_file(name, picture_said(proof, file))

    def _tell_why_not(self, sentence: str) -> None:
        self._shot = None
        self.strip.show_views((), ())
        self.preview.say(sentence)
        self.finish.show_reading(None, ())
        self.finish.allow(allowed=False)
        self.head.say("")

    def _look_at(self, key: str) -> None:
        self._keys[self.way] = key
        self._make()

    def _open_sheet(self, name: str) -> None:
        """The sheet of this name of the poster that is looked at; "" for all its sheets."""
        number = int(self.preview.view.key.partition("/")[0]) if self.preview.view else 0
        self._look_at(sheet_key(number, name) if name else f"{number}/sheets")

    def _print(self) -> None:
        file = self.file
        assert isinstance(file, BoardFile)  # documents have no such button
        self._around.guide.send_to_printer(file)

    def _copy(self) -> None:
        if self._shot is not None and self._shot.proof is not None:
            copy_picture(self._shot.proof.posters[0].picture, self._journal.content)
            self._around.guide.tell("The picture is on the clipboard")


def _holds_many(file: FileOrder) -> bool:
    return isinstance(file, BoardFile) and len(file.boards) > 1


def _is_asked(file: DocumentFile, register: str, count: int) -> bool:
    if file.register is not None:
        return file.register == register
    return count > 0 or file.empty_registers
