"""The charts of one structure: today's, or what a design comes to, the same wherever they go."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from threading import Lock

from cachetools import LRUCache

from orgdesign.charts.after import after
from orgdesign.charts.before import before
from orgdesign.charts.boxes import KnownBoxes
from orgdesign.charts.card_settings import CardSettings, apply_settings, show_photos
from orgdesign.charts.changes import BeforeAfterCharts, changes
from orgdesign.charts.chart import Chart, View
from orgdesign.charts.design_charts import SHARED_LAYOUT_VIEWS, DesignCharts
from orgdesign.charts.reading_depth import fitting_depth, fold
from orgdesign.charts.roles import roles
from orgdesign.designs.comparison import Difference, compare
from orgdesign.designs.replay import Structure
from orgdesign.model import Organisation

MOST_FOLDS = 16
"""In how many ways of unfolding them the charts of a structure are remembered."""


class ChartsOfToday(Mapping[View, Chart]):
    """The charts of today, each made when somebody looks at it.

    What did not change since those of an edition before is taken from them.
    """

    def __init__(self, organisation: Organisation, earlier: ChartsOfToday | None = None) -> None:
        self._organisation = organisation
        self._made: dict[View, Chart] = {}
        self._known = earlier.known_boxes() if earlier else {}

    def known_boxes(self) -> dict[View, KnownBoxes]:
        """Return what the charts of the next edition may be made of."""
        looked_at = self._made.copy()  # others may look at one more meanwhile
        made = {
            view: KnownBoxes(self._organisation, {box.id: box for box in chart.boxes})
            for view, chart in looked_at.items()
        }
        return self._known | made

    def __getitem__(self, view: View) -> Chart:
        if view not in self._made:
            known = self._known.pop(view, None)
            self._made[view] = _TODAY[view](self._organisation, known)
        return self._made[view]

    def __iter__(self) -> Iterator[View]:
        return iter(_TODAY)

    def __len__(self) -> int:
        return len(_TODAY)


_TODAY: Mapping[View, Callable[[Organisation, KnownBoxes | None], Chart]] = {
    "before": before,
    "after": after,
}


@dataclass(frozen=True)
class StructureCharts:
    """A structure and its charts, with nothing folded; today is what they are seen from.

    With ``design_charts`` those by reporting lines share a layout with all phases of the design.
    ``charts_of_today`` may be given, as they take from those of an edition before.
    """

    today: Organisation
    structure: Structure
    design_charts: DesignCharts | None = None
    charts_of_today: ChartsOfToday | None = field(default=None, repr=False, compare=False)
    _lock: Lock = field(default_factory=Lock, repr=False, compare=False)

    @property
    def organisation(self) -> Organisation:
        """Return the organisation of the structure."""
        return self.structure.organisation

    @property
    def is_today(self) -> bool:
        """Whether nothing is redesigned."""
        return self.structure.design is None

    @cached_property
    def differences(self) -> tuple[Difference, ...]:
        """Return what differs from today."""
        return compare(self.today, self.structure.organisation, self.structure.lineage)

    @cached_property
    def charts(self) -> Mapping[View, Chart]:
        """Return the charts: of today before and after, of a design also what changes."""
        if self.is_today:
            return self.charts_of_today or ChartsOfToday(self.today)
        title = f"{self.today.name}: {self.structure.name}"
        by_outcome = replace(after(self.structure.organisation), title=title)
        if self.design_charts:
            return {**self.design_charts.charts(self.structure.phase), "after": by_outcome}
        by_lines = self._by_lines
        return {
            "before": by_lines.before,
            "changes": by_lines.changes,
            "reporting": by_lines.reporting,
            "after": by_outcome,
        }

    @cached_property
    def _by_lines(self) -> BeforeAfterCharts:
        """Return the charts by reporting lines of today and of the structure alone."""
        then = self.structure
        return changes(self.today, then.organisation, then.lineage, self.differences, then.open)

    def roles(self, *, with_holders: bool = False) -> Chart:
        """Return the chart of the roles of the structure."""
        return roles(self.organisation, with_holders=with_holders)

    @cached_property
    def seats(self) -> Chart:
        """Return the chart of the roles with who holds them, for those who may see everything."""
        return self.roles(with_holders=True)

    def chart(self, view: View) -> Chart:
        """Return a chart of the structure, that of its roles included."""
        return self.seats if view == "roles" else self.charts[view]

    def organisation_of(self, view: View) -> Organisation:
        """Return the organisation that a chart is of: before is always today's."""
        return self.today if view == "before" else self.organisation

    def layout(self, view: View) -> tuple[Chart, ...]:
        """Return the charts that share the layout of one, in the same order for each of them."""
        if self.is_today or view not in SHARED_LAYOUT_VIEWS:
            return (self.chart(view),)
        return self.design_charts.layout if self.design_charts else tuple(self._by_lines)

    def depth(self, view: View) -> int | None:
        """Return to which depth a chart can be read; charts of one layout are cut alike."""
        if view not in self._depths:
            depths = [fitting_depth(chart) for chart in self.layout(view)]
            self._depths[view] = min((each for each in depths if each is not None), default=None)
        return self._depths[view]

    @cached_property
    def _depths(self) -> dict[View, int | None]:
        return {}

    @cached_property
    def _folds(self) -> LRUCache[tuple[int, int | None, frozenset[str]], Chart]:
        return LRUCache(MOST_FOLDS)

    def _fold(self, chart: Chart, depth: int | None, opened: Collection[str]) -> Chart:
        """Return one of these charts as far as it is unfolded, made once for all who look so."""
        key = (id(chart), depth, frozenset(opened))  # it is held here, and so nothing else has it
        with self._lock:
            folded = self._folds.get(key)
        if folded is None:
            folded = fold(chart, depth, opened)
            with self._lock:
                self._folds[key] = folded
        return folded

    def folded_chart(
        self,
        view: View,
        opened: Collection[str] = (),
        *,
        is_whole: bool = False,
        is_alone: bool = False,
        settings: CardSettings = CardSettings(),
    ) -> tuple[Chart, tuple[Chart, ...]]:
        """Return as much of a chart as can be read, and so of those that share its layout.

        What hangs from ``opened`` boxes is shown too, and all of it where it ``is_whole``. A chart
        that ``is_alone`` is not looked at beside those, and shares its layout with none.
        """
        depth = None if is_whole else self.depth(view)
        among = () if is_alone else self.layout(view)
        others = (self._fold(chart, depth, opened) for chart in among if len(among) > 1)
        shown = self._settled(self._fold(self.chart(view), depth, opened), settings)
        return shown, tuple(self._settled(chart, settings) for chart in others)

    def _settled(self, chart: Chart, settings: CardSettings) -> Chart:
        if chart.view == "roles":
            return show_photos(chart, settings)
        if chart.view == "changes":
            return chart
        return apply_settings(chart, self.organisation_of(chart.view), settings)
