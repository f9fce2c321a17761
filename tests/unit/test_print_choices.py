"""What was chosen for pictures and documents, who made them and when: kept, read, and never a hindrance."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from canvasapp.export import Content, PrintOrder
from canvasapp.export.file_order import DocumentFile
from canvasapp.panels.paper.imprint import Imprint
from canvasapp.panels.paper.kept import (
    Choice,
    document_read,
    document_written,
    picture_read,
    picture_written,
)

TODAY = date(2026, 5, 31)
CHOICE = Choice(
    ".html",
    PrintOrder(content=Content.BLANK, dpi=300, live_text=True),
    carries=False,
    all_boards=True,
)
TABLE = DocumentFile(".csv", register="risk")
RUINED = ["", "[", "[]", "3", "{}", '{"suffix": []}', '{"suffix": ".exe", "register": null}']


def test_a_picture_is_found_again_but_not_its_hidden_notes() -> None:
    shown = replace(CHOICE, order=replace(CHOICE.order, hidden=True))
    assert picture_read(picture_written(shown)) == CHOICE


def test_a_document_is_found_again_but_not_its_author_and_day() -> None:
    signed = replace(TABLE, author="Ada", day=TODAY)
    assert document_read(document_written(signed), ".xlsx", (".xlsx", ".csv"), ("risk",)) == TABLE


def test_a_register_that_is_gone_is_as_usual() -> None:
    read = document_read(document_written(TABLE), ".xlsx", (".xlsx", ".csv"), ("decision",))
    assert read == DocumentFile(".xlsx")


@pytest.mark.parametrize("text", RUINED)
def test_what_can_not_be_read_is_as_usual(text: str) -> None:
    assert picture_read(text) == Choice()
    assert document_read(text, ".docx", (".docx", ".pdf")) == DocumentFile(".docx")


def test_a_picture_of_a_format_that_is_none_is_as_usual() -> None:
    told = json.loads(picture_written(CHOICE))
    assert picture_read(json.dumps({**told, "suffix": ".pdf"})) == Choice()


def test_the_day_is_that_of_today_until_one_is_given() -> None:
    imprint = Imprint("Ada").on(TODAY)
    tomorrow = date(2026, 6, 1)
    assert imprint.on(tomorrow).said == "2026-06-01"
    given = imprint.with_day("30 May", TODAY)
    assert given is not None
    assert given.on(tomorrow).said == "2026-05-30"
    without = imprint.with_day(" ", TODAY)
    assert without is not None
    assert without.on(tomorrow).day is None


def test_a_day_that_can_not_be_read_is_none() -> None:
    assert Imprint().with_day("some day", TODAY) is None
