"""Rules on alignment: whether every part of the organisation serves a customer outcome."""

from orgdesign.analysis.alignment.function_without_outcome import function_without_outcome

RULES = (function_without_outcome,)
