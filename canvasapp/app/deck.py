"""Panels of which one is shown at a time: those at the right, and those in the place of the board."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from canvasapp.panels import Speaker


class Deck(QStackedWidget):
    """`first` is what is shown unless one of the others is asked for, which `make` makes or finds by its id."""

    turned = Signal()

    def __init__(
        self, first: QWidget, others: Sequence[str], make: Callable[[str], QWidget]
    ) -> None:
        super().__init__()
        self._first, self._others, self._make = first, [*others], make
        self._makers: dict[str, Callable[[], QWidget]] = {}
        self._made: dict[str, QWidget] = {}
        self.addWidget(first)

    @property
    def shown(self) -> str | None:
        """The panel that was asked for; None while the first one is shown."""
        now = self.currentWidget()
        return next((id_ for id_, panel in self._made.items() if panel is now), None)

    @property
    def unseen(self) -> set[str]:
        """The panels that are not shown."""
        return set(self._others) - {self.shown}

    def __contains__(self, panel_id: str) -> bool:
        return panel_id in self._others

    def offer(self, panel_id: str, make: Callable[[], QWidget]) -> None:
        """One more that can be asked for, made when it is."""
        self._others.append(panel_id)
        self._makers[panel_id] = make

    def show_panel(self, panel_id: str, about: str = "") -> None:
        """Shows the panel, which speaks of what has the id `about`."""
        panel = self._panel(panel_id)
        self.setCurrentWidget(panel)
        self.turned.emit()
        if about and isinstance(panel, Speaker):
            panel.speak_of(about)

    def follow(self, panel_id: str, about: str) -> bool:
        """Shows the panel unless another one was asked for, or leaves it when it is about nothing.

        Nothing is `turned`, as nobody asked. Whether the deck shows something else now.
        """
        if self.shown not in (None, panel_id):
            return False
        panel = self._panel(panel_id) if about else self._first
        self.setCurrentWidget(panel)
        if about and isinstance(panel, Speaker):
            panel.speak_of(about)
        return True

    def show_first(self, about: str = "") -> None:
        if self.shown is not None:
            self.setCurrentWidget(self._first)
            self.turned.emit()
        if about and isinstance(self._first, Speaker):
            self._first.speak_of(about)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves a panel that was asked for."""
        if event.key() == Qt.Key.Key_Escape and self.shown is not None:
            self.show_first()
        else:
            super().keyPressEvent(event)

    def _panel(self, panel_id: str) -> QWidget:
        if panel_id not in self._made:
            own = self._makers.get(panel_id)
            self._made[panel_id] = own() if own else self._make(panel_id)
            self.addWidget(self._made[panel_id])
        return self._made[panel_id]
