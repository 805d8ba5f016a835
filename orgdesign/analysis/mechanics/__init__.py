"""Rules on mechanics: whether work crosses the functions without dropping the customer."""

from orgdesign.analysis.rule import Rule

RULES: tuple[Rule, ...] = ()
