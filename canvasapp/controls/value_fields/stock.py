"""What can be chosen for a field: its choices, parties, entries and notes, each as one option."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from canvasapp.domain.board import Workshop
from canvasapp.domain.entries import code_order, entries, value_of
from canvasapp.domain.markup import plain_text
from canvasapp.domain.records import Entry, Note, NoteKind, Party
from canvasapp.domain.register import Field, FieldType, Register, Value

EVIDENCE = "evidence"
FLASK = "flask-conical"
WORDLESS = "Note without words"


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose: its `key` is what the field keeps. `detail` is a second line where there is room."""

    key: str
    label: str
    code: str = ""
    detail: str = ""
    icon: str = ""
    party: Party | None = None

    @property
    def words(self) -> str:
        """Code and label in one line."""
        return f"{self.code} {self.label}" if self.code else self.label


@dataclass(frozen=True, slots=True)
class Stock:
    """The workshop as fields choose from it."""

    workshop: Workshop
    registers: Mapping[str, Register]

    def options(self, field: Field) -> list[Option]:
        """All that can be chosen, in the order in which it is offered."""
        match field.type:
            case FieldType.CHOICE | FieldType.OPEN_CHOICE:
                return [Option(each, said(each)) for each in field.choices]
            case FieldType.PARTY | FieldType.PARTIES:
                return [party_option(each) for each in self.workshop.parties_in_order()]
            case FieldType.ENTRY:
                return list(self._entries(field.register))
            case FieldType.LINKS:
                return [*self._entries(None), *self._notes()]
        return []

    def chosen(self, field: Field, value: Value | None) -> list[Option]:
        """The options that a value names; words of one's own are an option of their own."""
        keys = value if isinstance(value, tuple) else (value,) if isinstance(value, str) else ()
        if not keys:
            return []
        known = {option.key: option for option in self.options(field)}
        return [known.get(key) or Option(key, said(key)) for key in keys]

    def _by_content(self) -> dict[str | None, Note]:
        boards = self.workshop.boards_in_order()
        return {n.content: n for board in reversed(boards) for n in board.notes.values()}

    def _entries(self, register: str | None) -> Iterator[Option]:
        """Of a register, or of all of them; in the order of their codes."""
        notes = self._by_content()
        wanted = [e for e in entries(self.workshop) if register in (None, e.register)]
        for entry in sorted(wanted, key=lambda each: code_order(each.code)):
            yield _entry_option(entry, self._words(entry, notes.get(entry.note)))

    def _words(self, entry: Entry, note: Note | None) -> str:
        """What an entry says: its main field, else the name of its kind."""
        register = self.registers.get(entry.register)
        if register is None:
            return ""
        main = value_of(register, entry, note, register.main) if register.main else None
        return " ".join(plain_text(main).split()) if isinstance(main, str) else register.title

    def _notes(self) -> Iterator[Option]:
        """Those that no entry speaks for, each once."""
        spoken_for = {entry.note for entry in entries(self.workshop)}
        for content, note in self._by_content().items():
            if note.kind is NoteKind.NOTE and content not in spoken_for:
                label = " ".join(plain_text(note.text).split()) or WORDLESS
                yield Option(note.content, label, icon="sticky-note")


def said(choice: str) -> str:
    """A choice as it is shown: with a capital."""
    return choice[:1].upper() + choice[1:]


def party_option(party: Party) -> Option:
    return Option(party.id, party.name, party=party)


def _entry_option(entry: Entry, label: str) -> Option:
    if entry.register != EVIDENCE:
        return Option(entry.id, label, entry.code)
    head = [each for each in (entry.get("method"), entry.get("verdict")) if isinstance(each, str)]
    if not head:
        return Option(entry.id, label, entry.code, icon=FLASK)
    return Option(entry.id, said(" · ".join(head)), entry.code, label, FLASK)
