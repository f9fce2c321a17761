"""The images of the board as the window shows them: read and scaled beside the window, kept while they are needed."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage

from canvasapp.painting.images import LEAST, ImageSource, shown_copy

Key = tuple[str, int]
"""The digest of an image and the most pixels its longer side has."""

KEPT_BYTES = 96 << 20
"""How many bytes of pixels are kept; what was shown longest ago goes first."""
LARGEST = 4096
"""The longer side, in pixels, of the largest copy that is made for the screen."""
STILL_SHOWN = 2.0
"""What was painted so many seconds ago is likely to be in view still."""


class ShownImages(QObject):
    """Gives images as `painting.images.Images` does, but never waits: `came` tells when there is a better copy.

    When all that is in view does not fit into what is kept, smaller copies are made from then on.
    """

    came = Signal(str)
    _read = Signal(object)

    def __init__(
        self,
        source: ImageSource,
        kept_bytes: int = KEPT_BYTES,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self._source, self._kept_bytes, self._clock = source, kept_bytes, clock
        self._kept: OrderedDict[Key, QImage | None] = OrderedDict()
        self._painted: dict[Key, float] = {}
        self._wanted: dict[Key, Future[QImage | None]] = {}
        self._largest = LARGEST
        self._reader = ThreadPoolExecutor(1, "images")
        # Queued, as one that is read at once would else come in the midst of painting.
        self._read.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def __call__(self, digest: str, pixels: float) -> QImage | None:
        key = (digest, self._longest(pixels))
        if key not in self._kept:
            self._ask_for(key)
            key = max((each for each in self._kept if each[0] == digest), default=key)
        if key in self._kept:
            self._kept.move_to_end(key)
            self._painted[key] = self._clock()
        return self._kept.get(key)

    def forget(self) -> None:
        """Another board: nothing is wanted any more."""
        for future in self._wanted.values():
            future.cancel()
        self._wanted.clear()
        self._kept.clear()
        self._painted.clear()
        self._largest = LARGEST

    def close(self) -> None:
        """Waits for the image that is being read; none is read after this."""
        self._reader.shutdown(wait=True, cancel_futures=True)

    def _longest(self, pixels: float) -> int:
        longest = LEAST
        while longest < min(pixels, self._largest):
            longest *= 2
        return longest

    def _ask_for(self, key: Key) -> None:
        if key not in self._wanted:
            future = self._reader.submit(shown_copy, self._source, *key)
            self._wanted[key] = future
            future.add_done_callback(partial(self._tell, key))

    def _tell(self, key: Key, future: Future[QImage | None]) -> None:
        """On the reader's thread."""
        if not future.cancelled():
            self._read.emit(key)

    def _take(self, key: Key) -> None:
        future = self._wanted.pop(key, None)
        if future is None:
            return  # it was forgotten meanwhile
        self._kept[key] = future.result()
        self._painted[key] = self._clock()
        self._make_room()
        self.came.emit(key[0])

    def _make_room(self) -> None:
        used = sum(image.sizeInBytes() for image in self._kept.values() if image)
        while used > self._kept_bytes and len(self._kept) > 1:
            key, oldest = self._kept.popitem(last=False)
            used -= oldest.sizeInBytes() if oldest else 0
            if self._clock() - self._painted.pop(key) < STILL_SHOWN:
                self._largest = max(
                    self._largest // 2, LEAST
                )  # or each would push out another for ever
