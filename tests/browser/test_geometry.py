"""What Chromium shows of a chart: no text outside its box, no line through one, no overlap."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from orgdesign.charts import after, before
from orgdesign.render import Engine, draw_charts
from orgdesign.render.engine import Kind
from orgdesign.yamlfile import read_file
from tests.browser.conftest import EXAMPLES

FAULTS = """() => {
  const faults = [], slack = 1.5;
  const nodes = [...document.querySelectorAll('.node:not(.ground)')];
  const placed = (node, b) => {
    const {e, f} = node.transform.baseVal.consolidate()?.matrix ?? {e: 0, f: 0};
    return {x: b.x + e, y: b.y + f, width: b.width, height: b.height};
  };
  const outline = node => placed(node, node.querySelector('.frame').getBBox());
  const boxes = new Map(nodes.map(node => [node.id, outline(node)]));
  const inside = (x, y, b, by) => x > b.x + by && x < b.x + b.width - by
    && y > b.y + by && y < b.y + b.height - by;
  for (const node of nodes) for (const text of node.querySelectorAll('text')) {
    const t = placed(node, text.getBBox()), b = boxes.get(node.id);
    const fits = t.x >= b.x - slack && t.x + t.width <= b.x + b.width + slack
      && t.y >= b.y - slack && t.y + t.height <= b.y + b.height + slack;
    if (!fits) faults.push(`text leaves ${node.id}: ${text.textContent}`);
  }
  const named = [...boxes];
  named.forEach(([name, a], index) => named.slice(index + 1).forEach(([other, b]) => {
    if (a.x < b.x + b.width - slack && b.x < a.x + a.width - slack
      && a.y < b.y + b.height - slack && b.y < a.y + a.height - slack)
      faults.push(`${name} overlaps ${other}`);
  }));
  for (const line of document.querySelectorAll('path.line')) {
    const length = line.getTotalLength();
    for (let at = 0; at <= length; at += 10) {
      const point = line.getPointAtLength(at);
      for (const [name, box] of boxes) if (inside(point.x, point.y, box, slack))
        faults.push(`${line.id} runs through ${name}`);
    }
  }
  return {faults: [...new Set(faults)], nodes: nodes.length};
}"""


@pytest.fixture(scope="module", params=["library", "program"])
def any_engine(request: pytest.FixtureRequest):
    kinds: tuple[Kind, ...] = (request.param,)
    with Engine(kinds=kinds) as engine:
        yield engine


@pytest.mark.parametrize("example", ["northwind", "hospital", "software"])
@pytest.mark.parametrize("view", [before, after])
def test_nothing_leaves_its_box_or_runs_through_another(
    chromium: Browser, any_engine: Engine, tmp_path: Path, example: str, view
) -> None:
    organisation = read_file(EXAMPLES / f"{example}.yaml").organisation
    assert organisation
    chart = view(organisation)
    path = tmp_path / "chart.svg"
    path.write_bytes(draw_charts([chart], any_engine, "svg"))
    check_geometry(chromium, path, len(chart.boxes))


def check_geometry(chromium: Browser, path: Path, boxes: int) -> None:
    """Open a drawing of so many boxes, and hold that each has its text and is clear of others."""
    page = chromium.new_page()
    page.goto(path.as_uri())
    page.evaluate("document.fonts.ready")
    found = page.evaluate(FAULTS)
    page.close()
    assert found["faults"] == []
    assert found["nodes"] == boxes
