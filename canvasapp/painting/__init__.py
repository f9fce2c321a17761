"""Paints pictures with Qt: the one way by which the screen, the wall and PNG files show them."""

from canvasapp.painting.qt_painter import ImageSource, PicturePainter

__all__ = ["ImageSource", "PicturePainter"]
