"""What is said about a spot: the message of its check with the words of what was found."""

from __future__ import annotations

import re
from collections.abc import Sequence

from canvasapp.checks.finding import Spot
from canvasapp.checks.rows import Row
from canvasapp.checks.sight import Sight
from canvasapp.domain.check import Check
from canvasapp.domain.register import Field, FieldType, Register, Value

LONGEST_QUOTE = 60
"""How many characters of a note or entry are quoted."""
NOTHING = "…"
"""Stands for a field that is empty."""

_SIGNED = re.compile(r"\s*\([^)]*\)|\s*\d+-\d+$")
"""What a label adds: a unit, a scale, an explanation."""


def message(check: Check, spot: Spot, sight: Sight) -> str:
    """The sentence that a reviewer would say."""
    words = {**_of_block(spot, sight), **_of_row(spot, sight), **_plain(spot)}
    said = check.one if check.one and spot.words.get("n") == 1 else check.message
    return said.format_map(words)


def labels(register: Register, fields: Sequence[str]) -> str:
    """The names of these fields in a sentence: metric, target value and unit."""
    return listed([_label(register.field(field)) for field in fields])


def listed(words: Sequence[str], joined: str = "and") -> str:
    """Words as a sentence lists them: a, b and c. There is at least one."""
    *first, last = words
    return f"{', '.join(first)} {joined} {last}" if first else last


def either(choices: Sequence[str]) -> str:
    """Choices as what is missing: a, b or c. One that has a comma itself is quoted among others."""
    names = [choice_name(choice) for choice in choices]
    several = len(names) > 1
    return listed([f"‘{name}’" if several and "," in name else name for name in names], "or")


def choice_name(choice: str) -> str:
    """A choice as it is printed: data files write a straight apostrophe."""
    return choice.replace("'", "’")


def quoted(text: str) -> str:
    """A text in one line, cut when it is long."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_QUOTE else line[: LONGEST_QUOTE - 1].rstrip() + "…"


def figure(number: float) -> str:
    """A number without zeros that say nothing, and a true minus sign."""
    return f"{round(number, 2):g}".replace("-", "\N{MINUS SIGN}")


def party_name(sight: Sight, party: str) -> str:
    """The name of a party; NOTHING when there is none of that id."""
    found = sight.parties.get(party)
    return quoted(found.name) if found else NOTHING


def row_name(sight: Sight, row: Row) -> str:
    """What an entry says, or else its code."""
    main = sight.register(row.entry.register).main
    return quoted(row.text(main)) if main and row.text(main) else row.entry.code


def shown(sight: Sight, row: Row, field: Field) -> str:
    """What a field holds, as a person would write it; of an empty main field the entry's code."""
    value = row.get(field.id)
    if value is None:
        main = sight.register(row.entry.register).main
        return row.entry.code if field.id == main else NOTHING
    match field.type:
        case FieldType.PARTY | FieldType.PARTIES:
            return listed([party_name(sight, party) for party in row.items(field.id)])
        case FieldType.CHOICE | FieldType.OPEN_CHOICE:
            return choice_name(_written(value))
        case FieldType.ENTRY:
            target = sight.target(row, field.id)
            return row_name(sight, target) if target else NOTHING
    return _written(value)


def _of_block(spot: Spot, sight: Sight) -> dict[str, str]:
    blocks = {block.id: block.title for block in sight.template.blocks}
    return {"block": blocks.get(spot.block or "", sight.template.name)}


def _of_row(spot: Spot, sight: Sight) -> dict[str, str]:
    if not spot.rows:
        return {}
    row = spot.rows[0]
    fields = sight.register(row.entry.register).fields
    return {field.id: shown(sight, row, field) for field in fields}


def _plain(spot: Spot) -> dict[str, str]:
    return {
        name: word if isinstance(word, str) else figure(word) for name, word in spot.words.items()
    }


def _label(field: Field) -> str:
    label = _SIGNED.sub("", field.label)
    begins_a_name = label[:2].isupper()
    return label if begins_a_name else label[:1].lower() + label[1:]


def _written(value: Value) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case str():
            return quoted(value)
        case tuple():
            return quoted(", ".join(value))
        case _:
            return figure(value)
