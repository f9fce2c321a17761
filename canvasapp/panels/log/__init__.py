"""The log of the sessions, and the way back to before an exercise."""

from canvasapp.panels.log.panel import LogPanel as LogPanel
