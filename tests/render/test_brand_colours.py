"""A company's colours, mended so that all can read them and tell them apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgdesign.model import Brand, BrandColours
from orgdesign.render import style
from orgdesign.render.brand_colours import APART, DARK, READABLE, brand_palette
from orgdesign.render.colour_sight import SIGHTS, contrast, difference, least_difference

colours = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06x}")


def test_contrast_is_that_of_wcag():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_red_and_green_are_near_each_other_for_some():
    red, green = "#c8402e", "#7a7a1e"
    assert difference(red, green, SIGHTS["protanopia"]) < difference(red, green) / 2


def test_a_colour_that_can_be_read_stays():
    palette = brand_palette(Brand(BrandColours(primary="#12326b", accent="#1a5fb4")))
    assert (palette.primary, palette.accent, palette.mended) == ("#12326b", "#1a5fb4", ())


@given(colours)
def test_every_colour_can_be_read_and_told_from_gaps(colour):
    palette = brand_palette(Brand(BrandColours(colour, colour, colour)))
    for used in (palette.primary, palette.accent, palette.ink):
        assert contrast(used, style.PAPER) >= READABLE
        assert least_difference(used, style.GAP.strong) >= APART
    assert contrast(palette.bright, DARK) >= READABLE


def test_what_is_mended_is_told():
    (said,) = brand_palette(Brand(BrandColours(accent="#ffe14d"))).mended
    assert said.startswith("Accent #ffe14d is used as #")
    assert "too pale" in said
    (red,) = brand_palette(Brand(BrandColours(accent=style.GAP.strong))).mended
    assert "red of gaps" in red
