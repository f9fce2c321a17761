"""What is looked for in figures that belong together: targets, margins, thresholds, factors of the value stack."""

from __future__ import annotations

from collections.abc import Iterator

from canvasapp.checks.finding import Spot
from canvasapp.checks.given import Given
from canvasapp.checks.predicates_entries import on_row
from canvasapp.checks.rows import Row
from canvasapp.checks.sight import Sight
from canvasapp.checks.wording import choice_name, either, figure


def target_weaker(sight: Sight, given: Given) -> Iterator[Spot]:
    """A measure of a promise has another unit, or a weaker target in the direction it calls `better`. Says `a`, `b`.

    `promise` is the field that refers to the promise; `target` and `unit` are fields of both.
    """
    target, unit = given.text("target"), given.text("unit")
    for row in sight.rows(given.text("register")):
        promise = sight.target(row, given.text("promise"))
        if promise is None or row.number(target) is None or promise.number(target) is None:
            continue
        if _weaker(row, promise, given) or row.text(unit) != promise.text(unit):
            a, b = (_amount(each, target, unit) for each in (promise, row))
            yield on_row(sight, row, a=a, b=b)


def no_margin(sight: Sight, given: Given) -> Iterator[Spot]:
    """The sum of `prices` less that of `costs` is not positive, or one of them is missing. Says `value`."""
    register, field = given.text("register"), given.text("field")
    prices, costs = (sight.rows(register, given.where(name)) for name in ("prices", "costs"))
    if not sight.begun(register):
        return
    missing = [name for name, rows in (("price", prices), ("unit cost", costs)) if not rows]
    left = _total(prices, field) - _total(costs, field)
    if missing:
        value = f"no {' and no '.join(missing)} named"
    elif left <= 0:
        value = f"{figure(left)} is left when the cost is paid"
    else:
        return
    block, rows = sight.block_for(register), (*prices, *costs)
    yield Spot(block, rows=rows, words={"value": value}, collective=True)


def threshold_late(sight: Sight, given: Given) -> Iterator[Spot]:
    """Choices of `field` have no threshold, or one `agreed` after the pilot `begins`. Says `choice`."""
    register, field = given.text("register"), given.text("field")
    pilot, begins = given.path("begins")
    dates = [row.text(begins) for row in sight.rows(pilot) if row.text(begins)]
    rows = sight.rows(register)
    late = [row for row in rows if dates and row.text(given.text("agreed")) > min(dates)]
    choices = sight.register(register).field(field).choices if sight.begun(register) else ()
    absent = [choice for choice in choices if choice not in {row.get(field) for row in rows}]
    if absent:
        words = {"choice": either(absent)}
        yield Spot(sight.block_for(register), key=" ".join(absent), words=words)
    for row in late:
        yield on_row(sight, row, choice=row.text(field) or row.entry.code)


def factor_below_need(sight: Sight, given: Given) -> Iterator[Spot]:
    """A level that has activities needs more of a factor than there is. Says `level`, `need` and the row's fields.

    `needs` are the fields for the choices of `level` in their order; `have` is what there is today.
    """
    register, level = given.path("level")
    choices = sight.register(register).field(level).choices
    planned = {row.get(level) for row in sight.rows(register)}
    for row in sight.rows(given.text("register")):
        have = row.number(given.text("have"))
        for choice, field in zip(choices, given.texts("fields"), strict=False):
            need = row.number(field)
            if choice in planned and have is not None and need is not None and have < need:
                yield on_row(sight, row, choice, level=choice_name(choice), need=need)


def _weaker(row: Row, promise: Row, given: Given) -> bool:
    target = given.text("target")
    mine, promised = row.number(target) or 0.0, promise.number(target) or 0.0
    match row.text(given.text("better")):
        case "higher":
            return mine < promised
        case "lower":
            return mine > promised
        case _:
            return False


def _amount(row: Row, target: str, unit: str) -> str:
    return f"{figure(row.number(target) or 0.0)} {row.text(unit)}".strip()


def _total(rows: list[Row], field: str) -> float:
    return sum(row.number(field) or 0.0 for row in rows)
