"""How fast the wall is beside the editor: `python -m benchmarks.wall --notes 1000 --json`.

The last line is one JSON object, milliseconds. In each round the editor's window gets a typed letter, a moved camera or
an edit, and both windows paint what follows. `editor` and `wall` are the times from the event until each window was
painted, `wall_own` what the wall's own painting took, `key` the time from a key to the end of the wall's next frame.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QInputMethodEvent, QPaintEvent
from PySide6.QtWidgets import QApplication

from benchmarks.boards import BOARD, seeded_template, seeded_workshop
from canvasapp.app.wall.pane import WallPane
from canvasapp.edits.journal import Journal
from canvasapp.edits.notes import set_text
from canvasapp.picture.theme import LIGHT
from canvasapp.picture.wall_state import WallMode, WallState
from canvasapp.store import create_workshop, open_workshop
from canvasapp.text.fonts import load_fonts
from canvasapp.view.board_view import BoardView

ROUNDS = 120
EDITOR, WALL = (1440, 900), (1920, 1080)


class CountingWall(WallPane):
    """The wall as it is, with a record of when it was painted and for how long."""

    painted_at = 0.0
    took = 0.0

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        began = time.perf_counter()
        super().paintEvent(event)
        self.painted_at = time.perf_counter()
        self.took = self.painted_at - began


class CountingView(BoardView):
    """The editor as it is, with a record of when it was painted."""

    painted_at = 0.0

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        super().paintEvent(event)
        self.painted_at = time.perf_counter()


class Room:
    """Both windows with one board, and a timer on the wall that runs all the time."""

    def __init__(self, journal: Journal) -> None:
        self.journal, self.seconds = journal, 0
        self.editor = CountingView(journal, BOARD, LIGHT)
        self.editor.resize(*EDITOR)
        self.wall = CountingWall(self.editor.board, self.editor.bench.images)
        self.wall.resize(*WALL)
        self.state = WallState(timer="5:00", region=self.editor.bench.viewpoint.camera.seen)
        journal.subscribe(lambda _, edit: self._show(edit))
        self.editor.bench.viewpoint.changed.connect(self._show)
        self.editor.show()
        self.wall.show()
        self.settle()

    def go_to(self, **fields: object) -> None:
        self.state = replace(self.state, **fields)  # type: ignore[arg-type]  # the record's names
        self._show()

    def tick(self) -> None:
        self.seconds += 1
        self.go_to(timer=f"{4 - self.seconds // 60 % 5}:{59 - self.seconds % 60:02}")

    def settle(self, seconds: float = 1.0) -> None:
        until = time.perf_counter() + seconds
        while time.perf_counter() < until:
            QApplication.processEvents()

    def _show(self, edit: object = None) -> None:
        self.state = replace(self.state, region=self.editor.bench.viewpoint.camera.seen)
        board = self.journal.workshop.boards[BOARD]
        self.wall.show_state(self.state, board, edit)  # type: ignore[arg-type]  # an edit or none


def measure(room: Room, rounds: int, act: Callable[[int], object]) -> dict[str, dict[str, float]]:
    """What it takes until both windows have painted what `act` did."""
    editor, wall, own = [], [], []
    for number in range(rounds):
        QApplication.processEvents()
        room.editor.painted_at = room.wall.painted_at = 0.0
        began = time.perf_counter()
        act(number)
        while time.perf_counter() - began < 1 / 60:
            QApplication.processEvents()
        if room.editor.painted_at:
            editor.append(room.editor.painted_at - began)
        if room.wall.painted_at:
            wall.append(room.wall.painted_at - began)
            own.append(room.wall.took)
    return {"editor": figures(editor), "wall": figures(wall), "wall_own": figures(own)}


def first_frames(
    room: Room, rounds: int, act: Callable[[int], object], *, prepared: bool = False
) -> dict[str, float]:
    """From a change of the state to the end of the wall's next frame."""
    taken = []
    blocks = room.editor.board.template.blocks_in_order()
    for number in range(rounds):
        block = blocks[number % len(blocks)].id
        coming = replace(room.state, mode=WallMode.BLOCK, block=block)
        room.wall.prepare((coming,) if prepared else ())
        room.settle(0.7)
        began = time.perf_counter()
        act(number)
        room.wall.repaint()
        taken.append(time.perf_counter() - began)
        room.settle(0.7)
    return figures(taken)


def figures(taken: list[float]) -> dict[str, float]:
    """Milliseconds and how many there were."""
    if not taken:
        return {"count": 0}
    ordered = sorted(each * 1000 for each in taken)
    at = {"p50": len(ordered) // 2, "p95": int(len(ordered) * 0.95), "max": len(ordered) - 1}
    return {"count": len(ordered), **{name: round(ordered[each], 2) for name, each in at.items()}}


def type_letter(room: Room) -> None:
    typed = QInputMethodEvent()
    typed.setCommitString("a")
    QApplication.sendEvent(room.editor, typed)
    room.tick()


def change_note(room: Room, number: int) -> None:
    board = room.editor.board
    note = [*board.notes.values()][number % len(board.notes)]
    room.journal.commit(set_text(board, note.id, f"{note.text} {number}"))


def run(room: Room) -> dict[str, object]:
    blocks = room.editor.board.template.blocks_in_order()
    found: dict[str, object] = {}
    for mode in (WallMode.CANVAS, WallMode.BLOCK, WallMode.FOLLOW):
        room.go_to(mode=mode, block=blocks[1].id)
        room.settle()
        room.editor.select([next(iter(room.editor.board.notes))])
        room.editor.edit_selected()
        room.settle(0.5)
        found[f"typing_{mode}"] = measure(room, ROUNDS, lambda _: type_letter(room))
        room.editor.finish_editing()
        found[f"edits_{mode}"] = measure(room, ROUNDS // 2, lambda n: change_note(room, n))
    viewpoint = room.editor.bench.viewpoint
    found["panning_follow"] = measure(
        room, ROUNDS, lambda n: viewpoint.pan(4.0 if n // 30 % 2 else -4.0, 2.0)
    )
    room.go_to(mode=WallMode.CANVAS)
    room.settle()
    found["moving"] = measure(
        room,
        ROUNDS,
        lambda n: room.go_to(
            mode=WallMode.CANVAS if n // 36 % 2 else WallMode.BLOCK, block=blocks[3].id
        ),
    )
    for name, prepared in (("key", True), ("key_unprepared", False)):
        room.go_to(mode=WallMode.CANVAS)
        found[name] = first_frames(
            room,
            8,
            lambda n: room.go_to(mode=WallMode.BLOCK, block=blocks[n % len(blocks)].id),
            prepared=prepared,
        )
    found["blank_key"] = first_frames(room, 6, lambda n: room.go_to(blank=n % 2 == 0))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description="How fast the wall is beside the editor.")
    parser.add_argument("--notes", type=int, default=1000)
    parser.add_argument("--json", action="store_true", help="only the JSON object")
    asked = parser.parse_args()
    app = QApplication([])
    load_fonts()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "wall.workshop"
        create_workshop(path, seeded_workshop(asked.notes, grown=True))
        template = seeded_template(asked.notes, grown=True)
        with open_workshop(path, Path(folder) / "working") as store:
            room = Room(Journal(store, store.load({template.id: template})))
            found = run(room)
            room.editor.hide()
            room.wall.hide()
    for name, each in found.items() if not asked.json else ():
        print(f"{name:16} {each}")
    print(json.dumps(found))
    app.quit()


if __name__ == "__main__":
    main()
