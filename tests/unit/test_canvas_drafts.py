"""A canvas in the making: what is done to a draft, what keeps it from being a canvas, and what saving makes of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from canvasapp.domain.geometry import Rect
from canvasapp.domain.records import BoardHead
from canvasapp.domain.template import Origin, Perspective, Split
from canvasapp.edits.boards import new_board
from canvasapp.edits.canvas_drafts import (
    NoRoomError,
    UnfitNumberError,
    add_block,
    add_question,
    block_of,
    copy_of,
    move_question,
    place_block,
    remove_block,
    remove_question,
    set_block_text,
    set_lanes,
    set_number,
    set_origin,
    set_question,
    set_registers,
    set_sheet_side,
    set_text,
    split_block,
)
from canvasapp.edits.canvases import (
    CanvasInUseError,
    newest_of,
    remove_canvas,
    save_canvas,
    upgrade_all,
)
from canvasapp.edits.draft_room import body_of, largest_gap, least_of
from canvasapp.edits.notes import add_note
from canvasapp.edits.placing import free_places
from canvasapp.templates import TemplateError, load_templates
from canvasapp.templates.drafting import (
    NO_BLOCK,
    Content,
    blank_content,
    content_of,
    installed_text,
    read_draft,
    review,
    text_of,
)
from tests.unit.canvas_file import Json, keys_of, put, small_file
from tests.unit.small_canvas import CUSTOMER, OUR, workshop

SLB = "service-logic-bmc"


@pytest.fixture
def draft() -> Content:
    """Two blocks that fill a sheet of 1000 x 700 mm."""
    return small_file()


def sentences(content: Content) -> list[str]:
    return [fault.sentence for fault in review(content).faults]


def ids(content: Content) -> list[str]:
    return [block["id"] for block in content["blocks"]]


def body(content: Content) -> Rect:
    return body_of(content).rect


def placed(content: Content, block_id: str) -> Rect:
    return review(content).template.block(block_id).rect


@pytest.mark.parametrize("canvas_id", load_templates())
def test_a_copy_of_each_installed_canvas_is_fit_and_drawn_where_it_was(canvas_id: str) -> None:
    copy = copy_of(content_of(installed_text(canvas_id)), "ours")
    found = review(copy)
    original = load_templates()[canvas_id]
    assert found.faults == ()
    assert [block.rect for block in sorted(found.template.blocks, key=lambda b: b.id)] == [
        block.rect for block in sorted(original.blocks, key=lambda b: b.id)
    ]
    assert found.template.name == f"Our {original.name}"
    assert copy["source"] == original.source, "it says whose the original is"


def test_a_canvas_begun_from_nothing_only_lacks_a_block() -> None:
    blank = blank_content()
    assert sentences(blank) == [NO_BLOCK]
    assert sentences(add_block(blank)) == []


def test_a_new_block_takes_the_largest_gap_until_there_is_no_room() -> None:
    first = add_block(blank_content(), block_id="first")
    assert placed(first, "first").h == pytest.approx(body(first).h)
    half = place_block(first, "first", Rect(15, 80, 700, 700))
    both = add_block(half, block_id="second")
    assert placed(both, "second").x == pytest.approx(715)
    assert sentences(both) == []
    assert [block["number"] for block in both["blocks"]] == [1, 2]
    with pytest.raises(NoRoomError, match="shrink, split or delete"):
        add_block(place_block(both, "first", body(both)))


def test_a_block_that_is_drawn_is_pushed_into_the_frame_and_as_large_as_its_lanes_need() -> None:
    drawn = add_block(blank_content(), Rect(1160, 10, 5, 5), "tiny")
    rect, frame = placed(drawn, "tiny"), body(drawn)
    assert sentences(drawn) == []
    assert rect.right == pytest.approx(frame.right)
    assert rect.y == pytest.approx(frame.y, abs=0.001)
    assert (rect.w, rect.h) == pytest.approx(least_of(drawn, Split.ROWS), abs=0.01)


def test_blocks_that_share_an_edge_still_do_when_it_is_rounded(draft: Content) -> None:
    edge = body(draft).x + 980 / 3
    left = place_block(draft, "left", Rect(10, 78, edge - 10, 578))
    both = place_block(left, "right", Rect(edge, 78, 990 - edge, 578))
    assert sentences(both) == []
    assert largest_gap(both) is None


@pytest.mark.parametrize("along", Split)
def test_a_split_block_keeps_its_questions_in_the_first_half(draft: Content, along: Split) -> None:
    halves = split_block(draft, "right", along, "other")
    assert sentences(halves) == []
    assert largest_gap(halves) is None, "together they lie where the block lay"
    assert block_of(halves, "right")["questions"] == block_of(draft, "right")["questions"]
    assert block_of(halves, "other")["questions"] == []


def test_a_block_too_small_for_two_is_not_split(draft: Content) -> None:
    small = place_block(draft, "left", Rect(10, 78, 64, 200))
    with pytest.raises(NoRoomError, match="too small to be split"):
        split_block(small, "left", Split.COLUMNS)


def test_a_block_that_goes_leaves_the_agenda_its_steps(draft: Content) -> None:
    after = remove_block(draft, "left")
    assert sentences(after) == []
    assert [step["blocks"] for step in after["agenda"]] == [[], [], ["right"]]
    assert [step["minutes"] for step in after["agenda"]] == [20, 60, 40]


def test_a_number_that_is_taken_is_swapped(draft: Content) -> None:
    swapped = set_number(draft, "left", 2)
    assert [block["number"] for block in swapped["blocks"]] == [2, 1]
    assert sentences(swapped) == []
    for number in (0, 1000):
        with pytest.raises(UnfitNumberError):
            set_number(draft, "left", number)


def test_words_of_a_source_that_are_changed_are_not_its_words_any_more(draft: Content) -> None:
    verbatim = set_origin(draft, "left", "our-1", Origin.VERBATIM)
    same = set_question(verbatim, "left", "our-1", "What is so?")
    other = set_question(verbatim, "left", "our-1", "What  is\nnot so?")
    assert block_of(same, "left")["questions"][0]["origin"] == Origin.VERBATIM
    assert block_of(other, "left")["questions"][0]["origin"] == Origin.ADAPTED
    assert block_of(other, "left")["questions"][0]["text"] == "What is not so?"


def test_questions_are_put_in_order_within_their_lane(draft: Content) -> None:
    def asked(content: Content) -> list[str]:
        return [question["id"] for question in block_of(content, "left")["questions"]]

    more = add_question(draft, "left", Perspective.OUR, "And then?", "our-2")
    earlier = move_question(more, "left", "our-2", -1)
    assert asked(earlier) == ["our-2", "customer-1", "our-1"]
    assert asked(move_question(earlier, "left", "our-2", -1)) == asked(earlier)
    assert sentences(earlier) == []


def test_examples_do_not_answer_a_question_that_is_gone(draft: Content) -> None:
    after = remove_question(draft, "left", "our-1")
    assert [each["question"] for each in block_of(after, "left")["examples"]] == [None, None]
    assert sentences(after) == []


def test_lanes_that_need_more_room_make_the_block_grow(draft: Content) -> None:
    narrow = place_block(draft, "left", Rect(10, 78, 70, 400))
    beside = set_lanes(narrow, "left", Split.COLUMNS)
    assert sentences(beside) == []
    assert placed(beside, "left").w == pytest.approx(least_of(draft, Split.COLUMNS)[0], abs=0.01)


def test_a_sheet_of_another_size_keeps_the_share_of_its_blocks(draft: Content) -> None:
    wide = set_sheet_side(draft, "width", 2000)
    assert placed(wide, "left").w / body(wide).w == pytest.approx(0.4)
    with pytest.raises(UnfitNumberError):
        set_sheet_side(draft, "height", 5)


FAULTS: list[tuple[Callable[[Content], Content], str, str | None, str]] = [
    (lambda c: set_text(c, "name", " "), "The name has no words. Write them.", None, "name"),
    (
        lambda c: set_block_text(c, "left", "title", ""),
        "Block 1: the title has no words. Write them.",
        "left",
        "title",
    ),
    (
        lambda c: add_question(c, "right", CUSTOMER, ""),
        "2 Right: question 3 has no words. Write them.",
        "right",
        "questions[2].text",
    ),
    (
        lambda c: place_block(c, "left", Rect(100, 78, 400, 400)),
        "2 Right lies over 1 Left. Move or shrink one of them.",
        "right",
        "rect",
    ),
    (
        lambda c: {**c, "blocks": [*c["blocks"], c["blocks"][1]]},
        "2 Right: the id is 'right', which stands before already. Choose another.",
        "right",
        "id",
    ),
]


@pytest.mark.parametrize(("change", "sentence", "block", "key"), FAULTS)
def test_a_fault_says_where_it_is(
    draft: Content,
    change: Callable[[Content], Content],
    sentence: str,
    block: str | None,
    key: str,
) -> None:
    (fault,) = review(change(draft)).faults
    assert (fault.sentence, fault.block, fault.key) == (sentence, block, key)


def test_every_block_at_fault_is_told_and_still_drawn(draft: Content) -> None:
    bad = set_text(draft, "tagline", "")
    for block_id in ids(draft):
        bad = set_block_text(bad, block_id, "purpose", "")
    found = review(bad)
    assert sorted(str(fault.block) for fault in found.faults) == ["None", "left", "right"]
    assert [block.id for block in found.template.blocks] == ["left", "right"]


def test_lanes_too_small_for_a_note_are_a_fault_of_their_block(draft: Content) -> None:
    found = review(set_sheet_side(set_sheet_side(draft, "width", 150), "height", 150))
    assert {fault.block for fault in found.faults if fault.block} == {"left", "right"}


def test_what_is_pasted_becomes_one_line_that_can_be_drawn(draft: Content) -> None:
    pasted = set_text(draft, "tagline", " Two\n\tlines\x00 and\ud800 more ")
    assert pasted["tagline"] == "Two lines and more"
    assert read_draft(text_of(pasted).encode()) == pasted


def test_a_kept_draft_is_read_as_it_was_whatever_it_lacks(draft: Content) -> None:
    unfit = set_text(add_question(draft, "left", OUR, ""), "name", "")
    assert read_draft(text_of(unfit).encode()) == unfit
    assert read_draft(text_of(blank_content()).encode()) == blank_content()


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("tagline", 7),
        ("sheet.width", "wide"),
        ("agenda", [{}]),
        ("blocks[0].title", None),
        ("blocks[0].rect.w", "half"),
        ("blocks[0].registers", 1),
        ("blocks[1].questions[0].text", []),
        ("blocks[1].questions[0].origin", "hearsay"),
    ],
)
def test_a_kept_draft_that_was_tampered_with_is_refused(place: str, value: Json) -> None:
    content = small_file()
    put(content, keys_of(place), value)
    with pytest.raises(TemplateError):
        read_draft(text_of(content).encode())


def test_saving_makes_the_next_version_and_nothing_unfit_is_saved(draft: Content) -> None:
    first = workshop().after(save_canvas(workshop(), draft))
    second = first.after(save_canvas(first, set_registers(draft, "left", ["decision"])))
    newest = newest_of(second, "sixth")
    assert newest is not None
    assert newest.template.version == 2
    assert newest.template.block("left").registers == ("decision",)
    assert len(second.canvases) == 2
    with pytest.raises(TemplateError):
        save_canvas(second, set_text(draft, "name", ""))


def test_boards_of_older_versions_come_along_together_and_lose_no_note(draft: Content) -> None:
    shop = workshop().after(save_canvas(workshop(), draft))
    for _ in range(2):
        shop = shop.after(new_board(shop, "sixth"))
    boards = [each for each in shop.boards_in_order() if each.head.template == "sixth"]
    (place,) = free_places(boards[0], "left", OUR, 1)
    shop = shop.after(add_note(boards[0], place, "Bread"))
    shop = shop.after(save_canvas(shop, remove_block(draft, "left")))
    upgrade = upgrade_all(shop, "sixth")
    after = shop.after(upgrade.edit)
    heads = [change.after for change in upgrade.edit.changes if type(change.after) is BoardHead]
    assert [head.template_version for head in heads] == [2, 2]
    (bread,) = (n for n in after.boards[boards[0].id].notes.values() if n.text == "Bread")
    assert bread.block is None
    assert upgrade.outcome == ("1 note beside the sheet",)


def test_a_canvas_is_removed_only_while_no_board_is_made_of_it(draft: Content) -> None:
    shop = workshop().after(save_canvas(workshop(), draft))
    used = shop.after(new_board(shop, "sixth"))
    with pytest.raises(CanvasInUseError, match="the board Sixth is made of it"):
        remove_canvas(used, "sixth")
    assert shop.after(remove_canvas(shop, "sixth")).canvases == {}
