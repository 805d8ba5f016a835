"""Rules on accountability: whether somebody is answerable, and able to be."""

from orgdesign.analysis.rule import Rule

RULES: tuple[Rule, ...] = ()
