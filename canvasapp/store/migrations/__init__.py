"""Brings a workshop's tables from any released version to this one, a numbered step at a time."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence

from canvasapp.store.migrations import v1, v2, v3, v4, v5
from canvasapp.store.reasons import is_of_disk

Step = Callable[[sqlite3.Connection], None]
"""Changes the tables from one version to the next, inside a transaction that is not its own."""

STEPS: tuple[Step, ...] = (v1.step, v2.step, v3.step, v4.step, v5.step)
"""The step at index n leads from version n to version n + 1. Steps that were released never change."""

Schema = frozenset[tuple[str, str, str, str | None]]


class StepError(Exception):
    """A step failed; the tables are as they were before it. `version` is where it should have led."""

    def __init__(self, version: int, fault: str) -> None:
        super().__init__(fault)
        self.version = version


def version_of(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection, steps: Sequence[Step] = STEPS) -> None:
    """Takes the steps that are still ahead, each in a transaction of its own.

    Raises StepError, and sqlite3.Error when the disk is at fault.

    The connection's isolation level must be None, or the driver leaves DDL outside of the transaction.
    """
    for version in range(version_of(connection) + 1, len(steps) + 1):
        _take(connection, steps[version - 1], version)


def _take(connection: sqlite3.Connection, step: Step, version: int) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        step(connection)
        connection.execute(f"PRAGMA user_version = {version}")
        connection.execute("COMMIT")
    except sqlite3.Error as error:
        if is_of_disk(error):
            raise
        raise StepError(version, str(error)) from error
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def schema_of(connection: sqlite3.Connection) -> Schema:
    """Everything the file defines, to the letter."""
    rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema")
    return frozenset(rows.fetchall())


def schema_at(version: int, steps: Sequence[Step] = STEPS) -> Schema:
    """What `schema_of` gives for a file of this version."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        migrate(connection, steps[:version])
        return schema_of(connection)
    finally:
        connection.close()
