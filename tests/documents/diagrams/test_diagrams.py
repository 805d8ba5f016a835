"""Diagrams for draw.io and for wikis: boxes and connectors at our places, every name as written."""

import re
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgdesign.charts import Box, Chart
from orgdesign.documents.chart_set import ChartSet
from orgdesign.documents.diagrams import drawio_file, mermaid_document
from orgdesign.documents.diagrams.drawio import MARGIN
from orgdesign.documents.diagrams.mermaid import _chart
from orgdesign.redaction import Redaction, disclose
from orgdesign.yamlfile import read_file

EXAMPLES = Path(__file__).parents[3] / "examples"


@pytest.fixture(scope="module", params=["northwind", "software"])
def disclosure(request):
    return disclose(read_file(EXAMPLES / f"{request.param}.yaml").organisation)


def test_boxes_stand_at_our_places_and_connectors_end_where_ours_do(disclosure):
    root = ElementTree.fromstring(drawio_file(disclosure))
    for view in ("before", "after"):
        drawing = ChartSet(disclosure).drawing(view)
        page = root.find(f"diagram[@id='{view}']")
        boxes = {item.get("id"): item.find("mxCell/mxGeometry") for item in page.iter("object")}
        assert len(boxes) == len(drawing.cards)
        for placed in drawing.cards:
            there = boxes[placed.card.box.id]
            assert float(there.get("x")) == pytest.approx(placed.x + MARGIN, abs=0.01)
            assert float(there.get("width")) == pytest.approx(placed.card.width, abs=0.01)
        lines = {cell.get("id"): cell for cell in page.iter("mxCell") if cell.get("edge")}
        for line in drawing.lines:
            cell = lines[line.id]
            assert (cell.get("source"), cell.get("target")) == (line.start, line.to)
            assert _end(cell, "entry", boxes[line.to]) == pytest.approx(
                (line.route[-1][0] + MARGIN, line.route[-1][1] + MARGIN), abs=2
            )


def _end(cell, end, box):
    share = {
        axis: float(re.search(f"{end}{axis}=([\\d.]+)", cell.get("style"))[1]) for axis in "XY"
    }
    return (
        float(box.get("x")) + share["X"] * float(box.get("width")),
        float(box.get("y")) + share["Y"] * float(box.get("height")),
    )


def test_what_is_left_out_is_nowhere_in_it():
    organisation = read_file(EXAMPLES / "northwind.yaml").organisation
    left = disclose(organisation, redaction=Redaction(branches=frozenset({"claims"})))
    for data in (drawio_file(left), mermaid_document(left)):
        assert b"Loss adjusting" not in data


@given(st.text(min_size=1).filter(str.strip))
def test_a_name_is_read_as_it_was_written(name):
    chart = Chart("before", "Title", (Box("a", "function", "a", name),))
    label = next(line for line in _chart(chart) if line.startswith("  b0"))
    said = re.fullmatch(r'  b0\["(.*)"\]:::plain', label)[1]
    assert re.sub(r"#(\d+);", lambda found: chr(int(found[1])), said) == " ".join(
        name[:120].split()
    )


def test_a_wiki_page_holds_a_flowchart_for_each_chart(disclosure):
    text = mermaid_document(disclosure).decode()
    assert text.count("```mermaid\nflowchart TD\n") == 2
    names = {f.name for f in disclosure.today.functions.values()}
    shown = {
        unescape(re.sub(r"#(\d+);", lambda found: chr(int(found[1])), label))
        for label in re.findall(r'\["(.*?)"\]', text)
    }
    assert {" ".join(name.split()) for name in names} <= shown
