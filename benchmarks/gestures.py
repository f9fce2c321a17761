"""What a hand does to a board, sixty times a second, and how long each frame takes from the event to the paint."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

FRAME = 1 / 60
PAN_STEP = (19.0, 11.0)
WHEEL = 30
"""A quarter of a wheel's click: what a smooth wheel sends."""
LONGEST = 20.0
"""Seconds after which a gesture has been measured often enough, for boards that take long over each frame."""
LONG_TEXT = "\n".join(["Whoever waits longer than a week for an answer calls again. " * 4] * 80)
"""About 20,000 characters."""
LEFT, MIDDLE, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.NoButton


class Subject(Protocol):
    """A board in a window that can be measured."""

    @property
    def canvas(self) -> QWidget:
        """What gets the events."""

    @property
    def painted(self) -> int:
        """How many frames have been painted."""

    def zoom(self, zoom: float) -> None: ...
    def fit(self) -> float:
        """Shows everything; the zoom it took."""

    def settled(self) -> bool:
        """Whether there is nothing left to paint."""

    def placeholder(self) -> float:
        """Which share of the last frame was not painted from the board itself."""

    def select(self, count: int) -> QPointF:
        """Selects so many notes in the window; a place on one of them."""

    def type_into_note(self) -> None: ...
    def insert(self, text: str) -> None:
        """Puts a text into that note, before which one goes on to type."""

    def stop_typing(self) -> None: ...


@dataclass
class Frames:
    """The frames of one gesture, in milliseconds."""

    times: list[float] = field(default_factory=list)
    placeholders: list[float] = field(default_factory=list)

    def summary(self) -> dict[str, float]:
        ordered = sorted(self.times)
        after_first = self.placeholders[1:] or [0.0]
        return {
            "p50": round(statistics.median(ordered), 2),
            "p95": round(ordered[min(int(len(ordered) * 0.95), len(ordered) - 1)], 2),
            "max": round(ordered[-1], 2),
            "placeholder_max": round(max(after_first), 4),
        }


def measure(subject: Subject, count: int) -> dict[str, dict[str, float]]:
    """All gestures, each of about `count` frames."""
    found: dict[str, dict[str, float]] = {}
    for name, zoom in (("pan_100", 1.0), ("pan_35", 0.35), ("pan_fit", None)):
        _go_to(subject, zoom)
        found[name] = _frames(subject, _pan(subject.canvas, count)).summary()
    least = subject.fit()
    settle(subject)
    found["zoom"] = _frames(subject, _zoom(subject.canvas, least)).summary()
    for name, notes, zoom in (("drag_1", 1, 1.0), ("drag_200", 200, 0.5)):
        _go_to(subject, zoom)
        start = subject.select(notes)
        settle(subject)
        found[name] = _frames(subject, _drag(subject.canvas, start, count)).summary()
    _go_to(subject, 1.0)
    subject.type_into_note()
    settle(subject)
    found["key"] = _frames(subject, _keys(subject.canvas, count)).summary()
    subject.insert(LONG_TEXT)
    settle(subject)
    found["key_long"] = _frames(subject, _keys(subject.canvas, count)).summary()
    subject.stop_typing()
    return found


def settle(subject: Subject, seconds: float = 60.0) -> None:
    """Lets the program finish what it has begun."""
    end = time.perf_counter() + seconds
    QCoreApplication.processEvents()
    while not subject.settled() and time.perf_counter() < end:
        QCoreApplication.processEvents()


Event = Callable[[], None]


def _frames(subject: Subject, events: Iterator[Event]) -> Frames:
    """Sends an event each sixtieth of a second and measures until it is painted.

    The time counts from when the event is due: what the program does meanwhile and does not interrupt counts, too.
    """
    frames = Frames()
    due = time.perf_counter() + FRAME
    end = due + LONGEST
    for event in events:
        if due > end:
            continue  # the gesture still comes to its end
        while time.perf_counter() < due:
            QCoreApplication.processEvents()
        seen = subject.painted
        event()
        while subject.painted == seen:
            QCoreApplication.processEvents()
            if time.perf_counter() - due > 1.0 and subject.painted == seen:
                break  # there was nothing to paint
        now = time.perf_counter()
        frames.times.append((now - due) * 1000)
        frames.placeholders.append(subject.placeholder())
        due = max(due + FRAME, now)
    return frames


def _go_to(subject: Subject, zoom: float | None) -> None:
    if zoom is None:
        subject.fit()
    else:
        subject.zoom(zoom)
    settle(subject)


def _middle(canvas: QWidget) -> QPointF:
    return QPointF(canvas.width() / 2, canvas.height() / 2)


def _pan(canvas: QWidget, count: int) -> Iterator[Event]:
    """There and back along a slant line."""
    at = _middle(canvas)
    _mouse(canvas, QEvent.Type.MouseButtonPress, at, MIDDLE)
    for step in range(count):
        sign = 1 if step < count / 2 else -1
        at = at + QPointF(PAN_STEP[0] * sign, PAN_STEP[1] * sign)
        yield lambda at=at: _mouse(canvas, QEvent.Type.MouseMove, at, MIDDLE)  # type: ignore[misc]
    _mouse(canvas, QEvent.Type.MouseButtonRelease, at, MIDDLE)


def _zoom(canvas: QWidget, least: float) -> Iterator[Event]:
    """In to 100 %, or four times as near where that is more, and out again."""
    zoom, step = least, 1.2 ** (WHEEL / 120)
    most = max(1.0, 4 * least)
    while zoom < most:
        zoom *= step
        yield lambda: _wheel(canvas, WHEEL)
    while zoom > least:
        zoom /= step
        yield lambda: _wheel(canvas, -WHEEL)


def _drag(canvas: QWidget, start: QPointF, count: int) -> Iterator[Event]:
    at = start
    _mouse(canvas, QEvent.Type.MouseButtonPress, at, LEFT)
    for step in range(count):
        sign = 1 if step < count / 2 else -1
        at = at + QPointF(5 * sign, 3 * sign)
        yield lambda at=at: _mouse(canvas, QEvent.Type.MouseMove, at, LEFT)  # type: ignore[misc]
    _mouse(canvas, QEvent.Type.MouseButtonRelease, at, LEFT)


def _keys(canvas: QWidget, count: int) -> Iterator[Event]:
    for step in range(count):
        letter = "abcde "[step % 6]
        yield lambda letter=letter: _key(canvas, letter)  # type: ignore[misc]


def _mouse(canvas: QWidget, kind: QEvent.Type, at: QPointF, button: Qt.MouseButton) -> None:
    pressed = NONE if kind is QEvent.Type.MouseButtonRelease else button
    caused = NONE if kind is QEvent.Type.MouseMove else button
    screen = QPointF(canvas.mapToGlobal(at))
    event = QMouseEvent(kind, at, screen, caused, pressed, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(canvas, event)


def _wheel(canvas: QWidget, angle: int) -> None:
    at = _middle(canvas)
    event = QWheelEvent(
        at,
        QPointF(canvas.mapToGlobal(at)),
        QPoint(),
        QPoint(0, angle),
        NONE,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, event)


def _key(canvas: QWidget, letter: str) -> None:
    key = Qt.Key.Key_Space if letter == " " else Qt.Key(ord(letter.upper()))
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(canvas, event)
