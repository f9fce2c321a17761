"""A workshop keeps canvases of its own."""

from __future__ import annotations

import sqlite3

STATEMENTS = (
    """
    CREATE TABLE canvas (
        id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 100),
        file TEXT NOT NULL CHECK (length(file) BETWEEN 0 AND 1000000)
    ) STRICT
    """,
)


def step(connection: sqlite3.Connection) -> None:
    for statement in STATEMENTS:
        connection.execute(statement)
