"""DOT text is what it was, and no text of the user's means anything to Graphviz."""

import itertools
import re
from dataclasses import replace

import pytest
from graphviz import Source

from orgdesign.charts import after, before, fold
from orgdesign.model import Assessment, Function
from orgdesign.render.dot import curve, dot_text
from orgdesign.render.dot_labels import safe_link, safe_text
from orgdesign.render.drawing import compose
from orgdesign.render.engine import Engine
from orgdesign.render.fonts import text_width
from tests.organisations import CLAIMS, EXECUTIVE, organisation

CORE = replace(
    organisation([replace(CLAIMS, reports_to=None)]),
    assessment=Assessment(power_core_function="claims"),
)


def dot(*charts):
    return dot_text([compose(chart) for chart in charts], lambda box, _is_tab: f"#{box}")


@pytest.mark.parametrize(
    ("name", "chart"),
    [
        ("before.dot", before(organisation())),
        ("power-core.dot", before(CORE)),
        ("after.dot", after(organisation())),
        ("folded.dot", fold(after(organisation()), 1, ["outcome-settled"])),
    ],
)
def test_a_chart_is_written_as_before(snapshot, name, chart):
    snapshot(name, dot(chart))


def test_the_same_organisation_gives_the_same_text():
    assert dot(after(organisation())) == dot(after(organisation()))


def test_two_charts_side_by_side_have_ids_of_their_own():
    ids = re.findall(r' id="?([\w-]+)"?', dot(before(organisation()), after(organisation())))
    assert len(ids) == len(set(ids)) > 20


@pytest.mark.parametrize("kind", ["library", "program"])
def test_both_engines_draw_a_chip_around_its_words(kind):
    with Engine(kinds=(kind,)) as engine:
        svg = engine.draw(dot(before(CORE)), "svg").decode()
    chip = re.search(r'<polygon[^>]*points="([^"]*)"/>\s*<text([^>]*)>Power core<', svg)
    ground, text = chip.groups()
    xs, ys = zip(*(map(float, point.split(",")) for point in ground.split()), strict=True)
    x, y = (float(re.search(rf' {axis}="([^"]*)"', text)[1]) for axis in "xy")
    assert min(xs) < x
    assert x + text_width("Power core", 9, bold=True) < max(xs)
    assert min(ys) + 6 < y < max(ys)


HOSTILE = [
    r"\N and \G",
    "ends in a backslash\\",
    "<b>bold</b> & <IMG SRC='/etc/passwd'/>",
    "&amp; &lt;",
    "\"quoted\" 'quoted'",
    "<<TABLE>>",
    "a:b:c",
    "line\nbreak\x00\x1b[31m",
    "]; evil [label=x",
    "--> /* */ // #",
    "\u202eright to left\u202c مكتب 東京 👩‍👩‍👧",
    "x" * 20_000,
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_draws_as_text(text, engine):
    chart = before(organisation([Function("x", text), *[EXECUTIVE, CLAIMS]]))
    svg = engine.draw(dot(chart), "svg").decode()
    assert svg.count('class="node function') == 3
    assert "<image" not in svg
    assert svg.count("<script") == 0


def test_text_is_escaped_and_controls_are_shown_as_unreadable():
    assert safe_text("<b>&\x00") == "&lt;b&gt;&amp;\N{REPLACEMENT CHARACTER}"


def test_a_link_has_nothing_that_graphviz_reads():
    assert safe_link('/o/1?a=b&c=d#e"\\N') == "/o/1?a=b&c=d#e__N"


ALLOWED = {
    *("pad", "outputorder", "bgcolor", "splines", "notranslate", "charset", "fontsize", "shape"),
    *("fixedsize", "margin", "fontname", "arrowhead", "penwidth", "label", "pos", "width"),
    *("height", "style", "color", "fillcolor", "id", "URL", "class"),
}


def test_only_attributes_that_read_no_file_are_written():
    source = re.sub(r"label=<<.*>>", "label=x", dot(fold(after(organisation()), 1)))
    assert set(re.findall(r'[\[ ](\w+)=(?:"|[\w#.-])', source)) <= ALLOWED


def test_a_corner_is_rounded_and_a_curve_has_the_points_that_graphviz_wants():
    points = curve([(0, 0), (0, 50), (80, 50)]).split()
    assert len(points) % 3 == 1
    assert "0.00,-43.00" in points
    assert "7.00,-50.00" in points
    assert points[0] == "0.00,0.00"


def test_corners_closer_than_their_rounding_stay_on_the_way():
    points = [tuple(map(float, p.split(","))) for p in curve([(0, 0), (0, 4), (4, 4)]).split()]
    for (x1, y1), (x2, y2) in itertools.pairwise(points):
        assert abs(x1 - x2) <= 4
        assert abs(y1 - y2) <= 4


def test_the_text_is_one_that_the_graphviz_package_reads():
    assert Source(dot(before(organisation()))).source.startswith('digraph "before" {')
