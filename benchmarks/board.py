"""How fast the board is: `python -m benchmarks.board --notes 10000 --size 1920x1080 --json`.

The last line is one JSON object, milliseconds and megabytes. `frames` are whole frames, from the moment an event is
due to the end of the paint event; `placeholder_max` is the largest share of a frame after the first that was not
painted from tiles of the wanted level. `open_ms` goes from the file to the first whole picture. `baseline` is the same
board in a naive QGraphicsView, in the same process.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.boards import BOARD, middle_note, seeded_template, seeded_workshop
from benchmarks.gestures import Subject, measure, settle
from benchmarks.naive import NaiveBoard
from canvasapp.edits.journal import Journal
from canvasapp.interpreter import collector_resting
from canvasapp.picture.theme import LIGHT
from canvasapp.store import create_workshop, open_workshop
from canvasapp.text.fonts import load_fonts
from canvasapp.view.board_view import BoardView

FRAMES = 120
NAIVE_FRAMES = 24


class CountingView(BoardView):
    """The real board, with a count of its frames."""

    frames = 0

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        super().paintEvent(event)
        self.frames += 1


class OurBoard:
    """The real board as a subject to measure."""

    def __init__(self, view: CountingView) -> None:
        self.view = view
        self._bench = view.bench
        view.reduce_motion(True)

    @property
    def canvas(self) -> QWidget:
        return self.view

    @property
    def painted(self) -> int:
        return self.view.frames

    def zoom(self, zoom: float) -> None:
        self._bench.viewpoint.show_at(zoom, middle_note(self.view.board).rect)

    def fit(self) -> float:
        self.view.fit()
        return self.view.zoom

    def settled(self) -> bool:
        return self._bench.frames.settled and not self._bench.viewpoint.zooming

    def placeholder(self) -> float:
        return self._bench.frames.surface.unfinished

    def select(self, count: int) -> QPointF:
        seen = self._bench.viewpoint.camera.seen
        notes = self._bench.scene.index.notes_meeting(seen.inset(seen.h / 8))[:count]
        self._bench.selection.set(note.id for note in notes)
        return QPointF(*self._bench.viewpoint.camera.to_view(notes[0].rect.centre))

    def type_into_note(self) -> None:
        self.select(1)
        self.view.edit_selected()

    def insert(self, text: str) -> None:
        typed = QInputMethodEvent()
        typed.setCommitString(text)
        QApplication.sendEvent(self.view, typed)
        control = Qt.KeyboardModifier.ControlModifier
        home = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Home, control)
        QApplication.sendEvent(self.view, home)

    def stop_typing(self) -> None:
        self.view.finish_editing()


def main() -> None:
    parser = argparse.ArgumentParser(description="How fast the board is.")
    parser.add_argument("--notes", type=int, default=1000)
    parser.add_argument("--size", default="1920x1080", help="of the board in device pixels")
    parser.add_argument("--json", action="store_true", help="only the JSON object")
    parser.add_argument("--layout", choices=("side-by-side", "piled"), default="side-by-side")
    parser.add_argument("--no-baseline", action="store_true", help="without the naive way")
    asked = parser.parse_args()
    width, height = (int(side) for side in asked.size.split("x"))
    app = QApplication([])
    load_fonts()  # as the program does before its window is shown
    with tempfile.TemporaryDirectory() as folder:
        grown, size = asked.layout == "side-by-side", (width, height)
        found = _ours(asked.notes, grown=grown, size=size, folder=Path(folder))
        if not asked.no_baseline:
            found["baseline"] = _naive(asked.notes, grown=grown, size=size)
    if not asked.json:
        _tell(found)
    print(json.dumps(found))
    app.quit()


def _ours(count: int, *, grown: bool, size: tuple[int, int], folder: Path) -> dict[str, object]:
    path = folder / "board.workshop"
    _elsewhere(count, path, grown=grown)
    template = seeded_template(count, grown=grown)
    began = time.perf_counter()
    with collector_resting():  # as the window has it
        store = open_workshop(path, folder / "working")
        journal = Journal(store, store.load({template.id: template}))
        view = CountingView(journal, BOARD, LIGHT)
    with store:
        subject = OurBoard(view)
        view.resize(*size)
        view.show()
        while not view.frames or not view.bench.frames.whole:
            QApplication.processEvents()
        open_ms = (time.perf_counter() - began) * 1000
        settle(subject)
        frames = measure(subject, FRAMES)
        rss = _rss()
        view.hide()
    return {"frames": frames, "open_ms": round(open_ms, 1), "rss_mb": rss}


def _elsewhere(count: int, path: Path, *, grown: bool) -> None:
    """Makes the file in another process, so that what that takes is not counted here."""
    maker = multiprocessing.get_context("spawn").Process(target=_make, args=(count, path, grown))
    maker.start()
    maker.join()


def _make(count: int, path: Path, grown: bool) -> None:  # noqa: FBT001  # called by another process
    create_workshop(path, seeded_workshop(count, grown=grown))


def _naive(count: int, *, grown: bool, size: tuple[int, int]) -> dict[str, object]:
    board = seeded_workshop(count, grown=grown).boards[BOARD]
    before, began = _rss(), time.perf_counter()
    view = NaiveBoard(board)
    view.resize(*size)
    view.show()
    view.fit()
    while not view.frames:
        QApplication.processEvents()
    open_ms = (time.perf_counter() - began) * 1000
    subject: Subject = view
    frames = measure(subject, NAIVE_FRAMES)
    return {
        "frames": frames,
        "open_ms": round(open_ms, 1),
        "rss_mb": round(_rss() - before, 1),
    }


def _rss() -> float:
    """What the process holds in memory now, in MB."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return round(int(line.split()[1]) / 1024, 1)
    return 0.0


def _tell(found: dict[str, object]) -> None:
    frames, baseline = found["frames"], found.get("baseline")
    assert isinstance(frames, dict)
    print(f"open {found['open_ms']} ms, memory {found['rss_mb']} MB")
    naive = baseline["frames"] if isinstance(baseline, dict) else {}
    for name, figures in frames.items():
        line = f"{name:8} p50 {figures['p50']:7.2f}  p95 {figures['p95']:7.2f}  max {figures['max']:7.2f}"
        line += f"  placeholder {figures['placeholder_max']:.1%}"
        if name in naive:
            line += f"   naive p50 {naive[name]['p50']:8.2f}  p95 {naive[name]['p95']:8.2f}"
        print(line)


if __name__ == "__main__":
    main()
