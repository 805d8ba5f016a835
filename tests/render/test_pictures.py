"""Charts drawn by the real engine: as files, and as parts of a page."""

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from orgdesign.charts import after, before, fold
from orgdesign.render import chart_svg, compose_chart, draw_charts, unchanged_branches
from orgdesign.render.drawing import compose
from tests.organisations import CLAIMS, EXECUTIVE, organisation

SVG = "{http://www.w3.org/2000/svg}"
HREF = "{http://www.w3.org/1999/xlink}href"


def link(box: str, is_tab: bool) -> str:
    return f"?{'open' if is_tab else 'show'}={box}"


def nodes(svg: str | bytes):
    root = ElementTree.fromstring(svg)
    return {g.get("id"): g for g in root.iter(f"{SVG}g") if "node" in g.get("class", "").split()}


def test_every_box_has_an_id_a_class_a_link_a_tooltip_and_a_title(engine):
    drawn = nodes(draw_charts([after(organisation())], engine, "svg"))
    assert set(drawn) == {box.id for box in after(organisation()).boxes}
    claims = drawn["function-claims"]
    said = "Claims. Decides and pays on the first call. Accountable: Claims Director (vacant)"
    anchor = next(claims.iter(f"{SVG}a"))
    assert claims.get("class") == "node function function-claims"
    assert claims.find(f"{SVG}title").text == said
    assert anchor.get("{http://www.w3.org/1999/xlink}title") == "Claims"
    assert anchor.get(HREF) == "#function-claims"


def test_a_svg_file_carries_its_title_and_its_font(engine):
    root = ElementTree.fromstring(draw_charts([before(organisation())], engine, "svg"))
    assert root.find(f"{SVG}title").text == "Northwind: before"
    style = root.find(f"{SVG}style").text
    assert style.count("@font-face") == 2
    assert "data:font/woff2;base64," in style
    assert root.get("font-family") == "Inter"


@pytest.mark.parametrize(("picture", "start"), [("pdf", b"%PDF-"), ("png", b"\x89PNG")])
def test_a_chart_is_a_picture_in_other_formats(engine, picture, start):
    drawn = draw_charts([before(organisation()), after(organisation())], engine, picture)
    assert drawn.startswith(start)
    assert len(drawn) > 5_000


def test_a_pdf_embeds_the_shipped_font(engine):
    assert b"Inter" in draw_charts([before(organisation())], engine, "pdf")


def test_a_page_gets_ids_with_a_prefix_and_the_links_it_wants(engine):
    svg = chart_svg(fold(after(organisation()), 1), engine, prefix="after-", link=link)
    drawn = nodes(svg)
    assert all(name.startswith("after-") for name in re.findall(r' id="([^"]+)"', svg))
    assert next(drawn["after-outcome-settled"].iter(f"{SVG}a")).get(HREF) == "?show=outcome-settled"
    fold_tab = drawn["after-fold-outcome-settled"]
    assert next(fold_tab.iter(f"{SVG}a")).get(HREF) == "?open=outcome-settled"
    words = "Unfold My claim is settled fast: 2 functions · 136 people · 1 gap"
    assert fold_tab.find(f"{SVG}title").text == words


def test_a_page_gets_each_branch_as_a_part_of_its_own(engine):
    root = ElementTree.fromstring(
        chart_svg(after(organisation()), engine, prefix="after-", link=link)
    )
    branches = [part.get("id") for part in root]
    assert branches == [
        "after-spine",
        "after-branch-outcome-settled",
        "after-branch-outcome-informed",
        "after-branch-function-executive",
        "after-branch-unaligned",
    ]
    settled = nodes(ElementTree.tostring(root[1]))
    assert set(settled) == {
        "after-outcome-settled",
        "after-function-claims",
        "after-function-fraud",
    }


def test_unfolding_brings_the_branch_that_changes_and_no_other(engine):
    seen = fold(after(organisation()), 1)
    wanted = fold(after(organisation()), 1, ["outcome-informed"])
    root = ElementTree.fromstring(
        chart_svg(wanted, engine, prefix="a-", link=link, seen=compose_chart(seen, ()))
    )
    kept = {part.get("id") for part in root if part.get("hx-morph-skip-children") is not None}
    assert kept == {"a-branch-outcome-settled", "a-branch-function-executive", "a-branch-unaligned"}
    assert "a-also-informed-claims" in nodes(ElementTree.tostring(root))
    assert "a-function-executive" not in nodes(ElementTree.tostring(root))


def absolute(svg: str, box: str, place: str | None = None) -> tuple[float, float]:
    """Return where the first text of a box stands, its branch placed as in ``place``."""
    root, placing = ElementTree.fromstring(svg), ElementTree.fromstring(place or svg)
    part = next(part for part in root if part.find(f".//*[@id='{box}']") is not None)
    outer = next(p for p in placing if p.get("id") == part.get("id"))
    node = part.find(f".//*[@id='{box}']")
    dx, dy = map(float, re.findall(r"-?[\d.]+", node.get("transform")))
    text = part.find(f".//*[@id='{box}']//{SVG}text")
    x, y = float(text.get("x")), float(text.get("y"))
    return float(outer.get("x")) + dx + x, float(outer.get("y")) + dy + y


def test_a_branch_that_the_page_keeps_stands_where_it_would_be_drawn(engine):
    seen = fold(after(organisation()), 1)
    wanted = fold(after(organisation()), 1, ["outcome-informed", "outcome-settled"])
    old = chart_svg(seen, engine, prefix="", link=link)
    new = chart_svg(wanted, engine, prefix="", link=link)
    part = chart_svg(wanted, engine, prefix="", link=link, seen=compose_chart(seen, ()))
    kept = absolute(old, "function-executive", part)
    assert kept == pytest.approx(absolute(new, "function-executive"), abs=1.5)
    assert kept != pytest.approx(absolute(old, "function-executive"), abs=1.5)


def test_a_branch_whose_text_changed_is_not_kept():
    renamed = replace(CLAIMS, name="Claims and more")
    old, new = (compose(before(organisation([EXECUTIVE, claims]))) for claims in (CLAIMS, renamed))
    assert unchanged_branches(old, old) == {"function-claims"}
    assert unchanged_branches(old, new) == set()


def test_boxes_are_drawn_where_they_were_placed(engine):
    drawing = compose(after(organisation()))
    svg = ElementTree.fromstring(draw_charts([after(organisation())], engine, "svg"))
    width = float(svg.get("width").removesuffix("pt"))
    height = float(svg.get("height").removesuffix("pt"))
    assert width == pytest.approx(drawing.width + 48, abs=4)
    assert height == pytest.approx(drawing.height + 48, abs=4)
