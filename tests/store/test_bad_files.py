"""Files that can not be opened: each is refused in one sentence and stays byte for byte as it was."""

from __future__ import annotations

import os
import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from canvasapp.store import StoreError, WorkshopFileError, open_workshop, read_workshop
from canvasapp.store import errors as refusals
from canvasapp.store.seal import BrokenSealError, check_seal, leave_room, seal
from tests.store.desk import TEMPLATES, new_file

Spoil = Callable[[Path], object]


def put(offset: int, value: bytes) -> Spoil:
    """Overwrites the file from `offset` on."""

    def spoil(file: Path) -> None:
        content = bytearray(file.read_bytes())
        content[offset : offset + len(value)] = value
        file.write_bytes(content)

    return spoil


def cut(to: float) -> Spoil:
    """Leaves so much of the file."""
    return lambda file: os.truncate(file, int(file.stat().st_size * to))


def sql(*statements: str) -> Spoil:
    """Does this to the tables and seals the file again: somebody has forged it."""

    def spoil(file: Path) -> None:
        with closing(sqlite3.connect(file, isolation_level=None)) as connection:
            for statement in statements:
                connection.execute(statement)
            mark = leave_room(connection)
        seal(file, mark)

    return spoil


def no_workshop(file: Path) -> None:
    file.unlink()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE note (id TEXT)")


def pipe(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)


def folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


NOTE = (
    "INSERT INTO note VALUES ('n9', 'b1', 'tall', 'our', NULL, {}, NULL, 0.0, 0.0, 1.0, 1.0, '{}',"
    " 'note', NULL, 0, NULL, NULL, '[]', NULL, 'shown')"
)

SPOILT: dict[str, tuple[Spoil, type[StoreError], str]] = {
    "missing": (Path.unlink, refusals.MissingFileError, "does not exist"),
    "a folder": (folder, refusals.FolderGivenError, "is a folder"),
    "a pipe": (pipe, refusals.NotAWorkshopError, "is not a workshop"),
    "empty": (cut(0), refusals.EmptyFileError, "is empty"),
    "text": (lambda f: f.write_text("Dear Sir"), refusals.NotAWorkshopError, "is not a workshop"),
    "a long text": (
        lambda f: f.write_text("Dear Sir" * 10_000),
        refusals.NotAWorkshopError,
        "not a",
    ),
    "a picture": (put(0, b"\x89PNG\r\n\x1a\n"), refusals.NotAWorkshopError, "is not a workshop"),
    "another database": (no_workshop, refusals.NotAWorkshopError, "is not a workshop"),
    "half of it": (cut(0.5), refusals.TruncatedFileError, "is incomplete"),
    "fifty bytes of it": (
        lambda f: os.truncate(f, 50),
        refusals.TruncatedFileError,
        "is incomplete",
    ),
    "one byte less": (
        lambda f: os.truncate(f, f.stat().st_size - 1),
        refusals.TruncatedFileError,
        "is incomplete",
    ),
    "a page more": (
        lambda f: f.write_bytes(f.read_bytes() + bytes(4096)),
        refusals.DamagedFileError,
        "is longer than it says",
    ),
    "another version of SQLite's journal": (
        put(18, b"\x02\x02"),
        refusals.DamagedFileError,
        "first bytes",
    ),
    "an impossible page size": (put(16, b"\x00\x00"), refusals.DamagedFileError, "is damaged"),
    "no version": (sql("PRAGMA user_version = 0"), refusals.DamagedFileError, "first bytes"),
    "a newer version": (
        sql("PRAGMA user_version = 7"),
        refusals.NewerFileError,
        "file format 7, .* up to 5",
    ),
    "two sessions at once": (
        sql(
            "INSERT INTO session VALUES"
            " ('s1', 'b1', NULL, 'a', 'whole', NULL, '2024-05-06T09:00:00+00:00', 0, NULL, 0),"
            " ('s2', 'b1', NULL, 'a', 'whole', NULL, '2024-05-06T09:00:00+00:00', 0, NULL, 0)"
        ),
        refusals.DamagedFileError,
        "2 sessions run in it",
    ),
    "a round that is not there": (
        sql("INSERT INTO dots VALUES ('d1', 'b1', 'r1', 'n1', NULL, 1)"),
        refusals.DamagedFileError,
        "points to another that is missing",
    ),
    "steps that are none": (
        sql("INSERT INTO plan VALUES ('p1', 'b1', '', '[{}]')"),
        refusals.DamagedFileError,
        "steps of a plan",
    ),
    "one table more": (
        sql("CREATE TABLE more (id)"),
        refusals.DamagedFileError,
        "tables are not those",
    ),
    "a trigger": (
        sql("CREATE TRIGGER t AFTER INSERT ON note BEGIN DELETE FROM note; END"),
        refusals.DamagedFileError,
        "tables are not those",
    ),
    "one index less": (
        sql("DROP INDEX link_source"),
        refusals.DamagedFileError,
        "tables are not those",
    ),
    "no seal": (
        lambda f: (
            sqlite3.connect(f, isolation_level=None).execute("DELETE FROM meta").connection.close()
        ),
        refusals.DamagedFileError,
        "seal is missing",
    ),
    "a note on no board": (
        sql(NOTE.format("''", "a0").replace("'b1'", "'b9'")),
        refusals.DamagedFileError,
        "points to another that is missing",
    ),
    "text that is no text": (
        sql(NOTE.format("CAST(x'ff41' AS TEXT)", "a0")),
        refusals.DamagedFileError,
        "can not be read",
    ),
    "a place in the pile that is none": (
        sql(NOTE.format("''", "a!")),
        refusals.DamagedFileError,
        "The z of a note",
    ),
    "two workshops": (
        sql("INSERT INTO workshop VALUES ('v', '')"),
        refusals.DamagedFileError,
        "2 workshops",
    ),
    "no workshop in it": (sql("DELETE FROM workshop"), refusals.DamagedFileError, "0 workshops"),
    "an id that leads out of the folder": (
        sql("UPDATE workshop SET id = '../../w'"),
        refusals.DamagedFileError,
        "The id of a workshop",
    ),
    "an attachment with another content": (
        sql(f"INSERT INTO content VALUES ('{'0' * 64}', x'00')"),
        refusals.DamagedFileError,
        "attachment 00000000 is damaged",
    ),
    "a rule that does not hold": (
        sql("PRAGMA ignore_check_constraints = ON", "UPDATE note SET w = -1.0"),
        refusals.DamagedFileError,
        "inconsistent",
    ),
}


@pytest.fixture(params=list(SPOILT.values()), ids=list(SPOILT))
def spoilt(request: pytest.FixtureRequest, file: Path) -> tuple[Path, type[StoreError], str]:
    spoil, refusal, words = request.param
    spoil(file)
    return file, refusal, words


def state(path: Path) -> tuple[object, ...] | None:
    """What must not change: the bytes, the moment of the last change, the neighbours."""
    if not path.exists():
        return None
    content = path.read_bytes() if path.is_file() else b""
    return content, path.stat().st_mtime_ns, sorted(path.parent.iterdir())


def test_a_bad_file_is_refused_and_left_as_it_is(
    spoilt: tuple[Path, type[StoreError], str], data_folder: Path
) -> None:
    file, refusal, words = spoilt
    before = state(file)
    with pytest.raises(refusal, match=words) as caught:
        open_workshop(file)
    assert state(file) == before
    assert [path for path in data_folder.rglob("*") if path.is_file()] == []
    sentence = str(caught.value)
    assert sentence.startswith(f"{file} ")
    assert sentence.endswith(".")
    assert "\n" not in sentence


def test_a_bad_file_is_not_read_either(spoilt: tuple[Path, type[StoreError], str]) -> None:
    file, refusal, words = spoilt
    with pytest.raises(refusal, match=words):
        read_workshop(file, TEMPLATES)


def test_one_flipped_bit_anywhere_is_noticed(file: Path) -> None:
    whole = file.read_bytes()
    chance = random.Random(11)
    for place in [*range(0, 100, 7), *(chance.randrange(len(whole)) for _ in range(100))]:
        put(place, bytes([whole[place] ^ (1 << chance.randrange(8))]))(file)
        with pytest.raises(WorkshopFileError):
            read_workshop(file, TEMPLATES)
        file.write_bytes(whole)
    read_workshop(file, TEMPLATES)


def test_damage_that_the_seal_does_not_show_never_gets_further_than_the_gate(file: Path) -> None:
    """Bits are flipped and the seal is made to fit: what is let in can be loaded, the rest is refused."""
    whole = file.read_bytes()
    with closing(sqlite3.connect(file)) as connection:
        (mark,) = connection.execute("SELECT value FROM meta").fetchone()
    chance, refused = random.Random(12), 0
    for _ in range(100):
        place = chance.randrange(100, len(whole))
        put(place, bytes([whole[place] ^ (1 << chance.randrange(8))]))(file)
        if mark.encode() in file.read_bytes():
            seal(file, mark)
        try:
            read_workshop(file, TEMPLATES)
        except WorkshopFileError:
            refused += 1
        file.write_bytes(whole)
    assert 0 < refused < 100


def test_a_seal_that_has_become_a_number_is_none(file: Path) -> None:
    with closing(sqlite3.connect(":memory:")) as tables:
        tables.execute("CREATE TABLE meta (name, value)")
        tables.execute("INSERT INTO meta VALUES ('seal', 7)")
        with pytest.raises(BrokenSealError, match="its seal is missing"):
            check_seal(file, tables)


def test_a_link_that_leads_nowhere_is_a_missing_file(tmp_path: Path) -> None:
    link = tmp_path / "link.workshop"
    link.symlink_to(tmp_path / "gone.workshop")
    with pytest.raises(refusals.MissingFileError):
        open_workshop(link)


def test_a_file_inside_a_file_is_a_missing_file(file: Path) -> None:
    with pytest.raises(refusals.MissingFileError):
        open_workshop(file / "inside.workshop")


def test_a_name_that_is_too_long_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WorkshopFileError, match="name is too long"):
        open_workshop(tmp_path / ("x" * 300))


def test_a_file_that_may_not_be_read_is_named(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, *_: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", refuse)  # root may read everything
    with pytest.raises(refusals.NoPermissionError, match="may not be read by you"):
        open_workshop(file)


def test_a_file_beyond_all_bounds_is_refused_before_it_is_copied(tmp_path: Path) -> None:
    file = new_file(tmp_path / "a.workshop")
    os.truncate(file, 3 * 1024**3)  # sparse: it takes no room
    with pytest.raises(refusals.TooLargeError, match="larger than"):
        open_workshop(file)


def test_opening_and_closing_without_an_edit_changes_not_one_byte(file: Path) -> None:
    before = state(file)
    with open_workshop(file) as store:
        store.load(TEMPLATES)
    read_workshop(file, TEMPLATES)
    assert state(file) == before


def test_a_file_on_a_read_only_medium_can_be_read(file: Path) -> None:
    file.chmod(0o444)
    file.parent.chmod(0o555)
    before = state(file)
    read_workshop(file, TEMPLATES)
    assert state(file) == before
    file.parent.chmod(0o755)
