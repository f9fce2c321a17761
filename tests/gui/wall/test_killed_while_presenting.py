"""A program killed while it presents: the session is still there, with the time that is left."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import Qt

from canvasapp.edits.sessions import called
from canvasapp.picture.wall_state import WallMode
from tests.gui.windows.conftest import Program

ROOT = Path(__file__).parents[3]
NINE = datetime(2024, 5, 6, 9, 0, tzinfo=UTC)
PRESENTS = """
import os, sys
from datetime import datetime
from pathlib import Path
from PySide6.QtWidgets import QApplication
from canvasapp.app.appearance import Wardrobe
from canvasapp.app.pages import Pages
from canvasapp.app.settings import Settings
from canvasapp.app.window import Window
from canvasapp.templates import load_templates
from canvasapp.text.fonts import load_fonts

data, documents, now = Path(sys.argv[1]), Path(sys.argv[2]), datetime.fromisoformat(sys.argv[3])
app = QApplication([])
load_fonts()
settings, templates = Settings(data), load_templates()
window = Window(Wardrobe(app, settings), settings, templates)
window.take(Pages(window.look, templates, data, documents, lambda *_: None))
window.begin_on("value-stack")
window.show()
page = window.page
conduct = page.ways.session.conduct
conduct.clock = lambda: now
page.ways.presenting.begin()
for _ in range(2):
    conduct.step(1)
app.processEvents()
print(page.opened.path, flush=True)
os.kill(os.getpid(), 9)
"""


def test_after_a_kill_the_session_goes_on_with_the_time_that_is_left(
    start: Callable[[], Program], data_folder: Path, tmp_path: Path
) -> None:
    asked = [
        sys.executable,
        "-c",
        PRESENTS,
        str(data_folder),
        str(tmp_path / "documents"),
        NINE.isoformat(),
    ]
    killed = subprocess.run(asked, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False)
    assert killed.returncode == -9
    program = start()
    program.window.open_path(Path(killed.stdout.strip()))
    session = program.page.ways.session
    conduct = session.conduct
    step = conduct.steps[1]
    later = step.seconds - 20
    conduct.clock = lambda: NINE + timedelta(seconds=later)
    conduct.tick()
    assert session.strip.isVisible()
    assert session.strip.texts[:2] == ("0:20", called(step))
    program.button("Go on presenting").click()
    state = program.page.ways.presenting.state
    assert (state.mode, state.block, state.timer) == (WallMode.BLOCK, step.block, "0:20")
    assert session.cockpit is not None
    assert session.cockpit.timer.figures.text == "0:20"
    program.page.ways.presenting.end()
    program.key(Qt.Key.Key_Escape)
