"""Which structure a page shows, today's or what a design comes to, as its address says it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from orgdesign.model import Design, Organisation
from orgdesign.web.kit.settings import Settings
from orgdesign.workspace import TODAY, StructureKey

TODAY_KEY = "today"
"""What an address says for today where a design is shown unless it says so."""


@dataclass(frozen=True, slots=True)
class StructureChoice:
    """A structure to choose: what it is called there, and what stands for it in addresses."""

    name: str
    key: str
    is_shown: bool = False


class Structures:
    """The structures of a file, and which of them an address asks for."""

    def __init__(self, organisation: Organisation | None, asked: str, settings: Settings) -> None:
        self._designs = organisation.designs if organisation else {}
        self._settings = settings
        self.shown = self._asked_for(asked)

    def _asked_for(self, asked: str) -> StructureKey:
        """Return the structure asked for; of a file with one design that is what it comes to."""
        keys = {self.key(which): which for which in self._structure_keys()}
        if not asked and len(self._designs) == 1:
            return StructureKey(next(iter(self._designs)))
        return keys.get(asked, TODAY)

    def _structure_keys(self) -> Iterator[StructureKey]:
        yield TODAY
        for design in self._designs.values():
            yield StructureKey(design.id)
            yield from (StructureKey(design.id, phase) for phase in design.phases)

    def key(self, which: StructureKey) -> str:
        """Return what stands for a structure in addresses."""
        if not which.design:
            return TODAY_KEY
        return self._settings.key("structure", f"{which.design}\n{which.phase}")

    @property
    def name(self) -> str:
        """Return what the structure that is shown is called, in a few words."""
        design = self.design
        if design is None:
            return "Today"
        phase = design.phases.get(self.shown.phase)
        return f"{design.name}, after {phase.name}" if phase else design.name

    @property
    def design(self) -> Design | None:
        """Return the design that leads to what is shown; None for today."""
        return self._designs.get(self.shown.design)

    @property
    def designs(self) -> list[StructureChoice]:
        """Return today and each design; nothing where there is no design to choose."""
        if not self._designs:
            return []
        named = [
            ("Today", TODAY),
            *((each.name, StructureKey(each.id)) for each in self._designs.values()),
        ]
        return [
            StructureChoice(name, self.key(which), which.design == self.shown.design)
            for name, which in named
        ]

    @property
    def phases(self) -> list[StructureChoice]:
        """Return the phases of the design that is shown, and its end."""
        design = self.design
        if design is None or not design.phases:
            return []
        named = [(f"After {each.name}", each.id) for each in design.phases.values()]
        return [
            StructureChoice(
                name, self.key(StructureKey(design.id, phase)), phase == self.shown.phase
            )
            for name, phase in [*named, ("All of it", "")]
        ]
