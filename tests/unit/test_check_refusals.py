"""Broken files of quality rules: each is refused in a sentence that names file, place and fault."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvasapp.checks import load_rules
from canvasapp.resources import resource
from canvasapp.templates import TemplateError
from tests.unit.canvas_file import GONE, Json, keys_of, places, put, written
from tests.unit.review import REGISTERS, TEMPLATES


def small_file() -> dict[str, Json]:
    """Three valid checks: about entries, about choices and about blocks."""
    return {
        "format": 1,
        "checks": [
            {
                "id": "no-owner",
                "severity": "error",
                "rule": "A risk without owner",
                "predicate": "lacking",
                "with": {
                    "register": "risk",
                    "fields": ["owner"],
                    "where": {"category": ["brand"], "impact": {"least": 3}},
                },
                "message": "Who owns ‘{statement}’: {missing} missing.",
            },
            {
                "id": "no-brand",
                "severity": "info",
                "rule": "No brand risk",
                "predicate": "choices-missing",
                "with": {"register": "risk", "field": "category", "choices": ["brand"]},
                "message": "No {choice} risk.",
            },
            {
                "id": "late",
                "severity": "warning",
                "canvases": ["value-stack"],
                "rule": "Blocks in order",
                "predicate": "not-begun-with",
                "with": {"block": "break-fix", "later": ["customers-customers"]},
                "message": "Begin with {block}.",
            },
        ],
    }


WHERE = "checks[0].with.where"
BROKEN: list[tuple[str, Json, str]] = [
    # the place that is changed, what is put there, what the sentence says
    ("checks", {}, "checks is an object, not a list."),
    ("checks[1].id", "no-owner", "checks[1].id is 'no-owner', which stands before already."),
    ("checks[0].severity", "fatal", "checks[0].severity is 'fatal'. Choose one of error, warning"),
    ("checks[0].rule", GONE, "checks[0] has no 'rule'. Add it."),
    ("checks[0].colour", "red", "checks[0] has 'colour', which is not known here."),
    ("checks[0].predicate", "guessed", "is 'guessed', which is no predicate. Choose one of one-"),
    ("checks[0].with.register", "risks", "register is 'risks', which is no register. Choose one"),
    ("checks[0].with.fields[0]", "boss", "fields[0] is 'boss', which is no field of risk."),
    ("checks[0].with.fields", [], "fields has 0 values. Give it from 1 to 60."),
    ("checks[0].with.limit", 3, "checks[0].with has 'limit', which is not known here. Known are"),
    ("checks[0].with.register", GONE, "checks[0].with has no 'register'. Add it."),
    (f"{WHERE}.mood", ["bad"], "where.mood is 'mood', which is no field of risk."),
    (f"{WHERE}.category", ["brands"], "category[0] is 'brands', which is no choice of category."),
    (f"{WHERE}.category", "brand", "category is a text, not an object."),
    (f"{WHERE}.impact", {"over": 3}, "impact has 'over', which is not known here."),
    (f"{WHERE}.impact", {"least": "3"}, "impact.least is a text, not a number."),
    (f"{WHERE}.impact", {"filled": 1}, "impact.filled is neither true nor false."),
    (f"{WHERE}.statement", {"matches": "("}, "statement.matches is no pattern: "),
    (f"{WHERE}.statement", {"same_as": "x"}, "same_as is 'x', which is no field of risk."),
    (WHERE, {"owner.name": ["x"]}, "follows 'owner', which refers to no register."),
    ("checks[1].with.choices[0]", "fame", "choices[0] is 'fame', which is no choice of category."),
    ("checks[2].canvases[0]", "moon", "canvases[0] is 'moon', which is no canvas. Choose from"),
    ("checks[2].with.block", "moon", "with.block is 'moon', which is no block of value-stack."),
    ("checks[2].canvases", GONE, "block names a block of no canvas. Name in canvases those"),
    ("checks[0].message", "Who is {boss}?", "message has the placeholder {boss}, which is not kn"),
    ("checks[1].message", "No {statement}.", "message has the placeholder {statement}, which is"),
    ("checks[0].message", "Who {statement!r}", "message has the placeholder {statement}, which"),
    ("checks[0].message", "Half {statement", "message has a brace without its pair."),
    ("checks[0].one", "One {boss}.", "checks[0].one has the placeholder {boss}, which is not kn"),
    ("format", 2, "the file has format 2. Install the newest version to read it."),
]


@pytest.mark.parametrize(("place", "value", "sentence"), BROKEN)
def test_a_broken_rule_is_refused_in_a_sentence(tmp_path: Path, place, value, sentence) -> None:
    content = small_file()
    put(content, keys_of(place), value)
    path = written(tmp_path, content, "rules.json")
    with pytest.raises(TemplateError) as refused:
        load_rules(REGISTERS, TEMPLATES, path)
    assert str(refused.value).startswith(f"{path} can not be used: ")
    assert sentence in str(refused.value)


def test_a_rule_with_a_known_predicate_is_data_alone(tmp_path: Path) -> None:
    rules = load_rules(REGISTERS, TEMPLATES, written(tmp_path, small_file(), "rules.json"))
    assert list(rules) == ["no-owner", "no-brand", "late"]


RULES = json.loads(resource("checks.json").read_text("utf-8"))
PLACES = [keys for keys in places(RULES) if len(keys) > 1]


@given(
    st.sampled_from(PLACES), st.sampled_from([GONE, None, 7, -1.5, True, "", "x", [], ["x"], {}])
)
def test_whatever_is_wrong_nothing_but_a_refusal_is_raised(
    tmp_path_factory: pytest.TempPathFactory, keys: tuple[str | int, ...], value: Json
) -> None:
    content = json.loads(json.dumps(RULES))
    put(content, list(keys), value)
    path = written(tmp_path_factory.getbasetemp(), content, "any.json")
    refusal = ""
    try:
        load_rules(REGISTERS, TEMPLATES, path)
    except TemplateError as refused:
        refusal = str(refused)
    assert refusal == "" or refusal.startswith(f"{path} can not be used: ")
