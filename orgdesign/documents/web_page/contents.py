"""What stands in the page, for its template to lay out: figures, tables, and all that is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from orgdesign.charts import Box, View, hues
from orgdesign.diagnosis.coverage import Coverage, Share, coverage, with_extent
from orgdesign.diagnosis.quicksand import Dimension, Quicksand, QuicksandScore
from orgdesign.diagnosis.wording import amount, counted, figure
from orgdesign.documents.content import DocumentContent, DocumentPart
from orgdesign.documents.road_map import RoadMapChange, RoadMapPhase, disclosed_designs, road_map
from orgdesign.documents.roles import RoleDescription, describe_roles, description_blocks
from orgdesign.documents.tables import Cell, FactTable, tables
from orgdesign.documents.web_page.chart_sheets import WHOLE, PagePictures
from orgdesign.documents.web_page.profiles import (
    FunctionProfile,
    OrganisationView,
    function_profiles,
)
from orgdesign.documents.writers import Block
from orgdesign.model import Handoff, Measure, Organisation, Outcome, Role, capitalise
from orgdesign.redaction import Disclosure
from orgdesign.render import style
from orgdesign.value_objects import value_object

ABOUT: dict[Dimension, str] = {
    "motivation": "What people are rewarded for",
    "metrics": "How success is told",
    "mechanics": "How work crosses the functions",
}
"""What each quicksand score is about."""


@value_object
class ShareBar:
    """A share that serves a customer outcome, in words; and today's per cent, with a design."""

    words: str
    percent: int
    before: int | None = None


@value_object
class ScoreGauge:
    """A quicksand score, what it is about, and the same today, with a design."""

    name: str
    about: str
    score: QuicksandScore
    before: int | None = None

    @property
    def has_moved(self) -> bool:
        """Whether it is another one today."""
        return self.before not in (None, self.score.percent)


def bars(disclosure: Disclosure) -> Iterator[ShareBar]:
    """Yield the shares of functions, people and cost, as far as they are known."""
    now, before = coverage(disclosure.organisation), coverage(disclosure.today)
    for words, share, then in zip(_words(now), _shares(now), _shares(before), strict=True):
        if share.percent is not None:
            yield ShareBar(words, share.percent, then.percent if disclosure.then else None)


def _shares(found: Coverage) -> tuple[Share, Share, Share]:
    return found.functions, found.headcount, found.cost


def _words(found: Coverage) -> Iterator[str]:
    functions, people, cost = _shares(found)
    verb = "serves" if functions.total == 1 else "serve"
    whole = counted(functions.total, "function")
    yield f"{figure(functions.aligned)} of {whole} {verb} a customer outcome"
    whole = counted(round(people.total), "person", "people")
    yield with_extent(f"{round(people.aligned):,} of {whole}", people)
    yield with_extent(f"{amount(cost.aligned)} of {amount(cost.total)} in cost a year", cost)


def gauges(disclosure: Disclosure) -> Iterator[ScoreGauge]:
    """Yield the quicksand scores; without measures there is one only that needs none."""
    now = Quicksand(disclosure.organisation).whole
    before = Quicksand(disclosure.today).whole if disclosure.then else {}
    for dimension, about in ABOUT.items():
        is_told = dimension == "mechanics" or not disclosure.redaction.removes("measures")
        if is_told and now[dimension].needed_count:
            earlier = before[dimension].percent if dimension in before else None
            yield ScoreGauge(dimension.capitalize(), about, now[dimension], earlier)


KINDS = {
    "Functions": "function",
    "Roles": "role",
    "Outcomes": "outcome",
    "Measures": "measure",
    "Hand-offs": "handoff",
}
"""What each table has a row for, as the ids in the page begin."""
TOLD_ELSEWHERE = ("function", "role", "outcome")
"""What the page tells more of elsewhere, so that its rows lead there."""


@value_object
class PageTable:
    """A table with the ids of its rows; ``leads`` where there is more of them in the page."""

    name: str
    kind: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]

    @property
    def leads(self) -> bool:
        """Whether the page tells more of each row elsewhere."""
        return self.kind in TOLD_ELSEWHERE


def tables_for_people(disclosure: Disclosure) -> list[PageTable]:
    """Return the tables that have rows, without columns that say nothing or only an id."""
    return [
        _table_for_people(each) for each in tables(disclosure) if each.name in KINDS and each.rows
    ]


def _table_for_people(table: FactTable) -> PageTable:
    kept = [at for at, name in enumerate(table.columns) if _is_for_people(table, at, name)]
    return PageTable(
        table.name,
        KINDS[table.name],
        tuple(table.columns[at] for at in kept),
        tuple((str(row[0]), tuple(row[at] for at in kept)) for row in table.rows),
    )


def _is_for_people(table: FactTable, at: int, name: str) -> bool:
    if name == "Id" or name.endswith(("(id)", "(ids)")):
        return False
    return any(row[at] is not None for row in table.rows)


def cell_text(cell: Cell) -> Cell:
    """Return a cell as people read it: numbers with their thousands apart."""
    return figure(cell) if isinstance(cell, float | int) else cell


VIEWS: dict[View, tuple[str, str]] = {
    "before": ("Before", "Before: who reports to whom today"),
    "changes": ("Changes", "Changes: what differs from today, in the new reporting lines"),
    "reporting": ("New reporting lines", "New reporting lines: who reports to whom then"),
    "after": ("After", "After: who serves which outcome"),
}


PART_NAMES: dict[DocumentPart, str] = {
    "charts": "Charts",
    "outcomes": "Outcomes",
    "functions": "Functions",
    "journey": "Journey",
    "road-map": "Road map",
    "roles": "Roles",
    "tables": "Tables",
}
"""The parts below the headline, each with a template, as links to them say."""


class PageContents:
    """All that the page says, from what goes out and its pictures."""

    views, whole = VIEWS, WHOLE

    def __init__(self, content: DocumentContent, drawn: PagePictures) -> None:
        self.disclosure, self.drawn = (disclosure := content.disclosure), drawn
        self.parts = [(part, PART_NAMES[part]) for part in content.parts if part in PART_NAMES]
        self.organisation: Organisation = disclosure.organisation
        self.side = OrganisationView(disclosure.organisation)

    @property
    def title(self) -> str:
        """Return what the file is called in the browser."""
        design = f": {self.disclosure.then.name}" if self.disclosure.then else ""
        return f"{self.organisation.name}{design}"

    @property
    def measures(self) -> list[Measure]:
        """Return the measures of the desired customer outcome."""
        return self.measures_of(self.organisation.outcome.measures)

    def measures_of(self, ids: Sequence[str]) -> list[Measure]:
        """Return measures by their ids."""
        return [self.organisation.measures[each] for each in ids]

    @property
    def is_folded(self) -> bool:
        """Whether a chart is too large to be read at once."""
        return any(len(each) > 1 for each in self.drawn.pictures.values())

    def hue(self, outcome: Outcome) -> str:
        """Return what gives an outcome the hue that it has in the charts."""
        hue = self._hues.get(outcome.id)
        return "" if hue is None else f" hue-{hue % len(style.HUES)}"

    @cached_property
    def _hues(self) -> dict[str, int]:
        return hues(self.organisation)

    def role(self, id_: str | None) -> Role | None:
        """Return the role that is shown by its id."""
        return self.organisation.roles.get(id_ or "")

    @cached_property
    def bars(self) -> list[ShareBar]:
        """Return how much serves a customer outcome, as far as the file counts it."""
        return [*bars(self.disclosure)]

    @cached_property
    def gauges(self) -> list[ScoreGauge]:
        """Return the quicksand scores that can be counted."""
        return [*gauges(self.disclosure)]

    @cached_property
    def function_profiles(self) -> list[FunctionProfile]:
        """Return the functions, as each follows the one it reports to."""
        return function_profiles(self.disclosure, self.drawn.chart_set.differences)

    @cached_property
    def road_map_phases(self) -> tuple[RoadMapPhase, ...]:
        """Return the road map of the design that goes out; of today there is none."""
        return (
            road_map(self.disclosure, disclosed_designs(self.disclosure)[0])
            if self.disclosure.then
            else ()
        )

    def reason(self, line: RoadMapChange) -> str:
        """Return why a change cannot be made, as a sentence; empty where it can."""
        failures = self.disclosure.then.failures if self.disclosure.then else ()
        said = next((each.reason for each in failures if each.at == line.step.at), "")
        return f"{capitalise(said)}." if said else ""

    @cached_property
    def descriptions(self) -> tuple[RoleDescription, ...]:
        """Return the descriptions of all roles, of today and afterwards."""
        sides = (self.disclosure.today, self.disclosure.organisation)
        return describe_roles(self.disclosure) if any(each.roles for each in sides) else ()

    def blocks(self, described: RoleDescription) -> tuple[Block, ...]:
        """Return what a role description says below its title."""
        return tuple(description_blocks(described))

    @cached_property
    def tables_for_people(self) -> list[PageTable]:
        """Return the tables."""
        return tables_for_people(self.disclosure)

    def handoffs_in(self, stage: str | None) -> list[Handoff]:
        """Return the hand-offs of a stage, or those that name none."""
        return [each for each in self.organisation.handoffs.values() if each.stage == stage]

    def missing_in(self, stage: str) -> Iterator[Box]:
        """Yield the steps of a stage that no hand-off covers."""
        for passage in self.drawn.journey.passages:
            if passage.box.kind == "missing" and passage.box.subject == stage:
                yield passage.box
