"""What one chooses of a print: paper, sheets, what is on it, and how it is finished."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QBoxLayout, QWidget

from canvasapp.controls.layouts import column, holding
from canvasapp.controls.look import Look
from canvasapp.controls.segment import Segment
from canvasapp.controls.surface import Rule
from canvasapp.domain.template import Perspective
from canvasapp.export import PAPERS, Content, Orientation, PrintOrder, Views
from canvasapp.panels.paper.choosing import SECTION, Form, labelled
from canvasapp.panels.paper.own_size import OwnSize
from canvasapp.panels.paper.sheets_fields import cut_fields, is_cut
from canvasapp.picture.options import Questions

BOARD, OWN = "board", "own"
FIRST_OWN = "600 × 400 mm"
BLEED = 3.0
CONTENTS = (
    (Content.FILLED.value, "Filled"),
    (Content.BLANK.value, "Blank"),
    (Content.QUESTIONS.value, "Questions"),
)
VIEWS = (
    (Views.BOTH.value, "Both"),
    (Views.OUR.value, "Ours"),
    (Views.CUSTOMER.value, "Customer’s"),
)
QUESTIONS = tuple((each.value, each.value.capitalize()) for each in Questions)
ORIENTATIONS = (
    (Orientation.AUTO.value, "As it suits"),
    (Orientation.LANDSCAPE.value, "Landscape"),
    (Orientation.PORTRAIT.value, "Portrait"),
)

Order = Form[PrintOrder]


def poster_fields(form: Order, label: str = "Poster") -> QWidget:
    """Paper and the side it lies on, with a field for a size of one's own."""
    papers = ((BOARD, "As the board"), *((each, each) for each in PAPERS), (OWN, "Own size"))
    paper = form.drop_down(label, papers, _paper, _with_paper)
    side = form.drop_down(
        "Lies", ORIENTATIONS, lambda o: o.orientation.value, _with(Orientation, "orientation")
    )
    own = OwnSize(form.look)
    own.given.connect(lambda size: form.change(replace(form.value, paper=size)))
    form.on_show(lambda order: own.show_size(order.paper or ""))
    form.shown_if(own, lambda order: _paper(order) == OWN)
    return holding(column(labelled(form.look, label, paper, side), own, gap=8))


def content_fields(form: Order, *, holds_many: bool = True) -> QBoxLayout:
    """What is on it. Only a file that holds many pictures can have one for each view."""
    look = form.look
    content = form.segment("Canvas", CONTENTS, lambda o: o.content.value, _with(Content, "content"))
    questions = form.segment(
        "Questions on the sheet",
        QUESTIONS,
        lambda o: o.questions.value,
        _with(Questions, "questions"),
    )
    asked = labelled(look, "Questions on the sheet", questions)
    form.shown_if(asked, lambda order: order.content in (Content.FILLED, Content.BLANK))
    two = form.check(
        "On two sheets, one for each view",
        lambda o: o.views is Views.TWO,
        lambda o, is_so: replace(o, views=Views.TWO if is_so else Views.BOTH),
    )
    form.shown_if(two, lambda order: holds_many and order.views in (Views.BOTH, Views.TWO))
    views = labelled(look, "Perspective", _views(form))
    return column(labelled(look, "Canvas", content), SECTION, views, 2, two, SECTION - 4, asked)


def finish_fields(form: Order) -> QBoxLayout:
    """What stands around it and beside it. Sheets that are put together always have marks and labels."""
    marks = _toggle(form, "Crop marks", "marks")
    bleed = form.check(
        "Bleed 3 mm",
        lambda o: o.bleed > 0,
        lambda o, is_so: replace(o, bleed=BLEED if is_so else 0.0),
    )
    for of_one in (marks, bleed):
        form.shown_if(of_one, lambda order: not is_cut(order))
    gaps = _toggle(form, "Gap page", "gaps")
    return column(*cut_fields(form), marks, bleed, *extra_fields(form), gaps)


def extra_fields(form: Order) -> list[QWidget]:
    """What is on the sheet besides the canvas and its notes."""
    evidence = _toggle(form, "Evidence marks", "evidence")
    votes = _toggle(form, "Votes", "votes")
    hidden = _toggle(form, "Hidden notes too", "hidden")
    for of_notes in (evidence, votes, hidden):
        form.shown_if(of_notes, lambda order: order.content is Content.FILLED)
    return [evidence, votes, hidden, _toggle(form, "Legend", "legend")]


def rule(look: Look) -> QBoxLayout:
    return column(SECTION, Rule(look), SECTION)


def _views(form: Order) -> Segment:
    made = form.segment(
        "Perspective",
        VIEWS,
        lambda o: Views.BOTH.value if o.views is Views.TWO else o.views.value,
        _with(Views, "views"),
    )
    made.mark(Views.OUR.value, Perspective.OUR)
    made.mark(Views.CUSTOMER.value, Perspective.CUSTOMER)
    made.keep_words()
    return made


def _toggle(form: Order, label: str, name: str) -> QWidget:
    return form.check(
        label,
        lambda order: bool(getattr(order, name)),
        lambda order, is_so: _replaced(order, name, is_so),
    )


def _with(kind: Callable[[str], Any], name: str) -> Callable[[PrintOrder, str], PrintOrder]:
    """Changes the field of this name to the value of a kind that was chosen."""
    return lambda order, chosen: _replaced(order, name, kind(chosen))


def _replaced(order: PrintOrder, name: str, value: object) -> PrintOrder:
    changes: dict[str, Any] = {name: value}
    return replace(order, **changes)


def _paper(order: PrintOrder) -> str:
    if order.paper is None:
        return BOARD
    return order.paper if order.paper in PAPERS else OWN


def _with_paper(order: PrintOrder, chosen: str) -> PrintOrder:
    named = {BOARD: None, OWN: order.paper if _paper(order) == OWN else FIRST_OWN}
    return replace(order, paper=named.get(chosen, chosen))
