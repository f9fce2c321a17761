"""The parties at the table: whose notes have which colour, and which of them are looked at."""

from canvasapp.panels.parties.panel import PartiesPanel as PartiesPanel
from canvasapp.panels.parties.rows import PartyRow as PartyRow
