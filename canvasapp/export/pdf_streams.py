"""What fonts of a PDF share: packed streams, and the table that gives codes back as characters."""

from __future__ import annotations

from collections.abc import Mapping

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFStream, PDFZCompress


def stream(data: bytes, **entries: object) -> PDFStream:
    return PDFStream(PDFDictionary(entries), data, filters=[PDFZCompress])


def to_unicode(texts: Mapping[int, str], digits: int = 4) -> bytes:
    """The characters of each code, for codes of so many hexadecimal digits (ISO 32000-1, 9.10.3)."""
    entries = [
        f"<{code:0{digits}X}> <{text.encode('utf-16-be').hex().upper()}>"
        for code, text in texts.items()
    ]
    blocks = [entries[start : start + 100] for start in range(0, len(entries), 100)]
    body = "\n".join(
        f"{len(block)} beginbfchar\n{chr(10).join(block)}\nendbfchar" for block in blocks
    )
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n<{0:0{digits}X}> <{'F' * digits}>\nendcodespacerange\n"
        f"{body}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode("ascii")
