"""Values that are given together in the end: each is looked at when it is given, none is kept before."""

from __future__ import annotations

from collections.abc import Callable

from canvasapp.controls.value_fields.stock import Stock
from canvasapp.controls.value_fields.value_field import Keep
from canvasapp.domain.errors import ExpectedError
from canvasapp.domain.register import Field, Value
from canvasapp.edits.values import fit_value


def gathering(
    field: Field,
    stock: Callable[[], Stock],
    values: dict[str, Value],
    show: Callable[[Field, Value | None], object],
) -> Keep:
    """Puts what is given into `values` under the field's id, as it is stored, and shows it so; or says why not."""

    def keep(given: Value | None, _again: bool) -> str:  # noqa: FBT001  # as a field gives
        try:
            value = fit_value(stock().workshop, field, given)
        except ExpectedError as refusal:
            return str(refusal)
        values.pop(field.id, None)
        if value is not None:
            values[field.id] = value
        show(field, value)
        return ""

    return keep
