"""What the key for bold letters does to a draft, and letters typed after it."""

from __future__ import annotations

from canvasapp.domain.markup import BOLD, read
from canvasapp.edits.marking import is_bold, with_bold
from canvasapp.view.draft import Draft


def bold_turned(draft: Draft) -> Draft | None:
    """What is selected, or the word around the caret, bold or plain; at the edge of bold words the caret beyond it.

    None: there is nothing to turn but what is typed next.
    """
    start, end = draft.selection if draft.selected else _word_around(draft)
    if start < end:
        bold = not is_bold(draft.text, start, end)
        return _kept(draft, with_bold(draft.text, start, end, bold=bold))
    markup = read(draft.text)
    place = markup.place(draft.position)
    inward, onward = markup.position(place), markup.position(place, onward=True)
    if inward == onward:
        return None
    return draft.at(onward if draft.position == inward else inward)


def typed_turned(draft: Draft, text: str) -> Draft:
    """`text` in the place of what is selected, bold among plain letters and plain among bold ones."""
    marked = draft.typed(f"{BOLD}{text}{BOLD}")
    return marked.at(marked.position - len(BOLD))


def _word_around(draft: Draft) -> tuple[int, int]:
    """The positions of the word that has the caret inside; nothing at its ends, where another may begin."""
    place = read(draft.text).place(draft.position)
    word = draft.word_selected(draft.position)
    start, end = (read(draft.text).place(edge) for edge in word.selection)
    inside = start < place < end and not word.selected.isspace()
    return word.selection if inside else (draft.position, draft.position)


def _kept(draft: Draft, text: str) -> Draft:
    """The draft with other marks: caret and selection at the letters where they were."""
    old, new = read(draft.text), read(text)
    anchor, position = old.place(draft.anchor), old.place(draft.position)
    return Draft(
        text,
        new.position(anchor, onward=anchor < position),
        new.position(position, onward=position < anchor),
    )
