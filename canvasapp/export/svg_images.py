"""The images of an SVG drawing, each carried inside once, however often it is shown."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from dataclasses import dataclass

from canvasapp.domain.errors import ExpectedError
from canvasapp.painting.images import ImageSource, decoded
from canvasapp.picture.shapes import Image

MEDIA_TYPES = {b"\x89PNG": "image/png", b"\xff\xd8\xff": "image/jpeg", b"GIF8": "image/gif"}
"""By the first bytes of a file."""


@dataclass(frozen=True, slots=True)
class _Carried:
    id: str
    width: int
    height: int
    content: bytes


class SvgImages:
    """Draws images and remembers what the drawing has to carry for them."""

    def __init__(self, source: ImageSource) -> None:
        self._source = source
        self._images: dict[str, _Carried | None] = {}

    def drawn(self, image: Image) -> str | None:
        """The element that shows it; None when it is missing or can not be read."""
        if image.digest not in self._images:
            self._images[image.digest] = self._read(image.digest)
        carried = self._images[image.digest]
        if carried is None:
            return None
        rect = image.rect.fitted(carried.width, carried.height)
        place = f"translate({rect.x:.3f} {rect.y:.3f}) scale({rect.w / carried.width:.9g})"
        return f'<use xlink:href="#{carried.id}" transform="{place}"/>'

    def definitions(self) -> Iterator[str]:
        for each in self._images.values():
            if each is not None:
                data = base64.b64encode(each.content).decode("ascii")
                yield (
                    f'<image id="{each.id}" width="{each.width}" height="{each.height}"'
                    f' xlink:href="data:{_media(each.content)};base64,{data}"/>'
                )

    def _read(self, digest: str) -> _Carried | None:
        try:
            content = self._source(digest)
            image = decoded(content)
        except ExpectedError:
            return None
        return _Carried(f"i{len(self._images)}", image.width(), image.height(), content)


def _media(content: bytes) -> str:
    known = (name for start, name in MEDIA_TYPES.items() if content.startswith(start))
    return next(known, "image")
