"""What a document tells of an organisation, and what it skips as the file does not say it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, get_args

from orgdesign.charts import QUIET, CardSettings, Chart, View
from orgdesign.diagnosis.scores import SCORES, percents
from orgdesign.documents.chart_set import ChartSet
from orgdesign.plates import PLATES, Plate
from orgdesign.redaction import Disclosure

DocumentPart = Literal[
    "outcome", "charts", "plates", "figures", "outcomes", "functions", "designs", "journey",
    "road-map", "roles", "tables", "index",
]  # fmt: skip
PARTS: tuple[DocumentPart, ...] = get_args(DocumentPart)
"""What documents tell, in the order in which each of them tells what it does tell."""
PLACEHOLDER = "TODO"
"""How a text begins that an import has left for people to write."""


@dataclass(frozen=True)
class DocumentContent:
    """The parts of a document about what goes out, each as far as the file says something."""

    disclosure: Disclosure
    settings: CardSettings = QUIET

    @cached_property
    def chart_set(self) -> ChartSet:
        """Return the charts, drawn once for all that show them."""
        return ChartSet(self.disclosure, self.settings)

    @property
    def has_outcome(self) -> bool:
        """Whether somebody has written what the customer is to get."""
        return not self.disclosure.organisation.outcome.statement.strip().startswith(PLACEHOLDER)

    @property
    def is_aligned(self) -> bool:
        """Whether any function serves an outcome."""
        functions = self.disclosure.organisation.functions.values()
        return any(each.alignment.outcome for each in functions)

    @cached_property
    def charts(self) -> dict[View, Chart]:
        """Return the charts that show something, no two of which are the same."""
        charts = {v: chart for v, chart in self.chart_set.charts.items() if len(chart.boxes) > 1}
        if self.disclosure.then and not self.chart_set.differences:
            charts.pop("changes", None)
            charts.pop("reporting", None)
        if not self.is_aligned:
            charts.pop("after", None)
        return charts

    @property
    def has_findings(self) -> bool:
        """Whether findings can be told: nothing that they rest on is left out."""
        redaction = self.disclosure.redaction
        return not (redaction.removes("measures") or redaction.branches)

    @property
    def plates(self) -> list[Plate]:
        """Return the plates that show something."""
        if not self.is_aligned:
            return []
        return [plate for plate in PLATES if plate != "poster" or self.has_findings]

    @property
    def parts(self) -> tuple[DocumentPart, ...]:
        """Return the parts of which the file says something, in order."""
        shown, has_design = self.disclosure.organisation, self.disclosure.then is not None
        says: dict[DocumentPart, bool] = {
            "outcome": self.has_outcome,
            "plates": bool(self.plates),
            "figures": self.has_figures,
            "designs": has_design,
            "journey": bool(shown.journey or shown.handoffs),
            "road-map": has_design,
            "functions": bool(shown.functions),
            "roles": bool(shown.roles or self.disclosure.today.roles),
        }
        return tuple(part for part in PARTS if says.get(part, True))

    @cached_property
    def series(self) -> list[tuple[str, tuple[int | None, ...]]]:
        """Return the scores, in per cent, of today and of the design that goes out."""
        series = [("Today", tuple(percents(self.disclosure.today)))]
        if then := self.disclosure.then:
            series.append((then.name, tuple(percents(then.organisation))))
        return series

    @cached_property
    def scores(self) -> list[int]:
        """Return which of the scores can be counted."""
        return [
            at for at, _ in enumerate(SCORES) if any(one[at] is not None for _, one in self.series)
        ]

    @property
    def has_figures(self) -> bool:
        """Whether a figure of today or of the design is more than nothing."""
        return any(one[at] for _, one in self.series for at in self.scores)

    def skipped_parts(self) -> Iterator[str]:
        """Yield what is left out because the file does not say it, and why, as sentences."""
        if not self.has_outcome:
            yield "The customer outcome is left out: nobody has written it yet."
        if not self.is_aligned:
            yield (
                "The chart after and the plates are left out: no function serves a customer "
                "outcome yet."
            )
        elif not self.has_findings:
            yield (
                "The poster of what to mend first is left out: findings rest on measures and "
                "branches that do not go out."
            )
        if not self.has_figures:
            yield "The figures are left out: there is nothing to count yet."
        if self.disclosure.then and not self.chart_set.differences:
            yield f"{self.disclosure.then.name} changes nothing, so its charts are left out."
