"""What the charts page says of the design that it shows."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.model import Function
from orgdesign.workspace import StructureCharts
from orgdesign.yamlfile import Source


class DesignSummary:
    """A design as the charts page shows it: what it changes, and which changes fail."""

    def __init__(self, charted: StructureCharts, source: Source | None) -> None:
        self._charted, self._source = charted, source

    @property
    def name(self) -> str:
        """Return what the structure is called: the design, and how far it has come."""
        return self._charted.structure.name

    def told_of(self, function: Function) -> list[str]:
        """Return what the design changes for a function, in sentences."""
        about = (each for each in self._charted.differences if each.of == "function")
        return [each.sentence for each in about if function.id in (*each.ids, *each.origins)]

    def is_of_today(self, function: Function) -> bool:
        """Whether a function is there today."""
        return function.id in self._charted.today.functions

    def ends(self, function: Function) -> bool:
        """Whether the design no longer has a function of today's."""
        return function.id not in self._charted.structure.organisation.functions

    def failures(self) -> Iterator[tuple[int, int, str]]:
        """Yield the changes that cannot be made: line, column and reason."""
        structure = self._charted.structure
        path = ("designs", structure.design or "", "changes")
        for each in structure.failures if self._source else ():
            line, column = self._source.locate((*path, each.at))  # type: ignore[union-attr]
            yield line, column, each.reason
