"""All entries of a kind as a table: sorted, filtered, edited in place, across the boards of the workshop."""

from canvasapp.panels.registers.panel import RegistersPanel as RegistersPanel
