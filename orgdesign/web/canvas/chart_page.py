"""All that an organisation's page shows at one place, worked out once for every answer."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlencode

from flask import url_for
from werkzeug.utils import cached_property

from orgdesign.charts import Legend, LegendEntry, function_id, legend_of, outcome_id, role_id
from orgdesign.diagnosis import Coverage, RuleHit, Share
from orgdesign.diagnosis.coverage import with_extent
from orgdesign.model import Function, Measure, Organisation, Outcome, Role
from orgdesign.render.style import swatch_classes
from orgdesign.web.canvas.chart_view import ChartView
from orgdesign.web.canvas.function_fields import FUNCTION_FIELDS
from orgdesign.web.canvas.panel import Panel, panel_of
from orgdesign.web.kit import (
    MANY,
    MOST_ASKED,
    Form,
    LabelIndex,
    OrganisationChoices,
    amount,
    counted,
    coverage_of,
    figure,
    findings_cache,
    functions_in_finding,
    gaps_of,
    ids_of,
    labels_of,
)
from orgdesign.workspace import UndoState

ANY_BOX = "any-box"
"""What stands in an address for the box that it is to choose."""


class ChartPage(ChartView):
    """An organisation's page: its charts, and all that is said beside them."""

    form: Form | None = None
    lost: Form | None = None
    told = ""

    @property
    def counted_organisation(self) -> Organisation | None:
        """Return the organisation whose figures are told: of *before* that of today."""
        return (
            self.structure_charts.organisation_of(self.views[-1]) if self.structure_charts else None
        )

    @cached_property
    def coverage(self) -> Coverage | None:
        """Return how much of the organisation serves a customer outcome."""
        return coverage_of(self.counted_organisation) if self.counted_organisation else None

    def bars(self) -> Iterator[tuple[str, Share, str]]:
        """Yield the shares: what is counted, the share, and the same in words.

        A figure that nobody gave is told as missing, but not where it may only be unseen.
        """
        counted_here = self.counted_organisation
        is_partial = counted_here is not None and counted_here.is_partial
        yield from (one for one in self._shares() if one[1].known or not is_partial)

    def _shares(self) -> Iterator[tuple[str, Share, str]]:
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

    def gaps(self) -> tuple[Function, ...]:
        """Return the functions that miss something, in the order of the file."""
        return gaps_of(self.counted_organisation) if self.counted_organisation else ()

    def next_gap(self) -> Function | None:
        """Return the next function after the chosen one that misses something."""
        gaps = {gap.id: gap for gap in self.gaps()}
        ids = list(self.counted_organisation.functions) if self.counted_organisation else []
        if self._box and self._box.subject in ids:
            here = ids.index(self._box.subject)
            ids = [*ids[here + 1 :], *ids[:here]]
        return next((gaps[each] for each in ids if each in gaps), None)

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

    def link_to(self, thing: Function | Outcome, **more: str) -> str:
        """Return the link that chooses a function or outcome, and unfolds what hides it."""
        box = function_id(thing.id) if isinstance(thing, Function) else outcome_id(thing.id)
        return f"{self._address_of_any(**more).replace(ANY_BOX, self._key(box))}#panel"

    def _address_of_any(self, **more: str) -> str:
        """Return an address that chooses a box, made once for the many of a page."""
        asked = (self.place, *more.items())
        if asked not in self._addresses:
            self._addresses[asked] = self.place.address(box=ANY_BOX, reveal="1", **more)
        return self._addresses[asked]

    @cached_property
    def _addresses(self) -> dict[tuple[object, ...], str]:
        return {}

    def link_to_role(self, role: Role) -> str:
        """Return the link that chooses a role in the chart of roles."""
        box = self._key(role_id(role.id))
        return self.place.address(box=box, reveal="1", view="roles") + "#panel"

    def named_views(self) -> list[tuple[str, str]]:
        """Return the views that the file keeps: what each is called, and its key."""
        views = self.edition.organisation.views.values() if self.edition.organisation else ()
        return [(view.name, self.key("view", view.id)) for view in views]
