"""The charts on a page: which are on screen, how they are drawn there, and what is chosen."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from urllib.parse import urlencode

from flask import url_for
from markupsafe import Markup
from werkzeug.utils import cached_property

from orgdesign.charts import Box, CardSettings, Chart, View, fitting_depth, function_id
from orgdesign.model import Organisation, Role
from orgdesign.problems import OrgdesignError
from orgdesign.web.canvas.card_looks import CardLooks
from orgdesign.web.canvas.design_summary import DesignSummary
from orgdesign.web.canvas.holder_photos import photo_path
from orgdesign.web.canvas.view_state import MOST_OPENED, ViewName, ViewState
from orgdesign.web.canvas.window_shape import room_of, said_window
from orgdesign.web.kit import ChartFragment, Settings, Structures
from orgdesign.workspace import Edition, Extent, OpenFile, StructureCharts

PLACE_HERE = "PLACE-HERE"
"""Stands in the links of a drawn chart for the place, which changes without drawing it again."""


_FUNCTION = ("function", "also", "ghost")
"""The kinds of boxes that show a function."""


class ChartView:
    """The charts of one edition of a file, seen from one place."""

    def __init__(
        self, file: OpenFile, edition: Edition, place: ViewState, settings: Settings
    ) -> None:
        self.file, self.edition, self._settings = file, edition, settings
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

    def key(self, kind: str, name: str) -> str:
        """Return what stands for a part of the file in addresses."""
        return self._settings.key(kind, name)

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
        return self.structure_charts.folded_chart(view, extent.opened, is_whole=extent.whole)[0]

    def _chart_fragment(
        self, view: View, seen: Extent | None = None, seen_settings: CardSettings | None = None
    ) -> ChartFragment:
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
                self._link,
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
        return Extent(place.whole, self._settings.find_all("box", place.opened, ids))

    @cached_property
    def _boxes_by_id(self) -> dict[str, Box]:
        return {box.id: box for box in self._boxes()}

    def _link(self, box_id: str, is_tab: bool) -> str:
        """Return where a click on a box leads: its panel, or for its tab, to unfolding it."""
        box = self._boxes_by_id[box_id]
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
