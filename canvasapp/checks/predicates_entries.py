"""What is looked for in the entries of one register: empty fields, choices nobody made, counts and sums."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from canvasapp.checks.finding import Spot
from canvasapp.checks.given import Given
from canvasapp.checks.rows import Row
from canvasapp.checks.sight import Sight
from canvasapp.checks.wording import choice_name, either, labels, party_name
from canvasapp.domain.check import Severity
from canvasapp.domain.records import PartyKind

ALL = "all"
"""Tells the finding about all choices at once from one about each."""

_NEAR = 1e-6


def on_row(sight: Sight, row: Row, key: str = "", **words: str | float) -> Spot:
    """An entry as a spot."""
    return Spot(sight.block_of(row), rows=(row,), key=key, words=words)


def lacking(sight: Sight, given: Given) -> Iterator[Spot]:
    """Of an entry that `where` means, one of `fields` is empty. Says which: `missing`."""
    for row in sight.rows(given.text("register"), given.where()):
        missing = [field for field in given.texts("fields") if row.get(field) is None]
        if missing:
            register = sight.register(row.entry.register)
            yield on_row(sight, row, missing=labels(register, missing))


def entry_is(sight: Sight, given: Given) -> Iterator[Spot]:
    """There is an entry that `where` means."""
    for row in sight.rows(given.text("register"), given.where()):
        yield on_row(sight, row)


def choices_missing(sight: Sight, given: Given) -> Iterator[Spot]:
    """One of `choices` (none: all of `field`) is made by no entry that `where` means. Says which: `choice`.

    While there is no entry, all of them in one sentence. Silent until work on the register has begun, or there is an
    entry of the kinds `only_with`. Those that are `graver` are errors, whatever the check. With `party`, a partner whom
    no entry names in that field is missing as well.
    """
    register, field = given.text("register"), given.text("field")
    if not _is_due(sight, given, register):
        return
    wanted = given.texts("choices") or sight.register(register).field(field).choices
    made = {row.get(field) for row in sight.rows(register, given.where())}
    missing = [choice for choice in wanted if choice not in made]
    for choices in _together(sight, register, missing):
        grave = set(choices) & set(given.texts("graver"))
        yield Spot(
            sight.block_for(register),
            key=choices[0] if len(choices) == 1 else ALL,
            words={"choice": either(choices)},
            severity=Severity.ERROR if grave else None,
        )
    if party_field := given.text_or_none("party"):
        yield from _parties_missing(sight, register, party_field)


def choices_incomplete(sight: Sight, given: Given) -> Iterator[Spot]:
    """A choice of `field` has no entry, or one of which a field of `fields` is empty. Says `choice` and `missing`.

    While there is no entry, all of them in one sentence. Silent until work on the register has begun.
    """
    register, field = given.text("register"), given.text("field")
    if not sight.begun(register):
        return
    rows, fields = sight.rows(register), given.texts("fields")
    kind = sight.register(register)
    made = {row.get(field) for row in rows}
    absent = [choice for choice in kind.field(field).choices if choice not in made]
    for choices in _together(sight, register, absent):
        key = choices[0] if len(choices) == 1 else ALL
        words = {"choice": either(choices)}
        yield Spot(
            sight.block_for(register), key=key, words={**words, "missing": labels(kind, fields)}
        )
    for row in rows:
        if missing := [each for each in fields if row.get(each) is None]:
            choice = choice_name(row.text(field)) or row.entry.code
            yield on_row(sight, row, choice=choice, missing=labels(kind, missing))


def only_choices(sight: Sight, given: Given) -> Iterator[Spot]:
    """Entries make a choice in `field`, and all of them one of `choices`."""
    register, field = given.text("register"), given.text("field")
    rows = [row for row in sight.rows(register) if row.get(field) is not None]
    if rows and all(row.get(field) in given.texts("choices") for row in rows):
        yield Spot(sight.block_for(register), rows=tuple(rows), collective=True)


def counted(sight: Sight, given: Given) -> Iterator[Spot]:
    """Of one of the kinds `of` there are fewer entries than `least` or more than `most`. Says how many: `n`.

    Silent until work on the register has begun, or there is an entry of the kinds `only_with`.
    """
    for at, kind in enumerate(given.kinds("of")):
        rows = sight.rows(kind.register, kind.where)
        fits = given.number_or("least", 0) <= len(rows) <= given.number_or("most", float("inf"))
        if not fits and _is_due(sight, given, kind.register):
            block = sight.block_for(kind.register)
            words = {"n": len(rows)}
            yield Spot(block, rows=tuple(rows), key=str(at), words=words, collective=True)


def sum_differs(sight: Sight, given: Given) -> Iterator[Spot]:
    """The numbers in `field` of the entries that `where` means do not add up to `total`. Says their `sum`."""
    register, field = given.text("register"), given.text("field")
    rows = sight.rows(register, given.where())
    amounts = [row.number(field) or 0.0 for row in rows]
    if rows and abs(sum(amounts) - given.number("total")) > _NEAR:
        block, words = sight.block_for(register), {"sum": sum(amounts)}
        yield Spot(block, rows=tuple(rows), words=words, collective=True)


def numbers_fall(sight: Sight, given: Given) -> Iterator[Spot]:
    """Of an entry, the numbers in `fields` do not rise or stay from each to the next that is filled."""
    for row in sight.rows(given.text("register")):
        numbers = [number for f in given.texts("fields") if (number := row.number(f)) is not None]
        if any(later < earlier for earlier, later in pairwise(numbers)):
            yield on_row(sight, row)


def share_over(sight: Sight, given: Given) -> Iterator[Spot]:
    """The entries that `where` means have a share of over `most` percent. Says the `share`.

    That is the sum of the percentages in `field`; where one of the entries that `among` means has none there, it is the
    share in their number.
    """
    register, field = given.text("register"), given.text("field")
    among = sight.rows(register, given.where("among"))
    part = sight.rows(register, given.where())
    if all(row.number(field) is not None for row in among):
        share = sum(row.number(field) or 0.0 for row in part)
    else:
        share = 100 * len(part) / len(among)
    if share > given.number("most"):
        block, words = sight.block_for(register), {"share": round(share)}
        yield Spot(block, rows=tuple(part), words=words, collective=True)


def item_twice(sight: Sight, given: Given) -> Iterator[Spot]:
    """Two entries have the same item in the list `field`. Says who, from their field `party`: `a`, `b`, and `item`."""
    rows = sight.rows(given.text("register"))
    field, party = given.text("field"), given.text("party")
    for one, other in combinations(rows, 2):
        for item in _same(one.items(field), other.items(field)):
            a, b = (party_name(sight, row.text(party)) for row in (one, other))
            words = {"a": a, "b": b, "item": item}
            yield Spot(sight.block_of(one), rows=(one, other), key=item, words=words)


def lane_empty(sight: Sight, given: Given) -> Iterator[Spot]:
    """There are entries that `where` means, and no note in the lane of `block` and `perspective`."""
    block = given.text("block")
    rows = sight.rows(given.text("register"), given.where())
    if rows and not sight.notes(block, given.perspective("perspective")):
        yield Spot(block, rows=tuple(rows), collective=True)


def _is_due(sight: Sight, given: Given, register: str) -> bool:
    kinds = given.kinds("only_with")
    if kinds:
        return any(sight.rows(kind.register, kind.where) for kind in kinds)
    return sight.begun(register)


def _together(sight: Sight, register: str, choices: list[str]) -> list[list[str]]:
    """One by one; all at once while there is nothing yet."""
    if not sight.rows(register):
        return [choices] if choices else []
    return [[choice] for choice in choices]


def _parties_missing(sight: Sight, register: str, field: str) -> Iterator[Spot]:
    rows = sight.rows(register)
    named = {party for row in rows for party in row.items(field)}
    for party in sight.parties.values() if rows else ():
        if party.kind in (None, PartyKind.PARTNER) and party.id not in named:
            yield Spot(sight.block_for(register), key=party.id, words={"choice": party.name})


def _same(one: tuple[str, ...], other: tuple[str, ...]) -> list[str]:
    known = {item.casefold().strip() for item in other}
    return [item for item in one if item.casefold().strip() in known]
