"""Plans for the canvases that a workshop has of its own."""

from __future__ import annotations

from canvasapp.domain.board import Board, Workshop
from canvasapp.domain.change import Change, Edit
from canvasapp.domain.errors import ExpectedError
from canvasapp.domain.records import OwnCanvas, canvas_key
from canvasapp.domain.template import CanvasFile
from canvasapp.edits.upgrading import Upgrade, newest_version, upgrade_board
from canvasapp.templates.drafting import Content, text_of
from canvasapp.templates.own import told_canvas


class CanvasInUseError(ExpectedError):
    """A board is made of the canvas that shall go."""


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


def save_canvas(workshop: Workshop, content: Content) -> Edit:
    """The canvas in the workshop as its next version; the first one has the number 1.

    Raises TemplateError when it is not fit to be a canvas, and CanvasInTheWayError.
    """
    newest = newest_of(workshop, content["id"])
    version = newest.template.version + 1 if newest else 1
    return add_canvas(workshop, told_canvas(text_of({**content, "version": version})))


def remove_canvas(workshop: Workshop, canvas_id: str) -> Edit:
    """A canvas of the workshop's own goes in all its versions. Raises CanvasInUseError."""
    for board in workshop.boards_in_order():
        if board.head.template == canvas_id:
            raise CanvasInUseError(
                f"{board.template.name} can not be removed: the board {board.head.title} is made of it."
            )
    own = [each for each in workshop.canvases.values() if each.template.id == canvas_id]
    return Edit("Remove canvas", tuple(Change(each, None) for each in own))


def newest_of(workshop: Workshop, canvas_id: str) -> OwnCanvas | None:
    """The newest version of a canvas of the workshop's own."""
    own = [e for e in workshop.canvases.values() if e.template.id == canvas_id]
    return max(own, key=lambda each: each.template.version, default=None)


def upgrade_all(workshop: Workshop, canvas_id: str) -> Upgrade:
    """All boards made of older versions of a canvas, brought to its newest as one edit."""
    boards = [e for e in workshop.boards_in_order() if e.head.template == canvas_id]
    each = [upgrade_board(workshop, board.id) for board in boards if is_behind(workshop, board)]
    noun = "board" if len(each) == 1 else f"{len(each)} boards"
    changes = tuple(change for one in each for change in one.edit.changes)
    return Upgrade(
        Edit(f"Bring {noun} to the newest version of its canvas", changes),
        kept=sum(one.kept for one in each),
        parked=sum(one.parked for one in each),
        unasked=sum(one.unasked for one in each),
        forgotten=sum(one.forgotten for one in each),
        headings=tuple(heading for one in each for heading in one.headings),
    )


def is_behind(workshop: Workshop, board: Board) -> bool:
    """Whether there is a newer version of the board's canvas."""
    return newest_version(workshop, board) > board.head.template_version
