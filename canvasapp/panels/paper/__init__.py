"""The print page: what leaves the program, seen before it does."""

from canvasapp.panels.paper.panel import PaperPanel as PaperPanel
