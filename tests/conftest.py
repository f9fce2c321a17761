"""What holds for every test: no screen, no network, a data folder of its own, examples that repeat."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # read when Qt is first imported

settings.register_profile("repeatable", deadline=None, derandomize=True)
settings.load_profile("repeatable")


class NetworkError(Exception):
    """A test or the code under test reached for the network."""


def refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    """Raise on every socket that could leave this computer, however it was imported."""
    if event == "socket.getaddrinfo":
        raise NetworkError(event)
    if event == "socket.__new__" and arguments[1] != getattr(socket, "AF_UNIX", None):
        raise NetworkError(event)


sys.addaudithook(refuse_network)  # stays to the end of the process: no test can switch it off


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the program keeps working copies and backups during this test."""
    folder = tmp_path / "data"
    monkeypatch.setenv("CANVASAPP_DATA", str(folder))
    return folder
