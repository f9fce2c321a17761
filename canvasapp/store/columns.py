"""The columns that tables are made of: what each may hold, for the gateway and for SQLite alike."""

from __future__ import annotations

from typing import Any

from sqlalchemy import REAL, CheckConstraint, ForeignKey, Integer, Text
from sqlmodel import Field

from canvasapp.domain.timer import LONGEST
from canvasapp.store.lists import NO_NUL

MAX_ID = 64
MAX_CANVAS_KEY = 100
MAX_TITLE = 1_000
MAX_KEY = 500
"""The longest order key (see `domain.order`), in characters."""
FARTHEST = 1_000_000.0
"""No note lies farther from the sheet's corner or is larger than this, in mm."""
MAX_CONTENT = 256 * 1024 * 1024
"""The largest attachment, in bytes."""

ORDER_KEY = "^[A-Za-z][0-9A-Za-z]+$"
SHA256 = "^[0-9a-f]{64}$"
MOMENT = r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?\+00:00$"
FOLDER_NAME = "^[0-9A-Za-z_-]+$"
"""A workshop's id names its folders too."""


def worded(most: int, shortest: int = 0, pattern: str = NO_NUL, **more: Any) -> Any:
    return Field(
        max_length=most,
        min_length=shortest,
        schema_extra={"pattern": pattern},
        sa_type=Text,
        **more,
    )


def identifying(**more: Any) -> Any:
    return worded(MAX_ID, 1, **more)


def key(most: int = MAX_ID, pattern: str = NO_NUL) -> Any:
    return worded(most, 1, pattern, primary_key=True)


def referring(table: str) -> Any:
    """An id in another table; looked at when the transaction ends, so that an edit's order does not matter."""
    foreign = ForeignKey(f"{table}.id", deferrable=True, initially="DEFERRED")
    return identifying(sa_column_args=[foreign])


def placing() -> Any:
    return Field(ge=-FARTHEST, le=FARTHEST, sa_type=REAL)


def extending() -> Any:
    return Field(gt=0, le=FARTHEST, sa_type=REAL)


def counting(lowest: int = 0, highest: int = 2**53, **more: Any) -> Any:
    return Field(ge=lowest, le=highest, sa_type=Integer, **more)


def moment() -> Any:
    """ISO 8601 in UTC."""
    return worded(MAX_ID, 1, MOMENT)


def lasting() -> Any:
    """Seconds, at most a day."""
    return Field(ge=0, le=LONGEST, sa_type=REAL)


def longest(column: str, length: int, shortest: int = 0) -> CheckConstraint:
    return CheckConstraint(f"length({column}) BETWEEN {shortest} AND {length}")


def within(*columns: str) -> list[CheckConstraint]:
    return [CheckConstraint(f"{each} BETWEEN -1e6 AND 1e6") for each in columns]


STRICT = {"sqlite_strict": True}
