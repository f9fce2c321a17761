"""Images on the board and on notes, and headings: what is added and what of the workshop comes along."""

from __future__ import annotations

import pytest

from canvasapp.domain.change import Change, Edit
from canvasapp.domain.geometry import Point, Rect
from canvasapp.domain.records import Attachment, Note, NoteKind
from canvasapp.edits.images import (
    LONGEST,
    PIXEL,
    add_images,
    fitted_rect,
    image_rect,
    image_rects,
    remove_images,
    set_image,
)
from canvasapp.edits.laying import MIN_HEADING, MIN_SIZE
from canvasapp.edits.notes import add_heading, duplicate_notes, paste, resize_note, set_party
from tests.unit.small_canvas import OUR, board, note, workshop

TEA = Attachment("1" * 64, "tea for two.png", "image/png", 3)
CAKE = Attachment("2" * 64, "cake.jpg", "image/jpeg", 4)
PLACE = Rect(20, 80, 90, 60)


def new(edit: Edit) -> tuple[list[Attachment], list[Note]]:
    records = [each.after for each in edit.changes]
    return (
        [each for each in records if isinstance(each, Attachment)],
        [each for each in records if isinstance(each, Note)],
    )


def test_an_image_comes_with_its_record_and_its_name() -> None:
    attachments, (image,) = new(add_images(board(note()), [(TEA, PLACE)]))
    assert attachments == [TEA]
    assert (image.kind, image.image, image.text) == (NoteKind.IMAGE, TEA.id, "tea for two.png")
    assert (image.rect, image.block, image.perspective) == (PLACE, "tall", OUR)
    assert image.z > note().z


def test_a_content_that_is_known_keeps_its_record() -> None:
    known = board(TEA)
    again = Attachment(TEA.id, "copy of tea.png", TEA.media_type, TEA.size)
    attachments, (image,) = new(add_images(known, [(again, PLACE)]))
    assert attachments == []
    assert image.text == "copy of tea.png"


def test_every_board_knows_the_attachments_of_the_workshop() -> None:
    state = workshop(boards=["b1", "b2"])
    after = state.after(add_images(state.boards["b1"], [(TEA, PLACE)]))
    assert [list(each.attachments) for each in after.boards.values()] == [[TEA.id]] * 2
    assert not new(add_images(after.boards["b2"], [(TEA, PLACE)]))[0]


@pytest.mark.parametrize(
    ("pixels", "size"),
    [
        ((320, 240), (320 * PIXEL, 240 * PIXEL)),
        ((4000, 2000), (LONGEST, LONGEST / 2)),
        ((500, 1000), (LONGEST / 2, LONGEST)),
        ((16, 16), (MIN_SIZE[0], MIN_SIZE[0])),
    ],
)
def test_a_new_image_keeps_its_proportions(
    pixels: tuple[int, int], size: tuple[float, float]
) -> None:
    rect = image_rect(*pixels, Point(300, 200))
    assert (rect.w, rect.h) == pytest.approx(size)
    assert rect.centre == Point(300, 200)


def test_a_thread_of_an_image_can_still_be_grasped() -> None:
    _, (image,) = new(add_images(board(), [(TEA, image_rect(9000, 10, Point(100, 150)))]))
    assert (image.w, image.h) == (LONGEST, MIN_SIZE[1])


def test_a_note_takes_an_image_over_its_text_and_grows_for_it() -> None:
    attachments, (pictured,) = new(set_image(board(note()), "n", TEA, height=90))
    assert attachments == [TEA]
    assert (pictured.image, pictured.text, pictured.h) == (TEA.id, "n", 90)


def test_a_note_loses_its_image_again() -> None:
    attachments, (plain,) = new(remove_images(board(TEA, note(image=TEA.id)), ["n"]))
    assert attachments == []
    assert plain == note()


@pytest.mark.parametrize(
    "record",
    [note(image=TEA.id), note(kind=NoteKind.HEADING), note(kind=NoteKind.IMAGE, image=CAKE.id)],
    ids=["it has it already", "a heading", "an image itself"],
)
def test_no_other_than_a_note_takes_an_image(record: Note) -> None:
    assert not set_image(board(TEA, CAKE, record), "n", TEA)


def test_a_pasted_image_brings_its_record_when_it_is_unknown_here() -> None:
    shown = [
        note("a", kind=NoteKind.IMAGE, image=TEA.id),
        note("b", image=CAKE.id),
        note("c", image="3" * 64),
        note("d", kind=NoteKind.IMAGE, image="3" * 64),
    ]
    attachments, pasted = new(paste(board(CAKE), shown, 0, 0, [TEA, CAKE]))
    assert attachments == [TEA]
    assert [(each.text, each.kind, each.image) for each in pasted] == [
        ("a", NoteKind.IMAGE, TEA.id),
        ("b", NoteKind.NOTE, CAKE.id),
        ("c", NoteKind.NOTE, None),
    ]


def test_a_duplicate_shows_the_same_image() -> None:
    attachments, (copy,) = new(
        duplicate_notes(board(TEA, note(kind=NoteKind.IMAGE, image=TEA.id)), ["n"], 5, 5)
    )
    assert attachments == []
    assert (copy.kind, copy.image) == (NoteKind.IMAGE, TEA.id)


def test_an_attachment_is_taken_back_with_its_image() -> None:
    state = workshop()
    edit = add_images(state.boards["b1"], [(TEA, PLACE)])
    assert not state.after(edit).after(edit.inverse()).attachments


def test_a_heading_is_large_text_of_nobody() -> None:
    _, (heading,) = new(add_heading(board(), Rect(20, 80, 160, 17), "Who pays"))
    assert (heading.kind, heading.text, heading.party) == (NoteKind.HEADING, "Who pays", None)
    assert (heading.w, heading.h) == (160, 17)


def test_a_heading_may_be_lower_than_any_note() -> None:
    start = board(note(kind=NoteKind.HEADING))
    (change,) = resize_note(start, "n", Rect(10, 70, 1, 1)).changes
    assert isinstance(change, Change)
    assert isinstance(change.after, Note)
    assert (change.after.w, change.after.h) == MIN_HEADING


@pytest.mark.parametrize("kind", [NoteKind.HEADING, NoteKind.IMAGE])
def test_what_has_no_paper_has_no_party(kind: NoteKind) -> None:
    assert not set_party(board(TEA, note(kind=kind, image=TEA.id)), ["n"], "telecom")


def test_images_added_together_lie_in_rows_and_cover_none_of_each_other() -> None:
    rects = image_rects([(4000, 3000)] * 5, Point(500, 400))
    assert not any(a.meets(b) for n, a in enumerate(rects) for b in rects[n + 1 :])
    assert len({rect.y for rect in rects}) == 2
    assert image_rects([(4000, 3000)], Point(500, 400))[0].centre == Point(500, 400)


def test_the_same_image_twice_is_one_record() -> None:
    attachments, notes = new(add_images(board(), [(TEA, PLACE), (TEA, PLACE.moved(100, 0))]))
    assert attachments == [TEA]
    assert len({note.id for note in notes}) == len({note.z for note in notes}) == 2


@pytest.mark.parametrize("drawn", [Rect(10, 10, 120, 60), Rect(10, 10, 1, 1)])
def test_a_drawn_image_keeps_its_proportions(drawn: Rect) -> None:
    rect = fitted_rect((300, 200), drawn)
    assert rect.w / rect.h == pytest.approx(1.5)
    assert rect.centre.x == pytest.approx(drawn.centre.x)
    assert rect.w >= MIN_SIZE[0]
    assert rect.h >= MIN_SIZE[1] - 1e-9
