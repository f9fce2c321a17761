"""What a PDF tells of itself: its information dictionary and the same as XMP (ISO 32000-1, 14.3; ISO 16684-1)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFName, PDFStream, PDFString

from canvasapp.export.exporter import ExportOptions
from canvasapp.picture.shapes import Picture

CREATOR = "canvasapp"
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 can not hold."""
_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
{}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>
"""


def add_metadata(
    document: PDFDocument, pictures: Sequence[Picture], options: ExportOptions
) -> None:
    """Title, author, subject, language and the program; no times, as the same board gives the same file."""
    title, language = options.title or pictures[0].title, pictures[0].language
    entries = {
        "Title": title,
        "Author": options.author,
        "Subject": options.subject,
        "Creator": CREATOR,
    }
    document.info = PDFDictionary({key: PDFString(text) for key, text in entries.items() if text})
    document.Catalog.Lang = PDFString(language)
    kinds = PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")})
    packet = PDFStream(kinds, xmp_packet(title, language, options).encode("utf-8"))
    packet.filters = []  # read by programs that know no PDF
    document.Catalog.Metadata = packet


def xmp_packet(title: str, language: str, options: ExportOptions) -> str:
    """The metadata as the text of an XMP packet."""
    entries = [
        f"<dc:format>application/pdf</dc:format>{_list('title', 'Alt', title)}",
        _list("creator", "Seq", options.author),
        _list("description", "Alt", options.subject),
        _list("language", "Bag", language),
        f"<xmp:CreatorTool>{CREATOR}</xmp:CreatorTool>",
    ]
    return _PACKET.format("\n".join(each for each in entries if each))


def _list(name: str, kind: str, text: str) -> str:
    if not text:
        return ""
    language = ' xml:lang="x-default"' if kind == "Alt" else ""
    clean = escape(_FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text))
    item = f"<rdf:li{language}>{clean}</rdf:li>"
    return f"<dc:{name}><rdf:{kind}>{item}</rdf:{kind}></dc:{name}>"
