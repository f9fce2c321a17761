"""All assumptions on a board of their own, between importance and evidence."""

from canvasapp.panels.matrix.panel import MatrixPanel as MatrixPanel
