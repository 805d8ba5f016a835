"""What every page of figures shows: one structure, chosen in its address, beside that of today."""

from __future__ import annotations

from typing import Any

from flask import render_template, request, url_for
from werkzeug.utils import cached_property

from orgdesign.diagnosis import Place, Places
from orgdesign.diagnosis.quicksand import DIMENSIONS, Dimension, Scores
from orgdesign.web.diagnosis.diagnosis_page import DiagnosisPage
from orgdesign.web.diagnosis.scored_structure import (
    COUNTS,
    ScoredStructure,
    ScoreLine,
    score_lines,
    structures_to_compare,
)
from orgdesign.web.kit import Answer, structure_key
from orgdesign.workspace import StructureKey


class StructurePage(DiagnosisPage):
    """The figures of the structure that the address asks for: today's, or that of a design."""

    dimensions, counts = DIMENSIONS, COUNTS

    @cached_property
    def scored_structures(self) -> list[ScoredStructure]:
        """Return the figures of each structure of the file, today's first."""
        structures = structures_to_compare(self.organisation)
        return [
            ScoredStructure(each, self._structure_key(each.design, each.phase))
            for each in structures
        ]

    def _structure_key(self, design: str | None, phase: str | None) -> str:
        return structure_key(StructureKey(design, phase or ""), self._settings) if design else ""

    @property
    def today(self) -> ScoredStructure:
        """Return the figures of today."""
        return self.scored_structures[0]

    @cached_property
    def chosen_structure(self) -> ScoredStructure:
        """Return the figures that the address asks for; today's where it asks for none."""
        asked = request.args.get("structure", "")
        return next((each for each in self.scored_structures if each.key == asked), self.today)

    def render(self, template: str) -> Answer:
        """Return the page; of one that a browser shows already, only what is new about it."""
        self.need_organisation()
        is_there = "HX-Request" in request.headers
        if is_there and request.args.get("version") == self.edition.version:
            return "", 204
        layout = "diagnosis/changes.html" if is_there else "base.html"
        return render_template(template, page=self, layout=layout)

    def figures_address(self, endpoint: str, **said: Any) -> str:
        """Return the address of a page of figures, of the structure that is chosen."""
        key = {"structure": self.chosen_structure.key} if self.chosen_structure.key else {}
        return url_for(endpoint, **{**key, **said})

    def score_lines(
        self, scores: Scores, before: Scores | None = None, **of: str
    ) -> list[ScoreLine]:
        """Return scores, each with the address of what it counts; ``of`` says of which part."""
        addresses: dict[Dimension, str] = {
            each: self.figures_address("counted.show", dimension=each, **of) for each in DIMENSIONS
        }
        return score_lines(scores, addresses, None if self.chosen_structure.is_today else before)

    @cached_property
    def chosen_places(self) -> Places:
        """Return the parts of the chosen structure."""
        return Places(self.chosen_structure.organisation)

    def form_of(self, place: Place) -> str:
        """Return the address of the form of a part; of one that only a design has, the design's."""
        if not self.is_new(place):
            return self.address(place)
        design = self._settings.key("design", str(self.chosen_structure.structure.design))
        return url_for("design.show", design=design)

    def is_new(self, place: Place) -> bool:
        """Whether a part is not there today, only in the design that is chosen."""
        known = {
            "function": self.organisation.functions,
            "role": self.organisation.roles,
            "handoff": self.organisation.handoffs,
        }.get(place.kind)
        return known is not None and place.id not in known
