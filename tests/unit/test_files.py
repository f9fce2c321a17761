"""A file is replaced whole or not at all, and what a killed program has left goes in time."""

from __future__ import annotations

import errno
import os
import time
from pathlib import Path

import pytest

from canvasapp import files


@pytest.fixture
def flushed(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many bytes each file had when its bytes were sent to the disk."""
    sizes: list[int] = []
    monkeypatch.setattr(os, "fsync", lambda handle: sizes.append(os.fstat(handle).st_size))
    return sizes


@pytest.mark.parametrize("size", [1, 5_000, files.CHUNK, files.CHUNK + 5])
def test_all_bytes_of_a_copy_are_on_the_disk_before_it_is_used(
    tmp_path: Path, flushed: list[int], size: int
) -> None:
    source = tmp_path / "source"
    source.write_bytes(b"x" * size)
    assert files.copy(source, tmp_path / "copy") == files.digest(source)
    assert flushed == [size]


def test_all_bytes_of_a_new_file_are_on_the_disk_before_it_takes_its_place(
    tmp_path: Path, flushed: list[int]
) -> None:
    with files.written_whole(tmp_path / "file") as stream:
        stream.write(b"seventeen letters")
    assert flushed[0] == 17


def test_what_is_raised_meanwhile_leaves_the_former_file_alone(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"former")

    def write_half() -> None:
        with files.written_whole(file) as stream:
            stream.write(b"half of the n")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_half()
    assert file.read_bytes() == b"former"
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("name", ["a", "n" * 255, "\U0001f3e1" * 63, "[a-z]*"])
def test_every_name_that_a_disk_takes_can_be_written(tmp_path: Path, name: str) -> None:
    with files.written_whole(tmp_path / name) as stream:
        stream.write(b"content")
    assert (tmp_path / name).read_bytes() == b"content"


def test_what_a_killed_program_has_left_goes_a_day_later(tmp_path: Path) -> None:
    file = tmp_path / "[file]"
    with files.beside(file) as fresh:
        fresh.touch()
        left = fresh.rename(fresh.with_name(".[file].00000000.tmp"))
    other = tmp_path / ".f.00000000.tmp"
    other.touch()
    with files.beside(file):
        assert left.exists()
    for each in (left, other):
        os.utime(each, (0, time.time() - files.ABANDONED - 1))
    with files.beside(file):
        assert not left.exists()
    assert other.exists()


def test_why_a_file_can_not_be_written_is_told_in_words() -> None:
    assert files.reason(OSError(errno.ENOSPC, "No space left on device")) == "the disk is full"
    assert files.reason(OSError(errno.ESTALE, "Stale file handle")) == "stale file handle"


def test_windows_calls_a_held_file_forbidden() -> None:
    held = PermissionError(errno.EACCES, "Access is denied")
    held.winerror = 32  # type: ignore[attr-defined]  # as Windows sets it
    assert files.reason(held) == "another program holds the file"
