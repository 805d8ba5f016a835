"""The changes of a design as its list shows them, phase by phase."""

from __future__ import annotations

from orgdesign.designs.replay import PhaseStretch, ReplayStep
from orgdesign.model import capitalise
from orgdesign.value_objects import value_object


@value_object
class ChangeLine:
    """A change as the list shows it: its sentence, and why it cannot be made, if so."""

    step: ReplayStep
    key: str
    sentence: str
    owner: str
    line: int

    @property
    def position(self) -> int:
        """Its position in the design, from 0."""
        return self.step.at

    @property
    def reason(self) -> str:
        """Why it cannot be made, as a sentence; empty where it can."""
        said = self.step.reason
        return f"{capitalise(said)}." if said else ""


@value_object
class Stretch(PhaseStretch):
    """A phase of a design with its changes."""

    lines: tuple[ChangeLine, ...]

    @property
    def dates(self) -> str:
        """When it is, as far as the file says."""
        starts, ends = (self.phase.starts, self.phase.ends) if self.phase else (None, None)
        if starts and ends:
            return f"{starts} to {ends}"
        return f"from {starts}" if starts else f"until {ends}" if ends else ""
