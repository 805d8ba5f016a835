"""Text of every script: which way it runs, where it breaks, and what draws it."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from hypothesis import given, settings
from hypothesis import strategies as st

from orgdesign.charts import before
from orgdesign.model import Function
from orgdesign.render import typefaces
from orgdesign.render.dot import dot_text
from orgdesign.render.drawing import compose
from orgdesign.render.fonts import embedded_font_css, one_line, text_width, wrap
from orgdesign.render.scripts import runs_right_to_left, with_direction_mark
from orgdesign.render.typefaces import missing_characters, missing_fonts_advice, typefaces_for
from tests.organisations import CLAIMS, EXECUTIVE, organisation

RARE = "\ua840\ua841"
"""Letters of a script that hardly any machine has a font for."""


@pytest.fixture
def no_fonts(monkeypatch):
    monkeypatch.setattr(typefaces, "font_folders", list)


@pytest.fixture
def fonts_of_ours(monkeypatch, tmp_path: Path) -> Path:
    """A folder with one font, which has the rare letters, each a fifth of an em wide."""
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "ka", "kha"])
    builder.setupCharacterMap(dict(zip(map(ord, RARE), ("ka", "kha"), strict=True)))
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    pen.lineTo((0, 500))
    pen.lineTo((200, 0))
    pen.closePath()
    glyph = pen.glyph()
    builder.setupGlyf(dict.fromkeys((".notdef", "ka", "kha"), glyph))
    builder.setupHorizontalMetrics(dict.fromkeys((".notdef", "ka", "kha"), (200, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Rare Letters", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    builder.save(tmp_path / "RareLetters.ttf")
    monkeypatch.setattr(typefaces, "SYSTEM_FONTS", ())
    monkeypatch.setenv(typefaces.FONTS_VARIABLE, str(tmp_path))
    return tmp_path


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Claims", False),
        ("", False),
        ("24/7", False),
        ("שירות Premium", True),
        ("◆ المدير العام", True),
        ("IT תמיכה", False),
        ("(3) مرات", True),
        ("客室清掃", False),
    ],
)
def test_a_text_runs_as_its_first_strong_letter(text, expected):
    assert runs_right_to_left(text) is expected


def test_a_line_that_begins_in_another_direction_is_marked_as_what_it_is_of():
    assert with_direction_mark("SAP يعمل", right_to_left=True) == "\u200fSAP يعمل"
    assert with_direction_mark("يعمل", right_to_left=True) == "يعمل"
    assert with_direction_mark("תמיכה", right_to_left=False) == "\u200eתמיכה"
    assert with_direction_mark("Claims", right_to_left=False) == "Claims"


def test_japanese_and_chinese_break_between_characters(no_fonts):
    assert wrap("客室清掃の担当", 45, 11) == ("客室清掃", "の担当")


def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(no_fonts):
    assert wrap("客室清掃。担当", 45, 11) == ("客室清", "掃。担当")
    assert wrap("客室清「掃」の", 45, 11) == ("客室清", "「掃」の")


def test_words_of_other_scripts_stay_whole_among_such_characters(no_fonts):
    assert wrap("清掃Northwind清掃", 62, 11) == ("清掃", "Northwind", "清掃")


@given(
    st.text(st.sampled_from("客室、。「」ー清a b-ァ（）"), max_size=40),
    st.floats(30, 120),
)
def test_nothing_is_lost_where_lines_break_between_characters(text, width):
    lines = wrap(text, width, 11)
    assert "".join(lines).replace(" ", "") == one_line(text).replace(" ", "")


def test_what_no_font_has_is_told_with_what_to_install(no_fonts):
    assert missing_characters("Claims 客室 👍 عربي") == "客室👍عربي"
    advice = missing_fonts_advice("Claims 客室 👍")
    assert "客室👍" in advice
    assert "fonts-noto-cjk fonts-noto-color-emoji" in advice
    assert "\n" not in advice
    assert typefaces.FONTS_VARIABLE in advice


def test_nothing_is_said_where_every_character_has_a_font(no_fonts):
    assert missing_fonts_advice("Büros & Empfang → 5 ◆ Ελλάδα \u200d\u00a0") == ""


def test_a_named_folder_of_fonts_is_measured_and_carried(fonts_of_ours):
    (_, found) = typefaces_for(f"Claims {RARE}")
    assert found.path == fonts_of_ours / "RareLetters.ttf"
    assert missing_characters(RARE) == ""
    assert found.advances[ord(RARE[0])] == pytest.approx(0.2)
    assert 'font-family:"Rare Letters"' in embedded_font_css(RARE)


def test_text_in_a_found_font_is_as_wide_as_the_font_says(fonts_of_ours, monkeypatch):
    from orgdesign.render import fonts

    monkeypatch.setattr(fonts, "_ruler", lambda bold: fonts._Ruler(bold, None))
    assert text_width(RARE, 10) == pytest.approx(4.0, rel=0.02)


@settings(max_examples=5)
@given(
    st.lists(
        st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cn", "Zs"]), min_size=1),
        min_size=20,
        max_size=40,
    )
)
def test_what_is_drawn_is_what_was_written(engine, names):
    names = [*names, r"EMEA\North", r"\N\G\E\L\T\H", r"ends in \\", r"\l\n\r", "&amp;\\&lt;"]
    functions = [Function(f"f{number}", name) for number, name in enumerate(names)]
    drawing = compose(before(organisation([*functions, EXECUTIVE, CLAIMS])))
    root = ElementTree.fromstring(engine.draw(dot_text([drawing], lambda box, _: box), "svg"))
    drawn = {g.get("id"): g for g in root.iter("{http://www.w3.org/2000/svg}g")}
    for placed in drawing.cards:
        texts = drawn[placed.card.box.id].iter("{http://www.w3.org/2000/svg}text")
        written = [row.text for row in placed.card.rows if row.text]
        assert [one_line(text.text) for text in texts] == [one_line(line) for line in written]
