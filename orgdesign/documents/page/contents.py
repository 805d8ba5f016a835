"""What stands in the page, for its template to lay out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from orgdesign.charts import Box, View
from orgdesign.charts.boxes import hues
from orgdesign.documents.page.drawn import Drawn
from orgdesign.documents.page.figures import Bar, Gauge, bars, gauges
from orgdesign.documents.page.grids import Grid, grids
from orgdesign.documents.page.portraits import Portrait, Side, portraits
from orgdesign.documents.page.sheets import WHOLE
from orgdesign.documents.road_map import Leg, Line, designs_of, road_map
from orgdesign.documents.roles import Description, descriptions
from orgdesign.documents.roles.laid_out import laid_out
from orgdesign.documents.writers.document import Block
from orgdesign.model import Handoff, Measure, Organisation, Outcome, Role
from orgdesign.redaction import Exported
from orgdesign.render.style import HUES

VIEWS: dict[View, tuple[str, str]] = {
    "before": ("Before", "Before: who reports to whom today"),
    "changes": ("Changes", "Changes: what differs from today, in the new reporting lines"),
    "reporting": ("New reporting lines", "New reporting lines: who reports to whom then"),
    "after": ("After", "After: who serves which outcome"),
}


class Contents:
    """All that the page says, from what goes out and its pictures."""

    views, whole = VIEWS, WHOLE

    def __init__(self, going: Exported, drawn: Drawn) -> None:
        self.going, self.drawn = going, drawn
        self.shown: Organisation = going.shown
        self.side = Side(going.shown)

    @property
    def title(self) -> str:
        """Return what the file is called in the browser."""
        design = f": {self.going.then.name}" if self.going.then else ""
        return f"{self.shown.name}{design}"

    @property
    def measures(self) -> list[Measure]:
        """Return the measures of the desired customer outcome."""
        return self.measures_of(self.shown.outcome.measures)

    def measures_of(self, ids: Sequence[str]) -> list[Measure]:
        """Return measures by their ids."""
        return [self.shown.measures[each] for each in ids]

    @property
    def is_folded(self) -> bool:
        """Whether a chart is too large to be read at once."""
        return any(len(each) > 1 for each in self.drawn.pictures.values())

    def hue(self, outcome: Outcome) -> str:
        """Return what gives an outcome the hue that it has in the charts."""
        hue = self._hues.get(outcome.id)
        return "" if hue is None else f" hue-{hue % len(HUES)}"

    @cached_property
    def _hues(self) -> dict[str, int]:
        return hues(self.shown)

    def role(self, id_: str | None) -> Role | None:
        """Return the role that is shown by its id."""
        return self.shown.roles.get(id_ or "")

    @cached_property
    def bars(self) -> list[Bar]:
        """Return how much serves a customer outcome, as far as the file counts it."""
        return [*bars(self.going)]

    @cached_property
    def gauges(self) -> list[Gauge]:
        """Return the quicksand scores that can be counted."""
        return [*gauges(self.going)]

    @cached_property
    def portraits(self) -> list[Portrait]:
        """Return the functions, as each follows the one it reports to."""
        return portraits(self.going, self.drawn.pictured.differences)

    @cached_property
    def legs(self) -> tuple[Leg, ...]:
        """Return the road map of the design that goes out; of today there is none."""
        return road_map(self.going, designs_of(self.going)[0]) if self.going.then else ()

    def reason(self, line: Line) -> str:
        """Return why a change cannot be made, as a sentence; empty where it can."""
        failures = self.going.then.failures if self.going.then else ()
        said = next((each.reason for each in failures if each.at == line.step.at), "")
        return f"{said[:1].upper()}{said[1:]}." if said else ""

    @cached_property
    def descriptions(self) -> tuple[Description, ...]:
        """Return the descriptions of all roles, of today and afterwards."""
        sides = (self.going.today, self.going.shown)
        return descriptions(self.going) if any(each.roles for each in sides) else ()

    def blocks(self, described: Description) -> tuple[Block, ...]:
        """Return what a role description says below its title."""
        return laid_out([described], self.shown.name).blocks[2:]

    @cached_property
    def grids(self) -> list[Grid]:
        """Return the tables."""
        return grids(self.going)

    def handoffs_in(self, stage: str | None) -> list[Handoff]:
        """Return the hand-offs of a stage, or those that name none."""
        return [each for each in self.shown.handoffs.values() if each.stage == stage]

    def missing_in(self, stage: str) -> Iterator[Box]:
        """Yield the steps of a stage that no hand-off covers."""
        for passage in self.drawn.journey.passages:
            if passage.box.kind == "missing" and passage.box.subject == stage:
                yield passage.box
