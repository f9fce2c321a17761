"""Rows cut out of a damaged file page by page, without SQLite: what no query reaches any more.

Format: "The SQLite Database File Format", sections 1.5 (freelist), 1.6 (b-tree pages) and 2 (records).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Any

Row = tuple[Any, ...]

TABLE_LEAF = 0x0D
HEADER = 100
PAGE_SIZES = frozenset({512, 1024, 2048, 4096, 8192, 16384, 32768, 65536})
USUAL_PAGE_SIZE = 4096
INTEGER_BYTES = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
CONSTANTS = {0: None, 8: 0, 9: 1}
FLOAT = 7
FIRST_OF_ANY_LENGTH = 12
MORE_FOLLOWS = 0x80


class _BrokenError(Exception):
    """These bytes are not what they should be."""


def carve(content: bytes) -> Iterator[tuple[int, Row]]:
    """Row number and values of every row on a page that still looks like one, in the order of the file."""
    file = _File(content)
    free = file.free_pages()
    for number in range(1, file.pages + 1):
        if number not in free:
            yield from file.rows_on(number)


class _File:
    """The bytes of a file, cut into pages; pages are counted from 1."""

    def __init__(self, content: bytes) -> None:
        size = int.from_bytes(content[16:18], "big")
        size = 65536 if size == 1 else size
        self._content = content
        self._size = size if size in PAGE_SIZES else USUAL_PAGE_SIZE
        self.pages = len(content) // self._size

    def free_pages(self) -> set[int]:
        """Pages whose rows were deleted; as many as the list of them still tells."""
        free: set[int] = set()
        trunk = self._number(32)
        while 0 < trunk <= self.pages and trunk not in free:
            start = (trunk - 1) * self._size
            count = min(self._number(start + 4), self._size // 4 - 2)
            free |= {trunk, *(self._number(start + 8 + 4 * place) for place in range(count))}
            trunk = self._number(start)
        return free

    def rows_on(self, number: int) -> Iterator[tuple[int, Row]]:
        """The rows of a page that is a leaf of a table; none of any other page."""
        page = self._page(number)
        start = HEADER if number == 1 else 0
        if page[start] != TABLE_LEAF:
            return
        count = int.from_bytes(page[start + 3 : start + 5], "big")
        for place in range(min(count, self._size // 4)):
            pointer = start + 8 + 2 * place
            cell = int.from_bytes(page[pointer : pointer + 2], "big")
            try:
                yield self._row(page, cell)
            except (_BrokenError, IndexError, UnicodeDecodeError, struct.error):
                continue  # the next cell may be whole

    def _row(self, page: bytes, cell: int) -> tuple[int, Row]:
        length, at = _varint(page, cell)
        row_number, at = _varint(page, at)
        return row_number, _values(self._payload(page, at, length))

    def _payload(self, page: bytes, at: int, length: int) -> bytes:
        """The bytes of a record, put together from its page and those it runs over to."""
        most = self._size - 35
        if length > len(self._content):
            raise _BrokenError
        if length <= most:
            return page[at : at + length]
        least = (self._size - 12) * 32 // 255 - 23
        here = least + (length - least) % (self._size - 4)
        here = here if here <= most else least
        parts = [page[at : at + here]]
        following = int.from_bytes(page[at + here : at + here + 4], "big")
        rest = length - here
        while rest > 0:
            page = self._page(following)
            parts.append(page[4 : 4 + rest])
            rest -= self._size - 4
            following = int.from_bytes(page[:4], "big")
        return b"".join(parts)

    def _page(self, number: int) -> bytes:
        if not 0 < number <= self.pages:
            raise _BrokenError
        return self._content[(number - 1) * self._size : number * self._size]

    def _number(self, offset: int) -> int:
        return int.from_bytes(self._content[offset : offset + 4], "big")


def _values(payload: bytes) -> Row:
    header, at = _varint(payload, 0)
    body = header
    values = []
    while at < header:
        kind, at = _varint(payload, at)
        value, body = _value(payload, body, kind)
        values.append(value)
    if body != len(payload):
        raise _BrokenError
    return tuple(values)


def _value(payload: bytes, at: int, kind: int) -> tuple[Any, int]:
    """The value of a serial type, and where the next one begins."""
    if kind in CONSTANTS:
        return CONSTANTS[kind], at
    if kind in INTEGER_BYTES:
        end = at + INTEGER_BYTES[kind]
        return int.from_bytes(payload[at:end], "big", signed=True), end
    if kind == FLOAT:
        return struct.unpack_from(">d", payload, at)[0], at + 8
    end = at + (kind - FIRST_OF_ANY_LENGTH) // 2
    if kind < FIRST_OF_ANY_LENGTH or end > len(payload):
        raise _BrokenError
    return (payload[at:end].decode() if kind % 2 else payload[at:end]), end


def _varint(content: bytes, at: int) -> tuple[int, int]:
    """A number of up to 9 bytes, and where the next thing begins."""
    number = 0
    for place in range(at, at + 8):
        byte = content[place]
        number = number << 7 | byte & 0x7F
        if byte < MORE_FOLLOWS:
            return number, place + 1
    return number << 8 | content[at + 8], at + 9
