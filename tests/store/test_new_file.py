"""Where a new workshop file can be put, and what it takes the place of."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from canvasapp import files
from canvasapp.store import WorkshopFileError, create_workshop, open_workshop, read_workshop
from canvasapp.store.errors import FileInTheWayError, FolderGivenError
from tests.store.desk import START, TEMPLATES, contents, new_file


def test_a_new_file_takes_no_place_that_is_taken(file: Path) -> None:
    before = file.read_bytes()
    with pytest.raises(FileInTheWayError):
        create_workshop(file, START)
    assert file.read_bytes() == before


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    with pytest.raises(FolderGivenError):
        create_workshop(tmp_path, START, replace=True)
    assert tmp_path.is_dir()


def test_a_pipe_or_device_is_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(WorkshopFileError, match="is no file: choose another name"):
        create_workshop(pipe, START, replace=True)
    assert pipe.is_fifo()


@pytest.mark.parametrize("make", [new_file, Path.absolute], ids=["there", "not there"])
def test_a_link_leads_to_the_file_that_is_made(
    tmp_path: Path, make: Callable[[Path], Path]
) -> None:
    real, link = make(tmp_path / "real.workshop"), tmp_path / "link.workshop"
    link.symlink_to(real)
    create_workshop(link, START, replace=True)
    assert link.is_symlink()
    assert contents(read_workshop(real, TEMPLATES)) == contents(START)


def test_what_a_killed_program_was_about_to_open_goes_a_day_later(
    file: Path, data_folder: Path
) -> None:
    left, fresh = data_folder / "incoming" / "left", data_folder / "incoming" / "fresh"
    left.parent.mkdir(parents=True)
    for copy in (left, fresh):
        copy.write_bytes(file.read_bytes())
    os.utime(left, (0, time.time() - files.ABANDONED - 1))
    open_workshop(file).close()
    assert list(left.parent.iterdir()) == [fresh]
