"""A press of the mouse leaves the keyboard where it is: what is typed counts before something is done with it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from canvasapp.controls.value_fields.written import WrittenInput


def settle(within: QWidget) -> None:
    """Gives what is being typed in a part of the window."""
    for each in within.findChildren(WrittenInput):
        if each.isVisible():
            each.finish()
