"""Reads the values of a data file, each knowing where it stands, so that a refusal names file, place and fault."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import NoReturn, TypeVar

from canvasapp.domain.errors import ExpectedError

MAX_FILE = 1_000_000
"""The largest data file, in bytes."""
FORMAT = 1
"""The newest shape of data files that this program reads."""
LONGEST_ID = 60

E = TypeVar("E", bound=StrEnum)

_ID = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
"""What can not be drawn: control characters, and halves of others."""


class TemplateError(ExpectedError):
    """A data file of a canvas or of the worked example can not be used; the message says why and what to do.

    When that is about one value, `place` is its path, `fault` what is wrong and `remedy` what to do.
    """

    def __init__(self, sentence: str, place: str = "", fault: str = "", remedy: str = "") -> None:
        super().__init__(sentence)
        self.place, self.fault, self.remedy = place, fault, remedy


@dataclass(frozen=True, slots=True)
class Reader:
    """One value of a data file. `place` is its path in the file, such as `blocks[3].questions[0].text`."""

    file: Path
    place: str
    value: object

    def refuse(self, fault: str, remedy: str) -> NoReturn:
        """Raises the TemplateError that says: this place has this fault, do this about it."""
        place = self.place or "the file"
        sentence = f"{self.file} can not be used: {place} {fault}. {remedy}."
        raise TemplateError(sentence, self.place, fault, remedy)

    def fields(self, required: Collection[str], optional: Collection[str] = ()) -> Fields:
        """The values of this object, which has all of `required`, perhaps some of `optional`, and no other."""
        value = self.value
        if isinstance(value, _Twice):
            self.refuse(f"has two values called {_short(value.key)}", "Keep one of them")
        if not isinstance(value, dict):
            self.refuse(
                f"is {_kind(value)}, not an object", f"Write an object with {_list(required)}"
            )
        for key in value:
            if key not in required and key not in optional:
                known = _list([*required, *optional])
                self.refuse(f"has {_short(key)}, which is not known here", f"Known are {known}")
        for key in required:
            if key not in value:
                self.refuse(f"has no {_short(key)}", "Add it")
        return Fields(self, value)

    def items(self, most: int, least: int = 0) -> list[Reader]:
        """The values of this list, which has from `least` to `most` of them."""
        value = self.value
        if not isinstance(value, list):
            self.refuse(f"is {_kind(value)}, not a list", "Write the values between [ and ]")
        if not least <= len(value) <= most:
            self.refuse(f"has {len(value)} values", f"Give it from {least} to {most}")
        return [Reader(self.file, f"{self.place}[{at}]", each) for at, each in enumerate(value)]

    def text(self, longest: int) -> str:
        """This text: one line of 1 to `longest` characters that can be drawn."""
        value = self.value
        if not isinstance(value, str):
            self.refuse(f"is {_kind(value)}, not a text", 'Write the words between " and "')
        if not value.strip():
            self.refuse("has no words", "Write them")
        if len(value) > longest:
            self.refuse(f"has {len(value)} characters", f"Shorten it to {longest}")
        if found := UNPRINTABLE.search(value):
            code = f"U+{ord(found.group()):04X}"
            self.refuse(f"holds {code}, which can not be drawn", "Take it out; a text is one line")
        return value

    def identifier(self) -> str:
        """This id: small letters and figures, joined by single hyphens or underscores."""
        value = self.text(LONGEST_ID)
        if not _ID.fullmatch(value):
            self.refuse(
                f"is {_short(value)}, not an id", "Use a-z, 0-9 and single hyphens between them"
            )
        return value

    def number(self, low: float, high: float) -> float:
        """This number, from `low` to `high`."""
        value = self.value
        wanted = f"Write a number from {_plain(low)} to {_plain(high)}"
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            self.refuse(f"is {_kind(value)}, not a number", wanted)
        if not low <= value <= high:
            self.refuse(f"is {_short(value)}", wanted)
        return float(value)

    def whole(self, low: int, high: int) -> int:
        """This whole number, from `low` to `high`."""
        value = self.number(low, high)
        if value != int(value):
            self.refuse(f"is {value}", f"Write a whole number from {low} to {high}")
        return int(value)

    def choice(self, kind: type[E]) -> E:
        """The member of `kind` that this text is the value of."""
        member = next((each for each in kind if each.value == self.value), None)
        if member is None:
            self.refuse(f"is {_short(self.value)}", f"Choose one of {_list(kind)}")
        return member

    def identifiers(self, most: int) -> tuple[str, ...]:
        """The ids of this list, no two of them the same."""
        items = self.items(most)
        ids = [(item, item.identifier()) for item in items]
        refuse_twins(ids)
        return tuple(value for _, value in ids)


class Fields:
    """The values of one object by their keys."""

    def __init__(self, of: Reader, values: dict[str, object]) -> None:
        self._of = of
        self._values = values

    def __getitem__(self, key: str) -> Reader:
        place = f"{self._of.place}.{key}" if self._of.place else key
        return Reader(self._of.file, place, self._values[key])

    def get(self, key: str) -> Reader | None:
        """The value of an optional key; None when the file leaves it out."""
        return self[key] if key in self._values else None

    def items_of(self, key: str, most: int) -> Iterator[Reader]:
        """The values of an optional list; none when the file leaves it out."""
        if key in self._values:
            yield from self[key].items(most)


def read_file(path: Path) -> Reader:
    """The whole of a JSON file in UTF-8. Raises TemplateError."""
    return read_data(bytes_of(path), path)


def bytes_of(path: Path) -> bytes:
    """What is in the file, and no more of it than a little over MAX_FILE. Raises TemplateError."""
    try:
        with path.open("rb") as file:
            return file.read(MAX_FILE + 1)
    except OSError as error:
        raise TemplateError(f"{path} can not be read: {error.strerror}.") from error


def read_data(data: bytes, path: Path) -> Reader:
    """The same of the content of a file; `path` is the name to use when it is refused."""
    top = Reader(path, "", None)
    if len(data) > MAX_FILE:
        top.refuse(f"is larger than {MAX_FILE} bytes", "Shorten its texts")
    if data.startswith(b"\xef\xbb\xbf"):
        top.refuse("begins with a byte order mark", "Save it as UTF-8 without one")
    try:
        top = Reader(path, "", json.loads(data.decode(), object_pairs_hook=_object))
    except UnicodeDecodeError as error:
        top.refuse(f"is not UTF-8 text at byte {error.start}", "Save it as UTF-8")
    except json.JSONDecodeError as error:
        at = f"line {error.lineno}, column {error.colno}"
        top.refuse(f"is not JSON at {at}: {error.msg}", "Put that right")
    except ValueError:  # Python refuses to read some thousand digits
        top.refuse("holds a number with too many digits", "Shorten it")
    except RecursionError:
        top.refuse("is nested too deeply", "Compare it with another canvas")
    _refuse_newer(top)
    return top


def refuse_twins(named: Iterable[tuple[Reader, str | int]]) -> None:
    """Refuses the second of two values that must differ."""
    seen = set()
    for reader, value in named:
        if value in seen:
            reader.refuse(f"is {_short(value)}, which stands before already", "Choose another")
        seen.add(value)


def _refuse_newer(top: Reader) -> None:
    """Refuses a file of a later format before anything else in it is found unknown."""
    if isinstance(top.value, dict):
        version = top.value.get("format")
        if isinstance(version, int) and version > FORMAT:
            top.refuse(f"has format {_short(version)}", "Install the newest version to read it")


@dataclass(frozen=True, slots=True)
class _Twice:
    """Stands for an object with one key twice, until the place is known where it stands."""

    key: str


def _object(pairs: list[tuple[str, object]]) -> dict[str, object] | _Twice:
    values = dict(pairs)
    if len(values) == len(pairs):
        return values
    keys = [key for key, _ in pairs]
    return _Twice(next(key for key in keys if keys.count(key) > 1))


def _kind(value: object) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "true or false"
        case int() | float():
            return "a number"
        case str():
            return "a text"
        case list():
            return "a list"
        case _:
            return "an object"


def _short(value: object) -> str:
    """A value as a refusal quotes it."""
    if not isinstance(value, (str, int, float)):
        return _kind(value)
    words = ascii(value) if isinstance(value, str) and UNPRINTABLE.search(value) else repr(value)
    return words if len(words) <= LONGEST_ID else words[:LONGEST_ID] + "..."


def _plain(number: float) -> str:
    """A bound as a refusal names it: whole numbers without a point."""
    return str(int(number) if number == int(number) else number)


def _list(values: Iterable[str]) -> str:
    return ", ".join(str(value) for value in values)
