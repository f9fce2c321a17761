"""The editor of a canvas: its sheet with the blocks, and beside it what the canvas and its blocks say and ask."""

from canvasapp.panels.canvas_editor.panel import CanvasEditorPanel as CanvasEditorPanel
