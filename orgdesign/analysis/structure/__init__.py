"""Rules on structure: whether spans of control and layers suit the kind of work."""

from orgdesign.analysis.rule import Rule

RULES: tuple[Rule, ...] = ()
