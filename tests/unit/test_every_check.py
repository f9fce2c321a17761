"""Each rule that comes with the program, where it speaks, what it says there, and where it is silent."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import pytest

from canvasapp.checks import Poster
from canvasapp.checks.predicates import PREDICATES
from canvasapp.domain.board import Workshop
from canvasapp.domain.records import BoardHead, LinkKind, NoteKind, NoteStatus, Record, WorkshopHead
from canvasapp.domain.template import Origin, Perspective, Question
from tests.unit.review import (
    CHECKER,
    CHECKS,
    CUSTOMER,
    OUR,
    TEMPLATES,
    each,
    entry,
    link,
    note,
    review,
)

WORLD, PROPOSITION = "customers-world", "value-proposition"
BOTH = [
    note(f"{block.id} {side}", block.id, side)
    for block in TEMPLATES["service-logic-bmc"].blocks
    for side in Perspective
]
"""Both views of every block of the first canvas."""
SETTLED = note("Movers pay 24 a month", WORLD, status=NoteStatus.DECIDED)
EVIDENCED = note("Movers pay 24 a month", WORLD, status=NoteStatus.EVIDENCED)
AT_WORK = note("Who decides?", "roles-and-handshakes")
REPORTED = entry("journey_moment", "reported")
FIXED = entry("journey_moment", "fixed", order=2.0, name="Fixed", owner="retailer")
PROMISE = entry("guarantee", "promise", clock_starts_at="reported", time_limit_min=60.0)
HAND = entry("handshake", "first", after_moment="reported")
MORE = entry("handshake", "second", after_moment="reported", timing=45.0)
LATER = entry("handshake", "third", after_moment="fixed", timing=45.0)
LEVELS = ("1 break/fix", "2 predictive and preemptive", "3 customer success and productivity")
TODAY = entry("stack_activity", "today", level=LEVELS[0], state="today", effort_share=70.0)

Case = tuple[str, Sequence[Record], str, Sequence[Record]]

ON_ALL: list[Case] = [
    # the check, what makes it speak, what it says, what keeps it silent
    (
        "all-missing-customer-view",
        [note(each_, PROPOSITION) for each_ in "abc"],
        "Value Proposition: 3 notes from our view, none from the customer’s.",
        [note("a", PROPOSITION), note("b", PROPOSITION, CUSTOMER)],
    ),
    (
        "all-missing-our-view",
        [note("a", PROPOSITION, CUSTOMER)],
        "Value Proposition: the customer’s need is there, our answer is missing.",
        [note("a", PROPOSITION, CUSTOMER), note("b", PROPOSITION)],
    ),
    (
        "all-empty-block",
        [note("a", WORLD), note("b", "value-creation")],
        "Value Proposition was skipped.",
        [note("a", WORLD), note("b", PROPOSITION)],
    ),
    (
        "all-inside-out",
        [
            *(note(f"o{at}", WORLD) for at in range(6)),
            *(note(f"c{at}", WORLD, CUSTOMER) for at in range(2)),
        ],
        "Inside-out canvas: 6 notes from our view against 2 from the customer’s.",
        [*(note(f"o{at}", WORLD) for at in range(6)), note("c", WORLD, CUSTOMER)],  # 7 are few
    ),
    (
        "all-customer-view-speaks-as-company",
        [note("We offer repairs", WORLD, CUSTOMER)],
        "‘We offer repairs’ stands in the customer’s view and speaks as the company.",
        [note("We offer repairs", WORLD), note("We offered to wait", WORLD, CUSTOMER)],
    ),
    (
        "all-slogan",
        [note("Excellent service", WORLD)],
        "‘Excellent service’: say what can be tested.",
        [note("Excellent for 9 of 10", WORLD), note("Breakfast", WORLD)],
    ),
    (
        "all-note-too-long",
        [note("x" * 96, WORLD)],
        f"‘{'x' * 59}…’ has 96 characters, 95 fit a note: split it, one idea per note.",
        [note("x" * 95, WORLD)],
    ),
    (
        "all-two-ideas",
        [note("Wait. Call. Wait again.", WORLD)],
        "‘Wait. Call. Wait again.’ holds several ideas: split it, one idea per note.",
        [note("Waits from 9 a.m. to 5 p.m. at home.", WORLD), note("Wait. Call.", WORLD)],
    ),
    (
        "all-jargon",
        [note("Leverage the network", WORLD)],
        "‘Leverage’ in ‘Leverage the network’: use a plainer word.",
        [note("Use the network", WORLD)],
    ),
    (
        "all-no-owner",
        [note("Repairs", WORLD, party=None)],
        "Whose note is ‘Repairs’? Give it a party.",
        [note("Repairs", WORLD), note("Waits", WORLD, CUSTOMER, party=None)],
    ),
    (
        "all-duplicate",
        [note("One contact", WORLD, id="1"), note("one  contact.", WORLD, id="2")],
        "‘One contact’ is said twice here: merge the duplicates.",
        [note("One contact", WORLD, id="1"), note("One contact", WORLD, CUSTOMER, id="2")],
    ),
    (
        "all-outside-block",
        [note("a", None), note("b", None)],
        "2 notes lie outside the canvas.",
        [note("a", WORLD), note("b", None, kind=NoteKind.HEADING)],
    ),
    (
        "all-contradiction-open",
        [note("Fast", WORLD), note("Slow", WORLD), link("Fast", "Slow", LinkKind.CONTRADICTS)],
        "Unresolved contradiction: ‘Fast’ against ‘Slow’.",
        [
            *(note("Fast", WORLD), note("Slow", WORLD), note("Slower", WORLD)),
            *(link("Fast", "Slow", LinkKind.CONTRADICTS), link("Fast", "Slower")),
            entry("decision", about=("Slow",)),
        ],
    ),
    (
        "all-evidence-contradicts",
        [
            SETTLED,
            entry("evidence", "old", about=(SETTLED.id,)),
            entry("evidence", "new", about=(SETTLED.id,), verdict="contradicts", date="2026-09-06"),
        ],
        "‘Movers pay 24 a month’ is marked settled but its latest evidence contradicts it.",
        [
            SETTLED,
            entry("evidence", "new", about=(SETTLED.id,), verdict="contradicts", date="2026-09-04"),
            entry("evidence", "old", about=(SETTLED.id,)),
        ],
    ),
    (
        "all-decided-without-evidence",
        [EVIDENCED],
        "‘Movers pay 24 a month’ claims evidence but none is attached.",
        [
            EVIDENCED,
            entry("offering_element", on=EVIDENCED.id),
            entry("evidence", about=("offering_element",)),
        ],
    ),
    (
        "all-risky-untested",
        [entry("assumption", owner=None, due=None)],
        "Riskiest assumption without a complete test: ‘Movers trust us’: owner and due missing.",
        [entry("assumption"), entry("assumption", "safe", importance=3.0, test=None)],
    ),
]

JOINT: list[Case] = [
    (
        "jsp-guarantee-not-measurable",
        [entry("guarantee", target=None, unit=" ")],
        "Guarantee ‘Fixed in 48 hours’ cannot be measured: target value and unit missing.",
        [entry("guarantee")],
    ),
    (
        "jsp-guarantee-not-attributable",
        [entry("guarantee", attributable_to=None)],
        "Nobody answers for guarantee ‘Fixed in 48 hours’.",
        [entry("guarantee")],
    ),
    (
        "jsp-guarantee-not-feasible",
        [entry("guarantee", feasible="yes - evidenced")],
        "Guarantee ‘Fixed in 48 hours’ is not shown to be feasible across partners.",
        [entry("guarantee", feasible="yes - evidenced", feasibility_evidence="evidence")],
    ),
    (
        "jsp-guarantee-no-recovery",
        [entry("guarantee", recovery=None)],
        "What happens when ‘Fixed in 48 hours’ is missed?",
        [entry("guarantee")],
    ),
    (
        "jsp-guarantee-unlinked",
        [entry("guarantee", moment=None)],
        "Guarantee ‘Fixed in 48 hours’ is not tied to a moment or an outcome.",
        [
            *(
                note("Fixed in 48 hours", "offer-and-guarantees"),
                note("It works", "jobs-and-outcomes"),
            ),
            *(
                entry("guarantee", on="Fixed in 48 hours", moment=None),
                link("It works", "Fixed in 48 hours"),
            ),
        ],
    ),
    (
        "jsp-guarantee-no-evidence",
        [entry("guarantee"), entry("evidence", about=("another",))],
        "No evidence yet for guarantee ‘Fixed in 48 hours’.",
        [entry("guarantee"), entry("evidence", about=("guarantee",))],
    ),
    (
        "jsp-no-exclusions",
        [entry("guarantee")],
        "State what is not covered.",
        each("offer_item", "kind", "inclusion", "exclusion"),
    ),
    (
        "jsp-segment-not-observable",
        [entry("customer_profile", trigger=None, observable_criteria=())],
        "The target customer cannot be recognised from outside: trigger and observable criteria missing.",
        [entry("customer_profile")],
    ),
    (
        "jsp-jobs-coverage",
        each("outcome", "job_type", "functional", "emotional"),
        "No compliance outcome stated.",
        each("outcome", "job_type", "functional", "emotional", "compliance"),
    ),
    (
        "jsp-outcome-no-criterion",
        [entry("outcome", success_criterion=None)],
        "Outcome ‘It works’ has no success criterion.",
        [entry("outcome")],
    ),
    (
        "jsp-value-story-gap",
        [*each("value_claim", "beneficiary", "customer", "partner", "ecosystem", party="telecom")],
        "No value stated for Retailer.",
        [
            *each(
                "value_claim", "beneficiary", "customer", "partner", "ecosystem", party="telecom"
            ),
            entry("value_claim", party="retailer"),
        ],
    ),
    (
        "jsp-moment-no-owner",
        [entry("journey_moment", owner=None)],
        "Moment ‘Fault reported’ has no owner.",
        [entry("journey_moment")],
    ),
    (
        "jsp-moment-no-metric",
        [entry("journey_moment", success_metric=None)],
        "Moment ‘Fault reported’ has no success metric.",
        [entry("journey_moment")],
    ),
    (
        "jsp-moment-no-evidence",
        [entry("journey_moment", evidence=None)],
        "Moment ‘Fault reported’ is unsupported by evidence.",
        [entry("journey_moment", evidence=None), entry("evidence", about=("journey_moment",))],
    ),
    (
        "jsp-failure-no-recovery",
        [entry("journey_moment", failure_point="Wrong brand called")],
        "Nothing recovers ‘Wrong brand called’ at ‘Fault reported’.",
        [entry("journey_moment", failure_point="Wrong brand called", recovery_step="Transfer")],
    ),
    (
        "jsp-journey-ends",
        each("journey_moment", "stage", "awareness", "use"),
        "The journey does not reach renewal.",
        each("journey_moment", "stage", "awareness", "renewal"),
    ),
    (
        "jsp-handoff-without-handshake",
        [REPORTED, FIXED, entry("handshake", from_party="retailer", to_party="telecom")],
        "Handoff from Telecom to Retailer after ‘Fault reported’ has no handshake.",
        [FIXED, REPORTED, entry("handshake")],
    ),
    (
        "jsp-handshake-incomplete",
        [entry("handshake", entry_criteria=(), confirmation_channel=None)],
        "Handshake from Telecom to Retailer: entry criteria and confirmation channel missing.",
        [entry("handshake")],
    ),
    (
        "jsp-handshake-self",
        [entry("handshake", to_party="telecom")],
        "A handshake of Telecom with itself: it needs two parties.",
        [entry("handshake")],
    ),
    (
        "jsp-timing-breaks-guarantee",
        [REPORTED, FIXED, PROMISE, HAND, MORE],
        "Handshakes need 75 min, guarantee ‘Fixed in 48 hours’ allows 60.",
        [REPORTED, FIXED, PROMISE, HAND, LATER],
    ),
    (
        "jsp-payload-without-data-agreement",
        [entry("handshake", payload=("Case number",)), entry("data_agreement")],
        "‘Case number’ goes from Telecom to Retailer without a data agreement.",
        [entry("handshake"), entry("data_agreement")],
    ),
    (
        "jsp-raci-accountable",
        [entry("raci", accountable=None)],
        "‘Major fault’ needs exactly one accountable party and at least one responsible: accountable missing.",
        [entry("raci")],
    ),
    (
        "jsp-raci-coverage",
        each("raci", "activity_type", "incident", "change"),
        "No RACI line for: improvement.",
        each("raci", "activity_type", "incident", "change", "improvement"),
    ),
    (
        "jsp-governance-gap",
        [
            AT_WORK,
            *each("governance_role", "role", "executive sponsor pair", "joint operating committee"),
            *each("governance_role", "role", "product owner", "service owner", "data steward"),
            *each("governance_role", "role", "joint incident commander"),
            *each("governance_role", "role", "legal, risk and compliance", party=()),
        ],
        "Nobody is assigned as legal, risk and compliance.",
        [
            AT_WORK,
            *each("governance_role", "role", "executive sponsor pair", "joint operating committee"),
            *each("governance_role", "role", "product owner", "service owner", "data steward"),
            *each(
                "governance_role", "role", "joint incident commander", "legal, risk and compliance"
            ),
        ],
    ),
    (
        "jsp-data-incomplete",
        [entry("data_agreement", consent=None, lineage=None)],
        "Data agreement on ‘address, fault code’: consent and lineage missing.",
        [entry("data_agreement")],
    ),
    (
        "jsp-enabler-no-owner",
        [entry("enabler", owner=None)],
        "Who owns the API ‘Booking’?",
        [entry("enabler")],
    ),
    (
        "jsp-risk-controls",
        [entry("risk", detective_control=None)],
        "Risk ‘Blame game’: detective control missing.",
        [entry("risk")],
    ),
    (
        "jsp-risk-coverage",
        each("risk", "category", "conduct", "continuity", "security"),
        "No brand risk identified.",
        each("risk", "category", "conduct", "continuity", "security", "brand"),
    ),
    (
        "jsp-kpi-incomplete",
        [entry("kpi", threshold=None, response_plan=None)],
        "Measure ‘Fixed in time’: threshold and response plan missing.",
        [entry("kpi")],
    ),
    (
        "jsp-kpi-levels",
        each("kpi", "level", "customer", "commercial"),
        "No operational measure: one kind alone misleads.",
        each("kpi", "level", "customer", "operational", "commercial"),
    ),
    (
        "jsp-kpi-leading-lagging",
        [entry("kpi")],
        "Add a leading indicator.",
        each("kpi", "indicator", "leading", "lagging"),
    ),
    (
        "jsp-target-contradiction",
        [
            entry("guarantee"),
            entry("kpi", guarantee="guarantee", target=85.0, unit="% of faults", better="higher"),
        ],
        "Contradiction: the guarantee promises 92 % of faults, the measure ‘Fixed in time’ accepts 85 % of faults.",
        [
            entry("guarantee"),
            entry("kpi", guarantee="guarantee", target=95.0, unit="% of faults", better="higher"),
        ],
    ),
    (
        "jsp-gainshare-sum",
        [
            entry("economics_line", "a", kind="gainshare", amount=45.0),
            entry("economics_line", "b", kind="gainshare", amount=35.5),
        ],
        "Gainshare adds up to 80.5 %.",
        [
            entry("economics_line", "a", kind="gainshare", amount=64.9),
            entry("economics_line", "b", kind="gainshare", amount=35.1),
        ],
    ),
    (
        "jsp-unit-economics",
        [entry("economics_line"), entry("economics_line", "cost", kind="unit cost", amount=26.5)],
        "Unit economics: −2.5 is left when the cost is paid.",
        [entry("economics_line"), entry("economics_line", "cost", kind="unit cost", amount=15.1)],
    ),
    (
        "jsp-evidence-types",
        [AT_WORK, *each("evidence", "type", "desirability", "feasibility")],
        "No viability evidence: do not scale yet.",
        [AT_WORK, *each("evidence", "type", "desirability", "feasibility", "viability")],
    ),
    (
        "jsp-thresholds-missing",
        [*each("go_no_go", "criterion", "customer outcome", "defect rate"), entry("timeline")],
        "No threshold for unit economics was agreed before the pilot.",
        [
            *each("go_no_go", "criterion", "customer outcome", "defect rate", "unit economics"),
            entry("timeline"),
        ],
    ),
    (
        "jsp-money-before-jobs",
        [note("24 a month", "economics-and-kpis")],
        "Jobs and outcomes come before commercial mechanics.",
        [note("24 a month", "economics-and-kpis"), note("It works", "jobs-and-outcomes")],
    ),
    (
        "jsp-scope-first-loop",
        [entry("outcome", "a", signature=True), entry("outcome", "b", signature=True)],
        "Start with one segment, one signature outcome, one partner.",
        [entry("customer_profile"), entry("outcome", "a", signature=True), entry("outcome", "b")],
    ),
]

ECOSYSTEM: list[Case] = [
    (
        "eco-thesis-not-measurable",
        [entry("outcome", success_criterion="Soon")],
        "State the customer outcome in measurable terms.",
        [entry("outcome")],
    ),
    (
        "eco-no-orchestrator",
        [entry("actor", "a"), entry("actor", "b")],
        "Name exactly one orchestrator, not 2.",
        [entry("actor", "a"), entry("actor", "b", role="broker")],
    ),
    (
        "eco-role-no-rights",
        [entry("actor", decision_rights=())],
        "Telecom has a role but no decision rights.",
        [entry("actor")],
    ),
    (
        "eco-rights-clash",
        [
            entry("actor", "a"),
            entry("actor", "b", party="retailer", decision_rights=("slots", "Prices")),
        ],
        "Both Telecom and Retailer decide ‘prices’.",
        [entry("actor", "a"), entry("actor", "b", party="retailer", decision_rights=("slots",))],
    ),
    (
        "eco-critical-complements",
        [entry("actor", critical=True)],
        "Name two to three critical complements, not 1.",
        [entry("actor", "a", critical=True), entry("actor", "b", critical=True), entry("actor")],
    ),
    (
        "eco-control-mismatch",
        [entry("actor", substitutability="abundant", integration="tight + shared planning")],
        "Telecom: control does not match dependency.",
        [
            entry(
                "actor",
                critical=True,
                substitutability="hard to substitute",
                integration="tight + shared planning",
            )
        ],
    ),
    (
        "eco-single-source",
        [entry("actor", critical=True)],
        "No option if Telecom fails.",
        [entry("actor", critical=True, alternative="Another chain"), entry("actor", "b")],
    ),
    (
        "eco-engines",
        each("value_engine", "engine", "complementarity", "network effects", "optionality"),
        "Not used: learning effects. On purpose?",
        [
            *each("value_engine", "engine", "complementarity", "network effects"),
            *each("value_engine", "engine", "optionality", "learning effects"),
        ],
    ),
    (
        "eco-contract-layers",
        each("contract_module", "layer", "commercial terms", "data rights"),
        "No module for service levels.",
        each("contract_module", "layer", "commercial terms", "data rights", "service levels"),
    ),
    (
        "eco-interface-steward",
        [entry("interface", steward=None)],
        "Who stewards ‘Register’?",
        [entry("interface")],
    ),
    (
        "eco-bespoke",
        [entry("interface", bespoke=True)],
        "‘Register’ serves one partner only.",
        [entry("interface", bespoke=False)],
    ),
    (
        "eco-boundary-blind",
        [entry("interface", used_by=("telecom", "desk")), entry("quality_point")],
        "The boundary between Retailer and Service desk is not instrumented.",
        [entry("interface", used_by=("telecom",)), entry("quality_point")],
    ),
    (
        "eco-participation",
        each("participation_rule", "process", "onboarding", "certification", "incentive"),
        "No exit rule.",
        each("participation_rule", "process", "onboarding", "certification", "exit"),
    ),
    (
        "eco-incentive-volume",
        [entry("participation_rule", rewards="volume")],
        "‘A month’s notice’ rewards volume only: reward contribution quality too.",
        [entry("participation_rule", rewards="both")],
    ),
    (
        "eco-dispute",
        [
            *each("dispute_path", "kind", "conflict resolution", "roadmap change"),
            entry("dispute_path", kind="exception handling", time_limit=None),
        ],
        "For exception handling: time limit missing.",
        each("dispute_path", "kind", "conflict resolution", "roadmap change", "exception handling"),
    ),
    (
        "eco-layers",
        each("ecosystem_metric", "layer", "outcome", "health"),
        "No operations metric.",
        each("ecosystem_metric", "layer", "outcome", "health", "operations"),
    ),
    (
        "eco-metric-serves-nothing",
        [entry("ecosystem_metric", decision_served=None)],
        "Which decision does ‘Active partners’ serve?",
        [entry("ecosystem_metric")],
    ),
    (
        "eco-cadence",
        each("mechanism", "cadence", "daily", "weekly"),
        "No quarterly mechanism.",
        each("mechanism", "cadence", "daily", "weekly", "quarterly"),
    ),
    (
        "eco-secure-first",
        [
            *each("ecosystem_risk", "secured_first", "identity", "consent"),
            *each("ecosystem_risk", "secured_first", "data residency", safeguard=None),
            entry("contract_module"),
        ],
        "Data moves across parties, and nothing secures data residency.",
        each("ecosystem_risk", "secured_first", "identity"),
    ),
    (
        "eco-pilot-shape",
        [entry("phase", parties=("telecom", "retailer"))],
        "Pilot with two partners and one internal team.",
        [
            entry("phase", parties=("telecom", "retailer", "desk")),
            entry("phase", "1", phase="1 Define"),
        ],
    ),
    (
        "eco-phase-exit",
        [entry("phase", exit_criterion=None, owner=None)],
        "Phase 3 Pilot: exit criterion and owner missing.",
        [entry("phase")],
    ),
]

CO_CREATION: list[Case] = [
    (
        "vcc-vp-company-claim",
        [entry("perceived_value")],
        "The value proposition is what the customer perceives it to be.",
        [
            *(note("Care", PROPOSITION), note("Insurance", PROPOSITION, CUSTOMER)),
            *(entry("perceived_value"), entry("decision", about=("perceived_value",))),
        ],
    ),
    (
        "vcc-outcome-unanswered",
        [note("Works", "customers-desired-outcomes", CUSTOMER), note("Care", PROPOSITION)],
        "The outcome ‘Works’ has no answer in the value proposition.",
        [
            *(note("Works", "customers-desired-outcomes", CUSTOMER), note("Care", PROPOSITION)),
            link("Care", "Works"),
        ],
    ),
    (
        "vcc-outcome-kinds",
        each("outcome", "job_type", "functional"),
        "Which social or emotional outcome?",
        each("outcome", "job_type", "functional", "social"),
    ),
    (
        "vcc-resources-unmatched",
        [note("Vans", "key-resources"), note("Move", "customers-journey", CUSTOMER)],
        "‘Vans’ is not aligned with the customer’s resources or journey.",
        [
            *(note("Vans", "key-resources"), note("Move", "customers-journey", CUSTOMER)),
            entry("customer_resource", on="Vans", used_at=("Move",)),
        ],
    ),
    (
        "vcc-step-without-resource",
        [note("Move", "customers-journey", CUSTOMER), note("Phone", "customers-resources")],
        "What does the customer bring at ‘Move’?",
        [
            *(note("Move", "customers-journey", CUSTOMER), note("Phone", "customers-resources")),
            *(
                entry("journey_step", on="Move"),
                entry("customer_resource", on="Phone", used_at=("journey_step",)),
            ),
        ],
    ),
    (
        "vcc-experience-interactions-only",
        each("experience_note", "source", "interaction with the company"),
        "Experience is more than the interactions with the company.",
        each("experience_note", "source", "interaction with the company", "both"),
    ),
    (
        "vcc-one-sided-value",
        each("value_balance", "party", "customer", "partner"),
        "Value and cost are not stated for the company.",
        each("value_balance", "party", "customer", "company"),
    ),
    (
        "vcc-value-below-cost",
        [entry("value_balance", cost=None)],
        "It is not shown that for the customer the value exceeds its cost.",
        [entry("value_balance")],
    ),
]

LOGIC: list[Case] = [
    (
        "slb-start-with-world",
        [note("Telling", WORLD), note("Care", PROPOSITION)],
        "Begin with the customer’s world.",
        [note("Telling", WORLD, CUSTOMER), note("Care", PROPOSITION)],
    ),
    (
        "slb-benefit-kinds",
        each("benefit", "kind", "functional", "economic"),
        "Which emotional, social, ethical, environmental or symbolic benefit?",
        each("benefit", "kind", "functional", "symbolic"),
    ),
    (
        "slb-element-no-problem",
        [entry("offering_element", solves=())],
        "‘48-hour repair’ answers no customer problem.",
        [entry("offering_element")],
    ),
    (
        "slb-problem-unanswered",
        [note("Leak", WORLD, CUSTOMER), note("Care", PROPOSITION)],
        "Nothing in the value proposition answers ‘Leak’.",
        [
            *(
                note("Leak", WORLD, CUSTOMER),
                note("Care", PROPOSITION),
                entry("benefit", on="Leak"),
            ),
            entry("offering_element", on="Care", solves=("benefit",)),
        ],
    ),
    (
        "slb-partner-no-benefit",
        [entry("partner_line", role=None, partner_benefit=None)],
        "Why does Retailer take part: how they benefit and role missing.",
        [entry("partner_line")],
    ),
    (
        "slb-customer-resource-unsupported",
        [entry("resource_line"), note("App", "interaction-and-co-production")],
        "The customer lacks ‘Model number’ and nothing helps them.",
        [
            *(
                entry("resource_line", on="Model number"),
                note("Model number", "key-resources", CUSTOMER),
            ),
            *(note("App", "interaction-and-co-production"), link("App", "Model number")),
        ],
    ),
    (
        "slb-no-customer-sacrifice",
        each("sacrifice", "side", "ours"),
        "What does it cost the customer besides money?",
        each("sacrifice", "side", "ours", "customer's"),
    ),
    (
        "slb-no-metric",
        each("revenue_line", "kind", "our metric"),
        "Not named: customer’s KPI.",
        each("revenue_line", "kind", "our metric", "customer's KPI"),
    ),
    (
        "slb-price-not-value-based",
        [entry("revenue_line", benefit_paid_for=())],
        "Which benefit is the price based on?",
        [entry("revenue_line"), entry("revenue_line", "b", benefit_paid_for=())],
    ),
]

STACK: list[Case] = [
    (
        "vst-stuck-at-base",
        [TODAY, entry("stack_activity", "more", state="today", effort_share=30.0)],
        "70 % of today’s work is break/fix.",
        [
            TODAY,
            entry("stack_activity", "more", state="today"),
        ],  # one of two, when not all are weighed
    ),
    (
        "vst-factor-below-need",
        [
            entry("factor_score"),
            entry("stack_activity", "a", level=LEVELS[1]),
            entry("stack_activity"),
        ],
        "‘3 customer success and productivity’ needs know-me 4, we have 3.",
        [entry("factor_score"), entry("stack_activity", level=LEVELS[1])],
    ),
    (
        "vst-need-falls",
        [entry("factor_score", need_l2=None, need_l3=0.0)],
        "know-me: dependence cannot fall while value rises.",
        [entry("factor_score", need_l2=None, need_l3=1.0)],
    ),
    (
        "vst-success-not-defined",
        [entry("stack_activity"), note("Check-up", "customer-success-productivity")],
        "Whose definition of success?",
        [entry("stack_activity"), note("No void week", "customer-success-productivity", CUSTOMER)],
    ),
    (
        "vst-customers-unnamed",
        [entry("stack_activity", level="4 customers' customers")],
        "Who are the customer’s customers?",
        [
            entry("stack_activity", level="4 customers' customers"),
            note("Tenants", "customers-customers", CUSTOMER),
        ],
    ),
    (
        "vst-predictive-blind",
        [entry("stack_activity", level=LEVELS[1])],
        "What lets us see ‘Check-up’ coming?",
        [
            entry("stack_activity", level=LEVELS[1], monitoring="Current draw"),
            entry("stack_activity", "b"),
        ],
    ),
    (
        "vst-no-agreement",
        [entry("stack_activity"), entry("customer_commitment", agrees_value="not asked")],
        "The customer has not said that ‘Check at each move’ is of value.",
        [
            entry("stack_activity", level=LEVELS[0]),
            entry("customer_commitment", agrees_value="not asked"),
        ],
    ),
    (
        "vst-information-without-trust",
        [entry("customer_commitment", how_protected=None)],
        "We ask for ‘moving dates’ and do not say everything about it: how we keep it in confidence missing.",
        [
            entry("customer_commitment"),
            entry("customer_commitment", "b", information_needed=None, how_protected=None),
        ],
    ),
    (
        "vst-designed-without-customer",
        [entry("stack_activity"), entry("customer_commitment", helped_design=None)],
        "‘Check at each move’ was designed without the customer: if it is about them, do not do it without them.",
        [entry("stack_activity"), entry("customer_commitment")],
    ),
    (
        "vst-half-value",
        [entry("expectation", effort=None)],
        "‘Runs by Sunday’: rate both, does it do it and how hard is it (effort missing).",
        [entry("expectation")],
    ),
]

CASES = [*ON_ALL, *JOINT, *ECOSYSTEM, *CO_CREATION, *LOGIC, *STACK]
ELSEWHERE = {"all-attribution-missing", "all-text-too-small", "slb-both-views", "slb-no-profile"}
"""Those that speak of the printed sheet or of the board itself, below."""


def said_by(check: str, records: Iterable[Record]) -> list[str]:
    canvases = CHECKS[check].canvases or ("service-logic-bmc",)
    return [f.message for f in review(canvases[0], *records).findings if f.check == check]


@pytest.mark.parametrize(
    ("check", "wrong", "message", "right"), CASES, ids=[case[0] for case in CASES]
)
def test_a_check_speaks_where_something_is_wrong_and_only_there(
    check, wrong, message, right
) -> None:
    assert said_by(check, wrong) == [message]
    assert said_by(check, right) == []


def test_every_check_has_its_case() -> None:
    assert sorted([*(case[0] for case in CASES), *ELSEWHERE]) == sorted(CHECKS)


def test_nothing_can_be_looked_for_that_no_check_looks_for() -> None:
    assert {check.predicate for check in CHECKS.values()} == set(PREDICATES)


def test_every_check_a_canvas_names_is_there_and_made_for_it() -> None:
    for template in TEMPLATES.values():
        assert set(template.checks) == {
            check.id for check in CHECKS.values() if template.id in (check.canvases or TEMPLATES)
        }


@pytest.mark.parametrize("canvas", TEMPLATES)
def test_an_empty_board_has_nothing_wrong_with_it(canvas: str) -> None:
    assert review(canvas, profile="").findings == ()


def printed(check: str, *records: Record, source: str = "Theirs", **letters: float) -> list[str]:
    poster = Poster(source, letters)
    found = review("service-logic-bmc", *records, poster=poster).findings
    return [finding.message for finding in found if finding.check == check]


def test_a_sheet_is_not_printed_without_its_source() -> None:
    assert printed("all-attribution-missing", source=" ") == [
        "Add the source line before printing."
    ]
    assert printed("all-attribution-missing") == []
    assert said_by("all-attribution-missing", BOTH) == []


def test_letters_under_18_points_are_too_small_to_print() -> None:
    notes = [note("a", WORLD), note("b", WORLD), note("c", WORLD)]
    said = "The text on 2 notes will be too small to read on the wall."
    assert printed("all-text-too-small", *notes, a=17.9, b=12, c=18) == [said]
    assert printed("all-text-too-small", *notes, a=18, b=24, c=20) == []
    assert said_by("all-text-too-small", [*notes]) == []


def test_a_canvas_of_two_views_is_not_printed_with_one() -> None:
    one_missing = [each_ for each_ in BOTH if (each_.block, each_.perspective) != (WORLD, OUR)]
    title = TEMPLATES["service-logic-bmc"].block(WORLD).title
    said = f"{title}: our view is empty. Every block of this canvas has both."
    assert printed("slb-both-views", *one_missing) == [said]
    assert printed("slb-both-views", *BOTH) == []
    assert said_by("slb-both-views", [*one_missing]) == []


def test_a_canvas_that_is_worked_on_has_a_customer_profile() -> None:
    def said(*records: Record, profile: str = "") -> list[str]:
        found = review("service-logic-bmc", *records, profile=profile).findings
        return [finding.message for finding in found if finding.check == "slb-no-profile"]

    at_work = note("a", WORLD)
    assert said(at_work) == ["Name the customer profile: one canvas per profile."]
    assert said(at_work, profile="Movers") == []
    assert said(at_work, entry("customer_profile")) == []


def test_what_was_not_begun_at_all_is_said_in_one_sentence() -> None:
    said = "Nobody is assigned as executive sponsor pair, joint operating committee, product owner, service owner, "
    said += "data steward, ‘legal, risk and compliance’ or joint incident commander."
    assert said_by("jsp-governance-gap", [note("Owner", "roles-and-handshakes")]) == [said]
    at_work = [note("Council", "dispute-and-change")]
    said = "For conflict resolution, roadmap change or exception handling: path and time limit missing."
    assert said_by("eco-dispute", at_work) == [said]


def test_an_incident_without_commander_is_graver_than_other_open_roles() -> None:
    roles = each("governance_role", "role", "product owner")
    found = review("joint-service-proposition", AT_WORK, *roles).findings
    grave = {f.message for f in found if f.check == "jsp-governance-gap" and f.severity == "error"}
    assert grave == {"Nobody is assigned as joint incident commander."}


def test_a_threshold_agreed_after_the_pilot_began_is_none() -> None:
    late = entry("go_no_go", "defect rate", agreed_on="2026-09-22")
    others = each("go_no_go", "criterion", "customer outcome", "unit economics")
    said = said_by("jsp-thresholds-missing", [late, *others, entry("timeline")])
    assert said == ["No threshold for defect rate was agreed before the pilot."]


def test_a_measure_in_another_unit_contradicts_its_guarantee() -> None:
    other = entry("kpi", guarantee="guarantee", target=95.0, unit="hours")
    assert len(said_by("jsp-target-contradiction", [entry("guarantee"), other])) == 1


def test_a_price_without_a_cost_is_no_unit_economics() -> None:
    assert said_by("jsp-unit-economics", [entry("economics_line")]) == [
        "Unit economics: no unit cost named."
    ]


def test_the_words_of_a_note_are_those_of_its_entry() -> None:
    promise = note("Back in a day", "offer-and-guarantees")
    said = said_by(
        "jsp-guarantee-no-recovery",
        [promise, entry("guarantee", on=promise.id, statement=None, recovery=None)],
    )
    assert said == ["What happens when ‘Back in a day’ is missed?"]


def test_internal_teams_and_customers_need_no_value_claim() -> None:
    claims = each("value_claim", "beneficiary", "customer", "partner", "ecosystem")
    said = said_by("jsp-value-story-gap", claims)
    assert {*said} == {"No value stated for Telecom.", "No value stated for Retailer."}


def test_one_is_not_said_to_be_several() -> None:
    assert said_by("all-outside-block", [note("a", None)]) == ["One note lies outside the canvas."]


@pytest.mark.parametrize(
    ("origin", "said"),
    [
        (Origin.VERBATIM, []),
        (Origin.ADAPTED, ["‘Holistic’ in ‘Holistic?’: use a plainer word."]),
    ],
)
def test_questions_are_read_for_jargon_unless_their_words_are_the_source_s(origin, said) -> None:
    template = TEMPLATES["service-logic-bmc"]
    first, *others = template.blocks
    question = Question("ours", OUR, "Holistic?", origin)
    changed = replace(template, blocks=(replace(first, questions=(question,)), *others))
    head = BoardHead("b", template.id, 1, "Board", "", "a0")
    board = Workshop.of(WorkshopHead("w", "Workshop"), {template.id: changed}, [head])
    found = CHECKER.check(board, "b").findings
    assert [finding.message for finding in found] == said
    assert [finding.block for finding in found] == [first.id for _ in said]


def test_a_value_proposition_without_the_customer_s_view_is_a_claim() -> None:
    ours = note("Care", PROPOSITION)
    said = ["The value proposition is what the customer perceives it to be."]
    assert said_by("vcc-vp-company-claim", [ours]) == said
    assert said_by("vcc-vp-company-claim", [ours, note("Insurance", PROPOSITION, CUSTOMER)]) == []
