"""Sheets as Graphviz draws them."""

from xml.etree import ElementTree

import pytest

from orgdesign.plates import PLATES, draw_sheet, plate_sheets, sheet_element
from orgdesign.plates.sheet import Link, Ribbon, Sheet, Strand, Table, Text

SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}"
ODD = r"A\North <b> & “\E” \N {x}"


def _sheet(*marks):
    return Sheet("odd", "Title", "About", 300, 200, marks, Table((), ()))


def _text(said, link=None):
    return Text(10, 10, 200, said, 9, "#000000", link=link)


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


@pytest.mark.parametrize("plate", PLATES)
@pytest.mark.parametrize("picture", ["svg", "pdf", "png"])
def test_every_plate_is_drawn_in_every_format(example, engine, plate, picture):
    (sheet, *_) = plate_sheets(plate, example("northwind"))
    drawn = draw_sheet(sheet, engine, picture)
    assert drawn.startswith({"svg": b"<?xml", "pdf": b"%PDF", "png": b"\x89PNG"}[picture])


@pytest.mark.parametrize("plate", PLATES)
def test_the_same_plate_is_the_same_file(example, engine, plate):
    once, twice = (plate_sheets(plate, example("software"))[0] for _ in range(2))
    assert draw_sheet(once, engine, "svg") == draw_sheet(twice, engine, "svg")
