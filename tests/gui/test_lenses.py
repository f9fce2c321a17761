"""Lenses over the board: what is not shown is out of reach, and what is selected is shown."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from canvasapp.domain.geometry import Point, Rect
from canvasapp.domain.records import LinkKind, Note
from canvasapp.domain.template import Perspective
from canvasapp.edits.links import add_link
from canvasapp.edits.notes import set_perspective
from canvasapp.picture.gap_picture import gap_notes_at
from canvasapp.view.board_view import BoardView
from canvasapp.view.lens import Lens
from canvasapp.view.lenses import Lenses
from tests.gui.conftest import Desk, Hand


@pytest.fixture
def lenses(view: BoardView) -> Lenses:
    return view.bench.lenses


def ours(desk: Desk) -> Note:
    return desk.note("48-hour repair")


def theirs(desk: Desk) -> Note:
    return desk.note("Functional: machine runs")


def raster(rect: Rect) -> Iterator[Point]:
    """Places all over, 4 mm from each other."""
    for row in range(int(rect.h // 4)):
        yield from (
            Point(rect.x + column * 4, rect.y + row * 4) for column in range(int(rect.w // 4))
        )


def middle(note: Note) -> tuple[float, float]:
    return note.rect.centre.x, note.rect.centre.y


def test_a_note_of_the_other_view_is_not_hit_by_a_click(
    lenses: Lenses, hand: Hand, view: BoardView, desk: Desk
) -> None:
    lenses.show(Lens.OURS)
    hand.click(*middle(theirs(desk)))
    assert view.selected_ids == ()
    hand.click(*middle(ours(desk)))
    assert view.selected_ids == (ours(desk).id,)
    assert lenses.lens is Lens.OURS


def test_all_that_is_selected_is_all_that_is_seen(
    lenses: Lenses, hand: Hand, view: BoardView, desk: Desk
) -> None:
    lenses.show(Lens.OURS)
    hand.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    views = {desk.board.note(each).perspective for each in view.selected_ids}
    assert Perspective.CUSTOMER not in views
    hand.key(Qt.Key.Key_Delete)
    assert theirs(desk).id in desk.board.notes
    assert lenses.lens is Lens.OURS


def test_tab_walks_only_what_is_seen(
    lenses: Lenses, hand: Hand, view: BoardView, desk: Desk
) -> None:
    lenses.show(Lens.CUSTOMERS)
    for _ in range(6):
        hand.key(Qt.Key.Key_Tab)
        (selected,) = view.selected_ids
        assert desk.board.note(selected).perspective is Perspective.CUSTOMER


def test_what_was_selected_and_is_not_seen_any_more_is_not_selected(
    lenses: Lenses, view: BoardView, desk: Desk
) -> None:
    view.select([ours(desk).id, theirs(desk).id])
    lenses.show(Lens.OURS)
    assert view.selected_ids == (ours(desk).id,)


@pytest.mark.parametrize("lens", [Lens.CUSTOMERS, Lens.MIRROR, Lens.GAPS])
def test_a_note_that_is_gone_to_is_shown_though_the_lens_hid_it(
    lenses: Lenses, view: BoardView, desk: Desk, lens: Lens
) -> None:
    lenses.show(lens)
    view.select([ours(desk).id])
    assert view.selected_ids == (ours(desk).id,)
    assert lenses.lens is Lens.BOTH


@pytest.mark.parametrize("lens", [Lens.MIRROR, Lens.GAPS])
def test_who_writes_is_shown_both_views(
    lenses: Lenses, view: BoardView, hand: Hand, lens: Lens
) -> None:
    lenses.show(lens)
    view.start_note("cost-structure", Perspective.OUR, None)
    assert lenses.lens is Lens.BOTH
    hand.type("Rent").escape()
    assert [note for note in view.board.notes.values() if note.text == "Rent"]


def test_a_note_that_comes_into_view_by_undo_is_there_with_its_links(
    lenses: Lenses, view: BoardView, desk: Desk
) -> None:
    note, other = ours(desk), desk.note("Unique: one contact")
    desk.journal.commit(add_link(desk.board, note.id, other.id, LinkKind.SUPPORTS))
    link = next(x.id for x in desk.board.links.values() if x.kind is LinkKind.SUPPORTS)
    lenses.show(Lens.OURS)
    desk.journal.commit(set_perspective(desk.board, [note.id], Perspective.CUSTOMER))
    scene = view.bench.scene
    assert scene.index.row(note.id) is None
    assert link not in scene.links
    desk.journal.undo()
    assert scene.index.row(note.id) is not None
    assert link in scene.links


def test_a_selected_note_that_goes_into_the_other_view_is_still_seen(
    lenses: Lenses, view: BoardView, hand: Hand, desk: Desk
) -> None:
    lenses.show(Lens.OURS)
    view.select([ours(desk).id])
    hand.type("c")
    assert ours(desk).perspective is Perspective.CUSTOMER
    assert lenses.lens is Lens.BOTH
    assert view.selected_ids == (ours(desk).id,)


def test_a_selected_link_that_is_not_seen_any_more_is_let_go(
    lenses: Lenses, view: BoardView, desk: Desk
) -> None:
    link = next(x for x in desk.board.links.values() if x.kind is LinkKind.CONTRADICTS)
    view.bench.selection.set_link(link.id)
    lenses.show(Lens.OURS)
    assert view.bench.selection.link is None


def test_gaps_are_shown_on_the_whole_board_and_left_to_where_one_was(
    lenses: Lenses, view: BoardView
) -> None:
    view.zoom_to_block("cost-structure")
    before = view.bench.viewpoint.camera
    lenses.show(Lens.GAPS)
    assert view.bench.viewpoint.shows_whole
    lenses.show(Lens.BOTH)
    assert view.bench.viewpoint.camera == before


def test_a_chip_among_the_gaps_leads_to_its_note_and_a_letter_to_both_of_its_pair(
    lenses: Lenses, hand: Hand, view: BoardView, desk: Desk, qtbot: QtBot
) -> None:
    desk.journal.commit(add_link(desk.board, ours(desk).id, theirs(desk).id, LinkKind.CONTRADICTS))
    both = (ours(desk).id, theirs(desk).id)
    signs = {gap_notes_at(desk.board, at): at for at in raster(desk.board.template.sheet.rect)}
    lenses.show(Lens.GAPS)
    hand.click(signs[both].x, signs[both].y)
    qtbot.waitUntil(lambda: view.selected_ids == both)
    assert lenses.lens is Lens.BOTH
    lenses.show(Lens.GAPS)
    one = signs[both[:1]]
    hand.click(one.x, one.y)
    qtbot.waitUntil(lambda: view.selected_ids == both[:1])


def test_who_has_gone_elsewhere_among_the_gaps_stays_there(lenses: Lenses, view: BoardView) -> None:
    view.zoom_to_block("cost-structure")
    lenses.show(Lens.GAPS)
    view.zoom_to_block("key-partners")
    there = view.bench.viewpoint.camera
    lenses.show(Lens.BOTH)
    assert view.bench.viewpoint.camera == there


def test_what_was_seen_before_fades_unless_motion_is_reduced(
    lenses: Lenses, view: BoardView, desk: Desk
) -> None:
    lenses.show(Lens.OURS)
    assert not lenses.fading.under_way
    view.reduce_motion(False)
    lenses.show(Lens.BOTH)
    assert lenses.fading.under_way
    lenses.fading.end()
    assert not lenses.fading.under_way


def test_the_fading_picture_ends_by_itself(lenses: Lenses, view: BoardView, qtbot: QtBot) -> None:
    view.reduce_motion(False)
    lenses.show(Lens.GAPS)
    qtbot.waitUntil(lambda: not lenses.fading.under_way)
