"""One end of a link follows the pointer until it is let go."""

from __future__ import annotations

from collections.abc import Generator

from canvasapp.domain.records import LinkKind, Note
from canvasapp.view.link_ends import LinkEnd
from canvasapp.view.pointer import Phase, Pointer
from canvasapp.view.stage import Stage


def pulled_to(
    stage: Stage,
    press: Pointer,
    stays: Note,
    end: LinkEnd = LinkEnd.TARGET,
    kind: LinkKind = LinkKind.LEADS_TO,
) -> Generator[None, Pointer, Note | None]:
    """The note on which `end` of a link is let go: None for no note, and for `stays`, which has the other end."""
    pointer, found = press, None
    with stage.linking.pulling(stays, end, kind) as show:
        while pointer.phase is not Phase.RELEASE:
            pointer = yield
            under = stage.note_at(pointer)
            found = under if under and under.id != stays.id else None
            show(pointer.at, found)
    return found
