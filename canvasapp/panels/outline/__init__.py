"""The board's twin in words: block, perspective and note as a tree, for the keyboard and for screen readers."""

from canvasapp.panels.outline.panel import OutlinePanel as OutlinePanel
