"""Whether an image file goes on to its end: of formats that Qt shows in part, as if nothing were missing."""

from __future__ import annotations

from collections.abc import Callable, Mapping


def is_cut_off(content: bytes, media_type: str) -> bool:
    """Whether the end of an image file that Qt can read is missing."""
    reaches_end = _ENDS.get(media_type)
    return reaches_end is not None and not reaches_end(content)


def _jpeg_ends(content: bytes) -> bool:
    """ITU T.81, annex B: segments up to the scans, behind which "end of image" stands; a thumbnail has its own."""
    at = 2
    while content[at : at + 1] == b"\xff":
        if content[at + 1 : at + 2] == b"\xff":  # fill bytes
            at += 1
            continue
        if content[at + 1 : at + 2] == b"\xda":
            return content.find(b"\xff\xd9", at) >= 0
        at += 2 + int.from_bytes(content[at + 2 : at + 4], "big")
    return False


def _bmp_ends(content: bytes) -> bool:
    """The length stands at offset 2; some programs leave it 0."""
    return int.from_bytes(content[2:6], "little") <= len(content)


def _gif_ends(content: bytes) -> bool:
    """GIF89a: blocks up to the trailer, ";"; an empty sub-block ends those of images and of extensions."""
    at = 13 + _colours(content[10:11])
    while at < len(content) and content[at : at + 1] != b";":
        if content[at : at + 1] == b",":
            at += 11 + _colours(content[at + 9 : at + 10])
        else:
            at += 2
        at = _behind_sub_blocks(content, at)
    return at < len(content)


def _colours(flags: bytes) -> int:
    """The bytes of a colour table."""
    has_table = flags and flags[0] & 0x80
    return 3 << (flags[0] & 7) + 1 if has_table else 0


def _behind_sub_blocks(content: bytes, at: int) -> int:
    while at < len(content) and content[at]:
        at += 1 + content[at]
    return at + 1


_ENDS: Mapping[str, Callable[[bytes], bool]] = {
    "image/jpeg": _jpeg_ends,
    "image/bmp": _bmp_ends,
    "image/gif": _gif_ends,
}
