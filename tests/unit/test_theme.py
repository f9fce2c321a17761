"""Every colour that carries words can be read on every ground it is used on."""

import pytest

from canvasapp.domain.template import Perspective
from canvasapp.picture.theme import (
    CONTRAST,
    LIGHT,
    NOTE_INK,
    NOTE_MARK,
    THEMES,
    Theme,
    contrast_ratio,
    mix,
)

READABLE = 4.5
VISIBLE = 3.0

theme_by_name = pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)


def test_black_on_white_has_the_highest_ratio_there_is():
    assert contrast_ratio("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast_ratio("#123456", "#123456") == pytest.approx(1.0)


def test_the_order_of_the_two_colours_does_not_matter():
    assert contrast_ratio("#5b3fc4", "#faf9f7") == contrast_ratio("#faf9f7", "#5b3fc4")


def test_mixing_goes_from_one_colour_to_the_other():
    assert mix("#000000", "#ffffff", 0.0) == "#ffffff"
    assert mix("#000000", "#ffffff", 1.0) == "#000000"
    assert mix("#ff0000", "#0000ff", 0.5) == "#800080"


@theme_by_name
def test_words_can_be_read_on_every_plain_ground(theme: Theme):
    grounds = (theme.desk, theme.panel, theme.raised, theme.sheet, theme.hover, theme.press)
    for ink in (theme.ink, theme.ink2, theme.ink3):
        assert min(contrast_ratio(ink, ground) for ground in grounds) >= READABLE


@theme_by_name
def test_signal_colours_can_be_read_where_they_are_allowed(theme: Theme):
    grounds = (theme.panel, theme.raised, theme.sheet, theme.hover)
    for ink in (theme.accent, theme.gap, theme.ok, theme.warn, theme.danger):
        assert min(contrast_ratio(ink, ground) for ground in grounds) >= READABLE


@theme_by_name
def test_signal_colours_can_be_read_on_their_soft_ground(theme: Theme):
    pairs = (
        (theme.accent, theme.accent_soft),
        (theme.gap, theme.gap_soft),
        (theme.warn, theme.warn_soft),
    )
    assert min(contrast_ratio(ink, ground) for ink, ground in pairs) >= READABLE


@theme_by_name
def test_buttons_and_field_borders_stand_out(theme: Theme):
    assert contrast_ratio(theme.on_ink, theme.ink) >= READABLE
    assert contrast_ratio(theme.on_accent, theme.accent) >= READABLE
    assert contrast_ratio(theme.field, theme.raised) >= VISIBLE


@theme_by_name
@pytest.mark.parametrize("perspective", Perspective)
def test_a_perspective_can_be_read_on_its_tint_and_on_the_sheet(
    theme: Theme, perspective: Perspective
):
    view = theme.view(perspective)
    for ground in (view.tint, theme.sheet, theme.raised, theme.panel):
        assert contrast_ratio(view.ink, ground) >= READABLE


@theme_by_name
@pytest.mark.parametrize("slot", [None, *range(1, 12)])
def test_a_note_and_its_chip_can_be_read_in_every_party_colour(theme: Theme, slot: int | None):
    colours = theme.party(slot)
    assert contrast_ratio(NOTE_INK, colours.paper) >= READABLE
    assert contrast_ratio(NOTE_MARK, colours.paper) >= READABLE
    assert contrast_ratio(colours.chip_ink, colours.chip) >= READABLE


def test_slots_that_share_a_hue_differ_by_their_hatched_corner():
    hatched = [slot for slot in range(1, 9) if LIGHT.party(slot).hatched]
    assert hatched == [6, 7, 8]


@theme_by_name
def test_twenty_four_parties_differ_by_more_than_their_letters(theme: Theme):
    seen = {
        (colours.chip, colours.stripes) for colours in (theme.party(slot) for slot in range(1, 25))
    }
    assert len(seen) == 24


def test_on_white_paper_a_bar_shows_whose_a_note_is():
    assert CONTRAST.party(2).bar == CONTRAST.party(2).chip
    assert CONTRAST.party(None).bar is None
    assert LIGHT.party(2).bar is None


def test_high_contrast_puts_every_note_on_white_paper_with_a_black_edge():
    for slot in (None, *range(1, 9)):
        assert CONTRAST.party(slot).paper == "#ffffff"
        assert CONTRAST.party(slot).edge == "#000000"
