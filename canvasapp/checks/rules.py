"""The rules that come with the program, read for the predicates that there are."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from canvasapp.checks.predicates import PREDICATES
from canvasapp.domain.check import Check
from canvasapp.domain.register import Register
from canvasapp.domain.template import Template
from canvasapp.resources import resource
from canvasapp.templates.checks import load_checks


def load_rules(
    registers: Mapping[str, Register], templates: Mapping[str, Template], path: Path | None = None
) -> dict[str, Check]:
    """The checks of a data file (None: that of the program) by id. Raises TemplateError."""
    forms = {name: predicate.form for name, predicate in PREDICATES.items()}
    return load_checks(path or resource("checks.json"), forms, registers, templates)
