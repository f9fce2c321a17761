"""How long exports take and how large they become, beside Qt's own PDF writer painting the same picture.

Run `python -m benchmarks.export --notes 1000 --json`; the last line is one JSON object. Times are medians in ms, peaks
the most memory (MB) that a program took which painted one PNG of the sheet and nothing else.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QCoreApplication, QMarginsF, QSizeF
from PySide6.QtGui import QGuiApplication, QPageSize, QPainter, QPdfWriter

from benchmarks.boards import BOARD, seeded_workshop
from canvasapp.export import EXPORTERS, ExportOptions, Tiles, export
from canvasapp.export.documents import DOCUMENTS, DocumentOptions, export_document
from canvasapp.painting import PicturePainter
from canvasapp.picture.board_picture import board_picture
from canvasapp.picture.options import PictureOptions
from canvasapp.picture.shapes import Picture

DPI = 150
PRINT_DPI = 300
TILE_PAPERS = ("A4", "A3")
REGISTER = "risk"
PDF_DPI = 1200
"""Qt's writer rounds to whole dots."""

Figures = dict[str, float]


def main(arguments: list[str]) -> None:
    asked = _parser().parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QCoreApplication.instance() or QGuiApplication(["benchmark"])
    if asked.peak:
        print(_peak(asked.notes, asked.peak))
        return
    figures = measure(asked.notes, asked.repeat)
    _tell(figures, as_json=asked.json)
    del application  # text is laid out while it lives


def measure(notes: int, repeat: int) -> dict[str, object]:
    """Milliseconds and bytes of each format, of the poster on tiles, and of Qt's writer as the baseline."""
    workshop = seeded_workshop(notes)
    start = time.perf_counter()
    picture = board_picture(workshop.boards[BOARD], PictureOptions(workshop=workshop.head.title))
    layout = 1000 * (time.perf_counter() - start)
    options = ExportOptions(dpi=DPI)
    with TemporaryDirectory() as folder:
        baseline = _measured(Path(folder, "qt.pdf"), repeat, lambda out: _qt_pdf(picture, out))
        formats = {
            exporter.id: _measured(
                Path(folder, f"board{exporter.suffix}"),
                repeat,
                lambda out: export([picture], out, options),
            )
            for exporter in EXPORTERS
        }
        tiles = {paper: _tiles(Path(folder), repeat, picture, paper) for paper in TILE_PAPERS}
        for_print = ExportOptions(dpi=PRINT_DPI)
        large = _measured(
            Path(folder, "large.png"), 1, lambda out: export([picture], out, for_print)
        )
        documents = {
            document.id: _measured(
                Path(folder, f"document{document.suffix}"),
                1,
                lambda out: export_document(workshop, out, DocumentOptions(register=REGISTER)),
            )
            for document in DOCUMENTS
        }
    ratio = {key: round(formats["pdf"][key] / baseline[key], 3) for key in baseline}
    return {
        "notes": notes,
        "picture_ms": round(layout, 1),
        **formats,
        "tiles": tiles,
        "png_dpi": DPI,
        f"png_{PRINT_DPI}": large,
        "peak_mb": {f"png_{dpi}": _peak_alone(notes, dpi) for dpi in (DPI, PRINT_DPI)},
        "documents": documents,
        "baseline": {"pdf": baseline},
        "ratio": {"pdf": ratio},
    }


def _tiles(folder: Path, repeat: int, picture: Picture, paper: str) -> Figures:
    options = ExportOptions(tiles=Tiles(paper))
    return _measured(folder / f"{paper}.pdf", repeat, lambda out: export([picture], out, options))


def _peak_alone(notes: int, dpi: int) -> float:
    """In a program of its own, as memory that was taken once does not become less. Linux tells it."""
    command = [sys.executable, "-m", "benchmarks.export", f"--notes={notes}", f"--peak={dpi}"]
    run = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603  # this module
    return float(run.stdout)


def _peak(notes: int, dpi: int) -> float:
    workshop = seeded_workshop(notes)
    picture = board_picture(workshop.boards[BOARD], PictureOptions(workshop=workshop.head.title))
    with TemporaryDirectory() as folder:
        export([picture], Path(folder, "board.png"), ExportOptions(dpi=dpi))
    found = re.search(r"VmHWM:\s*(\d+)", Path("/proc/self/status").read_text("ascii"))
    return round(int(found[1]) / 1024, 1) if found else 0.0


def _measured(out: Path, repeat: int, write: Callable[[Path], None]) -> Figures:
    times = []
    for _ in range(repeat):
        start = time.perf_counter()
        write(out)
        times.append(1000 * (time.perf_counter() - start))
    return {"ms": round(statistics.median(times), 1), "bytes": out.stat().st_size}


def _qt_pdf(picture: Picture, out: Path) -> None:
    writer = QPdfWriter(str(out))
    writer.setResolution(PDF_DPI)
    size = QSizeF(picture.width, picture.height)
    writer.setPageSize(
        QPageSize(size, QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.ExactMatch)
    )
    writer.setPageMargins(QMarginsF())
    painter = QPainter(writer)
    painter.scale(PDF_DPI / 25.4, PDF_DPI / 25.4)
    PicturePainter().paint(painter, picture.parts)
    painter.end()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.export", description=__doc__)
    parser.add_argument("--notes", type=int, default=1_000, help="how many notes the board has")
    parser.add_argument("--repeat", type=int, default=3, help="how often each format is written")
    parser.add_argument("--peak", type=int, help="only the memory that a PNG of so many dpi takes")
    parser.add_argument("--json", action="store_true", help="tell the figures as JSON only")
    return parser


def _tell(figures: dict[str, object], *, as_json: bool) -> None:
    if not as_json:
        for name, figure in figures.items():
            print(f"{name:12} {figure}")
    print(json.dumps(figures))


if __name__ == "__main__":
    main(sys.argv[1:])
