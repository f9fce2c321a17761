"""A canvas being edited: the draft as it is now, what it was before, and what it began as."""

from __future__ import annotations

from dataclasses import dataclass, replace

from canvasapp.domain.board import Workshop
from canvasapp.edits.canvases import newest_of
from canvasapp.templates.drafting import Content, content_of

MOST_STEPS = 200
"""So many edits can be taken back."""


@dataclass(frozen=True, slots=True)
class Session:
    """`of` is the id of the canvas that it was begun from, `start` that canvas as a draft."""

    of: str
    start: Content
    content: Content
    past: tuple[Content, ...] = ()
    future: tuple[Content, ...] = ()

    @classmethod
    def begun(cls, of: str, start: Content) -> Session:
        return cls(of, start, start)

    @property
    def canvas_id(self) -> str:
        found: str = self.content["id"]
        return found

    def after(self, content: Content, *, again: bool = False) -> Session:
        """With another draft; `again` it takes the place of the one before, as one step."""
        if content == self.content:
            return self
        past = self.past if again and self.past else (*self.past, self.content)[-MOST_STEPS:]
        return replace(self, content=content, past=past, future=())

    def undone(self) -> Session:
        if not self.past:
            return self
        future = (self.content, *self.future)
        return replace(self, content=self.past[-1], past=self.past[:-1], future=future)

    def redone(self) -> Session:
        if not self.future:
            return self
        past = (*self.past, self.content)
        return replace(self, content=self.future[0], past=past, future=self.future[1:])

    def is_unsaved(self, workshop: Workshop) -> bool:
        """Whether the draft says something else than the canvas in the workshop, or than what it began as."""
        return _told(self.content) != _told(self.saved(workshop) or self.start)

    def saved(self, workshop: Workshop) -> Content | None:
        """The newest version of the canvas in the workshop; None when it has none."""
        newest = newest_of(workshop, self.canvas_id)
        return content_of(newest.file.text) if newest else None


def _told(content: Content) -> Content:
    """Without the version, which follows from saving."""
    return {key: value for key, value in content.items() if key != "version"}
