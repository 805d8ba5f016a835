"""What one structure does that another does not: figures before and after, findings, distance."""

from orgdesign.diagnosis.effects.effect import Effect
from orgdesign.diagnosis.effects.effects import effects
from orgdesign.diagnosis.effects.options import OptionFigure, OptionTable, all_options
from orgdesign.diagnosis.effects.structure_figures import OutcomeEffect, outcome_effects
from orgdesign.diagnosis.effects.turnover import ABOUT_TODAY, Turnover, turnover, turnover_of

__all__ = [
    "ABOUT_TODAY",
    "Effect",
    "OptionFigure",
    "OptionTable",
    "OutcomeEffect",
    "Turnover",
    "all_options",
    "effects",
    "outcome_effects",
    "turnover",
    "turnover_of",
]
