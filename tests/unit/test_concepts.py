"""Which concept lives in which block of which canvas, and what the file may say of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from canvasapp.templates import TemplateError, load_concepts, load_templates
from canvasapp.templates.concepts import kindred_blocks
from tests.unit.canvas_file import GONE, Json, keys_of, put, small_file, written

PROMISE = "offer-and-guarantees"


def test_those_of_the_program_name_blocks_of_its_canvases() -> None:
    templates = load_templates()
    concepts = load_concepts(templates=templates)
    assert {canvas for each in concepts for canvas in each.blocks} == templates.keys()


def test_a_promise_is_made_in_the_value_proposition_of_another_canvas() -> None:
    found = kindred_blocks(
        load_concepts(), "joint-service-proposition", PROMISE, "service-logic-bmc"
    )
    assert found == ("value-proposition",)


def test_a_block_of_several_concepts_has_all_their_blocks_each_once() -> None:
    found = kindred_blocks(
        load_concepts(), "service-logic-bmc", "key-resources", "value-co-creation"
    )
    assert found == ("key-resources", "key-capabilities", "customers-resources")
    both = kindred_blocks(
        load_concepts(), "value-stack", "value-realisation", "joint-service-proposition"
    )
    assert both == (
        "target-customer",
        "jobs-and-outcomes",
        "joint-value-story",
        "economics-and-kpis",
    )


def test_what_lives_in_no_concept_is_kin_to_nothing() -> None:
    assert kindred_blocks(load_concepts(), "sixth", "left", "value-stack") == ()


@pytest.mark.parametrize(
    ("place", "value", "words"),
    [
        ("format", 2, "the file has format 2."),
        ("concepts", [], "concepts has 0 values."),
        ("concepts[0].title", GONE, "concepts[0] has no 'title'."),
        ("concepts[1].id", "need", "concepts[1].id is 'need', which stands before already."),
        ("concepts[0].blocks.seventh", ["left"], "blocks has 'seventh', which is not known here."),
        ("concepts[0].blocks.sixth[0]", "top", "names 'top', which is no block of sixth."),
        ("concepts[0].blocks", ["left"], "concepts[0].blocks is a list, not an object"),
    ],
)
def test_a_broken_file_is_refused(tmp_path: Path, place: str, value: Json, words: str) -> None:
    written(tmp_path, small_file())
    content: dict[str, Json] = {
        "format": 1,
        "concepts": [
            {"id": "need", "title": "Need", "blocks": {"sixth": ["left"]}},
            {"id": "gain", "title": "Gain", "blocks": {}},
        ],
    }
    path = written(tmp_path, content, "concepts.data")
    assert [each.title for each in load_concepts(path, load_templates(tmp_path))] == [
        "Need",
        "Gain",
    ]
    put(content, keys_of(place), value)
    path = written(tmp_path, content, "concepts.data")
    with pytest.raises(TemplateError) as refused:
        load_concepts(path, load_templates(tmp_path))
    assert str(refused.value).startswith(f"{path} can not be used: ")
    assert words in str(refused.value)
