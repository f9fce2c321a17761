"""Reads which libraries an ELF file asks for: 64 bit, little endian (System V ABI, "Dynamic Linking")."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_MAGIC = b"\x7fELF\x02\x01"
_LOADED, _DYNAMIC = 1, 2  # kinds of segments
_END, _NEEDED, _NAMES = 0, 1, 5  # tags of the dynamic section


class NotElfError(Exception):
    """The file is not what the Linux of a usual computer loads."""


@dataclass(frozen=True, slots=True)
class _Segment:
    kind: int
    offset: int
    """In bytes, as all that follows: in the file."""
    address: int
    """In memory."""
    size: int
    """In the file."""


def needed_libraries(path: Path) -> frozenset[str]:
    """File names of the libraries that the one at `path` asks for itself. Raises NotElfError."""
    data = path.read_bytes()
    if not data.startswith(_MAGIC):
        raise NotElfError(f"{path} is not a library for 64-bit Linux.")
    segments = list(_segments(data))
    entries = [pair for each in segments if each.kind == _DYNAMIC for pair in _entries(data, each)]
    (names,) = [_place(segments, value) for tag, value in entries if tag == _NAMES] or [0]
    return frozenset(_text(data, names + value) for tag, value in entries if tag == _NEEDED)


def _segments(data: bytes) -> Iterator[_Segment]:
    (table,) = struct.unpack_from("<Q", data, 32)
    size, count = struct.unpack_from("<HH", data, 54)
    for start in range(table, table + size * count, size):
        kind, _, offset, address, _, length = struct.unpack_from("<IIQQQQ", data, start)
        yield _Segment(kind, offset, address, length)


def _entries(data: bytes, section: _Segment) -> Iterator[tuple[int, int]]:
    for tag, value in struct.iter_unpack("<qQ", data[section.offset :][: section.size]):
        if tag == _END:
            return
        yield tag, value


def _place(segments: list[_Segment], address: int) -> int:
    """Where in the file is what is loaded to the address."""
    (found,) = [
        each
        for each in segments
        if each.kind == _LOADED and each.address <= address < each.address + each.size
    ]
    return address - found.address + found.offset


def _text(data: bytes, start: int) -> str:
    return data[start : data.index(b"\0", start)].decode()
