"""How long a board takes to be checked: `python -m benchmarks.checks --notes 1000 --entries 500 --json`.

The last line is one JSON object, times in ms. `load_ms` reads the rules; of each canvas `full_ms` looks at everything,
`after_note_ms` and `after_entry_ms` are the medians and the worst after an edit, which makes the workshop anew as the
journal does: a note that says something else, and an entry of which a field is emptied.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import cycle, islice
from typing import TypeVar

from benchmarks.boards import NOTE, WORDS, WORDS_A_NOTE
from canvasapp.checks import Checker, load_rules
from canvasapp.domain.board import Workshop
from canvasapp.domain.change import Change, Edit
from canvasapp.domain.records import (
    BoardHead,
    Entry,
    Link,
    LinkKind,
    Note,
    Party,
    PartyKind,
    Record,
    WorkshopHead,
)
from canvasapp.domain.register import Field, FieldType, Register, Scope, Value
from canvasapp.domain.template import Perspective, Template
from canvasapp.templates import load_registers, load_templates

BOARD = "board"
EDITS = 60
T = TypeVar("T")
PARTIES = [Party(f"p{at}", f"Party {at}", f"P{at}", at, PartyKind.PARTNER) for at in range(1, 7)]
FILLED = 0.8
"""Which part of the fields holds something."""


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--notes", type=int, default=1000)
    parser.add_argument("--entries", type=int, default=500)
    parser.add_argument("--json", action="store_true", help="only the JSON object")
    asked = parser.parse_args(arguments)
    registers, templates = load_registers(), load_templates()
    load_ms, rules = _timed(lambda: load_rules(registers, templates))
    checker = Checker(rules, registers)
    found: dict[str, object] = {"notes": asked.notes, "entries": asked.entries, "load_ms": load_ms}
    for template in templates.values():
        workshop = seeded(template, registers, asked.notes, asked.entries)
        found[template.id] = _measured(checker, workshop)
        if not asked.json:
            print(f"{template.id:28} {found[template.id]}")
    print(json.dumps(found))


def seeded(
    template: Template, registers: Mapping[str, Register], notes: int, entries: int, seed: int = 7
) -> Workshop:
    """A workshop with one board that has as many notes, entries of all its kinds, and links; the same each time."""
    chance = random.Random(seed)
    head = BoardHead(BOARD, template.id, template.version, template.short_name, "Movers", "a0")
    lying = [_note(template, at, chance) for at in range(notes)]
    kinds = [registers[each] for each in _kinds(template) if each in registers]
    rows = [
        _entry(kind, at, lying, chance) for at, kind in enumerate(islice(cycle(kinds), entries))
    ]
    links = [_link(at, lying, chance) for at in range(notes // 10)]
    records: list[Record] = [*PARTIES, head, *lying, *rows, *links]
    return Workshop.of(WorkshopHead("w", "Seeded"), {template.id: template}, records)


def _kinds(template: Template) -> Iterator[str]:
    yield from template.registers
    yield from (register for block in template.blocks for register in block.registers)


def _note(template: Template, at: int, chance: random.Random) -> Note:
    block = template.blocks[at % len(template.blocks)]
    side = chance.choice([*Perspective])
    room = block.lane(side).room
    x, y = room.x + chance.random() * room.w, room.y + chance.random() * room.h
    text = " ".join(chance.choices(WORDS, k=WORDS_A_NOTE))
    party = chance.choice(PARTIES).id
    return Note(f"n{at}", BOARD, block.id, side, None, text, party, x, y, *NOTE, f"a{at}")


def _entry(register: Register, at: int, notes: list[Note], chance: random.Random) -> Entry:
    values = {field.id: _value(field, at, notes, chance) for field in register.fields}
    filled = tuple((name, values[name]) for name in sorted(values) if chance.random() < FILLED)
    board = None if register.scope is Scope.WORKSHOP else BOARD
    note = notes[at].id if register.scope is Scope.BLOCK and at < len(notes) else None
    return Entry(f"e{at}", board, register.id, note, f"{register.code}{at}", filled)


def _value(field: Field, at: int, notes: list[Note], chance: random.Random) -> Value:
    made: Mapping[FieldType, Callable[[], Value]] = {
        FieldType.CHOICE: lambda: chance.choice(field.choices),
        FieldType.OPEN_CHOICE: lambda: chance.choice(field.choices),
        FieldType.NUMBER: lambda: float(chance.randint(1, 5)),
        FieldType.INT: lambda: float(chance.randint(1, 5)),
        FieldType.BOOL: lambda: chance.random() < FILLED,
        FieldType.PARTY: lambda: chance.choice(PARTIES).id,
        FieldType.PARTIES: lambda: tuple(party.id for party in chance.sample(PARTIES, 2)),
        FieldType.ENTRY: lambda: f"e{chance.randrange(at + 1)}",
        FieldType.LINKS: lambda: tuple(note.id for note in chance.sample(notes, 2)),
        FieldType.LIST: lambda: tuple(chance.sample(WORDS, 3)),
    }
    words = " ".join(chance.choices(WORDS, k=4))
    return made.get(field.type, lambda: words)()


def _link(at: int, notes: list[Note], chance: random.Random) -> Link:
    one, other = chance.sample(notes, 2)
    return Link(f"l{at}", BOARD, one.id, other.id, chance.choice([*LinkKind]))


def _measured(checker: Checker, workshop: Workshop) -> dict[str, float]:
    full_ms, checked = _timed(lambda: checker.check(workshop, BOARD))
    board = workshop.boards[BOARD]
    notes: list[tuple[Record, Record]] = [
        (note, replace(note, text=f"Best {note.text}")) for note in board.notes.values()
    ]
    rows: list[tuple[Record, Record]] = [
        (each, replace(each, values=each.values[1:])) for each in board.entries.values()
    ]
    found = {"findings": float(len(checked.findings)), "full_ms": full_ms}
    for name, changes in (("note", notes), ("entry", rows)):
        times = []
        for old, new in islice(changes, EDITS):
            workshop = workshop.after(Edit("", (Change(old, new),)))
            took, checked = _timed(partial(checker.check, workshop, BOARD, checked))
            times.append(took)
        found[f"after_{name}_ms"] = round(statistics.median(times), 2)
        found[f"after_{name}_worst_ms"] = max(times)
    return found


def _timed(work: Callable[[], T]) -> tuple[float, T]:
    began = time.perf_counter()
    done = work()
    return round((time.perf_counter() - began) * 1000, 2), done


if __name__ == "__main__":
    main(sys.argv[1:])
