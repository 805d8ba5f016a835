"""What no font of the machine has is told before a picture is made."""

import pytest

from orgdesign.render import typefaces
from tests.web.conftest import BAKERY


@pytest.fixture
def no_fonts(monkeypatch):
    monkeypatch.setattr(typefaces, "font_folders", lambda: ())


@pytest.mark.parametrize("page", ["", "/export", "/plates/alluvial"])
def test_characters_without_a_font_are_told_on_the_page(site, no_fonts, page):
    site.path.write_text(BAKERY.replace("Counter", "窓口"), encoding="utf-8")
    said = site.get(site.address + page).text
    assert "No font on this machine has" in said
    assert "fonts-noto-cjk" in said


@pytest.mark.parametrize("page", ["", "/export", "/plates/alluvial"])
def test_nothing_is_said_where_all_have_one(site, no_fonts, page):
    assert "No font on this machine" not in site.get(site.address + page).text
