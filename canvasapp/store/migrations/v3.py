"""Notes have a status, tags and twins, parties a kind; entries, questions set aside and waivers are kept."""

from __future__ import annotations

import sqlite3

STATEMENTS = (
    "CREATE TEMP TABLE former AS SELECT * FROM party",
    "DROP TABLE party",
    """
    CREATE TABLE party (
        id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
        name TEXT NOT NULL CHECK (length(name) BETWEEN 0 AND 1000),
        initials TEXT NOT NULL,
        slot INTEGER NOT NULL CHECK (slot >= 1),
        kind TEXT CHECK (kind IN ('internal team', 'partner', 'customer', 'authority'))
    ) STRICT
    """,
    "INSERT INTO party SELECT *, NULL FROM former",
    "DROP TABLE former",
    "CREATE TEMP TABLE former AS SELECT * FROM note",
    "DROP TABLE note",
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
        kind TEXT NOT NULL CHECK (kind IN ('note', 'heading', 'image')),
        "group" TEXT,
        locked INTEGER NOT NULL CHECK (locked IN (0, 1)),
        image TEXT REFERENCES attachment (id) DEFERRABLE INITIALLY DEFERRED,
        status TEXT CHECK (status IN ('idea', 'assumption', 'evidenced', 'decided', 'parked')),
        tags TEXT NOT NULL CHECK (tags LIKE '[%]'),
        shared TEXT,
        CHECK ((block IS NULL) = (perspective IS NULL)),
        CHECK (w > 0 AND h > 0),
        CHECK (kind <> 'heading' OR image IS NULL),
        CHECK (kind <> 'image' OR image IS NOT NULL)
    ) STRICT
    """,
    "INSERT INTO note SELECT *, NULL, '[]', NULL FROM former",
    "DROP TABLE former",
    """
    CREATE TABLE entry (
        id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
        board TEXT REFERENCES board (id) DEFERRABLE INITIALLY DEFERRED,
        register TEXT NOT NULL,
        note TEXT,
        code TEXT NOT NULL,
        "values" TEXT NOT NULL CHECK ("values" LIKE '{%}')
    ) STRICT
    """,
    """
    CREATE TABLE set_aside (
        id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
        board TEXT NOT NULL REFERENCES board (id) DEFERRABLE INITIALLY DEFERRED,
        block TEXT NOT NULL,
        question TEXT NOT NULL,
        reason TEXT NOT NULL CHECK (length(reason) BETWEEN 0 AND 1000)
    ) STRICT
    """,
    """
    CREATE TABLE waiver (
        id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
        board TEXT NOT NULL REFERENCES board (id) DEFERRABLE INITIALLY DEFERRED,
        "check" TEXT NOT NULL,
        about TEXT NOT NULL,
        reason TEXT NOT NULL CHECK (length(reason) BETWEEN 0 AND 1000)
    ) STRICT
    """,
)
"""The tables are made anew: what ALTER TABLE leaves in the schema depends on the version of SQLite."""


def step(connection: sqlite3.Connection) -> None:
    for statement in STATEMENTS:
        connection.execute(statement)
