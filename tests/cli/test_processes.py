"""The program as a shell starts it: exit codes, streams, no display, and what is not loaded."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

ROOT = Path(__file__).parents[2]
HEAVY = ("PySide6", "sqlalchemy", "sqlmodel", "pydantic", "reportlab", "numpy", "uharfbuzz")


def started(
    *arguments: object,
    source: str = "",
    encoding: str = "utf-8",
    stdout: IO[bytes] | int = subprocess.PIPE,
    **environ: str,
) -> subprocess.CompletedProcess[bytes]:
    """The program in a process of its own, with no display; `source` runs before it."""
    first = f"{source}\nimport sys\nfrom canvasapp.__main__ import main\nsys.exit(main())"
    without = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    kept = {name: value for name, value in os.environ.items() if name not in without}
    return subprocess.run(
        [sys.executable, "-c", first, *map(str, arguments)],
        stdout=stdout,
        stderr=subprocess.PIPE,
        check=False,
        cwd=ROOT,
        env={**kept, "PYTHONIOENCODING": encoding, **environ},
    )


def test_a_board_is_exported_where_there_is_no_display(file: Path, tmp_path: Path) -> None:
    for suffix in ("pdf", "png", "svg"):
        done = started("export", file, "-o", tmp_path / f"a.{suffix}")
        assert (done.returncode, done.stderr) == (0, b"")


def test_a_display_that_does_not_answer_is_not_asked(file: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    done = started("export", file, "-o", out, DISPLAY=":987", QT_QPA_PLATFORM="xcb")
    assert (done.returncode, done.stderr) == (0, b"")


def test_the_module_is_the_program(file: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "canvasapp", "boards", str(file)],
        capture_output=True,
        check=True,
        cwd=ROOT,
    )
    assert b"Service Logic" in done.stdout


def test_exit_codes_tell_fault_from_wrong_usage(tmp_path: Path) -> None:
    fault = started("show", tmp_path)
    usage = started("show")
    assert (fault.returncode, fault.stdout) == (1, b"")
    assert (usage.returncode, usage.stdout) == (2, b"")
    assert b"Traceback" not in fault.stderr + usage.stderr


def test_a_window_without_display_is_refused_in_words() -> None:
    done = started()
    assert done.returncode == 1
    assert done.stderr.startswith(b"There is no display")


@pytest.mark.parametrize("command", [["version"], ["templates"], ["--help"], ["nonsense"]])
def test_light_commands_load_nothing_heavy(command: list[str]) -> None:
    told = f"import atexit, sys\natexit.register(lambda: print(set({HEAVY}) & set(sys.modules)))"
    assert started(*command, source=told).stdout.splitlines()[-1] == b"set()"


@pytest.mark.parametrize("command", ["boards", "show"])
def test_what_draws_nothing_does_not_load_qt(file: Path, command: str) -> None:
    told = "import atexit, sys\natexit.register(lambda: print('PySide6' in sys.modules))"
    assert started(command, file, source=told).stdout.splitlines()[-1] == b"False"


def test_a_note_is_added_where_there_is_no_display(file: Path) -> None:
    done = started("add", file, "--block", "1", "text")
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("command", [["templates", "--json"], ["--help"], ["show", "--help"]])
def test_a_reader_that_closes_the_pipe_is_no_fault(command: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as closed:
        done = subprocess.run(
            [sys.executable, "-m", "canvasapp", *command],
            stdout=closed,
            stderr=subprocess.PIPE,
            check=False,
            cwd=ROOT,
        )
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("command", [["templates"], ["templates", "--json"], ["--help"]])
def test_an_output_that_takes_nothing_is_told(tmp_path: Path, command: list[str]) -> None:
    limit = "import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))"
    with (tmp_path / "out").open("wb") as full:
        done = started(*command, source=limit, stdout=full)
    assert done.returncode == 1
    assert done.stderr.startswith(b"Standard output can not be written (")
    assert done.stderr.count(b"\n") == 1


def test_a_closed_input_is_told(file: Path) -> None:
    done = started("add", file, "--block", "1", "-", source="import sys\nsys.stdin = None")
    assert done.returncode == 1
    assert done.stderr.startswith(b"Standard input is closed")


def test_commands_on_one_file_wait_for_each_other(file: Path) -> None:
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "canvasapp", "add", str(file), "--block", "1", f"note {number}"],
            cwd=ROOT,
        )
        for number in range(4)
    ]
    assert [each.wait() for each in running] == [0] * 4
    shown = started("show", file).stdout.decode()
    assert all(f"note {number}" in shown for number in range(4))


@pytest.fixture
def heard() -> Iterator[None]:
    """Programs that are started hear Ctrl+C, also where the tests run in the background and do not."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heard")
@pytest.mark.parametrize("ended_by", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_command_that_is_told_to_end_leaves_nothing_behind(
    file: Path, ended_by: signal.Signals
) -> None:
    before = file.read_bytes()
    out = file.with_name("a.png")
    program = subprocess.Popen(
        [sys.executable, "-m", "canvasapp", "export", str(file), "-o", str(out), "--dpi", "600"],
        cwd=ROOT,
    )
    while len(list(file.parent.iterdir())) == 1:
        assert program.poll() is None
    program.send_signal(ended_by)
    assert program.wait() == 128 + ended_by
    assert list(file.parent.iterdir()) == [file]
    assert file.read_bytes() == before


def test_a_terminal_without_the_letters_still_shows_the_rest(file: Path) -> None:
    started("add", file, "--block", "9", "Brot für 电信")
    done = started("show", file, encoding="ascii")
    assert done.returncode == 0
    assert b"Brot f?r ??" in done.stdout


def test_json_loses_no_letter_on_such_a_terminal(file: Path) -> None:
    started("add", file, "--block", "9", "Brot für 电信")
    done = started("show", file, "--json", encoding="ascii")
    assert b'"Brot f\\u00fcr \\u7535\\u4fe1"' in done.stdout


@pytest.mark.parametrize("kilobytes", [1, 20])
@pytest.mark.parametrize("command", ["new", "export", "add"])
def test_a_disk_that_takes_no_more_leaves_what_was_there(
    file: Path, command: str, kilobytes: int
) -> None:
    pytest.importorskip("resource")
    limit = f"import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, ({kilobytes << 10},) * 2)"
    out = file if command == "add" else file.with_name("out.pdf")
    before = file.read_bytes()
    out.write_bytes(before)
    done = started(
        *{
            "new": ["new", "value-stack", "-o", out],
            "export": ["export", file, "-o", out],
            "add": ["add", file, "--block", "1", "text"],
        }[command],
        source=limit,
    )
    assert done.returncode == 1, done.stdout
    assert b"Traceback" not in done.stderr
    assert done.stderr.count(b"\n") == 1
    assert out.read_bytes() == before
