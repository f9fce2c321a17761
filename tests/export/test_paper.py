"""Papers have the sizes of their standards, are found as people write them, and are refused when no PDF holds them."""

from __future__ import annotations

from itertools import pairwise

import pytest

from canvasapp.export import PAPERS, ExportError, Orientation
from canvasapp.export.paper import INCH, paper_size, placed
from tests.export.pictures import picture

LYING, UPRIGHT = picture(width=300, height=200), picture(width=200, height=300)


def test_an_a_size_is_half_of_the_one_before() -> None:
    for number in range(5):
        longer, shorter = PAPERS[f"A{number}"]
        assert PAPERS[f"A{number + 1}"] == (shorter, longer // 2)


def test_ansi_and_arch_sizes_double_in_turn() -> None:
    for series in ("ANSI", "Arch"):
        sizes = [PAPERS[f"{series} {letter}"] for letter in "ABCDE"]
        for (longer, shorter), (next_longer, next_shorter) in pairwise(sizes):
            assert (next_longer, next_shorter) == pytest.approx((2 * shorter, longer))


def test_every_named_paper_lies_on_its_long_side() -> None:
    assert all(width > height for width, height in PAPERS.values())


@pytest.mark.parametrize(
    ("typed", "size"),
    [
        ("a0", (1189, 841)),
        ("ansi-d", (34 * INCH, 22 * INCH)),
        ("ARCH E", (48 * INCH, 36 * INCH)),
        ("Letter", (11 * INCH, 8.5 * INCH)),
        ("36x48in", (48 * INCH, 36 * INCH)),
        ("600x400mm", (600, 400)),
        ("400 × 600 mm", (400, 600)),
        ("24.5x36 in", (24.5 * INCH, 36 * INCH)),
    ],
)
def test_a_paper_is_found_as_it_is_written(typed: str, size: tuple[float, float]) -> None:
    assert paper_size(typed) == pytest.approx(size)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("A9", "There is no paper 'A9': choose one of A0, A1"),
        ("600x400", "or write its size as 600x400mm or 24x36in"),
        ("1.2.3x4mm", "There is no paper"),
        ("201x36in", r"longer than a PDF page can be, which is 200 inches \(5080 mm\)"),
        ("600x20mm", "too small"),
    ],
)
def test_a_paper_that_is_none_is_told(typed: str, sentence: str) -> None:
    with pytest.raises(ExportError, match=sentence):
        paper_size(typed)


def test_a_named_paper_lies_as_the_picture_does_unless_told() -> None:
    for sheet, size in ((LYING, (297, 210)), (UPRIGHT, (210, 297))):
        page = placed(sheet, "A4")
        assert (page.width, page.height) == size
    page = placed(LYING, "A4", Orientation.PORTRAIT)
    assert (page.width, page.height, page.scale) == pytest.approx((210, 297, 0.7))
    assert (page.dx, page.dy) == pytest.approx((0, (297 - 140) / 2))


def test_an_own_size_lies_as_the_picture_does_whichever_side_was_written_first() -> None:
    for typed in ("400x600mm", "600x400mm"):
        assert placed(LYING, typed).width == 600
        assert placed(UPRIGHT, typed).width == 400
    assert placed(LYING, "600x400mm", Orientation.PORTRAIT).width == 400
