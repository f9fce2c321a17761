"""The first tables: a workshop, its boards, parties, notes, links and attachments, and its journal."""

from __future__ import annotations

import sqlite3

STATEMENTS = (
    """
    CREATE TABLE workshop (
        id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
        title TEXT NOT NULL CHECK (length(title) BETWEEN 0 AND 1000)
    ) STRICT
    """,
    """
    CREATE TABLE board (
        id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
        template TEXT NOT NULL,
        template_version INTEGER NOT NULL,
        title TEXT NOT NULL CHECK (length(title) BETWEEN 0 AND 1000),
        profile TEXT NOT NULL,
        position TEXT NOT NULL CHECK (length(position) BETWEEN 1 AND 500)
    ) STRICT
    """,
    """
    CREATE TABLE party (
        id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
        name TEXT NOT NULL CHECK (length(name) BETWEEN 0 AND 1000),
        initials TEXT NOT NULL,
        slot INTEGER NOT NULL CHECK (slot >= 1)
    ) STRICT
    """,
    """
    CREATE TABLE content (
        id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 64),
        body BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE attachment (
        id TEXT NOT NULL PRIMARY KEY REFERENCES content (id) DEFERRABLE INITIALLY DEFERRED,
        name TEXT NOT NULL,
        media_type TEXT NOT NULL,
        size INTEGER NOT NULL CHECK (size >= 0)
    ) STRICT
    """,
    """
    CREATE TABLE note (
        id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
        board TEXT NOT NULL REFERENCES board (id) DEFERRABLE INITIALLY DEFERRED,
        block TEXT,
        perspective TEXT CHECK (perspective IN ('our', 'customer')),
        question TEXT,
        text TEXT NOT NULL CHECK (length(text) BETWEEN 0 AND 100000),
        party TEXT REFERENCES party (id) DEFERRABLE INITIALLY DEFERRED,
        x REAL NOT NULL CHECK (x BETWEEN -1e6 AND 1e6),
        y REAL NOT NULL CHECK (y BETWEEN -1e6 AND 1e6),
        w REAL NOT NULL CHECK (w BETWEEN -1e6 AND 1e6),
        h REAL NOT NULL CHECK (h BETWEEN -1e6 AND 1e6),
        z TEXT NOT NULL CHECK (length(z) BETWEEN 1 AND 500),
        CHECK ((block IS NULL) = (perspective IS NULL)),
        CHECK (w > 0 AND h > 0)
    ) STRICT
    """,
    """
    CREATE TABLE link (
        id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
        board TEXT NOT NULL REFERENCES board (id) DEFERRABLE INITIALLY DEFERRED,
        source TEXT NOT NULL REFERENCES note (id) DEFERRABLE INITIALLY DEFERRED,
        target TEXT NOT NULL REFERENCES note (id) DEFERRABLE INITIALLY DEFERRED,
        kind TEXT NOT NULL CHECK (kind IN ('leads-to', 'supports', 'contradicts', 'same-as'))
    ) STRICT
    """,
    "CREATE INDEX link_source ON link (source)",
    "CREATE INDEX link_target ON link (target)",
    """
    CREATE TABLE op (
        seq INTEGER NOT NULL PRIMARY KEY,
        lamport INTEGER NOT NULL,
        actor TEXT NOT NULL,
        at TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('start', 'do', 'undo', 'redo')),
        label TEXT NOT NULL,
        patch TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE meta (
        name TEXT NOT NULL PRIMARY KEY,
        value TEXT NOT NULL
    ) STRICT
    """,
)


def step(connection: sqlite3.Connection) -> None:
    for statement in STATEMENTS:
        connection.execute(statement)
