"""All boards of the workshop: how far each has come, what one feeds in another, and notes brought over."""

from canvasapp.panels.overview.panel import OverviewPanel as OverviewPanel
