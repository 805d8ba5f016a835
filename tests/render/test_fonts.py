"""Text measured and wrapped with the shipped font, on any machine the same."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgdesign.problems import OrgdesignError
from orgdesign.render import fonts, typefaces
from orgdesign.render.fonts import embedded_font_css, text_width, wrap

FAMILY = "👩‍👩‍👧"
FLAG = "🇧🇷"


@pytest.mark.parametrize("bold", [False, True])
def test_text_grows_with_its_size(bold):
    assert text_width("Claims", 22, bold) == pytest.approx(2 * text_width("Claims", 11, bold))


def test_bold_text_is_wider():
    assert text_width("Claims", 11, bold=True) > text_width("Claims", 11)


def test_a_letter_is_as_wide_as_the_font_says():
    assert text_width("a", 2048) == pytest.approx(1150, rel=0.011)


@pytest.mark.parametrize(
    ("text", "ems"), [("客", 1.0), ("👍", 1.4), ("ع", 0.7), ("\u0301", 0.0), (FAMILY, 4.2)]
)
def test_characters_that_the_font_lacks_are_estimated(text, ems):
    assert sum(map(fonts._estimate, text)) == pytest.approx(ems)


def test_text_breaks_at_spaces():
    assert wrap("Claims handling and settlement", 90, 11) == ("Claims handling", "and settlement")


def test_text_that_fits_stays_on_one_line():
    assert wrap("Claims", 90, 11) == ("Claims",)


def test_no_text_is_no_line():
    assert wrap("  \n", 90, 11) == ()


def test_a_long_word_breaks_at_its_hyphens_and_slashes_first():
    assert wrap("customer-experience/loyalty", 90, 11) == ("customer-", "experience/", "loyalty")


def test_a_longer_word_breaks_anywhere():
    assert wrap("Donaudampfschifffahrt", 60, 11) == ("Donaudam", "pfschifffah", "rt")


def test_text_of_too_many_lines_ends_in_an_ellipsis():
    assert wrap("Claims handling and settlement", 60, 11, lines=2) == ("Claims", "handling…")


def test_a_name_on_one_line_shows_as_much_as_fits():
    assert wrap("customer-experience", 90, 11, lines=1) == ("customer-exp…",)


@pytest.mark.parametrize("whole", [FAMILY, FLAG, "e\u0301", "❤️", "👍🏽", "नि"])
def test_what_readers_see_as_one_character_is_never_split(whole):
    assert set(wrap(whole * 6, text_width(whole, 11) * 2.5, 11)) == {whole * 2}


def test_line_breaks_and_control_characters_become_spaces():
    assert wrap("Claims\n\thandling\x07 desk", 500, 11) == ("Claims handling desk",)


@given(
    st.text(st.characters(codec="utf-8"), max_size=60),
    st.floats(25, 300),
    st.sampled_from([None, 1, 2, 3]),
)
def test_no_line_is_wider_than_asked_and_nothing_is_lost(text, width, lines):
    wrapped = wrap(text, width, 11, lines=lines)
    clusters = [line for line in wrapped if text_width(line, 11) > width]
    assert all(len(list(fonts._characters(line))) == 1 for line in clusters)
    if lines is None:
        assert re.sub(" ", "", "".join(wrapped)) == re.sub(" ", "", fonts.one_line(text))
    else:
        assert len(wrapped) <= lines


def test_an_svg_file_carries_the_glyphs_it_uses_in_both_weights():
    css = embedded_font_css("Claims")
    assert re.findall(r'font-family:"Inter";font-weight:(\d+)', css) == ["400", "700"]
    assert css.count("data:font/woff2;base64,") == 2
    assert len(css) < len(embedded_font_css("Καλημέρα")) < 25_000


def test_texts_in_everyday_letters_share_what_is_embedded():
    assert embedded_font_css("Claims") == embedded_font_css("Vans & 42%")
    assert embedded_font_css("Käse") == embedded_font_css("säKe") != embedded_font_css("Kase")


def test_missing_fonts_say_how_to_build_them(monkeypatch, tmp_path):
    monkeypatch.setattr(typefaces, "folder", lambda name: tmp_path / name)
    with pytest.raises(OrgdesignError, match="npm run build"):
        fonts.font_folder()
