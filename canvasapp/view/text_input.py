"""Brings mouse, keys and input methods to the note being typed, and draws it with its caret."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
)

from canvasapp.domain.geometry import Point, Rect
from canvasapp.domain.records import Note, NoteKind
from canvasapp.picture.note_picture import paper_part
from canvasapp.picture.shapes import Colour, Kind, Part, Text
from canvasapp.picture.theme import NOTE_INK
from canvasapp.text.paragraphs import reads_right_to_left
from canvasapp.view.camera import Camera
from canvasapp.view.draft import units
from canvasapp.view.editing import Editing
from canvasapp.view.pointer import Pointer
from canvasapp.view.scene import Scene
from canvasapp.view.text_editor import Action, TextEditor
from canvasapp.view.text_keys import Keys

CARET = 1.5
"""The caret's width in logical pixels."""
UNDERLINE = 1.0
SELECTED = 0.28


class TextInput(QObject):
    """`touched` tells what must be drawn anew, in mm; `left_for` a neighbouring place to go on typing."""

    images_pasted = Signal(list)
    touched = Signal(object)
    left_for = Signal(object, object)

    def __init__(self, editing: Editing, scene: Scene) -> None:
        super().__init__()
        self._editing = editing
        self._scene = scene
        self._selecting = False
        self._caret_shown = True
        self._blink = QTimer(self)
        self._blink.timeout.connect(self._turn_caret)
        editing.began.connect(self._show_caret)
        editing.ended.connect(self._blink.stop)

    @property
    def editor(self) -> TextEditor | None:
        return self._editing.editor

    def action(self, event: QKeyEvent) -> Action | None:
        """What the key does to the text."""
        editor = self.editor
        if editor is None:
            return None
        way = _way_out(event, rightward=not reads_right_to_left(editor.draft.text))
        if way is not None:
            return lambda: self._leave(editor, way)
        if event.key() == Qt.Key.Key_Escape:
            return self._editing.finish
        if event.matches(Keys.Paste) and (images := editor.copied_images()):
            return lambda: self.images_pasted.emit(images)
        done = editor.action(event)
        return (lambda: self._do(done)) if done else None

    def type(self, text: str) -> None:
        """`text` at the caret."""
        editor = self.editor
        if editor is not None and text:
            self._do(lambda: editor.type(text))

    def press(self, press: Pointer, *, selecting: bool) -> bool:
        """Whether the press was in the note being typed; moving on selects from there, if wanted."""
        editor = self.editor
        if editor is None or not editor.note.rect.contains(press.at):
            return False
        self._selecting = selecting
        if press.double:
            self._do(lambda: editor.select_word(press.at))
        else:
            self._do(lambda: editor.point(press.at, selecting=press.shift))
        return True

    def move(self, at: Point) -> None:
        """The pointer selects text when it was pressed in the note being typed."""
        editor = self.editor
        if editor is not None and self._selecting:
            self._do(lambda: editor.point(at, selecting=True))

    def release(self) -> None:
        self._selecting = False

    def compose(self, event: QInputMethodEvent) -> None:
        editor = self.editor
        if editor is not None:
            self._do(lambda: editor.compose(event))

    def query(self, query: Qt.InputMethodQuery, camera: Camera) -> object:
        """What an input method asks; None for what only the window knows. Qt counts UTF-16 units."""
        editor = self.editor
        if editor is None:
            return False if query is Qt.InputMethodQuery.ImEnabled else None
        draft = editor.draft
        answers: dict[Qt.InputMethodQuery, Callable[[], object]] = {
            Qt.InputMethodQuery.ImEnabled: lambda: True,
            Qt.InputMethodQuery.ImCursorRectangle: lambda: self._caret_in_view(editor, camera),
            Qt.InputMethodQuery.ImSurroundingText: lambda: draft.text,
            Qt.InputMethodQuery.ImCurrentSelection: lambda: draft.selected,
            Qt.InputMethodQuery.ImCursorPosition: lambda: units(draft.text, draft.position),
            Qt.InputMethodQuery.ImAnchorPosition: lambda: units(draft.text, draft.anchor),
            Qt.InputMethodQuery.ImHints: lambda: Qt.InputMethodHint.ImhMultiLine.value,
        }
        return answers[query]() if query in answers else None

    def paint(self, painter: QPainter, camera: Camera) -> None:
        """The note being typed, in device pixels."""
        editor = self.editor
        if editor is None:
            return
        note, scale = editor.note, camera.scale
        left, top = camera.origin
        painter.save()
        painter.translate(left + round(note.x * scale), top + round(note.y * scale))
        painter.scale(scale, scale)
        self._scene.pictures.paint_part(painter, self._paper(note))
        painter.translate(-note.x, -note.y)
        self._paint_selection(painter, editor)
        shown = replace(_within(editor.lines.shown, camera.seen), colour=self._ink(note))
        text = Part(Kind.NOTE, note.id, note.text, note.rect, (shown,))
        self._scene.pictures.paint_part(painter, text)
        self._paint_preedit(painter, editor, camera.mm(UNDERLINE))
        if self._caret_shown:
            caret = editor.caret
            painter.fillRect(
                QRectF(caret.x, caret.y, camera.mm(CARET), caret.h), QColor(self._ink(note))
            )
        painter.restore()

    def _paper(self, note: Note) -> Part:
        party = self._scene.board.parties.get(note.party) if note.party else None
        here = replace(note, x=0.0, y=0.0)
        return paper_part(here, party, self._scene.options.theme, self._scene.marks(note.id))

    def _ink(self, note: Note) -> Colour:
        """A heading has no paper: it is written on the sheet."""
        return self._scene.options.theme.ink if note.kind is NoteKind.HEADING else NOTE_INK

    def _paint_selection(self, painter: QPainter, editor: TextEditor) -> None:
        colour = QColor(self._scene.options.theme.accent)
        colour.setAlphaF(SELECTED)
        for rect in editor.lines.covered(*editor.draft.selection):
            painter.fillRect(QRectF(rect.x, rect.y, rect.w, rect.h), colour)

    def _paint_preedit(self, painter: QPainter, editor: TextEditor, thick: float) -> None:
        ink = QColor(self._ink(editor.note))
        for rect in editor.lines.covered(*editor.proposed):
            painter.fillRect(QRectF(rect.x, rect.bottom - thick, rect.w, thick), ink)

    def _caret_in_view(self, editor: TextEditor, camera: Camera) -> QRectF:
        caret = editor.caret
        x, y = camera.to_view(Point(caret.x, caret.y))
        return QRectF(x, y, CARET, caret.h / camera.mm(1))

    def _do(self, action: Action) -> None:
        editor = self.editor
        if editor is None:
            return
        before = editor.note.rect
        action()
        self._show_caret()
        self.touched.emit(before.united(editor.note.rect))
        self._editing.typed()
        QGuiApplication.inputMethod().update(Qt.InputMethodQuery.ImQueryInput)

    def _leave(self, editor: TextEditor, way: Point) -> None:
        note = editor.note
        self._editing.finish()
        self.left_for.emit(note, way)

    def _show_caret(self) -> None:
        self._caret_shown = True
        flash = QGuiApplication.styleHints().cursorFlashTime() // 2
        if flash > 0:
            self._blink.start(flash)

    def _turn_caret(self) -> None:
        self._caret_shown = not self._caret_shown
        if self.editor is not None:
            self.touched.emit(self.editor.caret.inset(-1.0))


def _within(text: Text, area: Rect) -> Text:
    """The text with only those of its glyphs that may show in `area`: a long note is larger than the view."""
    top, bottom = area.y - text.at.y - text.size, area.bottom - text.at.y + 2 * text.size
    return replace(text, runs=tuple(run for run in text.runs if top < run.ys[0] < bottom))


def _way_out(event: QKeyEvent, *, rightward: bool) -> Point | None:
    """In which direction the key asks for the next note; text that runs to the left turns it about."""
    shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    match event.key():
        case Qt.Key.Key_Tab | Qt.Key.Key_Backtab if not control:
            back = shift or event.key() == Qt.Key.Key_Backtab
            return Point(-1, 0) if back is rightward else Point(1, 0)
        case Qt.Key.Key_Return | Qt.Key.Key_Enter if control:
            return Point(0, -1 if shift else 1)
    return None
