"""Which window opens for what was typed, and when none can."""

from __future__ import annotations

from pathlib import Path

import pytest

from canvasapp.cli.commands import COMMANDS, with_command
from canvasapp.cli.opening import can_show_windows
from tests.cli.conftest import Cli, Windows


def test_without_arguments_the_home_page_opens(cli: Cli, windows: Windows) -> None:
    assert cli().code == 0
    assert windows.opened == [(None, False)]


def test_a_file_opens_in_a_window(cli: Cli, windows: Windows, file: Path) -> None:
    assert cli(file).code == 0
    assert windows.opened == [(file, False)]


def test_the_worked_example_opens_in_a_window(cli: Cli, windows: Windows) -> None:
    assert cli("--example").code == 0
    assert windows.opened == [(None, True)]


def test_the_worked_example_is_no_file(cli: Cli, windows: Windows, file: Path) -> None:
    said = cli(file, "--example")
    assert (said.code, windows.opened) == (1, [])
    assert "leave the file out" in said.err


def test_what_is_neither_file_nor_command_is_told_so(cli: Cli, windows: Windows) -> None:
    said = cli("nonsense")
    assert (said.code, said.out, windows.opened) == (1, "", [])
    assert said.err.startswith("nonsense is neither a file nor a command.")


def test_a_file_called_like_a_command_is_opened_by_its_path(file: Path) -> None:
    path = str(file.with_name("show"))
    assert with_command([path]) == ["open", path]


@pytest.mark.parametrize("variable", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_on_linux_a_window_needs_a_display(variable: str) -> None:
    assert can_show_windows({variable: "something"}, "linux")
    assert not can_show_windows({variable: ""}, "linux")


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_elsewhere_there_is_always_a_display(platform: str) -> None:
    assert can_show_windows({}, platform)


def test_without_display_the_commands_that_need_none_are_named(
    cli: Cli, windows: Windows, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    for variable in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(variable, raising=False)
    said = cli()
    assert (said.code, windows.opened) == (1, [])
    assert "no display" in said.err
    assert "canvasapp export" in said.err


@pytest.mark.parametrize("wish", ["-h", "--help"])
def test_help_names_every_command(cli: Cli, wish: str) -> None:
    said = cli(wish)
    assert said.code == 0
    assert all(f"\n  {command.name} " in said.out for command in COMMANDS)


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
def test_each_command_tells_its_arguments(cli: Cli, command: str) -> None:
    said = cli(command, "--help")
    assert said.code == 0
    assert said.out.startswith(f"usage: canvasapp {command}")


@pytest.mark.parametrize(
    "arguments",
    [
        ["a.workshop", "b.workshop"],
        ["--frobnicate"],
        ["templates", "--frobnicate"],
        ["new", "value-stack"],
        ["new", "-o", "a.workshop"],
        ["boards"],
        ["show"],
        ["add", "a.workshop", "text"],
        ["add", "a.workshop", "--block", "1"],
        ["add", "a.workshop", "--block", "1", "--perspective", "nobody", "text"],
        ["export", "a.workshop"],
        ["export", "a.workshop", "-o", "a.pdf", "--paper", "A9"],
        ["export", "a.workshop", "-o", "a.pdf", "--questions", "some"],
        ["export", "a.workshop", "-o", "a.png", "--dpi", "many"],
    ],
)
def test_wrong_usage_is_told_how_it_is_right(cli: Cli, arguments: list[str]) -> None:
    said = cli(*arguments)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("usage: canvasapp ")


def test_the_self_test_tries_all_parts_without_a_window(cli: Cli, windows: Windows) -> None:
    said = cli("--selftest")
    assert (said.code, said.err, windows.opened) == (0, "", [])
    for part in ("Python", "Qt", "PySide6", "SQLite", "SQLModel", "reportlab"):
        assert f"\n{part}" in said.out
    for part in (
        "Older file brought",
        "Board painted",
        "PDF written",
        "PNG image written",
        "SVG drawing written",
    ):
        assert part in said.out
    assert said.out.endswith("All parts work.\n")
