"""Rules of quality as values: what is looked for, where, how much it matters and what is said about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from canvasapp.domain.register import Value


class Severity(StrEnum):
    """How much a finding matters, the gravest first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Test:
    """What is asked of one field of an entry. Of the demands that are made, all have to be met.

    `path` is a field, or `field.other`: the field `other` of the entry that `field` refers to. `one_of` are the values
    that fit (False fits a field that was left empty); `matches` is a pattern that is found in the text; `same_as` is
    another field of the same entry.
    """

    path: str
    filled: bool | None = None
    one_of: tuple[Value, ...] = ()
    least: float | None = None
    most: float | None = None
    matches: str | None = None
    same_as: str | None = None


Where = tuple[tuple[Test, ...], ...]
"""Which entries are meant: those that pass all tests of one of the groups; without groups, all entries."""


@dataclass(frozen=True, slots=True)
class Kind:
    """The entries of one register that are meant."""

    register: str
    where: Where = ()


class ParameterKind(StrEnum):
    """What a parameter of a predicate is, and so how a data file writes it.

    FIELD is a field of the check's `register`, PATH one of any register, as `register.field`; CHOICES are some of the
    choices of the check's `field`.
    """

    REGISTER = "register"
    FIELD = "field"
    FIELDS = "fields"
    PATH = "path"
    PATHS = "paths"
    CHOICES = "choices"
    WHERE = "where"
    KINDS = "kinds"
    BLOCK = "block"
    BLOCKS = "blocks"
    PERSPECTIVE = "perspective"
    STATUSES = "statuses"
    WORDS = "words"
    PATTERN = "pattern"
    TEXT = "text"
    NUMBER = "number"
    FLAG = "flag"


@dataclass(frozen=True, slots=True)
class Form:
    """What a predicate takes, and what a message may say of what it finds.

    `says` are placeholders, besides `block`; `entry` is the parameter that names the register whose fields are others.
    """

    required: Mapping[str, ParameterKind]
    optional: Mapping[str, ParameterKind] = field(default_factory=dict)
    says: tuple[str, ...] = ()
    entry: str | None = None


Parameter = str | float | bool | tuple[str, ...] | Where | tuple[Kind, ...]


@dataclass(frozen=True, slots=True)
class Check:
    """One rule. `canvases` are those it was made for, none meaning all; a board runs those its canvas names.

    `message` is what is said, with placeholders in braces; `one` is said instead when the number `n` is one.
    """

    id: str
    severity: Severity
    rule: str
    predicate: str
    parameters: Mapping[str, Parameter]
    message: str
    one: str | None = None
    canvases: tuple[str, ...] = ()
