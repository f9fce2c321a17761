"""What holds for every plan, whatever is planned on whatever board."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from hypothesis import given
from hypothesis import strategies as st

from canvasapp.domain.board import Board, Workshop
from canvasapp.domain.change import Edit
from canvasapp.domain.entries import entries as all_entries
from canvasapp.domain.geometry import Rect
from canvasapp.domain.records import (
    TWINNED,
    Attachment,
    BoardHead,
    Entry,
    LinkKind,
    Note,
    NoteKind,
    NoteStatus,
    Party,
    Record,
)
from canvasapp.domain.register import Register, words_in
from canvasapp.domain.template import Perspective, Place
from canvasapp.edits import (
    arrange,
    aside,
    boards,
    entries,
    groups,
    images,
    laying,
    links,
    marks,
    notes,
    parties,
    privacy,
    sealing,
    sharing,
    splitting,
    tidy,
    voting,
)
from canvasapp.edits.consequences import with_consequences
from canvasapp.edits.evidence import attach
from tests.unit.small_canvas import workshop
from tests.unit.small_registers import EVIDENCE, GOAL, GUARANTEE, MOMENT

Plan = Callable[[Workshop, Board], Edit]

lengths = st.floats(-700, 700, width=32)
rects = st.builds(Rect, lengths, lengths, lengths, lengths)
texts = st.text(max_size=20)
questions = st.sampled_from(["what", "why", "never asked"])
some = st.sets(st.integers(0, 12), max_size=5)
"""Which notes, boards, links or parties: numbers that wrap around; with 12, one that is not there too."""


def chosen(numbers: set[int], present: list[str]) -> list[str]:
    wrapped = [present[number % len(present)] for number in sorted(numbers) if present]
    return [*wrapped, *(["gone"] if 12 in numbers else [])]


def first(numbers: set[int], present: list[str]) -> str:
    return next(iter(chosen(numbers, present)), "gone")


def add(rect: Rect, text: str, question: str) -> Plan:
    return lambda _, b: notes.add_note(b, rect, text, party="telecom", question=question)


def add_many(placed: list[tuple[Rect, str]]) -> Plan:
    return lambda _, b: notes.add_notes(b, placed, party="gone")


def move(who: set[int], dx: float, dy: float) -> Plan:
    return lambda _, b: notes.move_notes(b, chosen(who, list(b.notes)), dx, dy)


def resize(who: set[int], rect: Rect) -> Plan:
    return lambda _, b: notes.resize_note(b, first(who, list(b.notes)), rect)


def type_text(who: set[int], text: str, height: float) -> Plan:
    return lambda _, b: notes.set_text(b, first(who, list(b.notes)), text, height)


def recolour(who: set[int], party: str | None) -> Plan:
    return lambda _, b: notes.set_party(b, chosen(who, list(b.notes)), party)


def change_view(who: set[int], perspective: Perspective) -> Plan:
    return lambda _, b: notes.set_perspective(b, chosen(who, list(b.notes)), perspective)


def answer(who: set[int], question: str | None) -> Plan:
    return lambda _, b: notes.set_question(b, chosen(who, list(b.notes)), question)


def restack(who: set[int], stack: notes.Stack) -> Plan:
    return lambda _, b: notes.restack(b, chosen(who, list(b.notes)), stack)


def copy(who: set[int], dx: float, dy: float) -> Plan:
    return lambda _, b: notes.duplicate_notes(b, chosen(who, list(b.notes)), dx, dy)


def remove(who: set[int]) -> Plan:
    return lambda _, b: notes.remove_notes(b, chosen(who, list(b.notes)))


def head(rect: Rect, text: str) -> Plan:
    return lambda _, b: notes.add_heading(b, rect, text)


def show(rect: Rect, image: Attachment) -> Plan:
    return lambda _, b: images.add_images(b, [(image, rect)])


def illustrate(who: set[int], image: Attachment) -> Plan:
    return lambda _, b: images.set_image(b, first(who, list(b.notes)), image, 80)


def bare(who: set[int]) -> Plan:
    return lambda _, b: images.remove_images(b, chosen(who, list(b.notes)))


def arranged(plan: Callable[[Board, list[str]], Edit], who: set[int]) -> Plan:
    return lambda _, b: plan(b, chosen(who, list(b.notes)))


def tidy_lane(block: str, perspective: Perspective) -> Plan:
    return lambda _, b: tidy.tidy(b, block, perspective)


def split(who: set[int]) -> Plan:
    return lambda _, b: splitting.split_note(b, first(who, list(b.notes)))


def join(source: set[int], target: set[int], kind: LinkKind) -> Plan:
    return lambda _, b: links.add_link(
        b, first(source, list(b.notes)), first(target, list(b.notes)), kind
    )


def lead(which: set[int], target: set[int]) -> Plan:
    return lambda _, b: links.lead_link(
        b, first(which, list(b.links)), target=first(target, list(b.notes))
    )


def cut(who: set[int]) -> Plan:
    return lambda _, b: links.remove_links(b, chosen(who, list(b.links)))


def add_board(title: str) -> Plan:
    return lambda w, _: boards.new_board(w, "other", title)


def copy_board() -> Plan:
    return lambda w, b: boards.duplicate_board(w, b.id)


def drop_board() -> Plan:
    return lambda w, b: boards.remove_board(w, b.id) if len(w.boards) > 1 else Edit("", ())


def retitle(title: str) -> Plan:
    return lambda w, b: boards.rename_board(w, b.id, title)


def enter(who: set[int], register: Register) -> Plan:
    return lambda w, b: entries.make_entry(w, b.id, first(who, list(b.notes)), register)


def leave(who: set[int]) -> Plan:
    return lambda _, b: entries.unmake_entries(b, chosen(who, list(b.notes)))


def add_entry(register: Register) -> Plan:
    return lambda w, b: entries.add_entry(w, register, b.id)


def drop_entries(who: set[int]) -> Plan:
    return lambda w, _: entries.remove_entries(w, chosen(who, known(w)))


def own(who: set[int], party: str | None) -> Plan:
    def plan(w: Workshop, _: Board) -> Edit:
        party_id = party if party in w.parties else None
        return entries.set_value(w, GUARANTEE, first(who, known(w)), "owner", party_id)

    return plan


def prove(who: set[int], what: set[int]) -> Plan:
    def plan(w: Workshop, b: Board) -> Edit:
        things = [note.content for note in b.notes.values()]
        there = [each for each in chosen(what, things) if each != "gone"]
        evidence = [e.id for e in w.entries.values() if e.register == "evidence"]
        return attach(w, EVIDENCE, first(who, evidence), there)

    return plan


def show_there(who: set[int], place: Place) -> Plan:
    return lambda w, b: sharing.show_on_board(
        w,
        b.id,
        chosen(who, list(b.notes)),
        w.boards_in_order()[-1].id,
        place.block,
        place.perspective,
    )


def copy_there(who: set[int], block: str) -> Plan:
    return lambda w, b: sharing.copy_to_board(
        w, b.id, chosen(who, list(b.notes)), w.boards_in_order()[-1].id, block
    )


def send_there(who: set[int], place: Place) -> Plan:
    return lambda w, b: sharing.move_to_board(
        w, b.id, chosen(who, list(b.notes)), w.boards_in_order()[-1].id, place
    )


def mark(who: set[int], tags: list[str], status: NoteStatus | None) -> Plan:
    def plan(_: Workshop, b: Board) -> Edit:
        ids = chosen(who, list(b.notes))
        return marks.set_tags(b, ids, tags) if tags else marks.set_status(b, ids, status)

    return plan


def ignore(question: str) -> Plan:
    return lambda _, b: aside.set_question_aside(b, "tall", question, "Known.")


def merge_parties(gone: str, kept: str) -> Plan:
    return lambda w, _: parties.merge_parties(w, gone, kept)


def hide(who: set[int], how: Callable[[Board, list[str]], Edit]) -> Plan:
    return lambda _, b: how(b, chosen(who, list(b.notes)))


def reveal(block: str | None) -> Plan:
    return lambda _, b: privacy.reveal(b, block)


def vote(who: set[int], number: int) -> Plan:
    """A dot or some in the first round, which is opened for the first of them."""

    def plan(_: Workshop, b: Board) -> Edit:
        if not b.rounds:
            return voting.start_vote(b, "", 1_000, 1_000)
        return voting.give_dots(b, next(iter(b.rounds)), first(who, list(b.notes)), number)

    return plan


def end_vote(who: set[int]) -> Plan:
    return lambda _, b: voting.remove_vote(b, first(who, list(b.rounds)))


def finish(block: str) -> Plan:
    return lambda _, b: sealing.unseal_block(b, block) if b.sealed else sealing.seal_block(b, block)


def known(state: Workshop) -> list[str]:
    return [entry.id for entry in all_entries(state)]


def drop_party(who: set[int]) -> Plan:
    return lambda w, _: parties.remove_party(w, first(who, list(w.parties)))


def add_party(name: str) -> Plan:
    return lambda w, _: parties.add_party(w, name)


arrangements: st.SearchStrategy[Callable[[Board, list[str]], Edit]] = st.sampled_from(
    [
        groups.group_notes,
        groups.ungroup_notes,
        groups.lock_notes,
        groups.unlock_notes,
        arrange.stack,
        arrange.match_size,
        tidy.tidy_notes,
        partial(splitting.merge_notes, height_for=lambda *_: 40.0),
        *(partial(arrange.align, edge=edge) for edge in arrange.Edge),
        *(partial(arrange.distribute, axis=axis) for axis in arrange.Axis),
        *(partial(tidy.sort_notes, by=by) for by in tidy.SortBy),
        partial(arrange.paste_style, style=arrange.CopiedStyle("telecom", (90.0, 30.0))),
    ]
)
pictures = st.sampled_from([Attachment(n * 64, f"{n}.png", "image/png", 1) for n in "12"])

spots = st.builds(Place, st.sampled_from(["tall", "broad"]), st.sampled_from(Perspective))
sides = st.sampled_from(["telecom", "retailer"])

plans = st.one_of(
    st.builds(head, rects, texts),
    st.builds(show, rects, pictures),
    st.builds(illustrate, some, pictures),
    st.builds(bare, some),
    st.builds(arranged, arrangements, some),
    st.builds(tidy_lane, st.sampled_from(["tall", "broad"]), st.sampled_from(Perspective)),
    st.builds(split, some),
    st.builds(add, rects, texts, questions),
    st.builds(add_many, st.lists(st.tuples(rects, texts), max_size=4)),
    st.builds(move, some, lengths, lengths),
    st.builds(resize, some, rects),
    st.builds(type_text, some, texts, lengths),
    st.builds(recolour, some, st.sampled_from(["telecom", "retailer", "gone", None])),
    st.builds(change_view, some, st.sampled_from(Perspective)),
    st.builds(answer, some, questions | st.none()),
    st.builds(restack, some, st.sampled_from(notes.Stack)),
    st.builds(copy, some, lengths, lengths),
    st.builds(remove, some),
    st.builds(join, some, some, st.sampled_from(LinkKind)),
    st.builds(lead, some, some),
    st.builds(cut, some),
    st.builds(add_board, texts),
    st.builds(copy_board),
    st.builds(drop_board),
    st.builds(retitle, texts),
    st.builds(drop_party, some),
    st.builds(add_party, texts),
    st.builds(enter, some, st.sampled_from([GUARANTEE, MOMENT])),
    st.builds(leave, some),
    st.builds(add_entry, st.sampled_from([EVIDENCE, GOAL])),
    st.builds(drop_entries, some),
    st.builds(own, some, st.sampled_from(["telecom", "retailer", None])),
    st.builds(prove, some, some),
    st.builds(show_there, some, spots),
    st.builds(copy_there, some, st.sampled_from(["tall", "broad"])),
    st.builds(send_there, some, spots),
    st.builds(mark, some, st.lists(texts, max_size=2), st.sampled_from(NoteStatus)),
    st.builds(ignore, questions),
    st.builds(merge_parties, sides, sides),
    st.builds(
        hide, some, st.sampled_from([privacy.hide_notes, privacy.show_notes, privacy.make_private])
    ),
    st.builds(reveal, st.sampled_from(["tall", "broad", None])),
    st.builds(vote, some, st.integers(-2, 5)),
    st.builds(end_vote, some),
    st.builds(finish, st.sampled_from(["tall", "broad"])),
)

sequences = st.lists(st.tuples(st.integers(0, 3), plans), max_size=25)
"""Plans, each with the number of the board it is made for."""


def plan_edit(state: Workshop, board_number: int, plan: Plan) -> Edit:
    in_order = state.boards_in_order()
    return with_consequences(state, plan(state, in_order[board_number % len(in_order)]))


def records(state: Workshop) -> list[object]:
    """All that a workshop holds, mapping by mapping, without regard to the order in a mapping."""
    return [
        state.head,
        dict(state.parties),
        dict(state.attachments),
        dict(state.entries),
        *((b.head, b.notes, b.links, *left(b)) for b in state.boards_in_order()),
    ]


def left(board: Board) -> list[dict[str, Record]]:
    return [
        dict(board.entries),
        dict(board.set_aside),
        dict(board.waivers),
        dict(board.rounds),
        dict(board.dots),
        dict(board.sealed),
    ]


def placed_rightly(board: Board, note: Note) -> bool:
    place = board.template.place_at(note.rect.centre)
    here = (place.block, place.perspective) if place else (None, None)
    return here == (note.block, note.perspective)


def answers_rightly(board: Board, note: Note) -> bool:
    if note.question is None:
        return True
    question = board.template.block(note.block or "").question(note.question)
    return question is not None and question.perspective is note.perspective


@given(sequences)
def test_every_edit_taken_back_leaves_the_workshop_as_it_was(
    steps: list[tuple[int, Plan]],
) -> None:
    state = workshop()
    for board_number, plan in steps:
        edit = plan_edit(state, board_number, plan)
        after = state.after(edit)
        assert records(after.after(edit.inverse())) == records(state)
        assert bool(edit) == (records(after) != records(state))
        state = after


@given(sequences)
def test_no_plan_for_a_board_touches_a_locked_note(steps: list[tuple[int, Plan]]) -> None:
    state = workshop()
    for board_number, plan in steps:
        edit = plan_edit(state, board_number, plan)
        for change in edit.changes:
            if not isinstance(change.before, Note) or not change.before.locked or drops(edit):
                continue
            if change.before.shared is None:  # otherwise it says what its twin was made to say
                seen = change.after.seen if isinstance(change.after, Note) else None
                assert change.after in (
                    replace(change.before, locked=False),
                    replace(change.before, seen=seen or change.before.seen),
                )
        state = state.after(edit)


def drops(edit: Edit) -> bool:
    """Whether the board or the party of a note goes too."""
    records = [change.before for change in edit.changes if change.after is None]
    return any(isinstance(record, BoardHead | Party) for record in records)


@given(sequences)
def test_what_any_plans_leave_behind_agrees_with_itself(steps: list[tuple[int, Plan]]) -> None:
    state = workshop()
    for board_number, plan in steps:
        state = state.after(plan_edit(state, board_number, plan))
    for board in state.boards.values():
        for note in board.notes.values():
            assert placed_rightly(board, note)
            assert answers_rightly(board, note)
            assert note.party is None or note.party in state.parties
            assert note.board == board.id
            heading = note.kind is NoteKind.HEADING
            smallest = laying.MIN_HEADING if heading else laying.MIN_SIZE
            assert note.w >= smallest[0]
            assert note.h >= smallest[1]
            assert note.image is None or note.image in state.attachments
            assert (note.kind is NoteKind.IMAGE) <= (note.image is not None)
            assert not (heading and note.image)
        for link in board.links.values():
            assert {link.source, link.target} <= board.notes.keys()
        assert len({note.z for note in board.notes.values()}) == len(board.notes)


@given(sequences)
def test_notes_their_twins_entries_and_references_stay_one_thing(
    steps: list[tuple[int, Plan]],
) -> None:
    state = workshop(boards=("b1", "b2"))
    for board_number, plan in steps:
        state = state.after(plan_edit(state, board_number, plan))
        said: dict[str, set[object]] = {}
        for board in state.boards.values():
            for note in board.notes.values():
                said.setdefault(note.content, set()).add(tuple(getattr(note, n) for n in TWINNED))
        assert all(len(each) == 1 for each in said.values())
        found = list(all_entries(state))
        assert len({entry.code for entry in found}) == len(found)
        assert {entry.note for entry in found} <= {None, *said}
        there = {*said, *state.parties, *(entry.id for entry in found)}
        for entry in found:
            assert {w for w in words_in(entry.values) if w != "Known."} <= there
            assert entry.board is None or entry.note is None or on(state, entry)
        for board in state.boards.values():
            assert {dots.round for dots in board.dots.values()} <= board.rounds.keys()
            assert {dots.note for dots in board.dots.values()} <= said.keys()
            given_to = [(dots.round, dots.note, dots.party) for dots in board.dots.values()]
            assert len(set(given_to)) == len(given_to)


def on(state: Workshop, entry: Entry) -> bool:
    """Whether the entry lies on the board where its note is, and nowhere else."""
    showing = [
        b for b in state.boards.values() if any(n.content == entry.note for n in b.notes.values())
    ]
    return [board.id for board in showing] == [entry.board]
