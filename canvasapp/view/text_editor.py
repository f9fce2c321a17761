"""Types into one note, with the keys, input methods and mouse that people know from other text fields."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard, QInputMethodEvent, QKeyEvent

from canvasapp.domain.geometry import Point, Rect
from canvasapp.domain.markup import BOLD, read
from canvasapp.domain.records import MAX_TEXT, Note
from canvasapp.edits.marking import is_inside_bold
from canvasapp.edits.wording import MAX_LINES, clean_text
from canvasapp.picture.note_picture import height_for
from canvasapp.text.paragraphs import reads_right_to_left
from canvasapp.view.bold_typing import bold_turned, typed_turned
from canvasapp.view.clipboard import copied, text_from, text_mime
from canvasapp.view.draft import Draft, Reach, characters, units
from canvasapp.view.files import images_in
from canvasapp.view.incoming import Incoming
from canvasapp.view.list_typing import next_line, without_label
from canvasapp.view.text_keys import (
    CONTROLS,
    ERASURES,
    LINE_ENDS,
    LINES,
    MOVES,
    REDO,
    SIDEWAYS,
    Keys,
    is_typed,
)
from canvasapp.view.text_lines import TextLines
from canvasapp.view.typing_history import TypingHistory

Action = Callable[[], None]


PAGE = 2_000
"""Of a text longer than three pages, of so many characters, only those around the caret are laid out and shown."""


class TextEditor:
    """The text of `original` while it is typed; `note` is the note as it looks meanwhile, with the part that is shown.

    Raises TextTooLongError, and keeps the text it has, rather than take one that no note can hold.
    """

    def __init__(self, original: Note, clipboard: QClipboard) -> None:
        self.original = original
        self.preedit = ""
        self._clipboard = clipboard
        self._history = TypingHistory(Draft(original.text).moved(Reach.TEXT, forward=True))
        self._turned = False
        self._column: float | None = None
        self._lay_out()

    @property
    def draft(self) -> Draft:
        return self._history.now

    @property
    def rect(self) -> Rect:
        """The note with room for its text, in mm, whatever an input method proposes."""
        original = self.original
        return replace(original, h=height_for(original, self.draft.text)).rect

    @property
    def caret(self) -> Rect:
        """The line before the next letter, in mm; it has no width."""
        return self.lines.caret(self.proposed[1])

    @property
    def proposed(self) -> tuple[int, int]:
        """Where in the text that is shown an input method's proposal begins and ends."""
        start = self.draft.position + (len(BOLD) if self.preedit and self._turned else 0)
        return start, start + len(self.preedit)

    def copied_images(self) -> list[Incoming]:
        """The images that were copied, when no text was."""
        return images_in(copied(self._clipboard))

    def follow(self, note: Note) -> None:
        """The note lies somewhere else or has another party now."""
        self.original = replace(note, text=self.original.text)
        self._lay_out()

    def type(self, text: str) -> None:
        """`text` in the place of what is selected."""
        run = "typing" if len(text) == 1 and not text.isspace() else None
        self._write(text, run)

    def press(self, event: QKeyEvent) -> bool:
        """Whether the key means something here; it has been done then."""
        action = self.action(event)
        if action is None:
            return False
        action()
        return True

    def action(self, event: QKeyEvent) -> Action | None:
        """What the key does here."""
        for look_up in (
            self._movement,
            self._line_movement,
            self._erasure,
            self._exchange,
            self._step_back,
            self._writing,
        ):
            action = look_up(event)
            if action is not None:
                return action
        return None

    def compose(self, event: QInputMethodEvent) -> None:
        """What an input method proposes, and what it has settled on."""
        if event.replacementLength():
            draft = self.draft
            start = units(draft.text, draft.position) + event.replacementStart()
            end = start + event.replacementLength()
            start, end = (characters(draft.text, max(place, 0)) for place in (start, end))
            self._history.move(draft.at(start).at(end, selecting=True))
        self.preedit = event.preeditString()
        if event.commitString() or (self.preedit and self.draft.selected):
            self._write(clean_text(event.commitString()), None)
        self._lay_out()

    def point(self, at: Point, *, selecting: bool) -> None:
        """The caret at a place on the sheet, or the selection up to there."""
        place = self.draft.letter_edge(self.lines.position_at(at))
        self._go(self.draft.at(place, selecting=selecting))

    def select_word(self, at: Point) -> None:
        self._go(self.draft.word_selected(self.lines.position_at(at)))

    def turn_bold(self) -> None:
        """What is selected, the word around the caret, or else what is typed next: bold, or plain if it is bold."""
        draft = bold_turned(self.draft)
        if draft is None:
            self._turned = not self._turned
        elif draft.text == self.draft.text:
            self._go(draft)
        else:
            self._change(draft, None)

    def _lay_out(self) -> None:
        draft, original = self.draft, self.original
        mark = BOLD if self.preedit and self._turned else ""
        proposed = f"{mark}{self.preedit}{mark}"
        whole = draft.text[: draft.position] + proposed + draft.text[draft.position :]
        self._page = draft.position // PAGE
        first, end = shown_part(whole, self._page)
        shown = whole[first:end]
        height = height_for(original, shown)
        self.note = replace(original, text=shown, h=height)
        self.lines = TextLines(self.note, first)

    def _write(self, text: str, run: str | None) -> None:
        """`text` in the place of what is selected; after the key for bold letters its first word is turned."""
        turned = self._turned and "\n" not in text
        write = typed_turned if turned and text.strip() else Draft.typed
        self._change(write(self.draft, text), run)
        self._turned = turned and not text.strip()

    def _change(self, draft: Draft, run: str | None) -> None:
        if len(draft.text) > MAX_TEXT or draft.text.count("\n") >= MAX_LINES:
            clean_text(draft.text)  # says so, and the text stays as it is
        self._history.change(draft, run)
        self._column, self._turned = None, False
        self._lay_out()

    def _go(self, draft: Draft) -> None:
        self._history.move(draft)
        self._column, self._turned = None, False
        if draft.position // PAGE != self._page:
            self._lay_out()

    def _movement(self, event: QKeyEvent) -> Action | None:
        for moves, selects, reach, forward in MOVES:
            selecting = event.matches(selects)
            if selecting or event.matches(moves):
                mirrored = reach in SIDEWAYS and self._reads_right_to_left()
                goal = self.draft.moved(reach, forward=forward != mirrored, selecting=selecting)
                return lambda: self._go(goal)
        if event.matches(Keys.SelectAll):
            return lambda: self._go(self.draft.all_selected())
        return None

    def _line_movement(self, event: QKeyEvent) -> Action | None:
        for moves, selects, forward in LINE_ENDS:
            selecting = event.matches(selects)
            if selecting or event.matches(moves):
                goal = self.lines.line_end(self.draft.position, forward=forward)
                return partial(self._go, self.draft.at(goal, selecting=selecting))
        for moves, selects, down in LINES:
            selecting = event.matches(selects)
            if selecting or event.matches(moves):
                return partial(self._change_line, down=down, selecting=selecting)
        return None

    def _change_line(self, *, down: bool, selecting: bool) -> None:
        """Up and down keep to the column in which the first of them began."""
        position = self.draft.position
        column = self.lines.caret(position).x if self._column is None else self._column
        goal = self.lines.line_over(position, column, down=down)
        if goal is None:
            goal = len(self.draft.text) if down else 0
        self._go(self.draft.at(goal, selecting=selecting))
        self._column = column

    def _erasure(self, event: QKeyEvent) -> Action | None:
        plain = not event.modifiers() & CONTROLS
        if event.key() == Qt.Key.Key_Backspace and plain:
            plain_line = without_label(self.draft)
            if plain_line is not None:
                return partial(self._change, plain_line, None)
            shorter = self.draft.erased(Reach.CHARACTER, forward=False)
            return lambda: self._change(shorter, "erasing")
        for key, reach, forward in ERASURES:
            if event.matches(key):
                return partial(self._change, self.draft.erased(reach, forward=forward), None)
        return None

    def _exchange(self, event: QKeyEvent) -> Action | None:
        """Copy, cut and paste."""
        if event.matches(Keys.Copy):
            return self._copy
        if event.matches(Keys.Cut):
            return self._cut
        if event.matches(Keys.Paste):
            return self._paste
        return None

    def _copy(self) -> None:
        if self.draft.selected:
            self._clipboard.setMimeData(text_mime(self.draft.copied))

    def _paste(self) -> None:
        text = clean_text(text_from(copied(self._clipboard)))
        if is_inside_bold(self.draft.text, self.draft.selection[0]):
            text = read(text).bare
        self._change(self.draft.typed(text), None)

    def _cut(self) -> None:
        self._copy()
        self._change(self.draft.typed(""), None)

    def _step_back(self, event: QKeyEvent) -> Action | None:
        if event.matches(Keys.Undo):
            return partial(self._turn, self._history.undo)
        if event.matches(Keys.Redo) or event.keyCombination() == REDO:
            return partial(self._turn, self._history.redo)
        return None

    def _turn(self, step: Action) -> None:
        step()
        self._column, self._turned = None, False
        self._lay_out()

    def _writing(self, event: QKeyEvent) -> Action | None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                return lambda: self.type("\n")
            return lambda: self._change(next_line(self.draft), None)
        if event.matches(Keys.Bold):
            return self.turn_bold
        if is_typed(event):
            return lambda: self.type(event.text())
        return None

    def _reads_right_to_left(self) -> bool:
        here = self.draft.paragraph_selected(self.draft.position)
        return reads_right_to_left(here.selected)


def shown_part(text: str, page: int) -> tuple[int, int]:
    """Where the part of a text begins and ends that is shown while the caret is on this page: a page on each side.

    It begins with a line where there is one, so that its marks mean what they do in the whole, and ends with one, so
    that no letter typed before changes where it ends.
    """
    if len(text) <= 3 * PAGE:
        return 0, len(text)
    first = max(page - 1, 0) * PAGE
    if first:
        first = text.find("\n", first, first + PAGE) + 1 or first
    last = (page + 2) * PAGE
    end = text.rfind("\n", last - PAGE, last)
    return first, end if end >= 0 else last
