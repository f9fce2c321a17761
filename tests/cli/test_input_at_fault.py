"""Files that can not be used and places that can not be written: one sentence, exit code 1, nothing lost."""

from __future__ import annotations

import errno
import os
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Cli, Said

VERSION_AT = 60
"""Where a SQLite file has its user version, 4 bytes (https://www.sqlite.org/fileformat.html, 1.3)."""


def is_one_sentence(said: Said) -> bool:
    return said.code == 1 and not said.out and said.err.count("\n") == 1 and said.err[-2] == "."


def empty(file: Path) -> None:
    file.write_bytes(b"")


def text(file: Path) -> None:
    file.write_text("Minutes of the meeting\n" * 100)


def half(file: Path) -> None:
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])


def without_last_byte(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-1])


def newer(file: Path) -> None:
    overwrite(file, VERSION_AT, (1000).to_bytes(4))


def another_database(file: Path) -> None:
    overwrite(file, VERSION_AT + 8, b"ABCD")


def overwrite(file: Path, at: int, new: bytes) -> None:
    whole = bytearray(file.read_bytes())
    whole[at : at + len(new)] = new
    file.write_bytes(whole)


def commands_on(file: Path, out: Path) -> list[list[object]]:
    return [
        ["boards", file],
        ["boards", file, "--json"],
        ["show", file],
        ["show", file, "--json"],
        ["check", file],
        ["add", file, "--block", "1", "text"],
        ["export", file, "-o", out],
    ]


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (empty, "is empty"),
        (text, "is not a workshop"),
        (half, "is incomplete"),
        (without_last_byte, "is incomplete"),
        (newer, "newer version"),
        (another_database, "is not a workshop"),
    ],
)
def test_a_file_that_is_no_workshop_is_refused_and_stays_as_it_is(
    cli: Cli, file: Path, spoil: Callable[[Path], None], words: str
) -> None:
    spoil(file)
    before, out = file.read_bytes(), file.with_name("out.pdf")
    for command in commands_on(file, out):
        said = cli(*command)
        assert is_one_sentence(said)
        assert said.err.startswith(f"{file} ")
        assert words in said.err
        assert file.read_bytes() == before
        assert not out.exists()


@pytest.mark.parametrize("seed", range(20))
def test_a_flipped_bit_is_noticed(cli: Cli, file: Path, seed: int) -> None:
    at = random.Random(seed).randrange(file.stat().st_size * 8)
    whole = bytearray(file.read_bytes())
    whole[at // 8] ^= 1 << at % 8
    file.write_bytes(whole)
    for command in (["show", file], ["add", file, "--block", "1", "text"]):
        assert is_one_sentence(cli(*command))
        assert file.read_bytes() == whole


def test_a_file_that_is_not_there_is_not_made(cli: Cli, tmp_path: Path) -> None:
    missing = tmp_path / "missing.workshop"
    for command in commands_on(missing, tmp_path / "out.pdf"):
        said = cli(*command)
        assert is_one_sentence(said)
        assert "does not exist" in said.err
    assert not missing.exists()


def test_a_name_that_no_disk_takes_is_not_there(cli: Cli, tmp_path: Path) -> None:
    endless = tmp_path / ("n" * 300)
    commands: list[list[object]] = [[endless], *commands_on(endless, tmp_path / "out.pdf")]
    for command in commands:
        assert is_one_sentence(cli(*command))


def test_a_folder_is_no_file(cli: Cli, tmp_path: Path) -> None:
    for command in commands_on(tmp_path, tmp_path / "out.pdf"):
        said = cli(*command)
        assert is_one_sentence(said)
        assert "is a folder" in said.err


@pytest.mark.parametrize("name", ["below/a", "file.txt/a", "n" * 300])
@pytest.mark.parametrize("command", ["new", "export"])
def test_a_place_that_is_not_there_is_told(cli: Cli, file: Path, command: str, name: str) -> None:
    file.with_name("file.txt").write_text("in the way")
    before = sorted(file.parent.iterdir())
    given = "value-stack" if command == "new" else file
    said = cli(command, given, "-o", file.parent / f"{name}.pdf")
    assert is_one_sentence(said)
    assert sorted(file.parent.iterdir()) == before


@pytest.mark.parametrize("command", ["new", "export"])
def test_a_folder_is_not_replaced(cli: Cli, file: Path, command: str) -> None:
    folder = file.with_name("folder.pdf")
    (folder / "inner").mkdir(parents=True)
    given = "value-stack" if command == "new" else file
    assert is_one_sentence(cli(command, given, "-o", folder))
    assert (folder / "inner").is_dir()


@pytest.mark.parametrize("name", ["", ".", "..", "/"])
def test_a_name_that_is_a_folder_s_is_refused(cli: Cli, name: str) -> None:
    said = cli("new", "value-stack", "-o", name)
    assert is_one_sentence(said)
    assert "is a folder: name a workshop file inside it" in said.err


def test_a_pipe_is_not_replaced(cli: Cli, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert is_one_sentence(cli("new", "value-stack", "-o", pipe))
    assert pipe.is_fifo()


@pytest.fixture(params=[errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EIO])
def disk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> set[Path]:
    """The files that the disk, which is full, read-only, locked or broken, does not let be replaced."""
    refused: set[Path] = set()
    replace = os.replace

    def fail(source: Any, target: Any, **folders: Any) -> None:
        if Path(target) in refused:
            raise OSError(request.param, os.strerror(request.param), str(source))
        replace(source, target, **folders)

    monkeypatch.setattr(os, "replace", fail)
    monkeypatch.setattr(Path, "replace", fail)
    return refused


@pytest.mark.parametrize("command", ["new", "export", "add"])
def test_what_the_disk_does_not_take_leaves_the_old_file(
    cli: Cli, file: Path, disk: set[Path], command: str
) -> None:
    out = file if command == "add" else file.with_name("out.pdf")
    before = file.read_bytes()
    out.write_bytes(before)
    disk.add(out)
    said = cli(
        *{
            "new": ["new", "value-stack", "-o", out],
            "export": ["export", file, "-o", out],
            "add": ["add", file, "--block", "1", "text"],
        }[command]
    )
    assert is_one_sentence(said)
    assert out.read_bytes() == before
    assert [path.name for path in file.parent.iterdir() if path.name.startswith(".")] == []


def test_notes_that_did_not_reach_the_file_are_not_added_later(
    cli: Cli, file: Path, disk: set[Path]
) -> None:
    disk.add(file)
    said = cli("add", file, "--block", "1", "too late")
    assert "nothing was changed" in said.err
    disk.clear()
    cli("add", file, "--block", "1", "in time")
    shown = cli("show", file).out
    assert "in time" in shown
    assert "too late" not in shown
