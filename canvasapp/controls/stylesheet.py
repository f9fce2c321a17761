"""The theme as Qt understands it: a palette, and a style sheet for fields, menus and scroll bars."""

from __future__ import annotations

from dataclasses import fields
from string import Template

from PySide6.QtGui import QColor, QPalette

from canvasapp.picture.theme import Theme

_RULES = Template("""
QLineEdit {
    background: $raised; color: $ink; border: 1px solid $field; border-radius: 6px; padding: 0 7px;
    selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit:focus { border: 2px solid $accent; padding: 0 6px; }
QPlainTextEdit {
    background: $raised; color: $ink; border: 2px solid $accent; border-radius: 6px;
    selection-background-color: $accent; selection-color: $on_accent;
}
QMenu {
    background: $raised; color: $ink; border: 1px solid $line2; border-radius: 8px; padding: 4px;
}
QMenu::item {
    padding: 6px 16px 6px 12px; border-radius: 5px; min-width: 168px; min-height: 18px; margin: 0;
}
QMenu::item:selected { background: $hover; }
QMenu::item:pressed { background: $press; }
QMenu::item:disabled { color: $field; }
QMenu[marked="true"]::item { padding-left: 38px; }
QMenu::icon { left: 12px; }
QMenu::indicator { width: 0; height: 0; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QMenu::right-arrow { image: none; width: 14px; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: $line2; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $field; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QToolTip { background: $ink; color: $on_ink; border: none; padding: 4px 8px; }
""")


def style_sheet(theme: Theme) -> str:
    colours = (field for field in fields(theme) if field.type == "Colour")
    return _RULES.substitute({each.name: getattr(theme, each.name) for each in colours})


def palette(theme: Theme) -> QPalette:
    roles = {
        QPalette.ColorRole.Window: theme.panel,
        QPalette.ColorRole.WindowText: theme.ink,
        QPalette.ColorRole.Base: theme.raised,
        QPalette.ColorRole.AlternateBase: theme.hover,
        QPalette.ColorRole.Text: theme.ink,
        QPalette.ColorRole.Button: theme.raised,
        QPalette.ColorRole.ButtonText: theme.ink,
        QPalette.ColorRole.PlaceholderText: theme.ink3,
        QPalette.ColorRole.Highlight: theme.accent,
        QPalette.ColorRole.HighlightedText: theme.on_accent,
        QPalette.ColorRole.ToolTipBase: theme.ink,
        QPalette.ColorRole.ToolTipText: theme.on_ink,
        QPalette.ColorRole.Link: theme.accent,
        QPalette.ColorRole.Accent: theme.accent,
    }
    palette = QPalette()
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    return palette
