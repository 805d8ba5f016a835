"""What the page of a plate shows: one plate of one structure, as a picture and as a table."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

from flask import abort, request, url_for
from markupsafe import Markup
from werkzeug.utils import cached_property

from orgdesign.designs.replay import Structure
from orgdesign.plates import PAPERS, PLATES, By, Plate, Sheet, plate_sheets, sheet_element
from orgdesign.problems import OrgdesignError
from orgdesign.render.sheet import Link
from orgdesign.web.kit import FilePage, Structures

COUNTS: dict[By, str] = {"people": "People", "cost": "Cost", "functions": "Functions"}
FORMATS = {"pdf": "PDF", "svg": "SVG", "png": "PNG", "pptx": "Slide"}


class PlatePage(FilePage):
    """A plate of today, or of a design beside today."""

    plates, formats, papers = PLATES, FORMATS, [*PAPERS]

    def __init__(self, key: str, plate: str) -> None:
        super().__init__(key)
        self.plate: Plate = plate if plate in PLATES else abort(404)
        self.structures = Structures(
            self.edition.organisation, request.args.get("structure", ""), self._settings
        )
        count = request.args.get("count", "")
        self.count: By | None = count if count in get_args(By) else None  # type: ignore[assignment]

    @property
    def structure(self) -> Structure | None:
        """Return what the design that is shown comes to; None for today."""
        return self.structures.after

    def sheets(self, paper: str | None = None) -> list[Sheet]:
        """Return the plate for a paper; without one, a sheet as high as it needs."""
        return plate_sheets(
            self.plate,
            self.organisation,
            self.structure,
            size=PAPERS[paper or "screen"],
            by=self.count,
            grows=paper is None,
        )

    def slide_sheets(self, size: tuple[float, float]) -> list[Sheet]:
        """Return the plate for slides, which have titles of their own."""
        then, by = self.structure, self.count
        return plate_sheets(self.plate, self.organisation, then, size=size, by=by, is_bare=True)

    @cached_property
    def sheet(self) -> Sheet:
        """Return the plate as the page shows it."""
        return self.sheets()[0]

    @cached_property
    def picture(self) -> tuple[Markup, str]:
        """Return the picture, or the sentence that says why it could not be drawn."""
        shown = replace(self.structures.shown)
        key = ("plate", self.plate, self.edition.digest, shown, self.count)
        try:
            svg = self.file.cached_picture(
                key, lambda engine: sheet_element(self.sheet, engine, self.address)
            )
        except OrgdesignError as failure:
            return Markup(), str(failure)
        return Markup(svg), ""  # noqa: S704 - Graphviz escapes what people wrote; see render

    def address(self, link: Link) -> str:
        """Return where a click on a part of the plate leads: to its form, or to its design's."""
        parts = {"function": self.organisation.functions, "outcome": self._outcomes}[link.kind]
        if link.subject not in parts:
            design = self._settings.key("design", self.structures.shown.design)
            return url_for("design.show", design=design)
        part = self._settings.key(link.kind, link.subject)
        return url_for("parts.show_part", section=f"{link.kind}s", part=part)

    @cached_property
    def _outcomes(self) -> set[str]:
        return {outcome.id for outcome in self.organisation.outcome.walk()}

    @property
    def counts(self) -> dict[By, str]:
        """Return what the plate can count: only what some function of the file says."""
        functions = self.organisation.functions.values()
        known: dict[By, bool] = {
            "people": any(function.headcount for function in functions),
            "cost": any(function.cost for function in functions),
            "functions": True,
        }
        return {by: words for by, words in COUNTS.items() if known[by]}

    def view_parameters(self, **other: str | None) -> dict[str, str]:
        """Return what the address of this view says, but for what is said otherwise."""
        said = {
            "structure": self.structures.key(self.structures.shown),
            "count": self.count,
            **other,
        }
        return {name: value for name, value in said.items() if value}
