"""What on a picture is content: the text, notes and images for which it is made, and not their grounds and frames."""

from __future__ import annotations

from canvasapp.domain.geometry import Rect
from canvasapp.picture.shapes import Kind, Part, Picture, Text

GROUNDS = (Kind.SHEET, Kind.BLOCK, Kind.LANE)
_DEPTH = 0.27
"""From the last baseline to the foot of its letters, in letter sizes."""


def is_empty(picture: Picture, region: Rect) -> bool:
    """Whether no content lies in `region`, in mm on the picture."""
    return not any(_has_content(part, region) for part in picture.parts)


def text_rect(text: Text) -> Rect | None:
    """What the lines of a text cover, in mm on the picture; None when nothing is written."""
    lines = [line for line in text.lines if line.width]
    if not lines or not text.runs:
        return None
    left = min(line.x for line in lines)
    right = max(line.x + line.width for line in lines)
    top, bottom = lines[0].baseline - text.size, lines[-1].baseline + _DEPTH * text.size
    return Rect(text.at.x + left, text.at.y + top, right - left, bottom - top)


def _has_content(part: Part, region: Rect) -> bool:
    if not part.rect.meets(region):
        return False
    texts = [shape for shape in part.shapes if isinstance(shape, Text)]
    is_drawn = part.kind not in GROUNDS and len(texts) < len(part.shapes)
    covered = (text_rect(text) for text in texts)
    return is_drawn or any(rect is not None and rect.meets(region) for rect in covered)
