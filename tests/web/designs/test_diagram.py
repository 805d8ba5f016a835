"""A diagram that was redrawn comes back in the browser as a design, shown before it is written."""

import re
from io import BytesIO

from orgdesign.documents.diagrams import drawio_file
from orgdesign.redaction import disclose
from orgdesign.yamlfile import read_file


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
