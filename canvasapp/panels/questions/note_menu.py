"""The menu of a note that is listed with the questions: which question of the block it answers."""

from __future__ import annotations

from collections.abc import Callable

from canvasapp.controls.menus import Menu
from canvasapp.domain.records import Note
from canvasapp.domain.template import Block, Question
from canvasapp.panels.questions.column import NAMES

NONE = "None of them"


def offer_questions(menu: Menu, block: Block, note: Note, assign: Callable[[str], object]) -> None:
    """Those of the view in which the note is seen; those of the other view one step further. "" for none."""
    for view, name in NAMES.items():
        asked = block.questions_of(view)
        if view is note.perspective:
            _add(menu, asked, note, assign)
        elif asked:
            menu.addSeparator()
            _add(menu.submenu(name, marked=True), asked, note, assign)
    menu.addSeparator()
    menu.addAction(NONE, lambda: assign(""))


def _add(
    menu: Menu, questions: tuple[Question, ...], note: Note, assign: Callable[[str], object]
) -> None:
    for question in questions:
        entry = menu.add_name(question.text)
        entry.setCheckable(True)
        entry.setChecked(question.id == note.question)
        entry.triggered.connect(lambda _=False, id_=question.id: assign(id_))
