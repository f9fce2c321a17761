"""Things made from their key on first use and kept while there is room."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Made(dict[K, V]):
    """A dictionary that makes what it lacks; past `limit` entries the one made longest ago goes."""

    def __init__(self, make: Callable[[K], V], limit: int) -> None:
        super().__init__()
        self._make = make
        self._limit = limit

    def __missing__(self, key: K) -> V:
        if len(self) >= self._limit:
            del self[next(iter(self))]
        value = self[key] = self._make(key)
        return value
