"""Notes may be hidden; plans, sessions and their log, votes, finished blocks and ticks are kept.

The journal has edits that are no part of undo.
"""

from __future__ import annotations

import sqlite3

STATEMENTS = (
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
        seen TEXT NOT NULL CHECK (seen IN ('shown', 'hidden', 'private')),
        CHECK ((block IS NULL) = (perspective IS NULL)),
        CHECK (w > 0 AND h > 0),
        CHECK (kind <> 'heading' OR image IS NULL),
        CHECK (kind <> 'image' OR image IS NOT NULL)
    ) STRICT
    """,
    "INSERT INTO note SELECT *, 'shown' FROM former",
    "DROP TABLE former",
    """
    CREATE TABLE "plan" (
        id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
        board TEXT NOT NULL REFERENCES board (id) DEFERRABLE INITIALLY DEFERRED,
        title TEXT NOT NULL CHECK (length(title) BETWEEN 0 AND 1000),
        steps TEXT NOT NULL CHECK (steps LIKE '[%]')
    ) STRICT
    """,
    """
    CREATE TABLE session (
        id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
        board TEXT NOT NULL,
        "plan" TEXT,
        step TEXT NOT NULL CHECK (length(step) BETWEEN 1 AND 200),
        wall TEXT NOT NULL,
        block TEXT,
        began TEXT NOT NULL,
        "left" REAL NOT NULL CHECK ("left" BETWEEN 0 AND 86400),
        ends TEXT,
        hides INTEGER NOT NULL CHECK (hides IN (0, 1)),
        CHECK (wall IN ('follow', 'stay', 'whole', 'block', 'compare', 'results', 'break'))
    ) STRICT
    """,
    """
    CREATE TABLE log_line (
        id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
        session TEXT NOT NULL,
        number INTEGER NOT NULL CHECK (number >= 1),
        at TEXT NOT NULL,
        event TEXT NOT NULL,
        board TEXT NOT NULL,
        about TEXT NOT NULL CHECK (length(about) BETWEEN 1 AND 200),
        words TEXT NOT NULL CHECK (length(words) BETWEEN 0 AND 1000),
        seq INTEGER,
        "left" REAL CHECK ("left" BETWEEN 0 AND 86400)
    ) STRICT
    """,
    """
    CREATE TABLE vote_round (
        id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
        board TEXT NOT NULL REFERENCES board (id) DEFERRABLE INITIALLY DEFERRED,
        number INTEGER NOT NULL CHECK (number >= 1),
        title TEXT NOT NULL CHECK (length(title) BETWEEN 0 AND 1000),
        dots INTEGER NOT NULL CHECK (dots BETWEEN 1 AND 1000),
        voters INTEGER NOT NULL CHECK (voters BETWEEN 1 AND 1000),
        parties TEXT NOT NULL CHECK (parties LIKE '[%]'),
        shown INTEGER NOT NULL CHECK (shown IN (0, 1)),
        is_open INTEGER NOT NULL CHECK (is_open IN (0, 1))
    ) STRICT
    """,
    """
    CREATE TABLE dots (
        id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
        board TEXT NOT NULL REFERENCES board (id) DEFERRABLE INITIALLY DEFERRED,
        round TEXT NOT NULL REFERENCES vote_round (id) DEFERRABLE INITIALLY DEFERRED,
        note TEXT NOT NULL,
        party TEXT,
        count INTEGER NOT NULL CHECK (count BETWEEN 1 AND 1000000)
    ) STRICT
    """,
    """
    CREATE TABLE sealed_block (
        id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
        board TEXT NOT NULL REFERENCES board (id) DEFERRABLE INITIALLY DEFERRED,
        block TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE tick (
        id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
        at TEXT NOT NULL
    ) STRICT
    """,
    "CREATE TEMP TABLE former AS SELECT * FROM op",
    "DROP TABLE op",
    """
    CREATE TABLE op (
        seq INTEGER NOT NULL PRIMARY KEY,
        lamport INTEGER NOT NULL,
        actor TEXT NOT NULL,
        at TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('start', 'do', 'undo', 'redo', 'follow')),
        label TEXT NOT NULL,
        patch TEXT NOT NULL
    ) STRICT
    """,
    "INSERT INTO op SELECT * FROM former",
    "DROP TABLE former",
)


def step(connection: sqlite3.Connection) -> None:
    for statement in STATEMENTS:
        connection.execute(statement)
