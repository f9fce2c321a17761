"""What Enter and Backspace do to a draft in a list: items go on, numbers count on, and a list ends."""

from __future__ import annotations

import re

from canvasapp.domain.markup import read
from canvasapp.edits.marking import replaced
from canvasapp.view.draft import Draft

_NUMBER = re.compile(r"(\d{1,3})(?=[.)] )")
_LAST = 999
"""No label has a greater number."""


def next_line(draft: Draft) -> Draft:
    """A new line at the caret, in a list its next item; in an item that is empty the list ends instead."""
    if draft.selected:
        draft = draft.typed("")
    markup = read(draft.text)
    place = markup.place(draft.position)
    label = markup.label(place)
    if label is None or place < label[1]:
        return draft.typed("\n")
    if markup.shown[label[1] : label[1] + 1] in ("", "\n"):
        return _without_label(draft, label)
    said, number = _following(markup.bare[label[0] : label[1]])
    draft = draft.typed("\n" + said)
    return _counted_on(draft, number) if number else draft


def without_label(draft: Draft) -> Draft | None:
    """The item a line like others; None when the caret is not at the beginning of one."""
    markup = read(draft.text)
    place = markup.place(draft.position)
    label = markup.label(place)
    if draft.selected or label is None or place != label[1]:
        return None
    return _without_label(draft, label)


def _without_label(draft: Draft, label: tuple[int, int]) -> Draft:
    markup = read(draft.text)
    start, end = (markup.position(place) for place in label)
    text, position = replaced(draft.text, start, end, "")
    return Draft(text, position, position)


def _following(label: str) -> tuple[str, int]:
    """The label of the next item, and its number, 0 without one."""
    found = _NUMBER.match(label)
    if found is None or int(found[0]) == _LAST:
        return label, 0
    number = int(found[0]) + 1
    return f"{number}{label[found.end() :]}", number


def _counted_on(draft: Draft, number: int) -> Draft:
    """The items under the one that begins at the caret, which had numbers from `number` on, with one more each."""
    line, *others = draft.text[draft.position :].split("\n")
    counted = [line]
    for other in others:
        found = _NUMBER.match(other)
        if found is None or int(found[0]) != number or number == _LAST:
            break
        number += 1
        counted.append(f"{number}{other[found.end() :]}")
    text = "\n".join([*counted, *others[len(counted) - 1 :]])
    return Draft(draft.text[: draft.position] + text, draft.position, draft.position)
