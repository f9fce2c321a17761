"""The parameters of a check as its predicate reads them; the loader has seen to their kinds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from canvasapp.domain.check import Kind, Parameter, Where
from canvasapp.domain.template import Perspective


class Given:
    """What a data file gives to a predicate: one reading of a parameter for each kind of it."""

    def __init__(self, parameters: Mapping[str, Parameter]) -> None:
        self._parameters = parameters

    def text(self, name: str) -> str:
        return cast("str", self._parameters[name])

    def text_or_none(self, name: str) -> str | None:
        return cast("str | None", self._parameters.get(name))

    def texts(self, name: str) -> tuple[str, ...]:
        """None of an optional parameter that was left out."""
        return cast("tuple[str, ...]", self._parameters.get(name, ()))

    def number(self, name: str) -> float:
        return cast("float", self._parameters[name])

    def number_or(self, name: str, default: float) -> float:
        return cast("float", self._parameters.get(name, default))

    def flag(self, name: str) -> bool:
        return bool(self._parameters.get(name, False))

    def where(self, name: str = "where") -> Where:
        return cast("Where", self._parameters.get(name, ()))

    def kinds(self, name: str) -> tuple[Kind, ...]:
        return cast("tuple[Kind, ...]", self._parameters.get(name, ()))

    def perspective(self, name: str) -> Perspective:
        return Perspective(self.text(name))

    def perspective_or_none(self, name: str) -> Perspective | None:
        return self.perspective(name) if name in self._parameters else None

    def path(self, name: str) -> tuple[str, str]:
        """A register and a field of it."""
        register, _, field = self.text(name).partition(".")
        return register, field

    def paths(self, name: str) -> list[tuple[str, str]]:
        pairs = (path.partition(".") for path in self.texts(name))
        return [(register, field) for register, _, field in pairs]
