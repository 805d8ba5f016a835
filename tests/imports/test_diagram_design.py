"""A diagram or a deck that people redrew, coming back as a design."""

import base64
import io
import zlib
from pathlib import Path
from urllib.parse import quote

import pytest
from pptx import Presentation

from orgdesign.documents.exports import ExportOptions, export
from orgdesign.imports import Unreadable, design_from_diagram
from orgdesign.redaction import disclose
from orgdesign.yamlfile import read, read_file

EXAMPLES = Path(__file__).parents[2] / "examples"
NAMES = ["northwind", "hospital", "software"]


@pytest.fixture(scope="module")
def northwind():
    return read_file(EXAMPLES / "northwind.yaml")


def exported(reading, kind):
    ending = {"drawio": "drawio", "deck": "pptx"}[kind]
    return export(disclose(reading.organisation), kind, ending, ExportOptions()).data


@pytest.fixture(scope="module")
def drawn(northwind):
    return exported(northwind, "drawio").decode()


def brought(reading, data, name="Workshop"):
    result = design_from_diagram(reading, data if isinstance(data, bytes) else data.encode(), name)
    if not result.is_changed:
        return result, []
    designs = read(result.data, "x.yaml").organisation.designs.values()
    (design,) = (one for one in designs if one.name == name)
    return result, [(change.kind, change.values) for change in design.changes]


@pytest.mark.parametrize("kind", ["drawio", "deck"])
@pytest.mark.parametrize("name", NAMES)
def test_what_nobody_edited_changes_nothing(name, kind):
    reading = read_file(EXAMPLES / f"{name}.yaml")
    result, changes = brought(reading, exported(reading, kind))
    assert (result.is_changed, result.sentences, changes) == (False, (), [])


def test_a_connector_led_to_another_box_is_a_move(northwind, drawn):
    edited = drawn.replace(
        'source="function-finance" target="function-fraud"',
        'source="function-claims" target="function-fraud"',
    )
    result, changes = brought(northwind, edited)
    assert changes == [("move", {"function": "fraud", "reports_to": "claims"})]
    assert result.sentences == ("Fraud moves from Finance to Claims.",)


@pytest.mark.parametrize(
    "label",
    [
        "Brand &amp;amp; growth",
        "&lt;div&gt;&lt;b&gt;Brand &amp;amp; growth&lt;/b&gt;&lt;/div&gt;More",
        "&lt;b&gt;Brand &amp;amp;&amp;nbsp;growth&lt;/b&gt;&lt;br&gt;what it does",
    ],
)
def test_a_rewritten_box_is_a_rename(northwind, drawn, label):
    start = drawn.index('<object id="function-marketing"')
    end = drawn.index("kind=", start)
    edited = f'{drawn[:start]}<object id="function-marketing" label="{label}" {drawn[end:]}'
    _, changes = brought(northwind, edited)
    assert changes == [("rename", {"function": "marketing", "name": "Brand & growth"})]


def test_a_line_drawn_upwards_counts_as_well(northwind, drawn):
    edited = drawn.replace(
        'source="function-finance" target="function-fraud"',
        'source="function-fraud" target="function-claims"',
        1,
    )
    _, changes = brought(northwind, edited)
    assert changes == [("move", {"function": "fraud", "reports_to": "claims"})]


def test_a_page_that_draw_io_packed_is_read_as_well(northwind, drawn):
    model = drawn[drawn.index("<mxGraphModel") : drawn.index("</mxGraphModel>")]
    model = (model + "</mxGraphModel>").replace(
        'source="function-finance" target="function-fraud"',
        'source="function-claims" target="function-fraud"',
    )
    deflater = zlib.compressobj(wbits=-15)
    data = deflater.compress(quote(model).encode()) + deflater.flush()
    packed = f'<mxfile><diagram id="before">{base64.b64encode(data).decode()}</diagram></mxfile>'
    _, changes = brought(northwind, packed)
    assert changes == [("move", {"function": "fraud", "reports_to": "claims"})]


def test_what_is_no_move_and_no_rename_is_told_and_left(northwind, drawn):
    line = '" source="function-executive" target="function-sales"'
    edited = drawn.replace(line, '" source="" target="function-sales"', 1)
    edited = edited.replace(
        "</root>",
        '<mxCell id="n" value="New team" vertex="1" parent="1"/>'
        '<mxCell id="e" edge="1" source="function-claims" target="function-people"/></root>',
        1,
    )
    result, changes = brought(northwind, edited)
    assert changes == []
    assert result.sentences == (
        "Sales hangs from nothing in the diagram, and was left there.",
        "People hangs from several boxes in the diagram, and was left there.",
        "New team is new in the diagram and was left out; add it to the design.",
    )


def test_a_deck_that_was_edited_comes_back(northwind):
    deck = Presentation(io.BytesIO(exported(northwind, "deck")))
    shapes = {shape.name: shape for shape in _all(deck.slides[2].shapes)}
    shapes["Marketing"].text_frame.paragraphs[0].runs[0].text = "Brand"
    (glued,) = shapes["Finance to Fraud"].element.xpath(".//a:stCxn")
    glued.set("id", str(shapes["Claims"].shape_id))
    with io.BytesIO() as file:
        deck.save(file)
        _, changes = brought(northwind, file.getvalue())
    assert changes == [
        ("rename", {"function": "marketing", "name": "Brand"}),
        ("move", {"function": "fraud", "reports_to": "claims"}),
    ]


def _all(shapes):
    for shape in shapes:
        yield from _all(shape.shapes) if shape.shape_type == 6 else [shape]


def test_today_stays_as_it_is(northwind, drawn):
    edited = drawn.replace('source="function-finance"', 'source="function-claims"')
    result, changes = brought(northwind, edited)
    assert changes
    assert read(result.data, "x.yaml").organisation.functions == northwind.organisation.functions


def test_a_design_of_that_name_is_not_touched(northwind, drawn):
    with pytest.raises(Unreadable, match="already"):
        brought(northwind, drawn, northwind.organisation.designs["outcome-led"].name)


@pytest.mark.parametrize(
    "data",
    [
        "<mxfile><diagram>AAAA</diagram></mxfile>",
        "<mxfile>",
        '<!DOCTYPE x [<!ENTITY a "b">]><mxfile/>',
        "<mxfile><diagram id='before'><mxGraphModel><root/></mxGraphModel></diagram></mxfile>",
        "name,manager\nA,B\n",
    ],
)
def test_what_is_no_diagram_of_it_is_refused_in_a_sentence(northwind, data):
    with pytest.raises(Unreadable):
        brought(northwind, data)
