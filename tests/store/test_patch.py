"""An edit as the journal keeps it: short, readable in both directions, and only onto the state it belongs to."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from canvasapp.domain.change import Change, Edit, StaleEditError
from canvasapp.domain.records import BoardHead, Entry, NoteStatus, Party, SetAside, Waiver
from canvasapp.store.errors import InvalidRecordError
from canvasapp.store.patch import backward, encode, forward
from tests.store.desk import START, contents
from tests.unit.canvas_file import own_canvas
from tests.unit.small_canvas import note

BOARD = START.boards["b1"]
FIRST = BOARD.note("n1")
ENTRY = Entry(
    "e1", None, "evidence", None, "EV1", (("about", ("n1", "n2")), ("finding", "Warm"), ("n", 4.0))
)
MOVED = replace(FIRST, x=99.5)

EDITS = {
    "a new note": (Change(None, note("n9", text='ünï 日本 "quoted"')),),
    "a note less": (Change(BOARD.note("n3"), None),),
    "a changed note": (Change(FIRST, replace(FIRST, text="", perspective=None, block=None)),),
    "twice the same note": (Change(FIRST, MOVED), Change(MOVED, replace(MOVED, text="moved"))),
    "a note removed and made again": (
        Change(BOARD.links["l1"], None),
        Change(FIRST, None),
        Change(None, MOVED),
    ),
    "a board with a note": (
        Change(None, BoardHead("b2", "other", 3, "", "", "a5")),
        Change(None, note("n9", board="b2")),
    ),
    "an entry that goes to a board": (
        Change(None, ENTRY),
        Change(ENTRY, None),
        Change(None, replace(ENTRY, board="b1", note="n1")),
    ),
    "other values, other tags": (
        Change(None, ENTRY),
        Change(ENTRY, replace(ENTRY, values=(("about", ("n1",)), ("feasible", False)))),
        Change(FIRST, replace(FIRST, tags=("warm", "früh"), status=NoteStatus.PARKED)),
    ),
    "a canvas of its own and a board on it": (
        Change(None, own_canvas()),
        Change(None, BoardHead("b2", "sixth", 1, "", "", "a5")),
        Change(None, note("n9", board="b2", block="left", x=20, y=120)),
    ),
    "what is left as it is": (
        Change(None, SetAside("a1", "b1", "tall", "why", "Known.")),
        Change(None, Waiver("i1", "b1", "too-long", "n1", "It has to be.")),
    ),
    "head, party and link": (
        Change(START.head, replace(START.head, title="New")),
        Change(None, Party("p9", "Ninth", "Ni", 9)),
        Change(BOARD.links["l1"], None),
    ),
}


@pytest.mark.parametrize("changes", EDITS.values(), ids=EDITS.keys())
def test_a_patch_leads_forward_as_the_edit_did(changes: tuple[Change, ...]) -> None:
    assert forward(encode(changes), START) == changes


@pytest.mark.parametrize("changes", EDITS.values(), ids=EDITS.keys())
def test_a_patch_leads_back_to_where_the_edit_began(changes: tuple[Change, ...]) -> None:
    edit = Edit("", changes)
    after = START.after(edit)
    back = Edit("", backward(encode(changes), after))
    assert back == edit.inverse()
    assert contents(after.after(back)) == contents(START)


def test_only_what_differs_is_kept() -> None:
    (entry,) = json.loads(encode((Change(FIRST, MOVED),)))
    assert entry == ["note", "n1", {"x": 10}, {"x": 99.5}]


def test_other_properties_may_have_changed_meanwhile() -> None:
    elsewhere = START.after(Edit("", (Change(FIRST, replace(FIRST, text="meanwhile")),)))
    (change,) = forward(encode((Change(FIRST, MOVED),)), elsewhere)
    assert change.after == replace(MOVED, text="meanwhile")


@pytest.mark.parametrize(
    "patch",
    [
        '[["note", "n1", {"x": 11.0}, {"x": 12.0}]]',
        '[["note", "n8", {"x": 10.0}, {"x": 12.0}]]',
        '[["note", "n1", null, {"x": 12.0}]]',
        '[["note", "n8", {"x": 10.0}, null]]',
        '[["comment", "n1", {"x": 10.0}, {"x": 12.0}]]',
        '[["note", "n1"]]',
        '{"note": 1}',
        "no patch",
    ],
)
def test_what_does_not_fit_is_refused(patch: str) -> None:
    with pytest.raises(StaleEditError):
        forward(patch, START)


def test_what_no_file_may_hold_does_not_come_out_of_the_journal() -> None:
    with pytest.raises(InvalidRecordError):
        forward('[["note", "n1", {"x": 10}, {"x": "far"}]]', START)
