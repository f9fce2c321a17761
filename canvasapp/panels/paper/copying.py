"""A picture on the clipboard, as large as mails and slides take it."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from canvasapp.domain.geometry import Rect
from canvasapp.painting import ImageSource, ScaledImages
from canvasapp.picture.shapes import Picture
from canvasapp.view.picture_copy import painted


def copy_picture(picture: Picture, source: ImageSource) -> None:
    """The whole of it, at the resolution of what is copied on the board."""
    whole = Rect(0.0, 0.0, picture.width, picture.height)
    image = painted(list(picture.parts), whole, ScaledImages(source))
    QGuiApplication.clipboard().setImage(image)
