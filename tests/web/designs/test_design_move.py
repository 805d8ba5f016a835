"""While a design is shown, a function that is moved moves in the design, and not today."""

from __future__ import annotations

import re
from html import unescape

from tests.web.conftest import BAKERY, Said
from tests.web.designs.conftest import DESIGN, Drawing


def address(drawing: Drawing, function: str, chart: str, view: str = "changes") -> str:
    """Return the address under which a function is moved, as the panel's link says it."""
    site = drawing.site
    page = site.page(f"?structure={drawing.key('structure', 'street' + chr(10))}&view={view}")
    box = re.search(rf'id="{view}-function-{function}".*?xlink:href="([^"]+)"', page, re.DOTALL)
    assert box
    panel = site.get(unescape(box[1])).text
    link = re.search(r'href="([^"]+)" data-move', panel)
    assert link
    return f"{unescape(link[1])}&chart={chart}"


def sent(drawing: Drawing, address: str, **typed: str) -> Said:
    """Return what the form of a move sends, with what a person chose in it."""
    form = drawing.site.get(address).text
    hidden = re.findall(r'type="hidden" name="([\w.]+)" value="([^"]*)"', form)
    return {**dict(hidden), **typed}


def test_a_move_by_reporting_lines_is_a_line_of_the_design(drawing: Drawing) -> None:
    drawing.new("add", name="Nights", reports_to="baking", phase="spring")
    with_nights = drawing.text
    to = address(drawing, "counter", "changes")
    assert drawing.send(to, sent(drawing, to, reports_to="nights")) == []
    line = "      - {change: move, function: counter, reports_to: nights, phase: autumn}\n"
    assert drawing.text == with_nights + line
    assert drawing.site.path.read_text(encoding="utf-8").startswith(BAKERY)


def test_a_move_to_an_outcome_keeps_what_a_function_contributes(drawing: Drawing) -> None:
    to = address(drawing, "counter", "after", "after")
    assert drawing.send(to, sent(drawing, to, outcome="desired")) == []
    line = (
        "      - {change: align, function: counter, alignment: {outcome: desired, "
        "contribution: Two tills from six to nine, link: direct}, phase: autumn}\n"
    )
    assert drawing.text == DESIGN + line


def test_a_move_is_refused_when_the_function_moved_meanwhile(drawing: Drawing) -> None:
    to = address(drawing, "counter", "changes")
    said = sent(drawing, to, reports_to="")
    path = drawing.site.path
    line = "      - {change: move, function: counter, phase: autumn}\n"
    path.write_text(path.read_text(encoding="utf-8") + line, encoding="utf-8")
    said |= {"reports_to": "baking"}
    told = drawing.send(to, {**said, "was.reports_to": "books"})
    assert told == ["422", "Shop was moved meanwhile. Look, and move it again."]
    assert drawing.text == DESIGN + line


def test_what_cannot_be_is_told_in_the_panel(drawing: Drawing) -> None:
    to = address(drawing, "baking", "changes")
    assert drawing.send(to, sent(drawing, to, reports_to="counter")) == [
        "422",
        "Baking cannot report to Shop, which reports to Baking. Nothing was moved.",
    ]
    assert drawing.text == DESIGN
