"""All that an organisation's page shows at one place, worked out once for every answer."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import cached_property, partial
from urllib.parse import urlencode

from flask import url_for
from markupsafe import Markup

from orgdesign.charts import (
    Box,
    CardSettings,
    Chart,
    Legend,
    LegendEntry,
    View,
    fitting_depth,
    legend_of,
)
from orgdesign.charts.boxes import function_id, outcome_id
from orgdesign.charts.roles import role_id
from orgdesign.diagnosis import Coverage, RuleHit, Share, coverage
from orgdesign.diagnosis.coverage import with_extent
from orgdesign.model import Function, Measure, Organisation, Outcome, Role
from orgdesign.problems import OrgdesignError
from orgdesign.render.style import swatch_classes
from orgdesign.web.canvas.card_looks import CardLooks
from orgdesign.web.canvas.design_summary import DesignSummary
from orgdesign.web.canvas.function_fields import FUNCTION_FIELDS
from orgdesign.web.canvas.holder_photos import photo_path
from orgdesign.web.canvas.panel import Panel, panel_of
from orgdesign.web.canvas.view_state import MOST_OPENED, ViewName, ViewState
from orgdesign.web.canvas.window_shape import room_of, said_window
from orgdesign.web.kit import (
    MANY,
    MOST_ASKED,
    ChartFragment,
    Form,
    LabelIndex,
    OrganisationChoices,
    Settings,
    Structures,
    amount,
    counted,
    figure,
    findings_cache,
    functions_in_finding,
    ids_of,
    labels_of,
)
from orgdesign.workspace import Edition, Extent, OpenFile, StructureCharts, UndoState

PLACE_HERE = "PLACE-HERE"
"""Stands in the links of a drawn chart for the place, which changes without drawing it again."""


_FUNCTION = ("function", "also", "ghost")
"""The kinds of boxes that show a function."""


class ChartPage:
    """An organisation's page: one edition of the file, seen from one place."""

    def __init__(
        self, file: OpenFile, edition: Edition, place: ViewState, settings: Settings
    ) -> None:
        self.file, self.edition, self._settings = file, edition, settings
        self.form: Form | None = None
        self.lost: Form | None = None
        self.told = ""
        self.structures = Structures(edition.organisation, place.structure, settings)
        self.place = self._revealing(place) if place.reveals else place

    @cached_property
    def structure_charts(self) -> StructureCharts | None:
        """Return the structure that is shown and its charts, if there is an organisation."""
        return self.file.structure_charts(self.edition, self.structures.shown)

    def drop_charts(self) -> None:
        """Let the page do without charts, where they cannot be worked out."""
        self.__dict__["structure_charts"] = None

    @property
    def organisation(self) -> Organisation | None:
        """Return the organisation shown: the last good one, or what a design makes of it."""
        return self.structure_charts.structure.organisation if self.structure_charts else None

    @cached_property
    def design(self) -> DesignSummary | None:
        """Return what is to be said of the design that is shown; None for today."""
        if self.structure_charts is None or self.structures.design is None:
            return None
        return DesignSummary(self.structure_charts, self.edition.source)

    @property
    def views(self) -> tuple[View, ...]:
        """Return the charts on screen; today has no changes, so that it shows *after*."""
        charts = self.structure_charts.charts if self.structure_charts else {}
        known = {*charts, "roles"}
        return tuple(view for view in self.place.views if view in known) or ("after",)

    @property
    def current_view(self) -> ViewName:
        """Return the view on screen."""
        is_there = self.views == self.place.views
        return self.place.shown if is_there else "after"

    @cached_property
    def charts(self) -> tuple[ChartFragment, ...]:
        """Return the charts on screen, ready for the page."""
        return (
            tuple(self._chart_fragment(view) for view in self.views)
            if self.structure_charts
            else ()
        )

    @property
    def window(self) -> str:
        """Return the size of the window that the charts are laid out for, as the page says it."""
        return said_window()

    @property
    def folds(self) -> bool:
        """Whether a chart on screen is too large to be read whole."""
        return bool(self.structure_charts and any(map(self.structure_charts.depth, self.views)))

    def to_changes(self) -> str:
        """Return the boxes to unfold, so that all that changes is on screen; none where it is."""
        if self.structure_charts is None or self.current_view != "changes":
            return ""
        chart, on_screen = self.structure_charts.charts["changes"], self._folded("changes")
        missing = {box.id for box in chart.boxes if box.changes} - {b.id for b in on_screen.boxes}
        keys = dict.fromkeys(map(self._key, _above(chart, missing)))
        return ",".join([key for key in keys if key not in self.place.opened][:MOST_OPENED])

    @property
    def counted_organisation(self) -> Organisation | None:
        """Return the organisation whose figures are told: of *before* that of today."""
        return (
            self.structure_charts.organisation_of(self.views[-1]) if self.structure_charts else None
        )

    @cached_property
    def coverage(self) -> Coverage | None:
        """Return how much of the organisation serves a customer outcome."""
        return coverage(self.counted_organisation) if self.counted_organisation else None

    def bars(self) -> Iterator[tuple[str, Share, str]]:
        """Yield the three shares: what is counted, the share, and the same in words."""
        found = self.coverage
        if found is None:
            return
        one = found.functions.total == 1
        functions = f"{counted(found.functions.total, 'function')} {'serves' if one else 'serve'}"
        words = f"{figure(found.functions.aligned)} of {functions} a customer outcome"
        yield "Functions", found.functions, words
        people = counted(round(found.headcount.total), "person", "people")
        in_them = f"{round(found.headcount.aligned):,} of {people}"
        yield "Headcount", found.headcount, with_extent(in_them, found.headcount)
        cost = f"{amount(found.cost.aligned)} of {amount(found.cost.total)} in cost a year"
        yield "Cost", found.cost, with_extent(cost, found.cost)

    def gaps(self) -> list[Function]:
        """Return the functions that miss something, in the order of the file."""
        counted = self.counted_organisation
        functions = counted.functions.values() if counted else ()
        return [function for function in functions if function.gaps]

    def next_gap(self) -> Function | None:
        """Return the next function after the chosen one that misses something."""
        gaps, box = self.gaps(), self._box
        ids = list(self.counted_organisation.functions) if self.counted_organisation else []
        here = ids.index(box.subject) if box and box.subject in ids else -1
        places = {id_: (at - here - 1) % len(ids) for at, id_ in enumerate(ids)}
        others = [gap for gap in gaps if box is None or gap.id != box.subject]
        return min(others, key=lambda gap: places[gap.id], default=None)

    def link_to_gap(self, function: Function) -> str:
        """Return the link that leads to the first thing that a function misses."""
        link = self.link_to(function, gap="1").partition("#")[0]
        is_form = function.gaps and not self.structures.design
        return f"{link}#field-{function.gaps[0]}" if is_form else f"{link}#panel"

    @cached_property
    def legend(self) -> Legend | None:
        """Return what the colours of the chart mean; None without a chart of functions."""
        if self.structure_charts is None or self.current_view in ("changes", "roles"):
            return None
        view = self.views[-1]
        chart, organisation = (
            self.structure_charts.chart(view),
            self.structure_charts.organisation_of(view),
        )
        return legend_of(chart, organisation, self.card_settings)

    def swatch(self, entry: LegendEntry) -> str:
        """Return the classes of a colour of the legend."""
        return swatch_classes(entry)

    def form_of(self, function: Function) -> Form:
        """Return the form of a function: as it was sent and could not be saved, or as it is."""
        part = ("functions", function.id)
        if self.form and self.form.part == part:
            return self.form
        source = self.edition.source
        assert source is not None  # noqa: S101 - where there are functions there is their text
        return Form.from_file(FUNCTION_FIELDS, part, source)

    @property
    def edited_part(self) -> tuple[str, ...]:
        """Return the path of what is changed by moving and adding boxes: today, or a design."""
        design = self.structures.design
        return ("designs", design.id, "changes") if design else ("functions",)

    def key(self, kind: str, name: str) -> str:
        """Return what stands for a part of the file in addresses."""
        return self._settings.key(kind, name)

    @cached_property
    def choices(self) -> OrganisationChoices:
        """Return what the fields of a form offer."""
        assert self.organisation is not None  # noqa: S101 - as above
        return OrganisationChoices(self.organisation)

    def labels(self, kind: str) -> LabelIndex | None:
        """Return the parts of a kind by their words, where they are too many for a list."""
        assert self.edition.organisation is not None  # noqa: S101 - as above
        is_many = len(ids_of(self.edition.organisation, kind)) > MANY
        return labels_of(self.edition, kind) if is_many else None

    def part_id(self, kind: str, typed: str) -> str:
        """Return the id that was chosen, or that words stand for; what names nothing stays."""
        labels = self.labels(kind)
        if labels is None or not self.organisation or typed in ids_of(self.organisation, kind):
            return typed
        return labels.id(typed) or typed

    @cached_property
    def undo_state(self) -> UndoState:
        """Return the last change, and what can be undone and redone."""
        return self.file.history.undo_state(self.edition.version)

    def findings(self) -> int | None:
        """Return how many findings there are, or were before what was just changed, if known."""
        return findings_cache().count(self.file, self.edition)

    def findings_address(self, endpoint: str) -> str:
        """Return where a page asks for findings that are not known yet; empty where it does not."""
        found, cache = self.organisation, findings_cache()
        is_many = found is None or len(found.functions) > MOST_ASKED
        if is_many or cache.known_hits(self.edition) is not None:
            return ""
        said = {"version": self.edition.version, **self.place.parameters()}
        return f"{url_for(endpoint)}?{urlencode(said)}"

    def findings_of(self, function: Function) -> list[RuleHit]:
        """Return what the rules find about a function, what is mended there first."""
        found, organisation = findings_cache().known_hits(self.edition), self.organisation
        if not found or organisation is None:
            return []
        about = [each for each in found if function.id in functions_in_finding(each, organisation)]
        return sorted(about, key=lambda each: each.finding.at.id != function.id)

    def desired_measures(self) -> tuple[Measure, ...]:
        """Return the measures of the desired customer outcome."""
        found = self.organisation
        return tuple(found.measures[m] for m in found.outcome.measures) if found else ()

    @cached_property
    def panel(self) -> Panel | None:
        """Return what the panel says; None when nothing is chosen, or it is no longer there."""
        box, shown = self._box, self.organisation
        if box is None or shown is None:
            return None
        is_there = box.kind != "function" or box.subject in shown.functions
        organisation = shown if is_there else self.edition.organisation
        return panel_of(organisation, box) if organisation else None

    @property
    def chosen_box(self) -> Box | None:
        """Return the box that is chosen, if it is there."""
        return self._box

    def chosen_boxes(self) -> tuple[Box, ...]:
        """Return the boxes that show what is chosen, in either chart."""
        chosen = self._box
        if chosen is None:
            return ()
        alike = _FUNCTION if chosen.kind in _FUNCTION else (chosen.kind,)
        return tuple(b for b in self._boxes() if b.subject == chosen.subject and b.kind in alike)

    def link_to(self, thing: Function | Outcome, **more: str) -> str:
        """Return the link that chooses a function or outcome, and unfolds what hides it."""
        box = function_id(thing.id) if isinstance(thing, Function) else outcome_id(thing.id)
        return self.place.address(box=self._key(box), reveal="1", **more) + "#panel"

    def link_to_role(self, role: Role) -> str:
        """Return the link that chooses a role in the chart of roles."""
        box = self._key(role_id(role.id))
        return self.place.address(box=box, reveal="1", view="roles") + "#panel"

    @cached_property
    def _box(self) -> Box | None:
        if not self.place.box:
            return None
        for charts in (self._charts_on_screen(), self._other_charts()):
            boxes: dict[str, Box] = {
                box.id: box for chart in reversed([*charts]) for box in chart.boxes
            }
            if found := self._settings.find("box", self.place.box, boxes):
                return boxes[found]
        return None

    def _charts_on_screen(self) -> list[Chart]:
        return (
            [self.structure_charts.chart(view) for view in self.views]
            if self.structure_charts
            else []
        )

    def _other_charts(self) -> Iterator[Chart]:
        every = self.structure_charts.charts if self.structure_charts else {}
        yield from (every[view] for view in every if view not in self.views)

    def _boxes(self) -> Iterator[Box]:
        """Yield the boxes of the charts on screen."""
        for chart in self._charts_on_screen():
            yield from chart.boxes

    def _key(self, box: str) -> str:
        return self._settings.key("box", box)

    def _revealing(self, place: ViewState) -> ViewState:
        """Return the place with all unfolded that hides the chosen box in a folded chart."""
        self.place = place
        shown = {box.id for box in self.chosen_boxes()}
        folded = [chart for chart in self._charts_on_screen() if fitting_depth(chart)]
        above = {self._key(box) for chart in folded for box in _above(chart, shown)}
        return replace(place, opened=place.opened | above)

    def redrawn(self, seen: ViewState) -> Iterator[ChartFragment]:
        """Yield the charts of a page at the place ``seen`` that look different here."""
        before = self.looks.settings_at(seen)
        for view in self.views:
            was, now = self._extent(view, seen), self._extent(view, self.place)
            if was != now or before != replace(self.card_settings, photos=()):
                yield self._chart_fragment(view, was, before)

    @cached_property
    def looks(self) -> CardLooks:
        """Return the looks that the cards can have."""
        return CardLooks(self.organisation, self._settings)

    @cached_property
    def card_settings(self) -> CardSettings:
        """Return what cards say, and what their colours mean, as the address asks for it."""
        settings = self.looks.settings_at(self.place)
        return (
            replace(settings, photos=self._photos()) if self.current_view == "roles" else settings
        )

    def _photos(self) -> tuple[tuple[str, str], ...]:
        """Return of each role where a picture of who holds it is, where the file names one."""
        today = self.edition.organisation
        roles = today.roles.values() if today else ()
        return tuple((role.id, self.photo_of(role.id)) for role in roles if self.has_photo(role))

    def photo_of(self, role: str) -> str:
        """Return the address of the picture of who holds a role."""
        return url_for("photos.show_photo", role=self.key("role", role))

    def has_photo(self, role: Role) -> bool:
        """Whether the file names a picture of who holds a role."""
        today = self.edition.organisation
        return bool(today and role.id in today.roles and photo_path(role, today))

    def folded_charts(self) -> list[Chart]:
        """Return the charts on screen, folded as they are there."""
        return [self._folded(view) for view in self.views] if self.structure_charts else []

    def _folded(self, view: View) -> Chart:
        assert self.structure_charts is not None  # noqa: S101 - asked before by those who call
        extent = self._extent(view, self.place)
        return self.structure_charts.folded(view, extent.opened, is_whole=extent.whole)[0]

    def named_views(self) -> list[tuple[str, str]]:
        """Return the views that the file keeps: what each is called, and its key."""
        views = self.edition.organisation.views.values() if self.edition.organisation else ()
        return [(view.name, self.key("view", view.id)) for view in views]

    def _chart_fragment(
        self, view: View, seen: Extent | None = None, seen_settings: CardSettings | None = None
    ) -> ChartFragment:
        link = partial(self._link, {box.id: box for box in self._boxes()})
        extent, which = self._extent(view, self.place), self.structures.shown
        drawn = ChartFragment(
            view,
            design=self.design.name if self.design else "",
            about=self.structure_charts.chart(view).about if self.structure_charts else "",
        )
        try:
            svg = self.file.chart_svg(
                self.edition,
                view,
                link,
                extent,
                seen,
                which,
                is_alone=self.current_view == "both",
                settings=self.card_settings,
                seen_settings=seen_settings,
                room=room_of(is_half=self.current_view == "both"),
            )
            return replace(drawn, svg=svg)
        except OrgdesignError as failure:
            return replace(drawn, failure=str(failure))

    def tree(self, view: View) -> list[list[object]]:
        """Return the boxes of a chart on screen: id, place of the one above, and what each counts.

        It counts functions, people and gaps, with all that it hides.
        """
        if self.structure_charts is None:
            return []
        chart = self._folded(view)
        places = {box.id: at for at, box in enumerate(chart.boxes)}
        return [[box.id, places.get(box.parent or "", -1), *_counts(box)] for box in chart.boxes]

    def _extent(self, view: View, place: ViewState) -> Extent:
        layout = (
            self.structure_charts.layout(view) if self.structure_charts and place.opened else ()
        )
        ids = dict.fromkeys(box.id for chart in layout for box in chart.boxes)
        return Extent(place.whole, frozenset(id_ for id_ in ids if self._key(id_) in place.opened))

    def _link(self, boxes: dict[str, Box], box_id: str, is_tab: bool) -> str:
        """Return where a click on a box leads: its panel, or for its tab, to unfolding it."""
        box = boxes[box_id]
        shown = function_id(box.subject) if box.kind in _FUNCTION else box.id
        here = url_for("chart.show_chart")
        verb = "toggle" if is_tab else "box"
        return f"{here}?{PLACE_HERE}&{verb}={self._key(shown)}{'' if is_tab else '#panel'}"

    def in_place(self, svg: str) -> Markup:
        """Return a drawn chart, or a part of one, with its links and the chosen box for here."""
        here = urlencode(self.place.parameters("chosen"), safe=",")
        svg = svg.replace(PLACE_HERE, here.replace("&", "&amp;"))
        for box in self.chosen_boxes():
            svg = svg.replace(f'{box.kind} {box.id}"', f'{box.kind} {box.id} chosen"')
        return Markup(svg)  # noqa: S704 - Graphviz escapes what people wrote; see render


def _counts(box: Box) -> tuple[int, float, int]:
    """Return the functions, people and gaps of a box and of what it hides."""
    is_function = box.kind == "function"
    own = (int(is_function), box.headcount, int(is_function and bool(box.gaps)))
    hidden = box.hidden
    if hidden is None:
        return own
    return own[0] + hidden.functions, own[1] + hidden.headcount, own[2] + hidden.gaps


def _above(chart: Chart, shown: Collection[str]) -> Iterator[str]:
    parents = {box.id: box.parent for box in chart.boxes}
    for box in shown:
        parent = parents.get(box)
        while parent:
            yield parent
            parent = parents[parent]
