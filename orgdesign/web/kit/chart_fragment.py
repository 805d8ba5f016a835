"""The charts on the page, and the least that turns the one on screen into the one asked for."""

from __future__ import annotations

import re

from orgdesign.charts import View, chart_titles
from orgdesign.value_objects import value_object

KEPT = "hx-morph-skip-children"
_BRANCH = re.compile(r'<svg\b[^>]*\bclass="branch"[^>]*>.*?</svg>', re.DOTALL)
_ID = re.compile(r'\bid="([^"]+)"')
_TITLES = chart_titles("screen")


@value_object
class ChartFragment:
    """A chart as drawn, or the sentence that says why it could not be."""

    view: View
    svg: str = ""
    failure: str = ""
    design: str = ""
    about: str = ""

    @property
    def title(self) -> str:
        """Return what the chart shows, in words, and of which design; *before* is always today."""
        said = _TITLES[self.view]
        of_what = f"{said} ({self.design})" if self.design and self.view != "before" else said
        return f"{of_what}. {self.about}" if self.about else of_what

    def frame(self) -> str:
        """Return the chart with its branches empty: its size, and the place of each branch."""
        return _BRANCH.sub(lambda found: _emptied(found[0]), self.svg)

    def new_branches(self) -> list[tuple[str, str]]:
        """Return the id and content of each branch that does not look as the page has it."""
        branches = [(branch, branch.partition(">")[0]) for branch in _BRANCH.findall(self.svg)]
        return [(_id(opening), branch) for branch, opening in branches if KEPT not in opening]


def _emptied(branch: str) -> str:
    opening = branch.partition(">")[0].rstrip("/")
    return f"{opening}{'' if KEPT in opening else f' {KEPT}'}></svg>"


def _id(opening: str) -> str:
    found = _ID.search(opening)
    return found[1] if found else ""
