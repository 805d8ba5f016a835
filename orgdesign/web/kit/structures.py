"""Which structure a page shows, today's or what a design comes to, as its address says it."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.designs.replay import Structure, structure_after, structure_today
from orgdesign.model import Design, Organisation
from orgdesign.value_objects import value_object
from orgdesign.web.kit.settings import Settings
from orgdesign.workspace import TODAY, StructureKey

TODAY_KEY = "today"
"""What an address says for today where a design is shown unless it says so."""


@value_object
class StructureChoice:
    """A structure to choose: what it is called there, and what stands for it in addresses."""

    name: str
    key: str
    which: StructureKey
    is_shown: bool = False


def structure_of(organisation: Organisation, which: StructureKey) -> Structure:
    """Return a structure of an organisation: today's where the design is not there."""
    design = organisation.designs.get(which.design)
    if design is None:
        return structure_today(organisation)
    return structure_after(organisation, design, which.phase or None)


def structure_key(which: StructureKey, settings: Settings) -> str:
    """Return what stands for a structure in addresses."""
    if not which.design:
        return TODAY_KEY
    return settings.key("structure", f"{which.design}\n{which.phase}")


def structure_choices(organisation: Organisation, settings: Settings) -> Iterator[StructureChoice]:
    """Yield every structure: today, then each design, whole and phase by phase."""
    named = [("Today", TODAY)]
    for design in organisation.designs.values():
        named.append((design.name, StructureKey(design.id)))
        for phase in design.phases.values():
            name = f"{design.name}, after {phase.name}"
            named.append((name, StructureKey(design.id, phase.id)))
    for name, which in named:
        yield StructureChoice(name, structure_key(which, settings), which)


class Structures:
    """The structures of a file, and which of them an address asks for."""

    def __init__(self, organisation: Organisation | None, asked: str, settings: Settings) -> None:
        self._organisation, self._settings = organisation, settings
        self._designs = organisation.designs if organisation else {}
        self.shown = self._asked_for(asked)

    def _asked_for(self, asked: str) -> StructureKey:
        """Return the structure asked for; of a file with one design that is what it comes to."""
        if self._organisation is None:
            return TODAY
        if not asked and len(self._designs) == 1:
            return StructureKey(next(iter(self._designs)))
        choices = structure_choices(self._organisation, self._settings)
        return next((each.which for each in choices if each.key == asked), TODAY)

    def key(self, which: StructureKey) -> str:
        """Return what stands for a structure in addresses."""
        return structure_key(which, self._settings)

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
    def after(self) -> Structure | None:
        """Return what the design that is shown comes to; None for today."""
        if self._organisation is None or self.design is None:
            return None
        return structure_of(self._organisation, self.shown)

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
            StructureChoice(name, self.key(which), which, which.design == self.shown.design)
            for name, which in named
        ]

    @property
    def phases(self) -> list[StructureChoice]:
        """Return the phases of the design that is shown, and its end."""
        design = self.design
        if design is None or not design.phases:
            return []
        ends = [
            *((f"After {each.name}", each.id) for each in design.phases.values()),
            ("All of it", ""),
        ]
        named = [(name, StructureKey(design.id, phase)) for name, phase in ends]
        return [
            StructureChoice(name, self.key(which), which, which.phase == self.shown.phase)
            for name, which in named
        ]
