"""The rules of the diagnosis, those of a group in a module, entered by their names."""

from orgdesign.diagnosis.rules.catalogue import RULES
from orgdesign.diagnosis.rules.rule import Group, Rule

__all__ = ["RULES", "Group", "Rule"]
