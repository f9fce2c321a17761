"""The registers of the program, and broken files of registers: each is refused in a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from canvasapp.domain.entries import COMPUTED
from canvasapp.domain.register import FieldType, Register, Scope
from canvasapp.templates import TemplateError, load_registers, load_templates
from tests.unit.canvas_file import GONE, Json, keys_of, put, written


@pytest.fixture(scope="module")
def registers() -> Mapping[str, Register]:
    return load_registers()


def small_file() -> dict[str, Json]:
    """Two registers, of which one refers to the other."""
    return {
        "format": 1,
        "registers": [
            _register(
                "promise", "P", {"id": "by", "label": "Proof", "type": "entry", "register": "proof"}
            ),
            _register(
                "proof",
                "PR",
                {"id": "strength", "label": "Strength", "type": "int", "least": 0, "most": 4},
            ),
        ],
    }


def _register(register: str, code: str, field: dict[str, Json]) -> dict[str, Json]:
    words = {"id": "words", "label": "Words", "type": "text", "required": True}
    choice = {"id": "kind", "label": "Kind", "type": "choice", "choices": ["a", "b"], "help": "So."}
    return {
        "id": register,
        "code": code,
        "title": register.title(),
        "plural": f"{register.title()}s",
        "scope": "block",
        "main": "words",
        "fields": [words, choice, field],
    }


BROKEN: list[tuple[str, Json, str]] = [
    ("format", 2, "the file has format 2."),
    ("registers", [], "registers has 0 values."),
    ("registers[1].id", "promise", "registers[1].id is 'promise', which stands before already."),
    ("registers[1].code", "P", "registers[1].code is 'P', which stands before already."),
    ("registers[0].code", "p1", "registers[0].code is 'p1', not a short name. Use one to four"),
    ("registers[0].plural", GONE, "registers[0] has no 'plural'. Add it."),
    ("registers[0].scope", "workspace", "registers[0].scope is 'workspace'. Choose one of block"),
    ("registers[0].main", "kind", "registers[0].main is 'kind', which is no text field."),
    ("registers[0].main", "gone", "registers[0].main is 'gone', which is no text field."),
    ("registers[0].fields", [], "registers[0].fields has 0 values."),
    ("registers[0].fields[1].id", "words", "fields[1].id is 'words', which stands before already."),
    ("registers[0].fields[1].type", "mood", "fields[1].type is 'mood'. Choose one of text, list"),
    ("registers[0].fields[1].type", "computed", "is computed, but nothing computes it."),
    ("registers[0].fields[1].choices", GONE, "type is choice, but there is no 'choices'. Add it."),
    ("registers[0].fields[1].choices", ["a", "a"], "choices[1] is 'a', which stands before"),
    ("registers[0].fields[1].choices", ["a"], "fields[1].choices has 1 values."),
    ("registers[0].fields[0].choices", ["a", "b"], "says nothing of a field of type text."),
    ("registers[0].fields[0].least", 1, "fields[0].least says nothing of a field of type text."),
    ("registers[0].fields[0].required", "yes", "fields[0].required is neither true nor false."),
    ("registers[0].fields[2].register", "hope", "register is 'hope', which is no register."),
    ("registers[0].fields[2].register", GONE, "type is entry, but there is no 'register'."),
    ("registers[1].fields[2].register", "proof", "says nothing of a field of type int."),
    ("registers[1].fields[2].most", 0, "fields[2].most is not more than the least."),
    ("registers[1].fields[2].names", ["weak", "good"], "names has 2 values for 5 numbers."),
    ("registers[0].fields[0].names", ["a", "b"], "names numbers without a least and a most."),
    ("registers[1].fields[2].colour", "red", "fields[2] has 'colour', which is not known here."),
]


def test_the_registers_of_the_program_are_whole(registers: Mapping[str, Register]) -> None:
    assert len(registers) == 48
    assert {"party", "note_meta"} & registers.keys() == set()
    guarantee = registers["guarantee"]
    assert (guarantee.code, guarantee.main, guarantee.scope) == ("G", "statement", Scope.BLOCK)
    assert guarantee.field("clock_starts_at").register == "journey_moment"
    assert (registers["risk"].field("impact").least, registers["risk"].field("impact").most) == (
        1,
        5,
    )
    assert {registers[each].scope for each in ("evidence", "assumption", "decision")} == {
        Scope.WORKSHOP
    }


def test_the_numbers_of_a_scale_have_names(registers: Mapping[str, Register]) -> None:
    importance = registers["assumption"].field("importance")
    assert [importance.name_of(each) for each in (1, 5.0)] == ["Minor", "Decisive"]
    assert {importance.name_of(each) for each in (None, 0, 6, 2.5, "1")} == {""}
    assert registers["risk"].field("impact").name_of(1) == ""


def test_what_is_computed_has_its_rule_and_the_rules_have_their_fields(
    registers: Mapping[str, Register],
) -> None:
    fields = {(r.id, f.id): f.type for r in registers.values() for f in r.fields}
    computed = {each for each, kind in fields.items() if kind is FieldType.COMPUTED}
    assert computed == set(COMPUTED)


def test_every_register_that_a_canvas_names_is_there(registers: Mapping[str, Register]) -> None:
    for template in load_templates().values():
        named = {
            *template.registers,
            *(each for block in template.blocks for each in block.registers),
        }
        assert named <= registers.keys()


def test_a_register_knows_its_fields(registers: Mapping[str, Register]) -> None:
    with pytest.raises(KeyError):
        registers["risk"].field("colour")


def test_a_file_of_registers_is_read(tmp_path: Path) -> None:
    promise, proof = load_registers(written(tmp_path, small_file())).values()
    assert promise.field("by").register == "proof"
    assert promise.field("kind").choices == ("a", "b")
    assert promise.field("kind").help == "So."
    assert (proof.field("strength").least, proof.field("strength").most) == (0.0, 4.0)
    assert [field.required for field in proof.fields] == [True, False, False]


@pytest.mark.parametrize(("place", "value", "words"), BROKEN)
def test_a_broken_file_is_refused(tmp_path: Path, place: str, value: Json, words: str) -> None:
    content = small_file()
    put(content, keys_of(place), value)
    path = written(tmp_path, content)
    with pytest.raises(TemplateError) as refused:
        load_registers(path)
    assert str(refused.value).startswith(f"{path} can not be used: ")
    assert words in str(refused.value)
