"""One structured entry beside the board: its fields, what is missing of them, and what a note can become."""

from canvasapp.panels.entry.panel import EntryPanel as EntryPanel
