"""Rules on metrics: whether success is told from the customer's side."""

from orgdesign.analysis.rule import Rule

RULES: tuple[Rule, ...] = ()
