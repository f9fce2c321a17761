"""Everything that a check can look for, by the name that data files use."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from canvasapp.checks import predicates_entries as entries
from canvasapp.checks import predicates_figures as figures
from canvasapp.checks import predicates_flows as flows
from canvasapp.checks import predicates_links as links
from canvasapp.checks import predicates_notes as notes
from canvasapp.checks.finding import Spot
from canvasapp.checks.given import Given
from canvasapp.checks.sight import Sight
from canvasapp.domain.check import Form
from canvasapp.domain.check import ParameterKind as Kind


@dataclass(frozen=True, slots=True)
class Predicate:
    """`find` yields where it holds; `form` tells what it takes and says.

    One that is `by_block` speaks of each block by itself and is asked block by block.
    """

    find: Callable[[Sight, Given], Iterator[Spot]]
    form: Form
    by_block: bool = False


_ENTRY = {"register": Kind.REGISTER}
_OF_FIELD = {**_ENTRY, "field": Kind.FIELD}
_WHERE = {"where": Kind.WHERE}
_TO = {"to": Kind.BLOCKS}
_EVIDENCE = {"statuses": Kind.STATUSES, "evidence": Kind.PATH}

PREDICATES: Mapping[str, Predicate] = {
    "one-sided": Predicate(
        notes.one_sided, Form({"perspective": Kind.PERSPECTIVE}, says=("n",)), by_block=True
    ),
    "skipped-block": Predicate(notes.skipped_block, Form({})),
    "inside-out": Predicate(
        notes.inside_out,
        Form({"least": Kind.NUMBER, "times": Kind.NUMBER}, says=("our", "customer")),
    ),
    "empty-lane": Predicate(
        notes.empty_lane,
        Form({"our": Kind.TEXT, "customer": Kind.TEXT}, says=("view",)),
        by_block=True,
    ),
    "not-begun-with": Predicate(
        notes.not_begun_with,
        Form({"block": Kind.BLOCK}, {"perspective": Kind.PERSPECTIVE, "later": Kind.BLOCKS}),
    ),
    "note-matches": Predicate(
        notes.note_matches,
        Form({"pattern": Kind.PATTERN}, {"perspective": Kind.PERSPECTIVE}, ("text",)),
        by_block=True,
    ),
    "note-says": Predicate(
        notes.note_says,
        Form(
            {"words": Kind.WORDS},
            {"most_words": Kind.NUMBER, "numberless": Kind.FLAG, "questions": Kind.FLAG},
            ("text", "word"),
        ),
        by_block=True,
    ),
    "note-too-long": Predicate(
        notes.note_too_long, Form({"most": Kind.NUMBER}, says=("text", "n", "most")), by_block=True
    ),
    "several-ideas": Predicate(
        notes.several_ideas,
        Form({"sentences": Kind.NUMBER, "lines": Kind.NUMBER}, says=("text",)),
        by_block=True,
    ),
    "without-party": Predicate(
        notes.without_party,
        Form({"perspective": Kind.PERSPECTIVE, "parties": Kind.NUMBER}, says=("text",)),
        by_block=True,
    ),
    "said-twice": Predicate(notes.said_twice, Form({}, says=("text",)), by_block=True),
    "off-the-blocks": Predicate(notes.off_the_blocks, Form({}, says=("n",))),
    "no-profile": Predicate(notes.no_profile, Form(_ENTRY)),
    "attribution-missing": Predicate(notes.attribution_missing, Form({})),
    "letters-too-small": Predicate(notes.letters_too_small, Form({}, says=("n",))),
    "lacking": Predicate(
        entries.lacking,
        Form({**_ENTRY, "fields": Kind.FIELDS}, _WHERE, ("missing",), entry="register"),
    ),
    "entry-is": Predicate(entries.entry_is, Form({**_ENTRY, **_WHERE}, entry="register")),
    "choices-missing": Predicate(
        entries.choices_missing,
        Form(
            _OF_FIELD,
            {
                **_WHERE,
                "choices": Kind.CHOICES,
                "graver": Kind.CHOICES,
                "party": Kind.FIELD,
                "only_with": Kind.KINDS,
            },
            ("choice",),
        ),
    ),
    "choices-incomplete": Predicate(
        entries.choices_incomplete,
        Form({**_OF_FIELD, "fields": Kind.FIELDS}, says=("choice", "missing")),
    ),
    "only-choices": Predicate(
        entries.only_choices, Form({**_OF_FIELD, "choices": Kind.CHOICES}, says=("choice",))
    ),
    "counted": Predicate(
        entries.counted,
        Form(
            {"of": Kind.KINDS},
            {"least": Kind.NUMBER, "most": Kind.NUMBER, "only_with": Kind.KINDS},
            ("n",),
        ),
    ),
    "sum-differs": Predicate(
        entries.sum_differs, Form({**_OF_FIELD, "total": Kind.NUMBER}, _WHERE, ("sum",))
    ),
    "numbers-fall": Predicate(
        entries.numbers_fall, Form({**_ENTRY, "fields": Kind.FIELDS}, entry="register")
    ),
    "share-over": Predicate(
        entries.share_over,
        Form({**_OF_FIELD, **_WHERE, "among": Kind.WHERE, "most": Kind.NUMBER}, says=("share",)),
    ),
    "item-twice": Predicate(
        entries.item_twice, Form({**_OF_FIELD, "party": Kind.FIELD}, says=("a", "b", "item"))
    ),
    "lane-empty": Predicate(
        entries.lane_empty,
        Form({**_ENTRY, **_WHERE, "block": Kind.BLOCK, "perspective": Kind.PERSPECTIVE}),
    ),
    "note-unlinked": Predicate(
        links.note_unlinked,
        Form(
            {"blocks": Kind.BLOCKS, **_TO},
            {"perspective": Kind.PERSPECTIVE, "fields": Kind.PATHS, "named_by": Kind.PATHS},
            ("text",),
        ),
    ),
    "entry-unlinked": Predicate(
        links.entry_unlinked,
        Form(
            {**_ENTRY, **_TO},
            {**_WHERE, "fields": Kind.FIELDS, "named_by": Kind.PATHS},
            entry="register",
        ),
    ),
    "unproven": Predicate(
        links.unproven,
        Form(
            {**_ENTRY, "evidence": Kind.PATH}, {**_WHERE, "fields": Kind.FIELDS}, entry="register"
        ),
    ),
    "contradiction-open": Predicate(
        links.contradiction_open, Form({"decision": Kind.PATH}, says=("a", "b"))
    ),
    "evidence-against": Predicate(
        links.evidence_against,
        Form(
            {**_EVIDENCE, "verdict": Kind.PATH, "against": Kind.TEXT, "date": Kind.PATH},
            says=("text",),
        ),
        by_block=True,
    ),
    "status-unproven": Predicate(
        links.status_unproven, Form(_EVIDENCE, says=("text",)), by_block=True
    ),
    "perceived-otherwise": Predicate(
        links.perceived_otherwise,
        Form(
            {
                **_ENTRY,
                **_WHERE,
                "block": Kind.BLOCK,
                "perspective": Kind.PERSPECTIVE,
                "decision": Kind.PATH,
            },
        ),
    ),
    "handoff-unshaken": Predicate(
        flows.handoff_unshaken,
        Form(
            {"order": Kind.PATH, "owner": Kind.PATH, "giver": Kind.PATH, "taker": Kind.PATH},
            says=("a", "b"),
            entry="order",
        ),
    ),
    "slower-than-promised": Predicate(
        flows.slower_than_promised,
        Form(
            dict.fromkeys(("limit", "from", "until", "timing", "after", "order"), Kind.PATH),
            says=("sum",),
            entry="limit",
        ),
    ),
    "handed-over-unagreed": Predicate(
        flows.handed_over_unagreed,
        Form(
            dict.fromkeys(("payload", "items", "giver", "taker", "sharer", "receiver"), Kind.PATH),
            says=("item",),
            entry="payload",
        ),
    ),
    "boundary-blind": Predicate(
        flows.boundary_blind,
        Form(
            {"left": Kind.PATH, "right": Kind.PATH, "givers": Kind.PATHS, "takers": Kind.PATHS},
            says=("a", "b"),
        ),
    ),
    "pilot-misshapen": Predicate(
        flows.pilot_misshapen,
        Form(
            {**_OF_FIELD, **_WHERE, "partners": Kind.NUMBER, "teams": Kind.NUMBER},
            entry="register",
        ),
    ),
    "target-weaker": Predicate(
        figures.target_weaker,
        Form(
            {**_ENTRY, **dict.fromkeys(("promise", "target", "unit", "better"), Kind.FIELD)},
            says=("a", "b"),
            entry="register",
        ),
    ),
    "no-margin": Predicate(
        figures.no_margin,
        Form({**_OF_FIELD, "prices": Kind.WHERE, "costs": Kind.WHERE}, says=("value",)),
    ),
    "threshold-late": Predicate(
        figures.threshold_late,
        Form({**_OF_FIELD, "agreed": Kind.FIELD, "begins": Kind.PATH}, says=("choice",)),
    ),
    "factor-below-need": Predicate(
        figures.factor_below_need,
        Form(
            {**_ENTRY, "level": Kind.PATH, "have": Kind.FIELD, "fields": Kind.FIELDS},
            says=("level", "need"),
            entry="register",
        ),
    ),
}
