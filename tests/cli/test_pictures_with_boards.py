"""A picture carries its board: it can be opened again as a workshop, and nothing else that it carries can."""

from __future__ import annotations

import base64
import sqlite3
import zlib
from contextlib import closing
from pathlib import Path

import pytest

from canvasapp.app.desk import Desk
from canvasapp.domain.board import Board
from canvasapp.export.carrying import CHUNK, carried_in, chunk
from canvasapp.store import reading_workshop
from canvasapp.store.carried import KIND
from canvasapp.templates import load_templates
from tests.cli.conftest import Cli

TEMPLATES = load_templates()
SUFFIXES = pytest.mark.parametrize("suffix", [".png", ".svg"])


@pytest.fixture
def picture(cli: Cli, file: Path, tmp_path: Path) -> Path:
    out = tmp_path / "poster.png"
    assert cli("export", file, "-o", out, "--dpi", 10).code == 0
    return out


def told(board: Board) -> list[object]:
    return [board.template, board.notes, board.links, board.parties, board.entries, board.in_common]


def with_carried(picture: Path, carried: bytes) -> Path:
    """The same picture with something else inside."""
    whole = picture.read_bytes()
    old = chunk(CHUNK, carried_in(picture))
    picture.write_bytes(whole.replace(old, chunk(CHUNK, carried)))
    return picture


@SUFFIXES
def test_a_picture_is_opened_again_as_its_board(cli: Cli, file: Path, tmp_path: Path, suffix: str):
    out, made = tmp_path / f"poster{suffix}", tmp_path / "made.workshop"
    assert cli("export", file, "-o", out, "--dpi", 10).code == 0
    said = cli("new", "--from", out, "-o", made)
    assert (said.code, said.err) == (0, "")
    with (
        reading_workshop(file, TEMPLATES) as (before, _),
        reading_workshop(made, TEMPLATES) as (after, _),
    ):
        (board,) = after.boards.values()
        first = before.boards_in_order()[0]
        assert [board.template, board.notes, board.links] == [
            first.template,
            first.notes,
            first.links,
        ]
        used = {note.party for note in board.notes.values()}
        assert used - {None} <= board.parties.keys() <= first.parties.keys()
        assert board.entries == first.entries
        assert after.head.id != before.head.id


def test_the_window_opens_a_picture_as_a_new_workshop_among_the_documents(
    picture: Path, tmp_path: Path
):
    desk = Desk(TEMPLATES, tmp_path / "data", tmp_path / "documents")
    first, second = desk.open(picture), desk.open(picture)
    assert first.path != second.path
    assert first.path.parent == tmp_path / "documents"
    assert first.journal.workshop.head.id != second.journal.workshop.head.id
    first.close()
    second.close()


@SUFFIXES
@pytest.mark.parametrize("options", [["--no-data"], ["--blank"], ["--perspective", "our"]], ids=str)
def test_a_picture_for_strangers_or_of_a_part_carries_nothing(
    cli: Cli, file: Path, tmp_path: Path, options: list[str], suffix: str
):
    out, made = tmp_path / f"poster{suffix}", tmp_path / "made.workshop"
    cli("export", file, "-o", out, "--dpi", 10, *options)
    said = cli("new", "--from", out, "-o", made)
    assert said.code == 1
    assert "carries no board" in said.err
    assert not made.exists()


def bomb() -> bytes:
    packer = zlib.compressobj(9)
    zeros = bytes(1 << 20)
    return b"".join([KIND, *(packer.compress(zeros) for _ in range(260)), packer.flush()])


def database() -> bytes:
    """One of SQLite that is no workshop."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE workshop (id TEXT)")
        return connection.serialize()


HOSTILE = {
    "nothing": b"",
    "noise": b"noise" * 100,
    "another kind": KIND.replace(b"1", b"9") + zlib.compress(b"x"),
    "not packed": KIND + b"x" * 100,
    "cut off": KIND + zlib.compress(bytes(range(256)) * 100)[:-20],
    "no workshop": KIND + zlib.compress(b"SQLite format 3\0" + bytes(5000)),
    "another database": KIND + zlib.compress(database()),
    "bomb": bomb(),
}


@pytest.mark.parametrize("carried", HOSTILE.values(), ids=HOSTILE)
def test_what_is_no_board_is_refused_in_a_sentence(
    cli: Cli, picture: Path, tmp_path: Path, carried: bytes
):
    made = tmp_path / "made.workshop"
    said = cli("new", "--from", with_carried(picture, carried), "-o", made)
    assert (said.code, said.out) == (1, "")
    assert "poster.png" in said.err
    assert "Traceback" not in said.err
    assert not made.exists()


def test_a_changed_board_inside_is_refused(cli: Cli, picture: Path, tmp_path: Path):
    inside = bytearray(zlib.decompress(carried_in(picture)[len(KIND) :]))
    inside[len(inside) // 2] ^= 0xFF
    changed = with_carried(picture, KIND + zlib.compress(bytes(inside)))
    said = cli("new", "--from", changed, "-o", tmp_path / "made.workshop")
    assert said.code == 1
    assert "damaged" in said.err


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x89PNG\r\n\x1a\n",
        b"\x89PNG\r\n\x1a\n" + b"\xff\xff\xff\xffcvBd",
        b"\x89PNG\r\n\x1a\n" + chunk(CHUNK, b"whole")[:-2],
        b'<svg><metadata id="canvasapp-board">not=base64</metadata></svg>',
        b'<svg><metadata id="other">' + base64.b64encode(KIND) + b"</metadata></svg>",
    ],
)
def test_broken_pictures_carry_nothing(cli: Cli, tmp_path: Path, content: bytes):
    picture = tmp_path / "poster.png"
    picture.write_bytes(content)
    said = cli("new", "--from", picture, "-o", tmp_path / "made.workshop")
    assert said.code == 1
    assert "carries no board" in said.err


def test_a_workshop_is_made_of_a_canvas_or_a_picture_not_of_both(cli: Cli, tmp_path: Path):
    out = tmp_path / "a.workshop"
    assert cli("new", "-o", out).code == 2
    assert cli("new", "value-stack", "--from", "a.png", "-o", out).code == 2
    assert cli("new", "--from", "a.png", "--example", "-o", out).code == 2
