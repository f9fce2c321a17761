"""What is known and decided beside the board: the thread of one thing, an overview of all, and new entries."""

from canvasapp.panels.evidence.panel import EvidencePanel as EvidencePanel
