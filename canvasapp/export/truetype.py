"""Joins glyphs of a TrueType font into composite glyphs (OpenType 1.9, `glyf`, `loca`, `hmtx`, `maxp`)."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

ARGS_ARE_WORDS, ARGS_ARE_XY, MORE_COMPONENTS = 0x0001, 0x0002, 0x0020
WHOLE_SUM = 0xB1B0AFBA
"""What the words of a font file add up to."""

NEEDED = ("cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep")

FARTHEST, MOST_COMPONENTS = 16_000, 16
"""How far glyphs may be moved in a composite, in font units, and how many there may be: the tables hold 16 bits."""

Metric = tuple[int, int]
"""Advance width and left side bearing in font units."""


@dataclass(frozen=True, slots=True)
class Component:
    """A glyph moved by (dx, dy) font units, y upwards."""

    glyph: int
    dx: int
    dy: int


@dataclass(frozen=True, slots=True)
class Composite:
    """Several glyphs that are drawn as one, and how far the next one stands from it, in font units."""

    components: tuple[Component, ...]
    advance: int


def can_join(components: Sequence[Component]) -> bool:
    """Whether a composite of these glyphs is one that a font can hold."""
    near = all(max(abs(each.dx), abs(each.dy)) <= FARTHEST for each in components)
    return near and len(components) <= MOST_COMPONENTS


def with_composites(tables: Mapping[str, bytes], composites: Sequence[Composite]) -> bytes:
    """A font file of `tables` with `composites` as new glyphs behind the ones it has."""
    made = {tag: tables[tag] for tag in NEEDED if tables.get(tag)}
    if composites:
        made.update(_joined(tables, composites))
    return _font_file(made)


def metrics(tables: Mapping[str, bytes]) -> list[Metric]:
    """Advance and left side bearing of every glyph."""
    (count,) = struct.unpack_from(">H", tables["maxp"], 4)
    (long,) = struct.unpack_from(">H", tables["hhea"], 34)
    pairs = list(struct.iter_unpack(">Hh", tables["hmtx"][: 4 * long]))
    bearings = struct.unpack_from(f">{count - long}h", tables["hmtx"], 4 * long)
    return pairs + [(pairs[-1][0], bearing) for bearing in bearings]


def _joined(tables: Mapping[str, bytes], composites: Sequence[Composite]) -> dict[str, bytes]:
    outlines = _outlines(tables)
    places = metrics(tables)
    for composite in composites:
        outline = _composite(composite, outlines)
        outlines.append(outline)
        bearing = struct.unpack_from(">h", outline, 2)[0] if outline else 0
        places.append((composite.advance, bearing))
    glyf, loca = _packed(outlines)
    return {
        "glyf": glyf,
        "loca": loca,
        "hmtx": b"".join(struct.pack(">Hh", *place) for place in places),
        "head": _patched(tables["head"], 50, 1),  # long offsets in loca
        "hhea": _patched(tables["hhea"], 34, len(places)),
        "maxp": _limits(tables["maxp"], len(outlines), composites),
    }


def _outlines(tables: Mapping[str, bytes]) -> list[bytes]:
    glyf, loca = tables["glyf"], tables["loca"]
    long = struct.unpack_from(">h", tables["head"], 50)[0]
    if long:
        offsets = [offset for (offset,) in struct.iter_unpack(">I", loca)]
    else:
        offsets = [2 * offset for (offset,) in struct.iter_unpack(">H", loca)]
    return [glyf[start:end] for start, end in pairwise(offsets)]


def _composite(composite: Composite, outlines: Sequence[bytes]) -> bytes:
    inked = [each for each in composite.components if outlines[each.glyph]]
    if not inked:
        return b""
    boxes = [_box(each, outlines[each.glyph]) for each in inked]
    left, bottom, right, top = zip(*boxes, strict=True)
    outline = struct.pack(">5h", -1, min(left), min(bottom), max(right), max(top))
    for number, each in enumerate(inked, start=1):
        more = MORE_COMPONENTS if number < len(inked) else 0
        flags = ARGS_ARE_WORDS | ARGS_ARE_XY | more
        outline += struct.pack(">HHhh", flags, each.glyph, each.dx, each.dy)
    return outline


def _box(component: Component, outline: bytes) -> tuple[int, int, int, int]:
    left, bottom, right, top = struct.unpack_from(">4h", outline, 2)
    dx, dy = component.dx, component.dy
    return left + dx, bottom + dy, right + dx, top + dy


def _packed(outlines: Sequence[bytes]) -> tuple[bytes, bytes]:
    """The tables glyf and loca."""
    glyf, offsets = bytearray(), [0]
    for outline in outlines:
        glyf += outline + b"\0" * (-len(outline) % 4)
        offsets.append(len(glyf))
    return bytes(glyf), struct.pack(f">{len(offsets)}I", *offsets)


def _limits(maxp: bytes, count: int, composites: Sequence[Composite]) -> bytes:
    values = list(struct.unpack(">I14H", maxp[:32]))
    most = max(len(each.components) for each in composites)
    points, contours = values[2:4]
    values[1] = count
    values[4] = min(0xFFFF, most * max(points, values[4]))  # points of a composite
    values[5] = min(0xFFFF, most * max(contours, values[5]))
    values[13] = max(values[13], most)
    values[14] += 1  # a component may be composite itself
    return struct.pack(">I14H", *values)


def _patched(table: bytes, offset: int, value: int) -> bytes:
    return table[:offset] + struct.pack(">H", value) + table[offset + 2 :]


def _font_file(tables: Mapping[str, bytes]) -> bytes:
    head = tables["head"]
    tables = {
        **tables,
        "head": head[:8] + bytes(4) + head[12:],
    }  # its sum is taken without the file's
    power = len(tables).bit_length() - 1
    rest = (len(tables) - (1 << power)) * 16
    directory = struct.pack(">IHHHH", 0x00010000, len(tables), 16 << power, power, rest)
    start, body, places = len(directory) + 16 * len(tables), b"", {}
    for tag, table in sorted(tables.items()):
        padded = table + bytes(-len(table) % 4)
        places[tag] = start + len(body)
        directory += struct.pack(">4sIII", tag.encode(), _sum(padded), places[tag], len(table))
        body += padded
    file = bytearray(directory + body)
    struct.pack_into(">I", file, places["head"] + 8, (WHOLE_SUM - _sum(file)) & 0xFFFFFFFF)
    return bytes(file)


def _sum(padded: bytes | bytearray) -> int:
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}I", padded)
    return sum(words) & 0xFFFFFFFF
