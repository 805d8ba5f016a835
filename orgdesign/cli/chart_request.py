"""The charts that the person at the terminal asks to see."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from orgdesign.cli.card_options import PictureOptions
from orgdesign.cli.structures import design_called, phase_called
from orgdesign.cli.terminal import complain
from orgdesign.problems import OrgdesignError
from orgdesign.value_objects import Plate, value_object

if TYPE_CHECKING:
    from orgdesign.charts import Chart, StructureCharts
    from orgdesign.charts import View as ChartView
    from orgdesign.designs.replay import Structure
    from orgdesign.model import Organisation
    from orgdesign.yamlfile import Reading

View = Literal["before", "changes", "after", "both", "roles", "journey", Plate]
By = Literal["outcome", "reporting-lines"]
TODAY = "today"
"""What stands for no design, where there is one."""


@value_object
class ChartRequest:
    """What to draw: which structure, which charts of it, and how much of them."""

    view: View
    design: str | None = None
    phase: str | None = None
    by: By = "outcome"
    depth: int | None = None
    focus: str | None = None
    folded: tuple[str, ...] = ()

    def structure(self, organisation: Organisation) -> Structure | None:
        """Return the structure that *after* is to show; None is today's.

        Raises:
            OrgdesignError: there is no such design or phase, or none where one is needed.
        """
        from orgdesign.designs.replay import structure_after

        designs = organisation.designs
        is_today = self.design == TODAY and TODAY not in designs
        needs = self.phase or self.view == "changes" or self.by == "reporting-lines"
        if is_today and needs:
            raise OrgdesignError("That is today: name a design with --design to see what changes.")
        if is_today or not (self.design or needs or len(designs) == 1):
            return None
        design = design_called(organisation, self.design)
        return structure_after(organisation, design, phase_called(design, self.phase))

    @property
    def views(self) -> tuple[ChartView, ...]:
        """Return the charts to draw, from left to right."""
        then: ChartView = "reporting" if self.by == "reporting-lines" else "after"
        shown: dict[View, tuple[ChartView, ...]] = {
            "before": ("before",),
            "changes": ("changes",),
            "both": ("before", then),
            "roles": ("roles",),
        }
        return shown.get(self.view, (then,))

    @property
    def is_steady(self) -> bool:
        """Whether what stays is to stand where it stands in the other charts of the design."""
        return self.focus is None and (self.view == "changes" or self.by == "reporting-lines")


def charts_to_draw(
    file: Path, reading: Reading, asked: ChartRequest, options: PictureOptions
) -> tuple[list[Chart], list[Chart], Organisation]:
    """Return the charts to draw, all those that they share a layout with, and whose they are.

    Changes that cannot be made are told of. Raises ``OrgdesignError`` for what is not there.
    """
    from orgdesign.charts import apply_settings, fold, fold_functions

    assert reading.organisation is not None  # noqa: S101 - where there is none nothing is drawn
    structure = asked.structure(reading.organisation)
    if structure:
        warn(file, reading, structure)
    today, then = reading.organisation, structure.organisation if structure else None
    settings = options.settings()
    pictures = structure_pictures(today, structure)
    charts = {**pictures.charts, "roles": pictures.roles(with_holders="holder" in settings.show)}
    drawn = [_in_focus(charts, view, asked.focus) for view in asked.views]
    among = pictures.layout(drawn[0].view) if asked.is_steady else ()

    def prepare(chart: Chart) -> Chart:
        whose = today if chart.view == "before" else then or today
        folded = fold_functions(apply_settings(chart, whose, settings), asked.folded)
        return fold(folded, asked.depth)

    return [*map(prepare, drawn)], [*map(prepare, among)], then or today


def structure_pictures(today: Organisation, structure: Structure | None) -> StructureCharts:
    """Return the charts of a structure, or of today; all phases of a design share a layout."""
    from orgdesign.charts import DesignCharts, StructureCharts
    from orgdesign.designs.replay import structure_today

    if structure is None:
        return StructureCharts(today, structure_today(today))
    design_charts = DesignCharts(today, today.designs[structure.design or ""])
    return StructureCharts(today, structure, design_charts)


def warn(file: Path, reading: Reading, structure: Structure) -> None:
    """Tell of the changes that cannot be made, each at its line."""
    for failure in structure.failures:
        assert reading.source is not None  # noqa: S101 - the organisation came from it
        path = ("designs", structure.design or "", "changes", failure.at)
        line, column = reading.source.locate(path)
        complain(
            f"{file}:{line}:{column}: this change cannot be made, and is left out: {failure.reason}"
        )


def _in_focus(charts: Mapping[ChartView, Chart], view: ChartView, function: str | None) -> Chart:
    """Return a chart, or what hangs from a function in it."""
    from orgdesign.charts import focus

    chart = charts[view]
    if function is None:
        return chart
    boxes = {box.subject: box.id for box in chart.boxes if box.kind == "function"}
    if function in boxes:
        return focus(chart, boxes[function])
    close = get_close_matches(function, boxes, n=1)
    hint = f'did you mean "{close[0]}"?' if close else "use the id of one in the file."
    raise OrgdesignError(f'No function is called "{function}"; {hint}')
