"""What is looked for in the notes themselves: lanes that are empty, words, lengths, owners."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from canvasapp.checks.finding import Spot
from canvasapp.checks.given import Given
from canvasapp.checks.sight import Sight
from canvasapp.checks.wording import figure, quoted
from canvasapp.domain.records import Note
from canvasapp.domain.template import Block, Origin, Perspective

OTHER = {Perspective.OUR: Perspective.CUSTOMER, Perspective.CUSTOMER: Perspective.OUR}

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_NEXT_SENTENCE = re.compile(r"(?<=[.!?…])\s+(?=[^\Wa-z_])|(?<=[。！？])(?=.)")


def one_sided(sight: Sight, given: Given) -> Iterator[Spot]:
    """A block has notes from `perspective` and none from the other one. Says how many: `n`."""
    side = given.perspective("perspective")
    for block in sight.blocks:
        count = len(sight.notes(block.id, side))
        if count and not sight.notes(block.id, OTHER[side]):
            yield Spot(block.id, words={"n": count})


def skipped_block(sight: Sight, _given: Given) -> Iterator[Spot]:
    """A block has no notes although one that comes later in the facilitation has some."""
    begun = False
    for block in reversed(sight.template.blocks_in_order()):
        notes = sight.notes(block.id)
        if begun and not notes:
            yield Spot(block.id)
        begun = begun or bool(notes)


def inside_out(sight: Sight, given: Given) -> Iterator[Spot]:
    """Of `least` notes or more, ours are `times` as many as the customer's. Says both counts."""
    seen = Counter(note.perspective for note in sight.all_notes())
    our, customer = seen[Perspective.OUR], seen[Perspective.CUSTOMER]
    enough = our + customer >= given.number("least")
    if enough and our >= given.number("times") * max(customer, 1):
        yield Spot(words={"our": our, "customer": customer})


def empty_lane(sight: Sight, given: Given) -> Iterator[Spot]:
    """The sheet is about to be printed and a lane is empty. Says which: `view`."""
    names = {Perspective.OUR: given.text("our"), Perspective.CUSTOMER: given.text("customer")}
    for block in sight.blocks if sight.poster else ():
        for side, name in names.items():
            if not sight.notes(block.id, side):
                yield Spot(block.id, key=side.value, words={"view": name})


def not_begun_with(sight: Sight, given: Given) -> Iterator[Spot]:
    """`block` (of it the lane of `perspective`) is empty, while one of `later` (none: any other) has notes."""
    block = given.text("block")
    later = given.texts("later") or [each.id for each in sight.template.blocks if each.id != block]
    empty = not sight.notes(block, given.perspective_or_none("perspective"))
    if empty and any(sight.notes(each) for each in later):
        yield Spot(block)


def note_matches(sight: Sight, given: Given) -> Iterator[Spot]:
    """The text of a note, of `perspective` alone if given, matches `pattern`, whatever its case."""
    pattern = re.compile(given.text("pattern"), re.IGNORECASE)
    side = given.perspective_or_none("perspective")
    return _each_note(
        sight, lambda note: side in (None, note.perspective) and bool(pattern.search(note.text))
    )


def note_says(sight: Sight, given: Given) -> Iterator[Spot]:
    """A note uses one of `words`; with `most_words` only a note that short; with `numberless` only without a number.

    With `questions` those of the canvas are read as well, other than the ones printed word for word. Says `word`.
    """
    wanted = {word.casefold() for word in given.texts("words")}
    most = given.number_or("most_words", float("inf"))
    for note in sight.all_notes():
        words = _WORD.findall(note.text)
        numbered = given.flag("numberless") and re.search(r"\d", note.text)
        said = [] if len(words) > most or numbered else [w for w in words if w.casefold() in wanted]
        if said:
            yield _on_note(note, word=said[0])
    if given.flag("questions"):
        yield from _questions_saying(sight.blocks, wanted)


def note_too_long(sight: Sight, given: Given) -> Iterator[Spot]:
    """A note has more than `most` characters. Says how many: `n`, and `most`."""
    most = given.number("most")
    for note in sight.all_notes():
        if len(note.text) > most:
            yield _on_note(note, n=figure(len(note.text)), most=figure(most))


def several_ideas(sight: Sight, given: Given) -> Iterator[Spot]:
    """A note has `sentences` or more, or as many as `lines` that are not blank."""
    return _each_note(
        sight,
        lambda note: (
            _sentences(note.text) >= given.number("sentences")
            or sum(bool(line.strip()) for line in note.text.splitlines()) >= given.number("lines")
        ),
    )


def without_party(sight: Sight, given: Given) -> Iterator[Spot]:
    """A note from `perspective` has no party, where `parties` or more sit at the table."""
    if len(sight.parties) < given.number("parties"):
        return iter(())
    side = given.perspective("perspective")
    return _each_note(sight, lambda note: note.perspective is side and note.party is None)


def said_twice(sight: Sight, _given: Given) -> Iterator[Spot]:
    """Notes of one block and perspective say the same, but for case, blanks and the stop at the end."""
    same: dict[tuple[object, ...], list[Note]] = {}
    for note in sight.all_notes():
        words = " ".join(note.text.casefold().split()).rstrip(".!…")
        if words and note.block:
            same.setdefault((note.block, note.perspective, words), []).append(note)
    for notes in same.values():
        if len({note.content for note in notes}) > 1:
            yield Spot(notes[0].block, tuple(notes), words={"text": quoted(notes[0].text)})


def off_the_blocks(sight: Sight, _given: Given) -> Iterator[Spot]:
    """Notes lie off the blocks. Says how many: `n`."""
    notes = sight.notes(None)
    if notes:
        yield Spot(notes=tuple(notes), words={"n": len(notes)}, collective=True)


def no_profile(sight: Sight, given: Given) -> Iterator[Spot]:
    """Neither the board nor an entry of `register` names a customer profile, though notes have been written."""
    named = sight.profile.strip() or sight.rows(given.text("register"))
    if not named and sight.all_notes():
        yield Spot()


def attribution_missing(sight: Sight, _given: Given) -> Iterator[Spot]:
    """The sheet is about to be printed without a source line."""
    if sight.poster and not sight.poster.attribution.strip():
        yield Spot()


def letters_too_small(sight: Sight, _given: Given) -> Iterator[Spot]:
    """The sheet is about to be printed with notes in smaller letters than the canvas allows. Says how many: `n`."""
    letters = sight.poster.letters if sight.poster else {}
    floor = sight.template.sheet.type_scale.note_min
    small = [note for note in sight.all_notes() if letters.get(note.id, floor) < floor]
    if small:
        yield Spot(notes=tuple(small), words={"n": len(small)}, collective=True)


def _each_note(sight: Sight, found: Callable[[Note], bool]) -> Iterator[Spot]:
    return (_on_note(note) for note in sight.all_notes() if found(note))


def _on_note(note: Note, **words: str) -> Spot:
    return Spot(note.block, (note,), words={"text": quoted(note.text), **words})


def _questions_saying(blocks: list[Block], wanted: set[str]) -> Iterator[Spot]:
    for block in blocks:
        for question in block.questions:
            said = [word for word in _WORD.findall(question.text) if word.casefold() in wanted]
            if said and question.origin in (Origin.ADAPTED, Origin.DERIVED):
                words = {"text": quoted(question.text), "word": said[0]}
                yield Spot(block.id, key=question.id, words=words)


def _sentences(text: str) -> int:
    return len(_NEXT_SENTENCE.split(text.strip()))
