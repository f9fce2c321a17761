"""The canvases of a workshop: those that are installed, and the versions that it has of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from canvasapp.domain.errors import ExpectedError
from canvasapp.domain.records import BoardHead, OwnCanvas, canvas_key
from canvasapp.domain.template import Template


class UnknownTemplateError(ExpectedError):
    """A board names a canvas that this installation does not have."""

    def __init__(self, template_id: str) -> None:
        super().__init__(
            f"The canvas {template_id!r} is not installed: install a version of canvasapp that has it."
        )


def offered(
    installed: Mapping[str, Template], own: Mapping[str, OwnCanvas]
) -> Mapping[str, Template]:
    """What new boards can be made of, by id: what is installed, then the newest version of each other one."""
    newest = _newest(own.values())
    return {**installed, **{key: each for key, each in newest.items() if key not in installed}}


def canvas_of(
    head: BoardHead, installed: Mapping[str, Template], own: Mapping[str, OwnCanvas]
) -> Template:
    """The canvas of a board: its very version, else the version that there is. Raises UnknownTemplateError."""
    exact = own.get(canvas_key(head.template, head.template_version))
    if exact is not None:
        return exact.template
    known = installed.get(head.template) or _newest(own.values()).get(head.template)
    if known is None:
        raise UnknownTemplateError(head.template)
    return known


def _newest(own: Iterable[OwnCanvas]) -> dict[str, Template]:
    oldest_first = sorted((each.template for each in own), key=lambda each: each.version)
    newest = {each.id: each for each in oldest_first}
    return dict(sorted(newest.items(), key=lambda each: (each[1].name, each[0])))
