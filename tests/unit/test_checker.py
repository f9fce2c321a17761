"""How findings are made: in order, with what they speak of, ignored with a reason, and after an edit not all anew."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from canvasapp.checks import Checked, Finding
from canvasapp.domain.board import Workshop
from canvasapp.domain.change import Change, Edit
from canvasapp.domain.records import Entry, LinkKind, Note, NoteStatus, Record, Waiver
from canvasapp.domain.template import Perspective
from tests.unit.review import (
    CHECKER,
    COMPLETE,
    CUSTOMER,
    PARTIES,
    REGISTERS,
    TEMPLATES,
    entry,
    link,
    note,
    review,
    workshop,
)

JOINT, LOGIC = "joint-service-proposition", "service-logic-bmc"
WORLD, PROPOSITION, CREATION = "customers-world", "value-proposition", "value-creation"


def after(before: Workshop, *changes: tuple[Record | None, Record | None]) -> Workshop:
    return before.after(Edit("", tuple(Change(old, new) for old, new in changes)))


def of(checked: Checked, check: str) -> list[Finding]:
    return [finding for finding in checked.findings if finding.check == check]


def test_findings_are_in_order_of_severity_then_of_the_facilitation_and_of_no_block_last() -> None:
    checked = review(
        LOGIC,
        *(note("Best price", CREATION), note("Great!", WORLD), note("Off", None)),
        *(note("a", WORLD, CUSTOMER), note("b", PROPOSITION), note("c", PROPOSITION)),
        link("b", "c", LinkKind.CONTRADICTS),
    )
    order = [block.id for block in TEMPLATES[LOGIC].blocks_in_order()]
    gravity = ["error", "warning", "info"]
    places = [
        (gravity.index(each.severity), order.index(each.block) if each.block else len(order))
        for each in checked.findings
    ]
    assert places == sorted(places)
    assert {*gravity} == {each.severity for each in checked.findings}
    assert None in {each.block for each in checked.findings}


def test_a_finding_tells_the_notes_and_entries_it_speaks_of() -> None:
    promise = note("Back in a day", "offer-and-guarantees")
    guarantee = entry("guarantee", on=promise.id, recovery=None)
    (found,) = of(review(JOINT, promise, guarantee), "jsp-guarantee-no-recovery")
    assert found.notes == (promise.id,)
    assert found.entries == (guarantee.id,)
    assert found.block == "offer-and-guarantees"


def test_an_entry_without_a_note_belongs_to_the_block_that_offers_its_kind() -> None:
    (found,) = of(review(JOINT, entry("risk", escalation=None)), "jsp-risk-controls")
    assert (found.block, found.notes) == ("risk-and-controls", ())


def test_a_finding_is_about_the_same_whatever_the_words() -> None:
    before = review(JOINT, entry("risk", escalation=None))
    later = review(JOINT, entry("risk", escalation=None, statement="Another"))
    (old,), (new,) = of(before, "jsp-risk-controls"), of(later, "jsp-risk-controls")
    assert old.message != new.message
    assert old.about == new.about


def test_findings_of_a_check_are_about_different_things() -> None:
    records: list[Record] = [
        note("Best", WORLD),
        note("Great", WORLD),
        entry("outcome"),
        entry("risk"),
    ]
    found = review(JOINT, *records).findings
    keys = [(finding.check, finding.about) for finding in found]
    assert sorted(set(keys)) == sorted(keys)


def test_what_a_finding_is_about_is_short_however_much_it_speaks_of() -> None:
    def about(count: int) -> str:
        same = [note("One contact", WORLD, id=f"{at:020}") for at in range(count)]
        (found,) = of(review(LOGIC, *same), "all-duplicate")
        return found.about

    assert len(about(50)) <= 120
    assert about(50) == about(50) != about(49)


def test_a_finding_that_was_waived_carries_the_reason_and_is_not_open() -> None:
    slogan = note("Best price", WORLD)
    (found,) = of(review(LOGIC, slogan), "all-slogan")
    waiver = Waiver("w1", "b", found.check, found.about, "Their own words")
    checked = review(LOGIC, slogan, waiver)
    assert of(checked, "all-slogan") == [replace(found, waiver=waiver)]
    assert found.check not in {finding.check for finding in checked.open}


def test_a_waiver_holds_for_a_crowd_that_grows() -> None:
    (found,) = of(review(LOGIC, note("a", None)), "all-outside-block")
    waiver = Waiver("w1", "b", found.check, found.about, "Parked")
    checked = review(LOGIC, note("a", None), note("b", None), waiver)
    assert [finding.waiver for finding in of(checked, "all-outside-block")] == [waiver]


def test_a_waiver_holds_wherever_a_shared_note_is_shown() -> None:
    (found,) = of(review(LOGIC, note("Best", WORLD, id="one", shared="s")), "all-slogan")
    (twin,) = of(review(LOGIC, note("Best", PROPOSITION, id="two", shared="s")), "all-slogan")
    assert found.about == twin.about
    assert (found.notes, twin.notes) == (("one",), ("two",))


def test_the_entry_of_a_note_counts_on_every_board_that_shows_it() -> None:
    start = workshop(JOINT, note("Works", "jobs-and-outcomes", id="here", shared="s"))
    other = replace(start.boards["b"].head, id="other", template="value-co-creation")
    outcome = entry("outcome", on="s", job_type="functional")
    twin = note("Works", "customers-desired-outcomes", id="there", shared="s", board="other")
    both = after(start, (None, other), (None, outcome), (None, twin))
    (found,) = of(CHECKER.check(both, "other"), "vcc-outcome-kinds")
    assert (found.notes, found.entries) == (("there",), (outcome.id,))


def test_evidence_about_an_entry_is_evidence_about_its_note_wherever_that_is_shown() -> None:
    proven_so_they_say = note("Works", "jobs-and-outcomes", shared="s", status=NoteStatus.EVIDENCED)
    start = workshop(JOINT, proven_so_they_say)
    other = replace(start.boards["b"].head, id="other", template="value-stack")
    twin = replace(proven_so_they_say, id="there", board="other", block="break-fix")
    both = after(start, (None, other), (None, entry("outcome", on="s")), (None, twin))
    proven = after(both, (None, entry("evidence", about=("outcome",))))
    for board in ("b", "other"):
        assert len(of(CHECKER.check(both, board), "all-decided-without-evidence")) == 1
        assert of(CHECKER.check(proven, board), "all-decided-without-evidence") == []


def test_a_blank_board_is_left_alone_whatever_lies_on_others() -> None:
    start = workshop(JOINT, entry("handshake"), entry("evidence"), entry("governance_role"))
    blank = [
        replace(start.boards["b"].head, id=canvas, template=canvas, profile="")
        for canvas in TEMPLATES
    ]
    full = after(start, *((None, head) for head in blank))
    assert [f.message for canvas in TEMPLATES for f in CHECKER.check(full, canvas).findings] == []


def test_work_on_other_boards_counts_where_parties_meet() -> None:
    start = workshop("service-ecosystem", entry("quality_point"))
    other = replace(start.boards["b"].head, id="other", template=JOINT)
    shake = replace(entry("handshake", to_party="desk"), board="other")
    later = after(start, (None, other), (None, shake))
    before = CHECKER.check(start, "b")
    assert of(before, "eco-boundary-blind") == []
    (found,) = of(CHECKER.check(later, "b", before), "eco-boundary-blind")
    assert found.message == "The boundary between Service desk and Telecom is not instrumented."


# --- only what an edit touches -------------------------------------------------------------------------------------


def asked(before: Checked, later: Checked) -> set[tuple[str, str | None]]:
    """The checks that were asked again, and in which block."""
    return {key for key, answer in later.answers.items() if answer is not before.answers[key]}


def test_nothing_is_asked_again_when_nothing_has_changed() -> None:
    board = workshop(LOGIC, note("Best", WORLD), entry("benefit"))
    before = CHECKER.check(board, "b")
    later = CHECKER.check(board, "b", before)
    assert asked(before, later) == set()
    assert later.findings is before.findings


def test_only_what_reads_a_register_is_asked_when_an_entry_of_it_changes() -> None:
    start = workshop(JOINT, note("Best", "risk-and-controls"), entry("risk"), entry("kpi"))
    before = CHECKER.check(start, "b")
    old = start.boards["b"].entries["kpi"]
    later = CHECKER.check(after(start, (old, replace(old, values=()))), "b", before)
    on_measures = {
        (check.id, None) for check in CHECKER.of(TEMPLATES[JOINT]) if check.id.startswith("jsp-kpi")
    }
    assert asked(before, later) == {*on_measures, ("jsp-target-contradiction", None)}


def test_rules_about_entries_are_not_asked_when_a_note_is_moved_in_its_block() -> None:
    risk = note("Blame game", "risk-and-controls")
    start = workshop(JOINT, risk, entry("risk", on=risk.id))
    before = CHECKER.check(start, "b")
    later = CHECKER.check(after(start, (risk, replace(risk, x=90.0))), "b", before)
    assert "jsp-risk-controls" not in {check for check, _ in asked(before, later)}
    assert later.findings is before.findings


def test_only_the_block_is_read_again_in_which_a_note_changes() -> None:
    old = note("Best", WORLD)
    start = workshop(LOGIC, old, note("Plain", PROPOSITION))
    before = CHECKER.check(start, "b")
    later = CHECKER.check(after(start, (old, replace(old, text="Better"))), "b", before)
    assert {block for check, block in asked(before, later) if check == "all-slogan"} == {WORLD}


def test_findings_that_are_as_they_were_are_the_same_objects() -> None:
    slogan, risk = note("Best price", "risk-and-controls"), entry("risk", escalation=None)
    start = workshop(JOINT, slogan, risk)
    before = CHECKER.check(start, "b")
    later = CHECKER.check(after(start, (risk, replace(risk, values=()))), "b", before)
    (old,), (new,) = of(before, "all-slogan"), of(later, "all-slogan")
    assert new is old
    assert of(later, "jsp-risk-controls") != of(before, "jsp-risk-controls")


def test_a_board_may_be_checked_in_several_threads_at_once() -> None:
    boards = [workshop(LOGIC, note(f"Best {word}", WORLD)) for word in ("a", "b", "c", "d")]
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda each: CHECKER.check(each, "b").findings, boards * 5))
    assert found == [CHECKER.check(each, "b").findings for each in boards] * 5


TEXTS = st.sampled_from(
    ["", "Best price", "One. Two. Three.", "We offer care", "x" * 96, "Plain 7"]
)
BLOCKS = {canvas: [None, *(block.id for block in TEMPLATES[canvas].blocks)] for canvas in TEMPLATES}
FIELDS = [
    (register, field.id, field.choices)
    for register in COMPLETE
    for field in REGISTERS[register].fields
]


@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_after_any_edits_the_answer_is_that_of_a_fresh_look(data: st.DataObject) -> None:
    canvas = data.draw(st.sampled_from(list(TEMPLATES)))
    now = workshop(canvas, note("a", BLOCKS[canvas][1]), note("b", BLOCKS[canvas][2], CUSTOMER))
    checked = CHECKER.check(now, "b")
    for _ in range(data.draw(st.integers(1, 12))):
        now = after(now, random_change(data, now, canvas))
        checked = CHECKER.check(now, "b", checked)
        assert checked.findings == CHECKER.check(now, "b").findings


def random_change(
    data: st.DataObject, now: Workshop, canvas: str
) -> tuple[Record | None, Record | None]:
    """A note, entry, link, party or waiver that is new, changed or gone."""
    draw, board = data.draw, now.boards["b"]
    kind = draw(st.sampled_from(["note", "entry", "link", "party", "waiver"]))
    if kind == "party":
        party = now.parties[draw(st.sampled_from(PARTIES)).id]
        return party, replace(party, name=draw(st.sampled_from(["Telecom", "Insurer"])))
    if kind == "waiver" and (found := CHECKER.check(now, "b").open):
        each = draw(st.sampled_from(found))
        return None, Waiver(f"w{len(board.waivers)}", "b", each.check, each.about, "So be it")
    if kind == "link":
        ends = st.sampled_from(sorted(board.notes))
        new = link(draw(ends), draw(ends), draw(st.sampled_from(LinkKind)))
        return board.links.get(new.id), replace(new)
    if kind == "entry":
        return random_entry(data, now)
    return random_note(data, now, canvas)


def random_entry(data: st.DataObject, now: Workshop) -> tuple[Entry | None, Entry | None]:
    register, field, choices = data.draw(st.sampled_from(FIELDS))
    on = data.draw(st.sampled_from([None, "a", "b"]))
    value = data.draw(st.sampled_from([None, *choices]))
    new = entry(register, on=on if entry(register).board else None, **{field: value})
    old = now.boards["b"].entries.get(new.id) or now.entries.get(new.id)
    return old, data.draw(st.sampled_from([new, None])) if old else new


def random_note(data: st.DataObject, now: Workshop, canvas: str) -> tuple[Note | None, Note | None]:
    name = data.draw(st.sampled_from(["a", "b", "c", "d", "e"]))
    block, side = (
        data.draw(st.sampled_from(BLOCKS[canvas])),
        data.draw(st.sampled_from(Perspective)),
    )
    text, party = data.draw(TEXTS), data.draw(st.sampled_from([None, "telecom"]))
    new = note(text, block, side, id=name, party=party, y=float(data.draw(st.integers(0, 500))))
    return now.boards["b"].notes.get(name), new
