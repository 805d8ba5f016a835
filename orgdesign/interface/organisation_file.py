"""A file that was read: its organisation, or its problems, and all that can be asked of it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import field
from pathlib import Path

from orgdesign.charts import Chart, focus, fold, journey
from orgdesign.designs.comparison import Difference, compare, lineage_by_id
from orgdesign.designs.replay import Structure, structure_today
from orgdesign.diagnosis import Places, diagnose
from orgdesign.interface.chart_picture import ChartPicture
from orgdesign.interface.tables import DifferenceRow, DifferenceTable, FindingRow, FindingTable
from orgdesign.model import Organisation
from orgdesign.problems import OrgdesignError, Problem
from orgdesign.value_objects import value_object
from orgdesign.workspace import StructureCharts, Value, bytes_of, necessary_edits, save_edited
from orgdesign.workspace import structure_charts as charts_of_design
from orgdesign.yamlfile import Reading, read_file
from orgdesign.yamlfile.editing import CannotEdit, Set, apply

Address = str | tuple[str | int, ...]
"""Where a value stands in the file: ``"functions.claims.name"``, or its keys in a tuple."""


@value_object
class _Pictures:
    """Draws the charts of a structure."""

    structure_charts: StructureCharts

    def picture(self, view: str, depth: int | None, function: str | None) -> ChartPicture:
        """Return a chart, folded to a depth or drawn from one function down."""
        charts: Mapping[str, Chart] = {str(name): each for name, each in self._views()}
        if view not in charts:
            raise OrgdesignError(f'There is no chart "{view}"; choose one of {_words(charts)}.')
        chart = charts[view]
        if function is not None:
            return ChartPicture([fold(focus(chart, _box_of(chart, function)), depth)])
        layout = [] if view in ("before", "after") else self.structure_charts.layout(chart.view)
        return ChartPicture([fold(chart, depth)], [fold(each, depth) for each in layout])

    def _views(self) -> list[tuple[str, Chart]]:
        return [(str(name), chart) for name, chart in self.structure_charts.charts.items()]


def _box_of(chart: Chart, function: str) -> str:
    for box in chart.boxes:
        if (box.kind, box.subject) == ("function", function):
            return box.id
    raise OrgdesignError(f'No function is called "{function}"; use the id of one in the file.')


@value_object
class OrganisationDesign:
    """What a design comes to: the organisation after one of its phases, or after all of them."""

    structure: Structure = field(repr=False)
    _pictures: _Pictures = field(repr=False)

    @property
    def name(self) -> str:
        """Return what the design is called, and its phase."""
        return self.structure.name

    @property
    def organisation(self) -> Organisation:
        """Return the organisation that the design comes to."""
        return self.structure.organisation

    @property
    def failures(self) -> tuple[str, ...]:
        """Return why changes of the design cannot be made; they are left out."""
        return tuple(failure.reason for failure in self.structure.failures)

    def compare(self) -> DifferenceTable:
        """Return what differs from today."""
        return _differences(self._pictures.structure_charts.differences)

    def chart(
        self, view: str = "after", *, depth: int | None = None, focus: str | None = None
    ) -> ChartPicture:
        """Return a chart: ``before``, ``changes``, ``after``, or ``reporting`` lines after."""
        return self._pictures.picture(view, depth, focus)

    def _repr_svg_(self) -> str:
        return self.chart().svg()


@value_object
class OrganisationFile:
    """One organisation file as it was read; edits make another, which is then saved."""

    path: Path
    _reading: Reading = field(repr=False)
    _base: str = field(repr=False)

    @property
    def text(self) -> str:
        """Return what the file says."""
        return self._reading.source.text if self._reading.source else ""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Return every problem that keeps the file from being an organisation, by line."""
        return self._reading.problems

    @property
    def organisation(self) -> Organisation:
        """Return what the file describes; ``OrgdesignError`` where it has problems."""
        if self._reading.organisation is None:
            lines = (each.format(self.path.name) for each in self.problems)
            raise OrgdesignError("\n".join(lines))
        return self._reading.organisation

    @property
    def designs(self) -> tuple[str, ...]:
        """Return the ids of the designs."""
        return tuple(self.organisation.designs)

    def diagnose(self) -> FindingTable:
        """Return what the rules find, by line."""
        return FindingTable(tuple(sorted(self._findings(), key=lambda row: (row.line, row.column))))

    def _findings(self) -> list[FindingRow]:
        places, source = Places(self.organisation), self._reading.source
        assert source is not None  # noqa: S101 - the organisation came from it
        return [
            FindingRow(
                hit.rule, hit.severity, hit.finding.message, hit.finding.remedy,
                *source.locate(places.path(hit.finding.at)),
            )
            for hit in diagnose(self.organisation)
        ]  # fmt: skip

    def design(self, name: str | None = None, phase: str | None = None) -> OrganisationDesign:
        """Return what a design comes to; without its ``name`` the only one that there is."""
        today = self.organisation
        ids = list(today.designs)
        name = ids[0] if name is None and len(ids) == 1 else name
        if name is None or name not in today.designs:
            raise OrgdesignError(f'There is no design "{name}"; choose one of {_words(ids)}.')
        phases = list(today.designs[name].phases)
        if phase is not None and phase not in phases:
            raise OrgdesignError(f'There is no phase "{phase}"; choose one of {_words(phases)}.')
        charts = dict(charts_of_design(today, name))
        [chosen] = [each for key, each in charts.items() if key.phase == (phase or "")]
        return OrganisationDesign(chosen.structure, _Pictures(chosen))

    def compare(self, other: OrganisationFile | OrganisationDesign) -> DifferenceTable:
        """Return what is different in another file, or in what a design comes to."""
        today, then = self.organisation, other.organisation
        return _differences(compare(today, then, lineage_by_id(today, then)))

    def chart(
        self, view: str = "after", *, depth: int | None = None, focus: str | None = None
    ) -> ChartPicture:
        """Return a chart of today: ``before``, ``after`` or the ``journey``."""
        if view == "journey":
            return ChartPicture(journey(self.organisation))
        today = StructureCharts(self.organisation, structure_today(self.organisation))
        return _Pictures(today).picture(view, depth, focus)

    def edit(self, changes: Mapping[Address, Value]) -> OrganisationFile:
        """Return the file with values changed, and nothing else: comments and order stay.

        ``None`` removes what stands at an address. Raises ``OrgdesignError`` where the edit cannot
        be made, or where the file would not be sound after it.
        """
        source = self._reading.source
        if source is None:
            raise CannotEdit("the file cannot be read as it is")
        edits = [Set(_path(address), value) for address, value in changes.items()]
        applied = apply(self._reading, necessary_edits(edits, source))
        return OrganisationFile(self.path, applied.reading, self._base)

    def save(self, sentence: str = "Edited by a program") -> OrganisationFile:
        """Write the file, with a version in its history that is called by the sentence.

        Raises ``OrgdesignError`` where the file says something else by now; it is as it was.
        """
        source = self._reading.source
        if source is None or source.digest == self._base:
            return self
        save_edited(self.path, bytes_of(self._reading), self._base, sentence)
        return OrganisationFile(self.path, self._reading, source.digest)

    def _repr_svg_(self) -> str:
        return self.chart().svg()


def read(path: str | os.PathLike[str]) -> OrganisationFile:
    """Read an organisation file; whatever is wrong with it is in its ``problems``."""
    file = Path(path)
    reading = read_file(file)
    return OrganisationFile(file, reading, reading.source.digest if reading.source else "")


def _differences(differences: Iterable[Difference]) -> DifferenceTable:
    rows = (
        DifferenceRow(each.kind, each.of, each.sentence, tuple(each.ids)) for each in differences
    )
    return DifferenceTable(tuple(rows))


def _path(address: Address) -> tuple[str | int, ...]:
    return tuple(address.split(".")) if isinstance(address, str) else tuple(address)


def _words(names: Iterable[str]) -> str:
    return ", ".join(map(str, names)) or "none"
