"""Which draft is being edited: begun, gone on with, kept on the disk, saved into the workshop."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from canvasapp.domain.errors import ExpectedError
from canvasapp.domain.records import new_id
from canvasapp.edits.canvas_drafts import copy_of
from canvasapp.edits.canvases import newest_of
from canvasapp.edits.journal import Journal
from canvasapp.panels.canvas_editor.kept import KeptDraft, KeptDrafts
from canvasapp.panels.canvas_editor.session import Session
from canvasapp.templates.drafting import (
    Content,
    Review,
    blank_content,
    content_of,
    installed_text,
    review,
)

NOTHING = "new"
"""What a canvas is begun from that is begun from nothing."""


class DraftDesk:
    """One draft at a time; those that are laid aside unsaved stay on the disk and are found again."""

    def __init__(self, journal: Journal, folder: Path, tell: Callable[[str], object]) -> None:
        self._journal, self._tell = journal, tell
        self._folder = folder
        self.session = Session.begun(NOTHING, self._blank())
        self.review = review(self.session.content)
        self._unkept = False

    @property
    def kept(self) -> KeptDrafts:
        return KeptDrafts(self._folder / self._journal.workshop.head.id)

    @property
    def is_unsaved(self) -> bool:
        return self.session.is_unsaved(self._journal.workshop)

    @property
    def is_fit(self) -> bool:
        """Whether there is something to save that is a canvas."""
        is_new = newest_of(self._journal.workshop, self.session.canvas_id) is None
        return not self.review.faults and (is_new or self.is_unsaved)

    @property
    def laid_aside(self) -> list[KeptDraft]:
        """Drafts on the disk that are not the one being edited, newest first."""
        here = self.session.canvas_id
        return [each for each in self.kept.newest_first() if each.content["id"] != here]

    def open(self, canvas_id: str) -> None:
        """The draft of this canvas that was left, else the canvas itself: one's own, or a copy of an installed one."""
        if canvas_id in (self.session.of, self.session.canvas_id) and self.is_unsaved:
            return
        kept = [e for e in self.kept.newest_first() if canvas_id in (e.of, e.content["id"])]
        if kept:
            self.go_on(kept[0])
        elif (own := newest_of(self._journal.workshop, canvas_id)) is not None:
            self._begin(canvas_id, content_of(own.file.text))
        else:
            self.copy(canvas_id)

    def copy(self, canvas_id: str) -> None:
        """A new canvas that begins as this one."""
        own = newest_of(self._journal.workshop, canvas_id)
        text = own.file.text if own else installed_text(canvas_id)
        self._begin(canvas_id, copy_of(content_of(text), f"own-{new_id()}"))

    def begin_blank(self) -> None:
        self._begin(NOTHING, self._blank())

    def go_on(self, draft: KeptDraft) -> None:
        """With a draft that was left; undo leads to what it was begun from, where that is still known."""
        self._begin(draft.of, self._start_of(draft))
        self.show(self.session.after(draft.content))

    def edit(self, content: Content, *, again: bool = False) -> None:
        self.show(self.session.after(content, again=again))

    def show(self, session: Session) -> None:
        """The draft as it is now, to be kept on the disk soon."""
        self.session = session
        self.review = review(session.content)
        self._unkept = True

    def look_at(self, content: Content) -> Review:
        """How it would look while something is held: nothing of it is kept."""
        return review(content)

    def touch(self) -> None:
        """What is on the disk is looked at again: the draft has been saved."""
        self._unkept = True

    def keep(self) -> None:
        """On the disk while it is unsaved; there is nothing of it there otherwise."""
        if not self._unkept:
            return
        self._unkept = False
        try:
            if self.is_unsaved:
                self.kept.keep(self.session.of, self.session.content)
            else:
                self.kept.forget(self.session.of, self.session.canvas_id)
        except ExpectedError as error:
            self._tell(str(error))

    def discard(self) -> None:
        """Back to what is saved, or to what it began as; undo brings the draft back."""
        saved = self.session.saved(self._journal.workshop)
        self.edit(saved or self.session.start)

    def _begin(self, of: str, start: Content) -> None:
        self.keep()
        self.session = Session.begun(of, start)
        self.review = review(start)

    def _start_of(self, draft: KeptDraft) -> Content:
        workshop, canvas_id = self._journal.workshop, draft.content["id"]
        own = newest_of(workshop, canvas_id) or newest_of(workshop, draft.of)
        if own is None and draft.of not in workshop.installed:
            return {**self._blank(), "id": canvas_id}
        start = content_of(own.file.text if own else installed_text(draft.of))
        return start if start["id"] == canvas_id else copy_of(start, canvas_id)

    def _blank(self) -> Content:
        return {**blank_content(), "id": f"own-{new_id()}"}
