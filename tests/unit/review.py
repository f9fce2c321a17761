"""Boards to be checked: notes and complete entries of every kind, from which a test takes away what it speaks of."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from canvasapp.checks import Checked, Checker, Poster, load_rules
from canvasapp.domain.board import Workshop
from canvasapp.domain.records import (
    BoardHead,
    Entry,
    Link,
    LinkKind,
    Note,
    Party,
    PartyKind,
    Record,
    WorkshopHead,
)
from canvasapp.domain.register import Scope, Value
from canvasapp.domain.template import Perspective
from canvasapp.templates import load_registers, load_templates

OUR, CUSTOMER = Perspective.OUR, Perspective.CUSTOMER
TEMPLATES = load_templates()
REGISTERS = load_registers()
CHECKS = load_rules(REGISTERS, TEMPLATES)
CHECKER = Checker(CHECKS, REGISTERS)

PARTIES = (
    Party("telecom", "Telecom", "Te", 1, PartyKind.PARTNER),
    Party("retailer", "Retailer", "Rt", 2, PartyKind.PARTNER),
    Party("desk", "Service desk", "De", 3, PartyKind.TEAM),
    Party("movers", "Movers", "Mo", 8, PartyKind.CUSTOMER),
)
BETWEEN = {"from_party": "telecom", "to_party": "retailer"}

COMPLETE: dict[str, dict[str, Value]] = {
    "actor": {"party": "telecom", "role": "orchestrator", "decision_rights": ("prices",)},
    "assumption": {
        "statement": "Movers trust us",
        "importance": 5.0,
        "evidence_strength": 1.0,
        "test": "Landing page",
        "owner": "telecom",
        "due": "2026-09-08",
    },
    "benefit": {"kind": "emotional", "statement": "Nothing to chase"},
    "capability": {"name": "Reads fault codes", "kind": "key activity"},
    "contract_module": {"layer": "data rights", "name": "Data annex"},
    "customer_commitment": {
        "service": "Check at each move",
        "activity": "stack_activity",
        "agrees_value": "yes",
        "information_needed": "moving dates",
        "how_protected": "deleted after a month",
        "benefit_to_customer": "no second visit",
        "helped_design": True,
    },
    "customer_profile": {
        "name": "Movers",
        "trigger": "Moving date entered",
        "context": "Works full time",
        "observable_criteria": ("has a contract",),
    },
    "customer_resource": {"owner_kind": "customer", "name": "Phone"},
    "data_agreement": {
        **BETWEEN,
        "data_items": ("address", "fault code"),
        "consent": "opt-in",
        "retention": "a year",
        "lineage": "case system",
    },
    "decision": {"what": "Start with movers", "date": "2026-09-01"},
    "dispute_path": {"kind": "roadmap change", "path": "Board", "time_limit": "2 weeks"},
    "economics_line": {"kind": "price", "amount": 24.0},
    "ecosystem_metric": {"layer": "health", "name": "Active partners", "decision_served": "entry"},
    "ecosystem_risk": {"theme": "lock-in and exit", "safeguard": "a", "secured_first": "identity"},
    "enabler": {"kind": "API", "name": "Booking", "owner": "telecom"},
    "evidence": {"type": "feasibility", "verdict": "supports", "date": "2026-09-05"},
    "expectation": {
        "expectation": "Runs by Sunday",
        "capability": "as expected",
        "effort": "as expected",
    },
    "experience_note": {"source": "value in use"},
    "factor_score": {
        "factor": "know-me",
        "have": 3.0,
        "need_l1": 1.0,
        "need_l2": 3.0,
        "need_l3": 4.0,
        "need_l4": 5.0,
    },
    "go_no_go": {"criterion": "defect rate", "agreed_on": "2026-09-01"},
    "governance_role": {"role": "product owner", "party": ("telecom",)},
    "guarantee": {
        "statement": "Fixed in 48 hours",
        "metric": "faults closed",
        "target": 92.0,
        "unit": "% of faults",
        "window": "month",
        "attributable_to": "telecom",
        "feasible": "believed",
        "recovery": "A month free",
        "moment": "fixed",
    },
    "handshake": {
        **BETWEEN,
        "entry_criteria": ("plan chosen",),
        "payload": ("Address",),
        "timing": 30.0,
        "confirmation_channel": "reply",
    },
    "interface": {"kind": "API", "name": "Register", "steward": "retailer"},
    "journey_moment": {
        "stage": "use",
        "order": 1.0,
        "name": "Fault reported",
        "owner": "telecom",
        "success_metric": "98 % in 5 minutes",
        "evidence": "evidence",
    },
    "journey_step": {"order": 1.0, "step": "First fault"},
    "kpi": {
        "name": "Fixed in time",
        "level": "customer",
        "indicator": "lagging",
        "owner": "telecom",
        "standard": "92 %",
        "threshold": "85 %",
        "response_plan": "Overtime",
    },
    "mechanism": {"name": "Triage", "cadence": "weekly", "decides": "order"},
    "offer_item": {"kind": "inclusion", "statement": "Set-up"},
    "offering_element": {"element": "48-hour repair", "solves": ("problem",)},
    "outcome": {"statement": "It works", "job_type": "functional", "success_criterion": "92 %"},
    "participation_rule": {"process": "exit", "rule": "A month’s notice"},
    "partner_line": {"party": "retailer", "role": "Installs", "partner_benefit": "Second sale"},
    "perceived_value": {"intended": "Care", "perceived": "Insurance", "gap": "differs"},
    "phase": {"phase": "3 Pilot", "exit_criterion": "4 weeks", "owner": "telecom"},
    "quality_point": {"boundary_from": "retailer", "boundary_to": "telecom", "measure": "late"},
    "raci": {
        "activity": "Major fault",
        "activity_type": "incident",
        "responsible": ("telecom",),
        "accountable": "retailer",
    },
    "resource_line": {"side": "customer's", "name": "Model number", "gap": "no"},
    "revenue_line": {"kind": "money", "statement": "24 a month", "benefit_paid_for": ("benefit",)},
    "risk": {
        "category": "brand",
        "statement": "Blame game",
        "preventive_control": "One contact",
        "detective_control": "Survey",
        "escalation": "Sponsors",
    },
    "sacrifice": {"side": "customer's", "kind": "time", "statement": "Half a day"},
    "stack_activity": {"level": "3 customer success and productivity", "activity": "Check-up"},
    "timeline": {"pilot_start": "2026-09-21"},
    "value_balance": {"party": "customer", "value": "Time", "cost": "Money", "net": "positive"},
    "value_claim": {"beneficiary": "customer", "statement": "One contact"},
    "value_engine": {"engine": "optionality", "mechanism": "Modules"},
}
"""By register what an entry says with which nothing is wrong that it can help."""

_numbers = count(1)


def entry(
    register: str, entry_id: str | None = None, on: str | None = None, **changed: object
) -> Entry:
    """A complete entry with some fields changed, or emptied by None; `on` is the note it belongs to."""
    values = {**COMPLETE[register], **changed}
    board = None if REGISTERS[register].scope is Scope.WORKSHOP else "b"
    said = tuple(sorted((field, value) for field, value in values.items() if value is not None))
    code = f"{REGISTERS[register].code}{next(_numbers)}"
    return Entry(entry_id or register, board, register, on, code, said)  # type: ignore[arg-type]  # tests name values


def each(register: str, field: str, *choices: str, **changed: object) -> list[Record]:
    """An entry for each of the choices, whose id is the choice."""
    made = (entry(register, choice, None, **{**changed, field: choice}) for choice in choices)
    return [*made]


def note(text: str, block: str | None, side: Perspective | None = OUR, **fields: object) -> Note:
    """A note of Telecom's whose id is its text, unless told otherwise."""
    lying = Note(
        id=text,
        board="b",
        block=block,
        perspective=side if block else None,
        question=None,
        text=text,
        party="telecom",
        x=10.0,
        y=10.0,
        w=64.0,
        h=64.0,
        z="a0",
    )
    return replace(lying, **fields)  # type: ignore[arg-type]  # a test names the fields it needs


def link(source: str, target: str, kind: LinkKind = LinkKind.SUPPORTS) -> Link:
    return Link(f"{source}-{target}", "b", source, target, kind)


def workshop(canvas: str, *records: Record, profile: str = "Movers") -> Workshop:
    """A workshop with one board, `b`, on this canvas."""
    head = BoardHead("b", canvas, 1, "Board", profile, "a0")
    return Workshop.of(WorkshopHead("w", "Workshop"), TEMPLATES, [*PARTIES, head, *records])


def review(
    canvas: str, *records: Record, profile: str = "Movers", poster: Poster | None = None
) -> Checked:
    return CHECKER.check(workshop(canvas, *records, profile=profile), "b", poster=poster)
