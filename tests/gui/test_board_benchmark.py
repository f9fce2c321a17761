"""The benchmark of the board measures what it promises, whatever the board's size."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

GESTURES = {"pan_100", "pan_35", "pan_fit", "zoom", "drag_1", "drag_200", "key", "key_long"}


@pytest.mark.parametrize("layout", ["side-by-side", "piled"])
def test_its_last_line_is_one_object_with_every_gesture(layout: str) -> None:
    command = [sys.executable, "-m", "benchmarks.board", "--notes", "150", "--size", "640x480"]
    done = subprocess.run(
        [*command, "--layout", layout, "--json"], capture_output=True, text=True, check=True
    )
    found = json.loads(done.stdout.splitlines()[-1])
    for figures in (found, found["baseline"]):
        assert set(figures["frames"]) == GESTURES
        assert all(0 < frames["p50"] <= frames["max"] for frames in figures["frames"].values())
        assert figures["open_ms"] > 0
        assert figures["rss_mb"] >= 0
