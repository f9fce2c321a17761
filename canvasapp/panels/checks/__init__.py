"""What a reviewer would say of the board: each finding leads there, says why, and can be left as it is."""

from canvasapp.panels.checks.panel import ChecksPanel as ChecksPanel
