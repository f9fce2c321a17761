"""Paints pictures with Qt: the one way by which the screen, the wall and PNG files show them."""

from canvasapp.painting.images import ImageError, Images, ImageSource, ScaledImages, no_images
from canvasapp.painting.qt_painter import PicturePainter

__all__ = ["ImageError", "ImageSource", "Images", "PicturePainter", "ScaledImages", "no_images"]
