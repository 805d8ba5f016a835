"""A diagram that was redrawn comes back in the browser as a design, shown before it is written."""

import re
from io import BytesIO
from pathlib import Path

from pptx import Presentation

from orgdesign.documents.diagrams import drawio_file
from orgdesign.documents.exports import ExportOptions, export
from orgdesign.redaction import disclose
from orgdesign.yamlfile import read_file

NORTHWIND = Path(__file__).parents[3] / "examples" / "northwind.yaml"


def sent(site, data, **said):
    form = {"name": "From the workshop", "file": (BytesIO(data), "chart.drawio"), **said}
    return site.post(f"{site.address}/designs/diagram", form)


def redrawn(site):
    organisation = read_file(site.path).organisation
    name = next(reversed(organisation.functions.values())).name
    text = drawio_file(disclose(organisation)).decode()
    return text.replace(f"&lt;b&gt;{name}&lt;/b&gt;", "&lt;b&gt;Ovens&lt;/b&gt;").encode(), name


def test_what_it_changes_is_shown_and_then_written(site):
    data, name = redrawn(site)
    before = site.path.read_bytes()
    page = sent(site, data)
    assert page.status_code == 200
    assert f"{name} is now called Ovens." in page.text
    assert site.path.read_bytes() == before
    fields = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page.text))
    assert (
        site.post(f"{site.address}/designs/diagram", {**fields, "agreed": "1"}).status_code == 303
    )
    (design,) = read_file(site.path).organisation.designs.values()
    assert design.name == "From the workshop"
    assert [change.kind for change in design.changes] == ["rename"]


def test_what_is_no_diagram_is_told(site):
    before = site.path.read_bytes()
    for data in (b"", b"not a diagram", b"<mxfile>"):
        assert sent(site, data).status_code == 422
    assert site.path.read_bytes() == before


def test_a_file_that_changed_meanwhile_is_not_written_over(site):
    page = sent(site, redrawn(site)[0])
    fields = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page.text))
    site.path.write_bytes(site.path.read_bytes() + b"\n# changed\n")
    answer = site.post(f"{site.address}/designs/diagram", {**fields, "agreed": "1"})
    assert answer.status_code == 409
    assert not read_file(site.path).organisation.designs


def test_a_deck_with_a_moved_and_a_renamed_box_comes_back(site):
    site.path.write_bytes(NORTHWIND.read_bytes())
    today = read_file(site.path).organisation
    made = export(disclose(today), "deck", "pptx", ExportOptions()).data
    slides = Presentation(BytesIO(made))
    shapes = {shape.name: shape for shape in every_shape(slides.slides[2].shapes)}
    shapes["Marketing"].text_frame.paragraphs[0].runs[0].text = "Brand"
    (glued,) = shapes["Finance to Fraud"].element.xpath(".//a:stCxn")
    glued.set("id", str(shapes["Claims"].shape_id))
    with BytesIO() as file:
        slides.save(file)
        page = sent(site, file.getvalue(), file=(BytesIO(file.getvalue()), "talk.pptx"))
    assert "Marketing is now called Brand." in page.text
    assert "Fraud moves from Finance to Claims." in page.text
    fields = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page.text))
    assert (
        site.post(f"{site.address}/designs/diagram", {**fields, "agreed": "1"}).status_code == 303
    )
    designs = read_file(site.path).organisation.designs.values()
    (design,) = (one for one in designs if one.name == "From the workshop")
    assert [change.kind for change in design.changes] == ["rename", "move"]


def every_shape(shapes):
    """Yield the shapes of a slide, also those in groups."""
    for shape in shapes:
        yield from every_shape(shape.shapes) if shape.shape_type == 6 else [shape]
