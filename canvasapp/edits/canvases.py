"""Plans for the canvases that a workshop has of its own."""

from __future__ import annotations

from canvasapp.domain.board import Workshop
from canvasapp.domain.change import Change, Edit
from canvasapp.domain.errors import ExpectedError
from canvasapp.domain.records import OwnCanvas, canvas_key
from canvasapp.domain.template import CanvasFile


class CanvasInTheWayError(ExpectedError):
    """Another canvas has this id and version."""


def add_canvas(workshop: Workshop, file: CanvasFile) -> Edit:
    """The canvas, or one more version of it, kept in the workshop; the very same one is not added twice.

    Raises CanvasInTheWayError.
    """
    template = file.template
    own = OwnCanvas(canvas_key(template.id, template.version), file)
    if template.id in workshop.installed:
        raise CanvasInTheWayError(
            f"{template.id!r} is the id of a canvas that comes with canvasapp: give yours another one."
        )
    known = workshop.canvases.get(own.id)
    if known is not None and known != own:
        raise CanvasInTheWayError(
            f"The workshop has another canvas as version {template.version} of {template.id!r}:"
            " raise the version of this one."
        )
    is_first = template.id not in workshop.templates
    label = "Add canvas" if is_first else f"Add version {template.version} of canvas"
    return Edit(label, () if known else (Change(None, own),))
