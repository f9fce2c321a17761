"""An exported file is there whole, or the former one is; and every trouble is told in a sentence."""

import errno
import os
import shutil
from pathlib import Path
from threading import Thread

import pytest

from canvasapp import files
from canvasapp.domain.geometry import Rect
from canvasapp.export import EXPORTERS, ExportError, ExportOptions, export, exporter_for
from canvasapp.export.writing import write_file
from canvasapp.painting import no_images
from canvasapp.picture.shapes import Box, Image
from canvasapp.resources import resource
from tests.export.pictures import drawing, note, picture

pytestmark = pytest.mark.usefixtures("qapp")

SHEET = picture(drawing(), width=30, height=20)
BEGINNINGS = {
    ".pdf": b"%PDF-1.7",
    ".png": b"\x89PNG\r\n",
    ".svg": b"<?xml ",
    ".html": b"<!DOCTYPE html>",
}

each_format = pytest.mark.parametrize("suffix", BEGINNINGS)


class CalledOffError(Exception):
    """Someone wants no file any more."""


@pytest.fixture
def former(tmp_path: Path) -> Path:
    path = tmp_path / "board.pdf"
    path.write_bytes(b"what was there before")
    return path


def is_untouched(path: Path) -> bool:
    return path.read_bytes() == b"what was there before" and list(path.parent.iterdir()) == [path]


@each_format
def test_the_suffix_chooses_the_format(tmp_path, suffix):
    export([SHEET], tmp_path / f"board{suffix.upper()}")
    (path,) = tmp_path.iterdir()
    assert path.read_bytes().startswith(BEGINNINGS[suffix])


@each_format
def test_a_file_is_the_same_when_it_is_written_beside_the_window(tmp_path, suffix):
    here, aside = tmp_path / f"here{suffix}", tmp_path / f"aside{suffix}"
    sheet = picture(note("Local bread 护士"))
    export([sheet], here)
    thread = Thread(target=export, args=([sheet], aside))
    thread.start()
    thread.join()
    assert aside.read_bytes() == here.read_bytes()


def test_every_format_has_its_own_id_and_suffix():
    assert [exporter.suffix for exporter in EXPORTERS] == list(BEGINNINGS)
    assert len({exporter.id for exporter in EXPORTERS}) == len(EXPORTERS)


def test_a_former_file_is_replaced_and_keeps_its_permissions(former):
    former.chmod(0o640)
    export([SHEET], former)
    assert former.read_bytes().startswith(b"%PDF")
    assert former.stat().st_mode & 0o777 == 0o640
    assert list(former.parent.iterdir()) == [former]


def test_a_link_leads_to_the_file_that_is_replaced(former):
    link = former.with_name("link.pdf")
    link.symlink_to(former)
    export([SHEET], link)
    assert link.is_symlink()
    assert former.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("name", ["board", "board.docx", ".pdf"])
def test_a_name_without_a_known_ending_is_refused(tmp_path, name):
    with pytest.raises(
        ExportError, match=rf"{name} .*end the name in \.pdf, \.png, \.svg or \.html"
    ):
        export([SHEET], tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_a_file_of_the_program_that_is_missing_is_not_taken_for_the_folder_of_the_export(former):
    lost = resource("page", "lost.css")
    with pytest.raises(ExportError, match=r"lost\.css is missing or damaged: install canvasapp"):
        write_file(former, lambda stream: shutil.copyfileobj(lost.open("rb"), stream))
    assert is_untouched(former)


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(ExportError, match=r"The folder .*missing does not exist"):
        export([SHEET], tmp_path / "missing" / "board.pdf")


def test_a_folder_in_the_place_of_the_file_is_refused(tmp_path):
    (tmp_path / "board.pdf").mkdir()
    with pytest.raises(ExportError, match="is a folder: choose another name"):
        export([SHEET], tmp_path / "board.pdf")
    assert list((tmp_path / "board.pdf").iterdir()) == []


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EDQUOT, "your share of the disk is used up"),
        (errno.EACCES, "writing there is not allowed"),
        (errno.EROFS, "it is read-only"),
        (errno.EIO, "the disk does not answer properly"),
    ],
)
def test_a_failing_disk_leaves_the_former_file(former, monkeypatch, number, sentence):
    def fail(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(
        ExportError, match=rf"board\.pdf can not be written \({sentence}\): choose another folder"
    ):
        export([SHEET], former)
    assert is_untouched(former)


def test_a_file_that_another_program_holds_open_is_left_to_it(former, monkeypatch):
    def fail(self: Path, target: Path) -> None:
        error = PermissionError(errno.EACCES, "used elsewhere")
        error.winerror = 32  # type: ignore[attr-defined]  # as Windows sets it
        raise error

    monkeypatch.setattr(Path, "replace", fail)
    monkeypatch.setattr(files, "PATIENCE", ())
    with pytest.raises(ExportError, match=r"board\.pdf is open in another program: close it there"):
        export([SHEET], former)
    assert is_untouched(former)


@each_format
def test_calling_an_export_off_leaves_the_former_file(former, suffix):
    path = former.rename(former.with_suffix(suffix))
    calls = iter(range(10))

    def check() -> None:
        if next(calls) == 1:
            raise CalledOffError

    with pytest.raises(CalledOffError):
        export([picture(*[note("", 20, 20)] * 3, height=1200)], path, ExportOptions(), check)
    assert is_untouched(path)


@each_format
@pytest.mark.parametrize("source", [no_images, lambda digest: digest.encode()])
def test_where_an_image_is_missing_or_broken_its_sign_is_exported(tmp_path, suffix, source):
    sign = Box(Rect(20, 20, 60, 60), fill="#d55e00")
    lost = picture(drawing(Image(Rect(10, 10, 80, 80), "lost", (sign,))))
    files = [tmp_path / f"{name}{suffix}" for name in ("lost", "sign")]
    for path, sheet in zip(files, (lost, picture(drawing(sign))), strict=True):
        export([sheet], path, ExportOptions(images=source))
    lost_bytes, sign_bytes = (path.read_bytes() for path in files)
    assert lost_bytes == sign_bytes


@pytest.mark.parametrize("suffix", [".png", ".svg"])
def test_several_boards_need_a_format_with_pages(tmp_path, suffix):
    with pytest.raises(
        ExportError, match="can hold one board only: choose a board, or write a PDF"
    ):
        export([SHEET, SHEET], tmp_path / f"boards{suffix}")
    assert list(tmp_path.iterdir()) == []


def test_the_exporter_of_a_path_is_known_before_anything_is_written():
    assert exporter_for(Path("boards.PDF")).holds_many
    assert not exporter_for(Path("board.svg")).holds_many
