"""Rules on motivation: whether people are rewarded for what customers need."""

from orgdesign.analysis.rule import Rule

RULES: tuple[Rule, ...] = ()
