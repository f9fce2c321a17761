"""What a file will be, in words."""

from __future__ import annotations

from canvasapp.export.file_order import BoardFile
from canvasapp.export.paper import INCH, placed
from canvasapp.panels.paper.proof import Poster, Proof

PIXELS = ".png"


def print_said(proof: Proof) -> str:
    """How many sheets a print has."""
    sheets = "1 sheet" if proof.sheets == 1 else f"{proof.sheets} sheets"
    maps = "" if not proof.maps else " and 1 map" if proof.maps == 1 else f" and {proof.maps} maps"
    return f"{sheets}{maps}, fonts embedded"


def measures(poster: Poster) -> str:
    """Its size, and how it is cut."""
    size = f"{poster.placement.width:.0f} × {poster.placement.height:.0f} mm"
    if poster.cut is None:
        return size
    scale = f" ({100 * poster.cut.scale:.0f} %)" if round(poster.cut.scale, 2) != 1 else ""
    sheets = f"{len(poster.sheets)} sheets, {poster.cut.columns} × {poster.cut.rows}"
    return f"{size}{scale} · {sheets}"


def picture_said(proof: Proof, file: BoardFile) -> str:
    """How large a picture is, and whether it can be opened again."""
    order = file.order
    page = placed(proof.posters[0].picture, order.paper, order.orientation)
    size = f"{page.width:.0f} × {page.height:.0f} mm"
    if file.suffix == PIXELS:
        per_mm = order.dpi / INCH
        size = f"{page.width * per_mm:,.0f} × {page.height * per_mm:,.0f} pixels"
    carries = file.carries and file.can_carry
    return f"{size}. Opens again as a workshop." if carries else f"{size}."
