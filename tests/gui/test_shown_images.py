"""Images are read beside the window and kept in bounded memory."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from canvasapp.painting.images import ImageError
from canvasapp.view.images import LARGEST, ShownImages
from tests.export.images import encoded, flat

PHOTO = encoded(flat(1024, 512), "PNG")
COPY = 1024 * 512 * 4
"""The bytes of the photo's pixels."""


def test_nothing_waits_for_an_image(qtbot: QtBot) -> None:
    go_on = threading.Event()

    def source(digest: str) -> bytes:
        assert go_on.wait(10)
        return PHOTO

    images = ShownImages(source)
    assert images("tea", 900) is None
    go_on.set()
    with qtbot.waitSignal(images.came) as told:
        pass
    assert told.args == ["tea"]
    shown = images("tea", 900)
    assert shown is not None
    assert shown.width() == 1024
    images.close()


def test_a_smaller_copy_stands_in_for_a_larger_one(qtbot: QtBot) -> None:
    images = ShownImages(lambda _: PHOTO)
    with qtbot.waitSignal(images.came):
        images("tea", 100)
    stand_in = images("tea", 1000)
    assert stand_in is not None
    assert stand_in.width() == 128
    qtbot.waitUntil(lambda: (images("tea", 1000) or stand_in).width() == 1024)
    images.close()


def test_what_can_not_be_read_is_not_tried_again(qtbot: QtBot) -> None:
    asked: list[str] = []

    def source(digest: str) -> bytes:
        asked.append(digest)
        raise ImageError("It is lost.")

    images = ShownImages(source)
    with qtbot.waitSignal(images.came):
        images("tea", 100)
    assert images("tea", 100) is None
    images.close()
    assert asked == ["tea"]


def test_images_that_do_not_fit_together_become_smaller_instead_of_taking_turns(
    qtbot: QtBot,
) -> None:
    images = ShownImages(lambda _: PHOTO, kept_bytes=2 * COPY, clock=lambda: 0.0)
    names = [f"photo {n}" for n in range(5)]

    def all_shown_and_still() -> bool:
        shown = [images(name, LARGEST) for name in names]
        QCoreApplication.processEvents()
        return all(shown) and not images._wanted

    qtbot.waitUntil(all_shown_and_still)
    kept = [image for image in images._kept.values() if image]
    assert sum(image.sizeInBytes() for image in kept) <= 2 * COPY
    images.close()


@pytest.mark.parametrize("step", ["forget", "close"])
def test_an_image_that_comes_too_late_is_nothing(step: str) -> None:
    images = ShownImages(lambda _: PHOTO)
    images("tea", 100)
    if step == "forget":
        images.forget()
    images.close()
    QCoreApplication.processEvents()
    assert (images._kept == {}) is (step == "forget")
