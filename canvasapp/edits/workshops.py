"""New workshops, and what they are called until somebody says."""

from __future__ import annotations

import re
from collections.abc import Mapping

from canvasapp.domain.board import Workshop
from canvasapp.domain.records import WorkshopHead, new_id
from canvasapp.domain.template import Template
from canvasapp.edits.boards import new_board
from canvasapp.edits.parties import starting_parties

UNTITLED = "Untitled workshop"
_NUMBERED = re.compile(rf"{UNTITLED}( \d+)?")


def new_workshop(templates: Mapping[str, Template], template_id: str, title: str) -> Workshop:
    """The two parties that every workshop begins with, and one empty board. Raises UnknownTemplateError."""
    empty = Workshop.of(WorkshopHead(new_id(), title), templates, starting_parties())
    return empty.after(new_board(empty, template_id))


def is_untitled(title: str) -> bool:
    """Whether nobody has given the workshop a title yet: it is called UNTITLED, or that with a number."""
    return _NUMBERED.fullmatch(title) is not None
