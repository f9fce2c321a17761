"""When it goes on, is adjusted or ends: the thresholds of a board, agreed before anything is measured."""

from canvasapp.panels.thresholds.panel import ThresholdsPanel as ThresholdsPanel
