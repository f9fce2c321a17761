"""Tables on the clipboard: from HTML, as spreadsheets and documents put them, or from lines with tabs."""

from __future__ import annotations

from PySide6.QtCore import QMimeData

from canvasapp.edits.tables import Table
from canvasapp.view.clipboard import text_from
from canvasapp.view.lists import rows_of

FEWEST = 2
"""With fewer columns it is no table, but a list."""


def table_from(mime: QMimeData) -> Table | None:
    """The table that was copied, its cells stripped, without empty rows and columns; None when there is none.

    Raises CannotPasteError when it is something else than text.
    """
    plain = text_from(mime)
    rows = rows_of(mime.html()) if mime.hasHtml() else []
    return _table(rows) or _table([line.split("\t") for line in plain.splitlines()])


def _table(rows: list[list[str]]) -> Table | None:
    width = max(map(len, rows), default=0)
    if width < FEWEST:
        return None
    full = [[cell.strip() for cell in row] + [""] * (width - len(row)) for row in rows]
    kept = [row for row in full if any(row)]
    used = [at for at in range(width) if any(row[at] for row in kept)]
    return [[row[at] for at in used] for row in kept] if len(used) >= FEWEST else None
