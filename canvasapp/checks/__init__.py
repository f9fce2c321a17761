"""What a reviewer would say about a board before the reviewer does: rules as data, found live, never in the way."""

from canvasapp.checks.checker import Checked as Checked
from canvasapp.checks.checker import Checker as Checker
from canvasapp.checks.finding import Finding as Finding
from canvasapp.checks.finding import Poster as Poster
from canvasapp.checks.rules import load_rules as load_rules
