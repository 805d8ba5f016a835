"""What an import will come to, before anything is written: its text, its figures, its chart."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from functools import partial

from werkzeug.utils import cached_property

from orgdesign.charts import QUIET, Chart, apply_settings, before, changes, fitting_depth, fold
from orgdesign.designs.comparison import compare, lineage_by_id
from orgdesign.imports import ImportChange, MergeResult, OpenPoint
from orgdesign.model import Organisation
from orgdesign.problems import OrgdesignError
from orgdesign.render import Engine, chart_svg
from orgdesign.web.kit import ChartFragment, TextDifference, text_difference
from orgdesign.workspace import Workspace

Merge = Callable[[Container[str]], MergeResult]
MOST_SHOWN = 1_500
"""From how many boxes on a chart is not drawn whole: nobody could read it."""
MOST_HIDDEN = 2_000
"""From how many lines beyond those shown on a difference says nothing that helps."""


@dataclass(frozen=True)
class Draft:
    """The text that is to be written, and what is to be said of it.

    In a merge ``was`` is the organisation before, from the text with the digest ``base``, and
    ``told`` what joins, moves and left; ``notes`` say what was met in the export. ``proposals``
    can be refused one by one: ``merge`` brings all in but those with some keys.
    """

    data: bytes
    organisation: Organisation
    notes: Sequence[str] = ()
    told: Sequence[str] = ()
    was: Organisation | None = None
    base: str = ""
    is_changed: bool = True
    text_before: str = ""
    questions: Sequence[OpenPoint] = ()
    proposals: Sequence[ImportChange] = ()
    merge: Merge | None = None

    @property
    def told_at_once(self) -> list[str]:
        """Return what is told of the merge and cannot be refused by itself."""
        whole = {each.sentence for each in self.proposals}
        about = {sentence.partition(": ")[0] for sentence in whole if ": " in sentence}
        told = (each for each in self.told if each not in whole)
        return [each for each in told if each.partition(": ")[0] not in about]

    def without(self, refused: Container[str]) -> tuple[bytes, bool]:
        """Return the text without some of the changes, and whether any is left."""
        if not refused or self.merge is None:
            return self.data, self.is_changed
        result = self.merge(refused)
        return result.data, result.is_changed

    @cached_property
    def text_difference(self) -> TextDifference | None:
        """Return how the text of the file changes in a merge, line by line; None of too much."""
        if not (self.was and self.is_changed):
            return None
        found = text_difference(self.text_before, self.data.decode("utf-8-sig"))
        return found if found.hidden <= MOST_HIDDEN else None

    @property
    def headcount(self) -> float:
        """Return how many people there are, in people or full-time equivalents."""
        return round(sum(each.headcount or 0 for each in self.organisation.functions.values()), 2)

    @property
    def roots(self) -> list[str]:
        """Return the names of the functions at the top."""
        functions = self.organisation.functions.values()
        return [each.name for each in functions if each.reports_to is None]

    @cached_property
    def chart(self) -> Chart:
        """Return who reports to whom; in a merge, with what is new told in the boxes.

        An export says nothing of outcomes: that each box lacks one would be told of all of them.
        """
        return apply_settings(self._lines, self.organisation, QUIET)

    @property
    def _lines(self) -> Chart:
        if self.was is None:
            return before(self.organisation)
        lineage = lineage_by_id(self.was, self.organisation)
        differences = compare(self.was, self.organisation, lineage)
        return changes(self.was, self.organisation, lineage, differences).changes

    @property
    def is_folded(self) -> bool:
        """Whether the chart is too large to be read whole."""
        return fitting_depth(self.chart) is not None

    @property
    def can_unfold(self) -> bool:
        """Whether the chart can be drawn whole all the same."""
        return len(self.chart.boxes) <= MOST_SHOWN

    def chart_fragment(self, workspace: Workspace, *, whole: bool = False) -> ChartFragment:
        """Return the chart, folded to what can be read."""
        depth = None if whole and self.can_unfold else fitting_depth(self.chart)
        try:
            svg = workspace.draw_picture(partial(_svg, fold(self.chart, depth)))
            return ChartFragment(self.chart.view, svg=svg, about=self.chart.about)
        except OrgdesignError as failure:
            return ChartFragment(self.chart.view, failure=str(failure))


def _svg(chart: Chart, engine: Engine) -> str:
    return chart_svg(chart, engine, prefix=f"{chart.view}-", link=_link)


def _link(_box: str, is_tab: bool) -> str:
    return "#show-everything" if is_tab else "#what-comes-out"
