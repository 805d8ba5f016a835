"""What one structure does that another does not: figures before and after, findings, distance."""

from orgdesign.analysis.effects.effect import Effect, Group
from orgdesign.analysis.effects.effects import effects
from orgdesign.analysis.effects.outcomes import OutcomeEffect, outcome_effects
from orgdesign.analysis.effects.turnover import Turnover, turnover

__all__ = ["Effect", "Group", "OutcomeEffect", "Turnover", "effects", "outcome_effects", "turnover"]
