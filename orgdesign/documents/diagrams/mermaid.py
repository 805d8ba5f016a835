"""The charts as Mermaid flowcharts in Markdown, which wikis and code hosts draw."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

from orgdesign.charts import Box, Chart
from orgdesign.documents.chart_set import ChartSet
from orgdesign.redaction import Disclosure
from orgdesign.render import style

LONGEST = 120
"""Characters of a name; Mermaid wraps it."""


def mermaid_document(disclosure: Disclosure) -> bytes:
    """Return the charts as Markdown, a heading and a flowchart each."""
    charts = ChartSet(disclosure).charts.values()
    return "\n".join(line for chart in charts for line in _chart(chart)).encode()


def _chart(chart: Chart) -> Iterator[str]:
    names = {box.id: f"b{number}" for number, box in enumerate(chart.boxes)}
    yield f"## {_plain(chart.title)}"
    yield ""
    yield "```mermaid"
    yield "flowchart TD"
    for box in chart.boxes:
        yield f'  {names[box.id]}["{_label(box)}"]:::{_class(box)}'
    for box in chart.boxes:
        if box.parent in names:
            arrow = "-.-" if box.kind in ("also", "ghost", "unaligned") else "---"
            yield f"  {names[box.parent]} {arrow} {names[box.id]}"
    yield from _classes(chart)
    yield "```"
    yield ""


def _label(box: Box) -> str:
    said = [box.title[:LONGEST], *(" ".join(filter(None, told)) for told in box.changes)]
    return "<br>".join(_entities(text) for text in said)


def _entities(text: str) -> str:
    """Return text of which nothing means anything to Mermaid: its signs are named by number."""
    shown = " ".join(text.split())
    return "".join(_entity(character) for character in shown)


def _entity(character: str) -> str:
    if character.isalnum() or character in " ,.:!?'-()/":
        return character
    return f"#{ord(character)};"


def _plain(text: str) -> str:
    """Return text as Markdown shows it, with nothing in it that Markdown means."""
    said = escape(" ".join(text.split()), quote=False)
    return "".join(f"\\{sign}" if sign in r"\`*_{}[]#|" else sign for sign in said)


def _class(box: Box) -> str:
    if box.kind in ("desired", "unaligned"):
        return box.kind
    return "plain" if box.hue is None else f"hue{box.hue % len(style.HUES)}"


def _classes(chart: Chart) -> Iterator[str]:
    looks: Mapping[str, tuple[str, str, str]] = {
        "desired": (style.ROOT.strong, style.ROOT.strong, style.ON_ROOT),
        "unaligned": (style.GAP.faint, style.GAP.strong, style.INK),
        "plain": (style.ROOT.faint, style.LINE, style.INK),
        **{f"hue{n}": (hue.soft, hue.strong, style.INK) for n, hue in enumerate(style.HUES)},
    }
    for name in dict.fromkeys(_class(box) for box in chart.boxes):
        fill, stroke, text = looks[name]
        yield f"  classDef {name} fill:{fill},stroke:{stroke},color:{text}"
