"""What nobody in the room may see is in nothing that leaves the window."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from canvasapp.domain.alone import alone
from canvasapp.domain.assumptions import ASSUMPTION
from canvasapp.domain.audience import board_for, unseen_ids, workshop_for
from canvasapp.domain.board import Board, Workshop
from canvasapp.domain.change import Change, Edit
from canvasapp.domain.outline import outline_of
from canvasapp.domain.records import Entry, Seen
from canvasapp.domain.session import Dots, VoteRound
from canvasapp.edits.voting import show_counts
from canvasapp.export import Content, ExportOptions, PrintOrder, export
from canvasapp.export.documents import DocumentOptions, export_document
from canvasapp.panels.outline.words import facts_of
from canvasapp.picture.board_picture import board_picture
from canvasapp.picture.gap_page import gap_page
from canvasapp.picture.options import PictureOptions
from canvasapp.picture.shapes import Box, Kind, Picture
from canvasapp.picture.wall_picture import wall_picture
from canvasapp.picture.wall_state import WallMode, WallState
from canvasapp.templates import load_templates
from canvasapp.view.picture_copy import UnseenError, shown_parts, to_be_seen
from tests.unit.small_canvas import link, note, workshop

pytestmark = pytest.mark.usefixtures("qapp")

HIDDEN, SECRET = "Waits to be revealed", "Watch the retailer"
ABOUT = Entry("k2", None, ASSUMPTION, None, "A2", (("about", ("n1", "n3")), ("statement", "Held")))


@pytest.fixture
def room() -> Workshop:
    """A note that all see, one that waits and a private one, each linked to the first; a vote that is secret."""
    made = workshop(
        note("n1", text="Seen"),
        replace(note("n2", x=80, z="a1", text=HIDDEN), seen=Seen.HIDDEN),
        replace(note("n3", x=10, y=120, z="a2", text=SECRET), seen=Seen.PRIVATE),
        link("l2", "n1", "n2"),
        link("l3", "n1", "n3"),
        boards=("b1",),
    )
    records = (
        Entry("k1", "b1", "guarantee", "n3", "G1"),
        ABOUT,
        VoteRound("v1", "b1", 1, "Best", 3, 1),
        Dots("d1", "b1", "v1", "n1", None, 2),
    )
    return made.after(Edit("", tuple(Change(None, each) for each in records)))


def board_of(room: Workshop) -> Board:
    return room.boards["b1"]


def ids(picture: Picture) -> set[str]:
    kinds = (Kind.NOTE, Kind.LINK)
    return {part.id for part in picture.parts if part.kind in kinds}


def test_a_picture_shows_neither_hidden_notes_nor_links_to_them(room: Workshop) -> None:
    assert ids(board_picture(board_of(room), PictureOptions())) == {"n1"}
    asked = board_picture(board_of(room), PictureOptions(seen=Seen.HIDDEN))
    assert ids(asked) == {"n1", "n2", "l2"}
    mine = board_picture(board_of(room), PictureOptions(seen=Seen.PRIVATE))
    assert ids(mine) == {"n1", "n2", "n3", "l2", "l3"}


@pytest.mark.parametrize("content", [Content.FILLED, Content.GAPS])
@pytest.mark.parametrize("hidden", [False, True])
def test_a_print_has_hidden_notes_only_when_asked_and_private_ones_never(
    room: Workshop, content: Content, *, hidden: bool
) -> None:
    order = PrintOrder(content=content, gaps=True, hidden=hidden)
    pages = order.pictures([board_of(room)], "Workshop")
    said = " ".join(f"{part.label} {text.string}" for page in pages for part, text in page.texts())
    assert SECRET not in said
    assert (HIDDEN in said) is (hidden and content is Content.FILLED)


def test_the_list_of_gaps_counts_only_what_its_readers_see(room: Workshop) -> None:
    board = board_of(room)
    assert gap_page(board, PictureOptions()).parts[-1].label == (
        gap_page(board_for(board), PictureOptions()).parts[-1].label
    )


@pytest.mark.parametrize("suffix", [".svg", ".html", ".pdf", ".png"])
def test_no_file_of_a_board_holds_what_is_private(
    room: Workshop, tmp_path: Path, suffix: str
) -> None:
    order, out = PrintOrder(hidden=True), tmp_path / f"board{suffix}"
    board = alone(room, board_of(room), order.seen)
    options = ExportOptions(paper="A4", dpi=20, carried=repr(board).encode())
    export(order.pictures([board_of(room)], "Workshop"), out, options)
    assert SECRET.encode() not in out.read_bytes()
    assert [SECRET in repr(board), HIDDEN in repr(board)] == [False, True]


@pytest.mark.parametrize("suffix", [".md", ".csv"])
def test_documents_hold_neither_hidden_nor_private_notes_nor_their_entries(
    room: Workshop, tmp_path: Path, suffix: str
) -> None:
    out = tmp_path / f"record{suffix}"
    register = ASSUMPTION if suffix == ".csv" else None
    room = replace(room, installed={**load_templates(), **room.installed})
    export_document(room, out, DocumentOptions(register=register))
    lines = out.read_text("utf-8").splitlines()
    text = "\n".join(each for each in lines if "base64" not in each)
    assert "Held" in text
    assert not [each for each in (SECRET, HIDDEN, "G1", "n3") if each in text]


def test_an_entry_no_longer_names_what_is_left_out(room: Workshop) -> None:
    left = workshop_for(room)
    assert left.entries["k2"].get("about") == ("n1",)
    assert "k1" not in board_of(left).entries
    assert board_of(left).in_common == left.entries


def test_votes_leave_the_window_once_they_are_shown(room: Workshop) -> None:
    assert not board_for(board_of(room)).dots
    shown = room.after(show_counts(board_of(room), "v1"))
    assert board_for(board_of(shown)).dots == board_of(room).dots


def test_a_board_that_hides_nothing_is_the_same_object(room: Workshop) -> None:
    plain = board_for(board_of(room))
    assert board_for(plain) is plain
    assert board_for(board_of(room), Seen.PRIVATE) is board_of(room)


def test_only_what_others_may_see_is_copied_as_a_picture(room: Workshop) -> None:
    board, options = board_of(room), PictureOptions()
    assert to_be_seen(board, ["n1", "n3"], options) == ["n1"]
    parts, _ = shown_parts(board, [], options)
    assert "n3" not in {part.id for part in parts}
    with pytest.raises(UnseenError):
        to_be_seen(board, ["n2", "n3"], options)


def test_the_wall_shows_none_of_them_in_whatever_mode(room: Workshop) -> None:
    board = board_of(room)
    assert unseen_ids(board) == {"n2", "n3"}
    for mode in (WallMode.CANVAS, WallMode.BLOCK, WallMode.COMPARE, WallMode.RESULTS):
        state = WallState(mode=mode, hidden=unseen_ids(board))
        picture = wall_picture(board, state, 0.6).picture
        said = " ".join(f"{part.label} {text.string}" for part, text in picture.texts())
        assert not [each for each in (SECRET, HIDDEN) if each in said], mode


def test_who_listens_to_the_outline_hears_what_others_do_not_see(room: Workshop) -> None:
    board = board_of(room)
    facts = {
        branch.notes[row].id: facts_of(board, branch, row)
        for branch in outline_of(board)
        for row in range(len(branch.notes))
    }
    assert facts["n2"].endswith("hidden")
    assert facts["n3"].endswith("private")


def test_hidden_and_private_notes_look_unlike_others_and_each_other(room: Workshop) -> None:
    options = PictureOptions(seen=Seen.PRIVATE)
    notes = {p.id: p for p in board_picture(board_of(room), options).parts if p.kind is Kind.NOTE}
    paper = {key: part.shapes[0] for key, part in notes.items()}
    dashed = {key for key, box in paper.items() if isinstance(box, Box) and box.dash}
    assert dashed == {"n2", "n3"}
    signs = {key: len(part.shapes) for key, part in notes.items()}
    assert signs["n1"] < signs["n2"] < signs["n3"]
