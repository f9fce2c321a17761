"""What the panel lists, as values: lines that lead somewhere, under headings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from canvasapp.domain.assumptions import EVIDENCE as STRENGTH_OF_ASSUMPTION
from canvasapp.domain.assumptions import IMPORTANCE
from canvasapp.domain.board import Workshop
from canvasapp.domain.entries import code_order, entries, notes_of, value_of
from canvasapp.domain.markup import plain_text
from canvasapp.domain.records import Entry, Note
from canvasapp.domain.register import Register
from canvasapp.domain.trace import ASSUMPTION, DECISION, EVIDENCE, Thread
from canvasapp.edits.evidence_files import file_of

WORDLESS = "Note without words"
STRONGEST = 4


class Tone(Enum):
    """What a line's sign says; its words say it too."""

    PLAIN = auto()
    FOR = auto()
    AGAINST = auto()
    MIXED = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """One thing: pressed, it leads to the note, the block or the entry that is not empty."""

    icon: str
    head: str
    words: str
    detail: str = ""
    tone: Tone = Tone.PLAIN
    note: str = ""
    block: str = ""
    entry: str = ""
    register: str = ""
    file: str = ""
    """The name of what is attached."""


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under a heading."""

    title: str
    lines: tuple[Line, ...]


SIGNS = {
    "supports": ("circle-check", Tone.FOR),
    "contradicts": ("octagon-alert", Tone.AGAINST),
    "mixed": ("triangle-alert", Tone.MIXED),
}
VERDICTS = (
    ("Evidence for", ("supports",)),
    ("Evidence against", ("contradicts",)),
    ("Evidence that is mixed or without a verdict", ("mixed", None)),
)


class Lister:
    """Says the things of one workshop in lines."""

    def __init__(self, workshop: Workshop, registers: Mapping[str, Register]) -> None:
        self._workshop, self._registers = workshop, registers

    def sections(self, threads: Iterable[Thread], about: Iterable[Thread]) -> tuple[Section, ...]:
        """What is said about one thing or several, and what an entry is about."""
        found: dict[str, dict[Line, None]] = {}
        for title, line in self._all(list(threads), list(about)):
            found.setdefault(title, {})[line] = None
        return tuple(Section(title, tuple(lines)) for title, lines in found.items())

    def of_register(self, register: str, kind: str = "") -> tuple[Line, ...]:
        """All entries of a register, or those of one type, in the order of their codes."""
        wanted = (e for e in entries(self._workshop) if e.register == register)
        chosen = [e for e in wanted if not kind or e.get("type") == kind]
        return tuple(self.line(e) for e in sorted(chosen, key=lambda e: code_order(e.code)))

    def line(self, entry: Entry) -> Line:
        """An entry of any register."""
        notes = notes_of(self._workshop, entry.note) if entry.note else []
        register = self._registers.get(entry.register)
        kind = register.title if register else entry.register
        main = register.main if register else None
        note = notes[0] if notes else None
        said = value_of(register, entry, note, main) if register and main else None
        words = _flat(said) if isinstance(said, str) else kind
        if entry.register == EVIDENCE:
            return self._evidence(entry, words)
        if entry.register == DECISION:
            detail = _joined(_text(entry, "by_role"), _text(entry, "date"))
            return Line(
                "check",
                f"Decision {entry.code}",
                words,
                detail,
                entry=entry.id,
                register=entry.register,
            )
        if entry.register == ASSUMPTION:
            return Line(
                "circle-dashed",
                f"Assumption {entry.code}",
                words,
                _weighed(entry),
                entry=entry.id,
                register=entry.register,
            )
        return Line(
            "file-text", f"{kind} {entry.code}", words, entry=entry.id, register=entry.register
        )

    def _all(self, threads: list[Thread], about: list[Thread]) -> Iterator[tuple[str, Line]]:
        for thread in threads:
            yield from self._places(thread)
        for thread in about:
            yield "About", self.subject(thread)
        for title, verdicts in VERDICTS:
            said = (each for thread in threads for each in thread.evidence)
            yield from ((title, self.line(each)) for each in said if _verdict(each) in verdicts)
        for thread in threads:
            yield from (("Believed", self.line(each)) for each in thread.assumptions)
        for thread in threads:
            yield from (("Decided", self.line(each)) for each in thread.decisions)

    def _places(self, thread: Thread) -> Iterator[tuple[str, Line]]:
        """What it answers, what it was made, and where it lies when that is not seen already."""
        yield from (("Answers", line) for line in self._questions(thread))
        if thread.entry is not None and thread.notes:
            yield "Made testable", self.line(thread.entry)
        if thread.entry is not None or len(thread.notes) > 1:
            yield from (("On the board", self._note(note)) for note in thread.notes)

    def _evidence(self, entry: Entry, words: str) -> Line:
        icon, tone = SIGNS.get(_text(entry, "verdict"), ("flask-conical", Tone.PLAIN))
        file = file_of(self._workshop, entry)
        strength = entry.get("strength")
        strong = (
            f"strength {strength:g} of {STRONGEST}" if isinstance(strength, int | float) else ""
        )
        source = "" if file else _text(entry, "source_ref")
        detail = _joined(_text(entry, "type"), strong, _text(entry, "date"), source)
        head = _joined(entry.code, _capital(_text(entry, "method")), _text(entry, "verdict"))
        name = file.name if file else ""
        return Line(
            icon,
            head,
            words,
            _capital(detail),
            tone,
            entry=entry.id,
            register=entry.register,
            file=name,
        )

    def subject(self, thread: Thread) -> Line:
        """The thing that a thread is about."""
        if thread.entry is not None:
            return self.line(thread.entry)
        return self._note(thread.notes[0])

    def _note(self, note: Note) -> Line:
        board = self._workshop.boards[note.board]
        block = board.template.block(note.block).title if note.block else ""
        detail = _joined(board.head.title, block)
        return Line("sticky-note", "Note", _flat(note.text) or WORDLESS, detail, note=note.id)

    def _questions(self, thread: Thread) -> Iterator[Line]:
        for note in thread.notes:
            if note.block and note.question:
                block = self._workshop.boards[note.board].template.block(note.block)
                asked = block.question(note.question)
                if asked is not None:
                    words = asked.text
                    yield Line("info", block.title, words, note=note.id, block=note.block)


def contents_of(workshop: Workshop, note_ids: Iterable[str]) -> list[str]:
    """The contents of those of the notes that are there, each once."""
    found = (
        b.notes[each] for each in note_ids for b in workshop.boards.values() if each in b.notes
    )
    return list(dict.fromkeys(note.content for note in found))


def _verdict(entry: Entry) -> str | None:
    verdict = entry.get("verdict")
    return verdict if isinstance(verdict, str) and verdict in SIGNS else None


def _weighed(entry: Entry) -> str:
    weights = (("importance", IMPORTANCE), ("evidence", STRENGTH_OF_ASSUMPTION))
    said = (f"{name} {v:g}" for name, f in weights if isinstance(v := entry.get(f), int | float))
    return _capital(_joined(*said, _text(entry, "result"))) or "Not weighed yet"


def _text(entry: Entry, field: str) -> str:
    value = entry.get(field)
    return value if isinstance(value, str) else ""


def _flat(text: str) -> str:
    return " ".join(plain_text(text).split())


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
