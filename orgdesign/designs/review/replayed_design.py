"""A design beside today, replayed once: its end, and what tells its changes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from orgdesign.designs.comparison import ChangeFormatter
from orgdesign.designs.replay import replay
from orgdesign.model import Design, Organisation


@dataclass(frozen=True)
class ReplayedDesign:
    """A design, and what it makes of today."""

    today: Organisation
    design: Design

    @cached_property
    def formatter(self) -> ChangeFormatter:
        """Return what tells its changes."""
        return ChangeFormatter(self.today, self.design)

    @cached_property
    def end(self) -> Organisation:
        """Return the organisation once all of it is carried out."""
        return replay(self.today, self.design).organisation
