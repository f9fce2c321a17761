"""Pictures to export: small ones made by hand, and the worked example."""

from __future__ import annotations

from functools import cache
from io import BytesIO

from canvasapp.domain.geometry import Point, Rect
from canvasapp.edits.example import example_workshop
from canvasapp.export import ExportOptions
from canvasapp.export.pdf import write_pdf
from canvasapp.picture.board_picture import board_picture
from canvasapp.picture.options import PictureOptions, Questions
from canvasapp.picture.shapes import Box, Kind, Part, Picture, Shape, Text
from canvasapp.picture.words import words
from canvasapp.templates import load_templates
from canvasapp.text.fonts import Style
from canvasapp.text.layout import lay_out

MM = 25.4 / 72
"""Millimetres in a point."""

SCRIPTS = {
    "latin": "Efficient offices: local bread every morning before seven",
    "greek": "Η γειτόνισσα φέρνει φρέσκο ψωμί κάθε πρωί",
    "cyrillic": "Соседка приносит свежий хлеб каждое утро",
    "arabic": "تأتي الممرضة إلى البيت مرتين في الأسبوع",
    "hebrew": "האחות מגיעה הביתה פעמיים בשבוע",
    "devanagari": "क्षत्रिय ज्ञान विद्यार्थी प्रार्थना कृपया",
    "thai": "น้ำชื่อที่นี่ผู้ใหญ่เกี๊ยว",
    "chinese": "护士每周上门两次",
    "japanese": "毎朝七時前に地元のパンをお届けします",
    "korean": "이웃이 서로 장보기를 도와줍니다",
    "combining": "e\u0301le\u0300ve q\u0307uick s\u0323h\u0331r\u0325 m\u0303\u0301",
    "pointed": "שָׁלוֹם לְכֻלָּם",
    "vocalised": "مُحَمَّدٌ يَقْرَأُ كِتَابًا",
    "emoji": "great 👍 work 👩‍🔧 team",
}


def text(string: str, at: Point = Point(0, 0), size: float = 9.0, width: float = 110.0) -> Text:  # noqa: B008
    return words(at, lay_out(string, width, size, Style.NOTE), "#1d1c1a")


def note(string: str, x: float = 20.0, y: float = 20.0, *more: Shape) -> Part:
    rect = Rect(x, y, 120, 90)
    paper = Box(rect, 1.6, fill="#ffe999", stroke="#b3a36b", width=0.35)
    return Part(
        Kind.NOTE,
        f"note at {x} {y}",
        string,
        rect,
        (paper, text(string, Point(x + 5, y + 4)), *more),
    )


def drawing(*shapes: Shape) -> Part:
    return Part(Kind.LINK, "drawing", "", Rect(0, 0, 300, 200), shapes)


def picture(*parts: Part, width: float = 300.0, height: float = 200.0) -> Picture:
    return Picture(width, height, "A small sheet", "en", parts)


@cache
def example(canvas: str = "service-logic-bmc", questions: Questions = Questions.ALL) -> Picture:
    board = example_workshop(load_templates(), canvas).boards_in_order()[0]
    return board_picture(board, PictureOptions(questions=questions, workshop="Home Care Together"))


def pdf(*pictures: Picture, options: ExportOptions = ExportOptions()) -> bytes:  # noqa: B008
    stream = BytesIO()
    write_pdf(pictures, stream, options)
    return stream.getvalue()
