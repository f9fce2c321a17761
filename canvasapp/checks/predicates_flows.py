"""What is looked for across parties and moments: handoffs, timings, what is handed over, boundaries, phases."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from canvasapp.checks.finding import Spot
from canvasapp.checks.given import Given
from canvasapp.checks.predicates_entries import on_row
from canvasapp.checks.rows import Row
from canvasapp.checks.sight import Sight
from canvasapp.checks.wording import party_name
from canvasapp.domain.records import PartyKind


def handoff_unshaken(sight: Sight, given: Given) -> Iterator[Spot]:
    """Two moments in a row have different owners and no handshake leads from the one to the other. Says `a`, `b`."""
    giver, taker = given.path("giver"), given.path("taker")
    shaken = {(row.text(giver[1]), row.text(taker[1])) for row in sight.rows(giver[0])}
    for one, other in pairwise(_in_order(sight, given)):
        pair = tuple(row.text(given.path("owner")[1]) for row in (one, other))
        if all(pair) and pair[0] != pair[1] and pair not in shaken:
            a, b = (party_name(sight, party) for party in pair)
            yield on_row(sight, one, other.id, a=a, b=b)


def slower_than_promised(sight: Sight, given: Given) -> Iterator[Spot]:
    """The handshakes on the way to a guaranteed moment take longer than the guarantee allows. Says their `sum`.

    They are those `after` a moment from where the clock starts (`from`) up to, not including, the moment that the
    guarantee is about (`until`).
    """
    register, limit = given.path("limit")
    shake, timing = given.path("timing")
    order = [row.id for row in _in_order(sight, given)]
    for row in sight.rows(register):
        allowed, way = row.number(limit), _way(row, order, given)
        shaken = [
            each.number(timing) or 0.0
            for each in sight.rows(shake)
            if each.text(given.path("after")[1]) in way
        ]
        if allowed is not None and sum(shaken) > allowed:
            yield on_row(sight, row, sum=sum(shaken))


def handed_over_unagreed(sight: Sight, given: Given) -> Iterator[Spot]:
    """An item of a `payload` is not among the `items` agreed between the same two parties. Says `item`.

    `giver` and `taker` are the parties of the payload, `sharer` and `receiver` those of the agreement.
    """
    agreed: dict[tuple[str, str], set[str]] = {}
    register, items = given.path("items")
    for row in sight.rows(register):
        between = _between(row, given, "sharer", "receiver")
        agreed.setdefault(between, set()).update(map(_plain, row.items(items)))
    register, payload = given.path("payload")
    for row in sight.rows(register):
        between = _between(row, given, "giver", "taker")
        for item in row.items(payload):
            if _plain(item) not in agreed.get(between, ()):
                yield on_row(sight, row, item, item=item)


def boundary_blind(sight: Sight, given: Given) -> Iterator[Spot]:
    """Two parties exchange work, anywhere in the workshop, and no entry watches their boundary. Says `a`, `b`.

    They exchange work by an entry that names one in a field of `givers` and the other in the field of `takers` in the
    same place. Silent until work on what watches boundaries has begun.
    """
    left, right = given.path("left"), given.path("right")
    if not sight.begun(left[0]):
        return
    watched = {frozenset((row.text(left[1]), row.text(right[1]))) for row in sight.rows(left[0])}
    for pair in sorted(_exchanging(sight, given) - watched, key=sorted):
        a, b = sorted(party_name(sight, party) for party in pair)
        key = " ".join(sorted(pair))
        yield Spot(sight.block_for(left[0]), key=key, words={"a": a, "b": b})


def pilot_misshapen(sight: Sight, given: Given) -> Iterator[Spot]:
    """The entry that `where` means does not name `partners` and `teams`, as many of each, in `field`."""
    for row in sight.rows(given.text("register"), given.where()):
        kinds = [
            sight.parties[party].kind is PartyKind.TEAM
            for party in row.items(given.text("field"))
            if party in sight.parties
        ]
        if (kinds.count(False), kinds.count(True)) != (
            given.number("partners"),
            given.number("teams"),
        ):
            yield on_row(sight, row)


def _in_order(sight: Sight, given: Given) -> list[Row]:
    """The moments by their numbers; those without one are left out."""
    register, order = given.path("order")
    numbered = [(row.number(order), row.id, row) for row in sight.rows(register)]
    return [row for number, _, row in sorted(numbered, key=_place) if number is not None]


def _place(numbered: tuple[float | None, str, Row]) -> tuple[float, str]:
    return numbered[0] or 0.0, numbered[1]


def _way(row: Row, order: list[str], given: Given) -> list[str]:
    """The moments from where the clock starts to before the one that is promised; none if one is not known."""
    ends = row.text(given.path("from")[1]), row.text(given.path("until")[1])
    if not set(ends) <= set(order):
        return []
    return order[order.index(ends[0]) : order.index(ends[1])]


def _between(row: Row, given: Given, giver: str, taker: str) -> tuple[str, str]:
    return row.text(given.path(giver)[1]), row.text(given.path(taker)[1])


def _plain(item: str) -> str:
    return " ".join(item.casefold().split())


def _exchanging(sight: Sight, given: Given) -> set[frozenset[str]]:
    pairs: set[frozenset[str]] = set()
    ends = zip(given.paths("givers"), given.paths("takers"), strict=False)
    for (register, giver), (_, taker) in ends:
        for row in sight.everywhere(register):
            for one in row.items(giver):
                pairs |= {frozenset((one, other)) for other in row.items(taker) if other != one}
    return pairs
