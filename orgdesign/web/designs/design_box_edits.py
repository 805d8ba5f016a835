"""What is done on the boxes of a design's charts: each is a change of the design."""

from __future__ import annotations

from collections.abc import Sequence

from orgdesign.model import Design, Organisation
from orgdesign.web.canvas import ChartPage
from orgdesign.web.designs.design_edits import DesignEdits, joined_edits
from orgdesign.yamlfile.editing import Edit


class DesignBoxEdits:
    """The edits of a design that is shown, by what is done on a box of it."""

    def __init__(self, page: ChartPage, design: Design) -> None:
        self.name = design.name
        assert page.edition.organisation  # noqa: S101 - where a design is shown there is one
        assert page.organisation  # noqa: S101
        self._then: Organisation = page.organisation
        phase = page.structures.shown.phase or None
        self._edits = DesignEdits(page.edition.organisation, design, phase)

    def add(self, function: str, values: dict[str, object]) -> list[Edit]:
        """Return what adds a function."""
        return self._edits.add(function, values)

    def rename(self, kind: str, part: str, name: str) -> list[Edit]:
        """Return what gives a function, an outcome or a role another name."""
        return self._edits.rename(kind, part, name)

    def change_many(
        self, moved: Sequence[str], above: str, aligned: Sequence[str], outcome: str
    ) -> list[Edit]:
        """Return what moves functions under another, and lets some serve an outcome."""
        functions = self._then.functions
        moves = [
            self._edits.move(one, above)
            for one in moved
            if above and one != above and functions[one].reports_to != above
        ]
        alignments = [
            self._edits.align(one, outcome)
            for one in aligned
            if outcome and functions[one].alignment.outcome != outcome
        ]
        return joined_edits([*moves, *alignments])
