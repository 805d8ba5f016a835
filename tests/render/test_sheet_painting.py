"""Sheets as Graphviz draws them."""

from xml.etree import ElementTree

import pytest

from orgdesign.render import Engine
from orgdesign.render.sheet import Link, Ribbon, Sheet, SheetTable, SheetText, Strand
from orgdesign.render.sheet_painting import draw_sheet, sheet_element

SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}"
ODD = r"A\North <b> & “\E” \N {x}"


@pytest.fixture(scope="module")
def engine():
    with Engine() as engine:
        yield engine


def _sheet(*marks):
    return Sheet("odd", "Title", "About", 300, 200, marks, SheetTable((), ()))


def _text(said, link=None):
    return SheetText(10, 10, 200, said, 9, "#000000", link=link)


def test_text_is_drawn_as_it_is_written(engine):
    root = ElementTree.fromstring(draw_sheet(_sheet(_text(ODD)), engine, "svg"))
    assert [text.text for text in root.iter(f"{SVG}text")] == [ODD]


def test_a_file_says_what_it_is(engine):
    root = ElementTree.fromstring(draw_sheet(_sheet(_text("x")), engine, "svg"))
    assert [root[0].text, root[1].text] == ["Title", "About"]


def test_marks_lead_where_they_are_asked_to_and_say_what_they_are(engine):
    link = Link("function", "claims", 'Claims: "120" & more')
    svg = sheet_element(_sheet(_text("Claims", link)), engine, lambda link: f"/f/{link.subject}")
    anchors = [*ElementTree.fromstring(svg).iter(f"{SVG}a")]
    assert [anchor.get(f"{XLINK}href") for anchor in anchors] == ["/f/claims"]
    assert [anchor.get(f"{XLINK}title") for anchor in anchors] == [link.hint]


def test_any_number_of_ribbons_is_drawn_below_the_strands(engine):
    ribbons = [Ribbon(10, n, n + 1, 200, n + 2, n + 3, "#0f766e55") for n in range(150)]
    strand = Strand(10, 50, 200, 60, 3, "#00000000", Link("function", "a", "A"))
    root = ElementTree.fromstring(draw_sheet(_sheet(*ribbons, strand), engine, "svg"))
    paths = [*root.iter(f"{SVG}path")]
    assert len(paths) == 151
    assert paths[-1].get("stroke-width") == "3"


@pytest.mark.parametrize(
    ("align", "anchor", "x"),
    [("left", "start", 10), ("centre", "middle", 110), ("right", "end", 210)],
)
def test_text_is_held_where_it_is_aligned_to(engine, align, anchor, x):
    text = SheetText(10, 10, 200, "Claims", 9, "#000000", align=align)
    root = ElementTree.fromstring(draw_sheet(_sheet(text), engine, "svg"))
    (drawn,) = root.iter(f"{SVG}text")
    assert drawn.get("text-anchor", "start") == anchor
    assert float(drawn.get("x")) == pytest.approx(x, abs=0.5)
