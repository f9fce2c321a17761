"""What the documents tell people to type works."""

from __future__ import annotations

import re
import shlex
import subprocess
from argparse import ArgumentParser
from pathlib import Path

import pytest

from canvasapp import __version__
from canvasapp.cli.commands import COMMANDS, with_command
from canvasapp.templates import load_templates

ROOT = Path(__file__).parent.parent
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
TYPED = re.compile(
    r"^ {4,}((?:canvasapp|\./run)\b.*)$|`((?:canvasapp|\./run) [^`]+)`", re.MULTILINE
)
LINES = sorted(
    {one or other for path in DOCUMENTS for one, other in TYPED.findall(path.read_text("utf-8"))}
)
COMMAND_LINES = [line for line in LINES if line.startswith("canvasapp")]
SCRIPT_LINES = [line for line in LINES if line.startswith("./run")]


@pytest.mark.parametrize("line", COMMAND_LINES)
def test_every_command_line_in_the_documents_is_understood(line: str) -> None:
    name, *arguments = with_command(shlex.split(line, comments=True)[1:])
    command = next(each for each in COMMANDS if each.name == name)
    parser = ArgumentParser()
    command.declare(parser)
    assert parser.parse_intermixed_args(arguments) is not None


@pytest.mark.parametrize("line", SCRIPT_LINES)
def test_every_use_of_the_script_in_the_documents_is_in_its_usage(line: str) -> None:
    words = shlex.split(line, comments=True)[1:2]
    usage = subprocess.run(
        ["sh", "run", "help"], cwd=ROOT, capture_output=True, check=True, text=True
    )
    assert all(re.search(rf"\./run {word}\b", usage.stdout) for word in words)


def test_the_script_refuses_what_it_does_not_know() -> None:
    done = subprocess.run(
        ["sh", "run", "walk"], cwd=ROOT, capture_output=True, check=False, text=True
    )
    assert done.returncode == 2
    assert done.stderr.startswith("usage: ./run")


def test_the_readme_makes_a_canvas_and_fills_a_block_that_exist() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    template = load_templates()[re.findall(r"canvasapp new (\S+)", readme)[0]]
    assert re.findall(r"--block (\S+)", readme)[0] in {block.id for block in template.blocks}


def test_the_changelog_tells_of_this_version() -> None:
    assert f"## [{__version__}]" in (ROOT / "CHANGELOG.md").read_text("utf-8")
